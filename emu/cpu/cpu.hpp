// The i386 as the machine sees it: run until something happens that the CPU cannot do alone.
//
// Unicorn executes instructions; what would reach the interrupt descriptor table ends the run and
// is returned as a Trap with everything the hardware would know: vector, error code, exact CR2. One
// range of code addresses, the stub page, calls the host instead of ending the run (export calls).
// C1  After run() returns, the registers are those of an instruction boundary: the faulting
//     instruction has not happened.
// C2  No C++ exception crosses the engine: what a stub handler throws is kept, run() rethrows it.
// C3  The engine translates ahead; a fetch that is refused counts only when control gets there.
// Sources: Intel SDM vol. 3 ch. 6; UNICORN notes in README (quirks of the engine).
#pragma once

#include <atomic>
#include <exception>
#include <memory>

#include "emu/cpu/engine.hpp"
#include "emu/cpu/fault_address.hpp"
#include "emu/cpu/guest_memory.hpp"
#include "emu/cpu/mmu.hpp"

namespace mm32::emu {

/// Serves the stub page. Called in the middle of a run.
class StubHandler {
 public:
  virtual ~StubHandler() = default;
  /// The stub with this index was reached. Returning lets the guest go on behind the stub; calling
  /// Cpu::request_stop() first ends the run with EIP still at the stub.
  virtual void on_stub(std::uint32_t index) = 0;
};

/// Sees every instruction before it runs. Only debuggers have one: it costs a call an instruction.
class InstructionObserver {
 public:
  enum class Answer : std::uint8_t { kRun, kStop };

  virtual ~InstructionObserver() = default;
  /// The instruction at `eip` is about to run. kStop ends the run in front of it, as request_stop()
  /// does; the next run asks again.
  virtual Answer before_instruction(std::uint32_t eip) = 0;
};

/// Why a run ended.
struct Trap {
  enum class Kind : std::uint8_t {
    kStopped,      // request_stop()
    kException,    // vector, error_code and, for a page fault, address and walk
    kSoftwareInt,  // INT n, INT3, INTO: EIP is behind the instruction
    kHalted,       // HLT
    kEngineFault,  // the engine cannot go on; `detail` says why
  };
  Kind kind = Kind::kStopped;
  unsigned vector = 0;
  std::uint32_t error_code = 0;
  VirtAddr address{};        // page fault: CR2
  Walk walk{};               // page fault: the walk that refused
  bool stack_guard = false;  // page fault: on the guard page of a kernel stack
  std::string detail{};
};

class Cpu {
 public:
  static constexpr std::uint32_t kStubBytes = 8;  // distance of two stubs on the stub page

  /// An i386 in protected mode without paging yet, EIP 0. `ram` and `events` must outlive it.
  /// So must the devices.
  static Expected<std::unique_ptr<Cpu>> create(const Ram& ram, std::span<const PhysRange> ranges,
                                               PagingMode mode, EventStream& events,
                                               Devices devices = {});
  Cpu(const Cpu&) = delete;
  Cpu& operator=(const Cpu&) = delete;

  /// Hooks [begin, begin + count * kStubBytes). Once, before the first run.
  Expected<void> attach_stubs(VirtAddr begin, std::uint32_t count, StubHandler& handler);

  /// Asks `observer` before each instruction. Once, before attach_stubs.
  Expected<void> observe_instructions(InstructionObserver& observer);

  /// Descriptor tables of the booted kernel. The GDT must be mapped and filled.
  struct Tables {
    VirtAddr gdt;
    std::uint32_t gdt_limit;
    VirtAddr idt;
    std::uint32_t idt_limit;
    VirtAddr tss;
    std::uint16_t tss_selector;
    std::uint16_t code_selector, stack_selector, data_selector, fs_selector;
  };
  /// Turns paging on, loads the tables and segments, and remembers this as the way into ring 0.
  void enter_protected(PhysAddr page_directory, const Tables& tables);

