// Exports of ioremap and memremap (Linux 6.1 arch/x86/mm/ioremap.c, kernel/iomem.c).
//
// resource_size_t has 32 bits, with PAE 64: a guest wrapper widens it (guest/kernel/kvm.c).
#include <array>

#include "emu/export/registry.hpp"
#include "mm/kernel.hpp"

namespace mm32::emu {
namespace {

template <CacheMode kMode>
Result<VirtAddr> map(KernelContext& k, std::uint64_t pa, Bytes size) {
  return k.mm().ioremap().ioremap(PhysAddr(pa), size, kMode);
}

Result<VirtAddr> memremap(KernelContext& k, std::uint64_t pa, Bytes size, std::uint32_t flags) {
  return k.mm().ioremap().memremap(PhysAddr(pa), size, flags);
}

constexpr std::array kExports = {
    make_export<&map<CacheMode::kUncachedMinus>>("mm32_ioremap"),
    make_export<&map<CacheMode::kUncached>>("mm32_ioremap_uc"),
    make_export<&map<CacheMode::kWriteCombining>>("mm32_ioremap_wc"),
    make_export<&map<CacheMode::kWriteThrough>>("mm32_ioremap_wt"),
    make_export<&map<CacheMode::kWriteBack>>("mm32_ioremap_cache"),
    make_export<&memremap>("mm32_memremap"),
    make_export<&Ioremap::iounmap>("iounmap"),
    make_export<&Ioremap::memunmap>("memunmap"),
};

}  // namespace

std::span<const KernelExport> ioremap_exports() { return kExports; }

}  // namespace mm32::emu
