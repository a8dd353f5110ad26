// A process that waits for another one, which may pass its work on to copies of itself.
//
// Checkpoints (checkpoints.hpp) make the debugged run change its process; whoever started mm32 sees
// one process all the time. It only waits, hands an interrupt on that somebody sends to it alone,
// and ends as the last of the others does.
#pragma once

#include <sys/types.h>

#include <atomic>
#include <functional>

namespace mm32::emu {

/// What the processes have in common.
class Supervision {
 public:
  explicit Supervision(std::atomic<pid_t>& worker);

  /// This process is now the one that works.
  void take_over() const;
  /// The process that waits.
  pid_t supervisor() const { return supervisor_; }

 private:
  std::atomic<pid_t>& worker_;  // in memory that they share
  pid_t supervisor_;
};

/// Runs `work` in a child. Its result, whichever copy of the child returned it; `lost` when none
/// did. Runs it in this process, without Supervision, when there can be no child.
int run_supervised(const std::function<int(const Supervision*)>& work, int lost);

}  // namespace mm32::emu
