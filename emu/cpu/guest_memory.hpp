// Virtual memory of the guest as the host reads and writes it: through the page tables that the CPU
// uses, one page at a time, with the rights of ring 0 or ring 3.
//
// A refused page ends the copy; what was copied before it stays. Accessed and dirty bits are set by
// the accesses that stand for the guest's own (`Marking::kSet`), not by those of the tools.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "mm/base/ram.hpp"
#include "mm/paging/walk.hpp"

namespace mm32::emu {

enum class Marking : std::uint8_t { kNone, kSet };

/// The first byte that could not be accessed, and why.
struct AccessFault {
  VirtAddr address;
  Walk walk;
};

class GuestMemory {
 public:
  GuestMemory(const Ram& ram, PagingState paging, Ring ring = Ring::kSupervisor,
              Marking marking = Marking::kNone)
      : ram_(ram), paging_(paging), ring_(ring), marking_(marking) {}

  tl::expected<void, AccessFault> read(VirtAddr from, std::span<std::byte> to) const;
  tl::expected<void, AccessFault> write(VirtAddr to, std::span<const std::byte> from) const;

  /// A value of a trivially copyable type.
  template <class T>
  tl::expected<T, AccessFault> load(VirtAddr from) const {
    T value{};
    if (auto done = read(from, std::as_writable_bytes(std::span(&value, 1))); !done)
      return tl::make_unexpected(done.error());
    return value;
  }
  template <class T>
  tl::expected<void, AccessFault> store(VirtAddr to, const T& value) const {
    return write(to, std::as_bytes(std::span(&value, 1)));
  }
  /// A NUL-terminated string of at most `limit` bytes (longer ones are cut).
  tl::expected<std::string, AccessFault> load_string(VirtAddr from, std::size_t limit) const;

 private:
  // Host bytes of the page that holds `va`, from `va` to the page's end.
  tl::expected<std::span<std::byte>, AccessFault> page(VirtAddr va, Access access) const;

  const Ram& ram_;
  PagingState paging_;
  Ring ring_;
  Marking marking_;
};

}  // namespace mm32::emu
