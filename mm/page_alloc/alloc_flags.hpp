// What one allocation may do: the watermark it stops at and the reserves it may use.
//
// Linux 6.1 mm/internal.h: ALLOC_*, struct alloc_context.
#pragma once

#include "mm/abi/gfp.hpp"
#include "mm/abi/zone.hpp"

namespace mm32 {

enum class AllocFlags : std::uint32_t {
  kWmarkMin = 0,
  kWmarkLow = 1,
  kWmarkHigh = 2,
  kNoWatermarks = 4,
  kWmarkMask = 7,
  kOom = 0x8,
  kHarder = 0x10,
  kHigh = 0x20,
  kCma = 0x80,
  kKswapd = 0x800,
};
constexpr std::uint32_t raw(AllocFlags f) { return static_cast<std::uint32_t>(f); }
constexpr AllocFlags operator|(AllocFlags a, AllocFlags b) { return AllocFlags(raw(a) | raw(b)); }
constexpr AllocFlags operator&(AllocFlags a, AllocFlags b) { return AllocFlags(raw(a) & raw(b)); }
constexpr bool has(AllocFlags f, AllocFlags bits) { return raw(f & bits) != 0; }
static_assert(raw(AllocFlags::kHigh) == raw(Gfp::kHigh));
static_assert(raw(AllocFlags::kKswapd) == raw(Gfp::kKswapdReclaim));

/// The watermark that the flags name; only valid without kNoWatermarks.
constexpr Watermark watermark_of(AllocFlags f) {
  return Watermark(static_cast<std::uint8_t>(raw(f) & 3u));
}

/// One request on its way through the zones.
struct AllocRequest {
  Gfp gfp;
  Order order;
  ZoneIndex highest;  // Linux: highest_zoneidx
  MigrateType type;
};

}  // namespace mm32
