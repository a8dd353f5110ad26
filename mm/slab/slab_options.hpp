// The slab allocator's choices for one machine, read from the kernel parameters once.
//
// Names are those of the kernel command line: slub_max_order, slub_min_order, slub_min_objects,
// slab_nomerge, slub_debug, init_on_alloc, init_on_free. What is fixed at build time or read from
// the CPU in Linux is a parameter of its own here: slab_freelist_random, slab_freelist_hardened,
// cache_line_size. Values: a number, or on/off, yes/no; an empty value means on.
// Layout linux-6.1 takes Debian's configuration; layout classic shows plain ascending free lists
// with unencoded pointers and does not clear objects unless asked to.
#pragma once

#include <string>

#include "mm/abi/kmem_cache.hpp"
#include "mm/config.hpp"

namespace mm32 {

struct SlabOptions {
  bool freelist_random = false;
  bool freelist_hardened = false;
  bool init_on_alloc = false;
  bool init_on_free = false;
  bool merge = true;
  std::uint32_t cache_line = 32;  // qemu32 and Pentium III
  unsigned cpus = 1;
  unsigned min_order = 0;
  unsigned max_order = 3;         // PAGE_ALLOC_COSTLY_ORDER
  std::uint32_t min_objects = 0;  // 0: by the number of CPUs
  std::string slub_debug{};       // the text after slub_debug=; has_slub_debug says if it was given
  bool has_slub_debug = false;

  static SlabOptions of(const MachineConfig& config);
};

}  // namespace mm32
