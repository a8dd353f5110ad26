#include "mm/page_alloc/verify.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mm32 {
namespace {

constexpr std::size_t kMaxBroken = 32;

class Auditor {
 public:
  explicit Auditor(PageAllocator& pages)
      : pages_(pages), lists_(pages.lists()), on_list_(lists_.map().capacity(), kNone) {}

  PageAudit run() {
    for (unsigned z = 0; z < kZones; ++z) {
      Zone& zone = pages_.state().node.node_zones[z];
      check_free_lists(zone, z);
      check_per_cpu(zone, z);
    }
    for (unsigned z = 0; z < kZones; ++z) check_frames(pages_.state().node.node_zones[z], z);
    check_sums();
    return std::move(audit_);
  }

 private:
  enum : std::uint8_t { kNone, kBuddy, kPcp };

  template <class... A>
  void broken(fmt::format_string<A...> format, A&&... args) {
    if (audit_.broken.size() < kMaxBroken)
      audit_.broken.push_back(fmt::format(format, std::forward<A>(args)...));
  }

  // Every page of a list, with links, bounds and length checked; stops at the first damaged link.
  template <class Visit>
  void walk(const ListHead& head, const char* invariant, Visit visit) {
    GuestPtr<ListHead> before = guest_ptr(head);
    std::uint32_t steps = 0;
    for (GuestPtr<ListHead> at = head.next; at != guest_ptr(head);) {
      const std::uint32_t offset = at.raw - lists_.map().first().raw - 4;
      const ListHead& node = lists_.ram().at(at);
      if (offset / sizeof(Page) >= lists_.map().capacity() || offset % sizeof(Page) != 0 ||
          node.prev != before || ++steps > lists_.map().capacity())
        return broken("{}: damaged link {:#x} in the list {:#x}", invariant, at.raw,
                      guest_ptr(head).raw);
      visit(lists_.map().at(Pfn(offset / static_cast<std::uint32_t>(sizeof(Page)))));
      before = at;
      at = node.next;
    }
  }

  void mark(const Page& page, Order order, std::uint8_t what, const char* invariant) {
    const std::uint32_t pfn = lists_.map().pfn_of(page).raw();
    for (std::uint32_t i = 0; i < order.pages().raw() && pfn + i < on_list_.size(); ++i) {
      if (on_list_[pfn + i] != kNone)
        broken("{}: frame {:#x} is on two free lists", invariant, pfn + i);
      on_list_[pfn + i] = what;
    }
  }

  void check_free_block(const Zone& zone, unsigned z, Page& page, Order order) {
    const std::uint32_t pfn = lists_.map().pfn_of(page).raw();
    if ((pfn & (order.pages().raw() - 1)) != 0)
      broken("B1: free block {:#x} of order {} is not aligned", pfn, order.raw());
    if (!is_buddy_of_order(page, order))
      broken("B1: free block {:#x} does not say order {}", pfn, order.raw());
    if (page.zone_index() != z || !zone.contains(Pfn(pfn)))
      broken("B2: free block {:#x} is on a list of zone {}", pfn, pages_.zone_name(z));
    mark(page, order, kBuddy, "B2");
    if (order.raw() >= lists_.block_order()) return;
    const Pfn buddy_pfn(pfn ^ order.pages().raw());
    if (buddy_pfn.raw() >= lists_.map().capacity()) return;
    const Page& buddy = lists_.map().at(buddy_pfn);
    if (is_buddy_of_order(buddy, order) && buddy.zone_index() == z)
      broken("B2: free buddies {:#x} and {:#x} of order {} are not joined", pfn, buddy_pfn.raw(),
             order.raw());
  }

  void check_free_lists(Zone& zone, unsigned z) {
    std::int64_t free = 0;
    std::int64_t isolated = 0;
    for (unsigned o = 0; o < kOrders; ++o) {
      std::uint32_t blocks = 0;
      for (unsigned t = 0; t <= raw(MigrateType::kCma); ++t) {
        const auto type = MigrateType(static_cast<std::uint8_t>(t));
        walk(lists_.list(zone, Order(o), type), "B3", [&](Page& page) {
          ++blocks;
          if (type == MigrateType::kIsolate) isolated += Order(o).pages().raw();
          check_free_block(zone, z, page, Order(o));
        });
      }
      if (o == kMaxOrder) blocks += lists_.side(zone).deferred_blocks;
      if (blocks != zone.free_area[o].nr_free)
        broken("B3: zone {} has {} free blocks of order {}, nr_free says {}", pages_.zone_name(z),
               blocks, o, zone.free_area[o].nr_free);
      free += std::int64_t{blocks} << o;
    }
    if (free - isolated != zone.stat(ZoneStat::kFreePages))
      broken("B4: zone {} has {} free pages, NR_FREE_PAGES says {}", pages_.zone_name(z),
             free - isolated, zone.stat(ZoneStat::kFreePages));
    if (lists_.side(zone).deferred_blocks != 0 &&
        lists_.empty(zone, Order(kMaxOrder), MigrateType::kMovable))
      broken("B5: zone {} has deferred blocks and an empty list", pages_.zone_name(z));
    audit_.free += static_cast<std::uint32_t>(free);
  }

