#include "mm/page_alloc/oom_killer.hpp"

#include <fmt/format.h>

#include "mm/page_alloc/flag_names.hpp"

namespace mm32 {
namespace {

constexpr std::array kLruPages = {NodeStat::kActiveAnon,   NodeStat::kInactiveAnon,
                                  NodeStat::kActiveFile,   NodeStat::kInactiveFile,
                                  NodeStat::kIsolatedAnon, NodeStat::kIsolatedFile,
                                  NodeStat::kUnevictable};

}  // namespace

void OomKiller::print(LogLevel level, const std::string& line) {
  pages_.context().diagnostics.print(level, line);
}

bool OomKiller::is_victim(const PageAllocator& pages) {
  const std::uint32_t victim = pages.state().oom_victim;
  return victim != 0 &&
         victim == static_cast<std::uint32_t>(pages.context().diagnostics.current_pid());
}

OomKiller::Verdict OomKiller::out_of_memory(Gfp gfp, Order order) {
  Diagnostics& out = pages_.context().diagnostics;
  const std::int32_t pid = out.current_pid();
  if (pid == 0) return Verdict::kNobody;
  if (is_victim(pages_)) return Verdict::kIsVictim;
  if (!has(gfp, Gfp::kFs)) return Verdict::kWait;
  dump_header(gfp, order);
  const std::string comm = out.current_comm();
  print(LogLevel::kInfo,
        fmt::format("oom-kill:constraint=CONSTRAINT_NONE,nodemask=(null),cpuset=/,mems_allowed=0,"
                    "global_oom,task_memcg=/,task={},pid={},uid=0",
                    comm, pid));
  print(LogLevel::kErr,
        fmt::format("Out of memory: Killed process {} ({}) total-vm:0kB, anon-rss:0kB, "
                    "file-rss:0kB, shmem-rss:0kB, UID:0 pgtables:0kB oom_score_adj:0",
                    pid, comm));
  pages_.state().oom_victim = static_cast<std::uint32_t>(pid);
  pages_.count(VmEvent::kOomKill);
  return Verdict::kKilled;
}

void OomKiller::deadlocked(Gfp gfp, Order order) {
  dump_header(gfp, order);
  print(LogLevel::kWarning, "Out of memory and no killable processes...");
  pages_.context().diagnostics.panic("System is deadlocked on memory");
}

void OomKiller::dump_header(Gfp gfp, Order order) {
  Diagnostics& out = pages_.context().diagnostics;
  print(LogLevel::kWarning,
        fmt::format("{} invoked oom-killer: gfp_mask={:#x}({}), order={}, oom_score_adj=0",
                    out.current_comm(), raw(gfp), gfp_text(gfp), order.raw()));
  out.dump_stack(LogLevel::kWarning);
  AllocReport(pages_).show_mem();
  dump_unreclaimable_slab();
  dump_tasks();
}

// Only worth the lines when slab holds more than what could be reclaimed.
void OomKiller::dump_unreclaimable_slab() {
  const auto& stat = pages_.state().node.vm_stat;
  std::int64_t lru = 0;
  for (const NodeStat s : kLruPages) lru += stat[static_cast<unsigned>(s)];
  const SlabCensus* const slabs = pages_.slab_census();
  if (slabs == nullptr || stat[static_cast<unsigned>(NodeStat::kSlabUnreclaimable)] <= lru) return;
  print(LogLevel::kInfo, "Unreclaimable slab info:");
  print(LogLevel::kInfo, "Name                      Used          Total");
  slabs->for_each_unreclaimable([this](const SlabCensus::Cache& cache) {
    print(LogLevel::kInfo, fmt::format("{:<17} {:10}KB {:10}KB", cache.name,
                                       cache.used_bytes / 1024, cache.total_bytes / 1024));
  });
}

void OomKiller::dump_tasks() {
  const Diagnostics& out = pages_.context().diagnostics;
  print(LogLevel::kInfo, "Tasks state (memory values in pages):");
  print(LogLevel::kInfo,
        "[  pid  ]   uid  tgid total_vm      rss pgtables_bytes swapents oom_score_adj name");
  if (is_victim(pages_)) return;
  const std::int32_t pid = out.current_pid();
  print(LogLevel::kInfo, fmt::format("[{:7}] {:5} {:5} {:8} {:8} {:8} {:8}         {:5} {}", pid, 0,
                                     pid, 0, 0, 0, 0, 0, out.current_comm()));
}

}  // namespace mm32
