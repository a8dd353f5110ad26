#include "mm/page_alloc/compaction.hpp"

#include <algorithm>

#include "mm/page_alloc/page_allocator.hpp"

namespace mm32 {

bool Compaction::has_block(Zone& zone, Order wanted) const {
  for (Order o = wanted; o.raw() <= kMaxOrder; o = o.up())
    for (unsigned t = 0; t < kPcpTypes; ++t)
      if (!pages_.lists().empty(zone, o, MigrateType(static_cast<std::uint8_t>(t)))) return true;
  return false;
}

Page* Compaction::take_target(Zone& zone, Pfn floor, Pfn& ceiling) {
  FreeLists& lists = pages_.lists();
  while (ceiling > floor + Pages(1)) {
    ceiling -= Pages(1);
    if (lists.map().state(ceiling) != SectionState::kReady) {
      ceiling = Pfn(ceiling.raw() & ~(kSectionPages - 1));
      continue;
    }
    Page& page = lists.map().at(ceiling);
    if (!page.is_buddy() || page.private_ > kMaxOrder) continue;
    const MigrateType type = lists.block_type(zone, ceiling);
    if (type != MigrateType::kMovable && type != MigrateType::kCma) continue;
    const Order order(page.private_);
    pages_.count(VmEvent::kCompactFreeScanned, order.pages().raw());
    lists.remove(zone, page, order);
    lists.split(zone, page, order, Order(0), type);
    lists.account_taken(zone, 1, type);
    page.refcount = 1;
    page.given_order = 1;
    ceiling += order.pages();  // the rest of the block is still free
    return &page;
  }
  return nullptr;
}

bool Compaction::move(Zone& zone, PageMigrator& migrator, Pfn from, Pfn& ceiling) {
  Page* const target = take_target(zone, from, ceiling);
  if (target == nullptr) return false;
  const Pfn to = pages_.lists().map().pfn_of(*target);
  pages_.count(VmEvent::kCompactIsolated, 2);
  if (to > from && migrator.migrate(from, to)) {
    pages_.count(VmEvent::kPgmigrateSuccess);
    return true;
  }
  pages_.count(VmEvent::kPgmigrateFail);
  pages_.free_pages(to, Order(0));
  return false;
}

Pages Compaction::compact_zone(ZoneIndex index, Order wanted) {
  PageMigrator* const migrator = pages_.migrator();
  Zone& zone = pages_.zone(index);
  Pages moved(0);
  if (migrator == nullptr || zone.managed_pages == 0) return moved;
  pages_.per_cpu().drain(zone);
  const FreeLists& lists = pages_.lists();
  Pfn ceiling(std::min(zone.end_pfn(), lists.map().end().raw()));
  for (Pfn at(zone.zone_start_pfn); at < ceiling; at += Pages(1)) {
    if (lists.map().state(at) != SectionState::kReady) {
      at = Pfn((at.raw() | (kSectionPages - 1)));
      continue;
    }
    pages_.count(VmEvent::kCompactMigrateScanned);
    const Page& page = lists.map().at(at);
    if (page.is_buddy() || page.refcount <= 0 || !migrator->is_movable(at)) continue;
    if (has_block(zone, wanted)) break;
    if (!move(zone, *migrator, at, ceiling)) continue;
    moved += Pages(1);
    pages_.per_cpu().drain(zone);
  }
  pages_.per_cpu().drain(zone);
  return moved;
}

Pages Compaction::compact_all() {
  Pages moved(0);
  for (unsigned z = 0; z < kZones; ++z)
    moved += compact_zone(ZoneIndex(static_cast<std::uint8_t>(z)), Order(kOrders));
  return moved;
}

}  // namespace mm32
