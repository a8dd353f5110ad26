// Instructions that empty the TLB or parts of it: INVLPG, and moves to CR3 and CR4.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "emu/cpu/engine.hpp"

namespace mm32::emu {

struct TlbFlushing {
  enum class Kind : std::uint8_t { kPage, kCr3, kCr4 };
  Kind kind;
  std::uint32_t value;  // the address, or what the control register becomes
};

/// What the instruction in `code` will flush with the engine's registers as they are; nothing when
/// it is another one.
std::optional<TlbFlushing> tlb_flush_of(std::span<const std::uint8_t> code, const Engine& engine);

}  // namespace mm32::emu
