#include "mm/slab/slub_debug.hpp"

#include "mm/slab/object_debug.hpp"

namespace mm32 {

void SlubDebug::wipe_on_free(const KmemCache& s, VirtAddr object) const {
  if (s.ctor != 0 || any(s.flags & (SlabFlags::kTypesafeByRcu | SlabFlags::kPoison))) return;
  if (ctx_.view.mapped(object, s.object_size))
    std::memset(ctx_.view.bytes(object), 0, s.object_size);
}

bool SlubDebug::before_alloc(const KmemCache& s, Page&, VirtAddr object, std::uint32_t) {
  init_object(ctx_, s, object, kRedActive);
  return true;
}

void SlubDebug::track_alloc(const KmemCache&, VirtAddr) {}

bool SlubDebug::before_free(const KmemCache& s, Page&, VirtAddr object) {
  init_object(ctx_, s, object, kRedInactive);
  return true;
}

void SlubDebug::report_remaining(const KmemCache&, const Page&) {}

}  // namespace mm32