  void check_sums() {
    for (unsigned s = 0; s < kZoneStats; ++s) {
      std::int64_t sum = 0;
      for (const Zone& zone : pages_.state().node.node_zones) sum += zone.vm_stat[s];
      if (sum != pages_.state().vm_zone_stat[s])
        broken("B4: counter {} of the zones sums up to {}, vm_zone_stat says {}", s, sum,
               pages_.state().vm_zone_stat[s]);
    }
  }

  void check_per_cpu(Zone& zone, unsigned z) {
    const PerCpuPages& pcp = pages_.per_cpu().of(zone);
    std::int32_t count = 0;
    for (unsigned i = 0; i < kPcpLists; ++i) {
      const Order order = pages_.per_cpu().order_of(i);
      walk(pcp.lists[i], "C1", [&](Page& page) {
        count += static_cast<std::int32_t>(order.pages().raw());
        if (page.is_buddy() || page.refcount != 0)
          broken("C1: page {:#x} on a per-CPU list is in use", lists_.map().pfn_of(page).raw());
        mark(page, order, kPcp, "C1");
      });
    }
    if (count != pcp.count)
      broken("C1: the per-CPU lists of zone {} hold {} pages, count says {}", pages_.zone_name(z),
             count, pcp.count);
    audit_.per_cpu += static_cast<std::uint32_t>(count);
  }

  void check_frames(const Zone& zone, unsigned z) {
    if (zone.managed_pages > zone.present_pages || zone.present_pages > zone.spanned_pages)
      broken("Z1: zone {}: managed {} present {} spanned {}", pages_.zone_name(z),
             zone.managed_pages, zone.present_pages, zone.spanned_pages);
    std::uint32_t deferred = 0;
    const Pfn end(std::min(zone.end_pfn(), lists_.map().capacity()));
    for (Pfn at(zone.zone_start_pfn); at < end;) {
      const SectionState state = lists_.map().state(at);
      if (state == SectionState::kReady) {
        at = check_frame(at);
        continue;
      }
      const Pfn next((at.raw() | (kSectionPages - 1)) + 1);
      if (state == SectionState::kFree)
        ++deferred;
      else
        audit_.reserved += (next - at).raw();
      at = next;
    }
    if (deferred != lists_.side(zone).deferred_blocks)
      broken("B6: zone {} has {} untouched sections, {} are deferred", pages_.zone_name(z),
             deferred, lists_.side(zone).deferred_blocks);
  }

  Pfn check_frame(Pfn pfn) {
    const Page& page = lists_.map().at(pfn);
    const std::uint8_t where = on_list_[pfn.raw()];
    const Pfn next = pfn + Pages(1);
    if (page.is_buddy() && where != kBuddy)
      broken("B3: frame {:#x} says that it is free, but is on no list", pfn.raw());
    if (page.given_order == 0 || page.given_order > kOrders) {
      if (where == kNone) ++(page.test(PageFlag::kReserved) ? audit_.reserved : audit_.other);
      return next;
    }
    const Order order(page.given_order - 1);
    if (page.refcount <= 0 && where == kNone)
      broken("G1: block {:#x} is given out but has no reference", pfn.raw());
    for (std::uint32_t i = 0; i < order.pages().raw() && pfn.raw() + i < on_list_.size(); ++i)
      if (on_list_[pfn.raw() + i] != kNone)
        broken("G1: frame {:#x} of the block {:#x} is on a free list", pfn.raw() + i, pfn.raw());
    audit_.given += order.pages().raw();
    return pfn + order.pages();
  }

  PageAllocator& pages_;
  FreeLists& lists_;
  std::vector<std::uint8_t> on_list_;
  PageAudit audit_;
};

}  // namespace

PageAudit audit(PageAllocator& pages) { return Auditor(pages).run(); }

}  // namespace mm32
