// What the files of a command line mean: modules with their parameters, the machine they need, and
// how C source is compiled for it.
#pragma once

#include <string>
#include <vector>

#include "emu/command/run_session.hpp"
#include "machine_args.hpp"

namespace mm32::tool {

/// A word with '=' that is not a file is a parameter of the module before it.
std::vector<emu::RunFile> run_files(const std::vector<std::string>& words);

/// Adds to the options what the modules need: a .ko brings its kernel's layout along.
emu::Expected<MachineArgs> fit_to_modules(MachineArgs args, const std::vector<emu::RunFile>& files);

emu::CompilerOptions compiler_options(const MachineConfig& config);

}  // namespace mm32::tool
