// debug_pagealloc: free lowmem pages are not mapped, so that touching one faults.
//
// Listens to the page allocator's events: a block that is given out is mapped before its caller can
// touch it, a freed one is unmapped and flushed. The direct map has 4 KB pages only in this mode
// (build_kernel_map), so no change needs memory. Linux 6.1: debug_pagealloc_map_pages,
// debug_pagealloc_unmap_pages.
#pragma once

#include "mm/page_alloc/page_allocator.hpp"
#include "mm/vmalloc/set_memory.hpp"

namespace mm32 {

class DebugPagealloc final : public EventSink {
 public:
  /// Unmaps what is free now, and listens from then on. The references must outlive it.
  DebugPagealloc(EventStream& events, PageAllocator& pages, SetMemory& set_memory);
  ~DebugPagealloc() override { events_.unsubscribe(*this); }
  DebugPagealloc(const DebugPagealloc&) = delete;
  DebugPagealloc& operator=(const DebugPagealloc&) = delete;

  void on_event(const Event& event) override;

 private:
  EventStream& events_;
  SetMemory& set_memory_;
};

}  // namespace mm32
