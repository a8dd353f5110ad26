// What a virtual address belongs to: a symbol, a vmalloc area, a kmap or fixmap slot.
//
// Read from guest memory and from the loader's tables, as they are now.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emu/machine/machine.hpp"
#include "emu/view/fact.hpp"

namespace mm32::emu {

/// The name of the address-space region that `address` lies in.
std::string region_name(const AddressSpace& space, VirtAddr address);

/// "symbol", "area" and "slot", those that apply.
std::vector<Fact> address_facts(Machine& machine, VirtAddr address);

/// Words for the flags of a vm_struct: "vmalloc", "ioremap", "vmap", …
std::vector<std::string> vm_flag_names(std::uint32_t flags);

}  // namespace mm32::emu
