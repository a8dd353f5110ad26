// The console's commands about breakpoints.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "emu/debug/console.hpp"
#include "emu/debug/expression.hpp"
#include "emu/trace/trace_event.hpp"

namespace mm32::emu {
namespace {

Expected<unsigned> number_of(std::string_view text) {
  unsigned number = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || rest != text.data() + text.size())
    return failure(ExitStatus::kUsage, fmt::format("'{}' is no number of a breakpoint", text));
  return number;
}

Breakpoint of_kind(Breakpoint::Kind kind, std::string text) {
  Breakpoint made;
  made.kind = kind;
  made.text = std::move(text);
  return made;
}

Expected<Breakpoint> on_export(Machine& machine, const std::string& name) {
  const auto& exports = machine.executor().exports();
  if (std::ranges::none_of(exports, [&](const KernelExport& e) { return e.name == name; }))
    return failure(ExitStatus::kUsage,
                   fmt::format("the host has no export '{}' (info exports lists all)", name));
  Breakpoint made = of_kind(Breakpoint::Kind::kCode, "export " + name);
  made.location.kind = Location::Kind::kSymbol;
  made.location.name = name;
  return made;
}

Expected<Breakpoint> on_event(const std::string& pattern) {
  const EventMask events = select_events(pattern);
  if (events == 0)
    return failure(ExitStatus::kUsage,
                   fmt::format("there is no event '{}' (info events lists them)", pattern));
  Breakpoint made = of_kind(Breakpoint::Kind::kEvent, "event " + pattern);
  made.events = events;
  return made;
}

// A line behind the last code of a file that is loaded will not get any.
Expected<void> check_line(Machine& machine, const Location& place) {
  if (place.kind != Location::Kind::kLine || !place.resolve(machine).empty()) return {};
  if (Location{Location::Kind::kLine, 1, place.name}.resolve(machine).empty()) return {};
  return failure(ExitStatus::kUsage,
                 fmt::format("{} has no code at or behind line {}", place.name, place.value));
}

}  // namespace

Expected<Breakpoint> Console::breakpoint_of(std::string_view arguments) {
  const auto words = words_of(arguments);
  Machine& machine = debugger_->machine();
  if (words.size() == 2 && words[0] == "export") return on_export(machine, words[1]);
  if (words.size() == 2 && words[0] == "event") return on_event(words[1]);
  if (words.size() == 1 && words[0] == "fault")
    return of_kind(Breakpoint::Kind::kPageFault, "every page fault");
  if (words.size() == 1 && words[0] == "exception")
    return of_kind(Breakpoint::Kind::kException, "exceptions that the kernel does not expect");
  if (words.size() == 1 && words[0] == "module")
    return of_kind(Breakpoint::Kind::kModules, "modules that come or go");
  if (words.size() == 1 && (words[0] == "export" || words[0] == "event"))
    return failure(ExitStatus::kUsage,
                   fmt::format("break {0} needs a name (info {0}s lists them)", words[0]));
  Breakpoint made;
  if (words.empty()) {
    made.location.value = machine.cpu().instruction_pointer();
  } else {
    MM_TRY_ASSIGN(made.location, Location::parse(machine, arguments, scene_->list_file));
    MM_TRY(check_line(machine, made.location));
  }
  made.text = made.location.text();
  return made;
}

void Console::added(const Breakpoint& b) {
  std::string places;
  for (const VirtAddr at : b.addresses) places += fmt::format(" at {:08x}", at.raw());
  if (b.kind == Breakpoint::Kind::kCode && places.empty()) places = ": waits for a module";
  print(fmt::format("{} {}: {}{}\n", b.is_watch() ? "watchpoint" : "breakpoint", b.number, b.text,
                    places));
}

Console::Result Console::add_break(std::string_view arguments, Breakpoint::Life life) {
  MM_TRY_ASSIGN(Breakpoint made, breakpoint_of(arguments));
  made.life = life;
  const unsigned number = debugger_->breakpoints().add(std::move(made)).number;
  debugger_->breakpoints_changed();
  added(*debugger_->breakpoints().find(number));
  return std::nullopt;
}

Console::Result Console::until(std::string_view arguments) {
  if (debugger_->has_ended())
    return failure(ExitStatus::kUsage, "the run has ended: only going back is possible (or quit)");
  if (arguments.empty())
    return failure(ExitStatus::kUsage, "until needs a place: SYMBOL, *ADDRESS or FILE:LINE");
  MM_TRY_ASSIGN(Breakpoint made, breakpoint_of(arguments));
  if (made.kind == Breakpoint::Kind::kCode && made.location.resolve(debugger_->machine()).empty())
    return failure(ExitStatus::kUsage, fmt::format("nothing is known of '{}' yet", arguments));
  made.life = Breakpoint::Life::kOnce;
  debugger_->breakpoints().add(std::move(made));
  debugger_->breakpoints_changed();
  return Resume{};
}

