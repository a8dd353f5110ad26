#include "mm/slab/slub_report.hpp"

#include "mm/page_alloc/flag_names.hpp"
#include "mm/slab/geometry.hpp"
#include "mm/slab/node_lists.hpp"

namespace mm32 {
Gfp fix_flags(const SlabContext& ctx, Gfp gfp) {
  const Gfp bad = gfp & (Gfp::kDma32 | Gfp::kHighmem | Gfp(~kGfpBitsMask));
  const Gfp good = gfp & ~bad;
  ctx.log(LogLevel::kWarning,
          fmt::format("Unexpected gfp: {:#x} ({}). Fixing up to gfp: {:#x} ({}). Fix your code!",
                      raw(bad), gfp_text(bad), raw(good), gfp_text(good)));
  ctx.diagnostics.dump_stack(LogLevel::kWarning);
  return good;
}

namespace {

template <class Count>
std::uint32_t sum_partial(const SlabContext& ctx, const KmemCacheNode& node, Count count) {
  std::uint32_t sum = 0;
  GuestPtr<ListHead> link = node.partial.next;
  const std::uint32_t limit = ctx.view.pages().lowmem_end().raw();
  for (std::uint32_t i = 0; i < limit && link != guest_ptr(node.partial); ++i) {
    const Page* slab = slab_of_link(ctx, link);
    if (slab == nullptr) break;
    sum += count(SlabCounters::of(slab->slab_counters));
    link = slab->lru.next;
  }
  return sum;
}

}  // namespace

std::uint32_t count_free(const SlabContext& ctx, const KmemCacheNode& node) {
  return sum_partial(ctx, node, [](SlabCounters c) { return c.objects - c.inuse; });
}

std::uint32_t count_partial_objects(const SlabContext& ctx, const KmemCacheNode& node) {
  return sum_partial(ctx, node, [](SlabCounters c) { return c.objects; });
}

void report_out_of_memory(const SlabContext& ctx, const KmemCache& s, Gfp gfp) {
  if (has(gfp, Gfp::kNoWarn) || ctx.diagnostics.is_repeated()) return;
  SlabRoot& root = ctx.root();
  constexpr std::uint32_t kBurst = 10;
  if (root.oom_reports >= kBurst) return;
  ++root.oom_reports;
  const auto warn = [&](const std::string& line) { ctx.log(LogLevel::kWarning, line); };
  const std::string name = guest_string(ctx.view, VirtAddr(s.name));
  warn(fmt::format("SLUB: Unable to allocate memory on node -1, gfp={:#x}({})", raw(gfp),
                   gfp_text(gfp)));
  warn(
      fmt::format("  cache: {}, object size: {}, buffer size: {}, default order: {}, min order: {}",
                  name, s.object_size, s.size, s.oo.order(), s.min.order()));
  if (s.min.order() > order_for(s.object_size))
    warn(fmt::format("  {} debugging increased min order, use slub_debug=O to disable.", name));
  if (const KmemCacheNode* node = ctx.view.object(s.node))
    warn(fmt::format("  node 0: slabs: {}, objs: {}, free: {}", node->nr_slabs, node->total_objects,
                     count_free(ctx, *node)));
}

}  // namespace mm32
