// How a call of guest code can end, and that the machine goes on afterwards.
#include "emu/machine/executor.hpp"

#include <gtest/gtest.h>

#include "tests/support/booted_machine.hpp"

namespace mm32::emu {
namespace {

using test::BootedMachine;
using Kind = CallOutcome::Kind;

constexpr const char* kProbe = R"(
#include <linux/slab.h>
#include <linux/mm.h>
#include <linux/highmem.h>
#include <linux/vmalloc.h>

unsigned answer(void) { return 42; }

int recurse(int n) {
  volatile char frame[64];
  frame[0] = (char)n;
  return recurse(n + 1) + frame[0];
}
void halt(void) { __asm__ volatile("cli; hlt"); }
void spin(void) { for (;;) __asm__ volatile(""); }
void double_free(void) {
  char *p = kmalloc(64, GFP_KERNEL);
  kfree(p);
  kfree(p);
}
void null_write(void) { *(volatile int *)0 = 1; }
void lose_the_idt(void) {
  struct { unsigned short limit; unsigned base; } __attribute__((packed)) table = {0, 0};
  __asm__ volatile("lidt %0; ud2" : : "m"(table));
}
void block(void) {
  int i;
  for (i = 0; i < 2000; i++) {
    struct page *page = alloc_page(GFP_HIGHUSER);
    if (!page) return;
    kmap(page);
  }
}
/* vmap has a fourth argument on the stack: here on the page behind the end of the area. */
void argument_beyond_the_stack(void) {
  char *area = vmalloc(4096);
  unsigned end = (unsigned)area + 4096 - 4;
  *(unsigned *)end = 0;
  __asm__ volatile("mov %0, %%esp; jmp *%1" : : "r"(end), "r"(vmap), "a"(0), "d"(1), "c"(4));
}
unsigned stack_on_two_pages(void) {
  static void *(*const callee)(struct page **, unsigned, unsigned long, pgprot_t) = vmap;
  char *area = vmalloc(8192);
  struct page *page = alloc_page(GFP_KERNEL);
  unsigned top = (unsigned)area + 4096;  /* the return address below the edge, the word above */
  unsigned result;
  *(unsigned *)top = 0x163;
  __asm__ volatile("mov %%esp, %%ebx; mov %4, %%esp; call *%5; mov %%ebx, %%esp"
                   : "=a"(result)
                   : "0"(&page), "d"(1), "c"(VM_MAP), "S"(top), "D"(callee)
                   : "ebx", "memory");
  return result;
}
unsigned long long timestamp(void) {
  unsigned low, high;
  __asm__ volatile("rdtsc" : "=a"(low), "=d"(high));
  return ((unsigned long long)high << 32) | low;
}
unsigned timestamp_low(void) { return (unsigned)timestamp(); }
unsigned timestamps_grow(void) {
  unsigned long long a = timestamp(), b = timestamp();
  return b > a;
}
unsigned clear_write_protect(unsigned address) {
  unsigned long cr0;
  __asm__ volatile("mov %%cr0, %0" : "=r"(cr0));
  __asm__ volatile("mov %0, %%cr0" : : "r"(cr0 & ~0x10000ul));
  *(volatile unsigned char *)address = 0xc3;
  __asm__ volatile("mov %0, %%cr0" : : "r"(cr0));
  return *(volatile unsigned char *)address;
}
)";

const std::vector<std::byte>& probe() {
  static const std::vector<std::byte> object = BootedMachine::compile(kProbe);
  return object;
}

MachineOptions with_memory(std::uint64_t megabytes) {
  MachineOptions options;
  options.config.mem = Bytes(megabytes << 20);
  return options;
}

class ExecutorTest : public testing::Test {
 protected:
  void expect_usable() {
    const CallOutcome outcome = m.call(module, "answer");
    EXPECT_EQ(outcome.kind, Kind::kReturned) << outcome.detail;
    EXPECT_EQ(outcome.value, 42u);
  }

