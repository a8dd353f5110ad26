#include "emu/report/meminfo.hpp"

#include <fmt/format.h>

#include "emu/report/memory_totals.hpp"

namespace mm32 {
namespace {

class Meminfo {
 public:
  explicit Meminfo(const PageAllocator& pages) : pages_(pages) {}

  void kb(std::string_view name, std::uint64_t value) {
    text_ += fmt::format("{:<16}{:>8} kB\n", fmt::format("{}:", name), value);
  }
  void pages(std::string_view name, std::uint64_t value) { kb(name, value * (kPageSize >> 10)); }
  void stat(std::string_view name, NodeStat s) { pages(name, node(s)); }
  void line(std::string_view text) { text_ += text; }
  std::uint64_t node(NodeStat s) const {
    const std::int32_t value = pages_.state().node.vm_stat[static_cast<unsigned>(s)];
    return value > 0 ? static_cast<std::uint64_t>(value) : 0;
  }
  std::uint64_t zone_sum(ZoneStat s) const {
    std::int64_t sum = 0;
    for (const Zone& zone : pages_.state().node.node_zones) sum += zone.stat(s);
    return sum > 0 ? static_cast<std::uint64_t>(sum) : 0;
  }
  std::string take() { return std::move(text_); }

 private:
  const PageAllocator& pages_;
  std::string text_;
};

void print_totals(Meminfo& out, const MemoryTotals& t) {
  using S = NodeStat;
  out.pages("MemTotal", t.total);
  out.pages("MemFree", t.free);
  out.pages("MemAvailable", t.available);
  out.pages("Buffers", 0);
  const std::uint64_t swap_cache = out.node(S::kSwapCache);
  const std::uint64_t file = out.node(S::kFilePages);
  out.pages("Cached", file > swap_cache ? file - swap_cache : 0);
  out.pages("SwapCached", swap_cache);
  out.pages("Active", out.node(S::kActiveAnon) + out.node(S::kActiveFile));
  out.pages("Inactive", out.node(S::kInactiveAnon) + out.node(S::kInactiveFile));
  out.stat("Active(anon)", S::kActiveAnon);
  out.stat("Inactive(anon)", S::kInactiveAnon);
  out.stat("Active(file)", S::kActiveFile);
  out.stat("Inactive(file)", S::kInactiveFile);
  out.stat("Unevictable", S::kUnevictable);
  out.pages("Mlocked", out.zone_sum(ZoneStat::kMlock));
  out.pages("HighTotal", t.high_total);
  out.pages("HighFree", t.high_free);
  out.pages("LowTotal", t.total - t.high_total);
  out.pages("LowFree", t.free - t.high_free);
}

void print_use(Meminfo& out, const MemoryTotals& t, const MeminfoFacts& facts) {
  using S = NodeStat;
  out.pages("SwapTotal", facts.swap_total.raw());
  out.pages("SwapFree", facts.swap_free.raw());
  out.kb("Zswap", 0);
  out.kb("Zswapped", 0);
  out.stat("Dirty", S::kDirty);
  out.stat("Writeback", S::kWriteback);
  out.stat("AnonPages", S::kAnonPages);
  out.stat("Mapped", S::kMapped);
  out.stat("Shmem", S::kShmem);
  out.pages("KReclaimable", out.node(S::kSlabReclaimable) + out.node(S::kKernelMiscReclaimable));
  out.pages("Slab", out.node(S::kSlabReclaimable) + out.node(S::kSlabUnreclaimable));
  out.stat("SReclaimable", S::kSlabReclaimable);
  out.stat("SUnreclaim", S::kSlabUnreclaimable);
  out.kb("KernelStack", out.node(S::kKernelStackKb));
  out.stat("PageTables", S::kPageTable);
  out.stat("SecPageTables", S::kSecPageTable);
  out.kb("NFS_Unstable", 0);
  out.pages("Bounce", out.zone_sum(ZoneStat::kBounce));
  out.stat("WritebackTmp", S::kWritebackTemp);
  out.pages("CommitLimit", t.total / 2 + facts.swap_total.raw());
  out.pages("Committed_AS", facts.committed.raw());
  out.kb("VmallocTotal", facts.vmalloc_total.raw() >> 10);
  out.kb("VmallocUsed", facts.vmalloc_used.raw() >> 10);
  out.kb("VmallocChunk", 0);
  out.kb("Percpu", facts.percpu.raw() >> 10);
}

void print_huge(Meminfo& out, const MeminfoFacts& facts, PagingMode paging) {
  const bool pae = paging == PagingMode::kPae;
  out.line("HardwareCorrupted:     0 kB\n");
  out.pages("AnonHugePages", out.node(NodeStat::kAnonThps) << (pae ? 9 : 10));
  for (const char* name : {"ShmemHugePages", "ShmemPmdMapped", "FileHugePages", "FilePmdMapped"})
    out.kb(name, 0);
  for (const char* name : {"Total", "Free", "Rsvd", "Surp"})
    out.line(fmt::format("{:<19}{:>5}\n", fmt::format("HugePages_{}:", name), 0));
  out.kb("Hugepagesize", pae ? 2048 : 4096);
  out.kb("Hugetlb", 0);
  out.kb("DirectMap4k", facts.direct_map_small.raw() >> 10);
  out.kb(pae ? "DirectMap2M" : "DirectMap4M", facts.direct_map_large.raw() >> 10);
}

}  // namespace

std::string meminfo_report(const PageAllocator& pages, const MeminfoFacts& facts) {
  Meminfo out(pages);
  const MemoryTotals totals = memory_totals(pages);
  print_totals(out, totals);
  print_use(out, totals, facts);
  print_huge(out, facts, pages.context().config.paging);
  return out.take();
}

}  // namespace mm32
