#include "emu/explain/used_pointer.hpp"

#include <Zydis/Zydis.h>

#include <array>

#include "emu/cpu/instruction.hpp"

namespace mm32::emu {

std::optional<VirtAddr> used_pointer(const Cpu& cpu, VirtAddr instruction, VirtAddr address) {
  std::array<std::byte, kMaxInstructionBytes> code{};
  std::size_t length = 0;
  for (; length < code.size(); ++length) {
    const auto byte = cpu.memory().load<std::byte>(instruction + Bytes(length));
    if (!byte) break;
    code[length] = *byte;
  }
  ZydisDecoder decoder;
  ZydisDecoderInit(&decoder, ZYDIS_MACHINE_MODE_LEGACY_32, ZYDIS_STACK_WIDTH_32);
  ZydisDecodedInstruction decoded;
  std::array<ZydisDecodedOperand, ZYDIS_MAX_OPERAND_COUNT> operands;
  if (!ZYAN_SUCCESS(
          ZydisDecoderDecodeFull(&decoder, code.data(), length, &decoded, operands.data())))
    return std::nullopt;
  for (std::size_t i = 0; i < decoded.operand_count_visible; ++i) {
    const ZydisDecodedOperand& o = operands[i];
    if (o.type != ZYDIS_OPERAND_TYPE_MEMORY || o.mem.base == ZYDIS_REGISTER_NONE ||
        o.mem.index != ZYDIS_REGISTER_NONE)
      continue;
    return VirtAddr(address.raw() - static_cast<std::uint32_t>(o.mem.disp.value));
  }
  return std::nullopt;
}

}  // namespace mm32::emu
