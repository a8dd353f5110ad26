// What the CPU's TLB holds, as far as its fills and flushes say.
//
// The engine keeps its translations to itself, so this follows the events: a fill enters a page, a
// flush by the host empties all of it (the engine knows no other), and of two pages with the same
// low eight bits the later one wins, as in the engine's direct-mapped table of 256 entries. What
// guest code drops by itself (INVLPG, a load of CR3) is not seen: such an entry is shown until it
// is replaced.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "mm/base/events.hpp"

namespace mm32::emu {

class Machine;

class TlbModel final : public EventSink {
 public:
  static constexpr std::size_t kEntries = 256;
  static constexpr EventMask wanted_events() { return events_of<event::Walk, event::TlbFlush>(); }

  void attach(Machine& machine);
  void on_event(const Event& event) override;
  /// One line an entry: page, frame at the time of the fill, and a note when the tables say
  /// something else by now.
  std::string text() const;

 private:
  struct Entry {
    VirtAddr page{};
    PhysAddr frame{};
  };

  Machine* machine_ = nullptr;
  std::array<std::optional<Entry>, kEntries> entries_{};
  std::uint64_t fills_ = 0;
  std::uint64_t flushes_ = 0;
};

}  // namespace mm32::emu
