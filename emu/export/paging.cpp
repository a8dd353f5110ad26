// Exports about page tables: rights and caching of kernel pages, look-up, fixmap, TLB flushes
// (Linux 6.1 arch/x86/mm/pat/set_memory.c, arch/x86/mm/tlb.c).
#include <fmt/format.h>

#include <array>

#include "emu/export/registry.hpp"
#include "emu/report/page_tables.hpp"
#include "mm/kernel.hpp"

namespace mm32::emu {
namespace {

constexpr std::uint32_t kLevel4K = 1;  // Linux: enum pg_level
constexpr std::uint32_t kLevel2M = 2;
constexpr std::size_t kLongestDump = 16u << 20;

/// Whether the memory type of the pages can be recorded: not for a range that is empty, or ends
/// before it begins. Linux: memtype_reserve, on physical addresses as wide as a pointer.
bool reserve_memtype(KernelContext& k, VirtAddr va, Pages n, std::string_view type) {
  const std::uint32_t begin = va.raw() - kPageOffset;
  const std::uint32_t end = begin + (n.raw() << kPageShift);
  if (begin < end) return true;
  k.mm().context().diagnostics.warning(
      {"arch/x86/mm/pat/memtype.c", 601, "memtype_reserve+0x2cb/0x320"},
      fmt::format("memtype_reserve failed: [mem {:#010x}-{:#010x}], req {}", begin,
                  std::uint64_t{end} - 1, type));
  return false;
}

template <CacheMode kMode>
Result<void> set_cache(KernelContext& k, VirtAddr va, Pages n) {
  constexpr bool kCombining = kMode == CacheMode::kWriteCombining;
  if (kMode != CacheMode::kWriteBack &&
      !reserve_memtype(k, va, n, kCombining ? "write-combining" : "uncached-minus"))
    return fail(Errno::kInval);
  return k.mm().set_memory().set_cache(va, n, kMode);
}

/// The entry that maps `va`, as a pointer in the direct map; NULL when a table is missing. Linux
/// looks at the kernel's own tables, which have none for user addresses.
Outcome<VirtAddr> lookup_address(KernelContext& k, VirtAddr va, VirtAddr level) {
  PageTables& tables = k.mm().tables();
  const bool user = va.raw() < kPageOffset;
  const unsigned top = tables.mode() == PagingMode::kPae ? Pae::kLevels : TwoLevel::kLevels;
  EntryRef ref{};
  ref.level = top;
  if (!user) ref = tables.lookup(va);
  const bool found = ref.level == 1 || ref.present();
  // Where nothing is, Linux leaves the level above the one whose entry is empty.
  const std::uint32_t value = !found ? ref.level + 1 : ref.level == 1 ? kLevel4K : kLevel2M;
  MM_TRY(k.write(level, std::as_bytes(std::span(&value, 1))));
  return found ? direct_map_va(ref.entry_pa) : VirtAddr();
}

/// The 4 KB entry of a kernel address, with the tables made where missing; NULL when that fails or
/// a large page is there. Linux: pte_alloc_kernel.
VirtAddr pte_alloc_kernel(KernelContext& k, VirtAddr va) {
  PageTables& tables = k.mm().tables();
  if (!tables.allocate_tables(page_floor(va), Pages(1))) return VirtAddr();
  return direct_map_va(tables.lookup(va).entry_pa);
}

/// `prot` is the low half of pgprot_t with NX in bit 31 (guest/kernel/mm/fixmap.c).
PteFlags from_short_prot(std::uint32_t prot) {
  constexpr std::uint32_t kNx = 1u << 31;
  return PteFlags(prot & 0xfff) | ((prot & kNx) != 0 ? PteFlags::kNx : PteFlags());
}

Outcome<void> set_fixmap(KernelContext& k, std::uint32_t index, Pfn pfn, std::uint32_t prot) {
  MM_TRY(k.mm().fixmap().set(FixmapIndex(index), phys_of(pfn), from_short_prot(prot)));
  return {};
}

/// The offset within the page is in bits 12-23 of `prot`.
Result<VirtAddr> early_ioremap(KernelContext& k, Pfn pfn, std::uint32_t prot, Bytes size) {
  const PhysAddr pa = phys_of(pfn) + Bytes((prot >> 12) & 0xfff);
  return k.mm().fixmap().early_ioremap(pa, size, from_short_prot(prot));
}

void flush_range(KernelContext& k, VirtAddr begin, VirtAddr end) {
  FlushBatch batch(k.mm().context().tlb);
  if (end > begin) batch.note(page_floor(begin), pages_for(end - page_floor(begin)));
  batch.commit();
}
void flush_all(KernelContext& k) { k.mm().context().tlb.flush_all(); }

/// Linux: one area a CPU, behind the page of the interrupt descriptor table.
VirtAddr get_cpu_entry_area(KernelContext& k, std::uint32_t /*cpu*/) {
  return k.mm().space().cpu_entry_area_base + Bytes(kPageSize);
}

/// Up to `size` bytes of the text of the page-table dump, from `offset`; how many there were.
Outcome<std::uint32_t> dump_page_tables(KernelContext& k, VirtAddr to, std::uint32_t size,
                                        std::uint32_t offset) {
  const std::string text =
      page_tables_report(k.ram(), k.cpu().mmu().state(), k.mm().space()).substr(0, kLongestDump);
  if (offset >= text.size()) return 0u;
  const std::string_view part = std::string_view(text).substr(offset, size);
  MM_TRY(k.write(to, std::as_bytes(std::span(part))));
  return static_cast<std::uint32_t>(part.size());
}

constexpr std::array kExports = {
    make_export<&SetMemory::set_ro>("set_memory_ro"),
    make_export<&SetMemory::set_rw>("set_memory_rw"),
    make_export<&SetMemory::set_x>("set_memory_x"),
    make_export<&SetMemory::set_nx>("set_memory_nx"),
    make_export<&SetMemory::set_np>("set_memory_np"),
    make_export<&set_cache<CacheMode::kUncachedMinus>>("set_memory_uc"),
    make_export<&set_cache<CacheMode::kWriteCombining>>("set_memory_wc"),
    make_export<&set_cache<CacheMode::kWriteBack>>("set_memory_wb"),
    make_export<&lookup_address>("lookup_address"),
    make_export<&get_cpu_entry_area>("get_cpu_entry_area"),
    make_export<&dump_page_tables>("mm32_dump_page_tables"),
    make_export<&pte_alloc_kernel>("mm32_pte_alloc_kernel"),
    make_export<&set_fixmap>("mm32_set_fixmap"),
    make_export<&early_ioremap>("mm32_early_ioremap"),
    make_export<&Fixmap::early_iounmap>("mm32_early_iounmap"),
    make_export<&flush_range>("flush_tlb_kernel_range"),
    make_export<&flush_all>("flush_tlb_all"),
    make_export<&flush_all>("__flush_tlb_all"),
};

}  // namespace

std::span<const KernelExport> paging_exports() { return kExports; }

}  // namespace mm32::emu
