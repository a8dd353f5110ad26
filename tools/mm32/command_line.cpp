#include "command_line.hpp"

#include <fmt/format.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <cstdio>

#include "emu/command/address.hpp"
#include "emu/command/run_session.hpp"
#include "emu/report/layout.hpp"
#include "emu/report/reports.hpp"
#include "emu/view/walk_view.hpp"
#include "machine_args.hpp"

namespace mm32::tool {
namespace {

using emu::ExitStatus;
using emu::Failure;

int to_int(ExitStatus status) { return static_cast<int>(status); }

void diagnose(const std::string& line) {
  std::fflush(stdout);
  fmt::print(stderr, "mm32: {}\n", line);
}

int report(const Failure& failure) {
  diagnose(failure.message);
  return to_int(failure.status);
}

void print_log_line(const emu::LogLine& line) { fmt::print("{}\n", emu::format_log_line(line)); }

/// Options of the commands, bound to CLI11.
struct Arguments {
  MachineArgs machine;
  std::vector<std::string> files;
  std::vector<std::string> addresses;
  std::vector<std::string> reports;
  std::string run_file;
  bool no_leak_check = false;
};

emu::CompilerOptions compiler_options(const MachineConfig& config) {
  emu::CompilerOptions options;
  options.include_folders = emu::GuestFiles::locate(config.paging)
                                .map([](const emu::GuestFiles& f) {
                                  return std::vector<std::filesystem::path>{f.include};
                                })
                                .value_or(std::vector<std::filesystem::path>{});
  if (config.paging == PagingMode::kPae) options.flags.emplace_back("-DCONFIG_X86_PAE=1");
  return options;
}

/// A word with '=' that is not a file is a parameter of the module before it.
std::vector<emu::RunFile> run_files(const std::vector<std::string>& words) {
  std::vector<emu::RunFile> files;
  for (const std::string& word : words) {
    if (!files.empty() && word.find('=') != std::string::npos && !std::filesystem::exists(word))
      files.back().parameters.push_back(word);
    else
      files.push_back({word, {}});
  }
  return files;
}

/// A booted machine and what listens to it.
struct Session {
  std::unique_ptr<emu::Machine> machine;
  std::unique_ptr<emu::TraceWriter> trace;

