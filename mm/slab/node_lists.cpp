#include "mm/slab/node_lists.hpp"

namespace mm32 {
namespace {

constexpr const char* kAddValid = "__list_add_valid";
constexpr const char* kDelValid = "__list_del_entry_valid";

// Lines of lib/list_debug.c, seen on the real kernel for each kind of damage.
enum Line : unsigned {
  kAddNextPrev = 27,
  kAddPrevNext = 30,
  kAddDouble = 33,
  kDelNextNull = 49,
  kDelPrevNull = 51,
  kDelPoison1 = 53,
  kDelPoison2 = 56,
  kDelPrevNext = 59,
  kDelNextPrev = 62,
};

tl::unexpected<Stop> corruption(const SlabContext& ctx, const std::string& message, unsigned line,
                                const char* function) {
  ctx.log(LogLevel::kErr, message);
  return bug("lib/list_debug.c", line, function);
}

}  // namespace

Outcome<void> checked_list_add(const SlabContext& ctx, ListHead& entry, GuestPtr<ListHead> prev,
                               GuestPtr<ListHead> next) {
  ListHead* after = ctx.view.object(next);
  if (after == nullptr) return page_fault(VirtAddr(next.raw + 4), kAddValid);
  if (after->prev != prev)
    return corruption(ctx,
                      fmt::format("list_add corruption. next->prev should be prev ({:08x}), but "
                                  "was {:08x}. (next={:08x}).",
                                  prev.raw, after->prev.raw, next.raw),
                      kAddNextPrev, kAddValid);
  ListHead* before = ctx.view.object(prev);
  if (before == nullptr) return page_fault(prev.va(), kAddValid);
  if (before->next != next)
    return corruption(ctx,
                      fmt::format("list_add corruption. prev->next should be next ({:08x}), but "
                                  "was {:08x}. (prev={:08x}).",
                                  next.raw, before->next.raw, prev.raw),
                      kAddPrevNext, kAddValid);
  const GuestPtr<ListHead> self = guest_ptr(entry);
  if (self == prev || self == next)
    return corruption(ctx,
                      fmt::format("list_add double add: new={:08x}, prev={:08x}, next={:08x}.",
                                  self.raw, prev.raw, next.raw),
                      kAddDouble, kAddValid);
  list_insert(ctx.view.ram(), entry, prev, next);
  return {};
}

Outcome<void> checked_list_del(const SlabContext& ctx, ListHead& entry) {
  const std::uint32_t self = guest_ptr(entry).raw;
  if (!entry.next)
    return corruption(ctx, fmt::format("list_del corruption, {:08x}->next is NULL", self),
                      kDelNextNull, kDelValid);
  if (!entry.prev)
    return corruption(ctx, fmt::format("list_del corruption, {:08x}->prev is NULL", self),
                      kDelPrevNull, kDelValid);
  if (entry.next.raw == kListPoison1)
    return corruption(ctx,
                      fmt::format("list_del corruption, {:08x}->next is LIST_POISON1 ({:08x})",
                                  self, kListPoison1),
                      kDelPoison1, kDelValid);
  if (entry.prev.raw == kListPoison2)
    return corruption(ctx,
                      fmt::format("list_del corruption, {:08x}->prev is LIST_POISON2 ({:08x})",
                                  self, kListPoison2),
                      kDelPoison2, kDelValid);
  const ListHead* before = ctx.view.object(entry.prev);
  if (before == nullptr) return page_fault(entry.prev.va(), kDelValid);
  if (before->next.raw != self)
    return corruption(ctx,
                      fmt::format("list_del corruption. prev->next should be {:08x}, but was "
                                  "{:08x}. (prev={:08x})",
                                  self, before->next.raw, entry.prev.raw),
                      kDelPrevNext, kDelValid);
  const ListHead* after = ctx.view.object(entry.next);
  if (after == nullptr) return page_fault(VirtAddr(entry.next.raw + 4), kDelValid);
  if (after->prev.raw != self)
    return corruption(ctx,
                      fmt::format("list_del corruption. next->prev should be {:08x}, but was "
                                  "{:08x}. (next={:08x})",
                                  self, after->prev.raw, entry.next.raw),
                      kDelNextPrev, kDelValid);
  static_cast<void>(list_remove(ctx.view.ram(), entry));
  return {};
}

Outcome<void> add_partial(const SlabContext& ctx, KmemCacheNode& node, Page& slab, ListEnd end) {
  const GuestPtr<ListHead> head = guest_ptr(node.partial);
  MM_TRY(end == ListEnd::kTail ? checked_list_add(ctx, slab.lru, node.partial.prev, head)
                               : checked_list_add(ctx, slab.lru, head, node.partial.next));
  ++node.nr_partial;
  return {};
}

Outcome<void> remove_partial(const SlabContext& ctx, KmemCacheNode& node, Page& slab) {
  MM_TRY(checked_list_del(ctx, slab.lru));
  --node.nr_partial;
  return {};
}

Outcome<void> add_full(const SlabContext& ctx, const KmemCache& s, KmemCacheNode& node,
                       Page& slab) {
  if (!any(s.flags & SlabFlags::kStoreUser)) return {};
  return checked_list_add(ctx, slab.lru, guest_ptr(node.full), node.full.next);
}

Outcome<void> remove_full(const SlabContext& ctx, const KmemCache& s, Page& slab) {
  if (!any(s.flags & SlabFlags::kStoreUser)) return {};
  return checked_list_del(ctx, slab.lru);
}

}  // namespace mm32
