// Where the other parts of memory management get page frames from: the interface of the page
// allocator, and the way from a frame number to its struct page.
#pragma once

#include "mm/abi/gfp.hpp"
#include "mm/abi/page.hpp"
#include "mm/abi/zone.hpp"
#include "mm/base/result.hpp"

namespace mm32 {

class PageSource {
 public:
  virtual ~PageSource() = default;

  /// 2^order adjacent frames, naturally aligned; the first frame's number. The head's refcount is
  /// 1; with Gfp::kComp it is a compound page. Errors: kNoMem. Never blocks. Linux: alloc_pages.
  virtual Result<Pfn> alloc_pages(Gfp gfp, Order order) = 0;

  /// Drops a reference and frees the block at zero. Misuse is reported through Diagnostics
  /// ("BUG: Bad page state") and the pages are leaked, as on Linux. Linux: __free_pages.
  virtual void free_pages(Pfn pfn, Order order) = 0;

  /// The frame's struct page, initialised if that was deferred. `pfn` must be valid (see
  /// pfn_valid).
  virtual Page& page(Pfn pfn) = 0;

  /// Whether mem_map has an entry for the frame. Linux: pfn_valid.
  virtual bool pfn_valid(Pfn pfn) const = 0;

  /// The frame that a struct page belongs to. Linux: page_to_pfn.
  virtual Pfn pfn_of_page(GuestPtr<Page> page) const = 0;

  /// Counts what pages are used for; read by reports only. Linux: mod_node_page_state.
  virtual void add_node_stat(NodeStat /*stat*/, std::int32_t /*delta*/) {}

  /// Frames that the kernel itself can have above the high watermarks. Linux: nr_free_buffer_pages.
  virtual std::uint32_t free_buffer_pages() const { return lowmem_end().raw(); }

  /// The first frame that is not in the direct map. Linux: max_low_pfn.
  virtual Pfn lowmem_end() const = 0;
};

}  // namespace mm32
