// The command line of mm32 (design §5): options to values, values to a call, results to an exit
// status. Holds no logic that a test would need.
#pragma once

namespace mm32::tool {

int run_command_line(int argc, const char* const* argv);

}  // namespace mm32::tool
