// How far the guest runs when the user steps: asked before each instruction until it says "here".
//
// Steps by lines end where a statement of another line begins, or right behind a return into the
// caller. A call that is stepped over, and an exception, are run until control is back: at the
// return address, on the same task's stack, above where the call began (recursion is no return).
#pragma once

#include <optional>

#include "emu/debug/instruction_kind.hpp"
#include "emu/debug/line_cache.hpp"
#include "emu/debug/stop.hpp"

namespace mm32::emu {

class StepPlan {
 public:
  /// Fails with a sentence when the step is not possible here.
  Expected<void> begin(Machine& machine, LineCache& lines, const Resume& resume,
                       std::uint64_t instructions);
  /// Whether done() and exception() want to be asked at all.
  bool is_watchful() const {
    return kind_ != Resume::Kind::kContinue && kind_ != Resume::Kind::kEvent;
  }
  Resume::Kind kind() const { return kind_; }
  /// The instruction at `eip` is next.
  bool done(Machine& machine, LineCache& lines, std::uint32_t eip, std::uint64_t instructions);
  /// An exception is about to be delivered.
  void exception(Machine& machine);
  /// An event of memory management ended a step by events. True when it was the last one.
  bool event() { return kind_ == Resume::Kind::kEvent && --count_ == 0; }

 private:
  // Where control comes back to from what is stepped over.
  struct Return {
    std::optional<std::uint32_t> eip;  // nothing: anywhere above
    std::uint32_t esp = 0;
    std::uint32_t task = 0;
  };

  bool is_back(Machine& machine, std::uint32_t eip) const;
  bool steps_over(Machine& machine, LineCache& lines, std::uint32_t eip);
  bool line_done(Machine& machine, LineCache& lines, std::uint32_t eip, FlowKind before);

  Resume::Kind kind_ = Resume::Kind::kContinue;
  std::uint64_t count_ = 1;
  std::uint64_t until_ = 0;
  LineCache::Line start_{};
  FlowKind last_ = FlowKind::kOther;
  std::optional<Return> over_;
};

/// The task_struct of the running task: what tells stacks apart.
std::uint32_t running_task(const Machine& machine);

}  // namespace mm32::emu
