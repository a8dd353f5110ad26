// Runs guest functions to their end: the loop around the CPU.
//
// A call puts arguments in registers, the return stub on the stack, and runs. Export calls are
// served in the middle of the run; exceptions go through the guest's IDT; a request of an export
// (block, oops, exit) ends the call. Exports are leaves, so calls do not nest.
#pragma once

#include <array>
#include <chrono>
#include <string>
#include <vector>

#include "emu/cpu/delivery.hpp"
#include "emu/export/context.hpp"
#include "emu/export/registry.hpp"
#include "emu/machine/watchdog.hpp"

namespace mm32::emu {

struct CallOutcome {
  enum class Kind : std::uint8_t {
    kReturned,   // `value` is what the function returned
    kDied,       // an oops killed the task
    kHung,       // the task waits for what can never come
    kTimedOut,   // the watchdog ended it
    kHalted,     // the CPU halted with nothing to wake it, or shut down by a triple fault
    kAborted,    // a fault of mm32 itself; `detail` says which
    kAbandoned,  // the observer gave the run up
  };
  Kind kind = Kind::kReturned;
  std::uint32_t value = 0;
  std::string detail{};
  unsigned locks_held = 0;  // kDied: spinlocks that an export held
};

/// Follows a run between the moments when the CPU works. Only debuggers have one.
class RunObserver {
 public:
  enum class Go : std::uint8_t { kOn, kAbandon };

  virtual ~RunObserver() = default;
  /// The CPU is about to go on from its present registers.
  virtual Go before_slice() = 0;
  /// `trap` is about to be delivered; an exception's registers are those of its instruction.
  virtual Go before_delivery(const Trap& trap) = 0;
};

/// What becomes of a task that an oops has killed.
class Undertaker {
 public:
  virtual ~Undertaker() = default;
  /// The guest function where the CPU goes on, on the dead task's stack; nullopt: with the running
  /// task ends the call.
  virtual std::optional<VirtAddr> bury(const CallOutcome& died) = 0;
};

class Executor final : public StubHandler {
 public:
  Executor(KernelContext& context, std::vector<KernelExport> exports)
      : context_(context), delivery_(context.cpu()), exports_(std::move(exports)) {}

  void set_return_address(VirtAddr stub) { return_address_ = stub; }
  void set_tlb_checker(TlbChecker* checker) { tlb_checker_ = checker; }
  void set_watchdog(const Watchdog* watchdog) { watchdog_ = watchdog; }
  /// The observer must outlive the runs; nullptr: none.
  void set_observer(RunObserver* observer) { observer_ = observer; }
  /// Must outlive the runs; nullptr: every death ends the call.
  void set_undertaker(Undertaker* undertaker) { undertaker_ = undertaker; }
  const std::vector<KernelExport>& exports() const { return exports_; }

  /// Calls `function` in ring 0 on a stack that ends at `stack_top`, with up to three regparm
  /// words.
  CallOutcome call(VirtAddr function, const std::array<std::uint32_t, 3>& args, VirtAddr stack_top);

  void on_stub(std::uint32_t index) override;
  std::uint64_t export_calls() const { return export_calls_; }
  /// The number of the export being served, from 1; 0: none.
  std::uint32_t serving() const { return serving_; }

 private:
  CallOutcome run();
  std::optional<CallOutcome> after_stop();
  // RDTSC, which the loader has replaced by an interrupt of its own.
  std::optional<CallOutcome> read_timestamp();
  std::optional<CallOutcome> handle(const Trap& trap);
  std::optional<CallOutcome> task_died(const CallOutcome& died);
  std::optional<CallOutcome> serve(const KernelContext::Request& request);
  std::optional<CallOutcome> enter(const CallFirst& first);
  bool repeat_after(std::string_view guest_function);

  KernelContext& context_;
  ExceptionDelivery delivery_;
  std::vector<KernelExport> exports_;
  VirtAddr return_address_{};
  const Watchdog* watchdog_ = nullptr;
  TlbChecker* tlb_checker_ = nullptr;
  RunObserver* observer_ = nullptr;
  Undertaker* undertaker_ = nullptr;
  bool returned_ = false;
  std::uint64_t export_calls_ = 0;
  std::uint32_t serving_ = 0;
};

}  // namespace mm32::emu
