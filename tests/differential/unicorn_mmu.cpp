#include "tests/differential/unicorn_mmu.hpp"

#include <unicorn/unicorn.h>

#include <array>
#include <cstring>
#include <stdexcept>
#include <vector>

namespace mm32::test {
namespace {

constexpr int kCpuWithNx = 12;
constexpr std::uint32_t kCodeVa = 0xC0000000;  // ring 0 entry, ring 3 access code at +0x100
constexpr std::uint32_t kGdtVa = 0xC0001000;
constexpr std::uint32_t kStackVa = 0xC0002000;
constexpr std::uint32_t kAccessOffset = 0x100;

std::byte* frame(const Ram& ram, unsigned index) {
  return ram.frame(kOracleFrame + Pages(index)).data();
}
constexpr std::uint32_t frame_pa(unsigned index) {
  return (kOracleFrame.raw() + index) << kPageShift;
}

void check(uc_err error, const char* what) {
  if (error != UC_ERR_OK) throw std::runtime_error(std::string(what) + ": " + uc_strerror(error));
}

void put(std::byte* at, std::initializer_list<unsigned> bytes) {
  for (const unsigned b : bytes) *at++ = static_cast<std::byte>(b);
}

// The code of the access itself; EBX is the address. HLT ends it: in ring 3 as a #GP.
void write_code(const Ram& ram, const AccessCase& c) {
  std::byte* const code = frame(ram, 0);
  std::memset(code, 0xF4, kPageSize);
  // mov eax,0x10; mov ss,eax; mov esp,stack; mov eax,0x23; mov ds,eax; iret
  put(code, {0xB8, 0x10, 0, 0, 0, 0x8E, 0xD0, 0xBC, 0x00, 0x24, 0x00, 0xC0});
  put(code + 12, {0xB8, 0x23, 0, 0, 0, 0x8E, 0xD8, 0xCF});
  std::byte* const at = code + kAccessOffset;
  if (c.access == Access::kRead) put(at, {0x8B, 0x03});
  if (c.access == Access::kWrite) put(at, {0x89, 0x0B});
  if (c.access == Access::kExecute) put(at, {0xFF, 0xE3});
}

void write_descriptors(const Ram& ram) {
  const std::array<std::uint64_t, 6> gdt = {0,
                                            0x00cf9b000000ffff,  // 0x08 ring 0 code
                                            0x00cf93000000ffff,  // 0x10 ring 0 data
                                            0x00cffb000000ffff,  // 0x18 ring 3 code
                                            0x00cff3000000ffff,  // 0x20 ring 3 data
                                            0};
  std::memcpy(frame(ram, 1), gdt.data(), sizeof gdt);
  // What IRET pops for ring 3: EIP, CS, EFLAGS, ESP, SS.
  const std::array<std::uint32_t, 5> stack = {kCodeVa + kAccessOffset, 0x1b, 0x2, kStackVa + 0x800,
                                              0x23};
  std::memcpy(frame(ram, 2) + 0x400, stack.data(), sizeof stack);
}

struct Engine {
  uc_engine* uc = nullptr;
  int vector = -1;
  Engine() { check(uc_open(UC_ARCH_X86, UC_MODE_32, &uc), "uc_open"); }
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;
  ~Engine() { uc_close(uc); }
  void set(int reg, std::uint32_t value) { check(uc_reg_write(uc, reg, &value), "uc_reg_write"); }
  std::uint32_t get(int reg) {
    std::uint32_t value = 0;
    check(uc_reg_read(uc, reg, &value), "uc_reg_read");
    return value;
  }
};

void on_interrupt(uc_engine* uc, std::uint32_t vector, void* self) {
  static_cast<Engine*>(self)->vector = static_cast<int>(vector);
  uc_emu_stop(uc);
}

void set_paging(Engine& e, const PagingState& s) {
  const bool pae = s.mode == PagingMode::kPae;
  e.set(UC_X86_REG_CR4, (s.pse ? 0x10u : 0u) | (pae ? 0x20u : 0u) | (s.pge ? 0x80u : 0u));
  uc_x86_msr efer{0xC0000080, s.nxe ? std::uint64_t{1} << 11 : 0};
  check(uc_reg_write(e.uc, UC_X86_REG_MSR, &efer), "EFER");
  e.set(UC_X86_REG_CR3, static_cast<std::uint32_t>(s.cr3.raw()));
  e.set(UC_X86_REG_CR0, 0x80000011u | (s.wp ? 0x10000u : 0u));
  uc_x86_mmr gdtr{0, kGdtVa, 47, 0};
  check(uc_reg_write(e.uc, UC_X86_REG_GDTR, &gdtr), "GDTR");
}

std::vector<std::uint8_t> context_bytes(uc_engine* uc) {
  uc_context* context = nullptr;
  check(uc_context_alloc(uc, &context), "uc_context_alloc");
  check(uc_context_save(uc, context), "uc_context_save");
  std::vector<std::uint8_t> bytes(uc_context_size(uc));
  std::memcpy(bytes.data(), context, bytes.size());
  uc_context_free(context);
  return bytes;
}

struct RawAnswer {
  ChipAnswer answer{};
  std::vector<std::uint8_t> context{};
};

RawAnswer run(const Ram& ram, const AccessCase& c) {
  Engine e;
  check(uc_ctl_set_cpu_model(e.uc, kCpuWithNx), "CPU model");
  check(uc_mem_map_ptr(e.uc, 0, ram.size().raw(), UC_PROT_ALL, ram.base()), "uc_mem_map_ptr");
  uc_hook hook = 0;
  check(uc_hook_add(e.uc, &hook, UC_HOOK_INTR, reinterpret_cast<void*>(&on_interrupt), &e, 1, 0),
        "uc_hook_add");
  write_code(ram, c);
  write_descriptors(ram);
  set_paging(e, c.state);
  e.set(UC_X86_REG_EBX, c.address.raw());
  e.set(UC_X86_REG_ECX, 0x5AFE5AFE);
  const std::uint32_t start = c.ring == Ring::kUser ? kCodeVa : kCodeVa + kAccessOffset;
  const uc_err error = uc_emu_start(e.uc, start, 0, 0, 0);
  RawAnswer raw;
  ChipAnswer& a = raw.answer;
  a.detail = e.vector >= 0 ? e.vector : static_cast<int>(error);
  const bool halted = (error == UC_ERR_OK && e.vector < 0) || e.vector == 13;
  if (halted) {
    a.kind = ChipAnswer::Kind::kDone;
    a.value = e.get(UC_X86_REG_EAX);
  } else if (e.vector == 14) {
    a.kind = ChipAnswer::Kind::kPageFault;
    a.cr2 = VirtAddr(e.get(UC_X86_REG_CR2));
    raw.context = context_bytes(e.uc);
  } else if (error == UC_ERR_READ_UNMAPPED || error == UC_ERR_WRITE_UNMAPPED ||
             error == UC_ERR_FETCH_UNMAPPED) {
    a.kind = ChipAnswer::Kind::kNoMemory;
  }
  return raw;
}

std::uint32_t word_at(const std::vector<std::uint8_t>& bytes, std::size_t offset) {
  std::uint32_t word = 0;
  std::memcpy(&word, bytes.data() + offset, sizeof word);
  return word;
}

// The engine keeps the error code of the last fault inside its saved context, at an offset that it
// does not document: the only one where faults of three kinds left the codes that they must have.
std::size_t find_error_code_slot() {
  const Ram ram = Ram::create(Bytes(16u << 20)).value();
  AccessCase c;
  c.state.cr3 = PhysAddr(0x1000);
  write_entry<TwoLevel>(ram, PhysAddr(0x1000), 0x2067);
  write_entry<TwoLevel>(ram, PhysAddr(0x2000 + 4 * 5), 0x3061);
  add_oracle_mapping(ram, c.state);
  c.address = VirtAddr(0x5000);
  const auto context = [&](Access access, Ring ring, std::uint32_t va) {
    c.access = access;
    c.ring = ring;
    c.address = VirtAddr(va);
    return run(ram, c).context;
  };
  const auto write_protected = context(Access::kWrite, Ring::kSupervisor, 0x5000);  // 3
  const auto absent_write = context(Access::kWrite, Ring::kSupervisor, 0x6000);     // 2
  const auto user_read = context(Access::kRead, Ring::kUser, 0x5000);               // 5
  const auto user_absent = context(Access::kRead, Ring::kUser, 0x6000);             // 4
  std::size_t found = 0;
  unsigned count = 0;
  for (std::size_t at = 0; at + 4 <= write_protected.size(); at += 4)
    if (word_at(write_protected, at) == 3 && word_at(absent_write, at) == 2 &&
        word_at(user_read, at) == 5 && word_at(user_absent, at) == 4) {
      found = at;
      ++count;
    }
  if (count != 1) throw std::runtime_error("the error code was not found in the engine's context");
  return found;
}

template <PagingPolicy P>
void map_oracle(const Ram& ram, const PagingState& s) {
  PhysAddr table = P::root(s.cr3);
  for (unsigned level = P::kLevels; level > 1; --level) {
    const unsigned own = 3 + level;  // frames 5 and 6: tables of the oracle
    const PhysAddr entry =
        table + Bytes(table_index<P>(kOracleVa, level) * sizeof(typename P::Entry));
    write_entry<P>(ram, entry, frame_pa(own) | raw(P::table_flags(level)));
    table = PhysAddr(frame_pa(own));
  }
  for (unsigned i = 0; i < 3; ++i)
    write_entry<P>(ram, table + Bytes(i * sizeof(typename P::Entry)), frame_pa(i) | 0x67);
}

}  // namespace

void add_oracle_mapping(const Ram& ram, const PagingState& state) {
  with_policy(state.mode, [&]<PagingPolicy P>() { map_oracle<P>(ram, state); });
}

// The lowest address bit of a PAE entry that the chip refuses.
unsigned chip_phys_bits() {
  const Ram ram = Ram::create(Bytes(16u << 20)).value();
  AccessCase c;
  c.state.mode = PagingMode::kPae;
  c.state.cr3 = PhysAddr(0x1000);
  c.address = VirtAddr(0x5000);
  write_entry<Pae>(ram, PhysAddr(0x1000), 0x2001);
  write_entry<Pae>(ram, PhysAddr(0x2000), 0x3067);
  add_oracle_mapping(ram, c.state);
  for (unsigned bit = 32; bit < 52; ++bit) {
    write_entry<Pae>(ram, PhysAddr(0x3000 + 8 * 5), 0x67 | std::uint64_t{1} << bit);
    if (run(ram, c).answer.kind == ChipAnswer::Kind::kPageFault) return bit;
  }
  return 52;
}

ChipAnswer ask_chip(const Ram& ram, const AccessCase& c) {
  static const std::size_t error_code_slot = find_error_code_slot();
  RawAnswer raw = run(ram, c);
  if (raw.answer.kind == ChipAnswer::Kind::kPageFault)
    raw.answer.error_code = word_at(raw.context, error_code_slot);
  return raw.answer;
}

}  // namespace mm32::test
