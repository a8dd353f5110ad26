// What a debugged step costs: stop, ask the front end, go on. One iteration is one step of a guest
// that loops.
#include <benchmark/benchmark.h>

#include <string>

#include "emu/debug/debug_session.hpp"

namespace mm32::emu {
namespace {

class Stepper final : public FrontEnd {
 public:
  Stepper(benchmark::State& state, Resume::Kind kind) : state_(state), kind_(kind) {}
  Resume on_stop(Debugger&, const Stop&) override {
    return {.kind = state_.KeepRunning() ? kind_ : Resume::Kind::kQuit};
  }

 private:
  benchmark::State& state_;
  Resume::Kind kind_;
};

void debug_steps(benchmark::State& state, Resume::Kind kind) {
  Stepper stepper(state, kind);
  DebugSession session(stepper, [](Debugger& debugger) -> Expected<DebuggedGuest> {
    MachineOptions options;
    options.instructions = &debugger;
    DebuggedGuest guest;
    MM_TRY_ASSIGN(guest.machine, Machine::boot(std::move(options)));
    CompilerOptions compiler;
    compiler.include_folders = {GuestFiles::locate(PagingMode::kTwoLevel).value().include};
    guest.run = std::make_unique<RunSession>(*guest.machine, compiler,
                                             [](MessageOrigin, const std::string&) {});
    return guest;
  });
  const auto status = session.run({{MM32_SOURCE_DIR "/tests/guest/wrong/init_loops.c", {}}});
  if (!status) state.SkipWithError(status.error().message.c_str());
  state.counters["steps"] =
      benchmark::Counter(static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}

void DebugInstructionSteps(benchmark::State& state) {
  debug_steps(state, Resume::Kind::kInstruction);
}
BENCHMARK(DebugInstructionSteps);

}  // namespace
}  // namespace mm32::emu
