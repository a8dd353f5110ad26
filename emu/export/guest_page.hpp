// A struct page that a guest names: its frame, or the fault that the kernel function would meet.
#pragma once

#include "emu/export/context.hpp"
#include "mm/kernel.hpp"

namespace mm32::emu {

inline tl::unexpected<Stop> fault_at(VirtAddr address, const char* function) {
  Oops oops{};
  oops.kind = Oops::Kind::kPageFault;
  oops.address = address;
  oops.function = function;
  return stop(std::move(oops));
}

// The frame of a struct page that a guest names.
inline Outcome<Pfn> frame_of(KernelContext& k, GuestPtr<Page> page, const char* function) {
  const PageAllocator& pages = k.mm().pages();
  const Pfn pfn = pages.pfn_of_page(page);
  if (!pages.pfn_valid(pfn) || pages.page_ptr(pfn) != page) return fault_at(page.va(), function);
  return pfn;
}

}  // namespace mm32::emu
