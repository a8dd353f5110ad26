// Random instructions at page edges: what mm32's CPU makes of them (walker behind the TLB, decoded
// fault address) against Unicorn's own MMU, whose CR2 is exact. Compared are the outcome, CR2, the
// error code, all registers, and the bytes of the pages and of the tables with their A and D bits.
// MM32_FAULT_CASES says how many cases each mode runs.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <random>

#include "tests/support/bare_cpu.hpp"

namespace mm32::test {
namespace {

using emu::Registers;
using emu::Trap;

constexpr std::uint32_t kWindow = 0x00800000;
constexpr unsigned kWindowPages = 4;
constexpr std::uint32_t kUserCode = 0x00400000;
constexpr std::uint32_t kTables = 4u << 20;  // page tables, and the frames of the pages
constexpr std::uint32_t kFrames = 8u << 20;
constexpr std::uint32_t kComparedBytes = 0x10000;

struct Form {
  const char* name;
  std::vector<unsigned> code;  // the memory operand is [ebx] unless the instruction has its own
};

const std::vector<Form>& forms() {
  static const std::vector<Form> all = {
      {"mov load", {0x8b, 0x03}},
      {"mov store", {0x89, 0x03}},
      {"mov load 16", {0x66, 0x8b, 0x03}},
      {"mov store 8", {0x88, 0x03}},
      {"mov disp8", {0x8b, 0x43, 0x7c}},
      {"mov sib", {0x89, 0x04, 0x4b}},
      {"add store", {0x01, 0x03}},
      {"add load", {0x03, 0x03}},
      {"inc", {0xff, 0x03}},
      {"not", {0xf7, 0x13}},
      {"shl cl", {0xd3, 0x23}},
      {"div", {0xf7, 0x33}},
      {"imul", {0x0f, 0xaf, 0x03}},
      {"push mem", {0xff, 0x33}},
      {"pop mem", {0x8f, 0x03}},
      {"call mem", {0xff, 0x13}},
      {"push", {0x50}},
      {"push 16", {0x66, 0x50}},
      {"push imm8", {0x6a, 0x11}},
      {"pop", {0x58}},
      {"pop esp", {0x5c}},
      {"pusha", {0x60}},
      {"popa", {0x61}},
      {"pushf", {0x9c}},
      {"enter", {0xc8, 0x40, 0x00, 0x00}},
      {"enter nested", {0xc8, 0x10, 0x00, 0x03}},
      {"leave", {0xc9}},
      {"ret imm", {0xc2, 0x08, 0x00}},
      {"call", {0xe8, 0x00, 0x00, 0x00, 0x00}},
      {"xchg", {0x87, 0x03}},
      {"cmpxchg", {0x0f, 0xb1, 0x0b}},
      {"lock xadd", {0xf0, 0x0f, 0xc1, 0x03}},
      {"cmpxchg8b", {0x0f, 0xc7, 0x0b}},
      {"bt", {0x0f, 0xa3, 0x0b}},
      {"bts", {0x0f, 0xab, 0x0b}},
      {"btr 16", {0x66, 0x0f, 0xb3, 0x0b}},
      {"btc imm", {0x0f, 0xba, 0x3b, 0x07}},
      {"xlat", {0xd7}},
      {"movzx", {0x0f, 0xb7, 0x03}},
      {"setc", {0x0f, 0x92, 0x03}},
      {"cmovz", {0x0f, 0x44, 0x03}},
      {"shld", {0x0f, 0xa4, 0x03, 0x05}},
      {"bound", {0x62, 0x03}},
      {"movsb", {0xa4}},
      {"movsd", {0xa5}},
      {"rep movsb", {0xf3, 0xa4}},
      {"rep movsw", {0xf3, 0x66, 0xa5}},
      {"rep movsd", {0xf3, 0xa5}},
      {"rep stosb", {0xf3, 0xaa}},
      {"rep stosd", {0xf3, 0xab}},
      {"rep lodsd", {0xf3, 0xad}},
      {"repe cmpsb", {0xf3, 0xa6}},
      {"repne cmpsd", {0xf2, 0xa7}},
      {"repne scasb", {0xf2, 0xae}},
      {"fld m32", {0xd9, 0x03}},
      {"fld m64", {0xdd, 0x03}},
      {"fld m80", {0xdb, 0x2b}},
      {"fild m64", {0xdf, 0x2b}},
      {"fstcw", {0xd9, 0x3b}},
      {"fs load", {0x64, 0x8b, 0x03}},
      {"sgdt", {0x0f, 0x01, 0x03}},
  };
  return all;
}

struct Case {
  const Form* form;
  Registers registers;
  std::array<PteFlags, kWindowPages> pages;  // kNone: absent
  bool user;
};

struct Result {
  Trap trap;
  Registers registers;
  std::vector<std::byte> memory;
};

class FaultDifferentialTest : public testing::TestWithParam<PagingMode> {
 protected:
  std::mt19937 random{20260711};

