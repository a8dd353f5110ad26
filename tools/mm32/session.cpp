#include "session.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>

#include "emu/command/target_kernel.hpp"

namespace mm32::tool {

using emu::ExitStatus;
using emu::Expected;
using emu::failure;

int to_int(ExitStatus status) { return static_cast<int>(status); }

int refuse(const emu::Failure& failure, Output& output) {
  output.diagnose(failure.message);
  return to_int(failure.status);
}

emu::KernelLog::Console console_to(void (Output::*write)(std::string_view), Output& output) {
  return [&output, write](const emu::LogLine& line) {
    (output.*write)(emu::format_log_line(line) + "\n");
  };
}

// A guest may print bytes that are not UTF-8; JSON has only characters.
void print_json(const nlohmann::ordered_json& json, Output& output) {
  output.print(json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
}

emu::CompilerOptions compiler_options(const MachineConfig& config,
                                      const emu::KernelVersion& version) {
  emu::CompilerOptions options;
  if (const auto files = emu::GuestFiles::locate(config.paging))
    options.include_folders = {files->include};
  if (config.paging == PagingMode::kPae) options.flags.emplace_back("-DCONFIG_X86_PAE=1");
  for (std::string& flag : version.flags()) options.flags.push_back(std::move(flag));
  options.vermagic = version.release() + " SMP preempt mod_unload 686 ";
  const char* const no_colour = std::getenv("NO_COLOR");
  if (isatty(STDERR_FILENO) == 1 && (no_colour == nullptr || *no_colour == '\0'))
    options.colour = emu::MessageColour::kAlways;
  return options;
}

Expected<MachineArgs> fit_to_modules(MachineArgs args, const std::vector<emu::RunFile>& files) {
  std::vector<std::filesystem::path> paths;
  paths.reserve(files.size());
  for (const emu::RunFile& file : files) paths.push_back(file.path);
  MM_TRY_ASSIGN(const auto kernel, emu::kernel_of_files(paths));
  if (!kernel) return args;
  if (args.pae && kernel->paging == PagingMode::kTwoLevel)
    return failure(ExitStatus::kUsage,
                   fmt::format("{} is built for {}, a kernel without PAE: run it without --pae",
                               kernel->file.string(), kernel->release));
  if (args.layout.empty()) args.layout = "linux-6.1";
  args.pae = kernel->paging == PagingMode::kPae;
  return args;
}

Expected<std::unique_ptr<Session>> Session::boot(const Arguments& given,
                                                 const std::vector<emu::RunFile>& files,
                                                 emu::KernelLog::Console console, Output& output,
                                                 emu::TrackAllocations track) {
  MM_TRY_ASSIGN(const emu::RunOptions run_with, run_options(given.modules));
  MM_TRY_ASSIGN(const emu::KernelVersion version, kernel_version(given.modules));
  MM_TRY_ASSIGN(const MachineArgs args, fit_to_modules(given.machine, files));
  MM_TRY_ASSIGN(emu::MachineOptions options, machine_options(args));
  MM_TRY_ASSIGN(const auto trace, trace_options(args));
  options.console = std::move(console);
  options.track_allocations = track;
  auto session = std::make_unique<Session>();
  MM_TRY_ASSIGN(session->machine, emu::Machine::boot(std::move(options)));
  if (trace) {
    MM_TRY_ASSIGN(session->trace, emu::TraceWriter::open(*session->machine, *trace));
  }
  if (!trace || (trace->events & UnseenPrints::kEvents) == 0)
    session->machine->events().subscribe(session->unseen_prints, UnseenPrints::kEvents);
  const auto diagnose = [&output, s = session.get()](emu::MessageOrigin origin,
                                                     const std::string& text) {
    if (origin == emu::MessageOrigin::kCompiler) return output.relay(text);
    s->diagnostics.push_back(text);
    output.diagnose(text);
  };
  session->run = std::make_unique<emu::RunSession>(
      *session->machine, compiler_options(session->machine->config(), version), diagnose, run_with);
  return session;
}

Expected<std::unique_ptr<Session>> Session::start(const Arguments& args,
                                                  const std::vector<emu::RunFile>& files,
                                                  emu::KernelLog::Console console, Output& output,
                                                  emu::TrackAllocations track) {
  MM_TRY_ASSIGN(auto session, boot(args, files, std::move(console), output, track));
  if (!files.empty()) session->run->start(files);
  return session;
}

int Session::finish(Output& output, emu::LeakCheck leaks) {
  run->finish(leaks);
  if (const auto lines = unseen_prints.count(); lines != 0)
    output.diagnose(
        fmt::format("trace_printk wrote {} line{} for the trace buffer, which --trace "
                    "FILE shows (--trace-event ftrace:print: nothing else)",
                    lines, lines == 1 ? "" : "s"));
  const ExitStatus status = run->status();
  const auto traced = trace ? trace->finish() : Expected<void>();
  if (traced) return to_int(status);
  diagnostics.push_back(traced.error().message);
  const int failed = refuse(traced.error(), output);
  return status == ExitStatus::kSuccess ? failed : to_int(status);
}

bool Session::usable() const {
  return run->status() != ExitStatus::kUsage && run->status() != ExitStatus::kInternalFault;
}

}  // namespace mm32::tool
