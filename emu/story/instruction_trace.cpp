#include "emu/story/instruction_trace.hpp"

#include <array>

#include "emu/cpu/fault_address.hpp"
#include "emu/cpu/instruction.hpp"

namespace mm32::emu {

Expected<std::unique_ptr<InstructionTrace>> InstructionTrace::attach(const Cpu& cpu) {
  std::unique_ptr<InstructionTrace> trace(new InstructionTrace(cpu));
  constexpr std::uint64_t kEverywhere = 1;  // begin > end
  uc_engine* const engine = cpu.engine().raw();
  if (uc_hook_add(engine, &trace->hook_, UC_HOOK_CODE, reinterpret_cast<void*>(&on_instruction),
                  trace.get(), kEverywhere, 0) != UC_ERR_OK)
    return failure(ExitStatus::kInternalFault, "the engine takes no hook on instructions");
  uc_ctl_flush_tb(engine);  // what was translated before does not call the hook
  return trace;
}

InstructionTrace::~InstructionTrace() {
  uc_hook_del(cpu_.engine().raw(), hook_);
  uc_ctl_flush_tb(cpu_.engine().raw());
}

void InstructionTrace::on_instruction(uc_engine*, std::uint64_t address, std::uint32_t,
                                      void* self) {
  static_cast<InstructionTrace*>(self)->current_ = static_cast<std::uint32_t>(address);
}

namespace {

struct CodeBytes {
  std::array<std::uint8_t, kMaxInstructionBytes> bytes{};
  std::size_t length = 0;
};

CodeBytes code_at(const Cpu& cpu, VirtAddr address) {
  CodeBytes code;
  for (; code.length < code.bytes.size(); ++code.length) {
    const auto byte = cpu.memory().load<std::uint8_t>(address + Bytes(code.length));
    if (!byte) break;
    code.bytes[code.length] = *byte;
  }
  return code;
}

}  // namespace

VirtAddr InstructionTrace::accessed(VirtAddr address, Access access) const {
  if (access == Access::kExecute) return address;
  const CodeBytes code = code_at(cpu_, current());
  Registers registers = cpu_.registers();
  registers.eip = current_;
  return exact_fault_address(std::span(code.bytes).first(code.length), registers,
                             cpu_.engine().read(UC_X86_REG_FS_BASE),
                             cpu_.engine().read(UC_X86_REG_GS_BASE), page_floor(address), access);
}

}  // namespace mm32::emu
