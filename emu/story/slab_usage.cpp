#include "emu/story/slab_usage.hpp"

#include <algorithm>

#include "mm/slab/node_lists.hpp"

namespace mm32::emu {
namespace {

std::uint32_t free_in(const Page& slab) {
  const SlabCounters counters = SlabCounters::of(slab.slab_counters);
  return counters.objects - std::min(counters.inuse, counters.objects);
}

std::uint32_t list_length(const SlabContext& ctx, const KmemCache& s, std::uint32_t first,
                          std::uint32_t most) {
  std::uint32_t length = 0;
  for (VirtAddr at(first); at.raw() != 0 && length < most; ++length) {
    if (!ctx.view.mapped(VirtAddr(at.raw() + s.offset), 4)) break;
    at = VirtAddr(get_free_pointer(ctx, s, at));
  }
  return length;
}

std::uint32_t free_on_node(const SlabContext& ctx, const KmemCacheNode& node) {
  std::uint32_t free = 0;
  GuestPtr<ListHead> at = node.partial.next;
  for (std::uint32_t i = 0; i < node.nr_partial && at != guest_ptr(node.partial); ++i) {
    const Page* slab = slab_of_link(ctx, at);
    if (slab == nullptr) break;
    free += free_in(*slab);
    at = slab->lru.next;
  }
  return free;
}

std::uint32_t free_on_cpu(const SlabContext& ctx, const KmemCache& s, std::uint32_t most_slabs) {
  const KmemCacheCpu* cpu = ctx.view.object(s.cpu_slab);
  if (cpu == nullptr) return 0;
  std::uint32_t free = 0;
  if (const Page* slab = cpu->slab ? ctx.view.page(cpu->slab) : nullptr) {
    const std::uint32_t most = SlabCounters::of(slab->slab_counters).objects;
    free += list_length(ctx, s, cpu->freelist, most) + free_in(*slab);
  }
  GuestPtr<Page> at = cpu->partial;
  for (std::uint32_t i = 0; at && i < most_slabs; ++i) {
    const Page* slab = ctx.view.page(at);
    if (slab == nullptr) break;
    free += free_in(*slab);
    at = slab->lru.next.as<Page>();
  }
  return free;
}

}  // namespace

SlabUsage slab_usage(const SlabContext& ctx, const KmemCache& cache) {
  const KmemCacheNode* node = ctx.view.object(cache.node);
  if (node == nullptr) return {};
  const std::uint32_t free = free_on_node(ctx, *node) + free_on_cpu(ctx, cache, node->nr_slabs);
  return {node->total_objects - std::min(free, node->total_objects), node->total_objects};
}

}  // namespace mm32::emu
