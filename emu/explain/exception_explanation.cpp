#include "emu/explain/exception_explanation.hpp"

#include <Zydis/Zydis.h>
#include <fmt/format.h>

#include <array>

#include "emu/cpu/fault_address.hpp"
#include "emu/cpu/instruction.hpp"
#include "emu/debug/disassembly.hpp"
#include "emu/explain/allocation_text.hpp"

namespace mm32::emu {
namespace {

constexpr unsigned kSystemCall = 0x80;

// The instruction at which the exception was raised, decoded.
struct Decoded {
  std::array<std::uint8_t, kMaxInstructionBytes> bytes{};
  std::size_t count = 0;
  bool valid = false;
  ZydisDecodedInstruction instruction{};
  std::array<ZydisDecodedOperand, ZYDIS_MAX_OPERAND_COUNT> operands{};

  std::span<const std::uint8_t> code() const { return std::span(bytes).first(count); }
};

Decoded decode(Machine& machine, VirtAddr at) {
  Decoded d;
  for (; d.count < d.bytes.size(); ++d.count) {
    const auto byte = machine.cpu().memory().load<std::uint8_t>(at + Bytes(d.count));
    if (!byte) break;
    d.bytes[d.count] = *byte;
  }
  ZydisDecoder decoder;
  ZydisDecoderInit(&decoder, ZYDIS_MACHINE_MODE_LEGACY_32, ZYDIS_STACK_WIDTH_32);
  d.valid = ZYAN_SUCCESS(
      ZydisDecoderDecodeFull(&decoder, d.bytes.data(), d.count, &d.instruction, d.operands.data()));
  return d;
}

// What the divisor is: a register's value, or a word of memory.
std::optional<std::uint32_t> divisor(Machine& machine, const Decoded& d, const Registers& r) {
  const ZydisDecodedOperand& operand = d.operands[0];
  const std::uint32_t mask = operand.size >= 32 ? ~0u : (1u << operand.size) - 1;
  if (operand.type == ZYDIS_OPERAND_TYPE_MEMORY) {
    const auto accessed = memory_operands(d.code(), r, 0, 0);
    if (accessed.empty()) return std::nullopt;
    const auto value = machine.cpu().memory().load<std::uint32_t>(accessed.front().address);
    return value ? std::optional(*value & mask) : std::nullopt;
  }
  if (operand.type != ZYDIS_OPERAND_TYPE_REGISTER) return std::nullopt;
  const std::array values = {r.eax, r.ecx, r.edx, r.ebx, r.esp, r.ebp, r.esi, r.edi};
  const auto number = static_cast<std::uint8_t>(ZydisRegisterGetId(operand.reg.value));
  if (number > 7) return std::nullopt;  // none: -1
  const bool high_byte = operand.size == 8 && number > 3;
  return high_byte ? (values[number - 4u] >> 8) & 0xff : values[number] & mask;
}

std::string divide_text(Machine& machine, const Decoded& d, const Registers& r) {
  const auto value = d.valid ? divisor(machine, d, r) : std::nullopt;
  if (!value) return "Likely cause: a division by zero.";
  if (*value == 0)
    return "The divisor is 0. Likely cause: a size, count or rate that was never set.";
  return fmt::format(
      "The divisor is {:#x}, and the quotient does not fit into its register. Likely cause: the "
      "smallest negative number divided by -1, or 64 bits divided by too small a number.",
      *value);
}

std::string opcode_text(const Decoded& d) {
  if (d.count >= 2 && d.bytes[0] == 0x0f && d.bytes[1] == 0x0b)
    return "It is a ud2 without a BUG at this place: compilers put one where they have proved "
           "that the code cannot be reached. Likely cause: undefined behaviour in the source (a "
           "use "
           "of NULL, a missing return, an array index out of bounds), or __builtin_trap().";
  if (d.valid)
    return "This CPU, an i686 without vector extensions, does not have the instruction. Likely "
           "cause: compiler flags for a newer CPU, or a jump into the middle of an instruction.";
  return "The bytes there are no instruction. Likely cause: a damaged function pointer or return "
         "address led into data, or the code was written over.";
}

std::string_view table_name(std::uint32_t error_code) {
  return (error_code & 2) != 0 ? "IDT" : (error_code & 4) != 0 ? "LDT" : "GDT";
}

bool loads_segment(const Decoded& d) {
  for (unsigned i = 0; i < d.instruction.operand_count; ++i)
    if (d.operands[i].type == ZYDIS_OPERAND_TYPE_REGISTER &&
        ZydisRegisterGetClass(d.operands[i].reg.value) == ZYDIS_REGCLASS_SEGMENT &&
        (d.operands[i].actions & ZYDIS_OPERAND_ACTION_MASK_WRITE) != 0)
      return true;
  return false;
}

// The vector or descriptor that the error code names, or what the instruction is about.
std::string protection_text(const Decoded& d, const ReportedException& e) {
  if (e.error_code != 0 && d.valid && d.instruction.mnemonic == ZYDIS_MNEMONIC_INT)
    return fmt::format(
        "The gate of vector {:#x} may not be used. Likely cause: an int instruction "
        "for which the kernel has no gate.",
        e.error_code >> 3);
  if (e.error_code != 0)
    return fmt::format(
        "The error code names entry {} of the {}, which does not exist or may not be used like "
        "this. Likely cause: a segment register or a far pointer with a damaged value.",
        e.error_code >> 3, table_name(e.error_code));
  if (!d.valid) return "Likely cause: the CPU ran into what is no code.";
  switch (d.instruction.mnemonic) {
    case ZYDIS_MNEMONIC_RDMSR:
    case ZYDIS_MNEMONIC_WRMSR:
      return fmt::format(
          "The CPU has no model-specific register {:#x}, or refuses the value. Likely cause: code "
          "for another CPU; rdmsr_safe and wrmsr_safe return an error instead.",
          e.registers.ecx);
    case ZYDIS_MNEMONIC_MOV:
      if (d.operands[0].type == ZYDIS_OPERAND_TYPE_REGISTER &&
          ZydisRegisterGetClass(d.operands[0].reg.value) == ZYDIS_REGCLASS_CONTROL)
        return "The control register refuses the value: a reserved bit is set in it.";
      break;
    default:
      break;
  }
  if (loads_segment(d)) return "Likely cause: a segment register was loaded with a null selector.";
  for (const MemoryOperand& operand : memory_operands(d.code(), e.registers, 0, 0))
    if (operand.bytes == 16 && operand.address.raw() % 16 != 0)
      return fmt::format("The instruction needs an address that is a multiple of 16, not {:08x}.",
                         operand.address.raw());
  return "Likely cause: the access leaves the limit of its segment, or the instruction is not "
         "allowed here.";
}

std::string stack_text(Machine& machine, const Registers& r) {
  const StackBounds stack = machine.current_stack();
  if (r.esp >= stack.bottom.raw() && r.esp < stack.top.raw())
    return "Likely cause: the descriptor tables or the stack of the kernel were written over.";
  return fmt::format(
      "The stack pointer is {:08x}, outside of the task's stack {:08x}-{:08x}. Likely cause: a "
      "stack overflow, or a damaged stack or frame pointer.",
      r.esp, stack.bottom.raw(), stack.top.raw());
}

constexpr std::uint32_t kKernelCs = 0x60;

// An int instruction raises an exception's vector itself, and EIP is behind it. Where the exception
// has an error code and int pushes none, the handler takes EIP for it and CS for EIP.
std::string asked_for_text(Machine& machine, const ReportedException& e) {
  constexpr std::uint8_t kInt = 0xcd;
  if (e.registers.eip == kKernelCs && vector::has_error_code(e.vector))
    return fmt::format(
        "an `int {:#x}` instruction was run, of which the error code {:#x} is the end of the "
        "address behind it: that vector is an exception of the CPU, which only the CPU raises.",
        e.vector, e.error_code);
  const GuestMemory memory = machine.cpu().memory();
  const auto opcode = memory.load<std::uint8_t>(VirtAddr(e.registers.eip - 2));
  const auto number = memory.load<std::uint8_t>(VirtAddr(e.registers.eip - 1));
  if (opcode != kInt || number != e.vector) return {};
  const std::string_view what =
      e.vector == kSystemCall ? "for the system calls of user programs; kernel code calls the "
                                "functions behind them"
                              : "an exception of the CPU, which only the CPU raises";
  return fmt::format("{} has run `int {:#x}`: that vector is {}.",
                     place_text(machine, VirtAddr(e.registers.eip - 2)), e.vector, what);
}

std::string cause_text(Machine& machine, const ReportedException& e) {
  // int3 is reported behind the instruction.
  const Decoded d = decode(machine, VirtAddr(e.registers.eip));
  switch (e.vector) {
    case vector::kDivideError:
      return divide_text(machine, d, e.registers);
    case vector::kInvalidOpcode:
      return opcode_text(d);
    case vector::kBreakpoint:
      return "It is a breakpoint (int3) that no debugger has set. Likely cause: the code has one, "
             "or control ran past the end of a function into the padding behind it.";
    case vector::kDebug:
      return "A single step or debug register that nobody asked for. Likely cause: the trap flag "
             "was set by damaged EFLAGS.";
    case vector::kOverflow:
      return "It is an into instruction behind an arithmetic overflow.";
    case vector::kDoubleFault:
    case vector::kInvalidTss:
    case 12:  // stack segment
      return stack_text(machine, e.registers);
    case vector::kSegmentNotPresent:
    case vector::kGeneralProtection:
      return protection_text(d, e);
    default:
      break;
  }
  return "No handler takes this exception.";
}

}  // namespace

std::string explain_exception(Machine& machine, const ReportedException& e) {
  if (std::string asked = asked_for_text(machine, e); !asked.empty()) return asked;
  const VirtAddr eip(e.registers.eip);
  const VirtAddr at = e.vector == vector::kBreakpoint ? VirtAddr(eip.raw() - 1) : eip;
  std::string text =
      fmt::format("{} cannot run `{}`. ", place_text(machine, at), disassemble(machine, at).text);
  if (!machine.symbols().find(at)) {
    if (const std::string gone = former_code_sentences(machine, at); !gone.empty())
      return text + gone;
    const std::string data = inside_text(machine, at);
    if (!data.empty()) text += fmt::format("That is {}, not code. ", data);
  }
  return text + cause_text(machine, e);
}

}  // namespace mm32::emu
