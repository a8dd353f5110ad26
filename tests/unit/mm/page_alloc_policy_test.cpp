// Which zone, which reserve, which pageblock: the page allocator's decisions, one by one.
#include <gtest/gtest.h>

#include <algorithm>

#include "mm/boot/zone_span.hpp"
#include "mm/page_alloc/compaction.hpp"
#include "mm/page_alloc/contig_range.hpp"
#include "mm/page_alloc/gfp_zone.hpp"
#include "mm/page_alloc/knobs.hpp"
#include "mm/page_alloc/verify.hpp"
#include "tests/unit/mm/page_alloc_fixture.hpp"

namespace mm32 {
namespace {

using namespace literals;

MachineConfig classic(Bytes mem) {
  MachineConfig c;
  c.mem = mem;
  return c;
}

std::vector<Pfn> drain_zone(PageAllocMachine& m, Gfp gfp, Order order = Order(0)) {
  std::vector<Pfn> taken;
  while (true) {
    const auto pfn = m.pages->alloc_pages(gfp | Gfp::kNoWarn, order);
    if (!pfn) return taken;
    taken.push_back(*pfn);
  }
}

void expect_clean(PageAllocMachine& m) {
  const PageAudit a = audit(*m.pages);
  EXPECT_TRUE(a.broken.empty()) << a.broken.front();
}

TEST(GfpZoneTest, TableGivesLinuxZones) {
  EXPECT_EQ(gfp_zone(Gfp::kKernel), ZoneIndex::kNormal);
  EXPECT_EQ(gfp_zone(Gfp::kKernel | Gfp::kDma), ZoneIndex::kDma);
  EXPECT_EQ(gfp_zone(Gfp::kKernel | Gfp::kDma32), ZoneIndex::kNormal);
  EXPECT_EQ(gfp_zone(Gfp::kHighuser), ZoneIndex::kHighmem);
  EXPECT_EQ(gfp_zone(Gfp::kHighuserMovable), ZoneIndex::kMovable);
  EXPECT_EQ(gfp_zone(Gfp::kKernel | Gfp::kMovable), ZoneIndex::kNormal);
  EXPECT_TRUE(gfp_zone_is_bad(Gfp::kDma | Gfp::kHighmem));
  EXPECT_FALSE(gfp_zone_is_bad(Gfp::kDma | Gfp::kMovable));
}

TEST(ZonelistTest, FallsBackFromHighmemToNormalToDma) {
  PageAllocMachine m(classic(64_MiB), Pfn(8192));
  std::vector<unsigned> zones;
  for (const Pfn pfn : drain_zone(m, Gfp::kHighuser, Order(4))) {
    const unsigned z = m.pages->page(pfn).zone_index();
    if (zones.empty() || zones.back() != z) zones.push_back(z);
  }
  // Down to the low watermarks first, then to the min watermarks.
  EXPECT_EQ(zones, (std::vector<unsigned>{2, 1, 0, 2, 1, 0}));
  expect_clean(m);
}

TEST(ZonelistTest, DmaRequestsNeverLeaveDma) {
  PageAllocMachine m(classic(64_MiB));
  for (const Pfn pfn : drain_zone(m, Gfp::kKernel | Gfp::kDma, Order(5))) EXPECT_LT(pfn, kDmaEnd);
  EXPECT_TRUE(m.pages->alloc_pages(Gfp::kKernel, Order(0)));
}

TEST(WatermarkTest, OrdinaryRequestsStopAtMinAndAtomicOnesGoBelow) {
  PageAllocMachine m(classic(64_MiB));
  const Zone& normal = m.pages->zone(ZoneIndex::kNormal);
  drain_zone(m, Gfp::kKernel);
  const std::int32_t ordinary = normal.stat(ZoneStat::kFreePages);
  EXPECT_LE(ordinary, static_cast<std::int32_t>(normal.watermark[0]) + 64);
  EXPECT_GE(ordinary, static_cast<std::int32_t>(normal.watermark[0]) - 64);
  EXPECT_FALSE(drain_zone(m, Gfp::kAtomic).empty());
  EXPECT_LT(normal.stat(ZoneStat::kFreePages), static_cast<std::int32_t>(normal.watermark[0]) / 2);
  EXPECT_FALSE(drain_zone(m, Gfp::kAtomic | Gfp::kMemalloc).empty());
  EXPECT_EQ(normal.stat(ZoneStat::kFreePages), 0);
  expect_clean(m);
}

TEST(WatermarkTest, NoMemallocKeepsAnAtomicRequestFromTheReserve) {
  PageAllocMachine m(classic(64_MiB));
  drain_zone(m, Gfp::kAtomic | Gfp::kNoMemalloc);
  const std::int32_t gentle = m.pages->zone(ZoneIndex::kNormal).stat(ZoneStat::kFreePages);
  drain_zone(m, Gfp::kAtomic);
  EXPECT_LT(m.pages->zone(ZoneIndex::kNormal).stat(ZoneStat::kFreePages), gentle);
}

TEST(WatermarkTest, LowmemReserveKeepsDmaForThoseWhoNeedIt) {
  MachineConfig config = classic(160_MiB);
  config.params["lowmem_reserve_ratio"] = "16 32 0 0";
  PageAllocMachine m(config);
  drain_zone(m, Gfp::kKernel);
  const Zone& dma = m.pages->zone(ZoneIndex::kDma);
  EXPECT_GT(dma.stat(ZoneStat::kFreePages), static_cast<std::int32_t>(dma.lowmem_reserve[1]) - 64);
  EXPECT_TRUE(m.pages->alloc_pages(Gfp::kKernel | Gfp::kDma, Order(0)));
}

TEST(WatermarkTest, NoFailSaysThatItHasToWait) {
  PageAllocMachine m(classic(64_MiB));
  drain_zone(m, Gfp::kAtomic | Gfp::kMemalloc);
  EXPECT_EQ(m.pages->alloc_pages(Gfp::kKernel | Gfp::kNoFail, Order(0)).error(), Errno::kAgain);
  EXPECT_EQ(m.pages->alloc_pages(Gfp::kKernel | Gfp::kNoWarn, Order(0)).error(), Errno::kNoMem);
}

TEST(KnobTest, MinFreeKbytesMovesTheWatermarks) {
  PageAllocMachine m(classic(160_MiB));
  ASSERT_TRUE(set_knob(*m.pages, "min_free_kbytes", "8192\n"));
  const Zone& normal = m.pages->zone(ZoneIndex::kNormal);
  const Zone& dma = m.pages->zone(ZoneIndex::kDma);
  EXPECT_NEAR(normal.watermark[0] + dma.watermark[0], 2048, 2);
  EXPECT_EQ(read_knob(*m.pages, "min_free_kbytes").value(), "8192");
  ASSERT_TRUE(set_knob(*m.pages, "watermark_scale_factor", "1000"));
  EXPECT_EQ(normal.watermark[1] - normal.watermark[0], normal.managed_pages / 10);
}

TEST(KnobTest, BadValuesAreRefused) {
  PageAllocMachine m(classic(160_MiB));
  EXPECT_EQ(set_knob(*m.pages, "swappiness", "1").error(), Errno::kNoEnt);
  EXPECT_EQ(set_knob(*m.pages, "min_free_kbytes", "many").error(), Errno::kInval);
  EXPECT_EQ(set_knob(*m.pages, "min_free_kbytes", "").error(), Errno::kInval);
  EXPECT_EQ(set_knob(*m.pages, "watermark_scale_factor", "0").error(), Errno::kInval);
  EXPECT_EQ(set_knob(*m.pages, "watermark_scale_factor", "3001").error(), Errno::kInval);
  EXPECT_EQ(read_knob(*m.pages, "lowmem_reserve_ratio").value(), "256\t32\t0\t0");
}

TEST(PerCpuListTest, FreedPagesComeBackInReverseOrder) {
  PageAllocMachine m(classic(160_MiB));
  std::vector<Pfn> pages;
  for (int i = 0; i < 6; ++i) pages.push_back(*m.pages->alloc_pages(Gfp::kKernel, Order(0)));
  for (const Pfn pfn : pages) m.pages->free_pages(pfn, Order(0));
  for (int i = 5; i >= 0; --i)
    EXPECT_EQ(*m.pages->alloc_pages(Gfp::kKernel, Order(0)), pages[static_cast<std::size_t>(i)]);
}

TEST(PerCpuListTest, HighMarkSendsABatchBack) {
  PageAllocMachine m(classic(64_MiB));
  const PerCpuPages& pcp = m.pages->per_cpu().of(m.pages->zone(ZoneIndex::kNormal));
  std::vector<Pfn> pages;
  for (int i = 0; i < 2 * pcp.high; ++i)
    pages.push_back(*m.pages->alloc_pages(Gfp::kKernel, Order(0)));
  for (const Pfn pfn : pages) {
    m.pages->free_pages(pfn, Order(0));
    EXPECT_LT(pcp.count, pcp.high);
  }
  m.pages->per_cpu().drain_all();
  EXPECT_EQ(pcp.count, 0);
  expect_clean(m);
}

TEST(MobilityTest, KindsStayInDifferentPageblocks) {
  PageAllocMachine m(classic(160_MiB));
  const Pfn fixed = *m.pages->alloc_pages(Gfp::kKernel, Order(0));
  const Pfn movable = *m.pages->alloc_pages(Gfp::kKernel | Gfp::kMovable, Order(0));
  const Pfn reclaimable = *m.pages->alloc_pages(Gfp::kKernel | Gfp::kReclaimable, Order(0));
  const auto block = [](Pfn pfn) { return pfn.raw() >> 10; };
  EXPECT_NE(block(fixed), block(movable));
  EXPECT_NE(block(reclaimable), block(movable));
  EXPECT_NE(block(fixed), block(reclaimable));
  EXPECT_EQ(m.pages->lists().block_type(fixed), MigrateType::kUnmovable);
  EXPECT_EQ(m.pages->lists().block_type(movable), MigrateType::kMovable);
  EXPECT_EQ(m.pages->lists().block_type(reclaimable), MigrateType::kReclaimable);
}

TEST(MobilityTest, AtomicBlocksReserveAPageblock) {
  PageAllocMachine m(classic(160_MiB));
  drain_zone(m, Gfp::kKernel, Order(4));
  const Zone& normal = m.pages->zone(ZoneIndex::kNormal);
  const Pfn pfn = m.pages->alloc_pages(Gfp::kAtomic, Order(4)).value();
  EXPECT_EQ(normal.nr_reserved_highatomic, 1024u);
  EXPECT_EQ(m.pages->lists().block_type(pfn), MigrateType::kHighAtomic);
  expect_clean(m);
}

TEST(MovableZoneTest, TopOfMemoryIsForMovablePagesOnly) {
  MachineConfig config = classic(160_MiB);
  config.movablecore = 32_MiB;
  PageAllocMachine m(config);
  const Zone& movable = m.pages->zone(ZoneIndex::kMovable);
  EXPECT_EQ(movable.zone_start_pfn, (128u << 8));
  EXPECT_EQ(movable.spanned_pages, 8192u);
  EXPECT_EQ(m.pages->page(*m.pages->alloc_pages(Gfp::kHighuserMovable, Order(0))).zone_index(), 3u);
  for (const Pfn pfn : drain_zone(m, Gfp::kKernel, Order(3))) EXPECT_LT(pfn.raw(), 128u << 8);
  expect_clean(m);
}

TEST(CompoundTest, LayoutIsLinuxs) {
  PageAllocMachine m(classic(160_MiB));
  const Pfn pfn = *m.pages->alloc_pages(Gfp::kKernel | Gfp::kComp, Order(2));
  Page* const page = &m.pages->page(pfn);
  EXPECT_TRUE(page[0].test(PageFlag::kHead));
  for (int i = 1; i < 4; ++i) {
    EXPECT_EQ(page[i].compound_head, guest_ptr(*page).raw + 1) << i;
    EXPECT_EQ(page[i].refcount, 0);
  }
  EXPECT_EQ(page[1].compound_order, 2);
  EXPECT_EQ(page[1].compound_dtor, 1);
  ++page->refcount;
  m.pages->put_page(pfn + Pages(3));
  EXPECT_EQ(page->refcount, 1);
  m.pages->put_page(pfn);
  expect_clean(m);
  EXPECT_EQ(audit(*m.pages).given, 0u);
}

TEST(BlockTest, ExactAllocationsGiveTheRestBack) {
  PageAllocMachine m(classic(160_MiB));
  const std::uint32_t before = audit(*m.pages).free;
  const Pfn pfn = *m.pages->alloc_pages_exact(Bytes(20000), Gfp::kKernel);
  EXPECT_EQ(audit(*m.pages).given, 5u);
  expect_clean(m);
  m.pages->free_pages_exact(pfn, Bytes(20000));
  m.pages->per_cpu().drain_all();
  EXPECT_EQ(audit(*m.pages).free, before);
}

struct Slots final : PageAllocator::BulkPlaces {
  explicit Slots(std::size_t n) : pages(n) {}
  bool is_filled(std::uint32_t place) override { return pages[place] != nullptr; }
  void fill(std::uint32_t place, Page& page) override { pages[place] = &page; }
  std::vector<Page*> pages;
};

TEST(BlockTest, BulkFillsEmptySlots) {
  PageAllocMachine m(classic(160_MiB));
  Slots slots(8);
  Page* const there = &m.pages->page(Pfn(7000));
  slots.pages[3] = there;
  EXPECT_EQ(m.pages->alloc_pages_bulk(Gfp::kKernel, 8, slots), 8u);
  EXPECT_EQ(slots.pages[3], there);
  EXPECT_EQ(audit(*m.pages).given, 7u);
}

TEST(BlockTest, BulkThatWouldGoBelowTheLowMarkGivesOnePage) {
  PageAllocMachine m(classic(16_MiB));
  Slots slots(10000);
  EXPECT_EQ(m.pages->alloc_pages_bulk(Gfp::kKernel, 10000, slots), 1u);
  EXPECT_EQ(audit(*m.pages).given, 1u);
  EXPECT_EQ(m.pages->alloc_pages_bulk(Gfp::kKernel, 10, slots), 10u);
}

TEST(BlockTest, BulkNeverTakesMoreThanThereIs) {
  PageAllocMachine m(classic(16_MiB));
  Slots slots(4000);
  std::uint32_t before = 0;
  for (std::uint32_t filled = 1; filled > before;) {
    before = filled;
    filled = m.pages->alloc_pages_bulk(Gfp::kKernel | Gfp::kNoWarn, 4000, slots);
  }
  EXPECT_EQ(audit(*m.pages).given, before);
  expect_clean(m);
}

// A machine whose running task is 83.
class OomTest : public ::testing::Test {
 protected:
  OomTest() : m(classic(64_MiB)) { m.diagnostics.pid = 83; }
  unsigned lines_with(std::string_view text) const {
    return static_cast<unsigned>(std::ranges::count_if(
        m.diagnostics.lines,
        [&](const std::string& line) { return line.find(text) != std::string::npos; }));
  }
  Errno use_up(Gfp gfp, Order order) {
    for (;;)
      if (const auto pfn = m.pages->alloc_pages(gfp, order); !pfn) return pfn.error();
  }
  PageAllocMachine m;
};

TEST_F(OomTest, TheTaskIsKilledOnceAndMayUseHalfOfTheReserve) {
  EXPECT_EQ(use_up(Gfp::kKernel, Order(0)), Errno::kNoMem);
  EXPECT_EQ(lines_with("invoked oom-killer: gfp_mask=0xcc0(GFP_KERNEL), order=0"), 1u);
  EXPECT_EQ(lines_with("Out of memory: Killed process 83"), 1u);
  EXPECT_EQ(lines_with("page allocation failure: order:0"), 1u);
  const Zone& normal = m.pages->zone(ZoneIndex::kNormal);
  EXPECT_LE(normal.stat(ZoneStat::kFreePages), static_cast<std::int32_t>(normal.watermark[0] / 2));
  EXPECT_GT(normal.stat(ZoneStat::kFreePages), 0);
  EXPECT_EQ(use_up(Gfp::kKernel, Order(0)), Errno::kNoMem);
  EXPECT_EQ(lines_with("Killed process"), 1u);
  EXPECT_EQ(m.pages->state().vm_events[static_cast<unsigned>(VmEvent::kOomKill)], 1u);
}

TEST_F(OomTest, ABlockUpToOrder3KillsALargerOneFails) {
  EXPECT_EQ(use_up(Gfp::kKernel, Order(4)), Errno::kNoMem);
  EXPECT_EQ(lines_with("oom-killer"), 0u);
  EXPECT_EQ(use_up(Gfp::kKernel, Order(3)), Errno::kNoMem);
  EXPECT_EQ(lines_with("Killed process"), 1u);
}

TEST_F(OomTest, NobodyIsKilledForRequestsThatMayFail) {
  for (const Gfp gfp : {Gfp::kKernel | Gfp::kNoRetry, Gfp::kKernel | Gfp::kRetryMayfail,
                        Gfp::kAtomic, Gfp::kKernel | Gfp::kDma, Gfp::kKernel | Gfp::kThisNode})
    EXPECT_EQ(use_up(gfp | Gfp::kNoWarn, Order(0)), Errno::kNoMem);
  EXPECT_TRUE(m.diagnostics.lines.empty());
}

TEST_F(OomTest, WithoutTheFileSystemARequestWaits) {
  EXPECT_EQ(use_up(Gfp::kNoFs, Order(0)), Errno::kAgain);
  EXPECT_EQ(lines_with("waits for free pages"), 1u);
  EXPECT_EQ(lines_with("oom-killer"), 0u);
}

TEST_F(OomTest, WhatCannotFailTakesEverythingThenTheMachinePanics) {
  EXPECT_EQ(use_up(Gfp::kKernel | Gfp::kNoFail, Order(0)), Errno::kAgain);
  EXPECT_EQ(m.pages->zone(ZoneIndex::kNormal).stat(ZoneStat::kFreePages), 0);
  EXPECT_EQ(lines_with("Out of memory and no killable processes..."), 1u);
  EXPECT_EQ(lines_with("panic: System is deadlocked on memory"), 1u);
}

TEST_F(OomTest, ShrinkersComeBeforeTheKiller) {
  m.diagnostics.shrinks = true;
  EXPECT_EQ(use_up(Gfp::kKernel, Order(0)), Errno::kAgain);
  EXPECT_TRUE(m.diagnostics.lines.empty());
  m.diagnostics.shrinks = false;
  EXPECT_EQ(use_up(Gfp::kKernel, Order(0)), Errno::kNoMem);
  EXPECT_EQ(lines_with("invoked oom-killer"), 1u);
}

TEST_F(OomTest, WhoFreesMemoryUsesEveryReserveAndNeverShrinksAgain) {
  m.diagnostics.shrinks = true;
  EXPECT_EQ(use_up(Gfp::kKernel, Order(0)), Errno::kAgain);
  m.diagnostics.reclaiming = true;
  EXPECT_TRUE(m.pages->alloc_pages(Gfp::kKernel, Order(0)).has_value());
  EXPECT_EQ(use_up(Gfp::kKernel, Order(0)), Errno::kNoMem);
  EXPECT_EQ(lines_with("invoked oom-killer"), 0u);
  EXPECT_EQ(lines_with("page allocation failure"), 1u);
}

TEST_F(OomTest, TheNextProcessIsNoVictim) {
  EXPECT_EQ(use_up(Gfp::kKernel, Order(0)), Errno::kNoMem);
  m.pages->state().oom_victim = 0;
  EXPECT_EQ(use_up(Gfp::kKernel, Order(0)), Errno::kNoMem);
  EXPECT_EQ(lines_with("Killed process"), 2u);
}

TEST(InitOnAllocTest, PagesAreZeroByDefaultInTheRealLayoutOnly) {
  for (const bool real : {false, true}) {
    MachineConfig config = classic(160_MiB);
    if (real) config.layout = LayoutName::kLinux61;
    PageAllocMachine m(config);
    const Pfn pfn = *m.pages->alloc_pages(Gfp::kKernel, Order(0));
    m.ram.frame(pfn)[5] = std::byte{0xa5};
    m.pages->free_pages(pfn, Order(0));
    ASSERT_EQ(*m.pages->alloc_pages(Gfp::kKernel, Order(0)), pfn);
    EXPECT_EQ(m.ram.frame(pfn)[5], real ? std::byte{0} : std::byte{0xa5});
    m.pages->free_pages(pfn, Order(0));
    ASSERT_EQ(*m.pages->alloc_pages(Gfp::kKernel | Gfp::kZero, Order(0)), pfn);
    EXPECT_EQ(m.ram.frame(pfn)[5], std::byte{0});
  }
}

// Owns pages by itself and moves them when asked to.
class Mover final : public PageMigrator {
 public:
  explicit Mover(PageAllocMachine& m) : m_(m) {}
  bool is_movable(Pfn pfn) override { return std::find(own.begin(), own.end(), pfn) != own.end(); }
  bool migrate(Pfn from, Pfn to) override {
    *std::find(own.begin(), own.end(), from) = to;
    m_.pages->free_pages(from, Order(0));
    return true;
  }
  std::vector<Pfn> own;

