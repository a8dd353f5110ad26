// Visits every leaf and every hole of a tree of page tables, in address order: what dumps, reports
// and checks are made of.
//
// Each table is entered once, in whatever state a guest left it: a table outside RAM counts as a
// hole, and the depth is the paging mode's. The 4 GB take at most 2^20 visits.
#pragma once

#include "mm/paging/walk.hpp"

namespace mm32 {

/// What one entry covers: a page, or nothing.
struct VisitedRange {
  std::uint64_t begin;  // virtual; end may be 2^32
  std::uint64_t end;
  unsigned level;        // of the entry
  std::uint64_t entry;   // 0 or a non-present value for a hole
  PhysAddr physical;     // where it leads, when present
  PteFlags permissions;  // write, user and NX combined over the levels, when present
};

namespace visit_detail {

inline constexpr PteFlags kRights = PteFlags::kWrite | PteFlags::kUser;

template <PagingPolicy P>
PteFlags combine(PteFlags above, std::uint64_t entry, unsigned level) {
  if (!P::has_permissions(level)) return above;
  return (above & PteFlags(entry) & kRights) | ((above | PteFlags(entry)) & PteFlags::kNx);
}

template <PagingPolicy P, class F>
void visit_table(const Ram& ram, const PagingState& state, PhysAddr table, unsigned level,
                 std::uint64_t base, PteFlags above, F& f) {
  const std::uint64_t covered = std::uint64_t{1} << P::shift(level);
  for (unsigned i = 0; i < P::entries(level); ++i) {
    const PhysAddr pa = table + Bytes(i * sizeof(typename P::Entry));
    const bool in_ram = ram.contains(pa, Bytes(sizeof(typename P::Entry)));
    const std::uint64_t entry = in_ram ? read_entry<P>(ram, pa) : 0;
    const std::uint64_t begin = base + i * covered;
    const PteFlags rights = combine<P>(above, entry, level);
    const bool present = has(entry, PteFlags::kPresent);
    const PhysAddr next = P::address(entry, level, state);
    if (present && level > 1 && !P::is_large(entry, level, state))
      visit_table<P>(ram, state, next, level - 1, begin, rights, f);
    else
      f(VisitedRange{begin, begin + covered, level, entry, next, rights});
  }
}

}  // namespace visit_detail

/// Calls f(const VisitedRange&) for every leaf entry and hole below state.cr3.
template <class F>
void visit_tables(const Ram& ram, const PagingState& state, F&& f) {
  with_policy(state.mode, [&]<PagingPolicy P>() {
    visit_detail::visit_table<P>(ram, state, P::root(state.cr3), P::kLevels, 0,
                                 visit_detail::kRights, f);
  });
}

}  // namespace mm32
