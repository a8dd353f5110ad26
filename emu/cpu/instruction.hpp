// What the CPU needs to know about an instruction that could not run: nothing but its encoding.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace mm32::emu {

inline constexpr unsigned kMaxInstructionBytes = 15;

struct InstructionFacts {
  unsigned length;
  unsigned prefixes;       // bytes in front of the opcode
  bool pushes_flags;       // PUSHF
  bool reads_descriptors;  // loads or inspects a segment: the CPU reads the GDT or LDT itself
};

/// The 32-bit instruction at the start of `code`; nothing when the bytes are none, or too few.
std::optional<InstructionFacts> instruction_facts(std::span<const std::uint8_t> code);

}  // namespace mm32::emu
