#include "command_line.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <exception>
#include <span>

#include "commands.hpp"
#include "debug_command.hpp"
#include "emu/report/reports.hpp"
#include "gdb_command.hpp"
#include "output.hpp"
#include "test_command.hpp"
#include "usage.hpp"

namespace mm32::tool {
namespace {

using emu::ExitStatus;
using emu::Expected;
using emu::failure;

using Command = int (*)(const Arguments&, Output&);

struct Parser {
  CLI::App app{"mm32 runs 32-bit Linux memory management: kernel modules on real page tables"};
  Arguments args;
  std::vector<std::pair<CLI::App*, Command>> commands;

  CLI::App* add(const char* name, const char* help, Command command) {
    CLI::App* added = app.add_subcommand(name, help);
    added->allow_extras();
    added->option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    added->footer(examples(name));
    commands.emplace_back(added, command);
    return added;
  }
  void add_common(CLI::App* command) {
    command->add_flag("--json", args.machine.json, "print JSON");
    add_machine_options(*command, args.machine);
  }
  void add_run_file(CLI::App* command) {
    command->add_option("--run", args.run_files, "load and start this module first")
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->type_size(1)
        ->allow_extra_args(false);
  }
};

void describe_run(Parser& p, CLI::App* run) {
  run->add_option("FILE", p.args.files,
                  "C source, .ko, .o or Kbuild folder, each followed by its NAME=VALUE words;\n"
                  "words behind -- belong to the last one");
  run->add_flag("--no-leak-check", p.args.no_leak_check,
                "do not look for what the modules leave allocated");
}

void describe_symbols(Parser& p, CLI::App* symbols) {
  symbols->add_option("FILE", p.args.files, "C source, .ko, .o or Kbuild folder");
}

void describe_walk(Parser& p, CLI::App* walk) {
  walk->add_option("VA", p.args.addresses,
                   "address in hexadecimal, symbol, symbol+OFFSET or range BEGIN-END");
  walk->add_flag("--step", p.args.step,
                 "one step at a time: Enter, or a line of standard input, shows the next");
  walk->add_option("--pid", p.args.pid, "with the page tables of this task");
  p.add_run_file(walk);
}

void describe_story(Parser& p, CLI::App* story) {
  story->add_option("FILE", p.args.files, "as for run");
  story->add_option("-o,--output", p.args.story_file, "the HTML file to write (story.html)");
}

void describe_report(Parser& p, CLI::App* report) {
  report->add_option("NAME", p.args.reports,
                     fmt::format("{}", fmt::join(emu::report_names(), " ")));
  p.add_run_file(report);
}

void describe_debug(Parser& p, CLI::App* debug) {
  debug->add_option("FILE", p.args.files, "as for run");
  debug->add_option("-x", p.args.scripts, "read commands from this file first")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->type_size(1)
      ->allow_extra_args(false);
}

void describe_gdb(Parser& p, CLI::App* gdb) {
  gdb->add_option("FILE", p.args.files, "as for run");
  gdb->add_option("--port", p.args.port, "port on the loopback address; 0: any free one (1234)");
  gdb->add_flag("--once", p.args.once, "end when the first gdb has gone");
}

void describe_test(Parser& p, CLI::App* test) {
  test->add_option("FILE", p.args.files,
                   "a program that is a test, or a folder with programs that say in comments\n"
                   "what is expected of them");
  test->add_option("--junit", p.args.junit_file, "write the results to this file as JUnit XML");
  test->add_option("-j,--jobs", p.args.jobs, "tests that run at once (one for each processor)");
  test->add_option("--filter", p.args.filter,
                   "only tests whose path this regular expression finds");
}

enum class Takes : std::uint8_t { kNoModules, kSources, kModules };

struct CommandRow {
  const char* name;
  const char* help;
  Command run;
  void (*describe)(Parser&, CLI::App*);
  Takes takes;
};

void describe_layout(Parser&, CLI::App*) {}

constexpr std::array kCommands = {
    CommandRow{"run", "load and run kernel modules, then unload them", run_command, describe_run,
               Takes::kModules},
    CommandRow{"symbols", "list what modules import and who provides it", symbols_command,
               describe_symbols, Takes::kSources},
    CommandRow{"walk", "show the page walk of addresses", walk_command, describe_walk,
               Takes::kModules},
    CommandRow{"story", "write a run as a page that shows every step", story_command,
               describe_story, Takes::kModules},
    CommandRow{"layout", "show the map of the address space", layout_command, describe_layout,
               Takes::kNoModules},
    CommandRow{"report", "print reports in the form of /proc", report_command, describe_report,
               Takes::kModules},
    CommandRow{"debug", "run kernel modules step by step, forward and back", debug_command,
               describe_debug, Takes::kModules},
    CommandRow{"gdb", "run kernel modules under gdb, by its remote protocol", gdb_command,
               describe_gdb, Takes::kModules},
    CommandRow{"test", "run guest regression tests", test_command, describe_test, Takes::kModules},
};

// The command that the first word names; all of them when it names none. Describing them all takes
// longer than booting a machine, and a file may be called as a command is (mm32 test debug).
void describe(Parser& p, std::string_view first_word) {
  p.app.name("mm32");
  p.app.allow_extras();
  p.app.set_help_all_flag("--help-all", "print the help of every command and exit");
  p.app.set_version_flag("--version", "mm32 " MM32_VERSION);
  p.app.footer(examples(""));
  const auto is_named = [&](const CommandRow& row) { return row.name == first_word; };
  const bool one = std::ranges::any_of(kCommands, is_named);
  for (const CommandRow& row : kCommands) {
    if (one && !is_named(row)) continue;
    CLI::App* const command = p.add(row.name, row.help, row.run);
    row.describe(p, command);
    if (row.takes != Takes::kNoModules) add_source_options(*command, p.args.modules);
    if (row.takes == Takes::kModules) add_load_options(*command, p.args.modules);
    if (row.run == run_command) add_judge_options(*command, p.args.modules);
    if (row.run == test_command)
      add_machine_options(*command, p.args.machine);
    else
      p.add_common(command);
  }
}

/// The options of `test` that are for the programs it runs, as words.
std::vector<std::string> passed_on(const CLI::App& test) {
  static constexpr std::array<std::string_view, 5> kOwn = {"--help", "--junit", "--jobs",
                                                           "--filter", "FILE"};
  std::vector<std::string> words;
  for (const CLI::Option* option : test.get_options()) {
    const std::string name = option->get_name();
    if (option->count() == 0 || std::ranges::find(kOwn, name) != kOwn.end()) continue;
    for (const std::string& value : option->results()) {
      const bool has_value = option->get_expected_max() != 0 && !value.empty();
      words.push_back(has_value ? fmt::format("{}={}", name, value) : name);
    }
  }
  return words;
}

/// The words behind "--" are for what is run, not for us.
std::vector<std::string> take_guest_words(std::vector<std::string>& words) {
  const auto separator = std::ranges::find(words, "--");
  if (separator == words.end()) return {};
  std::vector<std::string> rest(separator + 1, words.end());
  words.erase(separator, words.end());
  return rest;
}

Expected<int> parse_and_run(Parser& p, std::vector<std::string> words, Output& output) {
  static constexpr std::array kRunning = {"run", "debug", "gdb"};
  if (!words.empty() && std::ranges::find(kRunning, words.front()) != kRunning.end())
    p.args.guest_words = take_guest_words(words);
  complete_slub_debug(words);
  MM_TRY(check_words(words));
  std::ranges::reverse(words);
  p.app.parse(std::move(words));
  for (const auto& [command, function] : p.commands) {
    if (!command->parsed()) continue;
    if (!p.app.remaining().empty())
      return failure(ExitStatus::kUsage, unknown_command(p.app.remaining()));
    MM_TRY(check_extras(command->get_name(), command->remaining()));
    MM_TRY(check_required(command->get_name(), p.args));
    if (command->get_name() == "test") p.args.passed_on = passed_on(*command);
    return function(p.args, output);
  }
  return failure(ExitStatus::kUsage, unknown_command(p.app.remaining()));
}

int run_guarded(Parser& p, std::vector<std::string> words, Output& output) {
  try {
    const auto status = parse_and_run(p, std::move(words), output);
    if (status) return *status;
    output.diagnose(status.error().message);
    return static_cast<int>(status.error().status);
  } catch (const CLI::CallForVersion& version) {
    output.print(fmt::format("{}\n", version.what()));
    return 0;
  } catch (const CLI::CallForAllHelp&) {
    Parser whole;
    describe(whole, "");
    output.print(whole.app.help("", CLI::AppFormatMode::All));
    return 0;
  } catch (const CLI::Success&) {
    output.print(p.app.help());
    return 0;
  } catch (const CLI::ParseError& error) {
    output.diagnose(parse_error_sentence(error));
    return static_cast<int>(ExitStatus::kUsage);
  } catch (const std::bad_alloc&) {
    output.diagnose("the host has no memory left");
    return static_cast<int>(ExitStatus::kBudgetSpent);
  } catch (const std::exception& error) {
    output.diagnose(fmt::format("a fault of mm32 itself: {}", error.what()));
    return static_cast<int>(ExitStatus::kInternalFault);
  }
}

}  // namespace

int run_command_line(int argc, const char* const* argv) {
  Output output;
  Parser parser;
  const std::span<const char* const> words(argv, static_cast<std::size_t>(argc));
  describe(parser, argc > 1 ? words[1] : "");
  return output.finish(
      run_guarded(parser, {words.begin() + std::min(argc, 1), words.end()}, output));
}

}  // namespace mm32::tool
