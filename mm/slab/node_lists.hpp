// The lists of slabs of a cache: partial and, for caches that are debugged, full.
//
// State: KmemCacheNode in guest memory and Page::lru of the slabs. Every change checks the links
// first, as CONFIG_DEBUG_LIST does, and stops with Linux's message, BUG line and function when a
// guest has damaged them; nothing has changed then.
// N1  nr_partial is the length of `partial`.
// N2  Slabs on these lists are not frozen.
// Linux 6.1 mm/slub.c add_partial, remove_partial, add_full, remove_full; lib/list_debug.c.
#pragma once

#include "mm/slab/slab_context.hpp"

namespace mm32 {

enum class ListEnd : std::uint8_t { kHead, kTail };

Outcome<void> add_partial(const SlabContext& ctx, KmemCacheNode& node, Page& slab, ListEnd end);
Outcome<void> remove_partial(const SlabContext& ctx, KmemCacheNode& node, Page& slab);
/// Nothing for caches that do not keep a full list (no SLAB_STORE_USER).
Outcome<void> add_full(const SlabContext& ctx, const KmemCache& s, KmemCacheNode& node, Page& slab);
Outcome<void> remove_full(const SlabContext& ctx, const KmemCache& s, Page& slab);

/// Linux: list_add between `prev` and `next`, with __list_add_valid.
Outcome<void> checked_list_add(const SlabContext& ctx, ListHead& entry, GuestPtr<ListHead> prev,
                               GuestPtr<ListHead> next);
/// Linux: list_del, with __list_del_entry_valid.
Outcome<void> checked_list_del(const SlabContext& ctx, ListHead& entry);

/// The slab that a node of a slab list belongs to; nullptr when it is none.
inline Page* slab_of_link(const SlabContext& ctx, GuestPtr<ListHead> link) {
  return ctx.view.page(GuestPtr<Page>(link.raw - static_cast<std::uint32_t>(offsetof(Page, lru))));
}

}  // namespace mm32
