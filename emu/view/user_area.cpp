#include "emu/view/user_area.hpp"

#include <fmt/format.h>

namespace mm32::emu {
namespace {

// struct vm_area_struct: its size depends on pgprot_t, the links are its last two words.
constexpr Bytes kStart(0);
constexpr Bytes kEnd(4);
constexpr std::uint32_t kMostAreas = 65530;  // sysctl_max_map_count

Bytes flags_at(PagingMode mode) { return Bytes(mode == PagingMode::kPae ? 20 : 16); }
Bytes next_at(PagingMode mode) { return Bytes(mode == PagingMode::kPae ? 68 : 64); }

}  // namespace

UserArea read_user_area(Machine& machine, VirtAddr structure) {
  const Ram& ram = machine.ram();
  return {VirtAddr(ram.at<std::uint32_t>(structure + kStart)),
          VirtAddr(ram.at<std::uint32_t>(structure + kEnd)),
          ram.at<std::uint32_t>(structure + flags_at(machine.mm().tables().mode())), structure};
}

std::vector<UserArea> user_areas(Machine& machine) {
  const Ram& ram = machine.ram();
  const AddressSpace& space = machine.mm().space();
  const Bytes next = next_at(machine.mm().tables().mode());
  std::vector<UserArea> areas;
  const VirtAddr head(ram.at<std::uint32_t>(machine.image().symbol("__mm32_first_area")));
  if (!space.in_lowmem(head)) return areas;
  VirtAddr at(ram.at<std::uint32_t>(head));
  while (space.in_lowmem(at) && areas.size() < kMostAreas) {
    const UserArea area = read_user_area(machine, at);
    if (area.begin >= area.end || (!areas.empty() && area.begin < areas.back().end)) break;
    areas.push_back(area);
    at = VirtAddr(ram.at<std::uint32_t>(at + next));
  }
  return areas;
}

std::optional<UserArea> user_area_of(Machine& machine, VirtAddr address) {
  if (address.raw() >= kPageOffset) return std::nullopt;
  for (const UserArea& area : user_areas(machine))
    if (address >= area.begin && address < area.end) return area;
  return std::nullopt;
}

std::string rights_of(const UserArea& area) {
  const auto letter = [&](std::uint32_t bit, char set) {
    return (area.flags & bit) != 0 ? set : '-';
  };
  return {letter(1, 'r'), letter(2, 'w'), letter(4, 'x'), (area.flags & 8) != 0 ? 's' : 'p'};
}

std::string maps_text(Machine& machine) {
  std::string text;
  for (const UserArea& area : user_areas(machine))
    text += fmt::format("{:08x}-{:08x} {} 00000000 00:00 0\n", area.begin.raw(), area.end.raw(),
                        rights_of(area));
  return text;
}

}  // namespace mm32::emu
