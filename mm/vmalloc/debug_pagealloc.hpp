// debug_pagealloc=on: pages that nobody has are not mapped, so a use after free faults where it
// happens.
//
// It follows the page allocator's events: a freed lowmem block leaves the direct map, an allocated
// one comes back. The direct map has 4 KB pages then (see build_kernel_map), so no edit can fail.
// Linux 6.1 mm/page_alloc.c debug_pagealloc_map_pages, arch/x86/mm/pat/set_memory.c
// __kernel_map_pages.
#pragma once

#include "mm/base/events.hpp"
#include "mm/vmalloc/set_memory.hpp"

namespace mm32 {

class DebugPagealloc final : public EventSink {
 public:
  /// Takes every page that is free now out of the direct map, then follows `events` until it dies.
  DebugPagealloc(SetMemory& memory, PageSource& pages, const AddressSpace& space,
                 EventStream& events);
  DebugPagealloc(const DebugPagealloc&) = delete;
  DebugPagealloc& operator=(const DebugPagealloc&) = delete;
  ~DebugPagealloc() override { events_.unsubscribe(*this); }

  void on_event(const Event& event) override;

 private:
  SetMemory& memory_;
  EventStream& events_;
};

}  // namespace mm32
