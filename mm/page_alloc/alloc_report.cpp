#include "mm/page_alloc/alloc_report.hpp"

#include <fmt/format.h>

#include "mm/page_alloc/flag_names.hpp"

namespace mm32 {
namespace {

constexpr std::uint32_t kFailureIntervalMs = 10000;  // one report in this time
constexpr std::int32_t kMaxReclaimRetries = 16;

constexpr std::uint64_t kb(std::uint64_t pages) { return pages * (kPageSize >> 10); }

// Free blocks of one order, and the letters of the types that have some.
std::string order_text(PageAllocator& pages, Zone& zone, unsigned order) {
  const std::uint32_t blocks = zone.free_area[order].nr_free;
  std::string text = fmt::format("{}*{}kB ", blocks, kb(1u << order));
  if (blocks == 0) return text;
  constexpr std::pair<MigrateType, char> kLetters[] = {
      {MigrateType::kUnmovable, 'U'},   {MigrateType::kMovable, 'M'},
      {MigrateType::kReclaimable, 'E'}, {MigrateType::kHighAtomic, 'H'},
      {MigrateType::kCma, 'C'},         {MigrateType::kIsolate, 'I'}};
  text += '(';
  for (const auto& [type, letter] : kLetters)
    if (!pages.lists().empty(zone, Order(order), type)) text += letter;
  return text + ") ";
}

}  // namespace

void AllocReport::print(const std::string& line) {
  pages_.context().diagnostics.print(LogLevel::kWarning, line);
}

void AllocReport::allocation_failure(Gfp gfp, Order order) {
  warn_alloc(gfp, fmt::format("page allocation failure: order:{}", order.raw()));
}

void AllocReport::warn_alloc(Gfp gfp, const std::string& text) {
  if (has(gfp, Gfp::kNoWarn)) return;
  PageAllocState& s = pages_.state();
  Diagnostics& out = pages_.context().diagnostics;
  const auto now = static_cast<std::uint32_t>(out.uptime_ms());
  if (s.failures_until_ms != 0 && now < s.failures_until_ms) return;
  if (has(gfp, Gfp::kDma) && s.node.node_zones[raw(ZoneIndex::kDma)].managed_pages == 0) return;
  s.failures_until_ms = now + kFailureIntervalMs;
  print(fmt::format("{}: {}, mode:{:#x}({}), nodemask=(null),cpuset=/,mems_allowed=0",
                    out.current_comm(), text, raw(gfp), gfp_text(gfp)));
  out.dump_stack(LogLevel::kWarning);
  show_mem();
}

void AllocReport::show_mem() {
  print("Mem-Info:");
  show_totals();
  show_node();
  PglistData& n = pages_.state().node;
  for (unsigned z = 0; z < kZones; ++z)
    if (n.node_zones[z].present_pages != 0) show_zone(n.node_zones[z], z);
  for (unsigned z = 0; z < kZones; ++z)
    if (n.node_zones[z].present_pages != 0) show_free_lists(n.node_zones[z], z);
  const bool pae = pages_.context().config.paging == PagingMode::kPae;
  print(
      fmt::format("Node 0 hugepages_total=0 hugepages_free=0 hugepages_surp=0 hugepages_size={}kB",
                  pae ? 2048 : 4096));
  print(fmt::format("{} total pagecache pages", node(NodeStat::kFilePages)));
  print(fmt::format("{} pages in swap cache", node(NodeStat::kSwapCache)));
  print("Free swap  = 0kB");
  print("Total swap = 0kB");
  show_ram();
}

void AllocReport::show_totals() {
  std::uint32_t free = 0, pcp = 0, cma = 0, bounce = 0;
  for (unsigned z = 0; z < kZones; ++z) {
    const Zone& zone = pages_.state().node.node_zones[z];
    free += static_cast<std::uint32_t>(zone.stat(ZoneStat::kFreePages));
    cma += static_cast<std::uint32_t>(zone.stat(ZoneStat::kFreeCma));
    bounce += static_cast<std::uint32_t>(zone.stat(ZoneStat::kBounce));
    pcp += static_cast<std::uint32_t>(pages_.state().pcp[z].count);
  }
  using S = NodeStat;
  print(fmt::format("active_anon:{} inactive_anon:{} isolated_anon:{}", node(S::kActiveAnon),
                    node(S::kInactiveAnon), node(S::kIsolatedAnon)));
  print(fmt::format(" active_file:{} inactive_file:{} isolated_file:{}", node(S::kActiveFile),
                    node(S::kInactiveFile), node(S::kIsolatedFile)));
  print(fmt::format(" unevictable:{} dirty:{} writeback:{}", node(S::kUnevictable), node(S::kDirty),
                    node(S::kWriteback)));
  print(fmt::format(" slab_reclaimable:{} slab_unreclaimable:{}", node(S::kSlabReclaimable),
                    node(S::kSlabUnreclaimable)));
  print(fmt::format(" mapped:{} shmem:{} pagetables:{}", node(S::kMapped), node(S::kShmem),
                    node(S::kPageTable)));
  print(fmt::format(" sec_pagetables:{} bounce:{}", node(S::kSecPageTable), bounce));
  print(fmt::format(" kernel_misc_reclaimable:{}", node(S::kKernelMiscReclaimable)));
  print(fmt::format(" free:{} free_pcp:{} free_cma:{}", free, pcp, cma));
}

void AllocReport::show_node() {
  using S = NodeStat;
  const bool hopeless = pages_.state().node.kswapd_failures >= kMaxReclaimRetries;
  print(fmt::format(
      "Node 0 active_anon:{}kB inactive_anon:{}kB active_file:{}kB inactive_file:{}kB "
      "unevictable:{}kB isolated(anon):{}kB isolated(file):{}kB mapped:{}kB dirty:{}kB "
      "writeback:{}kB shmem:{}kB shmem_thp: {}kB shmem_pmdmapped: {}kB anon_thp: {}kB "
      "writeback_tmp:{}kB kernel_stack:{}kB pagetables:{}kB sec_pagetables:{}kB "
      "all_unreclaimable? {}",
      node_kb(S::kActiveAnon), node_kb(S::kInactiveAnon), node_kb(S::kActiveFile),
      node_kb(S::kInactiveFile), node_kb(S::kUnevictable), node_kb(S::kIsolatedAnon),
      node_kb(S::kIsolatedFile), node_kb(S::kMapped), node_kb(S::kDirty), node_kb(S::kWriteback),
      node_kb(S::kShmem), node_kb(S::kShmemThps), node_kb(S::kShmemPmdMapped),
      node_kb(S::kAnonThps), node_kb(S::kWritebackTemp), node(S::kKernelStackKb),
      node_kb(S::kPageTable), node_kb(S::kSecPageTable), hopeless ? "yes" : "no"));
}

void AllocReport::show_zone(const Zone& zone, unsigned index) {
  const auto stat = [&](ZoneStat s) { return 4L * zone.stat(s); };
  const long pcp = 4L * pages_.state().pcp[index].count;
  print(fmt::format(
      "{} free:{}kB boost:{}kB min:{}kB low:{}kB high:{}kB reserved_highatomic:{}KB "
      "active_anon:{}kB inactive_anon:{}kB active_file:{}kB inactive_file:{}kB unevictable:{}kB "
      "writepending:{}kB present:{}kB managed:{}kB mlocked:{}kB bounce:{}kB free_pcp:{}kB "
      "local_pcp:{}kB free_cma:{}kB",
      pages_.zone_name(index), stat(ZoneStat::kFreePages), kb(zone.watermark_boost),
      kb(zone.wmark(Watermark::kMin)), kb(zone.wmark(Watermark::kLow)),
      kb(zone.wmark(Watermark::kHigh)), kb(zone.nr_reserved_highatomic),
      stat(ZoneStat::kActiveAnon), stat(ZoneStat::kInactiveAnon), stat(ZoneStat::kActiveFile),
      stat(ZoneStat::kInactiveFile), stat(ZoneStat::kUnevictable), stat(ZoneStat::kWritePending),
      kb(zone.present_pages), kb(zone.managed_pages), stat(ZoneStat::kMlock),
      stat(ZoneStat::kBounce), pcp, pcp, stat(ZoneStat::kFreeCma)));
  std::string line = "lowmem_reserve[]:";
  for (const std::uint32_t reserve : zone.lowmem_reserve) line += fmt::format(" {}", reserve);
  print(line);
}

void AllocReport::show_free_lists(Zone& zone, unsigned index) {
  std::string line = fmt::format("{}: ", pages_.zone_name(index));
  std::uint64_t total = 0;
  for (unsigned order = 0; order < kOrders; ++order) {
    line += order_text(pages_, zone, order);
    total += std::uint64_t{zone.free_area[order].nr_free} << order;
  }
  print(line + fmt::format("= {}kB", kb(total)));
}

void AllocReport::show_ram() {
  std::uint32_t present = 0, managed = 0, high = 0;
  for (unsigned z = 0; z < kZones; ++z) {
    const Zone& zone = pages_.state().node.node_zones[z];
    present += zone.present_pages;
    managed += zone.managed_pages;
    if (z >= raw(ZoneIndex::kHighmem)) high += zone.present_pages;
  }
  print(fmt::format("{} pages RAM", present));
  print(fmt::format("{} pages HighMem/MovableOnly", high));
  print(fmt::format("{} pages reserved", present - managed));
  print("0 pages hwpoisoned");
}

}  // namespace mm32
