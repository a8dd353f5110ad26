#include "emu/debug/disassembly.hpp"

#include <Zydis/Zydis.h>
#include <fmt/format.h>

#include <array>

#include "emu/cpu/instruction.hpp"

namespace mm32::emu {
namespace {

struct Code {
  std::array<std::uint8_t, kMaxInstructionBytes> bytes{};
  std::size_t length = 0;
};

Code code_at(Machine& machine, VirtAddr at) {
  Code code;
  const GuestMemory memory = machine.cpu().memory();
  for (; code.length < code.bytes.size(); ++code.length) {
    const auto byte = memory.load<std::uint8_t>(at + Bytes(code.length));
    if (!byte) break;
    code.bytes[code.length] = *byte;
  }
  return code;
}

// Where a direct branch goes.
std::optional<VirtAddr> branch_target(const ZydisDecodedInstruction& instruction,
                                      const ZydisDecodedOperand& operand, VirtAddr at) {
  ZyanU64 target = 0;
  if (instruction.operand_count_visible == 0 || operand.type != ZYDIS_OPERAND_TYPE_IMMEDIATE ||
      operand.imm.is_relative == 0 ||
      !ZYAN_SUCCESS(ZydisCalcAbsoluteAddress(&instruction, &operand, at.raw(), &target)))
    return std::nullopt;
  return VirtAddr(static_cast<std::uint32_t>(target));
}

std::string value_text(Machine& machine, const MemoryOperand& operand, const Walk& walk) {
  if (!walk.ok() || !operand.reads || operand.bytes > 8) return {};
  std::array<std::byte, 8> bytes{};
  if (!machine.cpu().memory().read(operand.address, std::span(bytes).first(operand.bytes)))
    return {};
  std::uint64_t value = 0;
  for (unsigned i = operand.bytes; i-- > 0;)
    value = value << 8 | std::to_integer<std::uint64_t>(bytes[i]);
  return fmt::format(" = 0x{:0{}x}", value, 2 * operand.bytes);
}

}  // namespace

std::string symbol_suffix(Machine& machine, VirtAddr at) {
  const auto symbol = machine.symbols().find(at);
  if (!symbol) return {};
  if (symbol->offset == 0) return fmt::format(" <{}>", symbol->name);
  return fmt::format(" <{}+{:#x}>", symbol->name, symbol->offset);
}

Disassembled disassemble(Machine& machine, VirtAddr at) {
  const Code code = code_at(machine, at);
  if (code.length == 0) return {1, "(no memory is mapped here)"};
  ZydisDecoder decoder;
  ZydisDecoderInit(&decoder, ZYDIS_MACHINE_MODE_LEGACY_32, ZYDIS_STACK_WIDTH_32);
  ZydisDecodedInstruction instruction;
  std::array<ZydisDecodedOperand, ZYDIS_MAX_OPERAND_COUNT> operands;
  if (!ZYAN_SUCCESS(ZydisDecoderDecodeFull(&decoder, code.bytes.data(), code.length, &instruction,
                                           operands.data())))
    return {1, "(bad)"};
  ZydisFormatter formatter;
  ZydisFormatterInit(&formatter, ZYDIS_FORMATTER_STYLE_ATT);
  ZydisFormatterSetProperty(&formatter, ZYDIS_FORMATTER_PROP_HEX_UPPERCASE, ZYAN_FALSE);
  ZydisFormatterSetProperty(&formatter, ZYDIS_FORMATTER_PROP_ADDR_PADDING_ABSOLUTE, 0);
  ZydisFormatterSetProperty(&formatter, ZYDIS_FORMATTER_PROP_DISP_PADDING, 0);
  ZydisFormatterSetProperty(&formatter, ZYDIS_FORMATTER_PROP_IMM_PADDING, 0);
  std::array<char, 256> text{};
  if (!ZYAN_SUCCESS(ZydisFormatterFormatInstruction(&formatter, &instruction, operands.data(),
                                                    instruction.operand_count_visible, text.data(),
                                                    text.size(), at.raw(), nullptr)))
    return {instruction.length, "(bad)"};
  std::string words = text.data();
  if (const auto target = branch_target(instruction, operands[0], at))
    words += symbol_suffix(machine, *target);
  return {instruction.length, words};
}

std::string walk_in_short(const Walk& walk) {
  std::string text;
  for (unsigned i = 0; i < walk.step_count; ++i) {
    const WalkStep& step = walk.steps[i];
    const char* name = step.level == 3 ? "pdpte" : step.level == 2 ? "pde" : "pte";
    text += fmt::format("{} {:08x} -> ", name, step.entry);
  }
  if (walk.ok()) return text + fmt::format("physical {:08x}", walk.physical.raw());
  return text + fmt::format("page fault, error code {:x}", walk.error_code);
}

std::vector<std::string> operand_lines(Machine& machine) {
  std::vector<std::string> lines;
  const Cpu& cpu = machine.cpu();
  const Ring ring = cpu.registers().cpl() == 3 ? Ring::kUser : Ring::kSupervisor;
  for (const MemoryOperand& operand : cpu.memory_operands()) {
    const Access access = operand.writes ? Access::kWrite : Access::kRead;
    const Walk walk = cpu.mmu().walk_now(operand.address, access, ring);
    const char* verb = operand.reads ? (operand.writes ? "reads and writes" : "reads") : "writes";
    lines.push_back(fmt::format("{} {} byte{} at {:08x}{}: {}{}", verb, operand.bytes,
                                operand.bytes == 1 ? "" : "s", operand.address.raw(),
                                symbol_suffix(machine, operand.address), walk_in_short(walk),
                                value_text(machine, operand, walk)));
  }
  return lines;
}

}  // namespace mm32::emu