  BootedMachine m;
  const Module& module = m.load(probe());
};

TEST_F(ExecutorTest, ReturnsTheValue) { expect_usable(); }

TEST_F(ExecutorTest, AnOopsKillsTheTaskAndNothingElse) {
  EXPECT_EQ(m.call(module, "null_write").kind, Kind::kDied);
  EXPECT_TRUE(m.logged("BUG: kernel NULL pointer dereference, address: 00000000"));
  expect_usable();
}

TEST_F(ExecutorTest, AnOopsInAnExportKillsItsCaller) {
  EXPECT_EQ(m.call(module, "double_free").kind, Kind::kDied);
  EXPECT_TRUE(m.logged("kernel BUG at mm/slub.c"));
  EXPECT_TRUE(m.logged("double_free"));
  expect_usable();
}

TEST_F(ExecutorTest, HltWithNothingToWakeItHalts) {
  EXPECT_EQ(m.call(module, "halt").kind, Kind::kHalted);
  expect_usable();
}

TEST_F(ExecutorTest, ATripleFaultHalts) {
  const CallOutcome outcome = m.call(module, "lose_the_idt");
  EXPECT_EQ(outcome.kind, Kind::kHalted);
  EXPECT_EQ(outcome.detail, "triple fault");
}

TEST_F(ExecutorTest, AStackArgumentOnAnUnmappedPageIsAnOops) {
  EXPECT_EQ(m.call(module, "argument_beyond_the_stack").kind, Kind::kDied);
  EXPECT_TRUE(m.logged("BUG: unable to handle page fault for address"));
  EXPECT_TRUE(m.logged("EIP: vmap"));
  expect_usable();
}

TEST_F(ExecutorTest, AStackThatCrossesAPageHoldsItsArguments) {
  const CallOutcome outcome = m.call(module, "stack_on_two_pages");
  ASSERT_EQ(outcome.kind, Kind::kReturned) << m.log;
  EXPECT_GT(outcome.value, kPageOffset);
  EXPECT_TRUE(m.machine->mm().tables().translate(VirtAddr(outcome.value)).has_value());
}

TEST_F(ExecutorTest, ATimestampIsVirtualTime) {
  BootedMachine other;
  const Module& same = other.load(probe());
  const CallOutcome first = m.call(module, "timestamp_low");
  const CallOutcome second = other.call(same, "timestamp_low");
  ASSERT_EQ(first.kind, Kind::kReturned);
  EXPECT_EQ(first.value, second.value);
  EXPECT_EQ(m.call(module, "timestamps_grow").value, 1u);
}

TEST_F(ExecutorTest, WithoutWriteProtectionAModuleWritesToItsText) {
  const VirtAddr text = module.linked->find_symbol("halt").value();
  const CallOutcome outcome = m.call(module, "clear_write_protect", text.raw());
  ASSERT_EQ(outcome.kind, Kind::kReturned) << m.log;
  EXPECT_EQ(outcome.value, 0xc3u);
}

TEST_F(ExecutorTest, ABrokenInvariantAbortsTheCall) {
  EXPECT_THROW(m.machine->executor().on_stub(100'000), InvariantBroken);
  expect_usable();
}

TEST(ExecutorHighmemTest, ABlockedCallWithNobodyElseToRunIsAHungTask) {
  BootedMachine m(with_memory(1024));
  const Module& module = m.load(probe());
  EXPECT_EQ(m.call(module, "block").kind, Kind::kHung);
  EXPECT_TRUE(m.logged("blocked for more than 120 seconds.")) << m.log;
  EXPECT_EQ(m.call(module, "answer").value, 42u);
}

TEST(ExecutorTimeoutTest, TheWatchdogEndsAnEndlessLoop) {
  MachineOptions options;
  options.timeout = std::chrono::milliseconds(3000);
  BootedMachine m(std::move(options));
  const Module& module = m.load(probe());
  EXPECT_EQ(m.call(module, "spin").kind, Kind::kTimedOut);
}

class StackGuardTest : public testing::TestWithParam<std::uint64_t> {};
INSTANTIATE_TEST_SUITE_P(Sizes, StackGuardTest, testing::Values(4096, 8192));

TEST_P(StackGuardTest, EndlessRecursionIsAReportAndNotTheEndOfTheMachine) {
  MachineOptions options;
  options.kernel_stack = Bytes(GetParam());
  BootedMachine m(std::move(options));
  const Module& module = m.load(probe());
  const VirtAddr stack = m.machine->current().stack();
  EXPECT_EQ(stack.raw() % GetParam(), 0u);
  EXPECT_EQ(m.call(module, "recurse").kind, Kind::kDied);
  char line[128];
  std::snprintf(line, sizeof line, "(stack is %08x..%08x)", stack.raw(),
                static_cast<unsigned>(stack.raw() + GetParam()));
  EXPECT_TRUE(m.logged("BUG: TASK stack guard page was hit at ")) << m.log;
  EXPECT_TRUE(m.logged(line)) << m.log;
  EXPECT_TRUE(m.logged("stack guard page: 0000 [#1] PREEMPT SMP"));
  EXPECT_TRUE(m.logged(" recurse+0x"));
  EXPECT_EQ(m.call(module, "answer").value, 42u);
  EXPECT_EQ(m.call(module, "recurse").kind, Kind::kDied);
  EXPECT_EQ(m.call(module, "null_write").kind, Kind::kDied);
  EXPECT_EQ(m.call(module, "answer").value, 42u);
}

}  // namespace
}  // namespace mm32::emu
