// Bytes of guest memory that are compared before each instruction: a watchpoint on their value.
//
// Whoever changes them is noticed: the guest's code, the host in an export call, the CPU that sets
// accessed and dirty bits in a page-table entry. A virtual range is translated anew each time, so a
// mapping that comes, goes or moves is a change as well.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "emu/cpu/cpu.hpp"

namespace mm32::emu {

class WatchedBytes {
 public:
  static constexpr std::uint32_t kMostBytes = 64 << 10;

  /// [begin, begin + bytes) as ring 0 sees it.
  static WatchedBytes at(VirtAddr begin, std::uint32_t bytes);
  /// The same of physical memory.
  static WatchedBytes at(PhysAddr begin, std::uint32_t bytes);

  /// Takes the present value as the one to compare with.
  void refresh(const Cpu& cpu);
  /// The first changed byte, "0x12345678 -> not mapped"; nothing when the value is the same. Does
  /// not refresh.
  struct Change {
    std::uint64_t address;
    std::string text;
  };
  std::optional<Change> change(const Cpu& cpu) const;
  bool changed(const Cpu& cpu) const;
  std::uint32_t bytes() const { return bytes_; }
  std::uint64_t begin() const { return begin_; }
  bool is_physical() const { return space_ == Space::kPhysical; }
  /// Whether [at, at + count) touches a virtual range.
  bool overlaps(VirtAddr at, std::uint32_t count) const;

 private:
  // The host bytes from offset `from` to the end of its page; empty when not mapped.
  std::span<const std::byte> piece(const Cpu& cpu, std::uint32_t from) const;
  std::string value_text(std::span<const std::byte> bytes, bool mapped) const;
  void load(const Cpu& cpu, std::vector<std::byte>& bytes, bool& mapped) const;

  std::uint64_t begin_ = 0;
  std::uint32_t bytes_ = 0;
  enum class Space : std::uint8_t { kVirtual, kPhysical } space_ = Space::kVirtual;
  std::vector<std::byte> last_;
  bool last_mapped_ = false;
};

}  // namespace mm32::emu
