#include "commands.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "emu/command/address.hpp"
#include "emu/command/run_session.hpp"
#include "emu/report/layout.hpp"
#include "emu/report/reports.hpp"
#include "emu/view/walk_view.hpp"
#include "guest_files.hpp"

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
  int finish(Output& output) {
    run->finish();
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
  const auto session =
      Session::start(args.machine, run_files(args.run_files),
                     console_to(json ? &Output::relay : &Output::print, output), output);
  if (!session) return refuse(session.error(), output);
  emu::RunSession& run = *(*session)->run;
  if (!(*session)->usable()) return to_int(run.status());
  emu::Machine& machine = *(*session)->machine;
  const auto addresses = all_addresses(args.addresses, machine.symbols());
  if (!addresses) return refuse(addresses.error(), output);
  Json list = Json::array();
  for (const VirtAddr va : *addresses) {
    const emu::WalkView view = emu::view_walk(machine, va);
    if (json)
      list.push_back(emu::to_json(view));
    else
      output.print(emu::to_text(view));
  }
  if (json) print_json(list, output);
  return (*session)->finish(output);
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
