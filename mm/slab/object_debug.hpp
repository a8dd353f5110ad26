// The bytes that SLUB debugging writes around and into objects.
//
// Values of Linux's include/linux/poison.h. Everything is written at offsets that follow from the
// cache (geometry.hpp), inside the slab's pages (SlabPages P1).
// Linux 6.1 mm/slub.c init_object, setup_slab_debug, setup_object_debug, get_info_end.
#pragma once

#include "mm/slab/slab_context.hpp"

namespace mm32 {

/// Objects of one slab, linked by their free pointers from `head` to `tail`.
struct FreeChain {
  VirtAddr head;
  VirtAddr tail;
  std::uint32_t count;
};

inline constexpr std::uint8_t kPoisonInuse = 0x5a;  // POISON_INUSE
inline constexpr std::uint8_t kPoisonFree = 0x6b;   // POISON_FREE
inline constexpr std::uint8_t kPoisonEnd = 0xa5;    // POISON_END
inline constexpr std::uint8_t kRedInactive = 0xbb;  // SLUB_RED_INACTIVE
inline constexpr std::uint8_t kRedActive = 0xcc;    // SLUB_RED_ACTIVE

/// Offset of what follows the free pointer. Linux: get_info_end.
constexpr std::uint32_t info_end(const KmemCache& s) {
  return s.offset >= s.inuse ? s.inuse + 4 : s.inuse;
}

/// Whether every offset that debugging uses lies inside the slot.
bool debug_layout_plausible(const KmemCache& s);

/// Red zones to `red`, poison if the cache is poisoned. Linux: init_object.
void init_object(const SlabContext& ctx, const KmemCache& s, VirtAddr object, std::uint8_t red);
void setup_slab_debug(const SlabContext& ctx, const KmemCache& s, const Page& slab, Order order);
void setup_object_debug(const SlabContext& ctx, const KmemCache& s, VirtAddr object);

}  // namespace mm32
