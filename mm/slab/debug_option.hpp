// The kernel parameter slub_debug=: which caches are debugged, and how.
//
//   slub_debug                 FZPU for all caches
//   slub_debug=FP              these for all
//   slub_debug=Z,dentry,kmal*  for the caches named (a name may end in *)
//   slub_debug=U;FZ,kmalloc-64 several blocks; the first that names a cache wins
// Letters: F consistency checks, Z red zones, P poison, U user tracking, T trace, O no debugging
// where it would need a higher order, - nothing.
// Linux 6.1 mm/slub.c parse_slub_debug_flags, setup_slub_debug, kmem_cache_flags.
#pragma once

#include <string_view>

#include "mm/slab/slab_options.hpp"

namespace mm32 {

/// The flags of a cache with the command line's debugging added. Linux: kmem_cache_flags.
SlabFlags debug_flags(const SlabOptions& options, SlabFlags flags, std::string_view name);

/// Whether 'O' was given. Linux: disable_higher_order_debug.
bool higher_order_debug_disabled(const SlabOptions& options);

/// Whether a block asks for user tracking, for whichever caches.
bool debug_stores_user(const SlabOptions& options);

/// The letters that mean nothing, in order, for the boot's message.
std::string unknown_debug_letters(const SlabOptions& options);

}  // namespace mm32
