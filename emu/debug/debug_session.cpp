#include "emu/debug/debug_session.hpp"

namespace mm32::emu {
namespace {

// The debugger lets go of a machine before that goes away.
class Attached {
 public:
  Attached(Debugger& debugger, Machine& machine) : debugger_(debugger) { debugger.attach(machine); }
  Attached(const Attached&) = delete;
  Attached& operator=(const Attached&) = delete;
  ~Attached() { debugger_.detach(); }

 private:
  Debugger& debugger_;
};

}  // namespace

Expected<ExitStatus> DebugSession::run(const std::vector<RunFile>& files) {
  for (;;) {
    MM_TRY_ASSIGN(const DebuggedGuest guest, boot_(debugger_));
    const Attached attached(debugger_, *guest.machine);
    guest.run->start(files);
    guest.run->finish();
    const ExitStatus status = guest.run->status();
    debugger_.run_ended(status);
    if (debugger_.next() == Debugger::Next::kReplay) continue;
    const bool left = debugger_.next() == Debugger::Next::kQuit && !debugger_.has_ended();
    return left ? ExitStatus::kSuccess : status;
  }
}

}  // namespace mm32::emu
