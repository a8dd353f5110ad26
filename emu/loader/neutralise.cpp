#include "emu/loader/neutralise.hpp"

#include <Zydis/Zydis.h>

#include <algorithm>

namespace mm32::emu {
namespace {

constexpr std::byte kNop{0x90};
constexpr std::byte kUd2First{0x0F};  // also the escape byte of two-byte opcodes
constexpr std::byte kUd2Second{0x0B};
constexpr std::byte kInt{0xCD};
constexpr std::byte kVex3{0xC4};
constexpr std::byte kVex2{0xC5};

bool is_debug_move(std::byte opcode) {
  return opcode == std::byte{0x21} || opcode == std::byte{0x23};
}

// Length of a VEX form of a debug-register move at the start of `text`; 0: there is none. Such
// bytes are no valid instruction, so the decoder refuses them; the engine does not.
std::size_t vex_debug_move(std::span<const std::byte> text) {
  const bool has_modrm_mod3 = text.size() >= 2 && (text[1] & std::byte{0xC0}) == std::byte{0xC0};
  if (!has_modrm_mod3) return 0;  // in 32-bit code C4 and C5 with mod != 3 are les and lds
  if (text[0] == kVex2 && text.size() >= 4 && is_debug_move(text[2])) return 4;
  if (text[0] == kVex3 && text.size() >= 5 && (text[1] & std::byte{0x1F}) == std::byte{1} &&
      is_debug_move(text[3]))
    return 5;
  return 0;
}

// The same without prefix, for forms that the decoder refuses.
std::size_t plain_debug_move(std::span<const std::byte> text) {
  return text.size() >= 3 && text[0] == kUd2First && is_debug_move(text[1]) ? 3 : 0;
}

bool touches_debug_register(const ZydisDecodedInstruction& instruction) {
  return instruction.opcode_map == ZYDIS_OPCODE_MAP_0F &&
         (instruction.opcode == 0x21 || instruction.opcode == 0x23);
}

// Behind its prefixes, which INT ignores.
void replace_timestamp(std::span<std::byte> instruction) {
  instruction[instruction.size() - 2] = kInt;
  instruction[instruction.size() - 1] = std::byte{kTimestampVector};
}

void replace(std::span<std::byte> instruction) {
  std::ranges::fill(instruction, kNop);
  instruction[0] = kUd2First;
  instruction[1] = kUd2Second;
}

bool is_timestamp(std::span<const std::byte> text) {
  return text.size() >= 2 && text[0] == kUd2First && text[1] == std::byte{0x31};
}

// Most text has the bytes of none at any offset, and decoding it is what takes the time.
bool may_hold_any(std::span<const std::byte> text) {
  for (; !text.empty(); text = text.subspan(1)) {
    if (vex_debug_move(text) != 0 || plain_debug_move(text) != 0 || is_timestamp(text)) return true;
  }
  return false;
}

}  // namespace

unsigned neutralise(std::span<std::byte> text) {
  if (!may_hold_any(text)) return 0;
  ZydisDecoder decoder;
  ZydisDecoderInit(&decoder, ZYDIS_MACHINE_MODE_LEGACY_32, ZYDIS_STACK_WIDTH_32);
  unsigned count = 0;
  while (!text.empty()) {
    ZydisDecodedInstruction instruction{};
    std::size_t length = std::max(vex_debug_move(text), plain_debug_move(text));
    bool dangerous = length != 0;
    if (!dangerous && ZYAN_SUCCESS(ZydisDecoderDecodeInstruction(
                          &decoder, static_cast<ZydisDecoderContext*>(nullptr), text.data(),
                          text.size(), &instruction))) {
      length = instruction.length;
      dangerous = touches_debug_register(instruction);
    }
    length = std::max<std::size_t>(length, 1);
    if (dangerous) {
      replace(text.first(length));
      ++count;
    } else if (length > 1 && instruction.mnemonic == ZYDIS_MNEMONIC_RDTSC) {
      replace_timestamp(text.first(length));
      ++count;
    }
    text = text.subspan(length);
  }
  return count;
}

}  // namespace mm32::emu
