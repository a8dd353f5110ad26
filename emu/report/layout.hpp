// The address-space map, as text and as JSON.
//
// The text is the table that kernels used to print at boot ("virtual kernel memory layout"); the
// JSON has the kernel's names in lower case (DESIGN §5), addresses as "0x…" strings, counts as
// numbers.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "mm/layout/address_space.hpp"

namespace mm32::emu {

std::string layout_report(const AddressSpace& space);
nlohmann::ordered_json layout_json(const AddressSpace& space);

}  // namespace mm32::emu
