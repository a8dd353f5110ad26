#include "mm/slab/slub.hpp"

#include <algorithm>

#include "mm/slab/slub_report.hpp"

namespace mm32 {
namespace {

constexpr const char* kSlowPath = "___slab_alloc";
// Marks Page::lru.next of a slab whose constructors have not run.
constexpr std::uint32_t kWaitsForCtor = 0x51ab0c70;

// A slab on a per-CPU partial list uses Page::lru as {next slab, slabs in the chain from here}.
// Linux: struct slab, next and slabs.
GuestPtr<Page> next_partial(const Page& slab) { return slab.lru.next.as<Page>(); }
std::uint32_t chain_length(const Page& slab) { return slab.lru.prev.raw; }
void link_partial(Page& slab, GuestPtr<Page> next, std::uint32_t length) {
  slab.lru = {next.as<ListHead>(), GuestPtr<ListHead>(length)};
}

void set_counters(Page& slab, SlabCounters counters) { slab.slab_counters = counters.pack(); }

// Takes the whole free list of a slab for the CPU. Linux: get_freelist, acquire_slab.
std::uint32_t take_freelist(Page& slab) {
  const std::uint32_t list = slab.slab_freelist;
  SlabCounters counters = SlabCounters::of(slab.slab_counters);
  counters.inuse = counters.objects;
  counters.frozen = list != 0;
  slab.slab_freelist = 0;
  set_counters(slab, counters);
  return list;
}

}  // namespace

Outcome<Allocated> Slub::alloc(KmemCache& s, Gfp gfp, std::uint32_t orig_size,
                               const char* function) {
  if (const std::uint32_t object = alloc_fast(s, gfp)) return Allocated{VirtAddr(object), {}};
  KmemCacheCpu* c = ctx_.view.object(s.cpu_slab);
  if (c == nullptr) return page_fault(s.cpu_slab.va(), function);
  if (c->freelist != 0 && c->slab && !ctx_.view.mapped(VirtAddr(c->freelist), 1))
    return page_fault(VirtAddr(c->freelist + s.offset), function);
  c->tid += 32;
  Outcome<Allocated> result =
      is_debug(s) ? alloc_debug(s, gfp, orig_size) : alloc_not_debug(s, *c, gfp);
  if (result && result->object.raw() != 0) MM_TRY(prepare_object(s, gfp, result->object, function));
  return result;
}

Outcome<void> Slub::free(KmemCache& s, Page& slab, VirtAddr object, const char* function) {
  if (free_fast(s, slab, object)) return {};
  KmemCacheCpu* c = ctx_.view.object(s.cpu_slab);
  if (c == nullptr) return page_fault(VirtAddr(s.cpu_slab.raw + 4), function);
  if (ctx_.options.init_on_free) debug_.wipe_on_free(s, object);
  if (c->slab != guest_ptr(slab)) return free_slow(s, slab, {object, object, 1});
  MM_TRY(set_free_pointer(ctx_, s, object, c->freelist, function));
  c->freelist = object.raw();
  c->tid += 32;
  return {};
}

// Links the objects the other way round; what a damaged chain leads to is what the kernel would
// meet. Linux: slab_free_freelist_hook.
Outcome<FreeChain> Slub::turn_around(KmemCache& s, FreeChain chain, const char* function) {
  FreeChain turned{VirtAddr(), chain.head, chain.count};
  std::uint32_t object = chain.head.raw();
  for (std::uint32_t step = 0;; ++step) {
    const VirtAddr at(object);
    if (!ctx_.view.mapped(at + Bytes(s.offset), 4))
      return page_fault(at + Bytes(s.offset), function);
    if (step > 2 * chain.count) return damaged(ctx_, "list of freed objects", object, function);
    const std::uint32_t next = get_free_pointer(ctx_, s, at);
    if (ctx_.options.init_on_free) debug_.wipe_on_free(s, at);
    MM_TRY(set_free_pointer(ctx_, s, at, turned.head.raw(), function));
    turned.head = at;
    if (at == chain.tail) return turned;
    object = next;
  }
}

Outcome<void> Slub::free_chain(KmemCache& s, Page& slab, FreeChain chain, const char* function) {
  MM_TRY_ASSIGN(const FreeChain turned, turn_around(s, chain, function));
  KmemCacheCpu* c = ctx_.view.object(s.cpu_slab);
  if (c == nullptr) return page_fault(VirtAddr(s.cpu_slab.raw + 4), function);
  if (c->slab != guest_ptr(slab)) return free_slow(s, slab, turned);
  MM_TRY(set_free_pointer(ctx_, s, turned.tail, c->freelist, function));
  c->freelist = turned.head.raw();
  c->tid += 32;
  return {};
}

Outcome<Allocated> Slub::alloc_not_debug(KmemCache& s, KmemCacheCpu& c, Gfp gfp) {
  MM_TRY_ASSIGN(std::uint32_t object, refill(s, c));
  if (object == 0) {
    MM_TRY_ASSIGN(object, take_from_node(s, c));
  }
  return object != 0 ? hand_out(s, c, object) : alloc_from_new_slab(s, c, gfp);
}

// The free list of the CPU's slab, or of the next one on the per-CPU partial list that has one; 0
// when none has. The list is as long as there are frames at most.
Outcome<std::uint32_t> Slub::refill(KmemCache&, KmemCacheCpu& c) {
  const std::uint32_t limit = ctx_.view.pages().lowmem_end().raw();
  for (std::uint32_t step = 0; step < limit; ++step) {
    if (c.slab) {
      if (c.freelist != 0) return c.freelist;
      Page* slab = ctx_.view.page(c.slab);
      if (slab == nullptr) return page_fault(VirtAddr(c.slab.raw + 16), kSlowPath);
      if (const std::uint32_t list = take_freelist(*slab)) return list;
      c.slab = {};
    }
    if (!c.partial) return 0u;
    const Page* next = ctx_.view.page(c.partial);
    if (next == nullptr) return page_fault(VirtAddr(c.partial.raw + 4), kSlowPath);
    c.slab = c.partial;
    c.partial = next_partial(*next);
    c.freelist = 0;
  }
  return damaged(ctx_, "per-CPU partial list", c.partial.raw, kSlowPath);
}

Outcome<Allocated> Slub::hand_out(KmemCache& s, KmemCacheCpu& c, std::uint32_t object) {
  const VirtAddr at(object);
  if (!ctx_.view.mapped(VirtAddr(object + s.offset), 4) || !ctx_.view.mapped(at, 1))
    return page_fault(VirtAddr(object + s.offset), kSlowPath);
  c.freelist = get_free_pointer(ctx_, s, at);
  return Allocated{at, {}};
}

Outcome<void> Slub::prepare_object(KmemCache& s, Gfp gfp, VirtAddr object, const char* function) {
  if (!wants_clearing(s, gfp)) return {};
  if (!ctx_.view.mapped(object, s.object_size))
    return write_fault(ctx_.view.lowmem_end(), function);
  std::memset(ctx_.view.bytes(object), 0, s.object_size);
  return {};
}

// Freezes the first slab of the node's list for the CPU and moves some more to the per-CPU partial
// list. Linux: get_partial_node.
Outcome<std::uint32_t> Slub::take_from_node(KmemCache& s, KmemCacheCpu& c) {
  KmemCacheNode* node = ctx_.view.object(s.node);
  if (node == nullptr) return page_fault(VirtAddr(s.node.raw + 4), kSlowPath);
  std::uint32_t object = 0;
  std::uint32_t moved = 0;
  while (node->nr_partial != 0 && node->partial.next != guest_ptr(node->partial)) {
    Page* slab = slab_of_link(ctx_, node->partial.next);
    if (slab == nullptr) return page_fault(node->partial.next.va(), kSlowPath);
    MM_TRY(remove_partial(ctx_, *node, *slab));
    if (object == 0) {
      object = take_freelist(*slab);
      c.slab = guest_ptr(*slab);
      if (object == 0) return damaged(ctx_, "struct slab", guest_ptr(*slab).raw, kSlowPath);
    } else {
      SlabCounters counters = SlabCounters::of(slab->slab_counters);
      counters.frozen = true;
      set_counters(*slab, counters);
      MM_TRY(put_cpu_partial(s, *slab, Drain::kNever));
      ++moved;
    }
    if (s.cpu_partial == 0 || moved > s.cpu_partial_slabs / 2) break;
  }
  return object;
}

Outcome<Page*> Slub::new_slab(KmemCache& s, Gfp gfp) {
  constexpr Gfp kBugMask = Gfp::kDma32 | Gfp::kHighmem | Gfp(~kGfpBitsMask);  // GFP_SLAB_BUG_MASK
  if (has(gfp, kBugMask)) [[unlikely]]
    gfp = fix_flags(ctx_, gfp);
  if (s.ctor != 0 && has(gfp, Gfp::kZero) && first_time(ctx_.root(), WarnOnce::kCtorZero))
    ctx_.diagnostics.warning({"mm/slub.c", 1995, "___slab_alloc"}, {});
  MM_TRY_ASSIGN(Page * slab, pages_.allocate(s, gfp));
  if (slab == nullptr)
    report_out_of_memory(ctx_, s, gfp);
  else if (s.ctor != 0)
    slab->lru = {GuestPtr<ListHead>(kWaitsForCtor), GuestPtr<ListHead>(kListPoison2)};
  return slab;
}

Outcome<Allocated> Slub::alloc_from_new_slab(KmemCache& s, KmemCacheCpu& c, Gfp gfp) {
  MM_TRY_ASSIGN(Page * slab, new_slab(s, gfp));
  if (slab == nullptr) return Allocated{};
  if (s.ctor != 0) return Allocated{VirtAddr(), guest_ptr(*slab)};
  const std::uint32_t object = take_freelist(*slab);
  count_slab(s, *slab);
  c.slab = guest_ptr(*slab);
  return hand_out(s, c, object);
}

Outcome<void> Slub::publish(KmemCache& s, GuestPtr<Page> slab) {
  Page* page = ctx_.view.page(slab);
  KmemCacheNode* node = ctx_.view.object(s.node);
  if (page == nullptr || node == nullptr || !page->test(PageFlag::kSlab) ||
      page->slab_cache != guest_ptr(s).raw || page->lru.next.raw != kWaitsForCtor)
    return {};
  count_slab(s, *page);
  return add_partial(ctx_, *node, *page, ListEnd::kHead);
}

void Slub::count_slab(KmemCache& s, const Page& slab) {
  if (KmemCacheNode* node = ctx_.view.object(s.node)) {
    ++node->nr_slabs;
    node->total_objects += SlabCounters::of(slab.slab_counters).objects;
  }
}

void Slub::discard(KmemCache& s, Page& slab) {
  if (KmemCacheNode* node = ctx_.view.object(s.node)) {
    --node->nr_slabs;
    node->total_objects -= SlabCounters::of(slab.slab_counters).objects;
  }
  if (is_debug(s)) debug_.before_release(s, slab);
  pages_.release(s, slab);
}

// Linux: __slab_free.
Outcome<void> Slub::free_slow(KmemCache& s, Page& slab, FreeChain chain) {
  if (is_debug(s)) [[unlikely]]
    return free_debug(s, slab, chain);
  KmemCacheNode* node = ctx_.view.object(s.node);
  if (node == nullptr) return page_fault(VirtAddr(s.node.raw + 4), "__slab_free");
  const std::uint32_t prior = slab.slab_freelist;
  MM_TRY(set_free_pointer(ctx_, s, chain.tail, prior, "__slab_free"));
  SlabCounters counters = SlabCounters::of(slab.slab_counters);
  counters.inuse = (counters.inuse - chain.count) & 0xffff;
  slab.slab_freelist = chain.head.raw();
  const bool was_frozen = counters.frozen;
  if (!was_frozen && prior == 0 && s.cpu_partial != 0) {
    counters.frozen = true;
    set_counters(slab, counters);
    return put_cpu_partial(s, slab, Drain::kWhenFull);
  }
  set_counters(slab, counters);
  if (was_frozen) return {};
  const bool release = counters.inuse == 0 && node->nr_partial >= s.min_partial;
  if (release) {
    if (prior != 0) MM_TRY(remove_partial(ctx_, *node, slab));
    discard(s, slab);
  } else if (prior == 0) {
    MM_TRY(add_partial(ctx_, *node, slab, ListEnd::kTail));
  }
  return {};
}

Outcome<void> Slub::put_cpu_partial(KmemCache& s, Page& slab, Drain drain) {
  KmemCacheCpu* c = ctx_.view.object(s.cpu_slab);
  if (c == nullptr) return page_fault(VirtAddr(s.cpu_slab.raw + 12), "put_cpu_partial");
  GuestPtr<Page> chain = c->partial;
  GuestPtr<Page> to_unfreeze;
  std::uint32_t slabs = 0;
  if (chain) {
    Page* first = ctx_.view.page(chain);
    if (first == nullptr) return page_fault(VirtAddr(chain.raw + 8), "put_cpu_partial");
    slabs = chain_length(*first);
    if (drain == Drain::kWhenFull && slabs >= s.cpu_partial_slabs) {
      to_unfreeze = chain;
      chain = {};
      slabs = 0;
    }
  }
  link_partial(slab, chain, slabs + 1);
  c->partial = guest_ptr(slab);
  return to_unfreeze ? unfreeze_partials(s, to_unfreeze) : Outcome<void>{};
}

// Linux: __unfreeze_partials. The chain is as long as its first entry says at most.
Outcome<void> Slub::unfreeze_partials(KmemCache& s, GuestPtr<Page> chain) {
  constexpr const char* kFunction = "__unfreeze_partials";
  KmemCacheNode* node = ctx_.view.object(s.node);
  if (node == nullptr) return page_fault(VirtAddr(s.node.raw), kFunction);
  for (std::uint32_t step = 0; chain; ++step) {
    Page* slab = ctx_.view.page(chain);
    if (slab == nullptr) return page_fault(VirtAddr(chain.raw + 4), kFunction);
    if (step > ctx_.view.pages().lowmem_end().raw())
      return damaged(ctx_, "per-CPU partial list", chain.raw, kFunction);
    chain = next_partial(*slab);
    SlabCounters counters = SlabCounters::of(slab->slab_counters);
    counters.frozen = false;
    set_counters(*slab, counters);
    if (counters.inuse == 0 && node->nr_partial >= s.min_partial)
      discard(s, *slab);
    else
      MM_TRY(add_partial(ctx_, *node, *slab, ListEnd::kTail));
  }
  return {};
}

}  // namespace mm32
