// What a page frame is used for: its struct page in words, and who owns it.
//
// Everything is read from guest memory as it is now. The owner is found the way a kernel hacker
// would: flags and page_type of struct page first, then the structures that they point to. Lists
// and sizes that a guest may have damaged are bounded.
#pragma once

#include <optional>
#include <vector>

#include "emu/machine/machine.hpp"
#include "emu/view/fact.hpp"

namespace mm32::emu {

/// "page": zone, counts and flags. The frame must have a struct page.
Fact page_fact(Machine& machine, Pfn pfn);

/// "owner": a free block, a slab, a page table, the kernel image, … Nothing when struct page does
/// not tell: then the frame is somebody's allocation.
std::optional<Fact> owner_fact(Machine& machine, Pfn pfn);

/// "object": the slab object that the byte at `pa` belongs to.
std::optional<Fact> object_fact(Machine& machine, PhysAddr pa);

/// The kernel addresses from vmalloc on that map the frame, at most `limit`, in address order.
std::vector<VirtAddr> mappings_of(Machine& machine, const PagingState& paging, Pfn pfn,
                                  std::size_t limit);

/// Names of the flags in page->flags: "reserved", "slab", "head", …
std::vector<std::string> page_flag_names(std::uint32_t flags);

}  // namespace mm32::emu
