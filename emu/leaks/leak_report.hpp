// The leak report: what modules allocated and nobody freed.
//
// Made when the modules are unloaded: then all that they made must have been undone, by whichever
// module it was handed to. One entry an allocation; entries that agree in kind, size and call trace
// share their lines. Kernel code's own allocations (no module in the trace) are not reported.
#pragma once

#include <string>
#include <vector>

#include "emu/leaks/allocation_tracker.hpp"
#include "emu/machine/machine.hpp"

namespace mm32::emu {

/// Allocations that agree in kind, size and call trace.
struct LeakGroup {
  Allocation first{};
  std::vector<std::string> places{};  // "c1234560" or, without an address, "page frame 0x3a000"
  std::string what{};                 // "kmalloc", "vmalloc", "kmem_cache_alloc (foo)"
  std::vector<FrameText> trace{};
};

struct ModuleLeaks {
  std::string module{};
  std::uint32_t count = 0;
  std::uint64_t bytes = 0;
  std::vector<LeakGroup> groups{};  // in the order of their first allocations
};

/// What every module that is not loaded any more has left, by module in the order of the first
/// leak. Empty: no leaks. The machine must track allocations.
std::vector<ModuleLeaks> find_leaks(Machine& machine);

/// Lines for the user, without a prefix.
std::vector<std::string> leak_lines(const std::vector<ModuleLeaks>& leaks);

/// "kmalloc", "vmalloc", "kmem_cache_alloc (foo)": what made an allocation.
std::string allocation_call(Machine& machine, const Allocation& allocation);

}  // namespace mm32::emu
