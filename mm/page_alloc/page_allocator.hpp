// The page allocator: hands out and takes back blocks of 2^order page frames.
//
//   alloc_pages ──► zones from the highest allowed one down, each down to its low watermark
//        │            └─ PerCpuLists (orders 0-3) ──► Mobility ──► FreeLists (buddy)
//        └─ none: SlowPath: min watermark, reserves, compaction, reclaim, report
//   free_pages  ──► PageCheck ──► PerCpuLists or FreeLists
//
// All state is in guest RAM (PageAllocState, mem_map); this object holds references and
// configuration. Never blocks, never runs guest code. A frame is in exactly one of these states:
// free in the buddy lists, on a per-CPU list, given out, reserved, or leaked after a report.
// Linux 6.1 mm/page_alloc.c.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "mm/boot/memblock.hpp"
#include "mm/page_alloc/free_lists.hpp"
#include "mm/page_alloc/gfp_zone.hpp"
#include "mm/page_alloc/mobility.hpp"
#include "mm/page_alloc/page_check.hpp"
#include "mm/page_alloc/page_source.hpp"
#include "mm/page_alloc/per_cpu_lists.hpp"
#include "mm/page_alloc/reclaim.hpp"
#include "mm/page_alloc/watermarks.hpp"

namespace mm32 {

class PageAllocator final : public PageSource {
 public:
  /// Makes mem_map and the zones out of what `memblock` has not reserved, and ends its use: all
  /// static reservations must have been made. kNoMem: lowmem is too small for mem_map. kInval:
  /// --reserved gives a zone fewer pages than this machine's own boot took, or more than it has.
  static Result<PageAllocator> create(const MmContext& context, Memblock& memblock);

  /// As the interface says. kNoMem; kAgain when Gfp::kNoFail was asked for and there is nothing:
  /// the caller has to wait. A failure is reported unless Gfp::kNoWarn.
  Result<Pfn> alloc_pages(Gfp gfp, Order order) override;
  /// The same, giving the block's first struct page; nullptr for any error.
  Page* alloc_block(Gfp gfp, Order order);
  void free_pages(Pfn pfn, Order order) override;
  /// free_pages for a struct page of mem_map.
  void free_block(Page& page, Order order);
  Page& page(Pfn pfn) override { return core_->lists.page(pfn); }
  bool pfn_valid(Pfn pfn) const override { return core_->lists.map().valid(pfn); }
  Pfn pfn_of_page(GuestPtr<Page> page) const override { return core_->lists.map().pfn_of(page); }
  Pfn lowmem_end() const override { return Pfn(state().max_low_pfn); }

  /// Drops a reference to the page or to the compound page that it belongs to. Linux: put_page.
  void put_page(Pfn pfn);
  /// Makes 2^order single pages, each with its own reference, out of a block. Linux: split_page.
  void split_page(Pfn pfn, Order order);
  /// Adjacent lowmem frames for `size` bytes; the surplus of the block is free again. Errors as
  /// alloc_pages. Linux: alloc_pages_exact.
  Result<Pfn> alloc_pages_exact(Bytes size, Gfp gfp);
  void free_pages_exact(Pfn pfn, Bytes size);
  /// Single pages for the places [0, count) that are not filled, in order, until memory becomes
  /// short; one page at least is tried for as hard as `gfp` says. How many places are filled at the
  /// end. Linux: __alloc_pages_bulk.
  struct BulkPlaces {
    virtual ~BulkPlaces() = default;
    virtual bool is_filled(std::uint32_t place) = 0;
    virtual void fill(std::uint32_t place, Page& page) = 0;
  };
  std::uint32_t alloc_pages_bulk(Gfp gfp, std::uint32_t count, BulkPlaces& places);
  /// Hands a frame that the boot reserved to its zone. Linux: free_reserved_page.
  void free_reserved_page(Pfn pfn);

  /// The struct page's guest address. Linux: pfn_to_page.
  GuestPtr<Page> page_ptr(Pfn pfn) const { return core_->lists.map().ptr(pfn); }
  /// To be called before the guest reads or writes the page of mem_map that holds `address`: brings
  /// in what was deferred. Addresses outside of mem_map do nothing.
  void ensure_section_of(VirtAddr address);

