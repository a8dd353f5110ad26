// Allocation flags with the bit values of Linux 6.1 (include/linux/gfp_types.h; reference consts
// ___GFP_*).
#pragma once

#include <cstdint>

namespace mm32 {

enum class Gfp : std::uint32_t {
  kNone = 0,
  kDma = 0x1,
  kHighmem = 0x2,
  kDma32 = 0x4,
  kMovable = 0x8,
  kReclaimable = 0x10,
  kHigh = 0x20,
  kIo = 0x40,
  kFs = 0x80,
  kZero = 0x100,
  kAtomicFlag = 0x200,
  kDirectReclaim = 0x400,
  kKswapdReclaim = 0x800,
  kWrite = 0x1000,
  kNoWarn = 0x2000,
  kRetryMayfail = 0x4000,
  kNoFail = 0x8000,
  kNoRetry = 0x10000,
  kMemalloc = 0x20000,
  kComp = 0x40000,
  kNoMemalloc = 0x80000,
  kHardwall = 0x100000,
  kThisNode = 0x200000,
  kAccount = 0x400000,
  kZeroTags = 0x800000,

  kZoneMask = 0xf,
  kReclaim = 0xc00,
  kAtomic = 0xa20,
  kKernel = 0xcc0,
  kKernelAccount = 0x400cc0,
  kNowait = 0x800,
  kNoIo = 0xc00,
  kNoFs = 0xc40,
  kUser = 0x100cc0,
  kHighuser = 0x100cc2,
  kHighuserMovable = 0x100cca,
};
inline constexpr std::uint32_t kGfpBitsMask = (1u << 27) - 1;  // __GFP_BITS_SHIFT

constexpr std::uint32_t raw(Gfp g) { return static_cast<std::uint32_t>(g); }
constexpr Gfp operator|(Gfp a, Gfp b) { return Gfp(raw(a) | raw(b)); }
constexpr Gfp operator&(Gfp a, Gfp b) { return Gfp(raw(a) & raw(b)); }
constexpr Gfp operator~(Gfp a) { return Gfp(~raw(a)); }
constexpr bool any(Gfp g) { return raw(g) != 0; }
constexpr bool has(Gfp g, Gfp bits) { return any(g & bits); }

}  // namespace mm32
