#include "emu/machine/executor.hpp"

#include <fmt/format.h>

#include "emu/loader/neutralise.hpp"
#include "emu/machine/kernel_log.hpp"
#include "emu/oops/reporter.hpp"
#include "mm/base/check.hpp"
#include "mm/kernel.hpp"

namespace mm32::emu {
namespace {

bool is_delivered(const Trap& trap) {
  return trap.kind == Trap::Kind::kException ||
         (trap.kind == Trap::Kind::kSoftwareInt && trap.vector != kTimestampVector);
}

}  // namespace

CallOutcome Executor::call(VirtAddr function, const std::array<std::uint32_t, 3>& args,
                           VirtAddr stack_top) {
  Cpu& cpu = context_.cpu();
  Registers r{};
  r.esp = stack_top.raw() - 16;
  cpu.ram().at<std::uint32_t>(VirtAddr(r.esp)) = return_address_.raw();
  r.eax = args[0];
  r.edx = args[1];
  r.ecx = args[2];
  r.eip = function.raw();
  r.eflags = eflags::kReserved1 | eflags::kIf;
  cpu.set_registers_ring0(r);
  serving_ = 0;
  (void)context_.take_request();
  try {
    return run();
  } catch (const std::exception& broken) {
    return {CallOutcome::Kind::kAborted, 0, broken.what()};
  }
}

CallOutcome Executor::run() {
  returned_ = false;
  for (;;) {
    if (observer_ != nullptr && observer_->before_slice() == RunObserver::Go::kAbandon)
      return {CallOutcome::Kind::kAbandoned};
    const Trap trap = context_.cpu().run();
    if (watchdog_ != nullptr && watchdog_->expired()) return {CallOutcome::Kind::kTimedOut};
    if (observer_ != nullptr && is_delivered(trap) &&
        observer_->before_delivery(trap) == RunObserver::Go::kAbandon)
      return {CallOutcome::Kind::kAbandoned};
    if (const auto outcome = handle(trap)) return *outcome;
  }
}

std::optional<CallOutcome> Executor::handle(const Trap& trap) {
  Cpu& cpu = context_.cpu();
  const auto deliver = [&](unsigned v, std::optional<std::uint32_t> code,
                           InterruptSource source) -> std::optional<CallOutcome> {
    context_.clock().advance(VirtualClock::kExceptionNs);
    if (delivery_.deliver(v, code, source) == Delivered::kYes) return std::nullopt;
    context_.log().line(LogLevel::kEmerg, "mm32: triple fault, the CPU has shut down");
    return CallOutcome{CallOutcome::Kind::kHalted, 0, "triple fault"};
  };
  switch (trap.kind) {
    case Trap::Kind::kStopped:
      return after_stop();
    case Trap::Kind::kException: {
      if (trap.stack_guard) {
        context_.reporter().stack_overflow(cpu.registers(), trap.address);
        return task_died({CallOutcome::Kind::kDied});
      }
      if (trap.vector == vector::kPageFault) {
        cpu.set_cr2(trap.address);
        context_.mm().context().events.emit(event::Fault{trap.address, trap.error_code});
      }
      const bool has_code = vector::has_error_code(trap.vector);
      return deliver(trap.vector, has_code ? std::optional(trap.error_code) : std::nullopt,
                     InterruptSource::kHardware);
    }
    case Trap::Kind::kSoftwareInt:
      if (trap.vector == kTimestampVector) return read_timestamp();
      return deliver(trap.vector, std::nullopt, InterruptSource::kSoftware);
    case Trap::Kind::kHalted:
      context_.reporter().halted(cpu.registers());
      return CallOutcome{CallOutcome::Kind::kHalted, 0, "the CPU halted with nothing to wake it"};
    case Trap::Kind::kEngineFault:
      break;
  }
  return CallOutcome{CallOutcome::Kind::kAborted, 0, "the CPU engine stopped: " + trap.detail};
}

std::optional<CallOutcome> Executor::read_timestamp() {
  Cpu& cpu = context_.cpu();
  const std::uint64_t now = context_.clock().read_tsc();
  Registers r = cpu.registers();
  r.eax = static_cast<std::uint32_t>(now);
  r.edx = static_cast<std::uint32_t>(now >> 32);
  cpu.set_registers(r);
  return std::nullopt;
}

std::optional<CallOutcome> Executor::after_stop() {
  if (returned_) {
    returned_ = false;
    return CallOutcome{CallOutcome::Kind::kReturned, context_.cpu().registers().eax};
  }
  if (const auto request = context_.take_request()) return serve(*request);
  return std::nullopt;
}

// Lets the export that has just been stopped be called again after a guest function, which returns
// to its entry with the registers as they were. False when the image has no such function.
bool Executor::repeat_after(std::string_view guest_function) {
  Cpu& cpu = context_.cpu();
  Registers r = cpu.registers();
  const std::uint32_t index = (r.eip - return_address_.raw()) / Cpu::kStubBytes;
  const auto function = context_.symbols().address_of(guest_function);
  if (!function || index == 0 || index > exports_.size()) return false;
  const auto entry = context_.symbols().address_of(exports_[index - 1].name);
  if (!entry) return false;
  r.esp -= 4;
  const std::uint32_t back = entry->raw();
  if (!cpu.memory(Ring::kSupervisor, Marking::kSet)
           .write(VirtAddr(r.esp), std::as_bytes(std::span(&back, 1))))
    return false;
  r.eip = function->raw();
  cpu.set_registers(r);
  return true;
}

std::optional<CallOutcome> Executor::serve(const KernelContext::Request& request) {
  if (const auto* blocked = std::get_if<WouldBlock>(&request)) {
    if (blocked->what == kWaitForSpace && repeat_after("mm32_vmap_space_wanted"))
      return std::nullopt;
    context_.reporter().hung_task(blocked->what);
    return CallOutcome{CallOutcome::Kind::kHung, 0, blocked->what};
  }
  if (const auto* panic = std::get_if<Panic>(&request))
    return CallOutcome{CallOutcome::Kind::kHalted, 0, "kernel panic: " + panic->message};
  if (const auto* first = std::get_if<CallFirst>(&request)) return enter(*first);
  CallOutcome died{CallOutcome::Kind::kDied};
  if (const auto* oops = std::get_if<Oops>(&request)) {
    context_.reporter().export_oops(*oops, context_.cpu().mmu().state());
    died.locks_held = oops->locks_held;
  }
  return task_died(died);
}

std::optional<CallOutcome> Executor::task_died(const CallOutcome& died) {
  const auto resume = undertaker_ != nullptr ? undertaker_->bury(died) : std::nullopt;
  if (!resume) return died;
  Cpu& cpu = context_.cpu();
  Registers r = cpu.registers();
  r.eip = resume->raw();
  r.eflags = eflags::kReserved1 | eflags::kIf;
  cpu.set_registers_ring0(r);
  return std::nullopt;
}

// Puts what the call takes in registers, and where it begins, on the guest's stack:
// guest/kernel/entry.S, mm32_reclaim_entry.
std::optional<CallOutcome> Executor::enter(const CallFirst& first) {
  const CallFrame frame = context_.frame();
  const std::array<std::uint32_t, 4> words{frame.eax(), frame.edx(), frame.ecx(), first.call.raw()};
  const VirtAddr stack(frame.esp().raw() - static_cast<std::uint32_t>(sizeof words));
  if (const auto written = context_.write(stack, std::as_bytes(std::span(words))); !written) {
    context_.stop(written.error());
    return serve(*context_.take_request());
  }
  Registers r = context_.cpu().registers();
  r.eip = first.function.raw();
  r.esp = stack.raw();
  r.eax = first.eax;
  r.edx = first.edx;
  context_.cpu().set_registers(r);
  return std::nullopt;
}

namespace {

// An export that did without the memory it could not have is not called again.
bool has_failed(const CallFrame& frame) {
  constexpr std::uint32_t kErrors = 0xfffff001;  // Linux: IS_ERR_VALUE
  return frame.result_low() == 0 || frame.result_low() >= kErrors;
}

}  // namespace

void Executor::on_stub(std::uint32_t index) {
  if (index == 0) {
    returned_ = true;
    context_.cpu().request_stop();
    return;
  }
  ++export_calls_;
  context_.clock().advance(VirtualClock::kExportNs);
  serving_ = index;
  try {
    MM_CHECK(index <= exports_.size());
    exports_[index - 1].call(context_);
  } catch (const ListDamage& damage) {
    if (!damage.line().empty()) context_.reporter().print(LogLevel::kErr, damage.line());
    context_.stop(damage.oops());
  } catch (const StackFault& fault) {
    context_.stop(Oops{.kind = Oops::Kind::kPageFault, .address = fault.address});
  }
  serving_ = 0;
  if (tlb_checker_ != nullptr) [[unlikely]]
    tlb_checker_->on_export_end(exports_[index - 1].name, context_.frame().return_address());
  if (context_.is_repeated() && !has_failed(context_.frame())) [[unlikely]]
    context_.take_request();
  if (context_.has_request()) [[unlikely]]
    context_.cpu().request_stop();
}

}  // namespace mm32::emu
