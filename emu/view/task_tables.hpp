// The page directory that a task runs on, by its pid.
#pragma once

#include "emu/failure.hpp"
#include "emu/machine/machine.hpp"

namespace mm32::emu {

/// The paging state with which the CPU runs the task. Kernel threads, init before its first exec
/// and the task that loads modules have no memory of their own and use the kernel's directory.
/// Fails with kUsage for a pid that nobody has, naming those that exist.
Expected<PagingState> task_paging(Machine& machine, std::int32_t pid);

}  // namespace mm32::emu
