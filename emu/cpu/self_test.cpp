#include "emu/cpu/self_test.hpp"

#include <array>
#include <cstring>

namespace mm32::emu {
namespace {

// Scratch frames, all below 64 KB.
constexpr std::uint32_t kDirectory = 0x2000;
constexpr std::uint32_t kPointers = 0x3000;  // PAE only
constexpr std::uint32_t kTable = 0x4000;
constexpr std::uint32_t kGdt = 0x5000;
constexpr std::uint32_t kCode = 0x6000;
constexpr std::uint32_t kData = 0x7000;
constexpr std::uint32_t kScratchEnd = 0x8000;

constexpr std::uint32_t kVa = 0x10000000;  // page 0: code, page 1: data, page 2: GDT
constexpr std::uint32_t kCodeVa = kVa;
constexpr std::uint32_t kDataVa = kVa + 0x1000;
constexpr std::uint32_t kGdtVa = kVa + 0x2000;
constexpr std::uint16_t kCodeSelector = 0x08;
constexpr std::uint16_t kDataSelector = 0x10;
constexpr std::uint32_t kBadSelector = 0x1003;  // beyond the GDT: #GP, error code 0x1000
constexpr std::uint16_t kUserCodeSelector = 0x1b;
constexpr std::uint16_t kUserDataSelector = 0x23;
constexpr std::uint32_t kTableBits = 0x07;
constexpr std::uint64_t kCodeEntry = kCode | 5u;  // ring 3 runs there too
constexpr std::uint64_t kDataEntry = kData | 3u;
constexpr std::uint64_t kGdtEntry = kGdt | 3u;

// Offsets of the code fragments in the code page.
constexpr std::uint32_t kLoad = 0x00;         // mov eax, [data + 4]; hlt
constexpr std::uint32_t kStore = 0x10;        // mov [data + 8], eax; hlt
constexpr std::uint32_t kDivide = 0x20;       // xor ecx, ecx; div ecx
constexpr std::uint32_t kBadSegment = 0x30;   // mov eax, 0x1003; mov ds, ax
constexpr std::uint32_t kSoftwareInt = 0x40;  // int 0x21
constexpr std::uint32_t kToRing3 = 0x50;      // fld1; iret
constexpr std::uint32_t kPrivileged = 0x60;   // cli; fstp dword [data + 12]; hlt
constexpr std::uint32_t kOne = 0x3f800000;

Expected<void> broken(const char* check) {
  return failure(ExitStatus::kInternalFault, std::string("the CPU engine failed its self-test (") +
                                                 check + "); this Unicorn cannot be used");
}

}  // namespace

Expected<void> CpuSelfTest::run() {
  build();
  MM_TRY(check_translation());
  MM_TRY(check_fault_and_restart());
  MM_TRY(check_write_protection());
  MM_TRY(check_exceptions());
  MM_TRY(check_rings());
  clear();
  return {};
}

void CpuSelfTest::put(std::uint32_t pa, std::span<const std::uint8_t> bytes) const {
  std::memcpy(cpu_.ram().base() + pa, bytes.data(), bytes.size());
}

void CpuSelfTest::set_entry(std::uint32_t index, std::uint64_t value) const {
  const std::size_t size = mode_ == PagingMode::kPae ? 8 : 4;
  std::memcpy(cpu_.ram().base() + kTable + index * size, &value, size);
}

std::uint64_t CpuSelfTest::entry(std::uint32_t index) const {
  const std::size_t size = mode_ == PagingMode::kPae ? 8 : 4;
  std::uint64_t value = 0;
  std::memcpy(&value, cpu_.ram().base() + kTable + index * size, size);
  return value;
}

void CpuSelfTest::build() {
  const bool pae = mode_ == PagingMode::kPae;
  const std::uint64_t table = kTable | kTableBits;
  const std::uint64_t directory = kDirectory | 1u;
  if (pae) {
    std::memcpy(cpu_.ram().base() + kPointers, &directory, 8);
    std::memcpy(cpu_.ram().base() + kDirectory + (kVa >> 21) * 8, &table, 8);
  } else {
    std::memcpy(cpu_.ram().base() + kDirectory + (kVa >> 22) * 4, &table, 4);
  }
  set_entry(0, kCodeEntry);
  set_entry(1, kDataEntry);
  set_entry(2, kGdtEntry);
  const std::uint64_t code_descriptor = 0x00cf9b000000ffff;
  const std::uint64_t data_descriptor = 0x00cf93000000ffff;
  std::memcpy(cpu_.ram().base() + kGdt + kCodeSelector, &code_descriptor, 8);
  std::memcpy(cpu_.ram().base() + kGdt + kDataSelector, &data_descriptor, 8);
  const std::uint64_t user_code_descriptor = 0x00cffb000000ffff;
  const std::uint64_t user_data_descriptor = 0x00cff3000000ffff;
  std::memcpy(cpu_.ram().base() + kGdt + (kUserCodeSelector & ~7u), &user_code_descriptor, 8);
  std::memcpy(cpu_.ram().base() + kGdt + (kUserDataSelector & ~7u), &user_data_descriptor, 8);
  put(kCode + kLoad, std::array<std::uint8_t, 6>{0xa1, 0x04, 0x10, 0x00, 0x10, 0xf4});
  put(kCode + kStore, std::array<std::uint8_t, 6>{0xa3, 0x08, 0x10, 0x00, 0x10, 0xf4});
  put(kCode + kDivide, std::array<std::uint8_t, 4>{0x31, 0xc9, 0xf7, 0xf1});
  put(kCode + kBadSegment, std::array<std::uint8_t, 7>{0xb8, 0x03, 0x10, 0x00, 0x00, 0x8e, 0xd8});
  const Cpu::Tables tables{.gdt = VirtAddr(kGdtVa),
                           .gdt_limit = 0xff,
                           .idt = VirtAddr(kGdtVa),
                           .idt_limit = 0,
                           .tss = VirtAddr(kGdtVa),
                           .tss_selector = 0x28,
                           .code_selector = kCodeSelector,
                           .stack_selector = kDataSelector,
                           .data_selector = kDataSelector,
                           .fs_selector = kDataSelector};
  put(kCode + kSoftwareInt, std::array<std::uint8_t, 2>{0xcd, 0x21});
  put(kCode + kToRing3, std::array<std::uint8_t, 3>{0xd9, 0xe8, 0xcf});
  put(kCode + kPrivileged,
      std::array<std::uint8_t, 8>{0xfa, 0xd9, 0x1d, 0x0c, 0x10, 0x00, 0x10, 0xf4});
  cpu_.enter_protected(PhysAddr(pae ? kPointers : kDirectory), tables);
}

Trap CpuSelfTest::run_at(std::uint32_t offset) const {
  Registers r{};
  r.eip = kCodeVa + offset;
  r.eflags = eflags::kReserved1;
  r.eax = 0x5eed;
  cpu_.set_registers(r);
  return cpu_.run();
}

Expected<void> CpuSelfTest::check_translation() {
  const std::uint32_t secret = 0x600df00d;
  std::memcpy(cpu_.ram().base() + kData + 4, &secret, 4);
  const Trap trap = run_at(kLoad);
  if (trap.kind != Trap::Kind::kHalted || cpu_.registers().eax != secret)
    return broken("address translation");
  if ((entry(1) & 0x60) != 0x20) return broken("accessed bit");
  if (run_at(kStore).kind != Trap::Kind::kHalted || (entry(1) & 0x60) != 0x60)
    return broken("dirty bit");
  std::uint32_t stored = 0;
  std::memcpy(&stored, cpu_.ram().base() + kData + 8, 4);
  return stored == 0x5eed ? Expected<void>{} : broken("store");
}

Expected<void> CpuSelfTest::check_fault_and_restart() {
  set_entry(1, 0);
  cpu_.mmu().flush_all();
  Trap trap = run_at(kLoad);
  if (trap.kind != Trap::Kind::kException || trap.vector != vector::kPageFault)
    return broken("page fault");
  if (trap.address.raw() != kDataVa + 4 || cpu_.registers().eip != kCodeVa + kLoad)
    return broken("address of a page fault");
  set_entry(1, kDataEntry);
  trap = cpu_.run();
  if (trap.kind != Trap::Kind::kHalted || cpu_.registers().eax != 0x600df00d)
    return broken("restart after a page fault");
  return {};
}

Expected<void> CpuSelfTest::check_write_protection() {
  set_entry(1, kData | 1u);
  cpu_.mmu().flush_all();
  if (run_at(kLoad).kind != Trap::Kind::kHalted) return broken("read of a read-only page");
  const Trap trap = run_at(kStore);
  if (trap.vector != vector::kPageFault || trap.error_code != 3 ||
      trap.address.raw() != kDataVa + 8)
    return broken("write protection");
  return {};
}

Expected<void> CpuSelfTest::check_exceptions() {
  Engine& engine = cpu_.engine_;
  const auto before = engine.context_bytes();
  if (run_at(kDivide).vector != vector::kDivideError) return broken("divide error");
  const auto after_divide = engine.context_bytes();
  engine.learn_exception_slot(before, after_divide);
  if (!engine.exception_slots_known()) return broken("exception state");
  engine.acknowledge_exception();
  run_at(kBadSegment);
  const auto after_gp = engine.context_bytes();
  engine.learn_error_code_slot(after_divide, after_gp, kBadSelector & ~3u);
  run_at(kSoftwareInt);
  engine.learn_software_interrupt_slot(after_gp, engine.context_bytes());
  if (!engine.software_interrupts_known() || run_at(kSoftwareInt).kind != Trap::Kind::kSoftwareInt)
    return broken("software interrupts");
  engine.learn_cr2_slot();
  cpu_.set_cr2(VirtAddr(0x12345678));
  if (cpu_.registers().cr2 != 0x12345678 || cpu_.registers().cr3 == 0x12345678)
    return broken("CR2");
  cpu_.set_cr2(VirtAddr());
  for (int i = 0; i < 2; ++i) {
    const Trap trap = run_at(kBadSegment);
    if (trap.vector != vector::kGeneralProtection || trap.error_code != (kBadSelector & ~3u))
      return broken("repeated general protection faults");
  }
  return {};
}

// To ring 3 by an iret and back, with a floating-point register full.
Expected<void> CpuSelfTest::check_rings() {
  Engine& engine = cpu_.engine_;
  engine.learn_segment_slots(cpu_.registers());
  if (!engine.segment_slots_known()) return broken("segment registers");
  set_entry(1, kDataEntry);
  cpu_.mmu().flush_all();
  const std::array<std::uint32_t, 5> frame = {kCodeVa + kSoftwareInt, kUserCodeSelector,
                                              eflags::kReserved1, 0, kUserDataSelector};
  std::memcpy(cpu_.ram().base() + kData + 0x100, frame.data(), sizeof frame);
  Registers r{};
  r.eip = kCodeVa + kToRing3;
  r.esp = kDataVa + 0x100;
  r.eflags = eflags::kReserved1;
  cpu_.set_registers(r);
  if (cpu_.run().kind != Trap::Kind::kSoftwareInt || cpu_.registers().cpl() != 3)
    return broken("ring 3");
  r.eip = kCodeVa + kPrivileged;
  cpu_.set_registers_ring0(r);
  const Trap trap = cpu_.run();
  std::uint32_t stored = 0;
  std::memcpy(&stored, cpu_.ram().base() + kData + 12, 4);
  if (trap.kind != Trap::Kind::kHalted || cpu_.registers().cpl() != 0 || stored != kOne)
    return broken("return to ring 0");
  return {};
}

void CpuSelfTest::clear() const {
  cpu_.mmu().forget_code(VirtAddr(kCodeVa), Pages(1));
  std::memset(cpu_.ram().base() + kDirectory, 0, kScratchEnd - kDirectory);
  cpu_.mmu().flush_all();
}

}  // namespace mm32::emu
