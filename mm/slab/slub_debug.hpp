// SLUB debugging: what is checked when an object of a debugged cache is handed out or taken back.
//
// State: the bytes around the objects (object_debug.hpp), the tracks in the slots, and stack traces
// in the stack depot. Which caches are debugged follows from their flags and from slub_debug=.
// A failed check is reported in the kernel's words through Diagnostics and repaired as the kernel
// does ("FIX …"); the guest goes on. Nothing here changes a list.
// Linux 6.1 mm/slub.c alloc_debug_processing, free_consistency_checks, check_object, check_slab.
#pragma once

#include "mm/slab/call_site.hpp"
#include "mm/slab/slab_pages.hpp"

namespace mm32 {

class SlubDebug {
 public:
  SlubDebug(SlabContext& ctx, SlabPages& pages, CallSite& calls)
      : ctx_(ctx), pages_(pages), calls_(calls) {}

  /// Overwrites a freed object. Linux: slab_free_hook with init_on_free.
  void wipe_on_free(const KmemCache& s, VirtAddr object) const;

  /// Checks an object that is about to be handed out and marks it allocated. False: the object and
  /// its slab must not be used. Linux: alloc_debug_processing.
  bool before_alloc(const KmemCache& s, Page& slab, VirtAddr object, std::uint32_t orig_size);
  void track_alloc(const KmemCache& s, VirtAddr object);

  /// Checks an object that is about to be freed and marks it free. False: it must not be freed.
  /// Linux: free_debug_processing.
  bool before_free(const KmemCache& s, Page& slab, VirtAddr object);

  /// Linux: list_slab_objects, for a cache that is destroyed.
  void report_remaining(const KmemCache& s, const Page& slab);

 private:
  SlabContext& ctx_;
  SlabPages& pages_;
  CallSite& calls_;
};

}  // namespace mm32