  /// The variables that modules import by name, with their guest addresses.
  struct Variable {
    const char* name;
    VirtAddr address;
  };
  std::vector<Variable> variables() const;

  PageAllocState& state() const { return core_->lists.state(); }
  Zone& zone(ZoneIndex z) const { return core_->lists.zone(z); }
  FreeLists& lists() const { return core_->lists; }
  Mobility& mobility() const { return core_->mobility; }
  PerCpuLists& per_cpu() const { return core_->pcp; }
  PageCheck& check() const { return core_->check; }
  Watermarks watermarks() const { return Watermarks(state(), core_->lists.block_order()); }
  const MmContext& context() const { return core_->context; }
  /// "DMA", "Normal", "HighMem", "Movable".
  std::string_view zone_name(unsigned index) const;

  void set_reclaimer(Reclaimer* reclaimer) { core_->reclaimer = reclaimer; }
  void set_migrator(PageMigrator* migrator) { core_->migrator = migrator; }
  void set_slab_census(const SlabCensus* census) { core_->slab_census = census; }
  const SlabCensus* slab_census() const { return core_->slab_census; }
  Reclaimer* reclaimer() const { return core_->reclaimer; }
  PageMigrator* migrator() const { return core_->migrator; }

  /// One pass over the allowed zones; nullptr if none may give. The block is prepared for the
  /// request. Linux: get_page_from_freelist, prep_new_page.
  Page* take_from_zones(const AllocRequest& request, AllocFlags flags);
  /// Linux: wakeup_kswapd.
  void wake_kswapd(Zone& zone, Order order, ZoneIndex highest);

  void count(VmEvent event, std::uint32_t n = 1) {
    state().vm_events[static_cast<unsigned>(event)] += n;
  }
  std::uint32_t free_buffer_pages() const override;
  void add_node_stat(NodeStat stat, std::int32_t n) override {
    state().node.vm_stat[static_cast<unsigned>(stat)] += n;
  }

 private:
  // The parts refer to each other, so they stay where they are when the allocator is moved.
  struct Core {
    Core(const MmContext& c, FreeLists l)
        : context(c),
          lists(std::move(l)),
          mobility(lists),
          check(context, lists),
          pcp(lists, mobility, check) {}
    MmContext context;
    FreeLists lists;
    Mobility mobility;
    PageCheck check;
    PerCpuLists pcp;
    Reclaimer* reclaimer = nullptr;
    PageMigrator* migrator = nullptr;
    const SlabCensus* slab_census = nullptr;
  };

  explicit PageAllocator(std::unique_ptr<Core> core) : core_(std::move(core)) {}

  MigrateType type_of(Gfp gfp) const {
    return state().mobility_disabled != 0 ? MigrateType::kUnmovable : gfp_migrate_type(gfp);
  }
  Zone* bulk_zone(const AllocRequest& request, std::uint32_t count);
  void count_allocation(const Zone& zone, const Page& page, const AllocRequest& request);
  Page* take_single(Gfp gfp);
  bool give_single(Page& page);
  [[gnu::noinline]] void free_checked(Page& page, Order order);
  Page* slow_path(const AllocRequest& request, Errno& error);
  Page* allocate(const AllocRequest& request, Errno& error);
  Page* rmqueue(Zone& zone, const AllocRequest& request, AllocFlags flags);
  void warn_about_nofail(Order order);
  [[gnu::cold]] Page* rmqueue_buddy(Zone& zone, const AllocRequest& request, AllocFlags flags);
  void prepare_new(Page& page, const AllocRequest& request);
  [[gnu::noinline]] void clear(Pfn pfn, Order order);
  [[gnu::noinline]] void make_compound(Page& page, Order order);
  void free_unreferenced(Page& page, Pfn pfn, Order order, FreeTo where);
  [[gnu::cold]] void free_shared(Page& page, Pfn pfn, Order order);
  Page* first_page_in_use(Pfn pfn, std::uint32_t given_order, Order order);
  [[gnu::cold]] bool order_is_right(Page& page, Pfn pfn, Order order);

  std::unique_ptr<Core> core_;
};

}  // namespace mm32
