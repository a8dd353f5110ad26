// What the hardware does between an exception and the first instruction of its handler.
#include "emu/cpu/delivery.hpp"

#include <gtest/gtest.h>

#include "tests/support/bare_cpu.hpp"

namespace mm32::emu {
namespace {

using test::BareCpu;
using Kind = Trap::Kind;

constexpr std::uint32_t kUserCode = 0x00400000;
constexpr std::uint32_t kUserStackTop = 0x00402000;
constexpr std::uint32_t kWindow = 0x00800000;
constexpr std::uint32_t kAllFlags = eflags::kReserved1 | eflags::kIf | 0x8d5;  // OF SF ZF AF PF CF

class DeliveryTest : public testing::Test {
 protected:
  BareCpu m;

  void map_user() {
    m.page(kUserCode, BareCpu::kUserRw);
    m.page(kUserStackTop - kPageSize, BareCpu::kUserRw);
  }
  Registers user() const {
    Registers r{};
    r.eip = kUserCode;
    r.esp = kUserStackTop - 0x20;
    r.eflags = eflags::kReserved1 | eflags::kIf;
    return r;
  }
  Trap run_user_code(std::initializer_list<unsigned> bytes) {
    map_user();
    m.put(kUserCode, bytes);
    return m.run_user(user());
  }
  std::uint32_t frame(unsigned i) const { return m.word(m.cpu->registers().esp + 4 * i); }
  void expect_at_handler(unsigned v) const {
    EXPECT_EQ(m.cpu->registers().eip, BareCpu::handler(v));
    EXPECT_EQ(m.cpu->registers().cs, BareCpu::kKernelCs);
  }
};

TEST_F(DeliveryTest, SameRingFrameIsFlagsCsEip) {
  Registers r = BareCpu::start();
  r.eflags = kAllFlags;
  const Trap trap = m.run_code({0x0f, 0x0b}, r);  // ud2
  ASSERT_EQ(trap.vector, vector::kInvalidOpcode);
  ASSERT_EQ(m.deliver(trap), Delivered::kYes);
  expect_at_handler(vector::kInvalidOpcode);
  EXPECT_EQ(m.cpu->registers().esp, r.esp - 12);
  EXPECT_EQ(frame(0), r.eip);
  EXPECT_EQ(frame(1), BareCpu::kKernelCs);
  EXPECT_EQ(frame(2), kAllFlags);
  EXPECT_EQ(m.cpu->registers().eflags, kAllFlags & ~eflags::kIf);
}

TEST_F(DeliveryTest, AnErrorCodeLiesBelowEip) {
  const Registers r = BareCpu::start();
  const Trap trap = m.run_code({0xa1, 0x10, 0x00, 0x80, 0x00}, r);
  ASSERT_EQ(m.deliver(trap), Delivered::kYes);
  expect_at_handler(vector::kPageFault);
  EXPECT_EQ(m.cpu->registers().esp, r.esp - 16);
  EXPECT_EQ(frame(0), 0u);
  EXPECT_EQ(frame(1), r.eip);
  EXPECT_EQ(m.cpu->registers().cr2, 0x00800010u);
  EXPECT_EQ(m.cpu->registers().cr3, m.tables.root().raw());
}

TEST_F(DeliveryTest, ATrapGateKeepsInterruptsOn) {
  m.set_gate(6, BareCpu::handler(6), 0x8f00);
  Registers r = BareCpu::start();
  r.eflags = kAllFlags;
  ASSERT_EQ(m.deliver(m.run_code({0x0f, 0x0b}, r)), Delivered::kYes);
  EXPECT_EQ(m.cpu->registers().eflags, kAllFlags);
}

TEST_F(DeliveryTest, FromRing3TheStackIsThatOfTheTss) {
  const Trap trap = run_user_code({0xcd, 0x80});
  ASSERT_EQ(trap.kind, Kind::kSoftwareInt);
  ASSERT_EQ(m.cpu->registers().cpl(), 3u);
  ASSERT_EQ(m.deliver(trap), Delivered::kYes);
  expect_at_handler(0x80);
  EXPECT_EQ(m.cpu->registers().ss, BareCpu::kKernelDs);
  EXPECT_EQ(m.cpu->registers().esp, BareCpu::kStackTop - 20);
  EXPECT_EQ(frame(0), kUserCode + 2);
  EXPECT_EQ(frame(1), BareCpu::kUserCs);
  EXPECT_EQ(frame(2), eflags::kReserved1 | eflags::kIf);
  EXPECT_EQ(frame(3), user().esp);
  EXPECT_EQ(frame(4), BareCpu::kUserDs);
}

TEST_F(DeliveryTest, FromRing3WithAnErrorCode) {
  const Trap trap = run_user_code({0xa1, 0x00, 0x00, 0x10, 0xC0});  // supervisor page
  ASSERT_EQ(trap.vector, vector::kPageFault);
  ASSERT_EQ(m.deliver(trap), Delivered::kYes);
  EXPECT_EQ(m.cpu->registers().esp, BareCpu::kStackTop - 24);
  EXPECT_EQ(frame(0), 5u);
  EXPECT_EQ(frame(1), kUserCode);
  EXPECT_EQ(m.cpu->registers().cr2, 0xC0100000u);
}

TEST_F(DeliveryTest, AnIretReturnsToRing3WithItsStack) {
  const Trap trap = run_user_code({0xcd, 0x80, 0x40, 0xcd, 0x80});  // int; inc eax; int
  ASSERT_EQ(m.deliver(trap), Delivered::kYes);
  Registers r = m.cpu->registers();
  r.eip = BareCpu::kIretVa;
  m.cpu->set_registers(r);
  const Trap second = m.cpu->run();
  EXPECT_EQ(second.kind, Kind::kSoftwareInt);
  EXPECT_EQ(m.cpu->registers().cpl(), 3u);
  EXPECT_EQ(m.cpu->registers().esp, user().esp);
  EXPECT_EQ(m.cpu->registers().eax, 1u);
  EXPECT_EQ(m.cpu->registers().eip, kUserCode + 5);
}

TEST_F(DeliveryTest, DataSegmentsOfRing3StayAsTheyWere) {
  // mov eax,0x7b; mov ds,ax; mov es,ax; mov fs,ax; xor eax,eax; mov gs,ax; int 0x80
  const Trap trap = run_user_code({0xb8, 0x7b, 0, 0, 0, 0x8e, 0xd8, 0x8e, 0xc0, 0x8e, 0xe0, 0x31,
                                   0xc0, 0x8e, 0xe8, 0xcd, 0x80});
  ASSERT_EQ(trap.kind, Kind::kSoftwareInt);
  ASSERT_EQ(m.deliver(trap), Delivered::kYes);
  EXPECT_EQ(m.cpu->registers().ds, BareCpu::kUserDs);
  EXPECT_EQ(m.cpu->registers().es, BareCpu::kUserDs);
  EXPECT_EQ(m.cpu->registers().fs, BareCpu::kUserDs);
  EXPECT_EQ(m.cpu->registers().gs, 0u);
}

TEST_F(DeliveryTest, Ring3LoadsASegmentFromASupervisorGdt) {
  // int 0x80; mov eax,0x7b; mov gs,ax; int 0x80; with the TLB empty behind the first int.
  ASSERT_EQ(run_user_code({0xcd, 0x80, 0xb8, 0x7b, 0, 0, 0, 0x8e, 0xe8, 0xcd, 0x80}).kind,
            Kind::kSoftwareInt);
  m.cpu->mmu().flush_all();
  const Trap trap = m.cpu->run();
  EXPECT_EQ(trap.kind, Kind::kSoftwareInt) << trap.vector << " " << trap.address.raw();
  EXPECT_EQ(m.cpu->registers().gs, BareCpu::kUserDs);
}

TEST_F(DeliveryTest, Ring3StillCannotReadTheGdtItself) {
  // As above, then mov eax,[GDT].
  ASSERT_EQ(
      run_user_code({0xcd, 0x80, 0xb8, 0x7b, 0, 0, 0, 0x8e, 0xe8, 0xa1, 0x60, 0x00, 0x10, 0xC0})
          .kind,
      Kind::kSoftwareInt);
  m.cpu->mmu().flush_all();
  const Trap trap = m.cpu->run();
  EXPECT_EQ(trap.vector, vector::kPageFault);
  EXPECT_EQ(trap.error_code, 5u);
  EXPECT_EQ(m.cpu->registers().eip, kUserCode + 9);
}

TEST_F(DeliveryTest, ASoftwareInterruptNeedsTheGatesDpl) {
  const Trap trap = run_user_code({0x40, 0xcd, 0x21});
  ASSERT_EQ(m.deliver(trap), Delivered::kYes);
  expect_at_handler(vector::kGeneralProtection);
  EXPECT_EQ(frame(0), 0x21u * 8 + 2);
  EXPECT_EQ(frame(1), kUserCode + 1) << "a fault: EIP is at the instruction";
}

TEST_F(DeliveryTest, Ring0MayRaiseAnyVector) {
  const Trap trap = m.run_code({0xcd, 0x21});
  ASSERT_EQ(m.deliver(trap), Delivered::kYes);
  expect_at_handler(0x21);
  EXPECT_EQ(frame(0), BareCpu::kCodeVa + 2);
}

TEST_F(DeliveryTest, Int3AndIntoFromRing3AreTraps) {
  Trap trap = run_user_code({0xcc});
  ASSERT_EQ(m.deliver(trap), Delivered::kYes);
  expect_at_handler(vector::kBreakpoint);
  EXPECT_EQ(frame(0), kUserCode + 1);
  m.put(kUserCode, {0xb0, 0x7f, 0x04, 0x01, 0xce});  // mov al,127; add al,1; into
  trap = m.run_user(user());
  ASSERT_EQ(m.deliver(trap), Delivered::kYes);
  expect_at_handler(vector::kOverflow);
  EXPECT_EQ(frame(0), kUserCode + 5);
}

TEST_F(DeliveryTest, APrivilegedInstructionInRing3IsGeneralProtection) {
  for (const unsigned opcode : {0xf4u, 0xfau, 0xfbu}) {  // hlt, cli, sti
    BareCpu fresh;
    fresh.page(kUserCode, BareCpu::kUserRw);
    fresh.put(kUserCode, {opcode});
    const Trap trap = fresh.run_user(user());
    EXPECT_EQ(trap.vector, vector::kGeneralProtection) << opcode;
    EXPECT_EQ(trap.error_code, 0u);
  }
}

struct ErrorRow {
  const char* name;
  std::vector<unsigned> code;
  unsigned vector;
  std::uint32_t error_code;
};
class ErrorCodeTest : public testing::TestWithParam<ErrorRow> {};

TEST_P(ErrorCodeTest, IsPushed) {
  const ErrorRow& row = GetParam();
  BareCpu m;
  std::uint32_t at = BareCpu::kCodeVa;
  for (const unsigned byte : row.code) m.put(at++, {byte});
  const Trap trap = m.run_ring0(BareCpu::start());
  ASSERT_EQ(trap.kind, Kind::kException);
  EXPECT_EQ(trap.vector, row.vector);
  EXPECT_EQ(trap.error_code, row.error_code);
  ASSERT_EQ(m.deliver(trap), Delivered::kYes);
  EXPECT_EQ(m.word(m.cpu->registers().esp), row.error_code);
}

// Each begins with mov eax,selector (5 bytes) where it needs one.
INSTANTIATE_TEST_SUITE_P(
    All, ErrorCodeTest,
    testing::Values(ErrorRow{"GpBeyondTheGdt", {0xb8, 0x03, 0x10, 0, 0, 0x8e, 0xd8}, 13, 0x1000},
                    ErrorRow{"GpCodeSegmentAsStack", {0xb8, 0x60, 0, 0, 0, 0x8e, 0xd0}, 13, 0x60},
                    ErrorRow{"GpNullStack", {0xb8, 0, 0, 0, 0, 0x8e, 0xd0}, 13, 0},
                    ErrorRow{"GpLdt", {0xb8, 0x0c, 0, 0, 0, 0x8e, 0xd8}, 13, 0x0c},
                    ErrorRow{"NpDataSegment", {0xb8, 0xe0, 0, 0, 0, 0x8e, 0xd8}, 11, 0xe0},
                    ErrorRow{"GpFarJumpToData", {0xea, 0, 0, 0, 0, 0x68, 0}, 13, 0x68}),
    [](const auto& row) { return std::string(row.param.name); });

TEST_F(DeliveryTest, VectorsWithoutAnErrorCodePushNone) {
  for (const unsigned v : {0u, 1u, 3u, 4u, 5u, 6u, 7u, 9u, 16u, 18u, 19u, 32u, 255u}) {
    const Registers r = BareCpu::start();
    m.cpu->set_registers_ring0(r);
    ASSERT_EQ(m.deliver({.kind = Kind::kException, .vector = v}), Delivered::kYes);
    EXPECT_EQ(m.cpu->registers().esp, r.esp - 12) << v;
  }
  for (const unsigned v : {8u, 10u, 11u, 12u, 13u, 14u, 17u}) {
    const Registers r = BareCpu::start();
    m.cpu->set_registers_ring0(r);
    ASSERT_EQ(m.deliver({.kind = Kind::kException, .vector = v}), Delivered::kYes);
    EXPECT_EQ(m.cpu->registers().esp, r.esp - 16) << v;
  }
}

TEST_F(DeliveryTest, ABadGateIsGeneralProtectionNamingIt) {
  m.set_gate(6, BareCpu::handler(6), 0x0e00);  // not present: #NP with the IDT bit and EXT
  ASSERT_EQ(m.deliver(m.run_code({0x0f, 0x0b})), Delivered::kYes);
  expect_at_handler(11);
  EXPECT_EQ(frame(0), 6u * 8 + 3);
  m.set_gate(6, BareCpu::handler(6), 0x8200);  // no gate at all
  ASSERT_EQ(m.deliver(m.run_code({0x0f, 0x0b})), Delivered::kYes);
  expect_at_handler(13);
  EXPECT_EQ(frame(0), 6u * 8 + 3);
}

TEST_F(DeliveryTest, AnUnmappedStackIsADoubleFaultAndThenATripleFault) {
  Registers r = BareCpu::start();
  r.esp = kWindow + 0x800;
  const Trap trap = m.run_code({0x0f, 0x0b}, r);
  EXPECT_EQ(m.deliver(trap), Delivered::kTripleFault);
  EXPECT_EQ(m.cpu->registers().eip, r.eip);
  EXPECT_EQ(m.cpu->registers().esp, r.esp);
}

TEST_F(DeliveryTest, AContributoryFaultWhileDeliveringAnotherIsADoubleFault) {
  m.set_gate(13, 0, 0);
  const Trap trap = m.run_code({0xb8, 0x03, 0x10, 0, 0, 0x8e, 0xd8});
  ASSERT_EQ(m.deliver(trap), Delivered::kYes);
  expect_at_handler(vector::kDoubleFault);
  EXPECT_EQ(frame(0), 0u);
  EXPECT_EQ(frame(1), BareCpu::kCodeVa + 5);
}

TEST_F(DeliveryTest, AnUnmappedIdtIsATripleFault) {
  const std::uint32_t idt = kWindow;
  m.put_word(BareCpu::kCodeVa + 0x100, 0x7ff | (idt << 16));
  m.put_word(BareCpu::kCodeVa + 0x104, idt >> 16);
  m.put(BareCpu::kCodeVa, {0x0f, 0x01, 0x1d});  // lidt
  m.put_word(BareCpu::kCodeVa + 3, BareCpu::kCodeVa + 0x100);
  m.put(BareCpu::kCodeVa + 7, {0x0f, 0x0b});
  const Trap trap = m.run_ring0(BareCpu::start());
  ASSERT_EQ(trap.vector, vector::kInvalidOpcode);
  EXPECT_EQ(m.deliver(trap), Delivered::kTripleFault);
}

TEST_F(DeliveryTest, AVectorBeyondTheIdtLimitHasNoGate) {
  m.put_word(BareCpu::kCodeVa + 0x100, (16 * 8 - 1) | (BareCpu::kIdtVa << 16));
  m.put_word(BareCpu::kCodeVa + 0x104, BareCpu::kIdtVa >> 16);
  m.put(BareCpu::kCodeVa, {0x0f, 0x01, 0x1d});
  m.put_word(BareCpu::kCodeVa + 3, BareCpu::kCodeVa + 0x100);
  m.put(BareCpu::kCodeVa + 7, {0xcd, 0x80});
  const Trap trap = m.run_ring0(BareCpu::start());
  ASSERT_EQ(trap.kind, Kind::kSoftwareInt);
  ASSERT_EQ(m.deliver(trap), Delivered::kYes);
  expect_at_handler(vector::kGeneralProtection);
  EXPECT_EQ(frame(0), 0x80u * 8 + 2);
  EXPECT_EQ(frame(1), BareCpu::kCodeVa + 7);
}

TEST_F(DeliveryTest, APageFaultOnTheKernelStackFromRing3IsAPageFaultOfTheSupervisor) {
  // The TSS names an unmapped stack: #DE is contributory, the page fault is served after it, and
  // its own frame meets the same page: a double fault, then a triple fault.
  m.put_word(BareCpu::kTssVa + 4, kWindow + 0x1000);
  const Trap trap = run_user_code({0x31, 0xc9, 0xf7, 0xf1});
  EXPECT_EQ(m.deliver(trap), Delivered::kTripleFault);
}

TEST_F(DeliveryTest, TenThousandDemandFaultsInOneRun) {
  // mov [ebx],ebx; add ebx,4096; dec ecx; jnz; hlt
  constexpr unsigned kCount = 10'000;
  const auto slots = 512u;  // the pages are unmapped again as the run goes on
  Registers r = BareCpu::start();
  r.ebx = kWindow;
  r.ecx = kCount;
  unsigned faults = 0;
  Trap trap =
      m.run_code({0x89, 0x1b, 0x81, 0xc3, 0x00, 0x10, 0x00, 0x00, 0x49, 0x75, 0xf5, 0xf4}, r);
  for (; trap.vector == vector::kPageFault && trap.kind == Kind::kException; trap = m.cpu->run()) {
    ASSERT_EQ(trap.address.raw(), kWindow + faults * kPageSize);
    ASSERT_EQ(trap.error_code, 2u);
    ASSERT_EQ(m.deliver(trap), Delivered::kYes);
    ASSERT_TRUE(m.tables.map(page_floor(trap.address), phys_of(Pfn(0x800 + faults % slots)),
                             Pages(1), BareCpu::kRw));
    Registers back = m.cpu->registers();
    ASSERT_EQ(back.cr2, trap.address.raw());
    back.eip = BareCpu::kIretVa;
    back.esp += 4;
    m.cpu->set_registers(back);
    ++faults;
  }
  EXPECT_EQ(trap.kind, Kind::kHalted);
  EXPECT_EQ(faults, kCount);
  EXPECT_EQ(m.cpu->registers().esp, r.esp);
}

TEST_F(DeliveryTest, ARepeatedStringInstructionGoesOnWhereItFaulted) {
  std::byte* source = m.page(kWindow, BareCpu::kRw);
  for (unsigned i = 0; i < kPageSize; ++i) source[i] = static_cast<std::byte>(i * 7);
  Registers r = BareCpu::start();
  r.esi = kWindow;
  r.edi = 0x00900ff0;
  r.ecx = 0x800;
  Trap trap = m.run_code({0xf3, 0xa4, 0xf4}, r);
  unsigned faults = 0;
  for (; trap.vector == vector::kPageFault && trap.kind == Kind::kException; trap = m.cpu->run()) {
    ASSERT_LT(++faults, 4u);
    m.page(trap.address.raw(), BareCpu::kRw);
  }
  EXPECT_EQ(faults, 2u);
  EXPECT_EQ(m.cpu->registers().ecx, 0u);
  EXPECT_EQ(m.cpu->registers().edi, 0x009017f0u);
  for (unsigned i = 0; i < 0x800; ++i)
    ASSERT_EQ(*m.host(0x00900ff0 + i), static_cast<std::byte>(i * 7)) << i;
}

TEST_F(DeliveryTest, SingleStepTrapsAfterEachInstruction) {
  Registers r = BareCpu::start();
  r.eflags |= eflags::kTf;
  Trap trap = m.run_code({0x40, 0x43, 0xf4}, r);
  ASSERT_EQ(trap.kind, Kind::kException);
  EXPECT_EQ(trap.vector, vector::kDebug);
  EXPECT_EQ(m.cpu->registers().eip, r.eip + 1);
  ASSERT_EQ(m.deliver(trap), Delivered::kYes);
  expect_at_handler(vector::kDebug);
  EXPECT_EQ(m.cpu->registers().eflags & eflags::kTf, 0u);
  EXPECT_EQ(frame(0), r.eip + 1);
  EXPECT_EQ(frame(2) & eflags::kTf, eflags::kTf);
  Registers back = m.cpu->registers();
  back.eip = BareCpu::kIretVa;
  m.cpu->set_registers(back);
  trap = m.cpu->run();
  EXPECT_EQ(trap.vector, vector::kDebug);
  EXPECT_EQ(m.cpu->registers().eip, r.eip + 2);
  EXPECT_EQ(m.cpu->registers().ebx, 1u);
}

TEST_F(DeliveryTest, AFaultInAHandlerNests) {
  m.put(BareCpu::handler(6), {0xa1, 0x00, 0x00, 0x80, 0x00});  // the #UD handler faults
  const Registers r = BareCpu::start();
  ASSERT_EQ(m.deliver(m.run_code({0x0f, 0x0b}, r)), Delivered::kYes);
  const Trap trap = m.cpu->run();
  EXPECT_EQ(trap.vector, vector::kPageFault);
  ASSERT_EQ(m.deliver(trap), Delivered::kYes);
  expect_at_handler(vector::kPageFault);
  EXPECT_EQ(m.cpu->registers().esp, r.esp - 12 - 16);
  EXPECT_EQ(frame(1), BareCpu::handler(6));
}

TEST_F(DeliveryTest, TheFrameMarksTheStackPageDirty) {
  m.page(kWindow, BareCpu::kRw);
  Registers r = BareCpu::start();
  r.esp = kWindow + 0x800;
  ASSERT_EQ(m.deliver(m.run_code({0x0f, 0x0b}, r)), Delivered::kYes);
  EXPECT_TRUE(m.accessed(kWindow));
  EXPECT_TRUE(m.dirty(kWindow));
}

TEST_F(DeliveryTest, TheCodeSegmentIsThatOfTheGate) {
  // A second ring-0 code segment; code running in it is interrupted into the first.
  const std::uint16_t other = 0xe8;
  m.put_word(BareCpu::kGdtVa + other, 0xffff);
  m.put_word(BareCpu::kGdtVa + other + 4, 0x00cf9b00);
  // ljmp other:next; next: ud2
  m.put(BareCpu::kCodeVa, {0xea});
  m.put_word(BareCpu::kCodeVa + 1, BareCpu::kCodeVa + 7);
  m.put(BareCpu::kCodeVa + 5, {0xe8, 0x00, 0x0f, 0x0b});
  const Trap trap = m.run_ring0(BareCpu::start());
  ASSERT_EQ(trap.vector, vector::kInvalidOpcode);
  ASSERT_EQ(m.cpu->registers().cs, other);
  ASSERT_EQ(m.deliver(trap), Delivered::kYes);
  expect_at_handler(vector::kInvalidOpcode);
  EXPECT_EQ(frame(1), other);
}

}  // namespace
}  // namespace mm32::emu
