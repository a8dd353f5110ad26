// Words for what explanations have in common: places in code, and allocations with who made and
// freed them.
#pragma once

#include <string>

#include "emu/explain/nearest_allocation.hpp"
#include "emu/machine/machine.hpp"

namespace mm32::emu {

/// "start+0x19/0x1000 [after_vfree] (after_vfree.c:18)".
std::string place_text(Machine& machine, VirtAddr instruction);

/// The same of the call in front of a return address.
std::string return_place_text(Machine& machine, VirtAddr address);

/// "1 byte", "40 bytes".
std::string count_text(std::uint64_t bytes);

/// Whether it is a mapping of a page (kmap and its family) rather than memory.
bool is_mapping(const Allocation& a);

/// "the 100-byte object from kmalloc, allocated at x.c:12, freed at x.c:14".
std::string allocation_text(Machine& machine, const NearestAllocation& near);

/// " at x.c:12": where it was made; empty when that is not known.
std::string maker_text(Machine& machine, const Allocation& a);

/// The allocation at or next to `address` where a record is kept.
std::optional<NearestAllocation> allocation_near(Machine& machine, VirtAddr address);

/// "40 bytes into the 100-byte object …"; empty when the address is in no known allocation.
std::string inside_text(Machine& machine, VirtAddr address);

/// "The address was in the init part of module x …" for code and data of modules that is gone.
std::string former_code_sentences(Machine& machine, VirtAddr address);

}  // namespace mm32::emu
