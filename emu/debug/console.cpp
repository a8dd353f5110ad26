#include "emu/debug/console.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

#include "emu/debug/disassembly.hpp"
#include "emu/debug/expression.hpp"
#include "emu/debug/stop_view.hpp"

namespace mm32::emu {
namespace {

using Kind = Resume::Kind;

Expected<std::uint64_t> count_of(std::string_view text) {
  std::uint64_t count = 1;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc() || rest != text.data() + text.size() || count == 0)
    return failure(ExitStatus::kUsage, fmt::format("'{}' is no count", text));
  return count;
}

}  // namespace

struct Console::Command {
  std::string_view name;
  std::string_view alias;
  std::string_view arguments;
  std::string_view help;
  Result (*run)(Console&, std::string_view);
};

std::span<const Console::Command> Console::commands() {
  using C = Console&;
  using A = std::string_view;
  constexpr Direction kOn = Direction::kForward;
  constexpr Direction kBack = Direction::kBackward;
  static constexpr std::array kCommands = {
      Command{"continue", "c", "[N]", "go on to the next stop (N: pass N-1 of them)",
              [](C c, A a) { return c.go_on(a); }},
      Command{"step", "s", "[N] | access | event | walk",
              "to another source line; the next access to memory, event, level of the walk",
              [](C c, A a) { return c.resume(Kind::kLine, kOn, a); }},
      Command{"next", "n", "[N]", "to another source line, calls as one",
              [](C c, A a) { return c.resume(Kind::kNextLine, kOn, a); }},
      Command{"stepi", "si", "[N]", "one instruction",
              [](C c, A a) { return c.resume(Kind::kInstruction, kOn, a); }},
      Command{"nexti", "ni", "[N]", "one instruction, calls as one",
              [](C c, A a) { return c.resume(Kind::kNextInstruction, kOn, a); }},
      Command{"finish", "fin", "", "until the function has returned",
              [](C c, A a) { return c.resume(Kind::kFinish, kOn, a); }},
      Command{"until", "u", "PLACE", "to a place", [](C c, A a) { return c.until(a); }},
      Command{"reverse-continue", "rc", "", "back to the stop before",
              [](C c, A a) { return c.resume(Kind::kContinue, kBack, a); }},
      Command{"reverse-step", "rs", "[access | event]", "back by a source line",
              [](C c, A a) { return c.resume(Kind::kLine, kBack, a); }},
      Command{"reverse-next", "rn", "", "back by a source line, calls as one",
              [](C c, A a) { return c.resume(Kind::kNextLine, kBack, a); }},
      Command{"reverse-stepi", "rsi", "[N]", "back by one instruction",
              [](C c, A a) { return c.resume(Kind::kInstruction, kBack, a); }},
      Command{"reverse-nexti", "rni", "", "back by one instruction, calls as one",
              [](C c, A a) { return c.resume(Kind::kNextInstruction, kBack, a); }},
      Command{"reverse-finish", "rfin", "", "back to the call of the present function",
              [](C c, A a) { return c.resume(Kind::kFinish, kBack, a); }},
      Command{"break", "b",
              "PLACE | export NAME | fault | exception | event PATTERN | module",
              "stop at SYMBOL, *ADDRESS, FILE:LINE; at a call, a fault, an event, a module",
              [](C c, A a) { return c.add_break(a, Breakpoint::Life::kKept); }},
      Command{"tbreak", "tb", "...", "the same, once",
              [](C c, A a) { return c.add_break(a, Breakpoint::Life::kOnce); }},
      Command{"watch", "", "[page | pte | phys] ADDRESS [BYTES]",
              "stop when memory changes: bytes, a page, the page-table entry of an address",
              [](C c, A a) { return c.add_watch(a, Breakpoint::Kind::kWrite); }},
      Command{"rwatch", "", "ADDRESS [BYTES]", "stop before guest code reads it",
              [](C c, A a) { return c.add_watch(a, Breakpoint::Kind::kRead); }},
      Command{"awatch", "", "ADDRESS [BYTES]", "stop before guest code reads or writes it",
              [](C c, A a) { return c.add_watch(a, Breakpoint::Kind::kAccess); }},
      Command{"delete", "d", "[N...]", "forget breakpoints; all of them",
              [](C c, A a) { return c.remove_breakpoints(a); }},
      Command{"disable", "dis", "[N...]", "let breakpoints rest",
              [](C c, A a) {
                return c.change_breakpoints(
                    a, [](Breakpoint& b) { b.state = Breakpoint::State::kDisabled; });
              }},
      Command{"enable", "en", "[N...]", "and work again",
              [](C c, A a) {
                return c.change_breakpoints(
                    a, [](Breakpoint& b) { b.state = Breakpoint::State::kEnabled; });
              }},
      Command{"ignore", "", "N COUNT", "pass the next COUNT hits of breakpoint N",
              [](C c, A a) { return c.ignore(a); }},
      Command{"set", "", "$REGISTER = VALUE | *ADDRESS = VALUE", "change a register or a word",
              [](C c, A a) { return c.set(a); }},
      Command{"help", "h", "[COMMAND]", "this list", [](C c, A a) { return c.help(a); }},
      Command{"quit", "q", "", "leave",
              [](C, A) -> Result { return Resume{.kind = Kind::kQuit}; }}};
  return kCommands;
}

