// The exact address of a page fault.
//
// The engine's TLB-fill callback sees the page only. CR2 must hold the first byte of the access
// that lies on that page, so the faulting instruction is decoded and its memory operands are
// computed from the registers, implicit ones (push, call, string instructions) included.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "emu/cpu/registers.hpp"
#include "mm/base/types.hpp"
#include "mm/paging/walk.hpp"

namespace mm32::emu {

/// Address of the first byte on `page` that the instruction accesses; nothing when none of its
/// operands lies there. `code` holds the bytes at EIP (up to 15). FS and GS bases are added.
std::optional<VirtAddr> accessed_address(std::span<const std::uint8_t> code,
                                         const Registers& registers, std::uint32_t fs_base,
                                         std::uint32_t gs_base, VirtAddr page, Access access);

/// The same; the page's first byte when no operand of the instruction explains it.
VirtAddr exact_fault_address(std::span<const std::uint8_t> code, const Registers& registers,
                             std::uint32_t fs_base, std::uint32_t gs_base, VirtAddr page,
                             Access access);

/// The address that INVLPG names; nothing for other instructions.
std::optional<VirtAddr> invalidated_address(std::span<const std::uint8_t> code,
                                            const Registers& registers, std::uint32_t fs_base,
                                            std::uint32_t gs_base);

/// Memory that an instruction accesses by its encoding.
struct MemoryOperand {
  VirtAddr address{};
  std::uint32_t bytes = 0;
  bool reads = false;
  bool writes = false;
  bool is_implicit = false;  // push, call, string instructions: not written in the operands
};

/// What the instruction at EIP is going to access, in the order of its operands. Empty when the
/// bytes are no instruction.
std::vector<MemoryOperand> memory_operands(std::span<const std::uint8_t> code,
                                           const Registers& registers, std::uint32_t fs_base,
                                           std::uint32_t gs_base);

}  // namespace mm32::emu
