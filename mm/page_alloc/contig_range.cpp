#include "mm/page_alloc/contig_range.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mm32 {

void ContigRange::isolate_block(Zone& zone, Pfn block) {
  FreeLists& lists = pages_.lists();
  const MigrateType before = lists.block_type(zone, block);
  lists.set_block_type(zone, block, MigrateType::kIsolate);
  ++zone.nr_isolate_pageblock;
  const auto moved = pages_.mobility().move_block(zone, block, MigrateType::kIsolate);
  lists.account_taken(zone, moved.free, before);
}

void ContigRange::unisolate_block(Zone& zone, Pfn block, MigrateType type) {
  FreeLists& lists = pages_.lists();
  lists.set_block_type(zone, block, type);
  if (zone.nr_isolate_pageblock != 0) --zone.nr_isolate_pageblock;
  const auto moved = pages_.mobility().move_block(zone, block, type);
  lists.add_free(zone, static_cast<std::int32_t>(moved.free), type);
  // A block that became free as a whole meanwhile may have a free buddy now.
  Page& page = lists.page(block);
  const Order order(lists.block_order());
  if (order.raw() < kMaxOrder && is_buddy_of_order(page, order)) {
    lists.remove(zone, page, order);
    lists.account_taken(zone, order.pages().raw(), type);
    lists.free_block(zone, block, order, type, FreeTo::kHead);
  }
}

bool ContigRange::may_take(PfnRange range) const {
  PageMigrator* const migrator = pages_.migrator();
  for (Pfn at = range.begin; at < range.end; at += Pages(1)) {
    const Page& page = pages_.lists().page(at);
    if (page.test(PageFlag::kReserved)) return false;
    if (page.refcount > 0 && (migrator == nullptr || !migrator->is_movable(at))) return false;
  }
  return true;
}

std::vector<ContigRange::Block> ContigRange::isolate(Zone& zone, PfnRange range) {
  FreeLists& lists = pages_.lists();
  std::vector<Block> blocks;
  const Pages step(kSectionPages);
  // Whole sections, so that no free block reaches out of the isolated ones.
  for (Pfn s(range.begin.raw() & ~(kSectionPages - 1)); s < range.end; s += step) {
    lists.ensure(s);
    for (Pfn at = s; at < s + step; at += Pages(lists.block_pages())) {
      if (!zone.contains(at) || !zone.contains(at + Pages(lists.block_pages() - 1))) continue;
      blocks.push_back({at, lists.block_type(zone, at)});
      isolate_block(zone, at);
    }
  }
  return blocks;
}

bool ContigRange::evacuate(PfnRange range) {
  PageMigrator* const migrator = pages_.migrator();
  constexpr Gfp kTarget = Gfp::kHighuserMovable | Gfp::kRetryMayfail | Gfp::kNoWarn;
  for (Pfn at = range.begin; at < range.end; at += Pages(1)) {
    if (pages_.lists().page(at).refcount <= 0) continue;
    if (migrator == nullptr || !migrator->is_movable(at)) return false;
    const Result<Pfn> to = pages_.alloc_pages(kTarget, Order(0));
    if (!to) return false;
    if (!migrator->migrate(at, *to)) {
      pages_.free_pages(*to, Order(0));
      return false;
    }
    pages_.count(VmEvent::kPgmigrateSuccess);
  }
  pages_.per_cpu().drain_all();
  return true;
}

// The head of the free block that holds `pfn`; `pfn` itself if there is none.
Pfn ContigRange::block_holding(Pfn pfn) const {
  for (unsigned o = 0; o <= kMaxOrder; ++o) {
    const Pfn head(pfn.raw() & ~((1u << o) - 1));
    const Page& page = pages_.lists().page(head);
    if (page.is_buddy() && page.private_ <= kMaxOrder && page.private_ >= o) return head;
  }
  return pfn;
}

