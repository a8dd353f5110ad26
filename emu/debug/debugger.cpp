#include "emu/debug/debugger.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "emu/debug/event_text.hpp"
#include "emu/debug/exception_name.hpp"
#include "emu/machine/modules.hpp"

namespace mm32::emu {
namespace {

constexpr std::uint64_t kPollMask = (1u << 12) - 1;  // instructions between looks at the front end

std::string module_names(Machine& machine) {
  std::string names;
  for (const auto& module : machine.modules().all())
    names += fmt::format("{}{}", names.empty() ? "" : " ", module->name);
  return names;
}

}  // namespace

Debugger::~Debugger() { detach(); }

void Debugger::attach(Machine& machine) {
  machine_ = &machine;
  instructions_ = left_at_ = 0;
  next_edit_ = 0;
  if (scan_) scan_->begin_at({});
  next_ = Next::kNothing;
  symbols_ = 0;
  started_ = has_ended_ = resumed_ = checkpointing_ = false;
  if (checkpoints_ != nullptr) checkpoints_->begin_again();
  stop_.reset();
  event_.reset();
  trap_.reset();
  return_stub_ = machine.image().stubs().return_address().raw();
  machine.executor().set_observer(this);
  modules_ = module_names(machine);
  tlb_.attach(machine);
  machine.events().subscribe(tlb_, TlbModel::wanted_events());
  refresh_watches();
  subscribe();
  update_attention();
}

void Debugger::detach() {
  if (machine_ == nullptr) return;
  if (subscribed_) machine_->events().unsubscribe(*this);
  subscribed_ = false;
  machine_->events().unsubscribe(tlb_);
  machine_->executor().set_observer(nullptr);
  machine_ = nullptr;
}

void Debugger::subscribe() {
  if (subscribed_) machine_->events().unsubscribe(*this);
  EventMask wanted = breakpoints_.events();
  const bool steps =
      plan_.kind() == Resume::Kind::kEvent || (scan_ && scan_->kind() == Resume::Kind::kEvent);
  if (steps)
    wanted |= kAllEvents & ~events_of<event::Walk, event::TlbFlush, event::PteSet, event::Fault>();
  subscribed_ = wanted != 0;
  if (subscribed_) machine_->events().subscribe(*this, wanted);
}

void Debugger::update_attention() {
  attention_ = !started_ || mode_ != Mode::kLive || plan_.is_watchful() || event_.has_value() ||
               breakpoints_.has_watches();
}

void Debugger::breakpoints_changed() {
  breakpoints_.resolve(*machine_);
  refresh_watches();
  subscribe();
  update_attention();
}

void Debugger::refresh_watches() {
  for (Breakpoint& b : breakpoints_.all())
    if (b.is_watch()) b.watched.refresh(machine_->cpu());
}

InstructionObserver::Answer Debugger::before_instruction(std::uint32_t eip) {
  if (machine_ == nullptr) return Answer::kRun;
  if (resumed_) {
    resumed_ = false;
  } else if (attention_ || breakpoints_.may_stop_at(eip) || (instructions_ & kPollMask) == 0) {
    if (look_closer(eip)) return Answer::kStop;
  }
  ++instructions_;
  return Answer::kRun;
}

// A repeated run stops for edits, and at its end; everything else is noted.
bool Debugger::look_closer(std::uint32_t eip) {
  const Moment here{instructions_, Moment::Phase::kBoundary};
  if (checkpoint_due()) {
    checkpointing_ = true;
    return true;
  }
  if (is_replaying() && is_due(eip, here)) return true;
  if (mode_ == Mode::kSeek) return false;
  auto found = reason_to_stop(eip);
  if (!found) return false;
  found->moment = here;
  if (mode_ == Mode::kScan) {
    note(*std::move(found));
    return false;
  }
  stop_ = std::move(found);
  return true;
}

std::optional<Stop> Debugger::reason_to_stop(std::uint32_t eip) {
  std::optional<Stop> found;
  if (!started_ && std::ranges::find(starts_, eip) != starts_.end()) {
    started_ = true;
    update_attention();
    found = Stop{.kind = Stop::Kind::kStart};
  }
  const bool stepped = mode_ == Mode::kLive && plan_.is_watchful() &&
                       plan_.done(*machine_, lines_, eip, instructions_);
  if (stepped) found = Stop{.kind = Stop::Kind::kStep};
  if (breakpoints_.may_stop_at(eip))
    if (Breakpoint* b = breakpoints_.at(eip))
      if (auto stop = hit(*b, {.kind = Stop::Kind::kBreakpoint})) found = std::move(stop);
  if (event_) {
    if (event_->number == 0 || mode_ == Mode::kScan) {
      found = std::exchange(event_, std::nullopt);
    } else if (Breakpoint* b = breakpoints_.find(event_->number)) {
      if (auto stop = hit(*b, *std::exchange(event_, std::nullopt))) found = std::move(stop);
    }
    event_.reset();
    update_attention();
  }
  if (breakpoints_.has_watches()) {
    if (auto stop = changed_watch()) found = std::move(stop);
    if (auto stop = accessed_watch()) found = std::move(stop);
  }
  if (!found && (instructions_ & kPollMask) == 0 && mode_ == Mode::kLive && front_.interrupted())
    found = Stop{.kind = Stop::Kind::kInterrupt};
  return found;
}

// Counts the hit; nothing when it is to be ignored. A repeated run counts nothing.
std::optional<Stop> Debugger::hit(Breakpoint& breakpoint, Stop stop) const {
  stop.number = breakpoint.number;
  if (mode_ != Mode::kLive) return stop;
  ++breakpoint.hits;
  if (breakpoint.ignore == 0) return stop;
  --breakpoint.ignore;
  return std::nullopt;
}

std::optional<Stop> Debugger::changed_watch() {
  std::optional<Stop> found;
  for (Breakpoint& b : breakpoints_.all()) {
    if (!b.is_enabled() || !b.is_watch() || b.kind == Breakpoint::Kind::kRead) continue;
    const auto change = b.watched.change(machine_->cpu());
    if (!change) continue;
    b.watched.refresh(machine_->cpu());
    auto stop = hit(b, {.kind = Stop::Kind::kWatchpoint,
                        .address = VirtAddr(static_cast<std::uint32_t>(change->address)),
                        .detail = fmt::format("{:08x}: {}", change->address, change->text)});
    if (stop) found = std::move(stop);
  }
  return found;
}

// In front of the instruction that reads or writes.
std::optional<Stop> Debugger::accessed_watch() {
  if (breakpoints_.enabled(Breakpoint::Kind::kRead) == nullptr &&
      breakpoints_.enabled(Breakpoint::Kind::kAccess) == nullptr)
    return std::nullopt;
  for (const MemoryOperand& operand : machine_->cpu().memory_operands())
    for (Breakpoint& b : breakpoints_.all()) {
      const bool wanted = (b.kind == Breakpoint::Kind::kRead && operand.reads) ||
                          b.kind == Breakpoint::Kind::kAccess;
      if (!b.is_enabled() || !wanted || !b.watched.overlaps(operand.address, operand.bytes))
        continue;
      auto stop =
          hit(b, {.kind = Stop::Kind::kWatchpoint,
                  .address = operand.address,
                  .detail = fmt::format("{:08x}: {} of {} bytes is next", operand.address.raw(),
                                        operand.reads ? "a read" : "a write", operand.bytes)});
      if (stop) return stop;
    }
  return std::nullopt;
}

void Debugger::on_event(const Event& event) {
  if (machine_ == nullptr || event_ || mode_ == Mode::kSeek) return;
  Stop stop{.kind = Stop::Kind::kEvent};
  if (const Breakpoint* b = breakpoints_.of_event(event.index()))
    stop.number = b->number;
  else if (mode_ == Mode::kLive && !plan_.event())
    return;
  stop.detail = event_text(*machine_, event);
  event_ = std::move(stop);
  attention_ = true;
}

void Debugger::modules_changed() {
  symbols_ = machine_->symbols().changes();
  lines_.clear();
  breakpoints_.resolve(*machine_);
  starts_.clear();
  for (const auto& module : machine_->modules().all())
    if (module->linked->init_function) starts_.push_back(module->linked->init_function->raw());
  const std::string before = std::exchange(modules_, module_names(*machine_));
  const Breakpoint* b = breakpoints_.enabled(Breakpoint::Kind::kModules);
  if (b != nullptr && started_ && before != modules_ && !event_)
    event_ = Stop{.kind = Stop::Kind::kModules, .number = b->number, .detail = modules_};
  update_attention();
}

RunObserver::Go Debugger::before_slice() {
  if (next_ != Next::kNothing) return Go::kAbandon;
  if (std::exchange(checkpointing_, false)) {
    leave_checkpoint();
    return Go::kOn;  // the instruction is looked at again
  }
  if (machine_->symbols().changes() != symbols_) modules_changed();
  if (!stop_) {
    if (is_replaying() && apply_edits({instructions_, Moment::Phase::kBoundary})) resumed_ = true;
    return Go::kOn;
  }
  Stop stop = *std::exchange(stop_, std::nullopt);
  if (mode_ == Mode::kScan) return end_scan();
  now_ = {instructions_, Moment::Phase::kBoundary};
  if (mode_ == Mode::kSeek) arrive();
  const Go go = converse(std::move(stop));
  resumed_ = go == Go::kOn;
  return go;
}

RunObserver::Go Debugger::before_delivery(const Trap& trap) {
  const Moment here{instructions_, Moment::Phase::kAtException};
  if (scan_) scan_->exception(*machine_);
  if (mode_ == Mode::kSeek && target_->moment == here) {
    now_ = here;
    trap_ = trap;
    arrive();
    return converse(*target_);
  }
  if (is_replaying()) (void)apply_edits(here);
  Stop stop{.kind = Stop::Kind::kException, .vector = trap.vector, .moment = here};
  if (mode_ != Mode::kSeek && stops_for(trap, stop)) {
    if (mode_ == Mode::kScan) {
      scan_->hit(std::move(stop));
    } else {
      now_ = here;
      trap_ = trap;
      if (converse(std::move(stop)) == Go::kAbandon) return Go::kAbandon;
    }
  }
  plan_.exception(*machine_);
  return Go::kOn;
}

// A fix-up, or a WARN, goes on as the kernel planned.
bool Debugger::expects(const Trap& trap) const {
  const VirtAddr eip(machine_->cpu().instruction_pointer());
  if (trap.vector == vector::kInvalidOpcode) {
    const auto bug = machine_->modules().bug_entry(eip);
    return bug && (bug->flags & 1u) != 0;
  }
  return trap.kind == Trap::Kind::kSoftwareInt || machine_->modules().exception_fixup(eip);
}

bool Debugger::stops_for(const Trap& trap, Stop& stop) {
  Breakpoint* b = nullptr;
  if (trap.kind == Trap::Kind::kException && trap.vector == vector::kPageFault)
    b = breakpoints_.enabled(Breakpoint::Kind::kPageFault);
  if (b == nullptr && !expects(trap)) b = breakpoints_.enabled(Breakpoint::Kind::kException);
  if (b == nullptr) return false;
  stop.detail = exception_text(trap);
  auto found = hit(*b, stop);
  if (!found) return false;
  stop = *std::move(found);
  return true;
}

RunObserver::Go Debugger::converse(Stop stop) {
  stop.moment = now_;
  for (;;) {
    if (Breakpoint* b = breakpoints_.find(stop.number); b && b->life == Breakpoint::Life::kOnce) {
      if (stop.kind == Stop::Kind::kBreakpoint) stop.detail = b->text;
      breakpoints_.remove(stop.number);
      breakpoints_changed();
    }
    const Resume resume = front_.on_stop(*this, stop);
    if (resume.kind == Resume::Kind::kQuit) {
      next_ = Next::kQuit;
      return Go::kAbandon;
    }
    if (resume.direction == Direction::kBackward) {
      if (go_back(resume)) return Go::kAbandon;
      stop = Stop{.kind = Stop::Kind::kHistoryBegin, .moment = now_};
      continue;
    }
    if (has_ended_) return Go::kOn;
    if (auto begun = plan_.begin(*machine_, lines_, resume, instructions_); !begun) {
      refusal_ = begun.error().message;
      continue;
    }
    trap_.reset();
    subscribe();
    update_attention();
    return Go::kOn;
  }
}

void Debugger::run_ended(ExitStatus status) {
  if (next_ != Next::kNothing || machine_ == nullptr) return;
  if (mode_ == Mode::kScan) {
    (void)end_scan();
    return;
  }
  mode_ = Mode::kLive;
  has_ended_ = true;
  now_ = {instructions_, Moment::Phase::kBoundary};
  if (machine_->symbols().changes() != symbols_) modules_changed();
  stop_.reset();
  (void)converse({.kind = Stop::Kind::kEnd, .detail = fmt::format("{}", static_cast<int>(status))});
}

}  // namespace mm32::emu
