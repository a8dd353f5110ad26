#include "emu/cpu/cpu.hpp"

#include <array>

#include "emu/cpu/fault_address.hpp"
#include "emu/cpu/self_test.hpp"
#include "mm/base/check.hpp"

namespace mm32::emu {
namespace {

constexpr unsigned kMaxInstructionBytes = 15;
constexpr std::uint32_t kTssLimit = 103;
constexpr std::uint32_t kTssFlags = 0x8900;

template <class F>
void* as_hook(F* callback) {
  return reinterpret_cast<void*>(callback);
}

}  // namespace

Expected<std::unique_ptr<Cpu>> Cpu::create(const Ram& ram, std::span<const PhysRange> ranges,
                                           PagingMode mode, EventStream& events) {
  MM_TRY_ASSIGN(Engine engine, Engine::create(ram, ranges, mode));
  std::unique_ptr<Cpu> cpu(new Cpu(std::move(engine), ram, mode, events));
  MM_TRY(cpu->mmu_.attach());
  MM_TRY(cpu->add_hooks());
  MM_TRY(CpuSelfTest(*cpu, mode).run());
  return cpu;
}

Cpu::Cpu(Engine engine, const Ram& ram, PagingMode mode, EventStream& events)
    : engine_(std::move(engine)), ram_(ram), mode_(mode), mmu_(engine_, ram, events) {}

Expected<void> Cpu::add_hooks() {
  uc_hook hook = 0;
  uc_err err = uc_hook_add(engine_.raw(), &hook, UC_HOOK_INTR, as_hook(&on_interrupt), this, 1, 0);
  if (err == UC_ERR_OK)
    err = uc_hook_add(engine_.raw(), &hook, UC_HOOK_INSN_INVALID, as_hook(&on_invalid), this, 1, 0);
  if (err != UC_ERR_OK)
    return failure(ExitStatus::kInternalFault,
                   std::string("the CPU engine refuses a hook: ") + uc_strerror(err));
  return {};
}

Expected<void> Cpu::attach_stubs(VirtAddr begin, std::uint32_t count, StubHandler& handler) {
  stubs_ = &handler;
  stub_begin_ = begin;
  uc_hook hook = 0;
  const uc_err err =
      uc_hook_add(engine_.raw(), &hook, UC_HOOK_CODE, as_hook(&on_stub), this, begin.raw(),
                  std::uint64_t{begin.raw()} + std::uint64_t{count} * kStubBytes - 1);
  if (err != UC_ERR_OK)
    return failure(ExitStatus::kInternalFault,
                   std::string("the CPU engine refuses the stub hook: ") + uc_strerror(err));
  return {};
}

void Cpu::enter_protected(PhysAddr page_directory, const Tables& tables) {
  tables_ = tables;
  const std::uint32_t pae = mode_ == PagingMode::kPae ? cr4::kPae : 0;
  engine_.write(UC_X86_REG_CR4, cr4::kPse | cr4::kPge | pae);
  engine_.write(UC_X86_REG_CR3, static_cast<std::uint32_t>(page_directory.raw()));
  engine_.write(UC_X86_REG_CR0, 0x80050033);
  engine_.write_table(UC_X86_REG_GDTR, 0, tables.gdt.raw(), tables.gdt_limit, 0);
  engine_.write_table(UC_X86_REG_IDTR, 0, tables.idt.raw(), tables.idt_limit, 0);
  engine_.write_table(UC_X86_REG_TR, tables.tss_selector, tables.tss.raw(), kTssLimit, kTssFlags);
  engine_.write(UC_X86_REG_CS, tables.code_selector);
  engine_.write(UC_X86_REG_SS, tables.stack_selector);
  engine_.write(UC_X86_REG_DS, tables.data_selector);
  engine_.write(UC_X86_REG_ES, tables.data_selector);
  engine_.write(UC_X86_REG_FS, tables.fs_selector);
  engine_.write(UC_X86_REG_GS, 0);
  mmu_.flush_all();
  engine_.remember_ring0();
}

void Cpu::set_registers_ring0(const Registers& r) const {
  engine_.enter_ring0();
  engine_.write_general(r);
}

void Cpu::set_cr3(PhysAddr directory) const {
  engine_.write(UC_X86_REG_CR3, static_cast<std::uint32_t>(directory.raw()));
}

VirtAddr Cpu::idt_base() const {
  uc_x86_mmr idtr{};
  uc_reg_read(engine_.raw(), UC_X86_REG_IDTR, &idtr);
  return VirtAddr(static_cast<std::uint32_t>(idtr.base));
}

Trap Cpu::run() {
  pending_vector_.reset();
  thrown_ = nullptr;
  if (stop_requested_.exchange(false)) return Trap{};
  const std::uint32_t eip = engine_.read(UC_X86_REG_EIP);
  const uc_err err = uc_emu_start(engine_.raw(), eip, 0, 0, 0);
  const bool stopped = stop_requested_.exchange(false);
  if (thrown_) std::rethrow_exception(thrown_);
  if (const auto refused = mmu_.take_refused(); refused && err != UC_ERR_OK)
    return page_fault(*refused);
  if (pending_vector_) return interrupt();
  if (err == UC_ERR_OK) {
    // The engine takes address 0 for the end of the program; on the machine it is an address.
    const bool at_zero = engine_.read(UC_X86_REG_EIP) == 0;
    if (at_zero) {
      const Ring ring = registers().cpl() == 3 ? Ring::kUser : Ring::kSupervisor;
      const Walk w = mmu_.walk_now(VirtAddr(), Access::kExecute, ring);
      if (!w.ok()) return page_fault({VirtAddr(), Access::kExecute, ring, w});
    }
    return Trap{.kind = stopped ? Trap::Kind::kStopped : Trap::Kind::kHalted};
  }
  return Trap{.kind = Trap::Kind::kEngineFault, .detail = uc_strerror(err)};
}

std::uint32_t Cpu::frame_pointer() const { return engine_.read(UC_X86_REG_EBP); }

Trap Cpu::page_fault(const RefusedFill& refused) const {
  if (refused.bus_fetch)
    return Trap{.kind = Trap::Kind::kException, .vector = vector::kInvalidOpcode};
  const Registers r = registers();
  std::array<std::byte, kMaxInstructionBytes> code{};
  std::size_t length = 0;
  const GuestMemory guest = memory();
  for (; length < code.size(); ++length) {
    const auto byte = guest.load<std::byte>(VirtAddr(r.eip + static_cast<std::uint32_t>(length)));
    if (!byte) break;
    code[length] = *byte;
  }
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(code.data());
  Trap trap{.kind = Trap::Kind::kException,
            .vector = vector::kPageFault,
            .error_code = refused.walk.error_code};
  trap.address =
      exact_fault_address({bytes, length}, r, engine_.read(UC_X86_REG_FS_BASE),
                          engine_.read(UC_X86_REG_GS_BASE), refused.page, refused.access);
  trap.walk = refused.walk;
  return trap;
}

Trap Cpu::interrupt() const {
  const unsigned v = *pending_vector_;
  const Registers r = registers();
  if (is_software_interrupt(v, r)) return Trap{.kind = Trap::Kind::kSoftwareInt, .vector = v};
  Trap trap{.kind = Trap::Kind::kException, .vector = v};
  const bool contributory = v == 0 || v == 8 || (v >= 10 && v <= 14);
  const std::uint32_t code = contributory ? engine_.acknowledge_exception() : 0;
  if (vector::has_error_code(v)) trap.error_code = code;
  return trap;
}

// The engine reports INT n and the CPU's own exceptions alike; the bytes before EIP tell.
bool Cpu::is_software_interrupt(unsigned v, const Registers& r) const {
  const GuestMemory guest = memory();
  const auto before = guest.load<std::uint8_t>(VirtAddr(r.eip - 1));
  if (v == vector::kBreakpoint && before && *before == 0xcc) return true;
  if (v == vector::kOverflow && before && *before == 0xce) return true;
  if (v == vector::kDebug && before && *before == 0xf1) return true;
  const auto pair = guest.load<std::array<std::uint8_t, 2>>(VirtAddr(r.eip - 2));
  return pair && (*pair)[0] == 0xcd && (*pair)[1] == v;
}

void Cpu::on_interrupt(uc_engine* engine, std::uint32_t v, void* self) {
  static_cast<Cpu*>(self)->pending_vector_ = v;
  uc_emu_stop(engine);
}

bool Cpu::on_invalid(uc_engine* engine, void* self) {
  static_cast<Cpu*>(self)->pending_vector_ = vector::kInvalidOpcode;
  uc_emu_stop(engine);
  return false;
}

void Cpu::on_stub(uc_engine* engine, std::uint64_t address, std::uint32_t, void* self) {
  Cpu& cpu = *static_cast<Cpu*>(self);
  const std::uint32_t offset = static_cast<std::uint32_t>(address) - cpu.stub_begin_.raw();
  try {
    cpu.stubs_->on_stub(offset / kStubBytes);
  } catch (...) {
    cpu.thrown_ = std::current_exception();
    uc_emu_stop(engine);
  }
}

}  // namespace mm32::emu