Resume Console::on_stop(Debugger& debugger, const Stop& stop) {
  debugger_ = &debugger;
  if (!scene_) scene_.emplace(debugger, sources_);
  walk_.reset();
  if (const std::string refusal = debugger.take_refusal(); !refusal.empty()) {
    ++failures_;
    streams_.complain(refusal);
  } else {
    print(stop_text(debugger, sources_, stop));
  }
  const LineCache::Line& line =
      debugger.lines().at(debugger.machine(), debugger.machine().cpu().instruction_pointer());
  if (line.known()) {
    scene_->list_file = *line.file;
    scene_->list_line = line.line > 5 ? line.line - 5 : 1;
  }
  for (;;) {
    const auto text = streams_.read();
    if (!text) {
      ended_in_mid_run_ = !debugger.has_ended();
      return {.kind = Kind::kQuit};
    }
    const auto answer = run(*text);
    if (!answer) {
      ++failures_;
      streams_.complain(answer.error().message);
    } else if (*answer) {
      (void)interrupted();  // a key pressed at the prompt is not for the run
      return **answer;
    }
  }
}

std::string Console::save() const {
  const nlohmann::json saved = {{"last_step", last_step_},
                                {"failures", failures_},
                                {"source", source_},
                                {"reader", streams_.save ? streams_.save() : std::string()}};
  std::string bytes;
  nlohmann::json::to_cbor(saved, bytes);
  return bytes;
}

void Console::restore(std::string_view bytes) {
  const nlohmann::json saved = nlohmann::json::from_cbor(bytes);
  last_step_ = saved.at("last_step").get<std::string>();
  failures_ = saved.at("failures").get<unsigned>();
  source_ = saved.at("source").get<Source>();
  if (streams_.restore) streams_.restore(saved.at("reader").get<std::string>());
  (void)interrupted();  // what was pressed while this copy slept
}

Console::Result Console::run(std::string_view line) {
  std::string_view name;
  std::string_view arguments;
  std::tie(name, arguments) = split_command(line);
  if (name.empty() && arguments.empty() && source_ == Source::kPerson) {
    if (last_step_.empty()) return std::nullopt;
    std::tie(name, arguments) = split_command(last_step_);
  }
  if ((name.empty() && arguments.empty()) || name.starts_with("#")) return std::nullopt;
  const auto all = commands();
  const auto exact = std::ranges::find_if(all, [&](const Command& c) {
    return c.name == name || (!c.alias.empty() && c.alias == name);
  });
  const Command* command = exact == all.end() ? nullptr : &*exact;
  const auto looks = look_commands();
  const bool is_look = name == "bt" || std::ranges::any_of(looks, [&](const LookCommand& c) {
                         return c.name == name;
                       });
  if (command == nullptr && !is_look && !name.empty()) {
    const auto begins = [&](const Command& c) { return c.name.starts_with(name); };
    const auto first = std::ranges::find_if(all, begins);
    if (first != all.end() && std::ranges::count_if(all, begins) == 1) command = &*first;
  }
  if (command != nullptr) {
    MM_TRY(check_arguments(command->name, command->arguments, arguments));
    auto answer = command->run(*this, arguments);
    const bool steps = answer && *answer && (*answer)->kind != Kind::kQuit;
    if (steps && !line.empty()) last_step_ = line;
    return answer;
  }
  MM_TRY_ASSIGN(const std::string text, look(*scene_, line));
  print(text);
  return std::nullopt;
}

Console::Result Console::resume(Kind kind, Direction direction, std::string_view arguments) {
  if (debugger_->has_ended() && direction == Direction::kForward)
    return failure(ExitStatus::kUsage, "the run has ended: only going back is possible (or quit)");
  Resume resume{.kind = kind, .direction = direction};
  const bool has_kinds = kind == Kind::kLine;
  if (has_kinds && arguments == "access") {
    resume.kind = Kind::kAccess;
  } else if (has_kinds && arguments == "event") {
    resume.kind = Kind::kEvent;
  } else if (has_kinds && arguments == "walk" && direction == Direction::kForward) {
    return step_walk({});
  } else if (!arguments.empty()) {
    MM_TRY_ASSIGN(resume.count, count_of(arguments));
  }
  return resume;
}

