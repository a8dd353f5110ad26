// Accumulate, then commit: what page-table edits owe to the TLB.
//
// Every removal or downgrade of an entry is noted here; commit() flushes the TLB once and only then
// gives freed tables back, so no translation outlives the frame that it went through.
// F1  A batch that noted anything is committed before it is destroyed.
// Linux: struct mmu_gather, flush_tlb_kernel_range (more than 33 pages: everything).
#pragma once

#include <algorithm>
#include <exception>
#include <vector>

#include "mm/base/check.hpp"
#include "mm/base/tlb.hpp"
#include "mm/paging/table_source.hpp"

namespace mm32 {

class FlushBatch {
 public:
  static constexpr std::uint32_t kFullFlushCeiling = 33;  // Linux: tlb_single_page_flush_ceiling

  explicit FlushBatch(Tlb& tlb) : tlb_(tlb) {}
  FlushBatch(const FlushBatch&) = delete;
  FlushBatch& operator=(const FlushBatch&) = delete;
  ~FlushBatch() noexcept(false) {
    if (std::uncaught_exceptions() == exceptions_) MM_CHECK(empty());
  }

  /// Translations of `pages` pages from `begin` are stale.
  void note(VirtAddr begin, Pages pages) {
    const std::uint64_t end = std::uint64_t{begin.raw()} + bytes_of(pages).raw();
    begin_ = std::min(begin_, std::uint64_t{begin.raw()});
    end_ = std::max(end_, end);
  }
  /// `table` is unlinked; it is freed to `source` after the flush.
  void defer_free(TableSource& source, Pfn table) { freed_.push_back({&source, table}); }

  bool empty() const { return begin_ >= end_ && freed_.empty(); }

  /// Hands the flush over to somebody who does it before the addresses are used again: the lazy
  /// purge of vmalloc, or guest code with INVLPG. Freed tables cannot be handed over.
  void hand_over() {
    MM_CHECK(freed_.empty());
    begin_ = ~std::uint64_t{0};
    end_ = 0;
  }

  void commit() {
    if (begin_ < end_) flush();
    for (const Freed& f : freed_) f.source->free_table(f.table);
    freed_.clear();
  }

 private:
  struct Freed {
    TableSource* source;
    Pfn table;
  };

  void flush() {
    const VirtAddr begin(static_cast<std::uint32_t>(begin_));
    const Pages pages(static_cast<std::uint32_t>((end_ - begin_) >> kPageShift));
    begin_ = ~std::uint64_t{0};
    end_ = 0;
    if (pages.raw() > kFullFlushCeiling)
      tlb_.flush_all();
    else
      tlb_.flush_range(begin, pages);
  }

  Tlb& tlb_;
  std::uint64_t begin_ = ~std::uint64_t{0};
  std::uint64_t end_ = 0;
  std::vector<Freed> freed_{};
  int exceptions_ = std::uncaught_exceptions();
};

}  // namespace mm32
