#include "mm/layout/address_space.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mm32 {
namespace {

constexpr std::uint32_t kVmallocOffset = 8u << 20;     // Linux: VMALLOC_OFFSET
constexpr std::uint64_t kVmallocReserve = 128u << 20;  // Linux: __VMALLOC_RESERVE
constexpr std::uint32_t kMinLowmem = 32u << 20;
constexpr std::uint32_t kMinLowmemPages = (64u << 20) >> kPageShift;  // what highmem= must leave
constexpr std::uint32_t kMaxNonPaePfn = 1u << 20;                     // Linux: MAX_NONPAE_PFN
constexpr std::uint32_t kCpuEntryAreaPages = kNrCpus * 43;  // consts: CPU_ENTRY_AREA_PAGES

constexpr std::uint32_t pmd_size(PagingMode mode) {
  return mode == PagingMode::kPae ? 2u << 20 : 4u << 20;
}
constexpr std::uint32_t megabytes(std::uint32_t pages) { return pages >> (20 - kPageShift); }

// The regions at the top, from FIXADDR_TOP downwards to VMALLOC_END.
void place_top(AddressSpace& space) {
  const std::uint32_t pmd_mask = ~(pmd_size(space.paging) - 1);
  space.fixaddr_start = VirtAddr(kFixaddrTop - (raw(FixmapIndex::kEndOfPermanent) << kPageShift));
  space.fixaddr_tot_start = VirtAddr(kFixaddrTop - (raw(FixmapIndex::kEndOfAll) << kPageShift));
  space.fix_kmap_begin_va = fix_to_virt(FixmapIndex::kKmapBegin);
  space.fix_kmap_end_va = fix_to_virt(FixmapIndex::kKmapEnd);
  space.last_pkmap = space.paging == PagingMode::kPae ? 512 : 1024;

  const std::uint32_t top = space.fixaddr_tot_start.raw();
  if (space.layout == LayoutName::kLinux61) {
    const std::uint32_t entry = (top - kPageSize * (kCpuEntryAreaPages + 1)) & pmd_mask;
    const std::uint32_t ldt = (entry - kPageSize) & pmd_mask;
    space.cpu_entry_area_base = VirtAddr(entry);
    space.cpu_entry_area_pages = Pages(kCpuEntryAreaPages);
    space.ldt_base = VirtAddr(ldt);
    space.ldt_pages = Pages((entry - ldt) >> kPageShift);
    space.pkmap_base = VirtAddr((ldt - kPageSize) & pmd_mask);
  } else {
    space.pkmap_base = VirtAddr((top - kPageSize * (space.last_pkmap + 1)) & pmd_mask);
  }
  space.vmalloc_end = VirtAddr(space.pkmap_base.raw() - 2 * kPageSize);
}

// The most lowmem that there can be. Linux: MAXMEM.
std::uint32_t lowmem_limit(const MachineConfig& config, const AddressSpace& space) {
  const bool real = space.layout == LayoutName::kLinux61;
  std::uint64_t reserve = kVmallocReserve;
  if (config.vmalloc) reserve = config.vmalloc->raw() + (real ? kVmallocOffset : 0);
  const std::uint64_t top = real ? space.vmalloc_end.raw() : std::uint64_t{1} << 32;
  const std::uint64_t available = top - kPageOffset;
  // Room for the gap and some vmalloc space must remain, whatever was asked for.
  const std::uint64_t most = space.vmalloc_end.raw() - kPageOffset - 4 * kVmallocOffset;
  const std::uint64_t limit = reserve < available ? available - reserve : 0;
  return static_cast<std::uint32_t>(std::clamp<std::uint64_t>(limit, kMinLowmem, most));
}

// Linux: lowmem_pfn_init. All RAM fits into the direct map; highmem= may take some of it.
void split_small(AddressSpace& space, std::optional<std::uint32_t> highmem_pages) {
  space.max_low_pfn = space.max_pfn;
  std::uint32_t high = highmem_pages.value_or(0);
  if (high >= space.max_pfn.raw() && high != 0) {
    space.notices.push_back(
        fmt::format("highmem size ({}MB) is bigger than pages available ({}MB)!", megabytes(high),
                    megabytes(space.max_pfn.raw())));
    high = 0;
  }
  if (high != 0 && space.max_low_pfn.raw() - high < kMinLowmemPages) {
    space.notices.push_back(
        fmt::format("highmem size ({}MB) results in <64MB lowmem, ignoring it!", megabytes(high)));
    high = 0;
  }
  space.max_low_pfn -= Pages(high);
}

// Linux: highmem_pfn_init. There is more RAM than the direct map holds.
void split_large(AddressSpace& space, Pfn limit, std::optional<std::uint32_t> highmem_pages) {
  space.max_low_pfn = limit;
  const std::uint32_t available = (space.max_pfn - limit).raw();
  const std::uint32_t wanted = highmem_pages.value_or(available);
  if (wanted < available) {
    space.max_pfn = limit + Pages(wanted);
  } else if (wanted > available) {
    space.notices.push_back(
        fmt::format("only {}MB highmem pages available, ignoring highmem size of {}MB!",
                    megabytes(available), megabytes(wanted)));
  }
}

void split_ram(AddressSpace& space, const MachineConfig& config, Pfn end_of_ram) {
  space.max_pfn = end_of_ram;
  const Pfn limit(lowmem_limit(config, space) >> kPageShift);
  std::optional<std::uint32_t> highmem_pages;
  if (config.highmem)
    highmem_pages = static_cast<std::uint32_t>(config.highmem->raw() >> kPageShift);
  if (space.max_pfn > limit && space.paging == PagingMode::kTwoLevel &&
      space.max_pfn > Pfn(kMaxNonPaePfn)) {
    space.max_pfn = Pfn(kMaxNonPaePfn);
    space.notices.push_back("Warning only 4GB will be used. Use a HIGHMEM64G enabled kernel.");
  }
  if (space.max_pfn <= limit)
    split_small(space, highmem_pages);
  else
    split_large(space, limit, highmem_pages);
}

}  // namespace

AddressSpace AddressSpace::compute(const MachineConfig& config, Pfn end_of_ram_pfn) {
  AddressSpace space;
  space.layout = config.layout;
  space.paging = config.paging;
  place_top(space);
  split_ram(space, config, end_of_ram_pfn);
  space.high_memory = direct_map_va(phys_of(space.max_low_pfn));
  std::uint32_t start = space.high_memory.raw() + kVmallocOffset;
  if (space.layout == LayoutName::kClassic) start &= ~(kVmallocOffset - 1);
  space.vmalloc_start = VirtAddr(start);
  space.modules_vaddr = space.vmalloc_start;
  space.modules_end = space.vmalloc_end;
  return space;
}

}  // namespace mm32
