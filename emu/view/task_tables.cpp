#include "emu/view/task_tables.hpp"

#include <fmt/format.h>

namespace mm32::emu {

Expected<PagingState> task_paging(Machine& machine, std::int32_t pid) {
  constexpr std::int32_t kSwapper = 0;
  constexpr std::int32_t kInit = 1;
  const Task current = machine.current();
  PagingState paging = machine.cpu().mmu().state();
  if (pid == current.pid()) return paging;
  if (pid == kSwapper || pid == kInit) {
    paging.cr3 = machine.mm().tables().root();
    return paging;
  }
  return failure(ExitStatus::kUsage,
                 fmt::format("there is no task with pid {}; there are {} (swapper), {} (init) and "
                             "{} ({})",
                             pid, kSwapper, kInit, current.pid(), current.comm()));
}

}  // namespace mm32::emu
