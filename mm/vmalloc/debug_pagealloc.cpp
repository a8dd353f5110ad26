#include "mm/vmalloc/debug_pagealloc.hpp"

namespace mm32 {

DebugPagealloc::DebugPagealloc(EventStream& events, PageAllocator& pages, SetMemory& set_memory)
    : events_(events), set_memory_(set_memory) {
  for (Pfn pfn; pfn < pages.lowmem_end(); pfn = pfn + Pages(1)) {
    if (!pages.pfn_valid(pfn)) continue;
    const Page& page = pages.page(pfn);
    if (page.refcount == 0 && page.given_order == 0 && !page.test(PageFlag::kReserved))
      set_memory_.kernel_map_pages(pfn, Pages(1), Presence::kAbsent);
  }
  events_.subscribe(*this, events_of<event::PageAlloc, event::PageFree>());
}

void DebugPagealloc::on_event(const Event& event) {
  if (const auto* given = std::get_if<event::PageAlloc>(&event))
    set_memory_.kernel_map_pages(given->pfn, given->order.pages(), Presence::kPresent);
  else if (const auto* freed = std::get_if<event::PageFree>(&event))
    set_memory_.kernel_map_pages(freed->pfn, freed->order.pages(), Presence::kAbsent);
}

}  // namespace mm32