  std::uint32_t pick(std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); }
  // An address near an edge of one of the window's pages.
  std::uint32_t edge() {
    return kWindow + (1 + pick(kWindowPages - 1)) * kPageSize - 16 + pick(32);
  }
  Case make_case() {
    static constexpr PteFlags kKinds[] = {PteFlags::kNone, BareCpu::kRo,     BareCpu::kRw,
                                          BareCpu::kRw,    BareCpu::kUserRo, BareCpu::kUserRw,
                                          BareCpu::kUserRw};
    Case c{};
    c.form = &forms()[pick(static_cast<std::uint32_t>(forms().size()))];
    for (PteFlags& page : c.pages) page = kKinds[pick(std::size(kKinds))];
    c.user = pick(2) == 0;
    Registers& r = c.registers;
    r.eax = static_cast<std::uint32_t>(random());
    r.ebx = edge();
    r.ecx = pick(4) == 0 ? static_cast<std::uint32_t>(random()) % 64 - 32 : pick(40);
    r.edx = static_cast<std::uint32_t>(random());
    r.esp = edge();
    r.ebp = edge();
    r.esi = edge();
    r.edi = edge();
    r.eip = c.user ? kUserCode : BareCpu::kCodeVa;
    r.eflags = emu::eflags::kReserved1 | (pick(3) == 0 ? 0x400 : 0) | (random() & 0x8d5);
    return c;
  }
};

// One machine for a case, always built alike, so that two of them have the same bytes in RAM.
std::unique_ptr<BareCpu> machine_for(const Case& c, PagingMode mode) {
  auto m = std::make_unique<BareCpu>(mode);
  m->page(kUserCode, BareCpu::kUserRo);
  std::mt19937 fill(7);
  for (unsigned i = 0; i < kWindowPages; ++i) {
    if (c.pages[i] == PteFlags::kNone) continue;
    std::byte* page = m->page(kWindow + i * kPageSize, c.pages[i]);
    for (unsigned b = 0; b < kPageSize; ++b) page[b] = static_cast<std::byte>(fill());
  }
  std::uint32_t at = c.registers.eip;
  for (const unsigned byte : c.form->code) m->put(at++, {byte});
  m->put(at, {0xf4});  // in ring 3 a #GP
  return m;
}

std::vector<std::byte> compared(const BareCpu& m) {
  std::vector<std::byte> bytes(2 * kComparedBytes);
  std::memcpy(bytes.data(), m.ram.base() + kTables, kComparedBytes);
  std::memcpy(bytes.data() + kComparedBytes, m.ram.base() + kFrames, kComparedBytes);
  return bytes;
}

Result run_ours(const Case& c, PagingMode mode) {
  const auto m = machine_for(c, mode);
  Result result;
  result.trap = c.user ? m->run_user(c.registers) : m->run_ring0(c.registers);
  if (result.trap.kind == Trap::Kind::kException && result.trap.vector == emu::vector::kPageFault)
    m->cpu->set_cr2(result.trap.address);
  result.registers = m->cpu->registers();
  result.memory = compared(*m);
  return result;
}

struct Seen {
  int vector = -1;
};

// The same on an engine that walks the tables itself.
Result run_oracle(const Case& c, PagingMode mode) {
  const auto m = machine_for(c, mode);
  const auto ranges = BareCpu::whole_ram();
  emu::Engine engine = std::move(*emu::Engine::create(m->ram, ranges, mode, {}));
  uc_ctl_tlb_mode(engine.raw(), UC_TLB_CPU);
  Seen seen;
  uc_hook hook = 0;
  const auto on_interrupt = +[](uc_engine* uc, std::uint32_t vector, void* data) {
    static_cast<Seen*>(data)->vector = static_cast<int>(vector);
    uc_emu_stop(uc);
  };
  uc_hook_add(engine.raw(), &hook, UC_HOOK_INTR, reinterpret_cast<void*>(on_interrupt), &seen, 1,
              0);
  const emu::Cpu::Tables tables = m->descriptor_tables();
  const std::uint32_t pae = mode == PagingMode::kPae ? emu::cr4::kPae : 0;
  engine.write(UC_X86_REG_CR4, emu::cr4::kPse | emu::cr4::kPge | pae);
  engine.write(UC_X86_REG_CR3, static_cast<std::uint32_t>(m->tables.root().raw()));
  engine.write(UC_X86_REG_CR0, 0x80050033);
  engine.write_table(UC_X86_REG_GDTR, 0, tables.gdt.raw(), tables.gdt_limit, 0);
  engine.write_table(UC_X86_REG_IDTR, 0, tables.idt.raw(), tables.idt_limit, 0);
  engine.write_table(UC_X86_REG_TR, tables.tss_selector, tables.tss.raw(), 103, 0x8900);
  engine.write(UC_X86_REG_CS, tables.code_selector);
  engine.write(UC_X86_REG_SS, tables.stack_selector);
  engine.write(UC_X86_REG_DS, tables.data_selector);
  engine.write(UC_X86_REG_ES, tables.data_selector);
  engine.write(UC_X86_REG_FS, tables.fs_selector);
  engine.write(UC_X86_REG_GS, 0);
  engine.write_general(c.user ? m->user_entry(c.registers) : c.registers);
  const uc_err error = uc_emu_start(engine.raw(), engine.read(UC_X86_REG_EIP), 0, 0, 0);
  Result result;
  result.registers = engine.read_all();
  if (seen.vector >= 0) {
    result.trap.kind = Trap::Kind::kException;
    result.trap.vector = static_cast<unsigned>(seen.vector);
    result.trap.address = VirtAddr(result.registers.cr2);
  } else {
    result.trap.kind = error == UC_ERR_OK ? Trap::Kind::kHalted : Trap::Kind::kEngineFault;
  }
  result.memory = compared(*m);
  return result;
}

void expect_equal(const Result& ours, const Result& oracle) {
  ASSERT_EQ(ours.trap.kind, oracle.trap.kind);
  ASSERT_EQ(ours.trap.vector, oracle.trap.vector);
  if (oracle.trap.vector == emu::vector::kPageFault) {
    EXPECT_EQ(ours.trap.address, oracle.trap.address)
        << std::hex << ours.trap.address.raw() << " not " << oracle.trap.address.raw();
  }
  const Registers& a = ours.registers;
  const Registers& b = oracle.registers;
  EXPECT_EQ(a.eip, b.eip);
  EXPECT_EQ(a.esp, b.esp);
  EXPECT_EQ(a.ebp, b.ebp);
  EXPECT_EQ(a.eax, b.eax);
  EXPECT_EQ(a.ebx, b.ebx);
  EXPECT_EQ(a.ecx, b.ecx);
  EXPECT_EQ(a.edx, b.edx);
  EXPECT_EQ(a.esi, b.esi);
  EXPECT_EQ(a.edi, b.edi);
  EXPECT_EQ(a.eflags, b.eflags);
  EXPECT_EQ(a.cs, b.cs);
  const auto differ = std::ranges::mismatch(ours.memory, oracle.memory);
  EXPECT_TRUE(differ.in1 == ours.memory.end())
      << "compared byte " << std::hex << differ.in1 - ours.memory.begin();
}

TEST_P(FaultDifferentialTest, RandomInstructionsFaultAsOnTheChip) {
  const char* wanted = std::getenv("MM32_FAULT_CASES");
  const unsigned cases = wanted != nullptr ? static_cast<unsigned>(std::atoi(wanted)) : 150;
  unsigned page_faults = 0;
  for (unsigned i = 0; i < cases && !HasFailure(); ++i) {
    const Case c = make_case();
    SCOPED_TRACE(testing::Message()
                 << "case " << i << ": " << c.form->name << (c.user ? ", ring 3" : ", ring 0")
                 << std::hex << ", ebx " << c.registers.ebx << " ecx " << c.registers.ecx << " esp "
                 << c.registers.esp << " ebp " << c.registers.ebp << " esi " << c.registers.esi
                 << " edi " << c.registers.edi << " eflags " << c.registers.eflags << ", pages "
                 << raw(c.pages[0]) << ' ' << raw(c.pages[1]) << ' ' << raw(c.pages[2]) << ' '
                 << raw(c.pages[3]));
    const Result ours = run_ours(c, GetParam());
    page_faults +=
        ours.trap.kind == Trap::Kind::kException && ours.trap.vector == emu::vector::kPageFault;
    expect_equal(ours, run_oracle(c, GetParam()));
  }
  EXPECT_GT(page_faults, cases / 8);
}

INSTANTIATE_TEST_SUITE_P(Modes, FaultDifferentialTest,
                         testing::Values(PagingMode::kTwoLevel, PagingMode::kPae),
                         [](const auto& mode) {
                           return mode.param == PagingMode::kPae ? "Pae" : "TwoLevel";
                         });

}  // namespace
}  // namespace mm32::test
