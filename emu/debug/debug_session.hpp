// A debugged run from its first boot to its end, with all the machines that going back needs.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "emu/command/run_session.hpp"
#include "emu/debug/debugger.hpp"

namespace mm32::emu {

/// A booted machine and the run on it.
struct DebuggedGuest {
  std::unique_ptr<Machine> machine;
  std::unique_ptr<RunSession> run;
};

class DebugSession {
 public:
  /// Boots a machine with `instructions` as its observer. Called anew for each repetition.
  using Boot = std::function<Expected<DebuggedGuest>(Debugger& debugger)>;

  /// With `checkpoints`, which must outlive the session, going back repeats less.
  DebugSession(FrontEnd& front, Boot boot, Checkpoints* checkpoints = nullptr)
      : debugger_(front, checkpoints), boot_(std::move(boot)) {}

  /// Runs the files under the debugger until the run has ended or the user has. The run's exit
  /// status; kSuccess when it was left in the middle.
  Expected<ExitStatus> run(const std::vector<RunFile>& files);
  Debugger& debugger() { return debugger_; }

 private:
  Debugger debugger_;
  Boot boot_;
};

}  // namespace mm32::emu
