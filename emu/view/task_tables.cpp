#include "emu/view/task_tables.hpp"

#include <fmt/format.h>

#include "emu/debug/tasks.hpp"

namespace mm32::emu {
namespace {

constexpr std::int32_t kInit = 1;
constexpr std::size_t kMostNamed = 8;

// "0 (swapper/0), 1 (init), 83 (insmod)"
std::string names_of(const std::vector<Task>& tasks) {
  std::string text = fmt::format("0 (swapper), {} (init)", kInit);
  std::size_t named = 0;
  for (const Task& task : tasks) {
    if (task.pid() <= kInit) continue;
    if (++named > kMostNamed) return text + ", …";
    text += fmt::format(", {} ({})", task.pid(), task.comm());
  }
  return text;
}

}  // namespace

// Nobody here has tables of its own: kernel threads, too, use the kernel's.
Expected<PagingState> task_paging(Machine& machine, std::int32_t pid) {
  PagingState paging = machine.cpu().mmu().state();
  if (pid == machine.current().pid()) return paging;
  paging.cr3 = machine.mm().tables().root();
  if (pid == 0 || pid == kInit) return paging;
  const std::vector<Task> tasks = all_tasks(machine);
  for (const Task& task : tasks)
    if (task.pid() == pid) return paging;
  return failure(ExitStatus::kUsage,
                 fmt::format("there is no task with pid {}; there are {}", pid, names_of(tasks)));
}

}  // namespace mm32::emu
