// The templates of page_tables.hpp; included by it only.
#pragma once

namespace mm32 {

template <PagingPolicy P>
Result<PhysAddr> PageTables::next_table(VirtAddr va, PhysAddr entry_pa, unsigned level) {
  typename P::Entry* entry = entry_at<P>(entry_pa);
  if (entry == nullptr) return fail(Errno::kFault);
  if (has(*entry, PteFlags::kPresent)) {
    if (P::is_large(*entry, level, state_)) return fail(Errno::kBusy);
    return P::address(*entry, level, state_);
  }
  MM_TRY_ASSIGN(const Pfn table, tables_.alloc_table());
  const std::uint64_t before = *entry;
  *entry = static_cast<typename P::Entry>(phys_of(table).raw() | raw(P::table_flags(level)));
  note_change(va, level, before, *entry);
  return phys_of(table);
}

template <PagingPolicy P>
Result<typename P::Entry*> PageTables::table_for_map(VirtAddr va) {
  PhysAddr table = P::root(state_.cr3);
  for (unsigned level = P::kLevels; level > 1; --level) {
    const PhysAddr entry_pa = table + Bytes(table_index<P>(va, level) * sizeof(typename P::Entry));
    MM_TRY_ASSIGN(table, next_table<P>(va, entry_pa, level));
  }
  std::byte* host = ram_.host(table, Bytes(kPageSize));
  if (host == nullptr) return fail(Errno::kFault);
  return reinterpret_cast<typename P::Entry*>(host);
}

template <class FrameOf>
Result<void> PageTables::map_each(VirtAddr va, Pages pages, PteFlags flags, FrameOf&& frame_of) {
  return with_policy(mode(), [&]<PagingPolicy P>() -> Result<void> {
    std::uint32_t done = 0;
    while (done < pages.raw()) {
      const VirtAddr at = va + bytes_of(Pages(done));
      MM_TRY_ASSIGN(typename P::Entry* const table, table_for_map<P>(at));
      for (unsigned i = table_index<P>(at, 1); i < P::entries(1) && done < pages.raw(); ++i) {
        if (table[i] != 0) return fail(Errno::kBusy);
        const PhysAddr pa = phys_of(frame_of(done));
        table[i] = static_cast<typename P::Entry>(pa.raw() | raw(flags));
        note_change(va + bytes_of(Pages(done)), 1, 0, table[i]);
        ++done;
      }
    }
    return {};
  });
}

template <PagingPolicy P, class F>
Result<void> PageTables::for_each_leaf(VirtAddr va, Pages pages, F&& f) {
  std::uint64_t at = va.raw();
  const std::uint64_t end = at + bytes_of(pages).raw();
  while (at < end) {
    PhysAddr table = P::root(state_.cr3);
    unsigned level = P::kLevels;
    typename P::Entry* entry = nullptr;
    const VirtAddr here(static_cast<std::uint32_t>(at));
    for (;; --level) {
      entry = entry_at<P>(table + Bytes(table_index<P>(here, level) * sizeof(typename P::Entry)));
      if (entry == nullptr || !has(*entry, PteFlags::kPresent) || level == 1 ||
          P::is_large(*entry, level, state_))
        break;
      table = P::address(*entry, level, state_);
    }
    if (level != 1) {  // a hole or a large page
      const std::uint64_t covered = std::uint64_t{1} << P::shift(level);
      if (entry != nullptr && has(*entry, PteFlags::kPresent)) MM_TRY(f(here, level, *entry));
      if (entry != nullptr && has(*entry, PteFlags::kPresent) &&
          !P::is_large(*entry, level, state_))
        continue;  // it was split: look again, one level further down
      at = align_down(at, covered) + covered;
      continue;
    }
    unsigned i = table_index<P>(here, 1);
    for (; entry != nullptr && i < P::entries(1) && at < end; ++i, ++entry, at += kPageSize)
      if (*entry != 0) MM_TRY(f(VirtAddr(static_cast<std::uint32_t>(at)), 1, *entry));
    if (entry == nullptr)
      at = align_down(at, P::entries(1) * kPageSize) + P::entries(1) * kPageSize;
  }
  return {};
}

// Hands every leaf inside the range to `edit`, which returns the entry's new value. Large pages are
// split first where the range cuts them.
template <PagingPolicy P, class F>
Result<void> PageTables::edit_leaves(VirtAddr va, Pages pages, FlushBatch& batch, F&& edit) {
  const std::uint64_t begin = va.raw();
  const std::uint64_t end = begin + bytes_of(pages).raw();
  return for_each_leaf<P>(
      va, pages, [&](VirtAddr at, unsigned level, typename P::Entry& entry) -> Result<void> {
        const std::uint64_t covered = std::uint64_t{1} << P::shift(level);
        const std::uint64_t first = align_down(at.raw(), covered);
        if (first < begin || first + covered > end) return split_entry<P>(at, entry, batch);
        const std::uint64_t before = entry;
        const std::uint64_t after = edit(at, level, before);
        if (after == before) return {};
        entry = static_cast<typename P::Entry>(after);
        if (has(before, PteFlags::kPresent))
          batch.note(at, Pages(static_cast<std::uint32_t>(covered >> kPageShift)));
        note_change(at, level, before, after);
        return {};
      });
}

template <class Visit>
Result<void> PageTables::unmap_each(VirtAddr va, Pages pages, FlushBatch& batch, Visit&& visit) {
  return with_policy(mode(), [&]<PagingPolicy P>() -> Result<void> {
    return edit_leaves<P>(va, pages, batch, [&](VirtAddr at, unsigned, std::uint64_t entry) {
      visit(at, entry);
      return std::uint64_t{0};
    });
  });
}

}  // namespace mm32
