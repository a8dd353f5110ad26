// The list of what stops a run, numbered from 1 as they are made.
//
// Plain data with the questions that the debugger asks before each instruction. A filter of 64 K
// bits over the low half of the address answers most of them.
#pragma once

#include <bitset>
#include <optional>
#include <string>
#include <vector>

#include "emu/debug/location.hpp"
#include "emu/debug/watched_bytes.hpp"
#include "mm/base/events.hpp"

namespace mm32::emu {

struct Breakpoint {
  enum class Kind : std::uint8_t {
    kCode,       // at `addresses`
    kException,  // a CPU exception that no fix-up of the kernel's expects
    kPageFault,  // every page fault
    kEvent,      // an event of `events`
    kModules,    // modules come or go
    kWrite,      // the value of `watched` changes
    kRead,       // guest code reads `watched`
    kAccess,     // guest code reads or writes `watched`
  };
  enum class State : std::uint8_t { kEnabled, kDisabled };
  enum class Life : std::uint8_t { kKept, kOnce };

  unsigned number = 0;
  Kind kind = Kind::kCode;
  std::string text{};  // what it is, for lists
  State state = State::kEnabled;
  Life life = Life::kKept;
  Location location{};
  std::vector<VirtAddr> addresses{};
  EventMask events = 0;
  WatchedBytes watched{};
  std::uint64_t hits = 0;
  std::uint64_t ignore = 0;  // so many hits more do not stop

  bool is_enabled() const { return state == State::kEnabled; }
  bool is_watch() const { return kind >= Kind::kWrite; }
};

class BreakpointList {
 public:
  /// Gives it a number. Code locations are resolved by the next resolve().
  Breakpoint& add(Breakpoint breakpoint);
  bool remove(unsigned number);
  void clear() { list_.clear(); }
  /// Takes the place of all; the next one gets the number behind `last_number`.
  void assign(std::vector<Breakpoint> list, unsigned last_number) {
    list_ = std::move(list);
    last_number_ = last_number;
  }
  unsigned last_number() const { return last_number_; }
  Breakpoint* find(unsigned number);
  std::vector<Breakpoint>& all() { return list_; }
  const std::vector<Breakpoint>& all() const { return list_; }

  /// Finds the addresses of all code locations, and what the quick questions below need. To be
  /// called after every change of the list or of the modules.
  void resolve(Machine& machine);
  bool may_stop_at(std::uint32_t eip) const { return filter_[eip & 0xffff]; }
  /// The enabled code breakpoint at `eip`.
  Breakpoint* at(std::uint32_t eip);
  Breakpoint* enabled(Breakpoint::Kind kind);
  bool has_watches() const { return has_watches_; }
  /// What the event breakpoints want.
  EventMask events() const { return events_; }
  Breakpoint* of_event(std::size_t index);

 private:
  std::vector<Breakpoint> list_;
  unsigned last_number_ = 0;
  std::bitset<65536> filter_;
  bool has_watches_ = false;
  EventMask events_ = 0;
};

}  // namespace mm32::emu
