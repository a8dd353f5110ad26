// What the kernel API costs guest code: loops of guest_loops.c on a machine with highmem. The time
// of one repetition, the loop included. GuestEmptyExport is H of the budgets: a kfree(NULL).
#include <benchmark/benchmark.h>
#include <unicorn/unicorn.h>
#include <unistd.h>

#include <fstream>
#include <stdexcept>
#include <string>

#include "emu/command/run_session.hpp"

namespace mm32::emu {
namespace {

constexpr std::uint32_t kBatch = 10'000;            // repetitions in one call of guest code
constexpr std::uint32_t kComputeBatch = 1'000'000;  // entering and leaving must not show

class GuestLoops {
 public:
  explicit GuestLoops(const char* source, TrackAllocations track = TrackAllocations::kNo)
      : machine_(boot(Bytes(std::uint64_t{1} << 30), track)) {
    CompilerOptions options;
    options.include_folders = {GuestFiles::locate(PagingMode::kTwoLevel).value().include};
    RunSession session(*machine_, options, [](MessageOrigin, const std::string& text) {
      throw std::runtime_error(text);
    });
    session.start({{std::string(MM32_SOURCE_DIR "/tests/bench/") + source}});
    linked_ = &*machine_->modules().all().front()->linked;
  }

  static std::unique_ptr<Machine> boot(Bytes mem, TrackAllocations track = TrackAllocations::kNo) {
    MachineOptions options;
    options.track_allocations = track;
    options.config.mem = mem;
    auto machine = Machine::boot(std::move(options));
    if (!machine) throw std::runtime_error(machine.error().message);
    return std::move(*machine);
  }

  VirtAddr address(const char* symbol) const { return linked_->find_symbol(symbol).value(); }

  void repeat(VirtAddr function, std::uint32_t count) {
    const CallOutcome outcome = machine_->call(function, {count, 0, 0});
    if (outcome.kind != CallOutcome::Kind::kReturned) throw std::runtime_error(outcome.detail);
  }

  /// The bytes between two symbols of the module's text.
  std::vector<std::byte> code(const char* begin, const char* end) const {
    for (const LinkedSection& section : linked_->sections) {
      const std::uint32_t at = address(begin).raw() - section.address.raw();
      if (at < section.data.size()) {
        const std::uint32_t size = address(end).raw() - address(begin).raw();
        return {section.data.begin() + at, section.data.begin() + at + size};
      }
    }
    throw std::runtime_error("no such code");
  }

 private:
  std::unique_ptr<Machine> machine_;
  const LinkedModule* linked_ = nullptr;
};

/// Runs `function` of a module; one iteration is one repetition.
void guest_loop(benchmark::State& state, const char* source, const char* function,
                std::uint32_t batch = kBatch, TrackAllocations track = TrackAllocations::kNo) {
  try {
    GuestLoops loops(source, track);
    const VirtAddr address = loops.address(function);
    loops.repeat(address, batch);
    while (state.KeepRunningBatch(batch)) loops.repeat(address, batch);
  } catch (const std::exception& error) {
    state.SkipWithError(error.what());
  }
}

constexpr const char* kLoops = "guest_loops.c";
void GuestEmptyExport(benchmark::State& state) { guest_loop(state, kLoops, "empty_export"); }
void GuestKmallocPair(benchmark::State& state) { guest_loop(state, kLoops, "kmalloc_pair"); }
void GuestKmallocPairTracked(benchmark::State& state) {
  guest_loop(state, kLoops, "kmalloc_pair", kBatch, TrackAllocations::kYes);
}
void GuestPagePair(benchmark::State& state) { guest_loop(state, kLoops, "page_pair"); }
void GuestVmallocPair(benchmark::State& state) { guest_loop(state, kLoops, "vmalloc_pair"); }
void GuestTlbFill(benchmark::State& state) { guest_loop(state, kLoops, "tlb_fill"); }
void GuestCompute(benchmark::State& state) { guest_loop(state, kLoops, "compute", kComputeBatch); }
void GuestKmapAtomicPair(benchmark::State& state) {
  guest_loop(state, "highmem_loops.c", "kmap_atomic_pair");
}
void GuestKmapAtomicPairTracked(benchmark::State& state) {
  guest_loop(state, "highmem_loops.c", "kmap_atomic_pair", kBatch, TrackAllocations::kYes);
}
void GuestKmapMapped(benchmark::State& state) {
  guest_loop(state, "highmem_loops.c", "kmap_mapped");
}
BENCHMARK(GuestEmptyExport);
BENCHMARK(GuestKmallocPair);
BENCHMARK(GuestKmallocPairTracked);
BENCHMARK(GuestPagePair);
BENCHMARK(GuestVmallocPair);
BENCHMARK(GuestKmapAtomicPair);
BENCHMARK(GuestKmapAtomicPairTracked);
BENCHMARK(GuestKmapMapped);
BENCHMARK(GuestTlbFill);
BENCHMARK(GuestCompute);

/// The instructions of GuestCompute on Unicorn alone: flat memory, no hooks.
void BareCompute(benchmark::State& state) {
  const std::vector<std::byte> code = GuestLoops(kLoops).code("compute_begin", "compute_end");
  uc_engine* engine = nullptr;
  uc_open(UC_ARCH_X86, UC_MODE_32, &engine);
  constexpr std::uint64_t kCode = 0x100000;
  uc_mem_map(engine, kCode, 0x1000, UC_PROT_ALL);
  uc_mem_write(engine, kCode, code.data(), code.size());
  const auto repeat = [&] {
    const std::uint32_t count = kComputeBatch;
    uc_reg_write(engine, UC_X86_REG_ECX, &count);
    uc_emu_start(engine, kCode, kCode + code.size(), 0, 0);
  };
  repeat();
  while (state.KeepRunningBatch(kComputeBatch)) repeat();
  uc_close(engine);
}
BENCHMARK(BareCompute);

/// Resident memory of this process in bytes.
double resident() {
  std::ifstream statm("/proc/self/statm");
  std::uint64_t size = 0;
  std::uint64_t pages = 0;
  statm >> size >> pages;
  return static_cast<double>(pages) * static_cast<double>(sysconf(_SC_PAGESIZE));
}

const double resident_at_start = resident();

/// Boots a machine with 4 GB; the counter is what that adds to this process as it was started.
void IdleMachine4G(benchmark::State& state) {
  double most = 0;
  for (auto _ : state) {
    const double before = resident();
    const auto machine = GuestLoops::boot(Bytes(std::uint64_t{4} << 30));
    most = std::max(most, resident_at_start + resident() - before);
  }
  state.counters["resident_MiB"] = most / (1 << 20);
}
BENCHMARK(IdleMachine4G)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace mm32::emu
