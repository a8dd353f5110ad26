// Handing out and taking back the objects of one cache: SLUB's mechanics.
//
// State: struct kmem_cache, kmem_cache_cpu, kmem_cache_node and struct page in guest memory. A slab
// is in exactly one place:
//
//   cpu_slab->slab      frozen; cpu_slab->freelist is its free list, slab_freelist collects frees
//   cpu_slab->partial   frozen, chained by lru.next; objects free, none taken from here yet
//   node->partial       not frozen, at least one object free
//   nowhere / full      not frozen, no object free (node->full when the cache stores users)
//
// S1  An object is free exactly when a free list of its slab reaches it.
// S2  Frees are reused in LIFO order.
// S3  inuse counts the objects that slab_freelist does not reach.
// Nothing here blocks. Pointers from guest memory are checked before use; what the real kernel
// would fault on stops the guest with that fault. Linux 6.1 mm/slub.c slab_alloc_node,
// ___slab_alloc, do_slab_free, __slab_free. Deviation: one CPU, so nothing retries; constructors
// are run by the caller (Allocated).
#pragma once

#include <vector>

#include "mm/slab/node_lists.hpp"
#include "mm/slab/slab_pages.hpp"
#include "mm/slab/slub_debug.hpp"

namespace mm32 {

/// An object, or 0 for no memory; or a new slab whose objects must be constructed first: construct
/// them, publish() it, and allocate again.
struct Allocated {
  VirtAddr object{};
  GuestPtr<Page> to_construct{};
};

class Slub {
 public:
  Slub(SlabContext& ctx, SlabPages& pages, SlubDebug& debug)
      : ctx_(ctx), pages_(pages), debug_(debug) {}

  /// An object of the CPU's free list, or 0: alloc() must do it. Linux: __slab_alloc_node.
  std::uint32_t alloc_fast(const KmemCache& s, Gfp gfp);
  /// True when the object went to the CPU's free list; else free() must do it. Linux: do_slab_free.
  bool free_fast(const KmemCache& s, const Page& slab, VirtAddr object);

  /// Linux: slab_alloc_node. `function` is the kernel function a fault is blamed on.
  Outcome<Allocated> alloc(KmemCache& s, Gfp gfp, std::uint32_t orig_size, const char* function);
  /// Linux: slab_free of one object.
  Outcome<void> free(KmemCache& s, Page& slab, VirtAddr object, const char* function);
  /// The same for the objects of one slab that their free pointers link from `head` to `tail`. They
  /// come out again last first. Linux: slab_free, slab_free_freelist_hook.
  Outcome<void> free_chain(KmemCache& s, Page& slab, FreeChain chain, const char* function);
  /// Puts a constructed slab where allocation finds it. Nothing when it is not a slab of `s` that
  /// waits for its constructors.
  Outcome<void> publish(KmemCache& s, GuestPtr<Page> slab);

  /// Gives the per-CPU slabs back to the node's list. Linux: flush_all.
  Outcome<void> flush_cpu(KmemCache& s);
  /// Releases empty slabs of the node's list and sorts the rest, fullest first. Linux:
  /// __kmem_cache_do_shrink.
  Outcome<void> shrink(KmemCache& s);
  /// Releases the empty slabs of the node's list and reports those that still have objects. Linux:
  /// free_partial.
  Outcome<void> release_empty_slabs(KmemCache& s);
  /// Releases a slab that is on no list. Linux: discard_slab.
  void discard(KmemCache& s, Page& slab);
  /// The slab counters of the node, for a slab that came into being. Linux: inc_slabs_node.
  void count_slab(KmemCache& s, const Page& slab);

 private:
  enum class Drain : std::uint8_t { kNever, kWhenFull };
  enum class Origin : std::uint8_t { kPartial, kNew };

  Outcome<std::uint32_t> refill(KmemCache& s, KmemCacheCpu& c);
  Outcome<std::uint32_t> take_from_node(KmemCache& s, KmemCacheCpu& c);
  Outcome<Allocated> alloc_not_debug(KmemCache& s, KmemCacheCpu& c, Gfp gfp);
  Outcome<Allocated> alloc_from_new_slab(KmemCache& s, KmemCacheCpu& c, Gfp gfp);
  Outcome<Allocated> alloc_debug(KmemCache& s, Gfp gfp, std::uint32_t orig_size);
  Outcome<std::uint32_t> take_single(KmemCache& s, KmemCacheNode& node, Page& slab,
                                     std::uint32_t orig_size, Origin origin);
  Outcome<std::uint32_t> take_checked_from_node(KmemCache& s, KmemCacheNode& node,
                                                std::uint32_t orig_size);
  Outcome<Allocated> hand_out(KmemCache& s, KmemCacheCpu& c, std::uint32_t object);
  // A new slab, nullptr when there is no memory (reported); one with constructor is marked.
  Outcome<Page*> new_slab(KmemCache& s, Gfp gfp);
  Outcome<void> prepare_object(KmemCache& s, Gfp gfp, VirtAddr object, const char* function);
  Outcome<FreeChain> turn_around(KmemCache& s, FreeChain chain, const char* function);
  Outcome<void> free_slow(KmemCache& s, Page& slab, FreeChain chain);
  Outcome<void> put_cpu_partial(KmemCache& s, Page& slab, Drain drain);
  Outcome<void> unfreeze_partials(KmemCache& s, GuestPtr<Page> chain);
  Outcome<void> deactivate(KmemCache& s, KmemCacheCpu& c);
  Outcome<std::vector<Page*>> partial_slabs(KmemCacheNode& node, const char* function);
  Outcome<void> free_debug(KmemCache& s, Page& slab, FreeChain chain);
  bool wants_clearing(const KmemCache& s, Gfp gfp) const;

  SlabContext& ctx_;
  SlabPages& pages_;
  SlubDebug& debug_;
};

inline bool Slub::wants_clearing(const KmemCache& s, Gfp gfp) const {
  if (!ctx_.options.init_on_alloc) return has(gfp, Gfp::kZero);
  if (s.ctor != 0) return false;
  if (any(s.flags & (SlabFlags::kTypesafeByRcu | SlabFlags::kPoison))) return has(gfp, Gfp::kZero);
  return true;
}

inline std::uint32_t Slub::alloc_fast(const KmemCache& s, Gfp gfp) {
  KmemCacheCpu* c = ctx_.view.object(s.cpu_slab);
  if (c == nullptr) [[unlikely]]
    return 0;
  const VirtAddr object(c->freelist);
  if (object.raw() == 0 || !c->slab || !ctx_.view.mapped(object, s.object_size)) [[unlikely]]
    return 0;
  c->freelist = get_free_pointer(ctx_, s, object);
  c->tid += 32;
  if (wants_clearing(s, gfp)) std::memset(ctx_.view.bytes(object), 0, s.object_size);
  return object.raw();
}

inline bool Slub::free_fast(const KmemCache& s, const Page& slab, VirtAddr object) {
  KmemCacheCpu* c = ctx_.view.object(s.cpu_slab);
  if (c == nullptr || c->slab != guest_ptr(slab) || object.raw() == c->freelist ||
      ctx_.options.init_on_free) [[unlikely]]
    return false;
  put_free_pointer(ctx_, s, object, c->freelist);
  c->freelist = object.raw();
  c->tid += 32;
  return true;
}

}  // namespace mm32
