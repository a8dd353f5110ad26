#include "emu/report/slabinfo.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "mm/slab/slub_report.hpp"

namespace mm32 {
namespace {

struct Counts {
  std::uint32_t slabs = 0;
  std::uint32_t objects = 0;  // in all slabs
  std::uint32_t free = 0;     // on the node's partial list
  std::uint32_t partial = 0;
  std::uint32_t partial_objects = 0;
  std::uint32_t cpu = 0;  // slabs that the CPU holds
  std::uint32_t cpu_partial = 0;
};

struct CacheView {
  const SlabContext& ctx;
  const KmemCache& s;

  std::string name() const { return guest_string(ctx.view, VirtAddr(s.name)); }
  bool has(SlabFlags flag) const { return any(s.flags & flag); }
  Counts count() const;
};

Counts CacheView::count() const {
  Counts c;
  if (const KmemCacheNode* node = ctx.view.object(s.node)) {
    c.slabs = node->nr_slabs;
    c.objects = node->total_objects;
    c.partial = node->nr_partial;
    c.free = count_free(ctx, *node);
    c.partial_objects = count_partial_objects(ctx, *node) - c.free;
  }
  if (const KmemCacheCpu* cpu = ctx.view.object(s.cpu_slab)) {
    if (const Page* first = cpu->partial ? ctx.view.page(cpu->partial) : nullptr)
      c.cpu_partial = first->lru.prev.raw;
    c.cpu = (cpu->slab ? 1 : 0) + c.cpu_partial;
  }
  return c;
}

std::string slabinfo_row(const CacheView& cache) {
  const Counts c = cache.count();
  return fmt::format(
      "{:<17} {:6} {:6} {:6} {:4} {:4} : tunables {:4} {:4} {:4} : slabdata {:6} {:6} {:6}\n",
      cache.name(), c.objects - c.free, c.objects, cache.s.size, cache.s.oo.objects(),
      1u << std::min(cache.s.oo.order(), 31u), 0, 0, 0, c.slabs, c.slabs, 0);
}

std::string cpu_partial_text(const CacheView& cache) {
  const std::uint32_t slabs = cache.count().cpu_partial;
  const std::uint32_t objects = slabs * cache.s.oo.objects() / 2;
  const std::string sum = fmt::format("{}({})", objects, slabs);
  return slabs == 0 ? sum : fmt::format("{} C0={}", sum, sum);
}

std::string flag_text(const CacheView& cache, SlabFlags flag) {
  return cache.has(flag) ? "1" : "0";
}

/// A file of the folder and its text.
struct Attribute {
  std::string_view name;
  std::string (*show)(const CacheView&);
};

using V = const CacheView&;
using F = SlabFlags;

// In alphabetical order.
constexpr std::array kAttributes{
    Attribute{"aliases", [](V c) { return fmt::to_string(std::max(c.s.refcount - 1, 0)); }},
    Attribute{"align", [](V c) { return fmt::to_string(c.s.align); }},
    Attribute{"cache_dma", [](V c) { return flag_text(c, F::kCacheDma); }},
    Attribute{"cpu_partial", [](V c) { return fmt::to_string(c.s.cpu_partial); }},
    Attribute{"cpu_slabs", [](V c) { return fmt::to_string(c.count().cpu); }},
    Attribute{"destroy_by_rcu", [](V c) { return flag_text(c, F::kTypesafeByRcu); }},
    Attribute{"hwcache_align", [](V c) { return flag_text(c, F::kHwcacheAlign); }},
    Attribute{"min_partial", [](V c) { return fmt::to_string(c.s.min_partial); }},
    Attribute{"object_size", [](V c) { return fmt::to_string(c.s.object_size); }},
    Attribute{"objects",
              [](V c) {
                const Counts n = c.count();
                return fmt::to_string(n.objects - n.free);
              }},
    Attribute{"objects_partial", [](V c) { return fmt::to_string(c.count().partial_objects); }},
    Attribute{"objs_per_slab", [](V c) { return fmt::to_string(c.s.oo.objects()); }},
    Attribute{"order", [](V c) { return fmt::to_string(c.s.oo.order()); }},
    Attribute{"partial", [](V c) { return fmt::to_string(c.count().partial); }},
    Attribute{"poison", [](V c) { return flag_text(c, F::kPoison); }},
    Attribute{"reclaim_account", [](V c) { return flag_text(c, F::kReclaimAccount); }},
    Attribute{"red_zone", [](V c) { return flag_text(c, F::kRedZone); }},
    Attribute{"sanity_checks", [](V c) { return flag_text(c, F::kConsistencyChecks); }},
    Attribute{"slab_size", [](V c) { return fmt::to_string(c.s.size); }},
    Attribute{"slabs", [](V c) { return fmt::to_string(c.count().slabs); }},
    Attribute{"slabs_cpu_partial", &cpu_partial_text},
    Attribute{"store_user", [](V c) { return flag_text(c, F::kStoreUser); }},
    Attribute{"total_objects", [](V c) { return fmt::to_string(c.count().objects); }},
    Attribute{"trace", [](V c) { return flag_text(c, F::kTrace); }},
    Attribute{"usersize", [](V c) { return fmt::to_string(c.s.usersize); }},
};

constexpr auto kNames = [] {
  std::array<std::string_view, kAttributes.size()> names{};
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = kAttributes[i].name;
  return names;
}();

}  // namespace

std::string slabinfo_report(const Slab& slab) {
  std::string text =
      "slabinfo - version: 2.1\n"
      "# name            <active_objs> <num_objs> <objsize> <objperslab> <pagesperslab> : tunables "
      "<limit> <batchcount> <sharedfactor> : slabdata <active_slabs> <num_slabs> <sharedavail>\n";
  slab.for_each_cache([&](const KmemCache& s) {
    text += slabinfo_row(CacheView{slab.context(), s});
  });
  return text;
}

std::span<const std::string_view> slab_attribute_names() { return kNames; }

std::optional<std::string> slab_attribute(const Slab& slab, std::string_view cache,
                                          std::string_view attribute) {
  const auto* found = std::find_if(kAttributes.begin(), kAttributes.end(),
                                   [&](const Attribute& a) { return a.name == attribute; });
  std::optional<std::string> text;
  if (found == kAttributes.end()) return text;
  slab.for_each_cache([&](const KmemCache& s) {
    const CacheView view{slab.context(), s};
    if (!text && view.name() == cache) text = found->show(view) + "\n";
  });
  return text;
}

std::string slab_attributes_report(const Slab& slab) {
  std::string text;
  slab.for_each_cache([&](const KmemCache& s) {
    const CacheView view{slab.context(), s};
    text += view.name() + ":";
    for (const Attribute& a : kAttributes) text += fmt::format(" {}={}", a.name, a.show(view));
    text += '\n';
  });
  return text;
}

}  // namespace mm32
