// What `mm32 walk` shows: one address, level by level, as data, as text and as JSON.
//
// The steps are those of mm's walker on the tables that the CPU uses. A walk for reading by ring 0
// finds the entries; what the CPU would answer to the six kinds of access is asked of the same
// walker. What the address and the frame belong to is read from guest memory (address_facts,
// frame_facts), who allocated it from the machine's record of allocations, if it keeps one.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "emu/machine/machine.hpp"
#include "emu/view/allocation_index.hpp"
#include "emu/view/fact.hpp"

namespace mm32::emu {

struct AccessAnswer {
  Access access;
  Ring ring;
  bool allowed;
  std::uint32_t error_code;  // when refused
};

struct WalkView {
  VirtAddr address;
  std::string region;  // "vmalloc", "lowmem direct map", …
  PagingState paging;
  Walk walk;
  std::vector<AccessAnswer> answers;  // ring 0 read, write, execute; ring 3 likewise
  std::vector<Fact> facts;            // symbol, area, slot, page, owner, object, also, made
};

/// Looks at many addresses of a machine that stands still. Changes nothing.
class WalkViewer {
 public:
  /// With the tables that the CPU uses now, or with those of `paging`.
  explicit WalkViewer(Machine& machine) : WalkViewer(machine, machine.cpu().mmu().state()) {}
  WalkViewer(Machine& machine, const PagingState& paging)
      : machine_(machine), paging_(paging), allocations_(machine) {}

  WalkView view(VirtAddr address) const;

 private:
  std::vector<AccessAnswer> answers(VirtAddr address) const;
  void add_frame_facts(WalkView& view) const;

  Machine& machine_;
  PagingState paging_;
  AllocationIndex allocations_;
};

/// One address, with the tables of the machine as they are now.
WalkView view_walk(Machine& machine, VirtAddr address);

/// Several lines, each ending in a newline.
std::string to_text(const WalkView& view);
/// The same in the order in which the CPU does it, one step each, with what is computed.
std::vector<std::string> to_steps(const WalkView& view);
nlohmann::ordered_json to_json(const WalkView& view);

/// Names of the flags in an entry, in the order of their bits: "present writable user …".
std::vector<std::string> entry_flags(std::uint64_t entry, unsigned level, PagingMode mode);
/// "page directory": the table whose entries are of `level`.
std::string_view table_name(unsigned level);
std::string_view access_name(Access access);
/// Why a walk was refused: "the entry is not present".
std::string_view check_text(WalkCheck check);

}  // namespace mm32::emu
