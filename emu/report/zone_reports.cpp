#include "emu/report/zone_reports.hpp"

#include <fmt/format.h>

#include <iterator>

#include "emu/report/memory_totals.hpp"
#include "emu/report/stat_names.hpp"

namespace mm32 {
namespace {

using Out = std::back_insert_iterator<std::string>;

constexpr MigrateType kPrintedTypes[] = {MigrateType::kUnmovable,   MigrateType::kMovable,
                                         MigrateType::kReclaimable, MigrateType::kHighAtomic,
                                         MigrateType::kCma,         MigrateType::kIsolate};
constexpr std::uint32_t kCountedBlocks = 100000;  // Linux stops counting a list there

constexpr const char* name_of(MigrateType type) {
  switch (type) {
    case MigrateType::kUnmovable:
      return "Unmovable";
    case MigrateType::kMovable:
      return "Movable";
    case MigrateType::kReclaimable:
      return "Reclaimable";
    case MigrateType::kHighAtomic:
      return "HighAtomic";
    case MigrateType::kIsolate:
      return "Isolate";
    case MigrateType::kCma:
      return "CMA";
  }
  return "";
}

// Debian's kernel has no CMA; its column appears with a CMA area only.
bool is_printed(const PageAllocator& pages, MigrateType type) {
  return type != MigrateType::kCma || pages.state().cma_end_pfn != 0;
}

const PglistData& node_of(const PageAllocator& pages) { return pages.state().node; }

std::uint32_t cma_pages(const PageAllocator& pages, const Zone& zone) {
  const PageAllocState& s = pages.state();
  return zone.contains(Pfn(s.cma_begin_pfn)) && s.cma_end_pfn != 0 ? s.cma_end_pfn - s.cma_begin_pfn
                                                                   : 0;
}

void print_watermarks(Out out, const PageAllocator& pages, const Zone& zone) {
  fmt::format_to(out,
                 "\n  pages free     {}\n        boost    {}\n        min      {}\n"
                 "        low      {}\n        high     {}\n        spanned  {}\n"
                 "        present  {}\n        managed  {}\n        cma      {}",
                 zone.stat(ZoneStat::kFreePages), zone.watermark_boost, zone.wmark(Watermark::kMin),
                 zone.wmark(Watermark::kLow), zone.wmark(Watermark::kHigh), zone.spanned_pages,
                 zone.present_pages, zone.managed_pages, cma_pages(pages, zone));
  fmt::format_to(out, "\n        protection: ({}, {}, {}, {})", zone.lowmem_reserve[0],
                 zone.lowmem_reserve[1], zone.lowmem_reserve[2], zone.lowmem_reserve[3]);
}

void print_zone(Out out, const PageAllocator& pages, unsigned z) {
  const Zone& zone = node_of(pages).node_zones[z];
  print_watermarks(out, pages, zone);
  if (zone.present_pages == 0) {
    *out = '\n';
    return;
  }
  for (unsigned i = 0; i < kZoneStats; ++i)
    fmt::format_to(out, "\n      {:<12} {}", kZoneStatNames[i], zone.vm_stat[i]);
  const PerCpuPages& pcp = pages.per_cpu().of(zone);
  fmt::format_to(out,
                 "\n  pagesets\n    cpu: 0\n              count: {}\n              high:  {}\n"
                 "              batch: {}\n  vm stats threshold: {}",
                 pcp.count, pcp.high, pcp.batch,
                 static_cast<int>(pages.state().zonestat[z].stat_threshold));
  fmt::format_to(out, "\n  node_unreclaimable:  {}\n  start_pfn:           {}\n",
                 node_of(pages).kswapd_failures >= 16 ? 1 : 0, zone.zone_start_pfn);
}

// Blocks on one list; deferred blocks count as movable ones of the largest order.
std::uint32_t blocks_on(const PageAllocator& pages, Zone& zone, unsigned order, MigrateType type) {
  const FreeLists& lists = pages.lists();
  const ListHead& head = lists.list(zone, Order(order), type);
  std::uint32_t blocks = 0;
  for (auto at = head.next; at != guest_ptr(head) && blocks < kCountedBlocks;
       at = lists.ram().at(at).next)
    ++blocks;
  if (order == kMaxOrder && type == MigrateType::kMovable)
    blocks += lists.side(zone).deferred_blocks;
  return blocks;
}

void print_free_by_type(Out out, const PageAllocator& pages, unsigned z) {
  Zone& zone = pages.state().node.node_zones[z];
  for (const MigrateType type : kPrintedTypes) {
    if (!is_printed(pages, type)) continue;
    fmt::format_to(out, "Node {:>4}, zone {:>8}, type {:>12} ", 0, pages.zone_name(z),
                   name_of(type));
    for (unsigned order = 0; order < kOrders; ++order) {
      const std::uint32_t blocks = blocks_on(pages, zone, order, type);
      fmt::format_to(out, "{}{:>6} ", blocks >= kCountedBlocks ? ">" : "", blocks);
    }
    *out = '\n';
  }
}

void print_block_counts(Out out, const PageAllocator& pages, unsigned z) {
  const Zone& zone = node_of(pages).node_zones[z];
  const FreeLists& lists = pages.lists();
  std::uint32_t counts[8] = {};
  const std::uint64_t block = lists.block_pages();
  // In steps of a block from the zone's first frame, which need not begin one: as Linux counts.
  for (std::uint64_t pfn = zone.zone_start_pfn; pfn < zone.end_pfn(); pfn += block)
    ++counts[raw(lists.block_type(zone, Pfn(static_cast<std::uint32_t>(pfn))))];
  fmt::format_to(out, "Node 0, zone {:>8} ", pages.zone_name(z));
  for (const MigrateType type : kPrintedTypes)
    if (is_printed(pages, type)) fmt::format_to(out, "{:>12} ", counts[raw(type)]);
  *out = '\n';
}

}  // namespace

std::string zoneinfo_report(const PageAllocator& pages) {
  std::string text;
  Out out(text);
  bool first_populated = true;
  for (unsigned z = 0; z < kZones; ++z) {
    fmt::format_to(out, "Node 0, zone {:>8}", pages.zone_name(z));
    if (node_of(pages).node_zones[z].present_pages != 0 && first_populated) {
      first_populated = false;
      text += "\n  per-node stats";
      for (unsigned i = 0; i < kNodeStats; ++i)
        fmt::format_to(out, "\n      {:<12} {}", kNodeStatNames[i], node_of(pages).vm_stat[i]);
    }
    print_zone(out, pages, z);
  }
  return text;
}

std::string buddyinfo_report(const PageAllocator& pages) {
  std::string text;
  Out out(text);
  for (unsigned z = 0; z < kZones; ++z) {
    const Zone& zone = node_of(pages).node_zones[z];
    if (zone.present_pages == 0) continue;
    fmt::format_to(out, "Node 0, zone {:>8} ", pages.zone_name(z));
    for (const FreeArea& area : zone.free_area) fmt::format_to(out, "{:>6} ", area.nr_free);
    text += '\n';
  }
  return text;
}

std::string pagetypeinfo_report(const PageAllocator& pages) {
  std::string text;
  Out out(text);
  fmt::format_to(out, "Page block order: {}\nPages per block:  {}\n\n", pages.lists().block_order(),
                 pages.lists().block_pages());
  fmt::format_to(out, "{:<43} ", "Free pages count per migrate type at order");
  for (unsigned order = 0; order < kOrders; ++order) fmt::format_to(out, "{:>6} ", order);
  text += '\n';
  for (unsigned z = 0; z < kZones; ++z)
    if (node_of(pages).node_zones[z].present_pages != 0) print_free_by_type(out, pages, z);
  fmt::format_to(out, "\n{:<23}", "Number of blocks type ");
  for (const MigrateType type : kPrintedTypes)
    if (is_printed(pages, type)) fmt::format_to(out, "{:>12} ", name_of(type));
  text += '\n';
  for (unsigned z = 0; z < kZones; ++z)
    if (node_of(pages).node_zones[z].present_pages != 0) print_block_counts(out, pages, z);
  return text;
}

std::string vmstat_report(const PageAllocator& pages) {
  std::string text;
  Out out(text);
  for (unsigned i = 0; i < kZoneStats; ++i) {
    std::int64_t sum = 0;
    for (const Zone& zone : node_of(pages).node_zones) sum += zone.vm_stat[i];
    fmt::format_to(out, "{} {}\n", kZoneStatNames[i], sum);
  }
  for (unsigned i = 0; i < kNodeStats; ++i)
    fmt::format_to(out, "{} {}\n", kNodeStatNames[i], node_of(pages).vm_stat[i]);
  const std::uint64_t dirtyable = dirtyable_pages(pages);
  fmt::format_to(out, "nr_dirty_threshold {}\nnr_dirty_background_threshold {}\n",
                 dirtyable * (20 * 4096 / 100) / 4096, dirtyable * (10 * 4096 / 100) / 4096);
  for (unsigned i = 0; i < kVmEvents; ++i)
    fmt::format_to(out, "{} {}\n", kVmEventNames[i], pages.state().vm_events[i]);
  return text + "nr_unstable 0\n";
}

}  // namespace mm32
