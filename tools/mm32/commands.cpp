#include "commands.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <iostream>
#include <nlohmann/json.hpp>

#include "emu/command/address.hpp"
#include "emu/command/run_session.hpp"
#include "emu/command/target_kernel.hpp"
#include "emu/report/layout.hpp"
#include "emu/report/reports.hpp"
#include "emu/view/task_tables.hpp"
#include "emu/view/walk_view.hpp"

namespace mm32::tool {
namespace {

using emu::ExitStatus;
using emu::Expected;
using emu::failure;
using Json = nlohmann::ordered_json;

int to_int(ExitStatus status) { return static_cast<int>(status); }

int refuse(const emu::Failure& failure, Output& output) {
  output.diagnose(failure.message);
  return to_int(failure.status);
}

// A guest may print bytes that are not UTF-8; JSON has only characters.
void print_json(const Json& json, Output& output) {
  output.print(json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

emu::CompilerOptions compiler_options(const MachineConfig& config) {
  emu::CompilerOptions options;
  if (const auto files = emu::GuestFiles::locate(config.paging))
    options.include_folders = {files->include};
  if (config.paging == PagingMode::kPae) options.flags.emplace_back("-DCONFIG_X86_PAE=1");
  const char* const no_colour = std::getenv("NO_COLOR");
  if (isatty(STDERR_FILENO) == 1 && (no_colour == nullptr || *no_colour == '\0'))
    options.colour = emu::MessageColour::kAlways;
  return options;
}

/// A word with '=' that is not a file is a parameter of the module before it.
std::vector<emu::RunFile> run_files(const std::vector<std::string>& words) {
  std::vector<emu::RunFile> files;
  for (const std::string& word : words) {
    std::error_code error;
    const bool parameter =
        word.find('=') != std::string::npos && !std::filesystem::exists(word, error);
    if (!files.empty() && parameter)
      files.back().parameters.push_back(word);
    else
      files.push_back({word, {}});
  }
  return files;
}

/// Adds to the options what the modules need: a .ko brings its kernel's layout along.
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

/// A machine with the modules of the command line.
struct Session {
  std::unique_ptr<emu::Machine> machine;
  std::unique_ptr<emu::TraceWriter> trace;
  std::unique_ptr<emu::RunSession> run;
  std::vector<std::string> diagnostics;

  static Expected<std::unique_ptr<Session>> start(const MachineArgs& given,
                                                  const std::vector<emu::RunFile>& files,
                                                  emu::KernelLog::Console console, Output& output,
                                                  emu::TrackAllocations track = {}) {
    MM_TRY_ASSIGN(const MachineArgs args, fit_to_modules(given, files));
    MM_TRY_ASSIGN(emu::MachineOptions options, machine_options(args));
    MM_TRY_ASSIGN(const auto trace, trace_options(args));
    options.console = std::move(console);
    options.track_allocations = track;
    auto session = std::make_unique<Session>();
    MM_TRY_ASSIGN(session->machine, emu::Machine::boot(std::move(options)));
    if (trace) {
      MM_TRY_ASSIGN(session->trace, emu::TraceWriter::open(*session->machine, *trace));
    }
    const auto diagnose = [&output, s = session.get()](emu::MessageOrigin origin,
                                                       const std::string& text) {
      if (origin == emu::MessageOrigin::kCompiler) return output.relay(text);
      s->diagnostics.push_back(text);
      output.diagnose(text);
    };
    session->run = std::make_unique<emu::RunSession>(
        *session->machine, compiler_options(session->machine->config()), diagnose);
    if (!files.empty()) session->run->start(files);
    return session;
  }

  /// Unloads the modules and ends the trace; the exit status.
  int finish(Output& output, emu::LeakCheck leaks = emu::LeakCheck::kYes) {
    run->finish(leaks);
    const ExitStatus status = run->status();
    const auto traced = trace ? trace->finish() : Expected<void>();
    if (traced) return to_int(status);
    diagnostics.push_back(traced.error().message);
    const int failed = refuse(traced.error(), output);
    return status == ExitStatus::kSuccess ? failed : to_int(status);
  }

  /// False when a file could not be loaded at all.
  bool usable() const {
    return run->status() != ExitStatus::kUsage && run->status() != ExitStatus::kInternalFault;
  }
};

emu::KernelLog::Console console_to(void (Output::*write)(std::string_view), Output& output) {
  return [&output, write](const emu::LogLine& line) {
    (output.*write)(emu::format_log_line(line) + "\n");
  };
}

Json log_json(const std::vector<emu::LogLine>& lines) {
  Json list = Json::array();
  for (const emu::LogLine& line : lines)
    list.push_back({{"ns", line.ns}, {"level", static_cast<int>(line.level)}, {"text", line.text}});
  return list;
}

Expected<std::vector<VirtAddr>> all_addresses(const std::vector<std::string>& texts,
                                              const emu::SymbolTable& symbols) {
  std::vector<VirtAddr> all;
  for (const std::string& text : texts) {
    MM_TRY_ASSIGN(const auto some, emu::parse_addresses(text, symbols));
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

Expected<PagingState> walk_paging(const Arguments& args, emu::Machine& machine) {
  if (args.pid.empty()) return machine.cpu().mmu().state();
  std::int32_t pid = 0;
  const char* const end = args.pid.data() + args.pid.size();
  const auto [rest, error] = std::from_chars(args.pid.data(), end, pid);
  if (rest != end || error != std::errc() || pid < 0)
    return failure(ExitStatus::kUsage, fmt::format("'{}' is not a pid", args.pid));
  return emu::task_paging(machine, pid);
}

/// One step for each line of standard input; Enter on a terminal.
void show_steps(const emu::WalkViewer& viewer, const std::vector<VirtAddr>& addresses,
                Output& output) {
  const bool terminal = isatty(STDIN_FILENO) == 1;
  bool first = true;
  for (const VirtAddr va : addresses)
    for (const std::string& step : emu::to_steps(viewer.view(va))) {
      if (!first || !terminal) {
        if (terminal) output.relay("-- Enter: next step, q: quit -- ");
        std::string line;
        if (!std::getline(std::cin, line))
          return output.diagnose("the input ended before the walk did");
        if (line == "q" || line == "quit") return;
      }
      first = false;
      output.print(step);
      output.relay("");
    }
}

}  // namespace

int run_command(const Arguments& args, Output& output) {
  std::vector<emu::RunFile> files = run_files(args.files);
  for (const std::string& word : args.guest_words) files.back().parameters.push_back(word);
  std::vector<emu::LogLine> log;
  const auto console = args.machine.json ? [&log](const emu::LogLine& line) { log.push_back(line); }
                                         : console_to(&Output::print, output);
  const auto track = args.no_leak_check ? emu::TrackAllocations::kNo : emu::TrackAllocations::kYes;
  const auto session = Session::start(args.machine, files, console, output, track);
  if (!session) return refuse(session.error(), output);
  const int status = (*session)->finish(output);
  if (args.machine.json)
    print_json(
        {{"log", log_json(log)}, {"diagnostics", (*session)->diagnostics}, {"exit_status", status}},
        output);
  return status;
}

int walk_command(const Arguments& args, Output& output) {
  const bool json = args.machine.json;
  if (json && args.step)
    return refuse({ExitStatus::kUsage, "--step shows text: it does not go with --json"}, output);
  const auto session = Session::start(args.machine, run_files(args.run_files),
                                      console_to(json ? &Output::relay : &Output::print, output),
                                      output, emu::TrackAllocations::kYes);
  if (!session) return refuse(session.error(), output);
  emu::RunSession& run = *(*session)->run;
  if (!(*session)->usable()) return to_int(run.status());
  emu::Machine& machine = *(*session)->machine;
  const auto addresses = all_addresses(args.addresses, machine.symbols());
  if (!addresses) return refuse(addresses.error(), output);
  const auto paging = walk_paging(args, machine);
  if (!paging) return refuse(paging.error(), output);
  const emu::WalkViewer viewer(machine, *paging);
  if (args.step) {
    show_steps(viewer, *addresses, output);
    return (*session)->finish(output, emu::LeakCheck::kNo);
  }
  Json list = Json::array();
  for (const VirtAddr va : *addresses) {
    const emu::WalkView view = viewer.view(va);
    if (json)
      list.push_back(emu::to_json(view));
    else
      output.print(emu::to_text(view));
  }
  if (json) print_json(list, output);
  return (*session)->finish(output, emu::LeakCheck::kNo);
}

int layout_command(const Arguments& args, Output& output) {
  const auto options = machine_options(args.machine);
  if (!options) return refuse(options.error(), output);
  const auto trace = trace_options(args.machine);
  if (!trace) return refuse(trace.error(), output);
  if (*trace)
    return refuse({ExitStatus::kUsage, "layout runs no machine: there is nothing to trace"},
                  output);
  const E820Map map = E820Map::of(options->config);
  const AddressSpace space = AddressSpace::compute(options->config, map.end_pfn());
  for (const std::string& notice : space.notices) output.diagnose(notice);
  if (args.machine.json)
    print_json(emu::layout_json(space), output);
  else
    output.print(emu::layout_report(space));
  return 0;
}

int report_command(const Arguments& args, Output& output) {
  for (const std::string& name : args.reports)
    if (!emu::is_report(name))
      return refuse({ExitStatus::kUsage, fmt::format("there is no report '{}'; there are {}", name,
                                                     fmt::join(emu::report_names(), " "))},
                    output);
  const auto session = Session::start(args.machine, run_files(args.run_files),
                                      console_to(&Output::relay, output), output);
  if (!session) return refuse(session.error(), output);
  emu::RunSession& run = *(*session)->run;
  if (!(*session)->usable()) return to_int(run.status());
  Json json;
  for (const std::string& name : args.reports) {
    std::string text = emu::make_report(*(*session)->machine, name);
    if (args.machine.json)
      json[name] = std::move(text);
    else
      output.print(text);
  }
  if (args.machine.json) print_json(json, output);
  return (*session)->finish(output);
}

}  // namespace mm32::tool
