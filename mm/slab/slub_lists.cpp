// Slub: moving slabs between the CPU and the node, and the allocation of debugged caches, which
// never have a CPU slab: every object goes through the node's lists and is checked on its way.
#include <algorithm>
#include <vector>

#include "mm/slab/slub.hpp"

namespace mm32 {
namespace {

constexpr std::uint32_t kPromoteMax = 32;  // SHRINK_PROMOTE_MAX

std::uint32_t free_objects(const Page& slab) {
  const SlabCounters counters = SlabCounters::of(slab.slab_counters);
  return counters.objects - counters.inuse;
}

// Where kmem_cache_shrink puts a slab: the fuller, the nearer to the front.
std::uint32_t shrink_rank(const Page& slab) {
  const std::uint32_t free = free_objects(slab);
  return free >= 1 && free <= kPromoteMax ? free : kPromoteMax + 1;
}

}  // namespace

// Puts what is left of the CPU's free list back into the slab and the slab on the node's list.
// Linux: deactivate_slab.
Outcome<void> Slub::deactivate(KmemCache& s, KmemCacheCpu& c) {
  constexpr const char* kFunction = "deactivate_slab";
  Page* slab = ctx_.view.page(c.slab);
  KmemCacheNode* node = ctx_.view.object(s.node);
  if (slab == nullptr) return page_fault(VirtAddr(c.slab.raw + 16), kFunction);
  if (node == nullptr) return page_fault(s.node.va(), kFunction);
  SlabCounters counters = SlabCounters::of(slab->slab_counters);
  std::uint32_t returned = 0;
  for (std::uint32_t object = c.freelist; object != 0; ++returned) {
    const VirtAddr at(object);
    if (!ctx_.view.mapped(VirtAddr(object + s.offset), 4))
      return page_fault(VirtAddr(object + s.offset), kFunction);
    if (returned >= counters.objects)
      return damaged(ctx_, "per-CPU free list", guest_ptr(c).raw, kFunction);
    object = get_free_pointer(ctx_, s, at);
    put_free_pointer(ctx_, s, at, slab->slab_freelist);
    slab->slab_freelist = at.raw();
  }
  c.freelist = 0;
  c.slab = {};
  c.tid += 32;
  counters.inuse = (counters.inuse - returned) & 0xffff;
  counters.frozen = false;
  slab->slab_counters = counters.pack();
  if (counters.inuse == 0 && node->nr_partial >= s.min_partial) {
    discard(s, *slab);
    return {};
  }
  return slab->slab_freelist != 0 ? add_partial(ctx_, *node, *slab, ListEnd::kTail)
                                  : Outcome<void>{};
}

Outcome<void> Slub::flush_cpu(KmemCache& s) {
  KmemCacheCpu* c = ctx_.view.object(s.cpu_slab);
  if (c == nullptr) return page_fault(s.cpu_slab.va(), "flush_cpu_slab");
  if (c->slab) MM_TRY(deactivate(s, *c));
  const GuestPtr<Page> chain = c->partial;
  c->partial = {};
  return chain ? unfreeze_partials(s, chain) : Outcome<void>{};
}

Outcome<std::vector<Page*>> Slub::partial_slabs(KmemCacheNode& node, const char* function) {
  std::vector<Page*> slabs;
  const std::uint32_t limit = ctx_.view.pages().lowmem_end().raw();
  for (GuestPtr<ListHead> at = node.partial.next; at != guest_ptr(node.partial);) {
    Page* slab = slab_of_link(ctx_, at);
    if (slab == nullptr) return page_fault(at.va(), function);
    if (slabs.size() > limit) return damaged(ctx_, "partial list", at.raw, function);
    slabs.push_back(slab);
    at = slab->lru.next;
  }
  return slabs;
}

Outcome<void> Slub::release_empty_slabs(KmemCache& s) {
  constexpr const char* kFunction = "__kmem_cache_shutdown";
  KmemCacheNode* node = ctx_.view.object(s.node);
  if (node == nullptr) return page_fault(s.node.va(), kFunction);
  MM_TRY_ASSIGN(const std::vector<Page*> slabs, partial_slabs(*node, kFunction));
  for (Page* slab : slabs) {
    if (SlabCounters::of(slab->slab_counters).inuse != 0) {
      debug_.report_remaining(s, *slab);
      continue;
    }
    MM_TRY(remove_partial(ctx_, *node, *slab));
    discard(s, *slab);
  }
  return {};
}

Outcome<void> Slub::shrink(KmemCache& s) {
  constexpr const char* kFunction = "__kmem_cache_do_shrink";
  MM_TRY(flush_cpu(s));
  KmemCacheNode* node = ctx_.view.object(s.node);
  if (node == nullptr) return page_fault(s.node.va(), kFunction);
  MM_TRY_ASSIGN(std::vector<Page*> slabs, partial_slabs(*node, kFunction));
  for (Page* slab : slabs) MM_TRY(remove_partial(ctx_, *node, *slab));
  // Each rank is in reverse order of the old list, what has no rank stays in order at the end.
  const auto ranked = std::stable_partition(slabs.begin(), slabs.end(), [](const Page* slab) {
    return shrink_rank(*slab) <= kPromoteMax;
  });
  std::reverse(slabs.begin(), ranked);
  std::stable_sort(slabs.begin(), ranked,
                   [](const Page* a, const Page* b) { return shrink_rank(*a) < shrink_rank(*b); });
  for (Page* slab : slabs) {
    if (SlabCounters::of(slab->slab_counters).inuse == 0)
      discard(s, *slab);
    else
      MM_TRY(add_partial(ctx_, *node, *slab, ListEnd::kTail));
  }
  return {};
}

// The first object of the slab's free list, checked; 0 when the checks failed and the slab was put
// aside. Linux: alloc_single_from_partial, alloc_single_from_new_slab.
Outcome<std::uint32_t> Slub::take_single(KmemCache& s, KmemCacheNode& node, Page& slab,
                                         std::uint32_t orig_size, Origin origin) {
  const VirtAddr object(slab.slab_freelist);
  const VirtAddr link(object.raw() + s.offset);
  if (!ctx_.view.mapped(link, 4)) return page_fault(link, "___slab_alloc");
  slab.slab_freelist = get_free_pointer(ctx_, s, object);
  SlabCounters counters = SlabCounters::of(slab.slab_counters);
  counters.inuse = (counters.inuse + 1) & 0xffff;
  slab.slab_counters = counters.pack();
  if (!debug_.before_alloc(s, slab, object, orig_size)) {
    if (origin == Origin::kPartial) MM_TRY(remove_partial(ctx_, node, slab));
    return 0u;
  }
  counters = SlabCounters::of(slab.slab_counters);
  const bool full = counters.inuse == counters.objects;
  if (origin == Origin::kPartial && full) MM_TRY(remove_partial(ctx_, node, slab));
  if (full) MM_TRY(add_full(ctx_, s, node, slab));
  if (origin == Origin::kNew) {
    if (!full) MM_TRY(add_partial(ctx_, node, slab, ListEnd::kHead));
    count_slab(s, slab);
  }
  return object.raw();
}

Outcome<std::uint32_t> Slub::take_checked_from_node(KmemCache& s, KmemCacheNode& node,
                                                    std::uint32_t orig_size) {
  const std::uint32_t limit = ctx_.view.pages().lowmem_end().raw();
  GuestPtr<ListHead> at = node.partial.next;
  for (std::uint32_t step = 0; node.nr_partial != 0 && at != guest_ptr(node.partial); ++step) {
    Page* slab = slab_of_link(ctx_, at);
    if (slab == nullptr) return page_fault(at.va(), "___slab_alloc");
    if (step > limit) return damaged(ctx_, "partial list", at.raw, "___slab_alloc");
    at = slab->lru.next;
    MM_TRY_ASSIGN(const std::uint32_t object,
                  take_single(s, node, *slab, orig_size, Origin::kPartial));
    if (object != 0) return object;
  }
  return 0u;
}

Outcome<Allocated> Slub::alloc_debug(KmemCache& s, Gfp gfp, std::uint32_t orig_size) {
  KmemCacheNode* node = ctx_.view.object(s.node);
  if (node == nullptr) return page_fault(VirtAddr(s.node.raw + 4), "___slab_alloc");
  MM_TRY_ASSIGN(std::uint32_t object, take_checked_from_node(s, *node, orig_size));
  if (object == 0) {
    MM_TRY_ASSIGN(Page * slab, new_slab(s, gfp));
    if (slab == nullptr) return Allocated{};
    if (s.ctor != 0) return Allocated{VirtAddr(), guest_ptr(*slab)};
    MM_TRY_ASSIGN(object, take_single(s, *node, *slab, orig_size, Origin::kNew));
    if (object == 0) return Allocated{};
  }
  debug_.track_alloc(s, VirtAddr(object));
  return Allocated{VirtAddr(object), {}};
}

// Linux: free_to_partial_list.
Outcome<void> Slub::free_debug(KmemCache& s, Page& slab, FreeChain chain) {
  KmemCacheNode* node = ctx_.view.object(s.node);
  if (node == nullptr) return page_fault(s.node.va(), "free_to_partial_list");
  // The kernel links a chain of one before it checks, which cuts the list that the object is on.
  if (chain.count == 1 && ctx_.view.mapped(chain.head + Bytes(s.offset), 4))
    put_free_pointer(ctx_, s, chain.head, 0);
  if (!debug_.before_free(s, slab, chain)) return {};
  const std::uint32_t prior = slab.slab_freelist;
  MM_TRY(set_free_pointer(ctx_, s, chain.tail, prior, "free_to_partial_list"));
  SlabCounters counters = SlabCounters::of(slab.slab_counters);
  counters.inuse = (counters.inuse - chain.count) & 0xffff;
  slab.slab_counters = counters.pack();
  slab.slab_freelist = chain.head.raw();
  const bool release = counters.inuse == 0 && node->nr_partial >= s.min_partial;
  if (prior == 0) {
    MM_TRY(remove_full(ctx_, s, slab));
    if (!release) MM_TRY(add_partial(ctx_, *node, slab, ListEnd::kTail));
  } else if (release) {
    MM_TRY(remove_partial(ctx_, *node, slab));
  }
  if (release) discard(s, slab);
  return {};
}

}  // namespace mm32
