// What `mm32 layout` shows: the kernel's part of the address space, as a table and as JSON.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "mm/layout/address_space.hpp"

namespace mm32::emu {

/// A map from high to low addresses, one region a line.
std::string layout_text(const AddressSpace& space, Bytes ram);
/// The kernel's names in lower case, addresses as "0x…" (design §5).
nlohmann::ordered_json layout_json(const AddressSpace& space);

}  // namespace mm32::emu
