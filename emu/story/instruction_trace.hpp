// The address of the instruction that the CPU is executing, exact at any moment.
//
// The engine's own instruction pointer is brought up to date at the ends of blocks only; a hook on
// every instruction keeps it. That costs a call an instruction: for stories and nothing else.
#pragma once

#include <memory>

#include "emu/cpu/cpu.hpp"

namespace mm32::emu {

class InstructionTrace {
 public:
  /// `cpu` must not be running; it must outlive the trace.
  static Expected<std::unique_ptr<InstructionTrace>> attach(const Cpu& cpu);
  ~InstructionTrace();
  InstructionTrace(const InstructionTrace&) = delete;
  InstructionTrace& operator=(const InstructionTrace&) = delete;

  VirtAddr current() const { return VirtAddr(current_); }
  /// Where on the page of `address` the current instruction accesses it first.
  VirtAddr accessed(VirtAddr address, Access access) const;

 private:
  explicit InstructionTrace(const Cpu& cpu) : cpu_(cpu) {}
  static void on_instruction(uc_engine*, std::uint64_t address, std::uint32_t size, void* self);

  const Cpu& cpu_;
  uc_hook hook_ = 0;
  std::uint32_t current_ = 0;
};

}  // namespace mm32::emu
