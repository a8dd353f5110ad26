// SLUB debugging: what is checked when an object of a debugged cache is handed out or taken back.
//
// State: the bytes around the objects (object_debug.hpp), the tracks in the slots, and stack traces
// in the stack depot. Which caches are debugged follows from their flags and from slub_debug=.
// A failed check is reported in the kernel's words (debug_report.hpp) and repaired as the kernel
// does ("FIX …"); the guest goes on. Of the lists only a slab's own free list and counters are
// touched, where the kernel repairs them.
// Linux 6.1 mm/slub.c alloc_debug_processing, free_debug_processing, check_object, on_freelist.
#pragma once

#include "mm/slab/debug_report.hpp"
#include "mm/slab/slab_pages.hpp"

namespace mm32 {

class SlubDebug {
 public:
  SlubDebug(SlabContext& ctx, SlabPages& pages, CallSite& calls)
      : ctx_(ctx), pages_(pages), calls_(calls), report_(ctx, calls) {}

  /// Overwrites a freed object. Linux: slab_free_hook with init_on_free.
  void wipe_on_free(const KmemCache& s, VirtAddr object) const;

  /// Checks an object that is about to be handed out and marks it allocated. False: the object and
  /// its slab must not be used. Linux: alloc_debug_processing.
  bool before_alloc(const KmemCache& s, Page& slab, VirtAddr object, std::uint32_t orig_size);
  void track_alloc(const KmemCache& s, VirtAddr object);

  /// Checks the objects that are about to be freed and marks them free. False: they must not be
  /// freed. `chain.count` follows what was found. Linux: free_debug_processing.
  bool before_free(const KmemCache& s, Page& slab, FreeChain& chain);
  /// Checks the objects of a slab whose pages go back. Linux: __free_slab.
  void before_release(const KmemCache& s, Page& slab);

  /// The cache is destroyed and the slab still has objects. Linux: list_slab_objects.
  void report_remaining(const KmemCache& s, const Page& slab);
  /// Linux: print_tracking.
  void report_tracking(const KmemCache& s, VirtAddr object) { report_.tracking(s, object); }

 private:
  bool check_slab(const KmemCache& s, Page& slab);
  void check_slab_padding(const KmemCache& s, Page& slab);
  bool check_object(const KmemCache& s, Page& slab, VirtAddr object, std::uint8_t red);
  bool check_poison(const KmemCache& s, Page& slab, VirtAddr object, std::uint8_t red);
  bool check_free(const KmemCache& s, Page& slab, VirtAddr object);
  bool take_back(const KmemCache& s, Page& slab, FreeChain& chain);
  bool check_bytes(const KmemCache& s, const Page& slab, VirtAddr object, const char* what,
                   std::uint32_t begin, std::uint8_t value, std::uint32_t length);
  bool on_freelist(const KmemCache& s, Page& slab, std::uint32_t search);
  bool valid_pointer(const KmemCache& s, const Page& slab, std::uint32_t object) const;
  void set_track(const KmemCache& s, VirtAddr object, TrackKind kind);
  void trace(const KmemCache& s, const Page& slab, VirtAddr object, const char* what);
  std::uint32_t max_objects(const KmemCache& s, const Page& slab) const;

  SlabContext& ctx_;
  SlabPages& pages_;
  CallSite& calls_;
  DebugReport report_;
};

}  // namespace mm32
