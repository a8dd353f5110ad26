// Memory before there are zones: which frames exist, and which of them are already taken.
//
// Used while a machine is put together: the kernel image, the page tables and the static structures
// of every part are reserved or allocated here; then the page allocator is made from it, and what
// is left over becomes free memory. It lives on the host and ends with the boot, as Linux discards
// its memblock arrays. All in whole frames.
//
// M1  memory_ and reserved_ are sorted, disjoint, not adjacent, not empty.
// Allocation is top-down in lowmem. Fresh RAM reads as zero, so nothing is cleared.
// Linux 6.1 mm/memblock.c.
#pragma once

#include <vector>

#include "mm/base/ram.hpp"
#include "mm/base/result.hpp"
#include "mm/boot/e820.hpp"

namespace mm32 {

/// Frames [begin, end).
struct PfnRange {
  Pfn begin;
  Pfn end;
  constexpr bool empty() const { return end <= begin; }
  constexpr Pages size() const { return empty() ? Pages(0) : end - begin; }
  constexpr bool operator==(const PfnRange&) const = default;
};

/// The frames that lie in both; empty if there are none.
PfnRange intersection(PfnRange a, PfnRange b);

class Memblock {
 public:
  /// All whole RAM frames of `map` below `end` (Linux: max_pfn; what lies above is not used);
  /// allocations stay below `lowmem_end`.
  Memblock(const E820Map& map, Pfn lowmem_end, Pfn end = Pfn(~0u));

  /// Takes [begin, begin + size), rounded outwards to frames. Overlaps are allowed.
  void reserve(PhysAddr begin, Bytes size);
  /// Takes frames out of what is reserved. Linux: memblock_phys_free.
  void release(PfnRange range);
  /// Takes `size` bytes of free lowmem, as high as possible, `alignment` (a power of two, at least
  /// a page is used). kNoMem if there is no such hole; nothing is changed then.
  Result<PhysAddr> allocate(Bytes size, Bytes alignment = Bytes(kPageSize));
  /// Space for `count` objects of type T in the direct map, all zero.
  template <class T>
  Result<GuestPtr<T>> allocate_array(std::uint32_t count) {
    MM_TRY_ASSIGN(const PhysAddr pa, allocate(Bytes(std::uint64_t{count} * sizeof(T))));
    return GuestPtr<T>(direct_map_va(pa));
  }

  const std::vector<PfnRange>& memory() const { return memory_; }
  const std::vector<PfnRange>& reserved() const { return reserved_; }
  /// What is RAM and not reserved, in ascending order.
  std::vector<PfnRange> free_ranges() const;
  /// The first frame that is not in the direct map, at most end(). Linux: max_low_pfn.
  Pfn lowmem_end() const { return lowmem_end_; }
  /// The first frame after all RAM. Linux: max_pfn.
  Pfn end() const { return end_; }

 private:
  std::vector<PfnRange> memory_;
  std::vector<PfnRange> reserved_;
  Pfn lowmem_end_;
  Pfn end_;
};

}  // namespace mm32
