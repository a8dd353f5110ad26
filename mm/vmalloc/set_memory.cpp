#include "mm/vmalloc/set_memory.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mm32 {
namespace {

constexpr WarnSite kZeroPte{"arch/x86/mm/pat/set_memory.c", 1585,
                            "__cpa_process_fault+0x34c/0x370"};
constexpr WarnSite kUnaligned{"arch/x86/mm/pat/set_memory.c", 1814,
                              "change_page_attr_set_clr+0x166/0x290"};

}  // namespace

// The flags of `set` that the page may never get.
PteFlags SetMemory::forbidden(VirtAddr va, std::uint64_t entry, PteFlags set) const {
  const VmallocParts& parts = vmalloc_.parts();
  const MachineConfig& config = parts.context.config;
  if (!parts.space.in_lowmem(va) || !any(set & PteFlags::kWrite)) return PteFlags::kNone;
  const PhysAddr pa(direct_map_pa(va));
  const PhysAddr rodata =
      config.image_text_end > config.image_begin ? config.image_text_end : config.image_begin;
  if (pa < rodata || pa >= config.image_rodata_end) return PteFlags::kNone;
  const std::uint64_t first = align_down(pa.raw(), kPageSize);
  parts.context.diagnostics.print(
      LogLevel::kWarning,
      fmt::format("CPA  protect  Rodata RO: 0x{:016x} - 0x{:016x} PFN {:x} req {:016x} prevent "
                  "{:016x}",
                  va.raw(), (va + Bytes(kPageSize - 1)).raw(), first >> kPageShift,
                  (entry & 0xfff) | raw(set), raw(PteFlags::kWrite)));
  return PteFlags::kWrite;
}

Result<void> SetMemory::change_page(VirtAddr va, PteFlags set, PteFlags clear, FlushBatch& batch) {
  PageTables& tables = vmalloc_.parts().kernel;
  const EntryRef ref = tables.lookup(va);
  if (ref.entry == 0 || (ref.level != 1 && !ref.present())) {
    vmalloc_.parts().context.diagnostics.warning(
        kZeroPte,
        fmt::format("CPA: called for zero pte. vaddr = {0:x} cpa->vaddr = {0:x}", va.raw()));
    return fail(Errno::kFault);
  }
  const PteFlags allowed = set & ~forbidden(va, ref.entry, set);
  return tables.protect(va, Pages(1), supported(allowed, tables.mode()), clear, batch);
}

// The direct-map page of a frame that is mapped elsewhere follows, except for NX.
Result<void> SetMemory::change_alias(VirtAddr va, PteFlags set, PteFlags clear, FlushBatch& batch) {
  const VmallocParts& parts = vmalloc_.parts();
  const auto pa = parts.kernel.translate(va);
  if (!pa || parts.space.in_lowmem(va) || pfn_of(*pa) >= parts.space.max_low_pfn) return {};
  if ((set | clear) == PteFlags::kNx) return {};
  return change_page(page_floor(direct_map_va(*pa)), set, clear, batch);
}

// The pages of a large page of the direct map that begins at `va` and is changed as a whole; none
// when it must be split, or holds parts of the image.
Pages SetMemory::whole_large_page(VirtAddr va, Pages left) const {
  const VmallocParts& parts = vmalloc_.parts();
  const MachineConfig& config = parts.context.config;
  const Bytes size = page_size_at(parts.kernel.mode(), 2);
  const Pages pages = pages_for(size);
  if (left < pages || !parts.space.in_lowmem(va) || va.raw() % size.raw() != 0) return Pages();
  const PhysAddr pa(direct_map_pa(va));
  if (pa < config.image_rodata_end && config.image_begin < pa + size) return Pages();
  const EntryRef ref = parts.kernel.lookup(va);
  return ref.level == 2 && ref.present() ? pages : Pages();
}

Result<void> SetMemory::change(VirtAddr va, Pages n, PteFlags set, PteFlags clear) {
  const VmallocParts& parts = vmalloc_.parts();
  if (page_offset_of(va) != 0) {
    va = page_floor(va);
    if (vmalloc_.first_time(vmalloc_warning::kCpaUnaligned))
      parts.context.diagnostics.warning(kUnaligned, "");
  }
  if (parts.kernel.mode() == PagingMode::kTwoLevel) {
    set = set & ~PteFlags::kNx;  // no such bit: the call succeeds and changes nothing
    clear = clear & ~PteFlags::kNx;
  }
  if (!any(set | clear)) return {};
  flush_unused_kmaps_();
  vmalloc_.purge();
  FlushBatch batch(parts.context.tlb);
  Result<void> result{};
  for (std::uint32_t i = 0; i < n.raw() && result;) {
    const VirtAddr at = va + bytes_of(Pages(i));
    const Pages whole = whole_large_page(at, n - Pages(i));
    i += std::max(whole.raw(), 1u);
    if (whole != Pages()) {
      result = parts.kernel.protect(at, whole, supported(set, parts.kernel.mode()), clear, batch);
      continue;
    }
    result = change_alias(at, set, clear, batch);
    if (result) result = change_page(at, set, clear, batch);
  }
  batch.commit();
  return result;
}

void SetMemory::kernel_map_pages(Pfn first, Pages n, Presence presence) {
  const VmallocParts& parts = vmalloc_.parts();
  FlushBatch batch(parts.context.tlb);
  for (std::uint32_t i = 0; i < n.raw(); ++i) {
    const Pfn pfn = first + Pages(i);
    if (pfn >= parts.space.max_low_pfn) continue;
    const VirtAddr va = direct_map_va(phys_of(pfn));
    const EntryRef ref = parts.kernel.lookup(va);
    if (ref.level != 1) continue;
    const std::uint64_t bit = raw(PteFlags::kPresent);
    const std::uint64_t entry = presence == Presence::kPresent ? ref.entry | bit : ref.entry & ~bit;
    if (entry != ref.entry) MM_CHECK(parts.kernel.set_pte(va, entry, batch));
  }
  batch.commit();
}

}  // namespace mm32
