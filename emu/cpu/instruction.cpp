#include "emu/cpu/instruction.hpp"

#include <Zydis/Zydis.h>

#include <array>

namespace mm32::emu {
namespace {

bool loads_segment(const ZydisDecodedInstruction& i,
                   std::span<const ZydisDecodedOperand> operands) {
  switch (i.mnemonic) {
    case ZYDIS_MNEMONIC_LDS:
    case ZYDIS_MNEMONIC_LES:
    case ZYDIS_MNEMONIC_LFS:
    case ZYDIS_MNEMONIC_LGS:
    case ZYDIS_MNEMONIC_LSS:
    case ZYDIS_MNEMONIC_LAR:
    case ZYDIS_MNEMONIC_LSL:
    case ZYDIS_MNEMONIC_VERR:
    case ZYDIS_MNEMONIC_VERW:
    case ZYDIS_MNEMONIC_IRETD:
      return true;
    default:
      break;
  }
  if (i.meta.branch_type == ZYDIS_BRANCH_TYPE_FAR) return true;
  return (i.mnemonic == ZYDIS_MNEMONIC_MOV || i.mnemonic == ZYDIS_MNEMONIC_POP) &&
         operands[0].type == ZYDIS_OPERAND_TYPE_REGISTER &&
         ZydisRegisterGetClass(operands[0].reg.value) == ZYDIS_REGCLASS_SEGMENT;
}

}  // namespace

std::optional<InstructionFacts> instruction_facts(std::span<const std::uint8_t> code) {
  ZydisDecoder decoder;
  ZydisDecoderInit(&decoder, ZYDIS_MACHINE_MODE_LEGACY_32, ZYDIS_STACK_WIDTH_32);
  ZydisDecodedInstruction instruction;
  std::array<ZydisDecodedOperand, ZYDIS_MAX_OPERAND_COUNT> operands;
  if (!ZYAN_SUCCESS(ZydisDecoderDecodeFull(&decoder, code.data(), code.size(), &instruction,
                                           operands.data())))
    return std::nullopt;
  const bool pushes_flags =
      instruction.mnemonic == ZYDIS_MNEMONIC_PUSHF || instruction.mnemonic == ZYDIS_MNEMONIC_PUSHFD;
  return InstructionFacts{instruction.length, instruction.raw.prefix_count, pushes_flags,
                          loads_segment(instruction, operands)};
}

}  // namespace mm32::emu
