// The tasks of the guest, the running one first.
#pragma once

#include <vector>

#include "emu/machine/machine.hpp"

namespace mm32::emu {

/// Follows the list of tasks in guest memory, to a bound and as long as its links are sound.
std::vector<Task> all_tasks(Machine& machine);

}  // namespace mm32::emu
