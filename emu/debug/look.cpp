#include "emu/debug/look.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <sstream>

#include "emu/command/address.hpp"
#include "emu/debug/disassembly.hpp"
#include "emu/debug/examine.hpp"
#include "emu/debug/expression.hpp"
#include "emu/debug/frames.hpp"
#include "emu/debug/location.hpp"
#include "emu/debug/stop_view.hpp"
#include "emu/debug/tasks.hpp"
#include "emu/machine/modules.hpp"
#include "emu/report/layout.hpp"
#include "emu/report/reports.hpp"
#include "emu/view/walk_view.hpp"

namespace mm32::emu {
namespace {

constexpr unsigned kListLines = 10;
constexpr unsigned kUsualInstructions = 8;
constexpr unsigned kMostInstructions = 1000;

std::string walk_of(LookScene& scene, VirtAddr at) {
  Machine& machine = scene.machine();
  const Walk walk = machine.cpu().mmu().walk_now(at, Access::kRead, Ring::kSupervisor);
  if (walk.has_leaf()) scene.debugger.touch(walk.frame());
  return to_text(view_walk(machine, at));
}

Expected<std::string> walk_command(LookScene& scene, std::string_view arguments) {
  Machine& machine = scene.machine();
  std::string text;
  for (const std::string& word : words_of(arguments)) {
    // What `mm32 walk` takes, ranges included, or an expression: $register, *pointer.
    const bool may_be_range = word.find('-') != std::string::npos;
    const auto value = evaluate(machine, word);
    const auto addresses = parse_addresses(word, machine.symbols());
    if (addresses && (may_be_range || !value)) {
      for (const VirtAddr at : *addresses) text += walk_of(scene, at);
    } else if (value && (!may_be_range || word.find('$') != std::string::npos)) {
      text += walk_of(scene, VirtAddr(*value));
    } else {
      return tl::unexpected(may_be_range ? addresses.error() : value.error());
    }
  }
  if (text.empty()) return failure(ExitStatus::kUsage, "walk needs an address");
  return text;
}

Expected<std::string> layout_command(LookScene& scene, std::string_view) {
  return layout_report(scene.machine().mm().space());
}

Expected<std::string> report_command(LookScene& scene, std::string_view arguments) {
  std::string text;
  const auto names = words_of(arguments);
  for (const std::string& name : names) {
    if (!is_report(name))
      return failure(ExitStatus::kUsage, fmt::format("there is no report '{}'; there are {}", name,
                                                     fmt::join(report_names(), " ")));
    text += make_report(scene.machine(), name);
  }
  if (names.empty())
    return failure(ExitStatus::kUsage,
                   fmt::format("report needs a name: {}", fmt::join(report_names(), " ")));
  return text;
}

Expected<std::string> print_command(LookScene& scene, std::string_view arguments) {
  MM_TRY_ASSIGN(const std::uint32_t value, evaluate(scene.machine(), arguments));
  return fmt::format("0x{:08x} = {}{}\n", value, value,
                     symbol_suffix(scene.machine(), VirtAddr(value)));
}

Expected<std::string> phys_command(LookScene& scene, std::string_view arguments) {
  const auto words = words_of(arguments);
  if (words.empty()) return failure(ExitStatus::kUsage, "phys needs a physical address");
  std::uint64_t at = 0;
  std::string_view text = words[0];
  if (text.starts_with("0x")) text.remove_prefix(2);
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), at, 16);
  if (error != std::errc() || rest != text.data() + text.size())
    return failure(ExitStatus::kUsage,
                   fmt::format("'{}' is no physical address in hexadecimal", words[0]));
  return examine_physical(scene.machine(), PhysAddr(at));
}

Expected<std::string> examine_command(LookScene& scene, std::string_view arguments) {
  return examine(scene.machine(), arguments);
}

