// A machine with the modules of the command line on it, its trace, and what was said about them.
#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "commands.hpp"
#include "emu/command/run_session.hpp"
#include "emu/trace/trace_writer.hpp"
#include "output.hpp"

namespace mm32::tool {

int to_int(emu::ExitStatus status);
/// Says what failed; the exit status.
int refuse(const emu::Failure& failure, Output& output);

/// Prints every line of the kernel's log with `write`.
emu::KernelLog::Console console_to(void (Output::*write)(std::string_view), Output& output);
/// Indented, in UTF-8 whatever the guest printed.
void print_json(const nlohmann::ordered_json& json, Output& output);

emu::CompilerOptions compiler_options(const MachineConfig& config,
                                      const emu::KernelVersion& version);

/// Adds to the options what the modules need: a .ko brings its kernel's layout along.
emu::Expected<MachineArgs> fit_to_modules(MachineArgs args, const std::vector<emu::RunFile>& files);

/// Counts what trace_printk writes for nobody.
class UnseenPrints final : public EventSink {
 public:
  static constexpr EventMask kEvents = events_of<event::TracePrint>();
  void on_event(const Event&) override { ++count_; }
  std::uint64_t count() const { return count_; }

 private:
  std::uint64_t count_ = 0;
};

struct Session {
  UnseenPrints unseen_prints{};
  std::unique_ptr<emu::Machine> machine;
  std::unique_ptr<emu::TraceWriter> trace;
  std::unique_ptr<emu::RunSession> run;
  std::vector<std::string> diagnostics;

  /// Boots the machine of `args`, made for `files`, which it does not start.
  static emu::Expected<std::unique_ptr<Session>> boot(const Arguments& args,
                                                      const std::vector<emu::RunFile>& files,
                                                      emu::KernelLog::Console console,
                                                      Output& output,
                                                      emu::TrackAllocations track = {});
  /// The same, and starts `files` on it.
  static emu::Expected<std::unique_ptr<Session>> start(const Arguments& args,
                                                       const std::vector<emu::RunFile>& files,
                                                       emu::KernelLog::Console console,
                                                       Output& output,
                                                       emu::TrackAllocations track = {});
  /// Unloads the modules and ends the trace; the exit status.
  int finish(Output& output, emu::LeakCheck leaks = emu::LeakCheck::kYes);
  /// False when a file could not be loaded at all.
  bool usable() const;
};

}  // namespace mm32::tool
