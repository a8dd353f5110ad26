// The engine's quirks and what Cpu makes of them.
#include "emu/cpu/cpu.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "tests/support/bare_cpu.hpp"

namespace mm32::emu {
namespace {

using test::BareCpu;
using Kind = Trap::Kind;

class CpuTest : public testing::TestWithParam<PagingMode> {
 protected:
  BareCpu m{GetParam()};
};
INSTANTIATE_TEST_SUITE_P(Modes, CpuTest, testing::Values(PagingMode::kTwoLevel, PagingMode::kPae),
                         [](const auto& mode) {
                           return mode.param == PagingMode::kPae ? "Pae" : "TwoLevel";
                         });

TEST_P(CpuTest, RunsToHlt) {
  const Trap trap = m.run_code({0xb8, 0x78, 0x56, 0x34, 0x12, 0xf4});
  EXPECT_EQ(trap.kind, Kind::kHalted);
  EXPECT_EQ(m.cpu->registers().eax, 0x12345678u);
  EXPECT_EQ(m.cpu->registers().eip, BareCpu::kCodeVa + 6);
}

TEST_P(CpuTest, AnotherThreadStopsAnEndlessLoop) {
  m.put(BareCpu::kCodeVa, {0x40, 0xeb, 0xfd});  // inc eax; jmp back
  std::atomic<bool> done = false;
  std::thread stopper([&] {
    while (!done) m.cpu->request_stop();
  });
  const Trap trap = m.run_ring0(BareCpu::start());
  done = true;
  stopper.join();
  EXPECT_EQ(trap.kind, Kind::kStopped);
}

TEST_P(CpuTest, AStopBeforeTheRunEndsItAtOnce) {
  m.put(BareCpu::kCodeVa, {0xeb, 0xfe});
  m.cpu->request_stop();
  EXPECT_EQ(m.run_ring0(BareCpu::start()).kind, Kind::kStopped);
  EXPECT_EQ(m.cpu->registers().eip, BareCpu::kCodeVa);
}

TEST_P(CpuTest, AddressZeroIsCodeLikeAnyOtherWhenItIsMapped) {
  m.page(0, BareCpu::kRw);
  m.put(0, {0x43, 0xf4});  // inc ebx; hlt
  // Reached by a jump, and as the first address of a run.
  for (int i = 0; i < 3; ++i) {
    const Trap trap = m.run_code({0x31, 0xc0, 0xff, 0xe0});  // xor eax,eax; jmp eax
    EXPECT_EQ(trap.kind, Kind::kHalted);
    EXPECT_EQ(m.cpu->registers().ebx, 1u);
    EXPECT_EQ(m.cpu->registers().eip, 2u);
  }
  EXPECT_EQ(m.run_ring0(BareCpu::start(0)).kind, Kind::kHalted);
  EXPECT_EQ(m.cpu->registers().ebx, 1u);
}

TEST_P(CpuTest, AddressZeroUnmappedIsAFetchFault) {
  const Trap trap = m.run_code({0x31, 0xc0, 0xff, 0xd0});  // call 0
  EXPECT_EQ(trap.kind, Kind::kException);
  EXPECT_EQ(trap.vector, vector::kPageFault);
  EXPECT_EQ(trap.address, VirtAddr(0));
  EXPECT_EQ(m.cpu->registers().eip, 0u);
  EXPECT_EQ(m.cpu->registers().esp, BareCpu::start().esp - 4);
}

TEST_P(CpuTest, AHoleReadsAllOnesIgnoresWritesAndHasNoInstructions) {
  const std::uint32_t va = 0x00800000;
  ASSERT_TRUE(m.tables.map(VirtAddr(va), PhysAddr(0x40000000), Pages(1), BareCpu::kRw));
  Registers r = BareCpu::start();
  r.ebx = va;
  // mov byte [ebx],0; mov eax,[ebx]; mov cx,[ebx+4]; mov dl,[ebx+9]; hlt
  Trap trap =
      m.run_code({0xc6, 0x03, 0x00, 0x8b, 0x03, 0x66, 0x8b, 0x4b, 0x04, 0x8a, 0x53, 0x09, 0xf4}, r);
  EXPECT_EQ(trap.kind, Kind::kHalted);
  EXPECT_EQ(m.cpu->registers().eax, 0xffffffffu);
  EXPECT_EQ(m.cpu->registers().ecx, 0xffffu);
  EXPECT_EQ(m.cpu->registers().edx, 0xffu);
  trap = m.run_code({0xff, 0xe3}, r);  // jmp ebx
  EXPECT_EQ(trap.kind, Kind::kException);
  EXPECT_EQ(trap.vector, vector::kInvalidOpcode);
  EXPECT_EQ(m.cpu->registers().eip, va);
}

TEST_P(CpuTest, TellsSoftwareInterruptsFromExceptionsWhateverBytesStandBeforeThem) {
  // mov ecx,0x0dcd0000 ends in the bytes of "int 0x0d"; the next instruction raises #GP.
  Registers r = BareCpu::start();
  r.eax = 0x1003;
  Trap trap = m.run_code({0xb9, 0x00, 0x00, 0xcd, 0x0d, 0x8e, 0xd8}, r);
  EXPECT_EQ(trap.kind, Kind::kException);
  EXPECT_EQ(trap.vector, vector::kGeneralProtection);
  EXPECT_EQ(trap.error_code, 0x1000u);
  trap = m.run_code({0xb9, 0x00, 0x00, 0xcd, 0x00, 0x31, 0xdb, 0xcd, 0x0d});
  EXPECT_EQ(trap.kind, Kind::kSoftwareInt);
  EXPECT_EQ(trap.vector, 13u);
  trap = m.run_code({0xb9, 0x00, 0x00, 0xcd, 0x00, 0xf7, 0xf3}, BareCpu::start());  // div ebx = 0
  EXPECT_EQ(trap.kind, Kind::kException);
  EXPECT_EQ(trap.vector, vector::kDivideError);
  trap = m.run_code({0x66, 0xcd, 0x80});  // with a prefix
  EXPECT_EQ(trap.kind, Kind::kSoftwareInt);
  EXPECT_EQ(trap.vector, 0x80u);
}

TEST_P(CpuTest, AThousandGeneralProtectionFaultsInARowStayGeneralProtectionFaults) {
  for (unsigned i = 0; i < 1000; ++i) {
    Registers r = BareCpu::start();
    r.eax = 0x1000 + 8 * (i % 100) + 3;
    const Trap trap = m.run_code({0x8e, 0xd8}, r);
    ASSERT_EQ(trap.vector, vector::kGeneralProtection);
    ASSERT_EQ(trap.error_code, r.eax & ~3u);
  }
}

TEST_P(CpuTest, KeepsTheFloatingPointStateAcrossAnEntryFromRing3) {
  m.page(0x00400000, BareCpu::kUserRw);
  m.put(0x00400000, {0xd9, 0xe8, 0xcd, 0x80});  // fld1; int 0x80
  Registers r = BareCpu::start(0x00400000);
  ASSERT_EQ(m.run_user(r).kind, Kind::kSoftwareInt);
  ASSERT_EQ(m.deliver({.kind = Kind::kSoftwareInt, .vector = 0x80}), Delivered::kYes);
  Registers in = m.cpu->registers();
  in.eip = BareCpu::kCodeVa;
  in.ebx = BareCpu::kStackTop - 0x300;
  m.put(BareCpu::kCodeVa, {0xd9, 0x1b, 0xf4});  // fstp dword [ebx]
  m.cpu->mmu().forget_code(VirtAddr(BareCpu::kCodeVa), Pages(1));
  m.cpu->set_registers(in);
  ASSERT_EQ(m.cpu->run().kind, Kind::kHalted);
  EXPECT_EQ(m.word(BareCpu::kStackTop - 0x300), 0x3f800000u);
}

TEST(CpuSelfTestTest, RefusesAnEngineThatReadsOtherMemoryThanTheWalker) {
  const Ram ram = Ram::create(Bytes(BareCpu::kRamBytes)).value();
  EventStream events;
  // The data page of the self-test is a hole for the engine.
  const std::vector<PhysRange> ranges = {{PhysAddr(0), PhysAddr(0x7000)},
                                         {PhysAddr(0x8000), PhysAddr(BareCpu::kRamBytes)}};
  for (const PagingMode mode : {PagingMode::kTwoLevel, PagingMode::kPae}) {
    const auto cpu = Cpu::create(ram, ranges, mode, events);
    ASSERT_FALSE(cpu.has_value());
    EXPECT_EQ(cpu.error().status, ExitStatus::kInternalFault);
    EXPECT_EQ(cpu.error().message,
              "the CPU engine failed its self-test (address translation); this Unicorn cannot be "
              "used");
  }
}

TEST(CpuSelfTestTest, RefusesAnEngineThatExecutesNothing) {
  const Ram ram = Ram::create(Bytes(BareCpu::kRamBytes)).value();
  EventStream events;
  const std::vector<PhysRange> ranges = {{PhysAddr(0), PhysAddr(0x6000)},
                                         {PhysAddr(0x7000), PhysAddr(BareCpu::kRamBytes)}};
  const auto cpu = Cpu::create(ram, ranges, PagingMode::kTwoLevel, events);
  ASSERT_FALSE(cpu.has_value());
  EXPECT_NE(cpu.error().message.find("failed its self-test"), std::string::npos);
}

TEST(CpuSelfTestTest, LeavesLowMemoryZero) {
  const BareCpu m;
  for (std::uint32_t pa = 0; pa < 0x10000; ++pa)
    ASSERT_EQ(m.ram.base()[pa], std::byte{0}) << std::hex << pa;
}

}  // namespace
}  // namespace mm32::emu
