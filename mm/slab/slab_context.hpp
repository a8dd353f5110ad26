// What every part of the slab allocator shares: the machine, the view into guest memory, the
// options and the root structure. References and configuration only (design D1).
#pragma once

#include <fmt/core.h>

#include <bit>
#include <utility>

#include "mm/context.hpp"
#include "mm/slab/slab_root.hpp"

namespace mm32 {

struct SlabContext {
  EventStream& events;
  Diagnostics& diagnostics;
  GuestView view;
  SlabOptions options;
  GuestPtr<SlabRoot> root_ptr;
  VirtAddr kmalloc_caches;  // as SlabRoot::kmalloc_caches says

  /// The entry of kmalloc_caches[type][index].
  GuestPtr<KmemCache>& kmalloc_cache(unsigned type, unsigned index) const {
    return view.ram().at<GuestPtr<KmemCache>>(
        VirtAddr(kmalloc_caches.raw() + 4 * (type * (kKmallocShiftHigh + 1) + index)));
  }
  SlabRoot& root() const { return view.ram().at(root_ptr); }
  void log(LogLevel level, const std::string& line) const { diagnostics.print(level, line); }
};

/// The success of what the budgets count: an Outcome<void> clears the room for its Stop first.
struct Done {
  constexpr Done() {}  // NOLINT(modernize-use-equals-default): else the room is cleared as well
  constexpr std::uint32_t raw() const { return 0; }
};

/// What the free pointer of `object` says: the next free object or 0. Linux: get_freepointer.
inline std::uint32_t get_free_pointer(const SlabContext& ctx, const KmemCache& s, VirtAddr object) {
  const VirtAddr at(object.raw() + s.offset);
  const std::uint32_t value = ctx.view.load32(at);
  return ctx.options.freelist_hardened ? value ^ s.random ^ __builtin_bswap32(at.raw()) : value;
}

/// Linux: set_freepointer, without its check.
inline void put_free_pointer(const SlabContext& ctx, const KmemCache& s, VirtAddr object,
                             std::uint32_t next) {
  const VirtAddr at(object.raw() + s.offset);
  ctx.view.store32(
      at, ctx.options.freelist_hardened ? next ^ s.random ^ __builtin_bswap32(at.raw()) : next);
}

/// Links `object` in front of `next`. Stops with Linux's BUG when they are the same object, the one
/// double free that the kernel always notices. Deviation: checked without hardening as well.
inline Outcome<void> set_free_pointer(const SlabContext& ctx, const KmemCache& s, VirtAddr object,
                                      std::uint32_t next, const char* function) {
  if (object.raw() == next) [[unlikely]]
    return bug("mm/slub.c", 419, function);
  if (!ctx.view.mapped(VirtAddr(object.raw() + s.offset), 4)) [[unlikely]]
    return write_fault(VirtAddr(object.raw() + s.offset), function);
  put_free_pointer(ctx, s, object, next);
  return {};
}

/// A guest wrote over a structure so that nothing the kernel would do next is defined.
[[gnu::cold]] inline tl::unexpected<Stop> damaged(const SlabContext& ctx, const char* what,
                                                  std::uint32_t address, const char* function) {
  ctx.log(LogLevel::kErr, fmt::format("slab: {} at 0x{:08x} is damaged", what, address));
  return bug("mm/slub.c", 0, function);
}

inline bool is_debug(const KmemCache& s) { return any(s.flags & kSlabDebugFlags); }

/// The text of a guest string, at most `limit` bytes; "(null)" or "(efault)" as printk has it.
std::string guest_string(const GuestView& view, VirtAddr text, std::size_t limit = 128);

}  // namespace mm32
