// Free memory and slabs as pictures in text.
//
// Read from guest RAM, which may be damaged: lists are followed to a bound, and what was deferred
// since boot is not brought in. Nothing is changed.
#pragma once

#include <string>
#include <string_view>

#include "mm/page_alloc/page_allocator.hpp"
#include "mm/slab/slab.hpp"

namespace mm32::emu {

/// Each zone as a bar, a character a piece: '.' used, 0-9 and A the largest order of a free block
/// that begins there; below it the blocks of each free list.
std::string draw_free_lists(const PageAllocator& pages);

/// The slabs of one cache, a character an object: '#' used, '.' free; which list each slab is on.
/// Empty when there is no cache of that name.
std::string draw_slabs(const Slab& slab, std::string_view cache);
/// One line a cache: name, object size, used and all objects, slabs.
std::string list_caches(const Slab& slab);

}  // namespace mm32::emu
