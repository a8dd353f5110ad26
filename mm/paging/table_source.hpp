// Where page-table pages come from and go to: memblock at boot, the page allocator afterwards.
//
// Tables are zeroed lowmem frames. Linux: pte_alloc_one_kernel, alloc_low_page at boot.
#pragma once

#include <algorithm>

#include "mm/base/ram.hpp"
#include "mm/page_alloc/page_source.hpp"

namespace mm32 {

class TableSource {
 public:
  virtual ~TableSource() = default;
  /// A zeroed lowmem frame. Errors: kNoMem.
  virtual Result<Pfn> alloc_table() = 0;
  /// Takes back a frame that no table entry refers to any more.
  virtual void free_table(Pfn pfn) = 0;
};

/// Tables from the page allocator (GFP_KERNEL | __GFP_ZERO), marked as tables in struct page.
class PageTableSource final : public TableSource {
 public:
  PageTableSource(const Ram& ram, PageSource& pages) : ram_(ram), pages_(pages) {}

  Result<Pfn> alloc_table() override {
    MM_TRY_ASSIGN(const Pfn pfn, pages_.alloc_pages(Gfp::kKernel, Order(0)));
    const std::span<std::byte> frame = ram_.frame(pfn);
    std::fill(frame.begin(), frame.end(), std::byte{0});
    pages_.page(pfn).page_type &= ~kPageTypeTable;
    return pfn;
  }
  void free_table(Pfn pfn) override {
    pages_.page(pfn).page_type |= kPageTypeTable;
    pages_.free_pages(pfn, Order(0));
  }

 private:
  const Ram& ram_;
  PageSource& pages_;
};

}  // namespace mm32
