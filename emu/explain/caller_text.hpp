// Which code of a module called the kernel's own function that reports something.
//
// The innermost reliable frame of a module: what its author can look at. The kernel's own frames
// tell little. Reads the guest, changes nothing.
#pragma once

#include <string>

#include "emu/machine/machine.hpp"
#include "emu/oops/backtrace.hpp"

namespace mm32::emu {

/// "start+0x12/0x80 [ring] (ring.c:12)"; without a frame of a module, the place of EIP.
std::string module_caller_text(Machine& machine, const Registers& registers, TopFrame top);

}  // namespace mm32::emu
