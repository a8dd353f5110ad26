// The command gdb: serves gdb's remote protocol on the loopback address.
//
// Exit status: that of the run, 0 when gdb killed it or went away with --once.
#pragma once

#include "commands.hpp"

namespace mm32::tool {

int gdb_command(const Arguments& args, Output& output);

}  // namespace mm32::tool
