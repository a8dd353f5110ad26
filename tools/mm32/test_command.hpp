// The command test: guest regression tests, each in a process of its own.
//
// Exit status: 0 all passed, 1 some failed, 2 wrong usage, an unreadable file, or no tests.
#pragma once

#include "commands.hpp"

namespace mm32::tool {

int test_command(const Arguments& args, Output& output);

}  // namespace mm32::tool
