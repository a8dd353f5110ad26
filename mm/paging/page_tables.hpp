// The page-table editor: map, unmap, protect, split and look up in one tree of tables.
//
// The tree is the tables in guest RAM below `root`; the object holds no state of its own, so any
// number of editors of one tree agree. Tables are found through their entries, which a guest may
// have damaged: an entry that leads outside RAM counts as absent for lookup and as kFault for map.
// E1  Every entry that loses rights or its mapping is noted in the caller's FlushBatch.
// E2  map() never replaces a present entry.
// Units: addresses are page-aligned, lengths are pages.
// Source: Linux 6.1 mm/vmalloc.c (vmap_pte_range), arch/x86/mm/pat/set_memory.c (split_large_page,
// lookup_address).
#pragma once

#include <optional>

#include "mm/base/events.hpp"
#include "mm/paging/flush_batch.hpp"
#include "mm/paging/walk.hpp"

namespace mm32 {

/// An entry of some table, as lookup found it. Linux: lookup_address's pte and level.
struct EntryRef {
  unsigned level;  // 1: 4 KB page or empty slot; higher: large page or missing table
  PhysAddr entry_pa;
  std::uint64_t entry;
  PhysAddr physical;  // what the address maps to; valid when present
  Bytes page_size;    // what the entry covers

  bool present() const { return has(entry, PteFlags::kPresent); }
};

/// Told when an entry of the top-level table changes, so that other page directories which share
/// the kernel's half can follow. Linux: arch_sync_kernel_mappings.
class RootObserver {
 public:
  virtual ~RootObserver() = default;
  virtual void root_entry_changed(VirtAddr va, std::uint64_t entry) = 0;
};

class PageTables {
 public:
  PageTables(const Ram& ram, PagingMode mode, PhysAddr root, TableSource& tables,
             EventStream& events)
      : ram_(ram), state_{root, mode}, tables_(tables), events_(events) {
    state_.nxe = mode == PagingMode::kPae;
  }

  PagingMode mode() const { return state_.mode; }
  PhysAddr root() const { return state_.cr3; }
  const Ram& ram() const { return ram_; }
  /// The same translation parameters as a walk of this tree needs.
  const PagingState& state() const { return state_; }
  TableSource& tables() const { return tables_; }
  /// At most one observer; it must outlive the editor. nullptr: none.
  void observe_root(RootObserver* observer) { observer_ = observer; }

  /// The entry that decides about `va`: the leaf, or the first absent entry on the way.
  EntryRef lookup(VirtAddr va) const;

  /// Where `va` leads, whatever the rights; nothing when it is not mapped.
  std::optional<PhysAddr> translate(VirtAddr va) const;

  /// Maps pages [va, va + pages) to consecutive frames from `pa` with 4 KB entries.
  /// Errors: kBusy (a page is mapped already), kNoMem (no table), kFault (damaged tables). What was
  /// mapped before the error stays mapped.
  Result<void> map(VirtAddr va, PhysAddr pa, Pages pages, PteFlags flags);

  /// As map, page i going to frame_of(i).
  template <class FrameOf>
  Result<void> map_each(VirtAddr va, Pages pages, PteFlags flags, FrameOf&& frame_of);

  /// Maps one large page (4 MB; PAE 2 MB); both addresses aligned to its size. Errors as map.
  Result<void> map_large(VirtAddr va, PhysAddr pa, PteFlags flags);

  /// Clears every present entry of the range; a large page that sticks out is split first.
  /// Errors: kNoMem (a split needed a table); pages before it are unmapped.
  Result<void> unmap(VirtAddr va, Pages pages, FlushBatch& batch);

  /// As unmap, with each 4 KB page's last entry handed to `visit(va, entry)`.
  template <class Visit>
  Result<void> unmap_each(VirtAddr va, Pages pages, FlushBatch& batch, Visit&& visit);

  /// Sets and clears flags in every present entry of the range; large pages are split where the
  /// range cuts them. Errors: kNoMem (a split needed a table); pages before it are changed.
  Result<void> protect(VirtAddr va, Pages pages, PteFlags set, PteFlags clear, FlushBatch& batch);

  /// Replaces the large page at `va` by a table of 4 KB entries with the same flags. Does nothing
  /// when `va` is not in a large page. Errors: kNoMem.
  Result<void> split(VirtAddr va, FlushBatch& batch);

  /// Makes sure that tables down to level 1 exist for the whole range. Errors: kNoMem, kFault,
  /// kBusy (a large page is there).
  Result<void> allocate_tables(VirtAddr va, Pages pages);

  /// Unlinks tables below the top level that are empty and lie wholly inside the range.
  void free_empty_tables(VirtAddr va, Pages pages, FlushBatch& batch);

  /// Writes one entry of the 4 KB level, replacing what is there; the table must exist or be
  /// creatable. A present entry that changes is noted. Linux: set_pte_vaddr, set_pte_at.
  Result<void> set_pte(VirtAddr va, std::uint64_t entry, FlushBatch& batch);

 private:
  // Host address of the level-1 table that holds va's entry. kNoMem, kFault, kBusy as above.
  template <PagingPolicy P>
  Result<typename P::Entry*> table_for_map(VirtAddr va);
  // The table that entry `step_pa` links, created when absent.
  template <PagingPolicy P>
  Result<PhysAddr> next_table(VirtAddr va, PhysAddr entry_pa, unsigned level);
  // Calls f(va, level, entry&) for each present leaf of the range, in order; f returns Result.
  template <PagingPolicy P, class F>
  Result<void> for_each_leaf(VirtAddr va, Pages pages, F&& f);
  template <PagingPolicy P>
  typename P::Entry* entry_at(PhysAddr pa) const {
    return reinterpret_cast<typename P::Entry*>(ram_.host(pa, Bytes(sizeof(typename P::Entry))));
  }
  template <PagingPolicy P>
  EntryRef lookup_in(VirtAddr va) const;
  template <PagingPolicy P>
  Result<void> split_entry(VirtAddr va, typename P::Entry& entry, FlushBatch& batch);
  template <PagingPolicy P, class F>
  Result<void> edit_leaves(VirtAddr va, Pages pages, FlushBatch& batch, F&& edit);
  template <PagingPolicy P>
  bool free_empty_below(PhysAddr table, unsigned level, std::uint64_t table_va, std::uint64_t begin,
                        std::uint64_t end, FlushBatch& batch);
  void note_change(VirtAddr va, unsigned level, std::uint64_t before, std::uint64_t after) {
    events_.emit(event::PteSet{va, level, before, after});
    if (observer_ != nullptr && level == top_level()) observer_->root_entry_changed(va, after);
  }
  unsigned top_level() const {
    return mode() == PagingMode::kPae ? Pae::kLevels : TwoLevel::kLevels;
  }

  const Ram& ram_;
  PagingState state_;
  TableSource& tables_;
  EventStream& events_;
  RootObserver* observer_ = nullptr;
};

}  // namespace mm32

#include "mm/paging/page_tables_inl.hpp"  // IWYU pragma: keep
