#include "mm/slab/slab_context.hpp"

namespace mm32 {

std::string guest_string(const GuestView& view, VirtAddr text, std::size_t limit) {
  if (text.raw() < kPageSize) return "(null)";
  std::string result;
  for (std::size_t i = 0; i < limit; ++i) {
    const VirtAddr at(text.raw() + static_cast<std::uint32_t>(i));
    if (!view.mapped(at, 1)) return i == 0 ? "(efault)" : result;
    const char c = static_cast<char>(*view.bytes(at));
    if (c == 0) break;
    result += c;
  }
  return result;
}

}  // namespace mm32
