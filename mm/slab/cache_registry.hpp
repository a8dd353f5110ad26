// The list of caches: making, sharing and destroying them, and the boot of the allocator.
//
// State: struct kmem_cache objects in the cache "kmem_cache", linked into SlabRoot::slab_caches
// (newest first), kmem_cache_node objects in the cache of that name, CPU slots in the root page.
// R1  Every cache on the list has a node and a CPU slot. R2  refcount is the number of
// kmem_cache_create calls that share the cache; boot and kmalloc caches have -1 or 1 and are never
// merged into.
// Linux 6.1 mm/slab_common.c kmem_cache_create_usercopy, find_mergeable, kmem_cache_destroy;
// mm/slub.c kmem_cache_init, bootstrap, __kmem_cache_shutdown.
// Deviation: slabs of TYPESAFE_BY_RCU caches are released at once, there is no grace period.
#pragma once

#include "mm/slab/geometry.hpp"
#include "mm/slab/slub.hpp"

namespace mm32 {

struct CacheRequest {
  std::string name{};
  std::uint32_t size = 0;
  std::uint32_t align = 0;
  SlabFlags flags = SlabFlags::kNone;
  std::uint32_t ctor = 0;  // guest function
  std::uint32_t useroffset = 0;
  std::uint32_t usersize = 0;
};

class CacheRegistry {
 public:
  CacheRegistry(SlabContext& ctx, SlabPages& pages, Slub& slub, CallSite& calls)
      : ctx_(ctx), pages_(pages), slub_(slub), calls_(calls) {}

  /// Makes the caches kmem_cache, kmem_cache_node and the kmalloc caches. Errors: kNoMem; the
  /// allocator is unusable then.
  Result<void> boot();

  /// A new cache, or an existing compatible one with one more user. A failure is an address that
  /// holds its errno, ERR_PTR(-EINVAL); what is printed then is up to the caller.
  /// Linux: kmem_cache_create_usercopy.
  Outcome<VirtAddr> create(const CacheRequest& request);
  /// Linux: kmem_cache_destroy.
  Outcome<void> destroy(VirtAddr cache);
  /// 0 when nothing is left in use, else 1. Linux: kmem_cache_shrink.
  Outcome<int> shrink(VirtAddr cache);

  /// The cache at a guest address; nullptr when it cannot be one.
  KmemCache* find(VirtAddr cache) const { return ctx_.view.object(GuestPtr<KmemCache>(cache)); }

  /// Calls visit(cache) for every cache, newest first, until it has seen as many as there can be.
  template <class Visit>
  void for_each(Visit visit) const {
    const SlabRoot& root = ctx_.root();
    GuestPtr<ListHead> at = root.slab_caches.next;
    for (std::uint32_t i = 0; i < kMaxCaches && at != guest_ptr(root.slab_caches); ++i) {
      KmemCache* s = ctx_.view.object(GuestPtr<KmemCache>(at.raw - kListOffset));
      if (s == nullptr) return;
      at = s->list.next;
      visit(*s);
    }
  }

 private:
  static constexpr std::uint32_t kMaxCaches = 1u << 20;
  static constexpr std::uint32_t kListOffset = offsetof(KmemCache, list);

  Result<void> open(KmemCache& s, SlabFlags flags);
  Result<void> boot_cache(KmemCache& s, VirtAddr name, std::uint32_t size, SlabFlags flags);
  Result<GuestPtr<KmemCacheNode>> early_node(KmemCache& s);
  Result<GuestPtr<KmemCacheNode>> make_node();
  Result<KmemCache*> bootstrap(KmemCache& boot);
  Result<void> boot_kmalloc_caches();
  Result<void> boot_kmalloc_cache(KmallocType type, unsigned index, unsigned& names);
  VirtAddr boot_name(unsigned slot, const std::string& text);
  Result<VirtAddr> raw_alloc(KmemCache& s, Gfp gfp);
  Result<VirtAddr> small_alloc(std::uint32_t size);
  void init_random_seq(KmemCache& s);

  KmemCache* find_mergeable(const CacheRequest& request);
  Result<KmemCache*> create_new(const CacheRequest& request);
  void init_stack_depot();
  Outcome<bool> shut_down(KmemCache& s);
  Outcome<void> release(KmemCache& s);

  SlabContext& ctx_;
  SlabPages& pages_;
  Slub& slub_;
  CallSite& calls_;
};

/// "kmalloc-1k", "dma-kmalloc-96", … Linux: kmalloc_info.
std::string kmalloc_name(KmallocType type, unsigned index);
/// Object size of the caches of an index of kmalloc_caches.
std::uint32_t kmalloc_size(unsigned index);

}  // namespace mm32
