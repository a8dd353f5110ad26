// The options that every command takes: they describe the machine.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "emu/machine/machine.hpp"
#include "emu/trace/trace_writer.hpp"

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
  std::optional<std::string> slub_debug;
  std::string init_on_alloc;
  bool page_poison = false;
  bool debug_pagealloc = false;
  bool vmalloc_debug = false;
  bool test_device = false;
  bool check_tlb = false;
  std::string kstack = "8k";
  bool json = false;
  std::string trace;
  std::string trace_format;
  std::vector<std::string> trace_events;
};

/// Gives --slub-debug the value that slub_debug without one has on a kernel's command line, where
/// nothing follows that can be its value.
void complete_slub_debug(std::vector<std::string>& words);

/// Adds the options to a command.
void add_machine_options(CLI::App& command, MachineArgs& args);

/// The machine that the options describe. The failure is one line that names the option.
emu::Expected<emu::MachineOptions> machine_options(const MachineArgs& args);

/// The trace that --trace asks for; nothing when it was not given.
emu::Expected<std::optional<emu::TraceOptions>> trace_options(const MachineArgs& args);

}  // namespace mm32::tool
