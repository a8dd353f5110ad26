// Guest memory in the forms of gdb's x command.
#pragma once

#include <string>
#include <string_view>

#include "emu/failure.hpp"
#include "emu/machine/machine.hpp"

namespace mm32::emu {

/// "/8xw c0000000": count, format (x d u c s i), size (b h w); all may be left out. Memory that is
/// not mapped ends the text with a line that says so.
Expected<std::string> examine(Machine& machine, std::string_view arguments);

/// 64 bytes of physical memory, and what the frame is.
Expected<std::string> examine_physical(Machine& machine, PhysAddr at);

}  // namespace mm32::emu
