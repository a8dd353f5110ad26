#include "mm/vmalloc/ioremap.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mm32 {
namespace {

constexpr WarnSite kOnRam{"arch/x86/mm/ioremap.c", 211, "__ioremap_caller.constprop.0+0x289/0x2a0"};
constexpr WarnSite kBeyond{"arch/x86/mm/ioremap.c", 201,
                           "__ioremap_caller.constprop.0.cold+0xc/0x7b"};
constexpr WarnSite kIsa{"arch/x86/mm/ioremap.c", 473, "iounmap+0xb4/0xd0"};
constexpr WarnSite kMixed{"kernel/iomem.c", 81, "memremap+0x163/0x170"};
constexpr WarnSite kMemremapOnRam{"kernel/iomem.c", 107, "memremap+0xff/0x170"};
constexpr VirtAddr kIsaBegin{kPageOffset + 0xA0000};
constexpr VirtAddr kIsaEnd{kPageOffset + 0x100000};

// As printk's %pa: as wide as the machine's physical addresses.
std::string phys_text(PagingMode mode, PhysAddr pa) {
  return mode == PagingMode::kPae ? fmt::format("0x{:016x}", pa.raw())
                                  : fmt::format("0x{:08x}", pa.raw());
}
constexpr unsigned physical_bits(PagingMode mode) { return mode == PagingMode::kPae ? 36 : 32; }

}  // namespace

Result<void> Ioremap::refuse(std::uint32_t once, const WarnSite& site, const std::string& message) {
  if (vmalloc_.first_time(once)) vmalloc_.parts().context.diagnostics.warning(site, message);
  return fail(Errno::kInval);
}

// Whether a whole page of the range is RAM that is not reserved.
bool Ioremap::touches_used_ram(PhysAddr pa, Bytes size) const {
  const VmallocParts& parts = vmalloc_.parts();
  const std::uint64_t end = (pa.raw() + size.raw() + kPageSize - 1) >> kPageShift;
  for (std::uint64_t n = pa.raw() >> kPageShift; n < end; ++n) {
    const Pfn pfn(static_cast<std::uint32_t>(n));
    if (!parts.pages.pfn_valid(pfn)) continue;
    if (parts.facts.is_ram(pfn) && !parts.pages.page(pfn).test(PageFlag::kReserved)) return true;
  }
  return false;
}

Result<VirtAddr> Ioremap::ioremap(PhysAddr pa, Bytes size, CacheMode mode) {
  const PagingMode paging = vmalloc_.mode();
  const std::uint64_t space = std::uint64_t{1} << physical_bits(paging);
  if (size.raw() == 0) return fail(Errno::kInval);
  const PhysAddr last = pa + size - Bytes(1);
  if (last < pa || (paging == PagingMode::kTwoLevel && last.raw() >= space))
    return fail(Errno::kInval);
  if (pa.raw() >= space) {
    vmalloc_.parts().context.diagnostics.print(
        LogLevel::kWarning, fmt::format("ioremap: invalid physical address {:x}", pa.raw()));
    MM_TRY(refuse(vmalloc_warning::kIoremapBeyond, kBeyond, ""));
  }
  if (touches_used_ram(pa, size))
    MM_TRY(refuse(
        vmalloc_warning::kIoremapRam, kOnRam,
        fmt::format("ioremap on RAM at {} - {}", phys_text(paging, pa), phys_text(paging, last))));
  const PhysAddr begin(align_down(pa.raw(), kPageSize));
  const Pages pages = pages_for(last + Bytes(1) - begin);
  MM_TRY_ASSIGN(VmStruct* const area,
                vmalloc_.get_vm_area(bytes_of(pages), vm_flag::kIoremap, Gfp::kKernel));
  area->set_phys_addr(paging, begin);
  const VirtAddr va(area->addr);
  const PteFlags flags = page_kernel(paging) | cache_bits(mode);
  if (const auto mapped = map_frames(va, begin, pages, flags); !mapped) {
    vmalloc_.free_vm_area(*area);
    return fail(mapped.error());
  }
  return va + (pa - begin);
}

