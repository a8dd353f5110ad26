// Values of pointers that tell where they come from: error codes, poison, text, magic numbers.
#pragma once

#include <string>

#include "mm/base/types.hpp"

namespace mm32::emu {

/// One or two sentences when `pointer`, through which `address` was used, is such a value; else
/// empty. NULL is none of them.
std::string telling_pointer(VirtAddr pointer, VirtAddr address);

}  // namespace mm32::emu
