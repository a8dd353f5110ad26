// Random bytes as the text of a module, in ring 0: the host neither crashes nor hangs, and each
// call ends in a known way. MM32_RANDOM_PROGRAMS says how many (default 1,000), MM32_RANDOM_SEED
// where to begin. The programs run in a child process, so that a crash names its seed instead of
// ending the suite; each gets a machine that earlier ones may have damaged, and a new one every 50
// programs.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <random>

#include "emu/loader/neutralise.hpp"
#include "tests/support/booted_machine.hpp"

namespace mm32::emu {
namespace {

using test::BootedMachine;

constexpr unsigned kProgramsOfAMachine = 50;
constexpr std::size_t kProgramBytes = 256;

unsigned from_environment(const char* name, unsigned otherwise) {
  const char* text = std::getenv(name);
  return text != nullptr ? static_cast<unsigned>(std::strtoul(text, nullptr, 10)) : otherwise;
}

std::vector<std::byte> random_program(unsigned seed) {
  std::mt19937 random(seed);
  std::vector<std::byte> text(kProgramBytes);
  for (std::byte& b : text) b = static_cast<std::byte>(random());
  // Half of them begin with instructions that are likely to do something.
  static constexpr unsigned kStarts[] = {0x8b, 0x89, 0x0f, 0xff, 0xf3, 0xcd, 0xe8, 0x64};
  if (seed % 2 == 0) text[0] = static_cast<std::byte>(kStarts[random() % std::size(kStarts)]);
  neutralise(text);
  return text;
}

bool run_program(BootedMachine& m, VirtAddr area, unsigned seed) {
  const std::vector<std::byte> text = random_program(seed);
  const auto pa = m.machine->mm().tables().translate(area);
  if (!pa) return false;  // an earlier program unmapped it
  std::byte* host = m.machine->ram().host(*pa, Bytes(text.size()));
  if (host == nullptr) return false;
  std::copy(text.begin(), text.end(), host);
  m.machine->cpu().mmu().forget_code(area, Pages(1));
  const Watchdog watchdog(m.machine->cpu(), std::chrono::milliseconds(20));
  m.machine->executor().set_watchdog(&watchdog);
  const CallOutcome outcome = m.machine->call(area, {seed, seed * 7, kPageOffset + seed});
  m.machine->executor().set_watchdog(nullptr);
  return outcome.kind == CallOutcome::Kind::kReturned || outcome.kind == CallOutcome::Kind::kDied;
}

// Runs the programs of one machine.
void run_programs(unsigned first, unsigned count) {
  BootedMachine m;
  const auto area = m.machine->mm().vmalloc().module_alloc(Bytes(kPageSize), VirtAddr());
  for (unsigned i = 0; i < count; ++i) {
    // What a program leaves of the machine may be beyond use; the rest then needs a new one.
    if (!area || !run_program(m, *area, first + i)) {
      if (i + 1 < count) run_programs(first + i + 1, count - i - 1);
      return;
    }
  }
}

TEST(RandomProgramTest, NeverCrashesTheHost) {
  const unsigned programs = from_environment("MM32_RANDOM_PROGRAMS", 1000);
  const unsigned seed = from_environment("MM32_RANDOM_SEED", 1);
  for (unsigned at = 0; at < programs; at += kProgramsOfAMachine) {
    const unsigned count = std::min(kProgramsOfAMachine, programs - at);
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      run_programs(seed + at, count);
      _exit(0);
    }
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0)
        << "status " << status << ": MM32_RANDOM_SEED=" << seed + at
        << " MM32_RANDOM_PROGRAMS=" << count;
  }
}

}  // namespace
}  // namespace mm32::emu