 private:
  PageAllocMachine& m_;
};

TEST(CompactionTest, MovesPagesUpwardsUntilABlockIsFree) {
  PageAllocMachine m(classic(32_MiB));
  Mover mover(m);
  mover.own = drain_zone(m, Gfp::kKernel | Gfp::kMovable);
  std::vector<Pfn> kept;
  for (std::size_t i = 0; i < mover.own.size(); ++i) {
    if (i % 4 != 0)
      m.pages->free_pages(mover.own[i], Order(0));
    else
      kept.push_back(mover.own[i]);
  }
  mover.own = kept;
  m.pages->per_cpu().drain_all();
  EXPECT_FALSE(m.pages->alloc_pages(Gfp::kKernel | Gfp::kNoWarn, Order(9)));
  m.pages->set_migrator(&mover);
  EXPECT_TRUE(m.pages->alloc_pages(Gfp::kKernel | Gfp::kNoWarn, Order(9)));
  EXPECT_NE(m.pages->state().vm_events[static_cast<unsigned>(VmEvent::kPgmigrateSuccess)], 0u);
  expect_clean(m);
  EXPECT_TRUE(set_knob(*m.pages, "compact_memory", "1"));
  expect_clean(m);
  EXPECT_EQ(audit(*m.pages).given, kept.size() + 512);
}

TEST(ContigRangeTest, TakesAFreeRangeAndGivesItBack) {
  PageAllocMachine m(classic(64_MiB));
  const std::uint32_t free = audit(*m.pages).free;
  const PfnRange range{Pfn(10007), Pfn(12050)};
  ASSERT_TRUE(ContigRange(*m.pages).allocate(range));
  for (Pfn at = range.begin; at < range.end; at += Pages(1))
    ASSERT_EQ(m.pages->page(at).refcount, 1);
  expect_clean(m);
  EXPECT_EQ(audit(*m.pages).given, 2043u);
  EXPECT_EQ(ContigRange(*m.pages).allocate(range).error(), Errno::kBusy);
  ContigRange(*m.pages).free(range);
  m.pages->per_cpu().drain_all();
  expect_clean(m);
  EXPECT_EQ(audit(*m.pages).free, free);
}

TEST(ContigRangeTest, PagesInUseAreMovedAwayOrRefuse) {
  PageAllocMachine m(classic(64_MiB));
  Mover mover(m);
  for (int i = 0; i < 100; ++i)
    mover.own.push_back(*m.pages->alloc_pages(Gfp::kKernel | Gfp::kMovable, Order(0)));
  const auto [low, high] = std::minmax_element(mover.own.begin(), mover.own.end());
  const PfnRange range{*low, *high + Pages(1)};
  EXPECT_EQ(ContigRange(*m.pages).allocate(range).error(), Errno::kBusy);
  expect_clean(m);
  m.pages->set_migrator(&mover);
  ASSERT_TRUE(ContigRange(*m.pages).allocate(range));
  for (const Pfn pfn : mover.own) EXPECT_TRUE(pfn < range.begin || pfn >= range.end);
  expect_clean(m);
}

TEST(ContigRangeTest, ReservedAndForeignRangesAreRefused) {
  PageAllocMachine m(classic(64_MiB));
  EXPECT_EQ(ContigRange(*m.pages).allocate({Pfn(4096), Pfn(4200)}).error(), Errno::kBusy);
  EXPECT_EQ(ContigRange(*m.pages).allocate({Pfn(4000), Pfn(4200)}).error(), Errno::kBusy);
  EXPECT_TRUE(ContigRange(*m.pages).allocate({Pfn(9000), Pfn(9000)}));
  EXPECT_EQ(ContigRange(*m.pages).allocate({Pfn(16000), Pfn(17000)}).error(), Errno::kBusy);
}

TEST(CmaTest, AreaServesMovableRequestsAndContiguousOnes) {
  MachineConfig config = classic(64_MiB);
  config.cma = 16_MiB;
  PageAllocMachine m(config);
  EXPECT_EQ(m.pages->zone(ZoneIndex::kNormal).stat(ZoneStat::kFreeCma), 4096);
  ContigRange cma(*m.pages);
  const Pfn block = cma.cma_alloc(Pages(300), Order(8)).value();
  EXPECT_EQ(block.raw() % 256, 0u);
  expect_clean(m);
  EXPECT_FALSE(cma.cma_release(Pfn(1), Pages(1)));
  EXPECT_TRUE(cma.cma_release(block, Pages(300)));
  m.pages->per_cpu().drain_all();
  EXPECT_EQ(m.pages->zone(ZoneIndex::kNormal).stat(ZoneStat::kFreeCma), 4096);
  const PageAllocState& s = m.pages->state();
  for (const Pfn pfn : drain_zone(m, Gfp::kKernel))
    ASSERT_FALSE(pfn.raw() >= s.cma_begin_pfn && pfn.raw() < s.cma_end_pfn);
  EXPECT_FALSE(drain_zone(m, Gfp::kHighuserMovable).empty());
  expect_clean(m);
}

}  // namespace
}  // namespace mm32
