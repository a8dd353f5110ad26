// Highmem's data in guest RAM: the persistent kmap slots and the page_address hash.
//
// Linux: the statics of mm/highmem.c. pkmap_count[n] is 0 for a free slot, 1 for a slot that nobody
// uses but whose entry is still in the page table (and perhaps in the TLB), n+1 for n users.
#pragma once

#include "mm/abi/page.hpp"
#include "mm/config.hpp"

namespace mm32 {

inline constexpr unsigned kMaxPkmap = 1024;
inline constexpr unsigned kPageHashOrder = 7;  // Linux: PA_HASH_ORDER

/// Linux: struct page_address_map.
struct PageAddressMap {
  GuestPtr<Page> page;
  std::uint32_t virtual_;
  ListHead list;
};
static_assert(sizeof(PageAddressMap) == 16);

struct HighmemState {
  std::uint32_t last_pkmap_nr;
  std::uint32_t warned;  // bits of highmem_warning
  std::int32_t pkmap_count[kMaxPkmap];
  ListHead hash[1u << kPageHashOrder];
  PageAddressMap maps[kMaxPkmap];
};

namespace highmem_warning {
inline constexpr std::uint32_t kToPagePkmap = 1;
inline constexpr std::uint32_t kToPageLocal = 2;
inline constexpr std::uint32_t kUnmapOrder = 4;
inline constexpr std::uint32_t kUnmapUser = 8;
}  // namespace highmem_warning

/// A task's stack of temporary mappings: struct kmap_ctrl inside task_struct. The entries that
/// follow are 4 bytes, 8 with PAE.
struct KmapCtrl {
  static constexpr unsigned kMax = 16;  // consts: KM_MAX_IDX
  std::int32_t idx;
  std::uint32_t pteval[2 * kMax];  // as many as PAE needs

  static constexpr Bytes bytes(PagingMode mode) {
    return Bytes(mode == PagingMode::kPae ? 4 + 8 * kMax : 4 + 4 * kMax);
  }
  std::uint64_t entry(PagingMode mode, unsigned i) const {
    if (mode == PagingMode::kTwoLevel) return pteval[i];
    return pteval[2 * i] | std::uint64_t{pteval[2 * i + 1]} << 32;
  }
  void set_entry(PagingMode mode, unsigned i, std::uint64_t value) {
    if (mode == PagingMode::kTwoLevel) {
      pteval[i] = static_cast<std::uint32_t>(value);
      return;
    }
    pteval[2 * i] = static_cast<std::uint32_t>(value);
    pteval[2 * i + 1] = static_cast<std::uint32_t>(value >> 32);
  }
};
static_assert(offsetof(KmapCtrl, pteval) == 4);

}  // namespace mm32
