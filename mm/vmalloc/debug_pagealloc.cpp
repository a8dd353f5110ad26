#include "mm/vmalloc/debug_pagealloc.hpp"

namespace mm32 {

DebugPagealloc::DebugPagealloc(SetMemory& memory, PageSource& pages, const AddressSpace& space,
                               EventStream& events)
    : memory_(memory), events_(events) {
  for (Pfn pfn; pfn < space.max_low_pfn; pfn += Pages(1)) {
    if (!pages.pfn_valid(pfn)) continue;
    const Page& page = pages.page(pfn);
    const bool tail = (page.compound_head & 1) != 0;
    if (page.refcount == 0 && !tail && !page.test(PageFlag::kReserved))
      memory_.kernel_map_pages(pfn, Pages(1), Presence::kAbsent);
  }
  events_.subscribe(*this, events_of<event::PageAlloc, event::PageFree>());
}

void DebugPagealloc::on_event(const Event& event) {
  if (const auto* freed = std::get_if<event::PageFree>(&event))
    memory_.kernel_map_pages(freed->pfn, freed->order.pages(), Presence::kAbsent);
  else if (const auto* taken = std::get_if<event::PageAlloc>(&event))
    memory_.kernel_map_pages(taken->pfn, taken->order.pages(), Presence::kPresent);
}

}  // namespace mm32
