// Page-table entries: their bits and Linux's names for the usual combinations.
//
// An entry is carried as 64 bits in both modes; two-level tables store its low 32 bits. The same
// bits hold at every level (Intel SDM vol. 3 §4.3, §4.4; consts __PAGE_KERNEL, _KERNPG_TABLE, …).
// Linux keeps the global bit out of PAE kernel mappings because that flavour isolates page tables.
#pragma once

#include <cstdint>

#include "mm/base/types.hpp"
#include "mm/config.hpp"

namespace mm32 {

enum class PteFlags : std::uint64_t {
  kNone = 0,
  kPresent = 1u << 0,
  kWrite = 1u << 1,  // Linux: _PAGE_RW
  kUser = 1u << 2,
  kWriteThrough = 1u << 3,  // Linux: _PAGE_PWT
  kNoCache = 1u << 4,       // Linux: _PAGE_PCD
  kAccessed = 1u << 5,
  kDirty = 1u << 6,
  kLarge = 1u << 7,  // Linux: _PAGE_PSE; in a level-1 entry the same bit is PAT
  kGlobal = 1u << 8,
  kSoftware1 = 1u << 9,
  kSoftware2 = 1u << 10,
  kSoftware3 = 1u << 11,
  kLargePat = 1u << 12,
  kNx = std::uint64_t{1} << 63,

  kTable = 0x67,        // Linux: _PAGE_TABLE
  kKernelTable = 0x63,  // Linux: _KERNPG_TABLE
  kKernel = 0x163,      // Linux: __PAGE_KERNEL, as on a machine without PAE
  kKernelReadOnly = 0x161,
  kKernelNoCache = 0x17b,
  kCacheMask = 0x18,  // PWT and PCD
};

constexpr std::uint64_t raw(PteFlags f) { return static_cast<std::uint64_t>(f); }
constexpr PteFlags operator|(PteFlags a, PteFlags b) { return PteFlags(raw(a) | raw(b)); }
constexpr PteFlags operator&(PteFlags a, PteFlags b) { return PteFlags(raw(a) & raw(b)); }
constexpr PteFlags operator~(PteFlags a) { return PteFlags(~raw(a)); }
constexpr bool any(PteFlags f) { return raw(f) != 0; }
constexpr bool has(std::uint64_t entry, PteFlags f) { return (entry & raw(f)) != 0; }

/// What caching a mapping has. Linux: enum page_cache_mode, with the bits of a machine whose PAT
/// is programmed as Linux does (consts cachemode2protval).
enum class CacheMode : std::uint8_t {
  kWriteBack,
  kWriteThrough,
  kWriteCombining,
  kUncachedMinus,
  kUncached,
};

constexpr PteFlags cache_bits(CacheMode mode) {
  switch (mode) {
    case CacheMode::kWriteBack:
      return PteFlags::kNone;
    case CacheMode::kWriteThrough:
      return PteFlags::kWriteThrough;
    case CacheMode::kWriteCombining:
    case CacheMode::kUncachedMinus:
      return PteFlags::kNoCache;
    case CacheMode::kUncached:
      break;
  }
  return PteFlags::kNoCache | PteFlags::kWriteThrough;
}

/// The bits that the paging mode supports: what Linux's __default_kernel_pte_mask leaves of
/// `flags`.
constexpr PteFlags supported(PteFlags flags, PagingMode mode) {
  return mode == PagingMode::kPae ? flags & ~PteFlags::kGlobal : flags & ~PteFlags::kNx;
}
/// PAGE_KERNEL, PAGE_KERNEL_EXEC, PAGE_KERNEL_RO, PAGE_KERNEL_ROX in the given mode.
constexpr PteFlags page_kernel(PagingMode mode) {
  return supported(PteFlags::kKernel | PteFlags::kNx, mode);
}
constexpr PteFlags page_kernel_exec(PagingMode mode) { return supported(PteFlags::kKernel, mode); }
constexpr PteFlags page_kernel_ro(PagingMode mode) {
  return supported(PteFlags::kKernelReadOnly | PteFlags::kNx, mode);
}
constexpr PteFlags page_kernel_rox(PagingMode mode) {
  return supported(PteFlags::kKernelReadOnly, mode);
}

}  // namespace mm32
