#include "mm/slab/slub_report.hpp"

#include <array>

#include "mm/slab/geometry.hpp"
#include "mm/slab/node_lists.hpp"

namespace mm32 {
namespace {

struct GfpName {
  std::uint32_t bits;
  const char* name;
};

// Combinations before their parts, in the order in which Linux looks for them.
constexpr std::array kGfpNames{
    GfpName{0x1c24ca, "GFP_TRANSHUGE"},
    GfpName{0x1c20ca, "GFP_TRANSHUGE_LIGHT"},
    GfpName{raw(Gfp::kHighuserMovable), "GFP_HIGHUSER_MOVABLE"},
    GfpName{raw(Gfp::kHighuser), "GFP_HIGHUSER"},
    GfpName{raw(Gfp::kUser), "GFP_USER"},
    GfpName{raw(Gfp::kKernelAccount), "GFP_KERNEL_ACCOUNT"},
    GfpName{raw(Gfp::kKernel), "GFP_KERNEL"},
    GfpName{raw(Gfp::kNoFs), "GFP_NOFS"},
    GfpName{raw(Gfp::kAtomic), "GFP_ATOMIC"},
    GfpName{raw(Gfp::kNoIo), "GFP_NOIO"},
    GfpName{raw(Gfp::kNowait), "GFP_NOWAIT"},
    GfpName{raw(Gfp::kDma), "GFP_DMA"},
    GfpName{raw(Gfp::kHighmem), "__GFP_HIGHMEM"},
    GfpName{raw(Gfp::kDma32), "GFP_DMA32"},
    GfpName{raw(Gfp::kHigh), "__GFP_HIGH"},
    GfpName{raw(Gfp::kAtomicFlag), "__GFP_ATOMIC"},
    GfpName{raw(Gfp::kIo), "__GFP_IO"},
    GfpName{raw(Gfp::kFs), "__GFP_FS"},
    GfpName{raw(Gfp::kNoWarn), "__GFP_NOWARN"},
    GfpName{raw(Gfp::kRetryMayfail), "__GFP_RETRY_MAYFAIL"},
    GfpName{raw(Gfp::kNoFail), "__GFP_NOFAIL"},
    GfpName{raw(Gfp::kNoRetry), "__GFP_NORETRY"},
    GfpName{raw(Gfp::kComp), "__GFP_COMP"},
    GfpName{raw(Gfp::kZero), "__GFP_ZERO"},
    GfpName{raw(Gfp::kNoMemalloc), "__GFP_NOMEMALLOC"},
    GfpName{raw(Gfp::kMemalloc), "__GFP_MEMALLOC"},
    GfpName{raw(Gfp::kHardwall), "__GFP_HARDWALL"},
    GfpName{raw(Gfp::kThisNode), "__GFP_THISNODE"},
    GfpName{raw(Gfp::kReclaimable), "__GFP_RECLAIMABLE"},
    GfpName{raw(Gfp::kMovable), "__GFP_MOVABLE"},
    GfpName{raw(Gfp::kAccount), "__GFP_ACCOUNT"},
    GfpName{raw(Gfp::kWrite), "__GFP_WRITE"},
    GfpName{raw(Gfp::kReclaim), "__GFP_RECLAIM"},
    GfpName{raw(Gfp::kDirectReclaim), "__GFP_DIRECT_RECLAIM"},
    GfpName{raw(Gfp::kKswapdReclaim), "__GFP_KSWAPD_RECLAIM"},
    GfpName{raw(Gfp::kZeroTags), "__GFP_ZEROTAGS"},
};

}  // namespace

std::string format_gfp(Gfp gfp) {
  std::uint32_t left = raw(gfp);
  std::string text;
  for (const auto& [bits, name] : kGfpNames) {
    if ((left & bits) != bits) continue;
    left &= ~bits;
    text += text.empty() ? name : std::string("|") + name;
  }
  if (left != 0) text += fmt::format("{}{:#x}", text.empty() ? "" : "|", left);
  return text;
}

Gfp fix_flags(const SlabContext& ctx, Gfp gfp) {
  const Gfp bad = gfp & (Gfp::kDma32 | Gfp::kHighmem | Gfp(~kGfpBitsMask));
  const Gfp good = gfp & ~bad;
  ctx.log(LogLevel::kWarning,
          fmt::format("Unexpected gfp: {:#x} ({}). Fixing up to gfp: {:#x} ({}). Fix your code!",
                      raw(bad), format_gfp(bad), raw(good), format_gfp(good)));
  ctx.diagnostics.dump_stack(LogLevel::kWarning);
  return good;
}

std::uint32_t count_free(const SlabContext& ctx, const KmemCacheNode& node) {
  std::uint32_t free = 0;
  GuestPtr<ListHead> link = node.partial.next;
  const std::uint32_t limit = ctx.view.pages().lowmem_end().raw();
  for (std::uint32_t i = 0; i < limit && link != guest_ptr(node.partial); ++i) {
    const Page* slab = slab_of_link(ctx, link);
    if (slab == nullptr) break;
    const SlabCounters counters = SlabCounters::of(slab->slab_counters);
    free += counters.objects - counters.inuse;
    link = slab->lru.next;
  }
  return free;
}

void report_out_of_memory(const SlabContext& ctx, const KmemCache& s, Gfp gfp) {
  if (has(gfp, Gfp::kNoWarn)) return;
  SlabRoot& root = ctx.root();
  constexpr std::uint32_t kBurst = 10;
  if (root.oom_reports >= kBurst) return;
  ++root.oom_reports;
  const auto warn = [&](const std::string& line) { ctx.log(LogLevel::kWarning, line); };
  const std::string name = guest_string(ctx.view, VirtAddr(s.name));
  warn(fmt::format("SLUB: Unable to allocate memory on node -1, gfp={:#x}({})", raw(gfp),
                   format_gfp(gfp)));
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
