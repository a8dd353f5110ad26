#include "emu/debug/history.hpp"

#include <algorithm>

#include "emu/debug/step_plan.hpp"

namespace mm32::emu {

void HistoryScan::begin_at(Moment from) {
  begin_ = from;
  hit_.reset();
  stacks_.clear();
}

bool HistoryScan::needs_depth() const {
  return kind_ == Resume::Kind::kNextInstruction || kind_ == Resume::Kind::kLine ||
         kind_ == Resume::Kind::kNextLine || kind_ == Resume::Kind::kFinish;
}

// The depth of calls at the bound has to be counted up to there, so twice as much is looked at;
// where depths do not matter, what was looked at holds nothing.
void HistoryScan::widen() {
  limit_ = before(begin_);
  if (needs_depth())
    limit_.instructions -= std::min(bound_.instructions - begin_.instructions, limit_.instructions);
  else
    bound_ = begin_;
}

void HistoryScan::hit(Stop stop) {
  if (stop.moment < bound_) hit_ = std::move(stop);
}

void HistoryScan::follow(Stack& stack, Moment now) {
  switch (stack.last) {
    case FlowKind::kCall:
      ++stack.depth;
      stack.levels[stack.depth] = {Moment{now.instructions - 1, Moment::Phase::kBoundary}, {}};
      break;
    case FlowKind::kReturn:
    case FlowKind::kInterruptReturn:
      --stack.depth;
      stack.levels.erase(stack.levels.upper_bound(stack.depth), stack.levels.end());
      break;
    case FlowKind::kOther:
      break;
  }
}

void HistoryScan::look(Machine& machine, LineCache& lines, std::uint32_t eip, Moment now) {
  Stack& stack = stacks_[running_task(machine)];
  follow(stack, now);
  const FlowKind before = stack.last;
  stack.last = flow_kind(machine.cpu().memory(), VirtAddr(eip));
  if (now >= bound_) return;
  Level& level = stack.levels[stack.depth];
  if (kind_ == Resume::Kind::kNextInstruction) level.step = now;
  if (kind_ == Resume::Kind::kAccess && !machine.cpu().memory_operands().empty())
    hit({.kind = Stop::Kind::kStep, .moment = now});
  if (kind_ != Resume::Kind::kLine && kind_ != Resume::Kind::kNextLine) return;
  const LineCache::Line& line = lines.at(machine, eip);
  if (!line.known()) return;
  // In front of the first line that is seen the same one may have begun already.
  const bool is_sure = stack.line.known() || begin_ == Moment{};
  const bool other = !line.same_line(stack.line) || before == FlowKind::kCall;
  if (other && is_sure && line.begins_statement) {
    level.step = now;
    if (kind_ == Resume::Kind::kLine) hit({.kind = Stop::Kind::kStep, .moment = now});
  }
  stack.line = line;
}

void HistoryScan::exception(Machine& machine) {
  Stack& stack = stacks_[running_task(machine)];
  ++stack.depth;
  stack.last = FlowKind::kOther;
}

void HistoryScan::unwound(Machine& machine) { stacks_[running_task(machine)] = {}; }

std::optional<Stop> HistoryScan::result(std::uint32_t task) const {
  const auto found = stacks_.find(task);
  std::optional<Stop> best = hit_;
  const auto take = [&](const std::optional<Moment>& moment) {
    if (moment && *moment < bound_ && (!best || best->moment < *moment))
      best = Stop{.kind = Stop::Kind::kStep, .moment = *moment};
  };
  if (found == stacks_.end()) return best;
  const Stack& stack = found->second;
  if (kind_ == Resume::Kind::kFinish) {
    const auto level = stack.levels.find(stack.depth);
    if (level != stack.levels.end()) take(level->second.entered);
    return best;
  }
  for (const auto& [depth, level] : stack.levels)
    if (depth <= stack.depth) take(level.step);
  return best;
}

}  // namespace mm32::emu
