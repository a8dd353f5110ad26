#include "emu/cpu/cpu.hpp"

#include <array>

#include "emu/cpu/fault_address.hpp"
#include "emu/cpu/instruction.hpp"
#include "emu/cpu/self_test.hpp"
#include "emu/device/ports.hpp"
#include "mm/base/check.hpp"

namespace mm32::emu {
namespace {

constexpr std::uint32_t kTssLimit = 103;
constexpr std::uint32_t kTssFlags = 0x8900;

template <class F>
void* as_hook(F* callback) {
  return reinterpret_cast<void*>(callback);
}

}  // namespace

Expected<std::unique_ptr<Cpu>> Cpu::create(const Ram& ram, std::span<const PhysRange> ranges,
                                           PagingMode mode, EventStream& events, Devices devices) {
  MM_TRY_ASSIGN(Engine engine, Engine::create(ram, ranges, mode, devices));
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
  if (err == UC_ERR_OK)
    err = uc_hook_add(engine_.raw(), &hook, UC_HOOK_INSN, as_hook(&on_port_read), this, 1, 0,
                      UC_X86_INS_IN);
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

// The engine asks hooks in the order in which they were added, and none behind one that stopped it.
Expected<void> Cpu::observe_instructions(InstructionObserver& observer) {
  MM_CHECK(stubs_ == nullptr && observer_ == nullptr);
  observer_ = &observer;
  uc_hook hook = 0;
  const uc_err err =
      uc_hook_add(engine_.raw(), &hook, UC_HOOK_CODE, as_hook(&on_instruction), this, 1, 0);
  if (err != UC_ERR_OK)
    return failure(ExitStatus::kInternalFault,
                   std::string("the CPU engine refuses the instruction hook: ") + uc_strerror(err));
  return {};
}

void Cpu::enter_protected(PhysAddr page_directory, const Tables& tables) {
  tables_ = tables;
  const std::uint32_t pae = mode_ == PagingMode::kPae ? cr4::kPae : 0;
  engine_.write(UC_X86_REG_CR4, cr4::kPse | cr4::kPge | cr4::kOsFxsr | cr4::kOsXmmExcpt | pae);
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

void Cpu::set_registers_ring0(const Registers& r, DataSegments data) const {
  engine_.enter_ring0(data);
  engine_.write_general(r);
}

void Cpu::set_cr3(PhysAddr directory) const {
  engine_.write(UC_X86_REG_CR3, static_cast<std::uint32_t>(directory.raw()));
}

Cpu::Table Cpu::table(int uc_register) const {
  uc_x86_mmr value{};
  uc_reg_read(engine_.raw(), uc_register, &value);
  return {VirtAddr(static_cast<std::uint32_t>(value.base)), value.limit};
}

Trap Cpu::run() {
  for (;;) {
    if (stop_requested_.exchange(false)) return Trap{};
    if (auto trap = outcome(execute())) return *std::move(trap);
  }
}

// The engine's address of the end of the program is 0 and costs nothing until it is reached. Code
// that lies there is run with another end, one that no 32-bit EIP equals.
uc_err Cpu::execute() {
  constexpr std::uint64_t kNowhere = ~std::uint64_t{0};
  pending_vector_.reset();
  invalid_instruction_ = false;
  thrown_ = nullptr;
  mmu_.take_refused();
  const std::uint32_t eip = engine_.read(UC_X86_REG_EIP);
  if (eip == 0) uc_ctl_remove_cache(engine_.raw(), 0, 1);
  const uc_err result = uc_emu_start(engine_.raw(), eip, eip == 0 ? kNowhere : 0, 0, 0);
  if (thrown_) std::rethrow_exception(thrown_);
  return result;
}

// Nothing when the run has to go on.
std::optional<Trap> Cpu::outcome(uc_err result) {
  if (const auto refused = mmu_.take_refused(); refused && result != UC_ERR_OK) {
    if (refused->access == Access::kExecute) return refused_fetch(*refused);
    if (!is_descriptor_access(*refused)) return page_fault(*refused);
    mmu_.expect_descriptor_access(refused->page);
    return std::nullopt;
  }
  if (pending_vector_) return interrupt();
  if (result != UC_ERR_OK)
    return Trap{.kind = Trap::Kind::kEngineFault, .detail = uc_strerror(result)};
  if (stop_requested_.exchange(false)) return Trap{.kind = Trap::Kind::kStopped};
  if (engine_.read(UC_X86_REG_EIP) != 0) return Trap{.kind = Trap::Kind::kHalted};
  const Ring ring = registers().cpl() == 3 ? Ring::kUser : Ring::kSupervisor;
  const Walk w = mmu_.walk_now(VirtAddr(), Access::kExecute, ring);
  if (!w.ok()) return page_fault({VirtAddr(), Access::kExecute, ring, w});
  return std::nullopt;
}

std::size_t Cpu::code_at(std::uint32_t eip, std::span<std::uint8_t> to) const {
  const GuestMemory guest = memory();
  std::size_t length = 0;
  for (; length < to.size(); ++length) {
    const auto byte = guest.load<std::uint8_t>(VirtAddr(eip + static_cast<std::uint32_t>(length)));
    if (!byte) break;
    to[length] = *byte;
  }
  return length;
}

// EIP is at the first instruction of what the engine was translating. Walks to the one that reaches
// the page; whatever else happens on the way comes first.
std::optional<Trap> Cpu::refused_fetch(const RefusedFill& refused) {
  for (;;) {
    const Registers r = registers();
    const std::uint32_t before_page = refused.page.raw() - r.eip;
    if (before_page - 1 >= kPageSize) return page_fault(refused);
    std::array<std::uint8_t, kMaxInstructionBytes> code{};
    const auto facts = instruction_facts({code.data(), code_at(r.eip, code)});
    if (!facts || facts->length > before_page) return page_fault(refused);
    if (auto trap = single_step(r, facts->pushes_flags)) return trap;
    if (stop_requested_) return std::nullopt;
  }
}

std::optional<Trap> Cpu::single_step(const Registers& r, bool pushes_flags) {
  if ((r.eflags & eflags::kTf) != 0) return std::nullopt;
  engine_.write(UC_X86_REG_EFLAGS, r.eflags | eflags::kTf);
  const uc_err result = execute();
  const std::uint32_t now = engine_.read(UC_X86_REG_EFLAGS);
  engine_.write(UC_X86_REG_EFLAGS, now & ~eflags::kTf);
  if (result != UC_ERR_OK || pending_vector_ != vector::kDebug) return outcome(result);
  if (pushes_flags) {
    const VirtAddr top(engine_.read(UC_X86_REG_ESP));
    if (const auto pushed = memory().load<std::uint16_t>(top))
      (void)memory().store<std::uint16_t>(top, *pushed & static_cast<std::uint16_t>(~eflags::kTf));
  }
  return std::nullopt;
}

bool Cpu::is_descriptor_access(const RefusedFill& refused) const {
  if (refused.ring != Ring::kUser) return false;
  const auto holds = [&](const Table& t) {
    return refused.page.raw() >= page_floor(t.base).raw() &&
           refused.page.raw() <= t.base.raw() + t.limit;
  };
  if (!holds(gdt()) && !holds(table(UC_X86_REG_LDTR)) && !holds(task_state())) return false;
  std::array<std::uint8_t, kMaxInstructionBytes> code{};
  const auto facts = instruction_facts({code.data(), code_at(registers().eip, code)});
  return facts && facts->reads_descriptors &&
         mmu_.walk_now(refused.page, refused.access, Ring::kSupervisor).ok();
}

std::vector<MemoryOperand> Cpu::memory_operands() const {
  const Registers r = registers();
  std::array<std::uint8_t, kMaxInstructionBytes> code{};
  return emu::memory_operands({code.data(), code_at(r.eip, code)}, r,
                              engine_.read(UC_X86_REG_FS_BASE), engine_.read(UC_X86_REG_GS_BASE));
}

std::uint32_t Cpu::frame_pointer() const { return engine_.read(UC_X86_REG_EBP); }

Trap Cpu::page_fault(const RefusedFill& refused) const {
  if (refused.bus_fetch)
    return Trap{.kind = Trap::Kind::kException, .vector = vector::kInvalidOpcode};
  const Registers r = registers();
  std::array<std::uint8_t, kMaxInstructionBytes> code{};
  const std::size_t length = code_at(r.eip, code);
  Trap trap{.kind = Trap::Kind::kException,
            .vector = vector::kPageFault,
            .error_code = refused.walk.error_code};
  trap.address =
      exact_fault_address({code.data(), length}, r, engine_.read(UC_X86_REG_FS_BASE),
                          engine_.read(UC_X86_REG_GS_BASE), refused.page, refused.access);
  trap.walk = refused.walk;
  if (refused.guard) {
    trap.stack_guard = true;
    trap.error_code = refused.access == Access::kWrite ? fault_code::kWrite : 0;
  }
  return trap;
}

Trap Cpu::interrupt() const {
  const unsigned v = *pending_vector_;
  if (invalid_instruction_) return Trap{.kind = Trap::Kind::kException, .vector = v};
  if (engine_.software_interrupts_known() && engine_.was_software_interrupt())
    return Trap{.kind = Trap::Kind::kSoftwareInt, .vector = v};
  Trap trap{.kind = Trap::Kind::kException, .vector = v};
  const bool contributory = v == 0 || v == 8 || (v >= 10 && v <= 14);
  const std::uint32_t code = contributory ? engine_.acknowledge_exception() : 0;
  if (vector::has_error_code(v)) trap.error_code = code;
  return trap;
}

void Cpu::on_interrupt(uc_engine* engine, std::uint32_t v, void* self) {
  static_cast<Cpu*>(self)->pending_vector_ = v;
  uc_emu_stop(engine);
}

std::uint32_t Cpu::on_port_read(uc_engine*, std::uint32_t port, int bytes, void*) {
  return read_port(port, static_cast<unsigned>(bytes));
}

bool Cpu::on_invalid(uc_engine* engine, void* self) {
  static_cast<Cpu*>(self)->pending_vector_ = vector::kInvalidOpcode;
  static_cast<Cpu*>(self)->invalid_instruction_ = true;
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

void Cpu::on_instruction(uc_engine* engine, std::uint64_t address, std::uint32_t, void* self) {
  Cpu& cpu = *static_cast<Cpu*>(self);
  try {
    if (cpu.observer_->before_instruction(static_cast<std::uint32_t>(address)) ==
        InstructionObserver::Answer::kStop)
      cpu.request_stop();
  } catch (...) {
    cpu.thrown_ = std::current_exception();
    uc_emu_stop(engine);
  }
}

}  // namespace mm32::emu
