#include "mm/slab/call_site.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace mm32 {

std::string CallSite::symbol(VirtAddr address) { return fmt::format("0x{:x}", address.raw()); }

std::span<const VirtAddr> TrackedCalls::stack_trace() {
  const std::span<const VirtAddr> trace = calls_.stack_trace();
  const auto from = std::find(trace.begin(), trace.end(), caller());
  return from == trace.end() ? trace
                             : trace.subspan(static_cast<std::size_t>(from - trace.begin()));
}

}  // namespace mm32
