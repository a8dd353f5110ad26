#include "emu/debug/breakpoints.hpp"

#include <algorithm>

namespace mm32::emu {

Breakpoint& BreakpointList::add(Breakpoint breakpoint) {
  breakpoint.number = ++last_number_;
  return list_.emplace_back(std::move(breakpoint));
}

bool BreakpointList::remove(unsigned number) {
  return std::erase_if(list_, [&](const Breakpoint& b) { return b.number == number; }) != 0;
}

Breakpoint* BreakpointList::find(unsigned number) {
  const auto found = std::ranges::find(list_, number, &Breakpoint::number);
  return found == list_.end() ? nullptr : &*found;
}

void BreakpointList::resolve(Machine& machine) {
  filter_.reset();
  has_watches_ = false;
  events_ = 0;
  for (Breakpoint& b : list_) {
    if (b.kind == Breakpoint::Kind::kCode) b.addresses = b.location.resolve(machine);
    if (!b.is_enabled()) continue;
    for (const VirtAddr at : b.addresses) filter_.set(at.raw() & 0xffff);
    has_watches_ = has_watches_ || b.is_watch();
    events_ |= b.events;
  }
}

Breakpoint* BreakpointList::at(std::uint32_t eip) {
  for (Breakpoint& b : list_)
    if (b.is_enabled() && std::ranges::find(b.addresses, VirtAddr(eip)) != b.addresses.end())
      return &b;
  return nullptr;
}

Breakpoint* BreakpointList::enabled(Breakpoint::Kind kind) {
  const auto found = std::ranges::find_if(
      list_, [&](const Breakpoint& b) { return b.kind == kind && b.is_enabled(); });
  return found == list_.end() ? nullptr : &*found;
}

Breakpoint* BreakpointList::of_event(std::size_t index) {
  const auto found = std::ranges::find_if(
      list_, [&](const Breakpoint& b) { return b.is_enabled() && (b.events >> index & 1) != 0; });
  return found == list_.end() ? nullptr : &*found;
}

}  // namespace mm32::emu
