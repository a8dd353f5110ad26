// Exports of highmem (Linux 6.1 mm/highmem.c). The temporary mappings are called through guest
// code, which knows the running task and executes INVLPG (guest/kernel/kvm.c).
#include <array>

#include "emu/export/registry.hpp"
#include "mm/kernel.hpp"

namespace mm32::emu {
namespace {

/// `prot` is the low half of pgprot_t with NX in bit 31, so that all arguments are in registers.
Outcome<VirtAddr> kmap_local_pfn(KernelContext& k, VirtAddr ctrl, Pfn pfn, std::uint32_t prot) {
  constexpr std::uint32_t kNx = 1u << 31;
  const PteFlags flags = PteFlags(prot & 0xfff) | ((prot & kNx) != 0 ? PteFlags::kNx : PteFlags());
  return k.mm().highmem().kmap_local_pfn(ctrl, pfn, flags);
}

/// The page that the caller must execute INVLPG for, 0 for none.
Outcome<VirtAddr> kunmap_local(KernelContext& k, VirtAddr ctrl, VirtAddr va) {
  MM_TRY_ASSIGN(const std::optional<VirtAddr> page, k.mm().highmem().kunmap_local(ctrl, va));
  if (page) k.cpu().mmu().expect_invlpg(*page);
  return page.value_or(VirtAddr());
}

/// NULL while every slot is in use: the caller then waits in guest code (guest/kernel/mm/kmap.c).
Outcome<VirtAddr> kmap_high(KernelContext& k, GuestPtr<Page> page) {
  auto mapped = k.mm().highmem().kmap(page);
  if (!mapped && std::holds_alternative<WouldBlock>(mapped.error())) return VirtAddr();
  return mapped;
}

constexpr std::array kExports = {
    make_export<&Highmem::page_address>("page_address"),
    make_export<&kmap_high>("mm32_kmap_high"),
    make_export<&Highmem::kunmap>("mm32_kunmap_high"),
    make_export<&Highmem::kmap_flush_unused>("__kmap_flush_unused"),
    make_export<&Highmem::kmap_to_page>("mm32_kmap_to_page"),
    make_export<&kmap_local_pfn>("mm32_kmap_local_pfn"),
    make_export<&kunmap_local>("mm32_kunmap_local"),
};

}  // namespace

std::span<const KernelExport> highmem_exports() { return kExports; }

}  // namespace mm32::emu
