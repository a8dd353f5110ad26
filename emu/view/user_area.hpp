// The areas of user addresses (VMAs) that the running task has, as guest memory holds them.
//
// Guest code keeps them in a tree and, in the order of their addresses, in a list (guest/kernel/mm/
// mmap.c), which is read here. Its links are the guest's: the walk ends at the first that leads out
// of RAM or is not in order. Linux 6.1: struct vm_area_struct, fs/proc/task_mmu.c (show_map_vma).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "emu/machine/machine.hpp"
#include "mm/base/types.hpp"

namespace mm32::emu {

struct UserArea {
  VirtAddr begin{};
  VirtAddr end{};
  std::uint32_t flags = 0;  // VM_*
  VirtAddr structure{};     // struct vm_area_struct
};

UserArea read_user_area(Machine& machine, VirtAddr structure);
std::vector<UserArea> user_areas(Machine& machine);
std::optional<UserArea> user_area_of(Machine& machine, VirtAddr address);
/// "rw-p", as /proc/PID/maps.
std::string rights_of(const UserArea& area);
/// The lines of /proc/PID/maps.
std::string maps_text(Machine& machine);

}  // namespace mm32::emu
