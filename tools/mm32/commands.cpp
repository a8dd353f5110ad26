#include "commands.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "emu/report/layout.hpp"
#include "emu/report/reports.hpp"
#include "session.hpp"

namespace mm32::tool {
namespace {

using emu::ExitStatus;
using Json = nlohmann::ordered_json;

Json log_json(const std::vector<emu::LogLine>& lines) {
  Json list = Json::array();
  for (const emu::LogLine& line : lines)
    list.push_back({{"ns", line.ns}, {"level", static_cast<int>(line.level)}, {"text", line.text}});
  return list;
}

}  // namespace

int run_command(const Arguments& args, Output& output) {
  std::vector<emu::RunFile> files = run_files(args.files);
  for (const std::string& word : args.guest_words) files.back().parameters.push_back(word);
  std::vector<emu::LogLine> log;
  const auto console = args.machine.json ? [&log](const emu::LogLine& line) { log.push_back(line); }
                                         : console_to(&Output::print, output);
  const auto track = args.no_leak_check ? emu::TrackAllocations::kNo : emu::TrackAllocations::kYes;
  const auto session = Session::start(args, files, console, output, track);
  if (!session) return refuse(session.error(), output);
  const int status = (*session)->finish(output);
  if (args.machine.json)
    print_json(
        {{"log", log_json(log)}, {"diagnostics", (*session)->diagnostics}, {"exit_status", status}},
        output);
  return status;
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
  const auto session =
      Session::start(args, run_files(args.run_files), console_to(&Output::relay, output), output);
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
