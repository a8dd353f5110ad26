#include "debug_command.hpp"

#include <fmt/format.h>

#include <atomic>
#include <csignal>

#include "emu/debug/console.hpp"
#include "emu/debug/supervised_process.hpp"
#include "line_reader.hpp"
#include "session.hpp"

namespace mm32::tool {
namespace {

using emu::ExitStatus;
using emu::Expected;
using emu::failure;

// Set by the signal handler, which has no other way to say it.
std::atomic<bool> key_pressed{false};
static_assert(std::atomic<bool>::is_always_lock_free);

void on_key(int) { key_pressed.store(true); }

}  // namespace

InterruptKey::InterruptKey() { std::signal(SIGINT, &on_key); }
InterruptKey::~InterruptKey() { std::signal(SIGINT, SIG_DFL); }
bool InterruptKey::pressed() { return key_pressed.exchange(false); }

Expected<emu::DebugSession::Boot> debugged_boot(const Arguments& args,
                                                const std::vector<emu::RunFile>& files,
                                                Output& output) {
  MM_TRY_ASSIGN(const emu::RunOptions run_with, run_options(args.modules));
  MM_TRY_ASSIGN(const emu::KernelVersion version, kernel_version(args.modules));
  MM_TRY_ASSIGN(const MachineArgs fitted, fit_to_modules(args.machine, files));
  MM_TRY_ASSIGN(emu::MachineOptions options, machine_options(fitted));
  if (!fitted.trace.empty())
    return failure(ExitStatus::kUsage, "a debugged run is not traced: use mm32 run --trace");
  options.timeout = {};
  options.track_allocations = emu::TrackAllocations::kYes;
  return [options, run_with, version,
          &output](emu::Debugger& debugger) -> Expected<emu::DebuggedGuest> {
    emu::MachineOptions mine = options;
    mine.instructions = &debugger;
    mine.console = [&output, &debugger](const emu::LogLine& line) {
      if (!debugger.is_silent()) output.print(emu::format_log_line(line) + "\n");
    };
    emu::DebuggedGuest guest;
    MM_TRY_ASSIGN(guest.machine, emu::Machine::boot(std::move(mine)));
    const auto diagnose = [&output, &debugger](emu::MessageOrigin origin, const std::string& text) {
      if (debugger.is_silent()) return;
      origin == emu::MessageOrigin::kCompiler ? output.relay(text) : output.diagnose(text);
    };
    guest.run = std::make_unique<emu::RunSession>(
        *guest.machine, compiler_options(guest.machine->config(), version), diagnose, run_with);
    return guest;
  };
}

namespace {

int debug(const Arguments& args, Output& output, const emu::Supervision* supervision) {
  std::vector<emu::RunFile> files = run_files(args.files);
  for (const std::string& word : args.guest_words) files.back().parameters.push_back(word);
  auto boot = debugged_boot(args, files, output);
  if (!boot) return refuse(boot.error(), output);
  emu::Debugger* debugger = nullptr;
  LineReader lines(
      output, [&](const std::string& text) { return emu::Console::completions(debugger, text); });
  for (const std::string& script : args.scripts)
    if (!lines.add_script(script))
      return refuse({ExitStatus::kUsage, fmt::format("{}: the script cannot be read", script)},
                    output);
  emu::Console console(
      {.read = [&] { return lines.next(); },
       .print = [&](std::string_view text) { output.print(text); },
       .complain = [&](std::string_view line) { output.diagnose(line); },
       .interrupted = &InterruptKey::pressed,
       .save = [&] { return lines.save(); },
       .restore = [&](std::string_view saved) { lines.restore(saved); }},
      lines.is_terminal() ? emu::Console::Source::kPerson : emu::Console::Source::kScript);
  const InterruptKey key;
  emu::Checkpoints checkpoints(supervision);
  emu::DebugSession session(console, *std::move(boot), &checkpoints);
  debugger = &session.debugger();
  session.debugger().breakpoints().add({.kind = emu::Breakpoint::Kind::kException,
                                        .text = "exceptions that the kernel does not expect"});
  const auto status = session.run(files);
  if (!status) return refuse(status.error(), output);
  if (console.ended_in_mid_run())
    output.diagnose("the commands ended in the middle of the run, which was left there");
  if (*status == ExitStatus::kSuccess && console.failures() != 0 && !lines.is_terminal())
    return static_cast<int>(ExitStatus::kUsage);
  return static_cast<int>(*status);
}

}  // namespace

int debug_command(const Arguments& args, Output& output) {
  return emu::run_supervised(
      [&](const emu::Supervision* supervision) {
        return output.finish(debug(args, output, supervision));
      },
      to_int(ExitStatus::kInternalFault));
}

}  // namespace mm32::tool