Console::Result Console::go_on(std::string_view arguments) {
  if (debugger_->has_ended())
    return failure(ExitStatus::kUsage, "the run has ended: only going back is possible (or quit)");
  if (arguments.empty()) return Resume{};
  MM_TRY_ASSIGN(const std::uint64_t count, count_of(arguments));
  const Registers r = debugger_->machine().cpu().registers();
  if (Breakpoint* b = debugger_->breakpoints().at(r.eip)) b->ignore = count - 1;
  return Resume{};
}

// A level at a time; behind the last one the instruction runs, and the walk of the next one begins.
Console::Result Console::step_walk(std::string_view) {
  Machine& machine = debugger_->machine();
  if (!walk_) {
    const auto operands = machine.cpu().memory_operands();
    if (operands.empty()) return Resume{.kind = Kind::kAccess};
    const VirtAddr at = operands.front().address;
    const Walk walk = machine.cpu().mmu().walk_now(at, Access::kRead, Ring::kSupervisor);
    if (walk.has_leaf()) debugger_->touch(walk.frame());
    walk_ = view_walk(machine, at);
    walk_level_ = 0;
  }
  const Walk& w = walk_->walk;
  if (walk_level_ < w.step_count) {
    const WalkStep& step = w.steps[walk_level_++];
    const auto names = entry_flags(step.entry, step.level, walk_->paging.mode);
    print(fmt::format("{:08x} level {}: entry {} at physical {:08x} = {:08x}  {}\n",
                      walk_->address.raw(), step.level, step.index, step.entry_pa.raw(), step.entry,
                      names.empty() ? "not present" : fmt::format("{}", fmt::join(names, " "))));
    return std::nullopt;
  }
  if (walk_level_++ == w.step_count) {
    print(fmt::format("{:08x}: {}\n", walk_->address.raw(), walk_in_short(w)));
    return std::nullopt;
  }
  return Resume{.kind = Kind::kAccess};
}

Console::Result Console::set(std::string_view arguments) {
  const std::size_t equals = arguments.find('=');
  if (equals == std::string_view::npos)
    return failure(ExitStatus::kUsage, "set $REGISTER = VALUE, or set *ADDRESS = VALUE");
  const auto left = words_of(arguments.substr(0, equals));
  Machine& machine = debugger_->machine();
  MM_TRY_ASSIGN(const std::uint32_t value, evaluate(machine, arguments.substr(equals + 1)));
  if (left.size() == 1 && left[0].starts_with("$")) {
    Registers registers = machine.cpu().registers();
    if (!set_register(registers, std::string_view(left[0]).substr(1), value))
      return failure(ExitStatus::kUsage, fmt::format("{} cannot be set", left[0]));
    debugger_->edit_registers(registers);
    return std::nullopt;
  }
  if (left.size() != 1 || !left[0].starts_with("*"))
    return failure(ExitStatus::kUsage, "set $REGISTER = VALUE, or set *ADDRESS = VALUE");
  MM_TRY_ASSIGN(const std::uint32_t at, evaluate(machine, std::string_view(left[0]).substr(1)));
  if (!debugger_->edit_memory(VirtAddr(at), std::as_bytes(std::span(&value, 1))))
    return failure(ExitStatus::kUsage, fmt::format("no memory is mapped at {:08x}", at));
  return std::nullopt;
}

Console::Result Console::help(std::string_view arguments) {
  std::string text;
  const auto add = [&](std::string_view name, std::string_view alias, std::string_view takes,
                       std::string_view help) {
    if (!arguments.empty() && arguments != name && arguments != alias) return;
    const std::string head =
        fmt::format("{}{}{} {}", name, alias.empty() ? "" : ", ", alias, takes);
    text += head.size() < 32 ? fmt::format("  {:<32} {}\n", head, help)
                             : fmt::format("  {}\n  {:<32} {}\n", head, "", help);
  };
  for (const Command& c : commands()) add(c.name, c.alias, c.arguments, c.help);
  for (const LookCommand& c : look_commands()) add(c.name, "", c.arguments, c.help);
  if (text.empty())
    return failure(ExitStatus::kUsage, fmt::format("there is no command '{}'", arguments));
  print(text);
  return std::nullopt;
}

std::vector<std::string> Console::completions(Debugger* debugger, std::string_view text) {
  std::vector<std::string> found;
  const std::size_t space = text.rfind(' ');
  const std::string_view word = space == std::string_view::npos ? text : text.substr(space + 1);
  const auto offer = [&](std::string_view candidate) {
    if (candidate.starts_with(word)) found.emplace_back(candidate);
  };
  if (space == std::string_view::npos) {
    for (const Command& c : commands()) offer(c.name);
    for (const LookCommand& c : look_commands()) offer(c.name);
    return found;
  }
  if (text.starts_with("info ")) {
    for (const LookCommand& topic : info_topics()) offer(topic.name);
  } else if (debugger != nullptr && !word.empty()) {
    found = debugger->machine().symbols().names_beginning(word, 200);
  }
  return found;
}

}  // namespace mm32::emu
