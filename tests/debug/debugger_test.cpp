// The debugger's core, driven by a front end of the test's own.
#include "emu/debug/debugger.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "emu/debug/debug_session.hpp"
#include "emu/debug/expression.hpp"
#include "emu/debug/location.hpp"
#include "tests/support/run_machine.hpp"

namespace mm32::emu {
namespace {

using testing::HasSubstr;
using Kind = Stop::Kind;

class Script final : public FrontEnd {
 public:
  using Decide = std::function<Resume(Debugger&, const Stop&)>;

  explicit Script(Decide decide) : decide_(std::move(decide)) {}
  Resume on_stop(Debugger& debugger, const Stop& stop) override {
    stops.push_back(stop);
    return decide_(debugger, stop);
  }
  std::vector<Stop> stops{};

 private:
  Decide decide_;
};

struct Debugged {
  ExitStatus status{};
  std::vector<Stop> stops{};
  std::vector<std::string> log{};
};

// Runs tests/guest/FILE; `decide` is asked at each stop.
Debugged debug(const std::string& file, Script::Decide decide,
               const std::vector<Breakpoint>& breakpoints = {}) {
  Debugged result;
  Script script(std::move(decide));
  const auto boot = [&](Debugger& debugger) -> Expected<DebuggedGuest> {
    MachineOptions options = test::RunMachine::tracking();
    options.instructions = &debugger;
    options.console = [&](const LogLine& line) {
      if (!debugger.is_silent()) result.log.push_back(line.text);
    };
    DebuggedGuest guest;
    MM_TRY_ASSIGN(guest.machine, Machine::boot(std::move(options)));
    CompilerOptions compiler;
    compiler.include_folders = {GuestFiles::locate(PagingMode::kTwoLevel).value().include};
    guest.run = std::make_unique<RunSession>(*guest.machine, compiler,
                                             [](MessageOrigin, const std::string&) {});
    return guest;
  };
  DebugSession session(script, boot);
  for (const Breakpoint& b : breakpoints) session.debugger().breakpoints().add(b);
  result.status = session.run({{std::string(MM32_SOURCE_DIR "/tests/guest/") + file, {}}}).value();
  result.stops = script.stops;
  return result;
}

Breakpoint at_symbol(const std::string& name) {
  Breakpoint b;
  b.text = name;
  b.location.kind = Location::Kind::kSymbol;
  b.location.name = name;
  return b;
}

Resume step(std::uint64_t count = 1) {
  return {.kind = Resume::Kind::kInstruction, .count = count};
}
Resume back(Resume::Kind kind = Resume::Kind::kInstruction, std::uint64_t count = 1) {
  return {.kind = kind, .direction = Direction::kBackward, .count = count};
}

std::vector<Kind> kinds(const Debugged& run) {
  std::vector<Kind> all;
  for (const Stop& stop : run.stops) all.push_back(stop.kind);
  return all;
}

std::string line_of(Debugger& d) {
  const LineCache::Line& line = d.lines().at(d.machine(), d.machine().cpu().instruction_pointer());
  return line.known() ? std::to_string(line.line) : "?";
}

TEST(DebuggerTest, StopsInFrontOfInitAndAtTheEnd) {
  std::string symbol;
  const Debugged run = debug("debug/steps.c", [&](Debugger& d, const Stop& stop) {
    if (stop.kind == Kind::kStart)
      symbol = d.machine().symbols().format(VirtAddr(d.machine().cpu().instruction_pointer()));
    return Resume{};
  });
  EXPECT_THAT(kinds(run), testing::ElementsAre(Kind::kStart, Kind::kEnd));
  EXPECT_THAT(symbol, testing::StartsWith("steps_init+0x0/"));
  EXPECT_EQ(run.status, ExitStatus::kSuccess);
  EXPECT_THAT(run.log, testing::Contains("the sum is 14"));
}

TEST(DebuggerTest, ARunUnderItLogsWhatARunWithoutItLogs) {
  for (const char* file : {"debug/steps.c", "faults/null_read.c", "faults/warn.c"}) {
    test::RunMachine plain(test::RunMachine::tracking());
    plain.run({file});
    const Debugged run = debug(file, [](Debugger&, const Stop&) { return Resume{}; });
    EXPECT_EQ(run.log, plain.log) << file;
  }
}

TEST(DebuggerTest, StepsOneInstructionAtATime) {
  std::vector<std::uint64_t> moments;
  debug("debug/steps.c", [&](Debugger& d, const Stop&) {
    moments.push_back(d.now().instructions);
    return moments.size() < 6 ? step() : Resume{.kind = Resume::Kind::kQuit};
  });
  for (std::size_t i = 1; i < moments.size(); ++i) EXPECT_EQ(moments[i], moments[0] + i);
}

TEST(DebuggerTest, StopsAtASymbolEachTime) {
  std::vector<std::uint32_t> arguments;
  const Debugged run = debug("debug/steps.c",
                             [&](Debugger& d, const Stop& stop) {
                               if (stop.kind == Kind::kBreakpoint)
                                 arguments.push_back(d.machine().cpu().registers().eax);
                               return Resume{};
                             },
                             {at_symbol("square")});
  EXPECT_THAT(arguments, testing::ElementsAre(1, 2, 3));
}

TEST(DebuggerTest, AnExportIsASymbol) {
  std::vector<std::uint32_t> sizes;
  debug("debug/steps.c",
        [&](Debugger& d, const Stop& stop) {
          if (stop.kind == Kind::kBreakpoint) sizes.push_back(d.machine().cpu().registers().eax);
          return Resume{};
        },
        {at_symbol("vmalloc")});
  EXPECT_THAT(sizes, testing::ElementsAre(10000));
}

TEST(DebuggerTest, ALineIsABreakpointAndStepsGoFromLineToLine) {
  std::vector<std::string> lines;
  Breakpoint b;
  b.location.kind = Location::Kind::kLine;
  b.location.name = "steps.c";
  b.location.value = 35;  // *area = sum_of_squares(3)
  debug("debug/steps.c",
        [&](Debugger& d, const Stop& stop) {
          if (stop.kind == Kind::kStart) return Resume{};
          lines.push_back(line_of(d));
          return lines.size() < 3 ? Resume{.kind = Resume::Kind::kNextLine}
                                  : Resume{.kind = Resume::Kind::kQuit};
        },
        {b});
  EXPECT_THAT(lines, testing::ElementsAre("35", "36", "37"));
}

TEST(DebuggerTest, StepGoesIntoACallAndFinishComesBackWithItsValue) {
  std::string inside;
  std::uint32_t value = 0;
  debug("debug/steps.c",
        [&](Debugger& d, const Stop& stop) {
          if (stop.kind == Kind::kStart) return Resume{};
          if (stop.kind == Kind::kBreakpoint) return Resume{.kind = Resume::Kind::kFinish};
          inside = d.machine().symbols().format(VirtAddr(d.machine().cpu().instruction_pointer()));
          value = d.machine().cpu().registers().eax;
          return Resume{.kind = Resume::Kind::kQuit};
        },
        {at_symbol("sum_of_squares")});
  EXPECT_THAT(inside, testing::StartsWith("steps_init"));
  EXPECT_EQ(value, 14u);
}

TEST(DebuggerTest, GoingBackFindsTheSameRegisters) {
  constexpr std::size_t kSteps = 40;
  std::vector<Registers> forward;
  std::size_t back_steps = 0;
  debug("debug/steps.c", [&](Debugger& d, const Stop&) {
    const Registers r = d.machine().cpu().registers();
    if (forward.size() < kSteps) {
      forward.push_back(r);
      return forward.size() < kSteps ? step() : back();
    }
    ++back_steps;
    const Registers& then = forward[kSteps - 1 - back_steps];
    EXPECT_EQ(r.eip, then.eip);
    EXPECT_EQ(r.esp, then.esp);
    EXPECT_EQ(r.eax, then.eax);
    EXPECT_EQ(r.eflags, then.eflags);
    return back_steps < 5 ? back() : Resume{.kind = Resume::Kind::kQuit};
  });
  EXPECT_EQ(back_steps, 5u);
}

TEST(DebuggerTest, ReverseContinueFindsTheStopBefore) {
  std::vector<std::uint32_t> arguments;
  debug("debug/steps.c",
        [&](Debugger& d, const Stop& stop) {
          if (stop.kind == Kind::kStart && arguments.empty()) return Resume{};
          if (stop.kind != Kind::kBreakpoint) return Resume{.kind = Resume::Kind::kQuit};
          arguments.push_back(d.machine().cpu().registers().eax);
          return arguments.size() < 3 ? Resume{} : back(Resume::Kind::kContinue);
        },
        {at_symbol("square")});
  EXPECT_THAT(arguments, testing::ElementsAre(1, 2, 3, 2, 1));
}

TEST(DebuggerTest, GoingBackFromTheEndWorks) {
  bool was_at_end = false;
  std::uint32_t argument = 0;
  debug("debug/steps.c",
        [&](Debugger& d, const Stop& stop) {
          if (stop.kind == Kind::kEnd && !was_at_end) {
            was_at_end = true;
            return back(Resume::Kind::kContinue);
          }
          if (was_at_end && stop.kind == Kind::kBreakpoint) {
            argument = d.machine().cpu().registers().eax;
            return Resume{.kind = Resume::Kind::kQuit};
          }
          return Resume{};
        },
        {at_symbol("square")});
  EXPECT_EQ(argument, 3u);
}

TEST(DebuggerTest, AWatchpointStopsBehindTheChangeAndBackInFrontOfIt) {
  std::vector<std::string> details;
  std::vector<std::uint32_t> values;
  bool is_set = false;
  debug("debug/steps.c", [&](Debugger& d, const Stop& stop) {
    if (stop.kind == Kind::kEnd) return Resume{.kind = Resume::Kind::kQuit};
    const std::uint32_t at = evaluate(d.machine(), "squares").value();
    if (!is_set) {
      is_set = true;
      Breakpoint b;
      b.kind = Breakpoint::Kind::kWrite;
      b.watched = WatchedBytes::at(VirtAddr(at), 4);
      d.breakpoints().add(b);
      d.breakpoints_changed();
      return Resume{};
    }
    if (stop.kind != Kind::kWatchpoint) return Resume{.kind = Resume::Kind::kQuit};
    details.push_back(stop.detail);
    values.push_back(evaluate(d.machine(), "*squares").value());
    return details.size() == 2 ? back(Resume::Kind::kContinue) : Resume{};
  });
  ASSERT_GE(values.size(), 3u);
  EXPECT_EQ(values[0], 1u);
  EXPECT_EQ(values[1], 2u);
  EXPECT_EQ(values[2], 1u) << "back in front of the second change";
  EXPECT_THAT(details[0], HasSubstr("0x00000000 -> 0x00000001"));
}

TEST(DebuggerTest, AnEventIsABreakpoint) {
  Breakpoint b;
  b.kind = Breakpoint::Kind::kEvent;
  b.events = events_of<event::VmapAlloc>();
  const Debugged run = debug("debug/steps.c", [](Debugger&, const Stop&) { return Resume{}; }, {b});
  ASSERT_EQ(run.stops.size(), 3u);
  EXPECT_EQ(run.stops[1].kind, Kind::kEvent);
  EXPECT_THAT(run.stops[1].detail, HasSubstr("vmap"));
}

TEST(DebuggerTest, AnExceptionStopsAtItsInstruction) {
  Breakpoint b;
  b.kind = Breakpoint::Kind::kException;
  std::string fault;
  const Debugged run = debug("faults/null_read.c",
                             [&](Debugger&, const Stop& stop) {
                               if (stop.kind == Kind::kException) fault = stop.detail;
                               return Resume{};
                             },
                             {b});
  EXPECT_THAT(fault, HasSubstr("page fault at 000000"));
  EXPECT_EQ(run.status, ExitStatus::kGuestMisbehaved);
}

TEST(DebuggerTest, WhatTheUserChangedIsChangedAgainWhenTheRunIsRepeated) {
  std::vector<std::uint32_t> seen;
  const Debugged run = debug("debug/steps.c",
                             [&](Debugger& d, const Stop& stop) {
                               if (stop.kind != Kind::kBreakpoint) {
                                 if (stop.kind == Kind::kStep) {
                                   seen.push_back(d.machine().cpu().registers().eax);
                                   return Resume{.kind = Resume::Kind::kQuit};
                                 }
                                 return Resume{};
                               }
                               Registers r = d.machine().cpu().registers();
                               r.eax = 7;
                               d.edit_registers(r);
                               // Forward, and back to just behind the edit: the run is repeated.
                               d.breakpoints().clear();
                               d.breakpoints_changed();
                               return step(1);
                             },
                             {at_symbol("square")});
  EXPECT_THAT(seen, testing::ElementsAre(7));
}

TEST(DebuggerTest, ExpressionsAreSumsOfSymbolsRegistersAndWords) {
  debug("debug/steps.c", [&](Debugger& d, const Stop&) {
    Machine& m = d.machine();
    const Registers r = m.cpu().registers();
    const std::uint32_t init = m.symbols().address_of("steps_init")->raw();
    EXPECT_EQ(evaluate(m, "steps_init + 10").value(), init + 0x10);
    EXPECT_EQ(evaluate(m, "$esp-4").value(), r.esp - 4);
    EXPECT_EQ(evaluate(m, "0xc0000000").value(), 0xc0000000u);
    EXPECT_FALSE(evaluate(m, "no_such_name").has_value());
    EXPECT_FALSE(evaluate(m, "$no").has_value());
    EXPECT_FALSE(evaluate(m, "*0").has_value());
    EXPECT_FALSE(evaluate(m, "").has_value());
    EXPECT_FALSE(evaluate(m, "+").has_value());
    return Resume{.kind = Resume::Kind::kQuit};
  });
}

}  // namespace
}  // namespace mm32::emu
