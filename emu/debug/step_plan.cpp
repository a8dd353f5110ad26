#include "emu/debug/step_plan.hpp"

#include "emu/debug/frames.hpp"

namespace mm32::emu {

std::uint32_t running_task(const Machine& machine) { return machine.current().address().raw(); }

Expected<void> StepPlan::begin(Machine& machine, LineCache& lines, const Resume& resume,
                               std::uint64_t instructions) {
  kind_ = resume.kind;
  count_ = std::max<std::uint64_t>(resume.count, 1);
  until_ = instructions + count_;
  over_.reset();
  const std::uint32_t eip = machine.cpu().instruction_pointer();
  start_ = lines.at(machine, eip);
  last_ = flow_kind(machine.cpu().memory(), VirtAddr(eip));
  if (kind_ != Resume::Kind::kFinish) return {};
  const Registers r = machine.cpu().registers();
  if (const auto caller = caller_of(machine, {VirtAddr(r.eip), r.esp, r.ebp})) {
    over_ = Return{caller->eip.raw(), caller->esp, running_task(machine)};
    return {};
  }
  kind_ = Resume::Kind::kContinue;
  return failure(ExitStatus::kUsage, "the frame of the present function is not known");
}

bool StepPlan::is_back(Machine& machine, std::uint32_t eip) const {
  if (over_->eip && *over_->eip != eip) return false;
  if (over_->task != running_task(machine)) return false;
  const Cpu& cpu = machine.cpu();
  const bool left_kernel = VirtAddr(eip) < VirtAddr(kPageOffset);
  return cpu.stack_pointer() >= over_->esp || (!over_->eip && left_kernel);
}

// After a call: whether what was called is run as one step.
bool StepPlan::steps_over(Machine& machine, LineCache& lines, std::uint32_t eip) {
  const bool whole = kind_ == Resume::Kind::kNextLine || kind_ == Resume::Kind::kNextInstruction ||
                     (kind_ == Resume::Kind::kLine && !lines.at(machine, eip).known());
  if (!whole) return false;
  const std::uint32_t esp = machine.cpu().stack_pointer();
  const auto address = machine.cpu().memory().load<std::uint32_t>(VirtAddr(esp));
  if (!address) return false;
  over_ = Return{*address, esp + 4, running_task(machine)};
  return true;
}

bool StepPlan::line_done(Machine& machine, LineCache& lines, std::uint32_t eip, FlowKind before) {
  const LineCache::Line& line = lines.at(machine, eip);
  if (!line.known()) return false;
  const bool came_back = before == FlowKind::kReturn && line.function != start_.function;
  if (!came_back && (!line.begins_statement || line.same_line(start_))) return false;
  start_ = line;
  return true;
}

bool StepPlan::done(Machine& machine, LineCache& lines, std::uint32_t eip,
                    std::uint64_t instructions) {
  if (kind_ == Resume::Kind::kInstruction) return instructions >= until_;
  if (kind_ == Resume::Kind::kAccess)
    return !machine.cpu().memory_operands().empty() && --count_ == 0;
  if (over_) {
    if (!is_back(machine, eip)) return false;
    over_.reset();
    if (kind_ == Resume::Kind::kFinish) return true;
  } else if (last_ == FlowKind::kCall && steps_over(machine, lines, eip)) {
    return false;
  }
  const FlowKind before = last_;
  last_ = flow_kind(machine.cpu().memory(), VirtAddr(eip));
  const bool here =
      kind_ == Resume::Kind::kNextInstruction || line_done(machine, lines, eip, before);
  return here && --count_ == 0;
}

void StepPlan::exception(Machine& machine) {
  if (over_ || kind_ == Resume::Kind::kInstruction || kind_ == Resume::Kind::kAccess) return;
  over_ = Return{std::nullopt, machine.cpu().stack_pointer(), running_task(machine)};
}

}  // namespace mm32::emu
