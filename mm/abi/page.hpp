// struct page: 40 bytes for every page frame, in the mem_map array in guest lowmem.
//
// The layout is that of Linux 6.1 i386 (shared reference: sizeof(struct page), offsetof(page, …)).
// Modules read it directly: flags, _refcount, _mapcount, compound_head, private.
// The union members are views of the same words; the page's owner decides which one is valid.
#pragma once

#include <cstddef>
#include <cstdint>

#include "mm/abi/list.hpp"

namespace mm32 {

/// Bit numbers in Page::flags. Linux: enum pageflags (include/linux/page-flags.h).
enum class PageFlag : unsigned {
  kLocked = 0,
  kReferenced = 1,
  kUptodate = 2,
  kDirty = 3,
  kLru = 4,
  kActive = 5,
  kWorkingset = 6,
  kWaiters = 7,
  kError = 8,
  kSlab = 9,
  kOwnerPriv1 = 10,
  kArch1 = 11,
  kReserved = 12,
  kPrivate = 13,
  kPrivate2 = 14,
  kWriteback = 15,
  kHead = 16,
  kMappedToDisk = 17,
  kReclaim = 18,
  kSwapBacked = 19,
  kUnevictable = 20,
  kMlocked = 21,
  kUncached = 22,
  kHwPoison = 23,
};
inline constexpr unsigned kZonesPageShift = 30;              // ZONES_PGSHIFT
inline constexpr std::uint32_t kPageFlagsMask = 0x00ffffff;  // PAGEFLAGS_MASK

/// Values of Page::page_type. A set type clears its bit (Linux: PAGE_TYPE_OPS).
inline constexpr std::uint32_t kPageTypeNone = 0xffffffff;
inline constexpr std::uint32_t kPageTypeBuddy = 0x80;
inline constexpr std::uint32_t kPageTypeTable = 0x200;
inline constexpr std::uint32_t kPageTypeGuard = 0x400;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"  // the anonymous struct
struct Page {
  std::uint32_t flags;  // PageFlag bits; zone in bits 30-31
  union {
    ListHead lru;  // free lists, LRU
    struct {
      std::uint32_t compound_head;  // tail pages: head page | 1
      std::uint8_t compound_dtor;   // first tail page
      std::uint8_t compound_order;
    };
  };
  union {
    std::uint32_t mapping;     // address_space | PAGE_MAPPING_* bits
    std::uint32_t slab_cache;  // slab: struct kmem_cache *
  };
  union {
    std::uint32_t index;          // offset within the mapping; migrate type on per-CPU lists
    std::uint32_t slab_freelist;  // slab: first free object
  };
  union {
    std::uint32_t private_;       // buddy: order of the free block
    std::uint32_t slab_counters;  // slab: inuse:16 objects:15 frozen:1
  };
  union {
    std::int32_t mapcount;    // user mappings - 1
    std::uint32_t page_type;  // kPageType*
  };
  std::int32_t refcount;
  std::uint32_t memcg_data;
  // Padding in Linux. Here: order + 1 in the first page of a block that is handed out, else 0; so
  // that freeing with the wrong order is seen (page_alloc/page_check.hpp).
  std::uint32_t given_order;

  bool test(PageFlag f) const { return (flags >> static_cast<unsigned>(f)) & 1u; }
  void set(PageFlag f) { flags |= 1u << static_cast<unsigned>(f); }
  void clear(PageFlag f) { flags &= ~(1u << static_cast<unsigned>(f)); }
  bool is_buddy() const { return (page_type & (0xf0000000u | kPageTypeBuddy)) == 0xf0000000u; }
  unsigned zone_index() const { return flags >> kZonesPageShift; }
};
#pragma GCC diagnostic pop
static_assert(sizeof(Page) == 40);  // consts: sizeof(struct page)
static_assert(offsetof(Page, lru) == 4);
static_assert(offsetof(Page, compound_head) == 4);
static_assert(offsetof(Page, compound_dtor) == 8);
static_assert(offsetof(Page, compound_order) == 9);
static_assert(offsetof(Page, mapping) == 12);
static_assert(offsetof(Page, index) == 16);
static_assert(offsetof(Page, private_) == 20);
static_assert(offsetof(Page, mapcount) == 24);
static_assert(offsetof(Page, refcount) == 28);
static_assert(offsetof(Page, memcg_data) == 32);

}  // namespace mm32
