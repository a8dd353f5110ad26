// The options about the modules of a command, and files as the command line gives them.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "emu/command/kernel_version.hpp"
#include "emu/command/run_session.hpp"

namespace mm32::tool {

struct ModuleArgs {
  std::string kernel_version;
  std::string run_missing;
  std::string expect_init;
  bool verbose = false;
};

/// --kernel-version, for every command that compiles.
void add_source_options(CLI::App& command, ModuleArgs& args);
/// --run-missing and --verbose, for every command that loads.
void add_load_options(CLI::App& command, ModuleArgs& args);
/// --expect-init, for the command that judges.
void add_judge_options(CLI::App& command, ModuleArgs& args);

/// What the options say. The failure is one line that names the option.
emu::Expected<emu::RunOptions> run_options(const ModuleArgs& args);
/// The version that sources are compiled for.
emu::Expected<emu::KernelVersion> kernel_version(const ModuleArgs& args);

/// A word with '=' that is not a file is a parameter of the module before it.
std::vector<emu::RunFile> run_files(const std::vector<std::string>& words);

}  // namespace mm32::tool
