// The reports of SLUB debugging, in the kernel's exact words.
//
//   =====…  BUG kmalloc-64 (Tainted: …): reason  -----…
//   tracks, slab, object, bytes around it, call trace, FIX lines
//
// Only prints; the checks (slub_debug.hpp) decide and repair. Addresses are printed as they are, as
// the kernel does when slub_debug is given (no_hash_pointers).
// Linux 6.1 mm/slub.c slab_bug, print_trailer, print_track, slab_fix; lib/hexdump.c.
#pragma once

#include "mm/slab/call_site.hpp"
#include "mm/slab/object_debug.hpp"
#include "mm/slab/stack_depot.hpp"

namespace mm32 {

/// Who touched an object last. Linux: struct track.
struct Track {
  std::uint32_t addr;
  std::uint32_t handle;  // StackDepot
  std::uint32_t cpu;
  std::uint32_t pid;
  std::uint32_t when;  // jiffies
};
static_assert(sizeof(Track) == 20);
enum class TrackKind : std::uint32_t { kAlloc = 0, kFree = 1 };

class DebugReport {
 public:
  DebugReport(const SlabContext& ctx, CallSite& calls) : ctx_(ctx), calls_(calls) {}

  /// Linux: slab_bug.
  void headline(const KmemCache& s, const std::string& reason) const;
  /// Linux: object_err: headline, everything about the object, taint.
  void object_error(const KmemCache& s, const Page& slab, VirtAddr object,
                    const std::string& reason) const;
  /// Linux: slab_err: headline, the slab, taint.
  void slab_error(const KmemCache& s, const Page& slab, const std::string& reason) const;
  /// Bytes [begin, end) differ from `expected`: the report of check_bytes_and_report.
  void overwritten(const KmemCache& s, const Page& slab, VirtAddr object, const std::string& what,
                   VirtAddr begin, VirtAddr end, std::uint8_t expected) const;
  /// Linux: slab_fix.
  void fix(const KmemCache& s, const std::string& what) const;
  /// Linux: print_tracking.
  void tracking(const KmemCache& s, VirtAddr object) const;
  /// Linux: print_section: a hex dump of guest bytes.
  void section(LogLevel level, const char* label, std::uint32_t begin, std::uint32_t length) const;
  void line(const std::string& text) const { ctx_.log(LogLevel::kErr, text); }

  std::string name(const KmemCache& s) const { return guest_string(ctx_.view, VirtAddr(s.name)); }

 private:
  void slab_info(const Page& slab) const;
  void trailer(const KmemCache& s, const Page& slab, VirtAddr object) const;
  void track(const char* verb, const Track& t) const;

  const SlabContext& ctx_;
  CallSite& calls_;
};

/// Bytes of a slot without the left red zone. Linux: size_from_object.
constexpr std::uint32_t size_from_object(const KmemCache& s) {
  return any(s.flags & SlabFlags::kRedZone) ? s.size - s.red_left_pad : s.size;
}
/// Offset of the padding behind everything that a slot holds.
std::uint32_t padding_offset(const KmemCache& s);
/// Where a track of an object lies.
inline VirtAddr track_address(const KmemCache& s, VirtAddr object, TrackKind kind) {
  return VirtAddr(object.raw() + info_end(s) +
                  static_cast<std::uint32_t>(kind) * static_cast<std::uint32_t>(sizeof(Track)));
}

}  // namespace mm32
