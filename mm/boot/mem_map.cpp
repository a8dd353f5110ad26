#include "mm/boot/mem_map.hpp"

namespace mm32 {

Result<MemMap> MemMap::create(const Ram& ram, Memblock& memblock) {
  MemMap map;
  map.end_ = memblock.end();
  map.capacity_ = static_cast<std::uint32_t>(align_up(map.end_.raw(), kSectionPages));
  MM_TRY_ASSIGN(map.first_, memblock.allocate_array<Page>(map.capacity_));
  MM_TRY_ASSIGN(map.states_ptr_,
                memblock.allocate_array<std::uint8_t>(map.capacity_ / kSectionPages));
  map.base_ = ram.base();
  map.offset_ = static_cast<std::uint32_t>(direct_map_pa(map.first_.va()).raw());
  map.states_ = &ram.at(map.states_ptr_);
  return map;
}

void MemMap::init(PfnRange range, ZoneIndex zone, PageInit kind) {
  Page fresh{};
  fresh.flags = raw(zone) << kZonesPageShift;
  fresh.page_type = kPageTypeNone;
  if (kind == PageInit::kReserved) {
    fresh.set(PageFlag::kReserved);
    fresh.refcount = 1;
  }
  GuestPtr<ListHead> self(ptr(range.begin).raw + static_cast<std::uint32_t>(offsetof(Page, lru)));
  for (std::uint32_t pfn = range.begin.raw(); pfn < range.end.raw(); ++pfn) {
    fresh.lru = {self, self};
    at(Pfn(pfn)) = fresh;
    self.raw += static_cast<std::uint32_t>(sizeof(Page));
  }
}

}  // namespace mm32
