#include "mm/slab/object_debug.hpp"

#include "mm/slab/geometry.hpp"

namespace mm32 {
namespace {

void fill(const SlabContext& ctx, std::uint32_t begin, std::uint8_t value, std::uint32_t length) {
  if (ctx.view.mapped(VirtAddr(begin), length))
    std::memset(ctx.view.bytes(VirtAddr(begin)), value, length);
}

}  // namespace

bool debug_layout_plausible(const KmemCache& s) {
  const std::uint64_t tracks = any(s.flags & SlabFlags::kStoreUser) ? 2 * kTrackSize : 0;
  return s.object_size > 0 && s.size >= 4 && s.offset <= s.size - 4 && s.object_size <= s.inuse &&
         s.inuse <= s.size && std::uint64_t{left_pad(s)} + info_end(s) + tracks <= s.size;
}

void init_object(const SlabContext& ctx, const KmemCache& s, VirtAddr object, std::uint8_t red) {
  if (!debug_layout_plausible(s)) return;
  if (any(s.flags & SlabFlags::kRedZone))
    fill(ctx, object.raw() - s.red_left_pad, red, s.red_left_pad);
  if (any(s.flags & SlabFlags::kObjectPoison)) {
    fill(ctx, object.raw(), kPoisonFree, s.object_size - 1);
    fill(ctx, object.raw() + s.object_size - 1, kPoisonEnd, 1);
  }
  if (any(s.flags & SlabFlags::kRedZone))
    fill(ctx, object.raw() + s.object_size, red, s.inuse - s.object_size);
}

void setup_slab_debug(const SlabContext& ctx, const KmemCache& s, const Page& slab, Order order) {
  if (any(s.flags & SlabFlags::kPoison))
    fill(ctx, ctx.view.address_of(slab).raw(), kPoisonInuse,
         static_cast<std::uint32_t>(order.bytes().raw()));
}

void setup_object_debug(const SlabContext& ctx, const KmemCache& s, VirtAddr object) {
  if (!any(s.flags & (SlabFlags::kStoreUser | SlabFlags::kRedZone | SlabFlags::kObjectPoison)))
    return;
  init_object(ctx, s, object, kRedInactive);
  if (any(s.flags & SlabFlags::kStoreUser))
    fill(ctx, object.raw() + info_end(s), 0, 2 * kTrackSize);
}

}  // namespace mm32
