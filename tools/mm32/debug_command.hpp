// The command debug: a console over emu/debug, on a terminal or from a script.
//
// Exit status: that of the run, 0 when it was left in the middle; 2 instead of 0 when a command of
// a script failed.
#pragma once

#include "commands.hpp"
#include "emu/debug/debug_session.hpp"

namespace mm32::tool {

int debug_command(const Arguments& args, Output& output);

/// Boots machines for a debugger: what `mm32 run` boots, without a time limit.
emu::Expected<emu::DebugSession::Boot> debugged_boot(const Arguments& args,
                                                     const std::vector<emu::RunFile>& files,
                                                     Output& output);

/// Remembers that the user has pressed ^C while an object of it lives.
class InterruptKey {
 public:
  InterruptKey();
  InterruptKey(const InterruptKey&) = delete;
  InterruptKey& operator=(const InterruptKey&) = delete;
  ~InterruptKey();
  /// Whether it was pressed since the last question.
  static bool pressed();
};

}  // namespace mm32::tool
