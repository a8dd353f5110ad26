// The options that every command takes: they describe the machine.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "emu/machine/machine.hpp"

namespace mm32::tool {

struct MachineArgs {
  std::string mem = "160M";
  bool pae = false;
  std::string layout;  // empty: classic, unless a module asks for linux-6.1
  std::string vmalloc;
  std::string highmem;
  std::string cma;
  std::string movablecore;
  bool thp = false;
  std::string reserved;
  std::string seed = "1";
  std::string timeout = "60";
  std::vector<std::string> params;
  std::string kstack = "8k";
  bool json = false;
};

/// Adds the options to a command.
void add_machine_options(CLI::App& command, MachineArgs& args);

/// The machine that the options describe. The failure is one line that names the option.
emu::Expected<emu::MachineOptions> machine_options(const MachineArgs& args);

}  // namespace mm32::tool
