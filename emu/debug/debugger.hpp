// The debugger: stops a machine in front of an instruction, at an exception or behind an event of
// memory management, lets a front end look and decide, and goes on, or back.
//
//   run ──► before_instruction ──► stop? ──► before_slice ──► FrontEnd::on_stop ──► Resume ──► run
//
// Going back repeats a part of the run (design D5): from the checkpoint before the moment that is
// wanted, a copy of this process that takes over with the order of debugger_order.cpp; else from
// the start, on a fresh machine that DebugSession boots. What the user changed by hand (registers,
// memory) is kept as a list of edits and made again on the way.
// D1  A moment names one state: nothing here changes the guest but the edits.
// D2  The guest's console is silent while a run is repeated (is_silent).
// Independent of any user interface. Costs nothing where there is none: the instruction hook exists
// only in machines that were booted with it.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "emu/debug/breakpoints.hpp"
#include "emu/debug/checkpoints.hpp"
#include "emu/debug/history.hpp"
#include "emu/debug/step_plan.hpp"
#include "emu/debug/stop.hpp"
#include "emu/debug/tlb_model.hpp"
#include "emu/machine/machine.hpp"

namespace mm32::emu {

/// What the user has changed by hand, and when.
struct MemoryEdit {
  std::variant<VirtAddr, PhysAddr> at;
  std::vector<std::byte> bytes;
};
struct Edit {
  Moment at;
  std::variant<Registers, MemoryEdit, Pfn> what;  // Pfn: a frame that was looked at, see touch()
};

class Debugger final : public InstructionObserver, public RunObserver, private EventSink {
 public:
  /// What the run that was abandoned, or has ended, is followed by.
  enum class Next : std::uint8_t { kNothing, kReplay, kQuit };

  /// With `checkpoints`, which must outlive it, going back need not begin at the start.
  explicit Debugger(FrontEnd& front, Checkpoints* checkpoints = nullptr)
      : front_(front), checkpoints_(checkpoints) {}
  ~Debugger() override;
  Debugger(const Debugger&) = delete;
  Debugger& operator=(const Debugger&) = delete;

  // For the session.
  /// Arms the debugger for a machine that has booted with it as MachineOptions::instructions.
  void attach(Machine& machine);
  void detach();
  /// The run is over: its exit status is `status`.
  void run_ended(ExitStatus status);
  Next next() const { return next_; }
  /// Whether what the guest prints was printed before, or comes from a run that was left.
  bool is_silent() const { return is_replaying() || next_ != Next::kNothing; }

  // For front ends, while they are asked on_stop().
  Machine& machine() { return *machine_; }
  Moment now() const { return now_; }
  bool has_ended() const { return has_ended_; }
  BreakpointList& breakpoints() { return breakpoints_; }
  /// To be called after breakpoints() was changed.
  void breakpoints_changed();
  LineCache& lines() { return lines_; }
  const TlbModel& tlb() const { return tlb_; }
  /// Why the last resume was refused; empty when it was not.
  std::string take_refusal() { return std::exchange(refusal_, {}); }
  /// The exception that is about to be delivered, at a stop of kind kException.
  const std::optional<Trap>& pending_trap() const { return trap_; }
  /// Changes registers, or memory whatever its protection. False when nothing is mapped there.
  void edit_registers(const Registers& registers);
  bool edit_memory(VirtAddr at, std::span<const std::byte> bytes);
  bool edit_physical(PhysAddr at, std::span<const std::byte> bytes);
  /// To be called before a look at a frame that may never have been touched: its struct page is
  /// made then, which the allocator notices, so a repeated run has to do the same.
  void touch(Pfn frame);

  // Hooks.
  Answer before_instruction(std::uint32_t eip) override;
  Go before_slice() override;
  Go before_delivery(const Trap& trap) override;

 private:
  enum class Mode : std::uint8_t {
    kLive,
    kScan,  // repeating a run to find where going back ends
    kSeek,  // repeating a run to that place
  };

  bool is_replaying() const { return mode_ != Mode::kLive; }
  void on_event(const Event& event) override;
  std::optional<Stop> reason_to_stop(std::uint32_t eip);
  std::optional<Stop> changed_watch();
  std::optional<Stop> accessed_watch();
  std::optional<Stop> hit(Breakpoint& breakpoint, Stop stop) const;
  bool stops_for(const Trap& trap, Stop& stop);
  bool expects(const Trap& trap) const;
  bool look_closer(std::uint32_t eip);
  bool is_due(std::uint32_t eip, Moment here);
  void note(Stop stop);

  bool checkpoint_due() const;
  void leave_checkpoint();
  /// Repeats the run as mode_ says.
  void travel();
  std::string order() const;
  void obey(std::string_view order);
  void forget_future();

  void modules_changed();
  void subscribe();
  Go converse(Stop stop);
  bool go_back(const Resume& resume);
  Go end_scan();
  void arrive();
  bool apply_edits(Moment until);
  void refresh_watches();
  void remember(Edit edit);
  bool apply(const Edit& edit);
  void update_attention();

  FrontEnd& front_;
  Checkpoints* checkpoints_;
  Machine* machine_ = nullptr;
  BreakpointList breakpoints_;
  LineCache lines_;
  TlbModel tlb_;
  StepPlan plan_;
  Mode mode_ = Mode::kLive;
  Next next_ = Next::kNothing;
  std::optional<HistoryScan> scan_;
  std::optional<Stop> target_;  // kSeek: where to stop, and what to say there
  std::optional<Stop> stop_;    // found by the instruction hook, for before_slice
  std::optional<Stop> event_;   // found by the event stream, for the next instruction
  std::optional<Trap> trap_;
  std::vector<Edit> edits_;
  std::size_t next_edit_ = 0;
  std::uint64_t instructions_ = 0;
  std::uint64_t left_at_ = 0;  // instructions_ at the last checkpoint
  std::uint64_t symbols_ = 0;  // SymbolTable::changes that breakpoints were resolved with
  std::string modules_;        // their names, with it
  std::uint32_t return_stub_ = 0;
  std::vector<std::uint32_t> starts_;  // init functions, for the first stop
  Moment now_{};
  std::string refusal_;
  bool checkpointing_ = false;  // the run has stopped to leave a checkpoint
  bool subscribed_ = false;
  bool attention_ = false;  // every instruction is looked at closely
  bool resumed_ = false;    // the next instruction was looked at before
  bool started_ = false;    // the first stop was made
  bool has_ended_ = false;
};

}  // namespace mm32::emu
