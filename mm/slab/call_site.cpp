#include "mm/slab/call_site.hpp"

#include <fmt/core.h>

namespace mm32 {

std::string CallSite::symbol(VirtAddr address) { return fmt::format("0x{:x}", address.raw()); }

}  // namespace mm32
