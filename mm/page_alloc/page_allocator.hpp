// The page allocator: hands out and takes back blocks of 2^order page frames.
//
// A composition root: FreeLists holds the buddy system, Watermarks the reserves. All state is in
// guest RAM (PageAllocState, mem_map); this object holds references and configuration.
// Never blocks, never runs guest code. Linux 6.1 mm/page_alloc.c.
#pragma once

#include <optional>

#include "mm/boot/memblock.hpp"
#include "mm/page_alloc/free_lists.hpp"
#include "mm/page_alloc/page_source.hpp"
#include "mm/page_alloc/watermarks.hpp"

namespace mm32 {

class PageAllocator final : public PageSource {
 public:
  /// Makes mem_map and the zones out of what `memblock` has not reserved, and ends its use: all
  /// static reservations must have been made. kNoMem: lowmem is too small for mem_map. kInval:
  /// --reserved gives a zone fewer pages than this machine's own boot took, or more than it has.
  static Result<PageAllocator> create(const MmContext& context, Memblock& memblock);

  Result<Pfn> alloc_pages(Gfp gfp, Order order) override;
  void free_pages(Pfn pfn, Order order) override;
  Page& page(Pfn pfn) override { return lists_.page(pfn); }
  bool pfn_valid(Pfn pfn) const override { return lists_.map().valid(pfn); }
  Pfn pfn_of_page(GuestPtr<Page> page) const override { return lists_.map().pfn_of(page); }
  Pfn lowmem_end() const override { return Pfn(state().max_low_pfn); }

  /// The struct page's guest address. Linux: pfn_to_page.
  GuestPtr<Page> page_ptr(Pfn pfn) const { return lists_.map().ptr(pfn); }
  /// To be called before the guest reads or writes the page of mem_map that holds `address`: brings
  /// in what was deferred. Addresses outside of mem_map do nothing.
  void ensure_section_of(VirtAddr address);

  PageAllocState& state() const { return lists_.state(); }
  Zone& zone(ZoneIndex z) const { return lists_.zone(z); }
  FreeLists& lists() { return lists_; }
  const FreeLists& lists() const { return lists_; }
  Watermarks watermarks() const { return Watermarks(state(), lists_.block_order()); }

 private:
  PageAllocator(const MmContext& context, FreeLists lists) : context_(context), lists_(lists) {}

  Page* rmqueue(Zone& zone, Order order, MigrateType type);

  MmContext context_;
  FreeLists lists_;
};

}  // namespace mm32
