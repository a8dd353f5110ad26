// Going back: what a run that is repeated up to a moment remembers of its way there.
//
// The run is repeated from begin() to the moment from which the user goes back, the bound. Every
// stop on the way is reported here; the latest one in front of the bound is where the user wants to
// be. Steps by lines and over calls need the depth of calls, which is counted for each task: calls,
// returns and exceptions. What lies deeper than the bound is forgotten when the function has
// returned. A scan that does not begin at the start of the run and finds nothing is widened.
#pragma once

#include <map>
#include <optional>

#include "emu/debug/instruction_kind.hpp"
#include "emu/debug/line_cache.hpp"
#include "emu/debug/stop.hpp"

namespace mm32::emu {

class HistoryScan {
 public:
  HistoryScan(Resume::Kind kind, Moment bound)
      : kind_(kind), bound_(bound), limit_(before(bound)) {}

  Moment bound() const { return bound_; }
  Moment begin() const { return begin_; }
  /// The latest moment at which the next attempt may begin.
  Moment limit() const { return limit_; }
  /// Forgets what was seen: the run is repeated from `from` on.
  void begin_at(Moment from);
  /// Nothing was found: the next attempt begins earlier.
  void widen();
  Resume::Kind kind() const { return kind_; }
  /// Whether look() wants to see each instruction.
  bool is_watchful() const {
    return kind_ != Resume::Kind::kContinue && kind_ != Resume::Kind::kEvent;
  }
  /// A breakpoint, a watchpoint, an event.
  void hit(Stop stop);
  /// The instruction at `eip` is next.
  void look(Machine& machine, LineCache& lines, std::uint32_t eip, Moment now);
  void exception(Machine& machine);
  /// A function that the host calls has returned to it: the stack is empty.
  void unwound(Machine& machine);
  /// The bound is reached, with this task running: where to go.
  std::optional<Stop> result(std::uint32_t task) const;

 private:
  struct Level {
    std::optional<Moment> entered;  // the call that led here
    std::optional<Moment> step;     // the last place where a step ends
  };
  struct Stack {
    int depth = 0;
    FlowKind last = FlowKind::kOther;
    LineCache::Line line{};
    std::map<int, Level> levels{};
  };

  static Moment before(Moment moment) {
    return {moment.instructions == 0 ? 0 : moment.instructions - 1, Moment::Phase::kBoundary};
  }
  bool needs_depth() const;
  void follow(Stack& stack, Moment now);

  Resume::Kind kind_;
  Moment bound_;
  Moment limit_;
  Moment begin_{};
  std::optional<Stop> hit_;
  std::map<std::uint32_t, Stack> stacks_;
};

}  // namespace mm32::emu
