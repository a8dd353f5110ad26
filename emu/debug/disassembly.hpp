// Instructions in AT&T form, with the symbols of addresses; their memory operands with their walks.
#pragma once

#include <string>

#include "emu/machine/machine.hpp"

namespace mm32::emu {

struct Disassembled {
  unsigned length = 1;  // 1 when the bytes are no instruction
  std::string text;     // "call 0xc1000158 <kmalloc>", "(bad)", "(no memory is mapped here)"
};

Disassembled disassemble(Machine& machine, VirtAddr at);

/// One line for each access of the instruction at EIP:
/// "reads 4 bytes at ca806000 <buffer>: PDE 01412067 PTE 01428163 -> physical 01428000 = 0x2a".
std::vector<std::string> operand_lines(Machine& machine);

/// "pde 01412067 -> pte 01428163 -> physical 01428000", or what refuses.
std::string walk_in_short(const Walk& walk);

/// " <kmalloc+0x12>", or nothing when no image has the address.
std::string symbol_suffix(Machine& machine, VirtAddr at);

}  // namespace mm32::emu
