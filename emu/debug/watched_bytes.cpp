#include "emu/debug/watched_bytes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

namespace mm32::emu {

WatchedBytes WatchedBytes::at(VirtAddr begin, std::uint32_t bytes) {
  WatchedBytes watched;
  watched.begin_ = begin.raw();
  watched.bytes_ = std::clamp<std::uint32_t>(bytes, 1, kMostBytes);
  return watched;
}

WatchedBytes WatchedBytes::at(PhysAddr begin, std::uint32_t bytes) {
  WatchedBytes watched = at(VirtAddr(), bytes);
  watched.begin_ = begin.raw();
  watched.space_ = Space::kPhysical;
  return watched;
}

std::span<const std::byte> WatchedBytes::piece(const Cpu& cpu, std::uint32_t from) const {
  const std::uint64_t at = begin_ + from;
  const auto offset = static_cast<std::uint32_t>(at % kPageSize);
  const std::size_t length = std::min<std::size_t>(bytes_ - from, kPageSize - offset);
  PhysAddr physical(at);
  if (space_ == Space::kVirtual) {
    const Walk walk = cpu.mmu().walk_now(VirtAddr(static_cast<std::uint32_t>(at)), Access::kRead,
                                         Ring::kSupervisor);
    if (!walk.ok()) return {};
    physical = walk.physical;
  }
  const std::byte* host = cpu.ram().host(physical, Bytes(length));
  return host == nullptr ? std::span<const std::byte>() : std::span(host, length);
}

bool WatchedBytes::changed(const Cpu& cpu) const {
  for (std::uint32_t from = 0; from < bytes_;) {
    const auto now = piece(cpu, from);
    if (now.empty()) return last_mapped_;
    if (!last_mapped_) break;
    if (std::memcmp(now.data(), last_.data() + from, now.size()) != 0) return true;
    from += static_cast<std::uint32_t>(now.size());
  }
  if (last_mapped_) return false;
  std::vector<std::byte> bytes;
  bool mapped = false;
  load(cpu, bytes, mapped);
  return mapped;
}

void WatchedBytes::load(const Cpu& cpu, std::vector<std::byte>& bytes, bool& mapped) const {
  bytes.assign(bytes_, std::byte{0});
  mapped = true;
  for (std::uint32_t from = 0; from < bytes_;) {
    const auto now = piece(cpu, from);
    if (now.empty()) {
      mapped = false;
      return;
    }
    std::ranges::copy(now, bytes.begin() + from);
    from += static_cast<std::uint32_t>(now.size());
  }
}

void WatchedBytes::refresh(const Cpu& cpu) { load(cpu, last_, last_mapped_); }

std::string WatchedBytes::value_text(std::span<const std::byte> bytes, bool mapped) const {
  if (!mapped) return "not mapped";
  std::uint64_t value = 0;
  std::memcpy(&value, bytes.data(), std::min<std::size_t>(bytes.size(), 8));
  return fmt::format("0x{:0{}x}", value, 2 * std::min<std::size_t>(bytes.size(), 8));
}

std::optional<WatchedBytes::Change> WatchedBytes::change(const Cpu& cpu) const {
  if (!changed(cpu)) return std::nullopt;
  std::vector<std::byte> now;
  bool mapped = false;
  load(cpu, now, mapped);
  std::uint32_t first = 0;
  if (mapped && last_mapped_) {
    first = static_cast<std::uint32_t>(std::ranges::mismatch(now, last_).in1 - now.begin());
    if (bytes_ <= 8) first = 0;
  }
  const std::size_t shown = bytes_ <= 8 ? bytes_ : std::min<std::size_t>(4, bytes_ - first);
  const auto part = [&](const std::vector<std::byte>& bytes) {
    return bytes.empty() ? std::span<const std::byte>()
                         : std::span<const std::byte>(bytes).subspan(first, shown);
  };
  return Change{begin_ + first, fmt::format("{} -> {}", value_text(part(last_), last_mapped_),
                                            value_text(part(now), mapped))};
}

bool WatchedBytes::overlaps(VirtAddr at, std::uint32_t count) const {
  return space_ == Space::kVirtual && at.raw() < begin_ + bytes_ &&
         begin_ < std::uint64_t{at.raw()} + count;
}

}  // namespace mm32::emu
