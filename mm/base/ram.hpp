// The guest's physical memory, and how the host reaches into it.
//
// The host reserves max(RAM, 4 GiB) of sparse memory at an address aligned to 4 GiB, so a lowmem
// guest address converts with one subtraction and one add, and a host pointer into the window
// converts back by its low 32 bits. Every 32-bit value is a valid offset into the window (R2),
// which is why a wild guest pointer can never crash the host: it reads zeros or scribbles on memory
// that no guest can see.
//
//   base_ ──► [ RAM ........ size() )[ rest of the window: reads 0, backed by nothing ][ guard 64
//   KiB ]
//
// R1  base_ is aligned to 4 GiB.
// R2  [base_, base_ + 4 GiB + guard) is readable and writable.
// The memory is private to the process: a copy of the process (fork) is a snapshot of the guest's
// RAM at the cost of the pages that change afterwards (emu/debug/checkpoints.hpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "mm/base/result.hpp"
#include "mm/base/types.hpp"

namespace mm32 {

/// A guest kernel pointer as it lies in guest memory: 4 bytes, an address in the direct map.
/// Dereferenced through Ram::at only.
template <class T>
struct GuestPtr {
  std::uint32_t raw = 0;

  constexpr GuestPtr() = default;
  constexpr explicit GuestPtr(std::uint32_t value) : raw(value) {}
  constexpr explicit GuestPtr(VirtAddr va) : raw(va.raw()) {}
  constexpr VirtAddr va() const { return VirtAddr(raw); }
  constexpr explicit operator bool() const { return raw != 0; }
  constexpr auto operator<=>(const GuestPtr&) const = default;
  template <class U>
  constexpr GuestPtr<U> as() const {
    return GuestPtr<U>(raw);
  }
};

/// The guest pointer to an object that lies in guest RAM.
template <class T>
GuestPtr<T> guest_ptr(const T& object) {
  return GuestPtr<T>(static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(&object)) +
                     kPageOffset);
}

class Ram {
 public:
  /// Reserves sparse memory for physical addresses [0, size). kNoMem if the host refuses.
  static Result<Ram> create(Bytes size);

  Ram(Ram&& other) noexcept;
  Ram& operator=(Ram&& other) noexcept;
  Ram(const Ram&) = delete;
  Ram& operator=(const Ram&) = delete;
  ~Ram();

  Bytes size() const { return size_; }
  std::byte* base() const { return base_; }

  /// The object that a lowmem pointer points to. Never fails: see R2.
  template <class T>
  T& at(GuestPtr<T> p) const {
    return *reinterpret_cast<T*>(base_ + static_cast<std::uint32_t>(p.raw - kPageOffset));
  }
  /// The object at a lowmem address.
  template <class T>
  T& at(VirtAddr va) const {
    return at(GuestPtr<T>(va));
  }
  /// Whether [pa, pa + length) is inside RAM.
  bool contains(PhysAddr pa, Bytes length) const {
    return pa.raw() <= size_.raw() && length.raw() <= size_.raw() - pa.raw();
  }
  /// Host address of physical memory; nullptr where [pa, pa + length) is not all RAM.
  std::byte* host(PhysAddr pa, Bytes length) const {
    return contains(pa, length) ? base_ + pa.raw() : nullptr;
  }
  /// The bytes of a page frame; empty where the frame is not RAM.
  std::span<std::byte> frame(Pfn pfn) const {
    std::byte* p = host(phys_of(pfn), Bytes(kPageSize));
    return p ? std::span<std::byte>(p, kPageSize) : std::span<std::byte>();
  }
  /// Asks the host for the memory behind these bytes at once rather than page by page when they are
  /// touched: only a hint.
  void back(PhysAddr pa, Bytes length) const;
  /// Gives the host memory behind whole pages back; they read as zero afterwards.
  void discard(PhysAddr pa, Bytes length) const;
  /// Bytes of host memory that the guest's RAM occupies now.
  Bytes resident() const;

 private:
  Ram() = default;
  void release();

  std::byte* base_ = nullptr;
  Bytes size_{};
  Bytes reserved_{};
};

}  // namespace mm32
