// Distinct integer types for the quantities of memory management.
//
// A point (PhysAddr, VirtAddr, Pfn) minus a point is a count (Bytes, Pages); a point plus a count
// is a point; nothing else mixes. `raw()` is for the edges only: hardware, guest memory, printing.
// Ranges are half-open [begin, begin + count); the end of the address space is never an address.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace mm32 {

inline constexpr unsigned kPageShift = 12;
inline constexpr std::uint32_t kPageSize = 1u << kPageShift;
inline constexpr std::uint32_t kPageOffset = 0xC0000000u;  // Linux: PAGE_OFFSET, the 3G/1G split

/// A count of something. `Tag` keeps counts of different things apart.
template <class Tag, class Rep>
class Count {
 public:
  constexpr Count() = default;
  constexpr explicit Count(Rep value) : value_(value) {}
  constexpr Rep raw() const { return value_; }
  constexpr auto operator<=>(const Count&) const = default;
  constexpr Count& operator+=(Count other) {
    value_ = static_cast<Rep>(value_ + other.value_);
    return *this;
  }
  constexpr Count& operator-=(Count other) {
    value_ = static_cast<Rep>(value_ - other.value_);
    return *this;
  }
  friend constexpr Count operator+(Count a, Count b) { return a += b; }
  friend constexpr Count operator-(Count a, Count b) { return a -= b; }

 private:
  Rep value_ = 0;
};

/// A point on a line. Arithmetic wraps, as it does on the machine.
template <class Tag, class Rep, class Difference>
class Point {
 public:
  constexpr Point() = default;
  constexpr explicit Point(Rep value) : value_(value) {}
  constexpr Rep raw() const { return value_; }
  constexpr auto operator<=>(const Point&) const = default;
  constexpr Point& operator+=(Difference d) {
    value_ = static_cast<Rep>(value_ + static_cast<Rep>(d.raw()));
    return *this;
  }
  constexpr Point& operator-=(Difference d) {
    value_ = static_cast<Rep>(value_ - static_cast<Rep>(d.raw()));
    return *this;
  }
  friend constexpr Point operator+(Point p, Difference d) { return p += d; }
  friend constexpr Point operator-(Point p, Difference d) { return p -= d; }
  friend constexpr Difference operator-(Point a, Point b) {
    return Difference(static_cast<Rep>(a.value_ - b.value_));
  }

 private:
  Rep value_ = 0;
};

using Bytes = Count<struct BytesTag, std::uint64_t>;
using Pages = Count<struct PagesTag, std::uint32_t>;
using PhysAddr = Point<struct PhysAddrTag, std::uint64_t, Bytes>;
using VirtAddr = Point<struct VirtAddrTag, std::uint32_t, Bytes>;
using Pfn = Point<struct PfnTag, std::uint32_t, Pages>;

/// The order of a block: it has 2^order pages. Linux: unsigned int order.
class Order {
 public:
  constexpr Order() = default;
  constexpr explicit Order(unsigned value) : value_(value) {}
  constexpr unsigned raw() const { return value_; }
  constexpr Pages pages() const { return Pages(1u << value_); }
  constexpr Bytes bytes() const { return Bytes(std::uint64_t{kPageSize} << value_); }
  constexpr auto operator<=>(const Order&) const = default;
  constexpr Order up() const { return Order(value_ + 1); }
  constexpr Order down() const { return Order(value_ - 1); }

 private:
  unsigned value_ = 0;
};

constexpr Bytes bytes_of(Pages n) { return Bytes(std::uint64_t{n.raw()} << kPageShift); }
/// Pages needed to hold `n` bytes (rounded up).
constexpr Pages pages_for(Bytes n) {
  return Pages(static_cast<std::uint32_t>((n.raw() + kPageSize - 1) >> kPageShift));
}
constexpr PhysAddr phys_of(Pfn pfn) { return PhysAddr(std::uint64_t{pfn.raw()} << kPageShift); }
constexpr Pfn pfn_of(PhysAddr pa) {
  return Pfn(static_cast<std::uint32_t>(pa.raw() >> kPageShift));
}
constexpr std::uint32_t page_offset_of(VirtAddr va) { return va.raw() & (kPageSize - 1); }
constexpr VirtAddr page_floor(VirtAddr va) { return VirtAddr(va.raw() & ~(kPageSize - 1)); }

/// The address of `pa` in the direct map. Only meaningful for lowmem. Linux: __va().
constexpr VirtAddr direct_map_va(PhysAddr pa) {
  return VirtAddr(static_cast<std::uint32_t>(pa.raw()) + kPageOffset);
}
/// Inverse of direct_map_va. Linux: __pa().
constexpr PhysAddr direct_map_pa(VirtAddr va) { return PhysAddr(va.raw() - kPageOffset); }

constexpr std::uint64_t align_up(std::uint64_t value, std::uint64_t alignment) {
  return (value + alignment - 1) / alignment * alignment;
}
constexpr std::uint64_t align_down(std::uint64_t value, std::uint64_t alignment) {
  return value / alignment * alignment;
}

inline namespace literals {
constexpr Bytes operator""_KiB(unsigned long long n) { return Bytes(n << 10); }
constexpr Bytes operator""_MiB(unsigned long long n) { return Bytes(n << 20); }
constexpr Bytes operator""_GiB(unsigned long long n) { return Bytes(n << 30); }
}  // namespace literals

}  // namespace mm32
