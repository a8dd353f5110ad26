// What `mm32 walk` shows: one address, level by level, as data, as text and as JSON.
//
// The steps are those of mm's walker on the tables that the CPU uses. A walk for reading by ring 0
// finds the entries; what the CPU would answer to the six kinds of access is asked of the same
// walker. struct page and the owner of the frame are read from guest memory.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "emu/machine/machine.hpp"

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
  std::optional<Page> page;           // of the frame, when it has one
  std::string page_zone;
};

/// Looks at `address` with the tables of the machine as they are now. Changes nothing.
WalkView view_walk(Machine& machine, VirtAddr address);

/// Several lines, each ending in a newline.
std::string to_text(const WalkView& view);
nlohmann::ordered_json to_json(const WalkView& view);

/// Names of the flags in an entry, in the order of their bits: "P RW US …".
std::vector<std::string> entry_flags(std::uint64_t entry, unsigned level, PagingMode mode);
/// Names of the flags in page->flags: "reserved", "slab", "head", …
std::vector<std::string> page_flag_names(std::uint32_t flags);
/// The name of the address-space region that `address` lies in.
std::string region_name(const AddressSpace& space, VirtAddr address);

}  // namespace mm32::emu
