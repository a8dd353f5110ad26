// What is shown at a stop: why, where with the source line, the instruction, its memory operands
// with their walks.
#pragma once

#include <string>

#include "emu/debug/debugger.hpp"
#include "emu/debug/source_text.hpp"

namespace mm32::emu {

/// Several lines, each ending in a newline.
std::string stop_text(Debugger& debugger, SourceText& sources, const Stop& stop);
/// The part of it that says where: also for `frame`.
std::string place_text(Debugger& debugger, SourceText& sources);

/// "init+0x12/0x40 [hello] (hello.c:12)".
std::string address_text(Machine& machine, VirtAddr address);

}  // namespace mm32::emu
