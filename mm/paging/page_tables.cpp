#include "mm/paging/page_tables.hpp"

namespace mm32 {

template <PagingPolicy P>
EntryRef PageTables::lookup_in(VirtAddr va) const {
  PhysAddr table = P::root(state_.cr3);
  for (unsigned level = P::kLevels;; --level) {
    const std::uint64_t covered = std::uint64_t{1} << P::shift(level);
    const PhysAddr entry_pa = table + Bytes(table_index<P>(va, level) * sizeof(typename P::Entry));
    const typename P::Entry* host = entry_at<P>(entry_pa);
    const std::uint64_t entry = host != nullptr ? *host : 0;
    const bool leaf = level == 1 || P::is_large(entry, level, state_);
    if (!has(entry, PteFlags::kPresent) || leaf)
      return {level, entry_pa, entry,
              P::address(entry, level, state_) + Bytes(va.raw() & (covered - 1)), Bytes(covered)};
    table = P::address(entry, level, state_);
  }
}

EntryRef PageTables::lookup(VirtAddr va) const {
  return with_policy(mode(), [&]<PagingPolicy P>() { return lookup_in<P>(va); });
}

std::optional<PhysAddr> PageTables::translate(VirtAddr va) const {
  const EntryRef ref = lookup(va);
  if (!ref.present()) return std::nullopt;
  return ref.physical;
}

Result<void> PageTables::map(VirtAddr va, PhysAddr pa, Pages pages, PteFlags flags) {
  return map_each(va, pages, flags,
                  [first = pfn_of(pa)](std::uint32_t i) { return first + Pages(i); });
}

Result<void> PageTables::map_large(VirtAddr va, PhysAddr pa, PteFlags flags) {
  return with_policy(mode(), [&]<PagingPolicy P>() -> Result<void> {
    PhysAddr table = P::root(state_.cr3);
    unsigned level = P::kLevels;
    for (; level > 2; --level) {
      const PhysAddr up = table + Bytes(table_index<P>(va, level) * sizeof(typename P::Entry));
      MM_TRY_ASSIGN(table, next_table<P>(va, up, level));
    }
    typename P::Entry* entry =
        entry_at<P>(table + Bytes(table_index<P>(va, level) * sizeof(typename P::Entry)));
    if (entry == nullptr) return fail(Errno::kFault);
    if (*entry != 0) return fail(Errno::kBusy);
    *entry = static_cast<typename P::Entry>(P::large_entry(pa, flags));
    note_change(va, level, 0, *entry);
    return {};
  });
}

Result<void> PageTables::unmap(VirtAddr va, Pages pages, FlushBatch& batch) {
  return unmap_each(va, pages, batch, [](VirtAddr, std::uint64_t) {});
}

Result<void> PageTables::protect(VirtAddr va, Pages pages, PteFlags set, PteFlags clear,
                                 FlushBatch& batch) {
  return with_policy(mode(), [&]<PagingPolicy P>() -> Result<void> {
    return edit_leaves<P>(va, pages, batch, [&](VirtAddr, unsigned, std::uint64_t entry) {
      if (!has(entry, PteFlags::kPresent)) return entry;
      return (entry & ~raw(clear)) | raw(set);
    });
  });
}

template <PagingPolicy P>
Result<void> PageTables::split_entry(VirtAddr va, typename P::Entry& entry, FlushBatch& batch) {
  constexpr unsigned kLevel = 2;
  MM_TRY_ASSIGN(const Pfn table, tables_.alloc_table());
  const std::uint64_t before = entry;
  const std::uint64_t pa = P::address(before, kLevel, state_).raw();
  const std::uint64_t flag_mask = bit_range(0, 12) | raw(PteFlags::kNx);
  const std::uint64_t flags = before & flag_mask & ~raw(PteFlags::kLarge);
  auto* const slots = reinterpret_cast<typename P::Entry*>(ram_.frame(table).data());
  for (unsigned i = 0; i < P::entries(1); ++i)
    slots[i] = static_cast<typename P::Entry>((pa + std::uint64_t{i} * kPageSize) | flags);
  const std::uint64_t user = before & raw(PteFlags::kUser);
  entry = static_cast<typename P::Entry>(phys_of(table).raw() | raw(PteFlags::kKernelTable) | user);
  note_change(va, kLevel, before, entry);
  const auto covered = static_cast<std::uint32_t>(std::uint64_t{1} << P::kLargeShift);
  batch.note(VirtAddr(va.raw() & ~(covered - 1)), Pages(covered >> kPageShift));
  return {};
}

Result<void> PageTables::split(VirtAddr va, FlushBatch& batch) {
  return with_policy(mode(), [&]<PagingPolicy P>() -> Result<void> {
    const EntryRef ref = lookup_in<P>(va);
    if (!ref.present() || ref.level == 1) return {};
    return split_entry<P>(va, *entry_at<P>(ref.entry_pa), batch);
  });
}

Result<void> PageTables::allocate_tables(VirtAddr va, Pages pages) {
  return with_policy(mode(), [&]<PagingPolicy P>() -> Result<void> {
    const std::uint64_t end = std::uint64_t{va.raw()} + bytes_of(pages).raw();
    constexpr std::uint64_t kSpan = std::uint64_t{1} << P::kLargeShift;
    for (std::uint64_t at = va.raw(); at < end; at = align_down(at, kSpan) + kSpan)
      MM_TRY(table_for_map<P>(VirtAddr(static_cast<std::uint32_t>(at))));
    return {};
  });
}

// Whether the table is empty after freeing its empty children; `end` of 2^32 is fine here.
template <PagingPolicy P>
bool PageTables::free_empty_below(PhysAddr table, unsigned level, std::uint64_t table_va,
                                  std::uint64_t begin, std::uint64_t end, FlushBatch& batch) {
  bool empty = true;
  const std::uint64_t covered = std::uint64_t{1} << P::shift(level);
  for (unsigned i = 0; i < P::entries(level); ++i) {
    typename P::Entry* entry = entry_at<P>(table + Bytes(i * sizeof(typename P::Entry)));
    if (entry == nullptr) return false;
    const std::uint64_t first = table_va + i * covered;
    if (level > 1 && has(*entry, PteFlags::kPresent) && !P::is_large(*entry, level, state_) &&
        first < end && first + covered > begin) {
      const PhysAddr child = P::address(*entry, level, state_);
      const bool child_empty = free_empty_below<P>(child, level - 1, first, begin, end, batch);
      if (child_empty && first >= begin && first + covered <= end) {
        const VirtAddr at(static_cast<std::uint32_t>(first));
        note_change(at, level, *entry, 0);
        *entry = 0;
        batch.note(at, Pages(static_cast<std::uint32_t>(covered >> kPageShift)));
        batch.defer_free(tables_, pfn_of(child));
      }
    }
    empty = empty && *entry == 0;
  }
  return empty;
}

void PageTables::free_empty_tables(VirtAddr va, Pages pages, FlushBatch& batch) {
  const std::uint64_t end = std::uint64_t{va.raw()} + bytes_of(pages).raw();
  with_policy(mode(), [&]<PagingPolicy P>() {
    free_empty_below<P>(P::root(state_.cr3), P::kLevels, 0, va.raw(), end, batch);
  });
}

Result<void> PageTables::set_pte(VirtAddr va, std::uint64_t entry, FlushBatch& batch) {
  return with_policy(mode(), [&]<PagingPolicy P>() -> Result<void> {
    MM_TRY_ASSIGN(typename P::Entry* const table, table_for_map<P>(va));
    typename P::Entry& slot = table[table_index<P>(va, 1)];
    const std::uint64_t before = slot;
    slot = static_cast<typename P::Entry>(entry);
    if (has(before, PteFlags::kPresent) && before != entry) batch.note(page_floor(va), Pages(1));
    note_change(va, 1, before, entry);
    return {};
  });
}

// For the templates of page_tables_inl.hpp in other files.
template Result<void> PageTables::split_entry<TwoLevel>(VirtAddr, TwoLevel::Entry&, FlushBatch&);
template Result<void> PageTables::split_entry<Pae>(VirtAddr, Pae::Entry&, FlushBatch&);

}  // namespace mm32