  /// The exit status when all else went as `status` says.
  int end(ExitStatus status) const {
    if (trace == nullptr) return to_int(status);
    const auto finished = trace->finish();
    if (finished) return to_int(status);
    diagnose(finished.error().message);
    return to_int(status == ExitStatus::kSuccess ? finished.error().status : status);
  }
};

emu::Expected<Session> boot(const MachineArgs& args, emu::KernelLog::Console console,
                            emu::TrackAllocations track = emu::TrackAllocations::kNo) {
  MM_TRY_ASSIGN(emu::MachineOptions options, machine_options(args));
  MM_TRY_ASSIGN(const auto trace, trace_options(args));
  options.console = std::move(console);
  options.track_allocations = track;
  Session session;
  MM_TRY_ASSIGN(session.machine, emu::Machine::boot(std::move(options)));
  if (trace) {
    MM_TRY_ASSIGN(session.trace, emu::TraceWriter::open(*session.machine, *trace));
  }
  return session;
}

int run_command(const Arguments& args) {
  auto booted = boot(args.machine, print_log_line,
                     args.no_leak_check ? emu::TrackAllocations::kNo : emu::TrackAllocations::kYes);
  if (!booted) return report(booted.error());
  emu::Machine& machine = *booted->machine;
  emu::RunSession session(machine, compiler_options(machine.config()), diagnose);
  session.start(run_files(args.files));
  session.finish();
  return booted->end(session.status());
}

int walk_command(const Arguments& args) {
  auto booted = boot(args.machine, args.machine.json ? nullptr : emu::KernelLog::Console{});
  if (!booted) return report(booted.error());
  emu::Machine& machine = *booted->machine;
  ExitStatus status = ExitStatus::kSuccess;
  emu::RunSession session(machine, compiler_options(machine.config()), diagnose);
  if (!args.run_file.empty()) {
    session.start(run_files({args.run_file}));
    status = session.status();
    if (status != ExitStatus::kSuccess) return booted->end(status);
  }
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const std::string& text : args.addresses) {
    const auto addresses = emu::parse_addresses(text, machine.symbols());
    if (!addresses) return report(addresses.error());
    for (const VirtAddr va : *addresses) {
      const emu::WalkView view = emu::view_walk(machine, va);
      if (args.machine.json)
        list.push_back(emu::to_json(view));
      else
        fmt::print("{}", emu::to_text(view));
    }
  }
  if (args.machine.json) fmt::print("{}\n", list.dump(2));
  return booted->end(status);
}

int layout_command(const Arguments& args) {
  const auto options = machine_options(args.machine);
  if (!options) return report(options.error());
  const auto trace = trace_options(args.machine);
  if (!trace) return report(trace.error());
  if (*trace)
    return report({ExitStatus::kUsage, "layout runs no machine, there is nothing to trace"});
  const E820Map map = E820Map::of(options->config);
  const AddressSpace space = AddressSpace::compute(options->config, map.end_pfn());
  for (const std::string& notice : space.notices) diagnose(notice);
  if (args.machine.json)
    fmt::print("{}\n", emu::layout_json(space).dump(2));
  else
    fmt::print("{}", emu::layout_report(space));
  return 0;
}

int report_command(const Arguments& args) {
  for (const std::string& name : args.reports)
    if (!emu::is_report(name))
      return report({ExitStatus::kUsage, fmt::format("there is no report '{}'; there are {}", name,
                                                     fmt::join(emu::report_names(), " "))});
  auto booted = boot(args.machine, emu::KernelLog::Console{});
  if (!booted) return report(booted.error());
  emu::Machine& machine = *booted->machine;
  emu::RunSession session(machine, compiler_options(machine.config()), diagnose);
  if (!args.run_file.empty()) {
    session.start(run_files({args.run_file}));
    if (session.status() != ExitStatus::kSuccess) return booted->end(session.status());
  }
  for (const std::string& name : args.reports) fmt::print("{}", emu::make_report(machine, name));
  return booted->end(ExitStatus::kSuccess);
}

CLI::App* add_command(CLI::App& app, Arguments& args, const char* name, const char* help) {
  CLI::App* command = app.add_subcommand(name, help);
  add_machine_options(*command, args.machine);
  return command;
}

void add_json(CLI::App* command, Arguments& args) {
  command->add_flag("--json", args.machine.json, "print JSON");
}

}  // namespace

int run_command_line(int argc, const char* const* argv) {
  spdlog::set_default_logger(spdlog::stderr_color_mt("mm32"));
  spdlog::set_pattern("mm32: %v");
  CLI::App app("mm32 runs 32-bit Linux memory management: kernel modules on real page tables");
  app.name("mm32");
  app.require_subcommand(1);
  app.set_help_all_flag("--help-all", "print the help of every command and exit");
  app.set_version_flag("--version", "mm32 0.1.0");
  Arguments args;

  CLI::App* run = add_command(app, args, "run", "load and run kernel modules, then unload them");
  run->add_option("FILE", args.files, "C source, .ko or .o, each followed by its NAME=VALUE words")
      ->required();
  run->add_flag("--no-leak-check", args.no_leak_check,
                "do not report what the modules have left allocated");
  CLI::App* walk = add_command(app, args, "walk", "show the page walk of addresses");
  walk->add_option("VA", args.addresses, "address, symbol or range BEGIN-END")->required();
  walk->add_option("--run", args.run_file, "load and start this module first");
  add_json(walk, args);
  CLI::App* reports = add_command(app, args, "report", "print reports in the form of /proc");
  reports->add_option("NAME", args.reports, fmt::format("{}", fmt::join(emu::report_names(), " ")))
      ->required();
  reports->add_option("--run", args.run_file, "load and start this module first");
  CLI::App* layout = add_command(app, args, "layout", "show the map of the address space");
  add_json(layout, args);

  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& success) {
    return app.exit(success);
  } catch (const CLI::ParseError& error) {
    diagnose(fmt::format("{} (mm32 --help shows how)", error.what()));
    return to_int(ExitStatus::kUsage);
  }
  if (run->parsed()) return run_command(args);
  if (walk->parsed()) return walk_command(args);
  if (reports->parsed()) return report_command(args);
  return layout_command(args);
}

}  // namespace mm32::tool
