// The slab allocator of one machine: composition root and public face.
//
// State: all in guest memory (slab_root.hpp); this object holds references and options only, so a
// machine that is re-opened from its RAM image attaches to the same root.
// Addresses and sizes are the guest's: VirtAddr in the direct map, bytes. A result address of 0 is
// NULL: no memory, already reported where Linux reports it. An Oops stops the guest task.
// Nothing here blocks and nothing runs guest code: kmem_cache_alloc asks for constructors to be run
// (NeedsCtor) and is then called again.
// Linux 6.1 mm/slub.c, mm/slab_common.c.
#pragma once

#include <memory>
#include <optional>

#include "mm/slab/cache_registry.hpp"
#include "mm/slab/kmalloc.hpp"
#include "mm/slab/object_array.hpp"

namespace mm32 {

/// A new slab: call `ctor` for each of `objects` addresses from `first`, `stride` apart, then
/// Slab::ctors_done(cache, slab), then the allocation again.
struct NeedsCtor {
  GuestPtr<Page> slab;
  VirtAddr ctor;
  VirtAddr first;
  std::uint32_t stride;
  std::uint32_t objects;
};

/// What an allocation from a cache gives: an address (0: no memory) or constructors to run.
struct CacheObject {
  VirtAddr object{};
  std::optional<NeedsCtor> needs_ctor{};
};

class Slab {
 public:
  /// Boots the allocator. Errors: kNoMem. All references must outlive it.
  static Result<std::unique_ptr<Slab>> create(const MmContext& mm, PageSource& pages,
                                              CallSite& calls);
  /// The allocator of a machine whose RAM already holds one. Errors: kInval when `root` is not the
  /// address that root() gave.
  static Result<std::unique_ptr<Slab>> attach(const MmContext& mm, PageSource& pages,
                                              CallSite& calls, VirtAddr root);

  VirtAddr root() const { return ctx_.root_ptr.va(); }
  /// Address of kmalloc_caches[4][14], a data symbol of modules.
  VirtAddr kmalloc_caches() const { return ctx_.kmalloc_caches; }
  /// Moves that array to `place` in lowmem, where the kernel image has its symbol. False, with
  /// nothing moved, when it does not fit there.
  bool place_kmalloc_caches(VirtAddr place);
  /// While the result lives, user tracking takes `caller` for the call site: for the kernel's own
  /// wrappers, whose callers are what a report should name. Linux: _RET_IP_ passed down.
  [[nodiscard]] TrackedCalls::Scope on_behalf_of(VirtAddr caller) { return {calls_, caller}; }

  // kmalloc -------------------------------------------------------------------------------------
  Outcome<VirtAddr> kmalloc(Bytes size, Gfp gfp) { return kmalloc_.alloc(clamp32(size), gfp); }
  /// Linux: kmalloc_trace: `cache` was read from kmalloc_caches by inline code.
  Outcome<VirtAddr> kmalloc_trace(VirtAddr cache, Gfp gfp, Bytes size);
  Outcome<VirtAddr> kmalloc_large(Bytes size, Gfp gfp) {
    return kmalloc_.alloc_large(clamp32(size), gfp);
  }
  Outcome<Done> kfree(VirtAddr object) { return kmalloc_.free(object); }
  Outcome<std::uint32_t> ksize(VirtAddr object) { return kmalloc_.ksize(object); }
  Bytes kmalloc_size_roundup(Bytes size) const {
    return Bytes(kmalloc_.size_roundup(clamp32(size)));
  }

  // Caches --------------------------------------------------------------------------------------
  Outcome<VirtAddr> kmem_cache_create(const CacheRequest& request) {
    return registry_.create(request);
  }
  Outcome<void> kmem_cache_destroy(VirtAddr cache) { return registry_.destroy(cache); }
  Outcome<int> kmem_cache_shrink(VirtAddr cache) { return registry_.shrink(cache); }
  /// Object size as the creator asked for. Linux: kmem_cache_size.
  Outcome<std::uint32_t> kmem_cache_size(VirtAddr cache) const;
  Outcome<CacheObject> kmem_cache_alloc(VirtAddr cache, Gfp gfp);
  Outcome<void> ctors_done(VirtAddr cache, GuestPtr<Page> slab);
  Outcome<Done> kmem_cache_free(VirtAddr cache, VirtAddr object);
  /// Frees all objects, a slab's together; the entries may change places. A null cache stands for
  /// kmalloc memory. Linux: kmem_cache_free_bulk, kfree_bulk.
  Outcome<void> free_bulk(VirtAddr cache, ObjectArray& objects);

  /// Every cache, newest first, as the kernel lists them.
  template <class Visit>
  void for_each_cache(Visit visit) const {
    registry_.for_each(visit);
  }
  const SlabContext& context() const { return ctx_; }

 private:
  Slab(const MmContext& mm, PageSource& pages, CallSite& calls);
  Outcome<KmemCache*> cache_from_object(VirtAddr cache, const Page* head, VirtAddr object);
  Outcome<KmemCache*> cache_for_bulk(VirtAddr cache, const Page* slab, VirtAddr object);
  Outcome<std::uint32_t> free_last_slab(VirtAddr cache, std::uint32_t size, ObjectArray& objects);
  static std::uint32_t clamp32(Bytes size) {
    return size.raw() > 0xffffffffu ? 0xffffffffu : static_cast<std::uint32_t>(size.raw());
  }

  SlabContext ctx_;
  TrackedCalls calls_;
  SlabPages pages_;
  SlubDebug debug_;
  Slub slub_;
  CacheRegistry registry_;
  Kmalloc kmalloc_;
};

}  // namespace mm32
