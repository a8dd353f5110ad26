#include "emu/cpu/guest_memory.hpp"

#include <algorithm>
#include <cstring>

namespace mm32::emu {

tl::expected<std::span<std::byte>, AccessFault> GuestMemory::page(VirtAddr va,
                                                                  Access access) const {
  const Walk w = walk(ram_, paging_, va, access, ring_);
  if (!w.ok()) return tl::make_unexpected(AccessFault{va, w});
  const std::span<std::byte> frame = ram_.frame(w.frame());
  if (frame.empty()) return tl::make_unexpected(AccessFault{va, w});
  if (marking_ == Marking::kSet) mark_accessed_dirty(ram_, paging_, w, access);
  return frame.subspan(page_offset_of(va));
}

tl::expected<void, AccessFault> GuestMemory::read(VirtAddr from, std::span<std::byte> to) const {
  while (!to.empty()) {
    MM_TRY_ASSIGN(const std::span<std::byte> bytes, page(from, Access::kRead));
    const std::size_t n = std::min(bytes.size(), to.size());
    std::memcpy(to.data(), bytes.data(), n);
    to = to.subspan(n);
    from += Bytes(n);
  }
  return {};
}

tl::expected<void, AccessFault> GuestMemory::write(VirtAddr to,
                                                   std::span<const std::byte> from) const {
  while (!from.empty()) {
    MM_TRY_ASSIGN(const std::span<std::byte> bytes, page(to, Access::kWrite));
    const std::size_t n = std::min(bytes.size(), from.size());
    std::memcpy(bytes.data(), from.data(), n);
    from = from.subspan(n);
    to += Bytes(n);
  }
  return {};
}

tl::expected<std::string, AccessFault> GuestMemory::load_string(VirtAddr from,
                                                                std::size_t limit) const {
  std::string text;
  while (text.size() < limit) {
    MM_TRY_ASSIGN(const std::span<std::byte> bytes, page(from, Access::kRead));
    const std::size_t n = std::min(bytes.size(), limit - text.size());
    const auto* chars = reinterpret_cast<const char*>(bytes.data());
    const std::size_t length = strnlen(chars, n);
    text.append(chars, length);
    if (length < n) return text;
    from += Bytes(n);
  }
  return text;
}

}  // namespace mm32::emu
