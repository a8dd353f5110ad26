// The tasks of the guest, the running one first, and where the others go on.
#pragma once

#include <optional>
#include <vector>

#include "emu/machine/machine.hpp"

namespace mm32::emu {

/// Follows the list of tasks in guest memory, to a bound and as long as its links are sound.
std::vector<Task> all_tasks(Machine& machine);

/// The registers of a task that does not run, as it will find them when its turn comes: what the
/// scheduler has left on its stack, and 0 for those that a function call may change. Of the running
/// task the CPU's. Nothing: it has no such place (the idle task), or its stack makes no sense.
std::optional<Registers> registers_of(Machine& machine, const Task& task);

}  // namespace mm32::emu