Expected<Breakpoint> Console::watch_of(std::string_view arguments) const {
  auto words = words_of(arguments);
  Machine& machine = debugger_->machine();
  std::string what;
  if (!words.empty() && (words[0] == "page" || words[0] == "pte" || words[0] == "phys")) {
    what = words[0];
    words.erase(words.begin());
  }
  if (words.empty() || words.size() > 2)
    return failure(ExitStatus::kUsage,
                   "watch needs an address: [page | pte | phys] ADDRESS [BYTES]");
  MM_TRY_ASSIGN(const std::uint32_t at, evaluate(machine, words[0]));
  std::uint32_t bytes = what == "page" ? kPageSize : 4;
  if (words.size() == 2) {
    MM_TRY_ASSIGN(bytes, number_of(words[1]));
  }
  if (bytes == 0 || bytes > WatchedBytes::kMostBytes)
    return failure(ExitStatus::kUsage,
                   fmt::format("a watchpoint has 1 to {} bytes", WatchedBytes::kMostBytes));
  Breakpoint made;
  if (what == "pte") {
    const Walk walk = machine.cpu().mmu().walk_now(VirtAddr(at), Access::kRead, Ring::kSupervisor);
    const WalkStep& last = walk.steps[walk.step_count - 1];
    made.text = fmt::format("the level-{} entry of {:08x}, at physical {:08x}", last.level, at,
                            last.entry_pa.raw());
    made.watched =
        WatchedBytes::at(last.entry_pa, machine.config().paging == PagingMode::kPae ? 8 : 4);
  } else if (what == "phys") {
    made.text = fmt::format("{} bytes at physical {:08x}", bytes, at);
    made.watched = WatchedBytes::at(PhysAddr(at), bytes);
  } else {
    const VirtAddr begin = what == "page" ? page_floor(VirtAddr(at)) : VirtAddr(at);
    made.text = fmt::format("{} bytes at {:08x}", bytes, begin.raw());
    made.watched = WatchedBytes::at(begin, bytes);
  }
  return made;
}

Console::Result Console::add_watch(std::string_view arguments, Breakpoint::Kind kind) {
  MM_TRY_ASSIGN(Breakpoint made, watch_of(arguments));
  made.kind = kind;
  if (kind != Breakpoint::Kind::kWrite)
    made.text = (kind == Breakpoint::Kind::kRead ? "reads of " : "accesses to ") + made.text;
  const unsigned number = debugger_->breakpoints().add(std::move(made)).number;
  debugger_->breakpoints_changed();
  added(*debugger_->breakpoints().find(number));
  return std::nullopt;
}

Console::Result Console::change_breakpoints(std::string_view arguments,
                                            const std::function<void(Breakpoint&)>& change) {
  const auto words = words_of(arguments);
  if (words.empty()) std::ranges::for_each(debugger_->breakpoints().all(), change);
  for (const std::string& word : words) {
    MM_TRY_ASSIGN(const unsigned number, number_of(word));
    Breakpoint* b = debugger_->breakpoints().find(number);
    if (b == nullptr)
      return failure(ExitStatus::kUsage, fmt::format("there is no breakpoint {}", number));
    change(*b);
  }
  debugger_->breakpoints_changed();
  return std::nullopt;
}

Console::Result Console::remove_breakpoints(std::string_view arguments) {
  const auto words = words_of(arguments);
  if (words.empty()) debugger_->breakpoints().clear();
  for (const std::string& word : words) {
    MM_TRY_ASSIGN(const unsigned number, number_of(word));
    if (!debugger_->breakpoints().remove(number))
      return failure(ExitStatus::kUsage, fmt::format("there is no breakpoint {}", number));
  }
  debugger_->breakpoints_changed();
  return std::nullopt;
}

Console::Result Console::ignore(std::string_view arguments) {
  const auto words = words_of(arguments);
  if (words.size() != 2) return failure(ExitStatus::kUsage, "ignore NUMBER COUNT");
  MM_TRY_ASSIGN(const unsigned number, number_of(words[0]));
  MM_TRY_ASSIGN(const unsigned count, number_of(words[1]));
  Breakpoint* b = debugger_->breakpoints().find(number);
  if (b == nullptr)
    return failure(ExitStatus::kUsage, fmt::format("there is no breakpoint {}", number));
  b->ignore = count;
  return std::nullopt;
}

}  // namespace mm32::emu
