// The slots of the fixmap: pages at compile-time addresses, counted downwards from FIXADDR_TOP.
//
// Linux 6.1: enum fixed_addresses (arch/x86/include/asm/fixmap.h), as Debian's i386 configuration
// numbers it (reference consts FIX_*). The numbers are the same with and without PAE.
#pragma once

#include <cstdint>

#include "mm/base/types.hpp"

namespace mm32 {

enum class FixmapIndex : std::uint32_t {
  kHole = 0,
  kDbgpBase = 1,
  kEarlyconMemBase = 2,
  kApicBase = 3,
  kIoApicBase0 = 4,
  kIoApicBaseEnd = 67,
  kKmapBegin = 68,
  kKmapEnd = 579,
  kPcieMcfg = 580,
  kEndOfPermanent = 583,
  kBtmapEnd = 1024,
  kBtmapBegin = 1535,
  kWpTest = 1536,
  kEndOfAll = 1537,
};

inline constexpr unsigned kKmapSlotsPerCpu = 16;  // consts: KM_MAX_IDX
inline constexpr unsigned kNrCpus = 32;           // consts: NR_CPUS
inline constexpr std::uint32_t kFixaddrTop = 0xFFFFF000u;

constexpr std::uint32_t raw(FixmapIndex i) { return static_cast<std::uint32_t>(i); }
constexpr FixmapIndex operator+(FixmapIndex i, unsigned n) { return FixmapIndex(raw(i) + n); }

/// The page of a slot. Linux: __fix_to_virt.
constexpr VirtAddr fix_to_virt(FixmapIndex i) {
  return VirtAddr(kFixaddrTop - (raw(i) << kPageShift));
}
/// The slot of an address at or below FIXADDR_TOP's page. Linux: __virt_to_fix.
constexpr FixmapIndex virt_to_fix(VirtAddr va) {
  return FixmapIndex((kFixaddrTop - page_floor(va).raw()) >> kPageShift);
}

}  // namespace mm32
