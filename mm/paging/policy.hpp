// The two paging modes as policies: how a table is indexed and what its entries mean.
//
//   TwoLevel   CR3 -> directory[1024] -> table[1024]           32-bit entries, 4 MB large pages
//   Pae        CR3 -> pointers[4] -> directory[512] -> table[512]   64-bit entries, 2 MB, NX
//
// Levels count downwards to 1, the table whose entries map 4 KB pages; large pages are entries of
// level 2. Source: Intel SDM vol. 3 §4.3 and §4.4.
#pragma once

#include <concepts>
#include <cstdint>

#include "mm/paging/pte.hpp"

namespace mm32 {

/// The registers that decide how an address is translated.
struct PagingState {
  PhysAddr cr3{};
  PagingMode mode = PagingMode::kTwoLevel;
  bool wp = true;           // CR0.WP: read-only pages hold for the supervisor too
  bool pse = true;          // CR4.PSE: large pages in two-level tables
  bool pge = true;          // CR4.PGE
  bool nxe = false;         // EFER.NXE: bit 63 of a PAE entry forbids execution
  unsigned phys_bits = 36;  // MAXPHYADDR: address bits above it are reserved
};

/// Bits [low, high) set; empty when high <= low.
constexpr std::uint64_t bit_range(unsigned low, unsigned high) {
  return high <= low ? 0 : ((std::uint64_t{1} << high) - 1) & ~((std::uint64_t{1} << low) - 1);
}

struct TwoLevel {
  using Entry = std::uint32_t;
  static constexpr PagingMode kMode = PagingMode::kTwoLevel;
  static constexpr unsigned kLevels = 2;
  static constexpr unsigned kLargeShift = 22;

  static constexpr unsigned shift(unsigned level) { return level == 1 ? 12 : 22; }
  static constexpr unsigned entries(unsigned) { return 1024; }
  static constexpr PhysAddr root(PhysAddr cr3) { return PhysAddr(cr3.raw() & 0xFFFFF000u); }
  static constexpr bool is_large(std::uint64_t entry, unsigned level, const PagingState& s) {
    return level == 2 && s.pse && has(entry, PteFlags::kLarge);
  }
  // PSE-36: bits 20:13 of a large entry are bits 39:32 of its address; bit 21 is reserved.
  static constexpr std::uint64_t reserved_bits(std::uint64_t entry, unsigned level,
                                               const PagingState& s) {
    if (!is_large(entry, level, s)) return 0;
    const unsigned high = s.phys_bits > 32 ? s.phys_bits - 32 : 0;
    return bit_range(13 + (high > 8 ? 8 : high), 22);
  }
  static constexpr PhysAddr address(std::uint64_t entry, unsigned level, const PagingState& s) {
    if (!is_large(entry, level, s)) return PhysAddr(entry & 0xFFFFF000u);
    return PhysAddr((entry & 0xFFC00000u) | ((entry & 0x1FE000u) << 19));
  }
  static constexpr std::uint64_t large_entry(PhysAddr pa, PteFlags flags) {
    return (pa.raw() & 0xFFC00000u) | ((pa.raw() >> 19) & 0x1FE000u) | raw(flags) |
           raw(PteFlags::kLarge);
  }
  static constexpr PteFlags table_flags(unsigned) { return PteFlags::kTable; }
  static constexpr bool has_permissions(unsigned) { return true; }
};

struct Pae {
  using Entry = std::uint64_t;
  static constexpr PagingMode kMode = PagingMode::kPae;
  static constexpr unsigned kLevels = 3;
  static constexpr unsigned kLargeShift = 21;
  static constexpr std::uint64_t kAddressMask = bit_range(12, 52);

  static constexpr unsigned shift(unsigned level) { return level == 1 ? 12 : level == 2 ? 21 : 30; }
  static constexpr unsigned entries(unsigned level) { return level == 3 ? 4 : 512; }
  static constexpr PhysAddr root(PhysAddr cr3) { return PhysAddr(cr3.raw() & 0xFFFFFFE0u); }
  static constexpr bool is_large(std::uint64_t entry, unsigned level, const PagingState&) {
    return level == 2 && has(entry, PteFlags::kLarge);
  }
  static constexpr std::uint64_t reserved_bits(std::uint64_t entry, unsigned level,
                                               const PagingState& s) {
    const std::uint64_t high = bit_range(s.phys_bits, 63);
    if (level == 3) return high | raw(PteFlags::kNx) | 0x1E6;
    const std::uint64_t nx = s.nxe ? 0 : raw(PteFlags::kNx);
    return high | nx | (is_large(entry, level, s) ? bit_range(13, 21) : 0);
  }
  static constexpr PhysAddr address(std::uint64_t entry, unsigned level, const PagingState& s) {
    return PhysAddr(entry & kAddressMask &
                    ~(is_large(entry, level, s) ? bit_range(12, 21) : std::uint64_t{0}));
  }
  static constexpr std::uint64_t large_entry(PhysAddr pa, PteFlags flags) {
    return (pa.raw() & bit_range(21, 52)) | raw(flags) | raw(PteFlags::kLarge);
  }
  // A page-directory-pointer entry has neither permissions nor an accessed bit.
  static constexpr PteFlags table_flags(unsigned level) {
    return level == 3 ? PteFlags::kPresent : PteFlags::kTable;
  }
  static constexpr bool has_permissions(unsigned level) { return level != 3; }
};

template <class P>
concept PagingPolicy = std::unsigned_integral<typename P::Entry> &&
    requires(std::uint64_t entry, unsigned level, const PagingState& s, PhysAddr pa, PteFlags f) {
  { P::kLevels } -> std::convertible_to<unsigned>;
  { P::shift(level) } -> std::same_as<unsigned>;
  { P::entries(level) } -> std::same_as<unsigned>;
  { P::root(pa) } -> std::same_as<PhysAddr>;
  { P::is_large(entry, level, s) } -> std::same_as<bool>;
  { P::reserved_bits(entry, level, s) } -> std::same_as<std::uint64_t>;
  { P::address(entry, level, s) } -> std::same_as<PhysAddr>;
  { P::large_entry(pa, f) } -> std::same_as<std::uint64_t>;
  { P::table_flags(level) } -> std::same_as<PteFlags>;
  { P::has_permissions(level) } -> std::same_as<bool>;
};
static_assert(PagingPolicy<TwoLevel> && PagingPolicy<Pae>);

/// Index of `va` in a table of the given level.
template <PagingPolicy P>
constexpr unsigned table_index(VirtAddr va, unsigned level) {
  return (va.raw() >> P::shift(level)) & (P::entries(level) - 1);
}

/// Calls `f.template operator()<Policy>()` for the policy of a mode.
template <class F>
constexpr decltype(auto) with_policy(PagingMode mode, F&& f) {
  return mode == PagingMode::kPae ? f.template operator()<Pae>()
                                  : f.template operator()<TwoLevel>();
}

/// How large a page that an entry of `level` maps is.
constexpr Bytes page_size_at(PagingMode mode, unsigned level) {
  if (level == 1) return Bytes(kPageSize);
  return Bytes(
      std::uint64_t{1} << (mode == PagingMode::kPae ? Pae::shift(level) : TwoLevel::shift(level)));
}

/// Linux's name for the tables of a level: pgd, pmd, pte.
constexpr const char* level_name(PagingMode mode, unsigned level) {
  if (level == 1) return "pte";
  return mode == PagingMode::kPae && level == 2 ? "pmd" : "pgd";
}

}  // namespace mm32