  /// Executes from the present EIP until something happens.
  Trap run();
  /// Ends the current run at the next instruction boundary. Any thread; any time.
  void request_stop() {
    stop_requested_.store(true);
    uc_emu_stop(engine_.raw());
  }

  Registers registers() const { return engine_.read_all(); }
  /// What the instruction at the present EIP is going to access.
  std::vector<MemoryOperand> memory_operands() const;
  /// EIP and ESP alone, EBP alone: reading all registers costs twenty times as much.
  std::uint32_t instruction_pointer() const { return engine_.read(UC_X86_REG_EIP); }
  std::uint32_t stack_pointer() const { return engine_.read(UC_X86_REG_ESP); }
  std::uint32_t frame_pointer() const;
  /// Writes general registers, EIP and EFLAGS. The ring does not change.
  void set_registers(const Registers& r) const { engine_.write_general(r); }
  /// Puts the CPU into ring 0 with the kernel's segments, then writes the general registers.
  void set_registers_ring0(const Registers& r, DataSegments data = DataSegments::kKernel) const;
  /// Loads CS in ring 0. The descriptor must be a present one of ring 0, its page mapped.
  void set_code_segment(std::uint16_t selector) const { engine_.write(UC_X86_REG_CS, selector); }
  void set_cr2(VirtAddr address) const { engine_.write_cr2(address.raw()); }
  void set_cr3(PhysAddr directory) const;
  const Tables& tables() const { return tables_; }
  /// Base and limit of a descriptor table.
  struct Table {
    VirtAddr base;
    std::uint32_t limit;
  };
  Table idt() const { return table(UC_X86_REG_IDTR); }
  Table gdt() const { return table(UC_X86_REG_GDTR); }
  Table task_state() const { return table(UC_X86_REG_TR); }

  /// The guest's memory as ring 0 (or 3) sees it now.
  GuestMemory memory(Ring ring = Ring::kSupervisor, Marking marking = Marking::kNone) const {
    return GuestMemory(ram_, mmu_.state(), ring, marking);
  }
  Mmu& mmu() { return mmu_; }
  const Mmu& mmu() const { return mmu_; }
  const Engine& engine() const { return engine_; }
  const Ram& ram() const { return ram_; }

 private:
  Cpu(Engine engine, const Ram& ram, PagingMode mode, EventStream& events);
  Expected<void> add_hooks();
  Expected<void> self_test();

  static void on_interrupt(uc_engine*, std::uint32_t vector, void* self);
  static bool on_invalid(uc_engine*, void* self);
  static std::uint32_t on_port_read(uc_engine*, std::uint32_t port, int bytes, void* self);
  static void on_stub(uc_engine*, std::uint64_t address, std::uint32_t size, void* self);
  static void on_instruction(uc_engine*, std::uint64_t address, std::uint32_t size, void* self);

  Table table(int uc_register) const;
  std::size_t code_at(std::uint32_t eip, std::span<std::uint8_t> to) const;
  uc_err execute();
  std::optional<Trap> outcome(uc_err result);
  std::optional<Trap> refused_fetch(const RefusedFill& refused);
  std::optional<Trap> single_step(const Registers& r, bool pushes_flags);
  bool is_descriptor_access(const RefusedFill& refused) const;
  Trap page_fault(const RefusedFill& refused) const;
  Trap interrupt() const;

  Engine engine_;
  const Ram& ram_;
  PagingMode mode_;
  Mmu mmu_;
  Tables tables_{};
  StubHandler* stubs_ = nullptr;
  InstructionObserver* observer_ = nullptr;
  VirtAddr stub_begin_{};
  std::optional<unsigned> pending_vector_;
  bool invalid_instruction_ = false;  // pending_vector_ is the engine's own finding
  std::exception_ptr thrown_;
  std::atomic<bool> stop_requested_ = false;

  friend class CpuSelfTest;
};

}  // namespace mm32::emu
