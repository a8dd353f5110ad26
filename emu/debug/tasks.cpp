#include "emu/debug/tasks.hpp"

#include <algorithm>

namespace mm32::emu {
namespace {

constexpr std::uint32_t kTasksOffset = 968;  // task_struct::tasks
constexpr std::size_t kMostTasks = 4096;
constexpr std::uint32_t kStackPointerOffset = 356;  // task_struct::sp_mm32

// What switch_stacks (guest/kernel/sched/switch.S) leaves, the lowest word first.
struct SwitchFrame {
  std::uint32_t eflags, esi, edi, ebx, ebp, eip;
};

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

std::optional<Registers> registers_of(Machine& machine, const Task& task) {
  Registers r = machine.cpu().registers();
  if (task.address() == machine.current().address()) return r;
  const GuestMemory memory = machine.cpu().memory();
  const auto sp = memory.load<std::uint32_t>(task.address() + Bytes(kStackPointerOffset));
  if (!sp || *sp < task.stack().raw()) return std::nullopt;
  const auto saved = memory.load<SwitchFrame>(VirtAddr(*sp));
  if (!saved || !machine.symbols().in_text(VirtAddr(saved->eip))) return std::nullopt;
  r.eax = r.ecx = r.edx = 0;
  r.ebx = saved->ebx;
  r.esi = saved->esi;
  r.edi = saved->edi;
  r.ebp = saved->ebp;
  r.eip = saved->eip;
  r.eflags = saved->eflags;
  r.esp = *sp + static_cast<std::uint32_t>(sizeof(SwitchFrame));
  return r;
}

}  // namespace mm32::emu
