// Which symbols Debian's 6.1 kernel for i386 exports to GPL modules only (EXPORT_SYMBOL_GPL).
//
// Facts from the Module.symvers of its headers; tests/linux/gpl_only_exports.sh makes the list.
#pragma once

#include <string_view>

namespace mm32::emu {

/// Of symbols of the kernel itself, not of its modules.
bool is_gpl_only_in_kernel(std::string_view name);

}  // namespace mm32::emu