// With PAE by large pages where both addresses allow it and no table is left over.
// Linux: vmap_range_noflush, vmap_try_huge_pmd.
Result<void> Ioremap::map_frames(VirtAddr va, PhysAddr pa, Pages pages, PteFlags flags) {
  PageTables& tables = vmalloc_.parts().kernel;
  if (tables.mode() != PagingMode::kPae) return tables.map(va, pa, pages, flags);
  const Pages large = pages_for(page_size_at(tables.mode(), 2));
  while (pages.raw() != 0) {
    const std::uint32_t in_large = (va.raw() >> kPageShift) % large.raw();
    const Pages part(std::min(large.raw() - in_large, pages.raw()));
    const bool aligned = part == large && pa.raw() % bytes_of(large).raw() == 0;
    const EntryRef ref = tables.lookup(va);
    if (aligned && ref.level == 2 && ref.entry == 0)
      MM_TRY(tables.map_large(va, pa, flags));
    else
      MM_TRY(tables.map(va, pa, part, flags));
    va += bytes_of(part);
    pa += bytes_of(part);
    pages -= part;
  }
  return {};
}

void Ioremap::iounmap(VirtAddr addr) {
  const VmallocParts& parts = vmalloc_.parts();
  if (addr >= kIsaBegin && addr < kIsaEnd && addr > parts.space.high_memory)
    return parts.context.diagnostics.warning(
        kIsa, "iounmap() called for ISA range not obtained using ioremap()");
  if (addr <= parts.space.high_memory) return;
  VmStruct* const area = vmalloc_.find_vm_area(page_floor(addr));
  if (area == nullptr) {
    parts.context.diagnostics.print(LogLevel::kErr, "iounmap: bad address (ptrval)");
    return parts.context.diagnostics.dump_stack(LogLevel::kWarning);
  }
  vmalloc_.free_vm_area(*area);
}

// How a range lies to the RAM of the machine. Linux: region_intersects(IORESOURCE_SYSTEM_RAM).
Ioremap::RamOverlap Ioremap::overlap(PhysAddr pa, Bytes size) const {
  std::uint64_t ram = 0;
  if (size.raw() == 0 && pa.raw() != 0) {  // ends before it begins: inside of what is on both sides
    pa -= Bytes(1);
    size = Bytes(2);
  }
  const std::uint64_t begin = pa.raw() >> kPageShift;
  const std::uint64_t end = (pa.raw() + size.raw() + kPageSize - 1) >> kPageShift;
  const std::uint64_t last_pfn = std::uint64_t{1} << 24;
  for (std::uint64_t n = begin; n < end && n < last_pfn; ++n)
    ram += vmalloc_.parts().facts.is_ram(Pfn(static_cast<std::uint32_t>(n))) ? 1 : 0;
  if (ram == 0) return RamOverlap::kNone;
  return ram == end - begin ? RamOverlap::kAll : RamOverlap::kMixed;
}

Result<VirtAddr> Ioremap::memremap(PhysAddr pa, Bytes size, std::uint32_t flags) {
  const VmallocParts& parts = vmalloc_.parts();
  if (flags == 0) return fail(Errno::kInval);
  const RamOverlap ram = overlap(pa, size);
  const std::string where =
      fmt::format("{} size: {:#x}", phys_text(vmalloc_.mode(), pa), size.raw());
  if (ram == RamOverlap::kMixed)
    MM_TRY(refuse(vmalloc_warning::kMemremapMixed, kMixed,
                  "memremap attempted on mixed range " + where));
  if ((flags & memremap_flag::kWriteBack) != 0) {
    if (ram == RamOverlap::kAll && pfn_of(pa) < parts.space.max_low_pfn) return direct_map_va(pa);
    if (auto mapped = ioremap(pa, size, CacheMode::kWriteBack)) return mapped;
  }
  if (ram == RamOverlap::kAll && flags != memremap_flag::kWriteBack)
    MM_TRY(refuse(vmalloc_warning::kMemremapRam, kMemremapOnRam,
                  "memremap attempted on ram " + where));
  if ((flags & memremap_flag::kWriteThrough) != 0)
    if (auto mapped = ioremap(pa, size, CacheMode::kWriteThrough)) return mapped;
  if ((flags & memremap_flag::kWriteCombining) != 0)
    return ioremap(pa, size, CacheMode::kWriteCombining);
  return fail(Errno::kInval);
}

void Ioremap::memunmap(VirtAddr addr) {
  if (vmalloc_.is_vmalloc_addr(addr)) iounmap(addr);
}

}  // namespace mm32
