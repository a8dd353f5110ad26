#include "emu/view/slab_object.hpp"

namespace mm32::emu {
namespace {

bool reaches(const SlabContext& ctx, const KmemCache& s, VirtAddr first, std::uint32_t objects,
             VirtAddr object) {
  VirtAddr at = first;
  for (std::uint32_t i = 0; i < objects && at.raw() != 0; ++i) {
    if (at == object) return true;
    if (!ctx.view.mapped(VirtAddr(at.raw() + s.offset), 4)) return false;
    at = VirtAddr(get_free_pointer(ctx, s, at));
  }
  return false;
}

bool is_free(const SlabContext& ctx, const KmemCache& s, const Page& head, const SlabObject& o) {
  if (reaches(ctx, s, VirtAddr(head.slab_freelist), o.objects, o.begin)) return true;
  const KmemCacheCpu* cpu = ctx.view.object(s.cpu_slab);
  return cpu != nullptr && cpu->slab == guest_ptr(head) &&
         reaches(ctx, s, VirtAddr(cpu->freelist), o.objects, o.begin);
}

}  // namespace

std::optional<SlabObject> slab_object_at(const Slab& slab, VirtAddr address) {
  const SlabContext& ctx = slab.context();
  const Page* head = ctx.view.head_page(address);
  if (head == nullptr || !head->test(PageFlag::kSlab)) return std::nullopt;
  const KmemCache* s = ctx.view.object(GuestPtr<KmemCache>(head->slab_cache));
  if (s == nullptr || s->size == 0) return std::nullopt;
  SlabObject o{.cache = guest_string(ctx.view, VirtAddr(s->name)),
               .cache_address = VirtAddr(head->slab_cache),
               .slab = ctx.view.address_of(*head),
               .order = ctx.view.order_of(*head),
               .objects = SlabCounters::of(head->slab_counters).objects,
               .object_bytes = s->object_size,
               .stride = s->size};
  const std::uint32_t first = o.slab.raw() + s->red_left_pad;
  const std::uint32_t distance = address.raw() - first;
  if (address.raw() < first || distance / s->size >= o.objects) return o;
  o.index = distance / s->size;
  o.begin = VirtAddr(first + o.index * s->size);
  o.offset = distance % s->size;
  o.state = is_free(ctx, *s, *head, o) ? SlabObject::State::kFree : SlabObject::State::kAllocated;
  return o;
}

}  // namespace mm32::emu
