// Device memory in the kernel's address space: ioremap and its kin, memremap.
//
// State: an area of the vmalloc space whose VmStruct has VM_IOREMAP and the physical address. The
// mapping is aligned to its size (at most a large page), keeps the offset within the page, and is
// refused on RAM that is in use.
// Source: Linux 6.1 arch/x86/mm/ioremap.c (__ioremap_caller, iounmap), kernel/iomem.c (memremap).
// Deviation: memory types of overlapping mappings are not tracked against each other (the
// reference machine does not either: its WC and UC- have the same bits). With PAE an address above
// 4 GB is mapped as it is; Debian's kernel cuts it to 32 bits (PAGE_MASK is 32 bits wide there).
#pragma once

#include "mm/vmalloc/vmalloc.hpp"

namespace mm32 {

/// Linux: MEMREMAP_*.
namespace memremap_flag {
inline constexpr std::uint32_t kWriteBack = 1;
inline constexpr std::uint32_t kWriteThrough = 2;
inline constexpr std::uint32_t kWriteCombining = 4;
}  // namespace memremap_flag

class Ioremap {
 public:
  explicit Ioremap(Vmalloc& vmalloc) : vmalloc_(vmalloc) {}

  /// Maps [pa, pa + size); the address of `pa`. Errors: kInval (empty or wrapping range, RAM, or
  /// beyond the physical address space; the last two with the kernel's warning), kNoMem.
  Result<VirtAddr> ioremap(PhysAddr pa, Bytes size, CacheMode mode);

  /// Undoes ioremap; `addr` may point anywhere into the first page. Addresses below high_memory
  /// are ignored, others that are no area are reported.
  void iounmap(VirtAddr addr);

  /// Linux: memremap. RAM in the direct map is returned as it is, if write-back is allowed.
  Result<VirtAddr> memremap(PhysAddr pa, Bytes size, std::uint32_t flags);
  void memunmap(VirtAddr addr);

 private:
  enum class RamOverlap : std::uint8_t { kNone, kAll, kMixed };
  RamOverlap overlap(PhysAddr pa, Bytes size) const;
  Result<void> map_frames(VirtAddr va, PhysAddr pa, Pages pages, PteFlags flags);
  bool touches_used_ram(PhysAddr pa, Bytes size) const;
  Result<void> refuse(std::uint32_t once, const WarnSite& site, const std::string& message);

  Vmalloc& vmalloc_;
};

}  // namespace mm32
