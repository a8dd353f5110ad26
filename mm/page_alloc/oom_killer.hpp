// What happens when a request that may not fail soon finds no memory: a task is killed.
//
// This machine's tasks have no memory of their own to give back, so the only candidate is the task
// that asks. It is marked (PageAllocState::oom_victim, its pid) and may from then on use half of
// the min reserve; where that does not suffice its requests fail. The caller of this machine ends
// the marked task when its function returns, as a pending SIGKILL does.
// O1  a task is killed once; a request of a marked task never waits, except with Gfp::kNoFail.
// Linux 6.1 mm/oom_kill.c: out_of_memory, dump_header, oom_kill_process.
#pragma once

#include "mm/page_alloc/alloc_report.hpp"

namespace mm32 {

class OomKiller {
 public:
  enum class Verdict : std::uint8_t {
    kNobody,    // there is no task that could be killed: the request fails
    kWait,      // others have to free memory; killing does not help this request
    kKilled,    // the running task was chosen now
    kIsVictim,  // the running task was chosen before
  };

  explicit OomKiller(PageAllocator& pages) : pages_(pages) {}

  /// Decides about a request of the running task, and reports a kill.
  Verdict out_of_memory(Gfp gfp, Order order);
  /// Nobody is left who could be killed and nobody can go on: the machine panics.
  void deadlocked(Gfp gfp, Order order);

  /// Whether the running task was chosen. Linux: tsk_is_oom_victim.
  static bool is_victim(const PageAllocator& pages);

 private:
  void dump_header(Gfp gfp, Order order);
  void dump_unreclaimable_slab();
  void dump_tasks();
  void print(LogLevel level, const std::string& line);

  PageAllocator& pages_;
};

}  // namespace mm32
