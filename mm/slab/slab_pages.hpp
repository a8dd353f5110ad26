// Slabs: blocks of pages that belong to one cache and are cut into objects.
//
// State: PG_slab, slab_cache, slab_freelist and slab_counters of the head page, and the free
// pointers in the objects. A new slab has all objects on its own free list, ascending or shuffled,
// inuse 0, not frozen, and is on no list; the caller puts it where it belongs and counts it.
// P1  A slab's objects lie inside its pages: objects * size <= page size of the block.
// Linux 6.1 mm/slub.c allocate_slab, shuffle_freelist, __free_slab, discard_slab.
#pragma once

#include "mm/slab/slab_context.hpp"

namespace mm32 {

class SlabPages {
 public:
  explicit SlabPages(SlabContext& ctx) : ctx_(ctx) {}

  /// A new slab; nullptr when there is no memory. Constructors have not run. Stops when the cache
  /// structure is damaged. Linux: new_slab.
  Outcome<Page*> allocate(KmemCache& s, Gfp gfp);

  /// Gives the pages back. The slab must be on no list. Linux: __free_slab.
  void release(const KmemCache& s, Page& slab);

  /// Address of the first object. Linux: fixup_red_left(slab_address()).
  VirtAddr first_object(const KmemCache& s, const Page& slab) const {
    return VirtAddr(ctx_.view.address_of(slab).raw() + left_pad(s));
  }

  /// The random order in which the free lists of a cache are linked; 0 when there is no memory, and
  /// then lists are ascending. `memory` is a guest array of oo.objects() words. Linux:
  /// init_cache_random_seq.
  void fill_random_seq(const KmemCache& s, VirtAddr memory);

 private:
  Result<Pfn> allocate_pages(const KmemCache& s, Gfp flags, OrderObjects& oo);
  Outcome<void> link_objects(const KmemCache& s, Page& slab, std::uint32_t objects);
  void link_ascending(const KmemCache& s, Page& slab, std::uint32_t objects);
  bool link_shuffled(const KmemCache& s, Page& slab, std::uint32_t objects);

  SlabContext& ctx_;
};

}  // namespace mm32