// The registers of the task with that pid, in decimal; without one, of the running task.
Expected<Registers> registers_of_pid(Machine& machine, std::string_view text) {
  if (text.empty()) return machine.cpu().registers();
  std::int32_t pid = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), pid);
  if (error != std::errc() || rest != text.data() + text.size())
    return failure(ExitStatus::kUsage, fmt::format("'{}' is no pid (info tasks lists them)", text));
  for (const Task& task : all_tasks(machine)) {
    if (task.pid() != pid) continue;
    if (const auto registers = registers_of(machine, task)) return *registers;
    return failure(ExitStatus::kUsage,
                   fmt::format("task {} ({}) has no frames of its own", pid, task.comm()));
  }
  return failure(ExitStatus::kUsage,
                 fmt::format("there is no task {} (info tasks lists them)", pid));
}

Expected<std::string> backtrace_command(LookScene& scene, std::string_view arguments) {
  Machine& machine = scene.machine();
  MM_TRY_ASSIGN(const Registers registers, registers_of_pid(machine, arguments));
  std::string text;
  unsigned number = 0;
  for (const Frame& frame : all_frames(machine, registers)) {
    // The line of a call, not of what follows it.
    const VirtAddr code(number == 0 ? frame.eip.raw() : frame.eip.raw() - 1);
    const std::string line = machine.source_line(code);
    text += fmt::format("#{:<2} {:08x} {}{}\n", number, frame.eip.raw(),
                        number == 0 ? machine.symbols().format(frame.eip)
                                    : machine.symbols().format_return_address(frame.eip),
                        line.empty() ? "" : fmt::format(" ({})", line));
    ++number;
  }
  return text;
}

Expected<std::string> disassemble_command(LookScene& scene, std::string_view arguments) {
  Machine& machine = scene.machine();
  const auto words = words_of(arguments);
  VirtAddr at(machine.cpu().instruction_pointer());
  unsigned count = kUsualInstructions;
  if (!words.empty()) {
    MM_TRY_ASSIGN(const std::uint32_t value, evaluate(machine, words[0]));
    at = VirtAddr(value);
  }
  if (words.size() > 1) {
    const char* const end = words[1].data() + words[1].size();
    const auto [rest, error] = std::from_chars(words[1].data(), end, count);
    if (error != std::errc() || rest != end || count == 0 || count > kMostInstructions)
      return failure(ExitStatus::kUsage, fmt::format("'{}' is no number of instructions (1 to {})",
                                                     words[1], kMostInstructions));
  }
  const std::uint32_t eip = machine.cpu().instruction_pointer();
  std::string text;
  for (unsigned i = 0; i < count; ++i) {
    const Disassembled d = disassemble(machine, at);
    text += fmt::format("{} {:08x}{}: {}\n", at.raw() == eip ? "=>" : "  ", at.raw(),
                        symbol_suffix(machine, at), d.text);
    at += Bytes(d.length);
  }
  return text;
}

Expected<std::string> list_command(LookScene& scene, std::string_view arguments) {
  Machine& machine = scene.machine();
  if (!arguments.empty()) {
    MM_TRY_ASSIGN(const Location place, Location::parse(machine, arguments, scene.list_file));
    const auto addresses = place.resolve(machine);
    if (addresses.empty())
      return failure(ExitStatus::kUsage, fmt::format("no code is known for '{}'", arguments));
    const LineCache::Line& line = scene.debugger.lines().at(machine, addresses.front().raw());
    if (!line.known())
      return failure(ExitStatus::kUsage,
                     fmt::format("no source line is known for '{}'", arguments));
    scene.list_file = *line.file;
    scene.list_line = line.line > kListLines / 2 ? line.line - kListLines / 2 : 1;
  }
  if (scene.list_file.empty()) return failure(ExitStatus::kUsage, "no source file is known here");
  std::string text;
  const unsigned end = scene.list_line + kListLines;
  for (; scene.list_line < end; ++scene.list_line) {
    const auto line = scene.sources.line(scene.list_file, scene.list_line);
    if (!line) break;
    text += fmt::format("{}\t{}\n", scene.list_line, *line);
  }
  if (!text.empty()) return text;
  if (scene.sources.count(scene.list_file) == 0)
    return failure(ExitStatus::kUsage,
                   fmt::format("the source file {} cannot be read here", scene.list_file));
  return failure(ExitStatus::kUsage,
                 fmt::format("{} has no line {}", scene.list_file, scene.list_line));
}