bool ContigRange::all_free(PfnRange range, Pfn& first_block) const {
  first_block = block_holding(range.begin);
  for (Pfn at = first_block; at < range.end;) {
    const Page& page = pages_.lists().page(at);
    if (!page.is_buddy() || page.private_ > kMaxOrder) return false;
    at += Order(page.private_).pages();
  }
  return true;
}

void ContigRange::take(Zone& zone, PfnRange range, Pfn first_block) {
  FreeLists& lists = pages_.lists();
  for (Pfn at = first_block; at < range.end;) {
    Page* const first = &lists.page(at);
    const Order order(first->private_);
    lists.remove(zone, *first, order);
    for (std::uint32_t i = 0; i < order.pages().raw(); ++i) {
      const Pfn pfn = at + Pages(i);
      if (pfn < range.begin || pfn >= range.end) {
        lists.free_block(zone, pfn, Order(0), MigrateType::kIsolate, FreeTo::kHead);
        continue;
      }
      first[i].refcount = 1;
      first[i].given_order = 1;
      pages_.context().events.emit(
          event::PageAlloc{pfn, Order(0), Gfp::kKernel, raw(MigrateType::kMovable)});
    }
    at += order.pages();
  }
}

Result<void> ContigRange::allocate(PfnRange range) {
  if (range.empty()) return {};
  if (!pages_.pfn_valid(range.begin) || !pages_.pfn_valid(range.end - Pages(1)))
    return fail(Errno::kBusy);
  Zone& zone = pages_.lists().zone_of(pages_.page(range.begin));
  const std::uint32_t block_pages = pages_.lists().block_pages();
  const Pfn first(range.begin.raw() & ~(block_pages - 1));
  const Pfn last((range.end.raw() - 1) | (block_pages - 1));
  if (!zone.contains(first) || !zone.contains(last)) return fail(Errno::kBusy);
  pages_.per_cpu().drain_all();
  if (!may_take(range)) return fail(Errno::kBusy);
  const std::vector<Block> blocks = isolate(zone, range);
  Pfn first_block = range.begin;
  const bool ready = evacuate(range) && all_free(range, first_block);
  if (ready) take(zone, range, first_block);
  for (const Block& block : blocks) unisolate_block(zone, block.pfn, block.type);
  if (!ready) return fail(Errno::kBusy);
  return {};
}

void ContigRange::free(PfnRange range) {
  std::uint32_t shared = 0;
  for (Pfn at = range.begin; at < range.end && pages_.pfn_valid(at); at += Pages(1)) {
    if (pages_.page(at).refcount != 1) ++shared;
    pages_.free_pages(at, Order(0));
  }
  if (shared != 0)
    pages_.context().diagnostics.warning({"mm/page_alloc.c", 9628, "free_contig_range"},
                                         fmt::format("{} pages are still in use!", shared));
}

Result<Pfn> ContigRange::cma_alloc(Pages count, Order alignment) {
  const PfnRange area{Pfn(pages_.state().cma_begin_pfn), Pfn(pages_.state().cma_end_pfn)};
  if (area.empty() || count == Pages(0) || alignment.raw() > kMaxOrder) return fail(Errno::kInval);
  const std::uint32_t step = alignment.pages().raw();
  for (std::uint64_t at = align_up(area.begin.raw(), step); at + count.raw() <= area.end.raw();
       at += step) {
    const Pfn begin(static_cast<std::uint32_t>(at));
    if (pages_.page(begin).refcount > 0 && pages_.migrator() == nullptr) continue;
    if (allocate({begin, begin + count})) return begin;
  }
  return fail(Errno::kNoMem);
}

bool ContigRange::cma_release(Pfn pfn, Pages count) {
  const PfnRange area{Pfn(pages_.state().cma_begin_pfn), Pfn(pages_.state().cma_end_pfn)};
  if (pfn < area.begin || pfn + count > area.end) return false;
  free({pfn, pfn + count});
  return true;
}

}  // namespace mm32
