// Page and allocation flags in words, as the kernel's reports print them (%pGp and %pGg).
//
// Linux 6.1 include/trace/events/mmflags.h, lib/vsprintf.c (flags_string).
#pragma once

#include <string>

#include "mm/abi/gfp.hpp"

namespace mm32 {

/// "0x40001000(reserved|zone=1)".
std::string page_flags_text(std::uint32_t flags);

/// "GFP_KERNEL|__GFP_COMP"; bits without a name as a number at the end.
std::string gfp_text(Gfp gfp);

}  // namespace mm32
