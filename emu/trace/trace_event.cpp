#include "emu/trace/trace_event.hpp"

namespace mm32::emu {
namespace {

// In the order of the alternatives of Event.
constexpr std::array<TraceEventName, std::variant_size_v<Event>> kNames = {{
    {"kmem", "mm_page_alloc"},
    {"kmem", "mm_page_free"},
    {"mm32", "page_split"},
    {"mm32", "page_merge"},
    {"kmem", "kmalloc"},
    {"kmem", "kfree"},
    {"kmem", "kmem_cache_alloc"},
    {"kmem", "kmem_cache_free"},
    {"mm32", "kmem_cache_create"},
    {"mm32", "kmem_cache_destroy"},
    {"mm32", "vmap_area_alloc"},
    {"mm32", "vmap_area_free"},
    {"mm32", "vm_map_ram"},
    {"mm32", "vm_unmap_ram"},
    {"mm32", "kmap"},
    {"mm32", "kunmap"},
    {"mm32", "kmap_set"},
    {"mm32", "kmap_clear"},
    {"mm32", "pte_set"},
    {"tlb", "tlb_flush"},
    {"mm32", "tlb_fill"},
    {"exceptions", "page_fault_kernel"},
    {"vmscan", "mm_vmscan_direct_reclaim_end"},
}};
static_assert(std::is_same_v<std::variant_alternative_t<0, Event>, event::PageAlloc> &&
              std::is_same_v<std::variant_alternative_t<11, Event>, event::VmapFree> &&
              std::is_same_v<std::variant_alternative_t<22, Event>, event::Reclaim>);

// One function a kind of event: what it says, in the kernel's order.
struct Describer {
  TraceFields& to;
  TraceScene& scene;

  void allocation(VirtAddr ptr, Bytes requested, Bytes allocated, Gfp gfp) {
    to.text("call_site", scene.call_site());
    to.pointer("ptr", ptr);
    to.decimal("bytes_req", requested.raw());
    to.decimal("bytes_alloc", allocated.raw());
    to.text("gfp_flags", scene.gfp_text(gfp));
    to.text("node", "-1");
    to.text("accounted", has(gfp, Gfp::kAccount) ? "true" : "false");
  }
  void operator()(const event::Kmalloc& e) { allocation(e.ptr, e.requested, e.allocated, e.gfp); }
  void operator()(const event::CacheAlloc& e) {
    allocation(e.ptr, e.requested, e.allocated, e.gfp);
  }
  void operator()(const event::Kfree& e) {
    to.text("call_site", scene.call_site());
    to.pointer("ptr", e.ptr);
  }
  void operator()(const event::CacheFree& e) {
    to.text("call_site", scene.call_site());
    to.pointer("ptr", e.ptr);
    to.text("name", scene.cache_name(e.cache));
  }
  void operator()(const event::PageAlloc& e) {
    to.pointer("page", scene.page_struct(e.pfn));
    to.hex("pfn", e.pfn.raw());
    to.decimal("order", e.order.raw());
    to.decimal("migratetype", e.migrate_type);
    to.text("gfp_flags", scene.gfp_text(e.gfp));
  }
  void operator()(const event::PageFree& e) {
    to.pointer("page", scene.page_struct(e.pfn));
    to.hex("pfn", e.pfn.raw());
    to.decimal("order", e.order.raw());
  }
  void operator()(const event::PageSplit& e) {
    to.hex("pfn", e.pfn.raw());
    to.decimal("from", e.from.raw());
    to.decimal("to", e.to.raw());
  }
  void operator()(const event::PageMerge& e) {
    to.hex("pfn", e.pfn.raw());
    to.decimal("to", e.to.raw());
  }
  void operator()(const event::CacheCreate& e) { cache(e.cache); }
  void operator()(const event::CacheDestroy& e) { cache(e.cache); }
  void cache(VirtAddr cache) {
    to.text("call_site", scene.call_site());
    to.pointer("cache", cache);
    to.text("name", scene.cache_name(cache));
  }
  template <class E>
  requires requires(const E& e) {
    e.address;
    e.size;
  }
  void operator()(const E& e) {
    to.text("call_site", scene.call_site());
    to.pointer("address", e.address);
    to.decimal("size", e.size.raw());
  }
  void operator()(const event::Kmap& e) { mapping(e.address, e.pfn); }
  void operator()(const event::Kunmap& e) { mapping(e.address, e.pfn); }
  void operator()(const event::KmapSet& e) { mapping(e.address, e.pfn); }
  void operator()(const event::KmapClear& e) { to.pointer("address", e.address); }
  void mapping(VirtAddr address, Pfn pfn) {
    to.pointer("address", address);
    to.hex("pfn", pfn.raw());
  }
  void operator()(const event::PteSet& e) {
    to.pointer("address", e.address);
    to.decimal("level", e.level);
    to.hex("before", e.before);
    to.hex("after", e.after);
  }
  void operator()(const event::TlbFlush& e) {
    if (e.pages.raw() == 0)
      to.text("pages", "-1");
    else
      to.decimal("pages", e.pages.raw());
    to.pointer("begin", e.begin);
  }
  void operator()(const event::Walk& e) {
    to.pointer("address", e.address);
    to.decimal("levels", e.levels);
    to.text("refused", e.refused ? "true" : "false");
  }
  void operator()(const event::Fault& e) {
    to.pointer("address", e.address);
    to.text("ip", scene.code_text(VirtAddr(scene.instruction())));
    to.hex("error_code", e.error_code);
  }
  void operator()(const event::Reclaim& e) { to.decimal("nr_reclaimed", e.reclaimed.raw()); }
};

bool matches(std::string_view pattern, std::string_view text) {
  const std::size_t star = pattern.find('*');
  if (star == std::string_view::npos) return pattern == text;
  return text.size() >= pattern.size() - 1 && text.starts_with(pattern.substr(0, star)) &&
         text.ends_with(pattern.substr(star + 1));
}

}  // namespace

std::span<const TraceEventName> trace_event_names() { return kNames; }

EventMask select_events(std::string_view pattern) {
  const std::size_t colon = pattern.find(':');
  EventMask mask = 0;
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    const bool selected = colon == std::string_view::npos
                              ? matches(pattern, kNames[i].name) || pattern == kNames[i].system
                              : matches(pattern.substr(0, colon), kNames[i].system) &&
                                    matches(pattern.substr(colon + 1), kNames[i].name);
    if (selected) mask |= EventMask{1} << i;
  }
  return mask;
}

void TraceFields::describe(const Event& event, TraceScene& scene) {
  count_ = 0;
  std::visit(Describer{*this, scene}, event);
}

}  // namespace mm32::emu
