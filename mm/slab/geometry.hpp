// The arithmetic of slabs: how an object size becomes a slot size, a slab order and a count.
//
// Pure functions on numbers; nothing here reads guest memory but the cache that is being set up.
// Units: bytes unless the name says otherwise. An object slot, with everything that can be in it:
//
//   |<------------------------------------- size ------------------------------------------->|
//   | red_left_pad | object_size ... inuse | free pointer | 2 tracks | orig_size | right pad   |
//                  ^ the object's address  ^ inuse          (debug)    (kmalloc)
//
// Without constructor, poison or RCU the free pointer lies inside the object, at its middle.
// Linux 6.1 mm/slub.c calculate_sizes, calculate_order; mm/slab_common.c calculate_alignment.
#pragma once

#include "mm/slab/slab_options.hpp"

namespace mm32 {

inline constexpr std::uint32_t kTrackSize = 20;  // sizeof(struct track) with STACKDEPOT

/// Objects that fit a slab of 2^order pages.
constexpr std::uint32_t order_objects(unsigned order, std::uint32_t size) {
  return size == 0 ? 0 : static_cast<std::uint32_t>((std::uint64_t{kPageSize} << order) / size);
}

/// The smallest order that holds `bytes`. Linux: get_order.
constexpr unsigned order_for(std::uint64_t bytes) {
  unsigned order = 0;
  while ((std::uint64_t{kPageSize} << order) < bytes) ++order;
  return order;
}

std::uint32_t calculate_alignment(const SlabOptions& options, SlabFlags flags, std::uint32_t align,
                                  std::uint32_t size);

/// The order of slabs of `size`-byte slots. Errors: kInval when no order up to 10 holds one.
Result<unsigned> calculate_order(const SlabOptions& options, std::uint32_t size);

/// Fills in everything of `cache` that follows from its flags, object_size, align and ctor.
/// Errors, with part of the fields set: kInval; kDom for a slot of no bytes, where Linux divides by
/// zero. Linux: calculate_sizes, kmem_cache_open.
Result<void> calculate_sizes(const SlabOptions& options, KmemCache& cache);

}  // namespace mm32
