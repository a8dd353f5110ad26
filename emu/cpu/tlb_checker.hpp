// Finds accesses through translations that are stale: the entry was removed or lost rights, and
// nobody flushed (--check-tlb). On a chip such an access works by luck.
//
//   fill ──► remembered translation ──entry changes──► stale ──access──► report, once
//                    └──────── flush or a new fill: forgotten ────────┘
//
// The engine is made to report every memory access, which makes memory-bound code an order of
// magnitude slower: a checker exists only when the option is on. An access that hits the TLB shows
// its physical address only, so stale frames are looked up first and the instruction is decoded for
// the virtual one. Instructions are followed as well, for fetches and for what flushes: INVLPG one
// page, a load of CR3 all but global pages, a change of CR4's PGE, PSE or PAE everything. The
// engine forgets more than a chip does (global pages at a load of CR3): what it looks up again
// although nobody flushed it is an access through the old translation.
// T1  Changes by guest code are found before its next access, changes by an export when it ends.
// T2  Gaining rights is never a stale translation; accessed and dirty bits do not count.
// T3  Instructions and data have translations of their own, as in a chip's two TLBs.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "emu/cpu/engine.hpp"
#include "mm/paging/walk.hpp"

namespace mm32::emu {

/// Who changed an entry.
struct EntryChange {
  VirtAddr by;              // guest code: the writing instruction; an export: its call site
  std::string export_name;  // empty: guest code
};

/// An access that should not have worked.
struct StaleUse {
  VirtAddr address;
  Access access;
  VirtAddr instruction;
  WalkStep entry;  // as it was when the CPU loaded it
  std::uint64_t entry_now;
  EntryChange change;
};

class TlbChecker {
 public:
  using Sink = std::function<void(const StaleUse&)>;

  TlbChecker(const Engine& engine, const Ram& ram, PagingMode mode, Sink sink)
      : engine_(engine), ram_(ram), mode_(mode), sink_(std::move(sink)) {}
  TlbChecker(const TlbChecker&) = delete;
  TlbChecker& operator=(const TlbChecker&) = delete;

  /// Adds the access hook. Before the first run; `this` must not move afterwards.
  Expected<void> attach();

  void on_fill(VirtAddr va, Access access, const Walk& walk);
  /// The CPU found no translation: a stale one would have let it.
  void on_refused(VirtAddr va, Access access);
  void on_flush();
  /// An export has run: entries that differ now were changed by it.
  void on_export_end(std::string_view name, VirtAddr call_site);

 private:
  enum Lost : std::uint8_t { kMapping = 1, kWriting = 2, kExecuting = 4 };
  struct Translation {
    Walk walk;
    std::optional<EntryChange> stale;
    std::uint8_t lost = 0;  // bits of Lost: what the tables no longer allow
    std::uint64_t entry_now = 0;
    unsigned step = 0;
  };
  struct Write {
    PhysAddr entry;
    VirtAddr by;
  };

  using Key = std::uint32_t;  // virtual page, plus 1 for instructions
  using Entries = std::map<Key, Translation>;

  static Key key_of(VirtAddr va, Access access);
  static bool forbids(const Translation& t, Access access);
  static std::uint8_t losses(std::uint64_t before, std::uint64_t now);
  static void on_code(uc_engine*, std::uint64_t address, std::uint32_t size, void* self);
  static void on_access(uc_engine*, uc_mem_type type, std::uint64_t address, int size,
                        std::int64_t value, void* self);
  void note_write(PhysAddr pa, unsigned bytes);
  void settle_writes();
  void recheck(Translation& t, const std::function<std::optional<EntryChange>(PhysAddr)>& who);
  void check_access(PhysAddr pa, Access access);
  void check_fetch(VirtAddr at, Access access);
  void follow_flush(VirtAddr at, std::uint32_t size);
  void invalidate(VirtAddr va);
  void load_cr3();
  void report(Translation& t, VirtAddr address, Access access, VirtAddr instruction);
  Entries::iterator drop(Entries::iterator at);
  std::uint64_t entry_at(PhysAddr pa) const;

  const Engine& engine_;
  const Ram& ram_;
  PagingMode mode_;
  Sink sink_;
  Entries entries_;
  std::unordered_set<std::uint64_t> tables_;  // frames that hold entries of entries_
  std::vector<Write> writes_;                 // to table entries, not yet looked at
  unsigned stale_count_ = 0;
  VirtAddr instruction_{};  // that the CPU executes
};

}  // namespace mm32::emu
