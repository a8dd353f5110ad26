// The part of the debugger that goes back, and the edits that a repeated run makes again.
#include <algorithm>

#include "emu/debug/debugger.hpp"

namespace mm32::emu {

// What is counted needs one repetition, what must be searched two.
bool Debugger::go_back(const Resume& resume) {
  if (now_.instructions == 0) return false;
  std::erase_if(edits_, [&](const Edit& edit) { return edit.at > now_; });
  if (resume.kind != Resume::Kind::kInstruction) {
    mode_ = Mode::kScan;
    scan_.emplace(resume.kind, has_ended_ ? Moment{now_.instructions + 1} : now_);
    travel();
    return true;
  }
  const std::uint64_t count = std::max<std::uint64_t>(resume.count, 1);
  mode_ = Mode::kSeek;
  target_ = count >= now_.instructions ? Stop{.kind = Stop::Kind::kHistoryBegin}
                                       : Stop{.kind = Stop::Kind::kStep};
  if (count < now_.instructions) target_->moment.instructions = now_.instructions - count;
  travel();
  return true;
}

// Whether a repeated run has to stop here: at its end, or for an edit.
bool Debugger::is_due(std::uint32_t eip, Moment here) {
  if (mode_ == Mode::kScan) {
    if (scan_->is_watchful()) {
      scan_->look(*machine_, lines_, eip, here);
      if (eip == return_stub_) scan_->unwound(*machine_);
    }
    if (here >= scan_->bound()) {
      // The change that brought the user here has happened in front of the bound.
      if (auto change = changed_watch()) {
        change->moment = here;
        note(*std::move(change));
      }
      stop_ = Stop{};
      return true;
    }
  } else if (here >= target_->moment) {
    stop_ = *target_;
    return true;
  }
  return next_edit_ < edits_.size() && edits_[next_edit_].at == here;
}

// A changed value is shown in front of the instruction that changes it.
void Debugger::note(Stop stop) {
  if (stop.kind == Stop::Kind::kWatchpoint && stop.moment.instructions > 0)
    --stop.moment.instructions;
  scan_->hit(std::move(stop));
}

// Nothing found from a checkpoint on: the run before it is searched as well.
RunObserver::Go Debugger::end_scan() {
  target_ = scan_->result(running_task(*machine_));
  if (!target_ && scan_->begin() != Moment{}) {
    scan_->widen();
  } else {
    if (!target_) target_ = Stop{.kind = Stop::Kind::kHistoryBegin};
    scan_.reset();
    mode_ = Mode::kSeek;
  }
  travel();
  return Go::kAbandon;
}

void Debugger::edit_registers(const Registers& registers) { remember({now_, registers}); }

bool Debugger::edit_memory(VirtAddr at, std::span<const std::byte> bytes) {
  const GuestMemory memory = machine_->cpu().memory();
  std::vector<std::byte> before(bytes.size());
  if (!memory.read(at, before)) return false;
  remember({now_, MemoryEdit{at, {bytes.begin(), bytes.end()}}});
  return true;
}

bool Debugger::edit_physical(PhysAddr at, std::span<const std::byte> bytes) {
  if (machine_->ram().host(at, Bytes(bytes.size())) == nullptr) return false;
  remember({now_, MemoryEdit{at, {bytes.begin(), bytes.end()}}});
  return true;
}

void Debugger::touch(Pfn frame) {
  const MemMap& map = machine_->mm().pages().lists().map();
  if (map.valid(frame) && map.state(frame) == SectionState::kFree) remember({now_, frame});
}

void Debugger::remember(Edit edit) {
  (void)apply(edit);
  if (has_ended_) return;
  if (checkpoints_ != nullptr) checkpoints_->forget_after(edit.at);
  std::erase_if(edits_, [&](const Edit& other) { return other.at > edit.at; });
  edits_.push_back(std::move(edit));
  next_edit_ = edits_.size();
  refresh_watches();
}

bool Debugger::apply(const Edit& edit) {
  Cpu& cpu = machine_->cpu();
  if (const auto* registers = std::get_if<Registers>(&edit.what)) {
    cpu.set_registers(*registers);
    return true;
  }
  if (const auto* frame = std::get_if<Pfn>(&edit.what)) {
    machine_->mm().pages().lists().ensure(*frame);
    return true;
  }
  const auto& memory = std::get<MemoryEdit>(edit.what);
  if (const auto* physical = std::get_if<PhysAddr>(&memory.at)) {
    std::byte* host = machine_->ram().host(*physical, Bytes(memory.bytes.size()));
    if (host != nullptr) std::ranges::copy(memory.bytes, host);
    return host != nullptr;
  }
  VirtAddr at = std::get<VirtAddr>(memory.at);
  for (const std::byte byte : memory.bytes) {
    const Walk walk = cpu.mmu().walk_now(at, Access::kRead, Ring::kSupervisor);
    std::byte* host = walk.ok() ? machine_->ram().host(walk.physical, Bytes(1)) : nullptr;
    if (host == nullptr) return false;
    *host = byte;
    at += Bytes(1);
  }
  // The CPU may have translated code from there.
  const VirtAddr first = page_floor(std::get<VirtAddr>(memory.at));
  cpu.mmu().forget_code(first, pages_for(Bytes(at.raw() - first.raw())));
  return true;
}

// A repeated run is where it was to go. What was edited later than that has not happened.
void Debugger::arrive() {
  mode_ = Mode::kLive;
  started_ = true;
  (void)apply_edits(now_);
  edits_.erase(edits_.begin() + static_cast<std::ptrdiff_t>(next_edit_), edits_.end());
  event_.reset();
  refresh_watches();
}

// True when there were any.
bool Debugger::apply_edits(Moment until) {
  bool any = false;
  while (next_edit_ < edits_.size() && edits_[next_edit_].at <= until) {
    (void)apply(edits_[next_edit_++]);
    any = true;
  }
  return any;
}

}  // namespace mm32::emu
