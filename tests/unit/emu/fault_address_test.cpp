// CR2 to the byte, error code, and registers of the instruction boundary, instruction by
// instruction. Each row runs alone on two adjacent pages of which one may be absent:
//
//   0x00800000  kLow    |  0x00801000  kHigh
#include "emu/cpu/fault_address.hpp"

#include <gtest/gtest.h>

#include "tests/support/bare_cpu.hpp"

namespace mm32::emu {
namespace {

using test::BareCpu;

constexpr std::uint32_t kLow = 0x00800000;
constexpr std::uint32_t kHigh = kLow + kPageSize;
constexpr std::uint32_t kFsBase = 0x00100000;

enum class Absent : std::uint8_t { kNone, kFirst, kSecond, kBoth, kSecondReadOnly };

struct Row {
  const char* name;
  std::vector<unsigned> code;
  Registers before;  // what the row needs; EIP, EFLAGS and unset ESP are filled in
  Absent absent;
  std::uint32_t cr2;  // 0: no fault expected
  std::uint32_t error_code;
  std::uint32_t ecx_after = 0;  // of interrupted string instructions
  std::uint32_t eflags = eflags::kReserved1;
};

constexpr std::uint32_t kRead = 0;
constexpr std::uint32_t kWrite = 2;
constexpr std::uint32_t kProtectedWrite = 3;
constexpr std::uint32_t kDf = 1u << 10;

Registers regs(std::uint32_t ebx, std::uint32_t ecx = 0) {
  Registers r{};
  r.ebx = ebx;
  r.ecx = ecx;
  return r;
}
Registers stack(std::uint32_t esp, std::uint32_t ebp = 0) {
  Registers r{};
  r.esp = esp;
  r.ebp = ebp;
  return r;
}
Registers strings(std::uint32_t esi, std::uint32_t edi, std::uint32_t ecx) {
  Registers r{};
  r.esi = esi;
  r.edi = edi;
  r.ecx = ecx;
  return r;
}

std::ostream& operator<<(std::ostream& out, const Row& row) { return out << row.name; }

class FaultAddressTest : public testing::TestWithParam<Row> {};

TEST_P(FaultAddressTest, IsExact) {
  const Row& row = GetParam();
  BareCpu m(PagingMode::kTwoLevel, kFsBase);
  if (row.absent != Absent::kFirst && row.absent != Absent::kBoth) m.page(kLow, BareCpu::kRw);
  if (row.absent == Absent::kNone || row.absent == Absent::kFirst) m.page(kHigh, BareCpu::kRw);
  if (row.absent == Absent::kSecondReadOnly) m.page(kHigh, BareCpu::kRo);
  Registers r = row.before;
  r.eip = BareCpu::kCodeVa;
  r.eflags = row.eflags;
  if (r.esp == 0) r.esp = BareCpu::start().esp;
  std::uint32_t at = r.eip;
  for (const unsigned byte : row.code) m.put(at++, {byte});
  m.put(at, {0xf4});
  const Trap trap = m.run_ring0(r);
  const Registers after = m.cpu->registers();
  if (row.cr2 == 0) {
    EXPECT_EQ(trap.kind, Trap::Kind::kHalted) << trap.vector << " at " << trap.address.raw();
    return;
  }
  ASSERT_EQ(trap.kind, Trap::Kind::kException);
  ASSERT_EQ(trap.vector, vector::kPageFault);
  EXPECT_EQ(trap.address.raw(), row.cr2) << std::hex << trap.address.raw();
  EXPECT_EQ(trap.error_code, row.error_code);
  EXPECT_EQ(after.eip, r.eip);
  EXPECT_EQ(after.esp, r.esp);
  EXPECT_EQ(after.ebp, r.ebp);
  EXPECT_EQ(after.ebx, r.ebx);
  EXPECT_EQ(after.ecx, row.ecx_after != 0 ? row.ecx_after : r.ecx);
}

std::string row_name(const testing::TestParamInfo<Row>& info) {
  std::string name = info.param.name;
  for (char& c : name)
    if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
  return std::to_string(info.index) + "_" + name;
}

INSTANTIATE_TEST_SUITE_P(
    Moves, FaultAddressTest,
    testing::Values(
        Row{"mov eax,[ebx]", {0x8b, 0x03}, regs(kLow + 0x123), Absent::kBoth, kLow + 0x123, kRead},
        Row{"mov [ebx],eax", {0x89, 0x03}, regs(kLow + 0x123), Absent::kBoth, kLow + 0x123, kWrite},
        Row{"mov [ebx],al at the last byte",
            {0x88, 0x03},
            regs(kHigh - 1),
            Absent::kFirst,
            kHigh - 1,
            kWrite},
        Row{"load across, second absent",
            {0x8b, 0x03},
            regs(kHigh - 1),
            Absent::kSecond,
            kHigh,
            kRead},
        Row{"load across, first absent",
            {0x8b, 0x03},
            regs(kHigh - 1),
            Absent::kFirst,
            kHigh - 1,
            kRead},
        Row{"store across, second absent",
            {0x89, 0x03},
            regs(kHigh - 3),
            Absent::kSecond,
            kHigh,
            kWrite},
        Row{"store across, first absent",
            {0x89, 0x03},
            regs(kHigh - 3),
            Absent::kFirst,
            kHigh - 3,
            kWrite},
        Row{"store across, second read-only",
            {0x89, 0x03},
            regs(kHigh - 2),
            Absent::kSecondReadOnly,
            kHigh,
            kProtectedWrite},
        Row{"word store to the edge touches one page",
            {0x66, 0x89, 0x03},
            regs(kHigh - 2),
            Absent::kSecond,
            0,
            0},
        Row{"base, index, scale, displacement",
            {0x8b, 0x44, 0x8b, 0x10},
            regs(kLow, 4),
            Absent::kBoth,
            kLow + 0x20,
            kRead},
        Row{"negative index",
            {0x8b, 0x04, 0x8b},
            regs(kLow + 0x40, ~0u),
            Absent::kBoth,
            kLow + 0x3c,
            kRead},
        Row{"moffs", {0xa1, 0x44, 0x00, 0x80, 0x00}, regs(0), Absent::kBoth, kLow + 0x44, kRead},
        Row{"moffs store",
            {0xa2, 0x44, 0x00, 0x80, 0x00},
            regs(0),
            Absent::kBoth,
            kLow + 0x44,
            kWrite},
        Row{"FS-relative",
            {0x64, 0xa1, 0x10, 0x00, 0x70, 0x00},
            regs(0),
            Absent::kBoth,
            kLow + 0x10,
            kRead},
        Row{"FS-relative with base",
            {0x64, 0x89, 0x03},
            regs(kLow - kFsBase + 8),
            Absent::kBoth,
            kLow + 8,
            kWrite},
        Row{"16-bit addressing",
            {0x67, 0x8b, 0x07},
            regs(0x12345678),
            Absent::kBoth,
            0x5678,
            kRead},
        Row{"add [ebx],eax loads first",
            {0x01, 0x03},
            regs(kLow + 5),
            Absent::kBoth,
            kLow + 5,
            kRead},
        // The engine does not ask for write access first when it locks; a chip does.
        Row{"lock add", {0xf0, 0x01, 0x03}, regs(kLow + 4), Absent::kBoth, kLow + 4, kRead},
        Row{"xchg", {0x87, 0x03}, regs(kLow + 4), Absent::kBoth, kLow + 4, kRead},
        Row{"movzx", {0x0f, 0xb6, 0x03}, regs(kLow + 7), Absent::kBoth, kLow + 7, kRead},
        Row{"xlat", {0xd7}, regs(kLow + 0x30), Absent::kBoth, kLow + 0x30, kRead},
        Row{"lea touches nothing", {0x8d, 0x03}, regs(kLow), Absent::kBoth, 0, 0},
        Row{"cmpxchg8b", {0x0f, 0xc7, 0x0b}, regs(kLow + 0x18), Absent::kBoth, kLow + 0x18, kRead},
        Row{"cmpxchg8b across", {0x0f, 0xc7, 0x0b}, regs(kHigh - 4), Absent::kSecond, kHigh, kRead},
        Row{"fld m80 across", {0xdb, 0x2b}, regs(kHigh - 6), Absent::kSecond, kHigh, kRead},
        Row{"fstp m80 across", {0xd9, 0xee, 0xdb, 0x3b}, regs(kLow), Absent::kNone, 0, 0}),
    row_name);

INSTANTIATE_TEST_SUITE_P(
    Bits, FaultAddressTest,
    testing::Values(
        Row{"bt, bit 100", {0x0f, 0xa3, 0x0b}, regs(kLow, 100), Absent::kBoth, kLow + 12, kRead},
        Row{"bt, bit -1", {0x0f, 0xa3, 0x0b}, regs(kHigh, ~0u), Absent::kFirst, kHigh - 4, kRead},
        Row{"bts, bit -33",
            {0x0f, 0xab, 0x0b},
            regs(kHigh, 0u - 33),
            Absent::kFirst,
            kHigh - 8,
            kRead},
        Row{"bts, next page",
            {0x0f, 0xab, 0x0b},
            regs(kHigh - 4, 32),
            Absent::kSecond,
            kHigh,
            kRead},
        Row{"16-bit bt, bit -1",
            {0x66, 0x0f, 0xa3, 0x0b},
            regs(kHigh, 0xffff),
            Absent::kFirst,
            kHigh - 2,
            kRead},
        Row{"16-bit bt, bit 100",
            {0x66, 0x0f, 0xa3, 0x0b},
            regs(kLow, 100),
            Absent::kBoth,
            kLow + 12,
            kRead},
        Row{"bt immediate stays in its word",
            {0x0f, 0xba, 0x23, 0xff},
            regs(kHigh - 4),
            Absent::kSecond,
            0,
            0}),
    row_name);

INSTANTIATE_TEST_SUITE_P(
    Stack, FaultAddressTest,
    testing::Values(
        Row{"push", {0x50}, stack(kHigh), Absent::kFirst, kHigh - 4, kWrite},
        Row{"push across", {0x50}, stack(kHigh + 2), Absent::kSecond, kHigh, kWrite},
        Row{"push 16", {0x66, 0x50}, stack(kHigh), Absent::kFirst, kHigh - 2, kWrite},
        Row{"push imm", {0x68, 1, 2, 3, 4}, stack(kHigh), Absent::kFirst, kHigh - 4, kWrite},
        Row{"pushf", {0x9c}, stack(kHigh), Absent::kFirst, kHigh - 4, kWrite},
        Row{"pop", {0x58}, stack(kHigh - 4), Absent::kFirst, kHigh - 4, kRead},
        Row{"pop across", {0x58}, stack(kHigh - 1), Absent::kSecond, kHigh, kRead},
        Row{"call", {0xe8, 0, 0, 0, 0}, stack(kHigh), Absent::kFirst, kHigh - 4, kWrite},
        Row{"ret", {0xc3}, stack(kLow + 8), Absent::kBoth, kLow + 8, kRead},
        Row{"ret 16", {0xc2, 0x10, 0x00}, stack(kLow + 8), Absent::kBoth, kLow + 8, kRead},
        Row{"enter", {0xc8, 0x20, 0x00, 0x00}, stack(kHigh), Absent::kFirst, kHigh - 4, kWrite},
        Row{"leave", {0xc9}, stack(kHigh - 8, kLow + 0x10), Absent::kFirst, kLow + 0x10, kRead},
        // The engine stores from EDI upwards.
        Row{"pusha across", {0x60}, stack(kHigh + 12), Absent::kFirst, kHigh - 20, kWrite},
        // The fourth word is that of ESP, which POPA skips (SDM vol. 2, POPA).
        Row{"popa across", {0x61}, stack(kHigh - 12), Absent::kSecond, kHigh + 4, kRead},
        Row{"iret", {0xcf}, stack(kLow + 4), Absent::kBoth, kLow + 4, kRead}),
    row_name);

INSTANTIATE_TEST_SUITE_P(
    Strings, FaultAddressTest,
    testing::Values(
        Row{"rep movsd up, source ends",
            {0xf3, 0xa5},
            strings(kHigh - 16, kLow, 10),
            Absent::kSecond,
            kHigh,
            kRead,
            6},
        Row{"rep movsd up, destination ends",
            {0xf3, 0xa5},
            strings(kLow, kHigh - 16, 10),
            Absent::kSecond,
            kHigh,
            kWrite,
            6},
        Row{"rep movsb down, source ends",
            {0xf3, 0xa4},
            strings(kHigh + 3, kHigh + 0x800, 10),
            Absent::kFirst,
            kHigh - 1,
            kRead,
            6,
            eflags::kReserved1 | kDf},
        Row{"rep stosd down",
            {0xf3, 0xab},
            strings(0, kHigh + 8, 10),
            Absent::kFirst,
            kHigh - 4,
            kWrite,
            7,
            eflags::kReserved1 | kDf},
        Row{"rep stosd up, straddling",
            {0xf3, 0xab},
            strings(0, kHigh - 10, 10),
            Absent::kSecond,
            kHigh,
            kWrite,
            8},
        Row{"rep stosb to a read-only page",
            {0xf3, 0xaa},
            strings(0, kHigh - 2, 10),
            Absent::kSecondReadOnly,
            kHigh,
            kProtectedWrite,
            8},
        Row{"repe cmpsb, second operand ends",
            {0xf3, 0xa6},
            strings(kLow, kHigh - 5, 10),
            Absent::kSecond,
            kHigh,
            kRead,
            5},
        Row{"repe cmpsb, first operand ends",
            {0xf3, 0xa6},
            strings(kHigh - 5, kLow, 10),
            Absent::kSecond,
            kHigh,
            kRead,
            5},
        Row{"repe scasb",
            {0xf3, 0xae},
            strings(0, kHigh - 3, 10),
            Absent::kSecond,
            kHigh,
            kRead,
            7},
        Row{"rep lodsd", {0xf3, 0xad}, strings(kHigh - 8, 0, 10), Absent::kSecond, kHigh, kRead, 8},
        Row{"movsd, source straddles",
            {0xa5},
            strings(kHigh - 2, kLow, 1),
            Absent::kSecond,
            kHigh,
            kRead},
        Row{"rep with count 0 touches nothing",
            {0xf3, 0xa5},
            strings(kHigh, kHigh, 0),
            Absent::kSecond,
            0,
            0}),
    row_name);

class FetchTest : public testing::Test {
 protected:
  BareCpu m;
};

TEST_F(FetchTest, AcrossAPageEdgeNamesTheSecondPageAndTheInstruction) {
  m.page(kLow, BareCpu::kRw);
  // Three incs, then mov eax,imm32 of which one byte lies on the first page.
  m.put(kHigh - 4, {0x40, 0x40, 0x40, 0xb8});
  Trap trap = m.run_ring0(BareCpu::start(kHigh - 4));
  EXPECT_EQ(trap.vector, vector::kPageFault);
  EXPECT_EQ(trap.address.raw(), kHigh);
  EXPECT_EQ(trap.error_code, 0u);
  EXPECT_EQ(m.cpu->registers().eip, kHigh - 1);
  EXPECT_EQ(m.cpu->registers().eax, 3u);
  EXPECT_EQ(m.cpu->registers().eflags & eflags::kTf, 0u);
  m.page(kHigh, BareCpu::kRw);
  m.put(kHigh, {1, 2, 3, 4, 0xf4});
  trap = m.cpu->run();
  EXPECT_EQ(trap.kind, Trap::Kind::kHalted);
  EXPECT_EQ(m.cpu->registers().eax, 0x04030201u);
}

TEST_F(FetchTest, AheadOfAnInstructionThatNeverRunsIsNoFault) {
  m.page(kLow, BareCpu::kRw);
  // The division faults before control reaches the instruction that crosses.
  m.put(kHigh - 5, {0x31, 0xc9, 0xf7, 0xf1, 0xb8});
  const Trap trap = m.run_ring0(BareCpu::start(kHigh - 5));
  EXPECT_EQ(trap.vector, vector::kDivideError);
  EXPECT_EQ(m.cpu->registers().eip, kHigh - 3);
}

TEST_F(FetchTest, RunningOffTheEndOfAPage) {
  m.page(kLow, BareCpu::kRw);
  m.put(kHigh - 2, {0x40, 0x40});
  const Trap trap = m.run_ring0(BareCpu::start(kHigh - 2));
  EXPECT_EQ(trap.address.raw(), kHigh);
  EXPECT_EQ(m.cpu->registers().eip, kHigh);
  EXPECT_EQ(m.cpu->registers().eax, 2u);
}

TEST_F(FetchTest, OfAnUnmappedAddressIsTheTarget) {
  const Trap trap = m.run_code({0xe9, 0x10, 0x20, 0x00, 0x00 + 0x30});
  EXPECT_EQ(trap.vector, vector::kPageFault);
  EXPECT_EQ(trap.address.raw(), BareCpu::kCodeVa + 5 + 0x30002010);
  EXPECT_EQ(m.cpu->registers().eip, trap.address.raw());
}

TEST(NoExecuteTest, FetchFromANoExecutePageHasTheInstructionBit) {
  BareCpu m(PagingMode::kPae);
  m.page(kLow, BareCpu::kRw | PteFlags::kNx);
  const Trap trap = m.run_ring0(BareCpu::start(kLow + 0x10));
  EXPECT_EQ(trap.vector, vector::kPageFault);
  EXPECT_EQ(trap.address.raw(), kLow + 0x10);
  EXPECT_EQ(trap.error_code, 0x11u);
}

}  // namespace
}  // namespace mm32::emu
