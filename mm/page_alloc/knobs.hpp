// The page allocator's knobs, by the names of their files in /proc/sys/vm.
//
//   min_free_kbytes, watermark_scale_factor (1-3000), watermark_boost_factor,
//   lowmem_reserve_ratio (four numbers), compact_memory (write only)
// A write takes effect at once: watermarks and reserves are computed anew.
// Linux 6.1 mm/page_alloc.c: *_sysctl_handler; mm/compaction.c: sysctl_compaction_handler.
#pragma once

#include <string>
#include <string_view>

#include "mm/page_alloc/page_allocator.hpp"

namespace mm32 {

/// Sets a knob from its text. kNoEnt: no such knob; kInval: not a number, or out of range. A failed
/// call changes nothing.
Result<void> set_knob(PageAllocator& pages, std::string_view name, std::string_view text);

/// What reading the file gives, without the newline. kNoEnt: no such knob, or write only.
Result<std::string> read_knob(const PageAllocator& pages, std::string_view name);

}  // namespace mm32
