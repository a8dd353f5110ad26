#include "emu/debug/tasks.hpp"

#include <algorithm>

namespace mm32::emu {
namespace {

constexpr std::uint32_t kTasksOffset = 968;  // task_struct::tasks
constexpr std::size_t kMostTasks = 4096;

}  // namespace

std::vector<Task> all_tasks(Machine& machine) {
  std::vector<Task> tasks{machine.current()};
  const GuestMemory memory = machine.cpu().memory();
  const AddressSpace& space = machine.mm().space();
  const std::uint32_t first = tasks[0].address().raw() + kTasksOffset;
  std::uint32_t at = first;
  while (tasks.size() < kMostTasks) {
    const auto next = memory.load<std::uint32_t>(VirtAddr(at));
    if (!next || *next == first || *next % 4 != 0) break;
    const VirtAddr task(*next - kTasksOffset);
    if (!space.in_lowmem(task)) break;
    const bool known =
        std::ranges::any_of(tasks, [&](const Task& t) { return t.address() == task; });
    if (known) break;
    tasks.emplace_back(machine.ram(), task);
    at = *next;
  }
  return tasks;
}

}  // namespace mm32::emu