Expected<std::string> where_command(LookScene& scene, std::string_view) {
  return fmt::format("{} instructions since the start\n", scene.debugger.now().instructions) +
         place_text(scene.debugger, scene.sources);
}

Expected<std::string> log_command(LookScene& scene, std::string_view) {
  std::string text;
  for (const LogLine& line : scene.machine().log().lines()) text += format_log_line(line) + "\n";
  return text;
}

Expected<std::string> info_command(LookScene& scene, std::string_view arguments) {
  const auto [name, rest] = split_command(arguments);
  MM_TRY_ASSIGN(const LookCommand* topic, find_command(info_topics(), name, "info topic"));
  MM_TRY(check_arguments(topic->name, topic->arguments, rest));
  return topic->run(scene, rest);
}

constexpr std::array kCommands = {
    LookCommand{"where", "", "the present place: source line, instruction, operands, walks",
                &where_command},
    LookCommand{"backtrace", "[PID]",
                "the functions that are being executed, or a task waits in (bt)",
                &backtrace_command},
    LookCommand{"list", "[PLACE]", "source lines", &list_command},
    LookCommand{"disassemble", "[ADDRESS [COUNT]]", "instructions", &disassemble_command},
    LookCommand{"walk", "ADDRESS...", "the page walk, level by level", &walk_command},
    LookCommand{"print", "EXPRESSION",
                "a value: symbol, $register, *ADDRESS, and C's operators on them", &print_command},
    LookCommand{"x", "/COUNT FORMAT SIZE ADDRESS", "memory: formats x d u c s i, sizes b h w",
                &examine_command},
    LookCommand{"phys", "ADDRESS", "64 bytes of physical memory, and the frame's struct page",
                &phys_command},
    LookCommand{"report", "NAME...", "a report of mm32 report", &report_command},
    LookCommand{"layout", "", "the map of the address space", &layout_command},
    LookCommand{"log", "", "the kernel log so far", &log_command},
    LookCommand{"info", "TOPIC", "registers, breakpoints, zones, free lists, slabs, tasks, ...",
                &info_command}};

}  // namespace

std::span<const LookCommand> look_commands() { return kCommands; }

std::vector<std::string> words_of(std::string_view text) {
  std::istringstream in{std::string(text)};
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

std::pair<std::string_view, std::string_view> split_command(std::string_view line) {
  const auto trim = [](std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
      text.remove_suffix(1);
    return text;
  };
  line = trim(line);
  const std::size_t end = std::min(line.find_first_of(" \t/"), line.size());
  return {line.substr(0, end), trim(line.substr(end))};
}

Expected<const LookCommand*> find_command(std::span<const LookCommand> commands,
                                          std::string_view name, std::string_view what) {
  const LookCommand* found = nullptr;
  std::string names;
  for (const LookCommand& command : commands) {
    if (command.name == name) return &command;
    names += fmt::format(" {}", command.name);
    if (name.empty() || !command.name.starts_with(name)) continue;
    if (found != nullptr)
      return failure(ExitStatus::kUsage,
                     fmt::format("'{}' may be {} or {}", name, found->name, command.name));
    found = &command;
  }
  if (found != nullptr) return found;
  if (name.empty()) return failure(ExitStatus::kUsage, fmt::format("{}s:{}", what, names));
  if (what == "command")
    return failure(ExitStatus::kUsage,
                   fmt::format("there is no command '{}' (help lists them)", name));
  return failure(ExitStatus::kUsage,
                 fmt::format("there is no {} '{}'; there are{}", what, name, names));
}

Expected<void> check_arguments(std::string_view command, std::string_view takes,
                               std::string_view given) {
  if (!takes.empty() || given.empty()) return {};
  return failure(ExitStatus::kUsage, fmt::format("{} takes no argument '{}'", command, given));
}

Expected<std::string> look(LookScene& scene, std::string_view line) {
  const auto [name, arguments] = split_command(line);
  if (name == "bt") return backtrace_command(scene, arguments);
  MM_TRY_ASSIGN(const LookCommand* command, find_command(look_commands(), name, "command"));
  MM_TRY(check_arguments(command->name, command->arguments, arguments));
  return command->run(scene, arguments);
}

}  // namespace mm32::emu
