#include "emu/debug/stop_view.hpp"

#include <fmt/format.h>

#include "emu/debug/disassembly.hpp"

namespace mm32::emu {
namespace {

std::string reason(Debugger& debugger, const Stop& stop) {
  const auto numbered = [&](const char* noun) {
    const Breakpoint* b = debugger.breakpoints().find(stop.number);
    return b == nullptr ? std::string(noun) : fmt::format("{} {}, {}", noun, stop.number, b->text);
  };
  switch (stop.kind) {
    case Stop::Kind::kStart:
      return "the first function of a module is next\n";
    case Stop::Kind::kStep:
      return {};
    case Stop::Kind::kBreakpoint:
      if (!stop.detail.empty()) return fmt::format("temporary breakpoint, {}\n", stop.detail);
      return numbered("breakpoint") + "\n";
    case Stop::Kind::kWatchpoint:
      return fmt::format("{}\n{}\n", numbered("watchpoint"), stop.detail);
    case Stop::Kind::kEvent:
      return fmt::format("{}\n{}\n", stop.number == 0 ? "event" : numbered("breakpoint"),
                         stop.detail);
    case Stop::Kind::kException:
      return fmt::format("exception: {}\n", stop.detail);
    case Stop::Kind::kModules:
      return fmt::format("{}\nmodules: {}\n", numbered("breakpoint"), stop.detail);
    case Stop::Kind::kInterrupt:
      return "interrupted\n";
    case Stop::Kind::kHistoryBegin:
      return "this is where the run began\n";
    case Stop::Kind::kEnd:
      return fmt::format("the run has ended with status {}\n", stop.detail);
  }
  return {};
}

// The stub of an export: its arguments are where the calling convention puts them.
std::string call_text(Machine& machine, const Registers& r) {
  const StubPage& stubs = machine.image().stubs();
  const std::uint32_t first = stubs.entry(1).raw();
  if (r.eip < first || r.eip >= stubs.entry(stubs.stub_count()).raw()) return {};
  const auto symbol = machine.symbols().find(VirtAddr(r.eip));
  if (!symbol || symbol->offset != 0) return {};
  const auto caller = machine.cpu().memory().load<std::uint32_t>(VirtAddr(r.esp));
  return fmt::format("   call of {} with eax={:#x} edx={:#x} ecx={:#x} from {}\n", symbol->name,
                     r.eax, r.edx, r.ecx, caller ? address_text(machine, VirtAddr(*caller)) : "?");
}

}  // namespace

std::string address_text(Machine& machine, VirtAddr address) {
  std::string text = machine.symbols().format(address);
  const std::string line = machine.source_line(address);
  if (!line.empty()) text += fmt::format(" ({})", line);
  return text;
}

std::string place_text(Debugger& debugger, SourceText& sources) {
  Machine& machine = debugger.machine();
  const Registers r = machine.cpu().registers();
  const VirtAddr eip(r.eip);
  std::string text = address_text(machine, eip) + "\n";
  const LineCache::Line& line = debugger.lines().at(machine, r.eip);
  if (line.known())
    if (const auto source = sources.line(*line.file, line.line))
      text += fmt::format("{}\t{}\n", line.line, *source);
  text += fmt::format("=> {:08x}: {}\n", r.eip, disassemble(machine, eip).text);
  for (const std::string& operand : operand_lines(machine)) text += "   " + operand + "\n";
  return text + call_text(machine, r);
}

std::string stop_text(Debugger& debugger, SourceText& sources, const Stop& stop) {
  std::string why = reason(debugger, stop);
  if (stop.kind == Stop::Kind::kEnd) return why;
  return why + place_text(debugger, sources);
}

}  // namespace mm32::emu
