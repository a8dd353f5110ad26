#include "mm/slab/slab_pages.hpp"

#include <algorithm>

#include "mm/slab/object_debug.hpp"

namespace mm32 {
namespace {

// GFP_RECLAIM_MASK | GFP_CONSTRAINT_MASK: what the page allocator is told of a caller's flags.
constexpr Gfp kPassedOn = Gfp::kReclaim | Gfp::kHigh | Gfp::kIo | Gfp::kFs | Gfp::kNoWarn |
                          Gfp::kRetryMayfail | Gfp::kNoFail | Gfp::kNoRetry | Gfp::kMemalloc |
                          Gfp::kNoMemalloc | Gfp::kAtomicFlag | Gfp::kHardwall | Gfp::kThisNode;

bool plausible(const KmemCache& s, OrderObjects oo) {
  return s.size >= 4 && oo.order() <= kMaxPageOrder && oo.objects() > 0 &&
         oo.objects() <= kMaxObjsPerSlab &&
         std::uint64_t{oo.objects()} * s.size <= std::uint64_t{kPageSize} << oo.order() &&
         std::uint64_t{s.offset} + left_pad(s) + 4 <= s.size;
}

NodeStat stat_of(const KmemCache& s) {
  return any(s.flags & SlabFlags::kReclaimAccount) ? NodeStat::kSlabReclaimable
                                                   : NodeStat::kSlabUnreclaimable;
}

std::int32_t pages_of(Order order) { return static_cast<std::int32_t>(order.pages().raw()); }

}  // namespace

Result<Pfn> SlabPages::allocate_pages(const KmemCache& s, Gfp flags, OrderObjects& oo) {
  Gfp first = (flags | Gfp::kNoWarn | Gfp::kNoRetry) & ~Gfp::kNoFail;
  if (has(first, Gfp::kDirectReclaim) && oo.order() > s.min.order())
    first = (first | Gfp::kNoMemalloc) & ~Gfp::kReclaim;
  if (auto pfn = ctx_.view.pages().alloc_pages(first, Order(oo.order()))) return *pfn;
  oo = s.min;
  return ctx_.view.pages().alloc_pages(flags, Order(oo.order()));
}

Outcome<Page*> SlabPages::allocate(KmemCache& s, Gfp gfp) {
  OrderObjects oo = s.oo;
  if (!plausible(s, oo) || !plausible(s, s.min))
    return damaged(ctx_, "struct kmem_cache", guest_ptr(s).raw, "allocate_slab");
  const auto pfn = allocate_pages(s, (gfp & kPassedOn) | s.allocflags, oo);
  if (!pfn) return nullptr;
  ctx_.view.pages().add_node_stat(stat_of(s), pages_of(Order(oo.order())));
  Page& slab = ctx_.view.pages().page(*pfn);
  slab.set(PageFlag::kSlab);
  slab.slab_cache = guest_ptr(s).raw;
  slab.slab_counters = SlabCounters{0, oo.objects(), false}.pack();
  setup_slab_debug(ctx_, s, slab, Order(oo.order()));
  MM_TRY(link_objects(s, slab, oo.objects()));
  return &slab;
}

Outcome<void> SlabPages::link_objects(const KmemCache& s, Page& slab, std::uint32_t objects) {
  if (is_debug(s)) [[unlikely]] {
    const VirtAddr first = first_object(s, slab);
    for (std::uint32_t i = 0; i < objects; ++i)
      setup_object_debug(ctx_, s, VirtAddr(first.raw() + i * s.size));
  }
  if (!link_shuffled(s, slab, objects)) link_ascending(s, slab, objects);
  return {};
}

void SlabPages::link_ascending(const KmemCache& s, Page& slab, std::uint32_t objects) {
  std::uint32_t object = first_object(s, slab).raw();
  slab.slab_freelist = object;
  for (std::uint32_t i = 1; i < objects; ++i, object += s.size)
    put_free_pointer(ctx_, s, VirtAddr(object), object + s.size);
  put_free_pointer(ctx_, s, VirtAddr(object), 0);
}

bool SlabPages::link_shuffled(const KmemCache& s, Page& slab, std::uint32_t objects) {
  const std::uint32_t count = s.oo.objects();
  if (!ctx_.options.freelist_random || objects < 2 || s.random_seq == 0 ||
      !ctx_.view.mapped(VirtAddr(s.random_seq), std::uint64_t{count} * 4))
    return false;
  const std::uint32_t first = first_object(s, slab).raw();
  std::uint32_t position = next_random(ctx_.root()) % count;
  std::uint32_t linked = 0;
  std::uint32_t previous = 0;
  for (std::uint32_t step = 0; step < count && linked < objects; ++step) {
    const std::uint32_t offset = ctx_.view.load32(VirtAddr(s.random_seq + 4 * position));
    position = position + 1 == count ? 0 : position + 1;
    if (offset >= objects * s.size || offset % s.size != 0) continue;
    if (linked == 0)
      slab.slab_freelist = first + offset;
    else
      put_free_pointer(ctx_, s, VirtAddr(previous), first + offset);
    previous = first + offset;
    ++linked;
  }
  if (linked < objects) return false;
  put_free_pointer(ctx_, s, VirtAddr(previous), 0);
  return true;
}

void SlabPages::fill_random_seq(const KmemCache& s, VirtAddr memory) {
  const std::uint32_t count = s.oo.objects();
  const auto entry = [&](std::uint32_t i) { return VirtAddr(memory.raw() + 4 * i); };
  for (std::uint32_t i = 0; i < count; ++i) ctx_.view.store32(entry(i), i * s.size);
  for (std::uint32_t i = count; i-- > 1;) {
    const std::uint32_t j = next_random(ctx_.root()) % (i + 1);
    const std::uint32_t swapped = ctx_.view.load32(entry(i));
    ctx_.view.store32(entry(i), ctx_.view.load32(entry(j)));
    ctx_.view.store32(entry(j), swapped);
  }
}

void SlabPages::release(const KmemCache& s, Page& slab) {
  const Order order = ctx_.view.order_of(slab);
  ctx_.view.pages().add_node_stat(stat_of(s), -pages_of(order));
  slab.clear(PageFlag::kSlab);
  slab.slab_cache = 0;
  slab.mapcount = -1;
  ctx_.view.pages().free_pages(ctx_.view.pages().pfn_of_page(guest_ptr(slab)), order);
}

}  // namespace mm32
