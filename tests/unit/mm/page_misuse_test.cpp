// What the kernel log says when pages are misused, and that the machine goes on; the texts are
// those of the real kernel. Also: a test breaks each invariant and sees it named.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mm/page_alloc/alloc_report.hpp"
#include "mm/page_alloc/verify.hpp"
#include "tests/unit/mm/page_alloc_fixture.hpp"

namespace mm32 {
namespace {

using namespace literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

MachineConfig config_of(Bytes mem, std::map<std::string, std::string> params = {}) {
  MachineConfig c = PageAllocMachine::linux61(mem);
  c.params = std::move(params);
  return c;
}

struct MisuseTest : testing::Test {
  PageAllocMachine m{config_of(160_MiB)};
  std::vector<std::string>& log = m.diagnostics.lines;

  Pfn page(Order order = Order(0)) { return *m.pages->alloc_pages(Gfp::kKernel, order); }
  void expect_intact() {
    const PageAudit a = audit(*m.pages);
    EXPECT_TRUE(a.broken.empty()) << a.broken.front();
    EXPECT_TRUE(m.pages->alloc_pages(Gfp::kKernel, Order(0)));
  }
};

// reference oops/bad_page_alloc.txt
TEST_F(MisuseTest, ADamagedFreePageIsReportedAsLinuxDoes) {
  const Pfn pfn = page();
  Page& p = m.pages->page(pfn);
  m.pages->free_pages(pfn, Order(0));
  p.mapping = 0x1234;
  m.pages->per_cpu().drain_all();
  EXPECT_THAT(log,
              ElementsAre(HasSubstr("BUG: Bad page state in process swapper/0  pfn:0"),
                          HasSubstr(" refcount:0 mapcount:0 mapping:00001234 index:0x0 pfn:0x"),
                          "invalid mapping:00001234", "flags: 0x40000000(zone=1)",
                          "raw: 40000000 00000100 00000122 00001234 00000000 00000000 "
                          "ffffffff 00000000",
                          "raw: 00000000 00000000", "page dumped because: non-NULL mapping",
                          "Modules linked in:", "<stack>", "<taint>"));
  expect_intact();
}

TEST_F(MisuseTest, FreeingTwiceIsReported) {
  for (const unsigned order : {0u, 4u}) {
    log.clear();
    const Pfn pfn = page(Order(order));
    m.pages->free_pages(pfn, Order(order));
    m.pages->free_pages(pfn, Order(order));
    EXPECT_THAT(log, testing::Contains("page dumped because: nonzero _refcount"));
    EXPECT_THAT(log[1], HasSubstr(" refcount:-1 "));
    expect_intact();
  }
}

TEST_F(MisuseTest, FreeingAReservedPageIsReported) {
  const Pfn image = pfn_of(m.config.image_begin);
  m.pages->free_pages(image, Order(0));
  EXPECT_THAT(log, testing::Contains("flags: 0x40001000(reserved|zone=1)"));
  EXPECT_THAT(log, testing::Contains("page dumped because: PAGE_FLAGS_CHECK_AT_FREE flag(s) set"));
  expect_intact();
}

TEST_F(MisuseTest, FreeingAPageThatOthersUseDropsAReferenceOnly) {
  const Pfn pfn = page();
  ++m.pages->page(pfn).refcount;
  m.pages->free_pages(pfn, Order(0));
  EXPECT_TRUE(log.empty());
  EXPECT_EQ(m.pages->page(pfn).refcount, 1);
}

TEST_F(MisuseTest, WrongOrderIsReported) {
  const Pfn small = page();
  m.pages->free_pages(small, Order(2));
  EXPECT_THAT(log[0], StartsWith("BUG: Bad page state"));
  log.clear();
  const Pfn large = page(Order(5));
  m.pages->free_pages(large, Order(4));
  EXPECT_THAT(log,
              testing::Contains("page dumped because: freed with order 4, allocated with order 5"));
  expect_intact();
}

TEST_F(MisuseTest, OrdersThatDoNotExistAreReported) {
  m.pages->free_pages(page(), Order(40));
  EXPECT_THAT(log[0], StartsWith("BUG: Bad page state"));
  expect_intact();
}

TEST_F(MisuseTest, MappedPagesAreReported) {
  const Pfn pfn = page(Order(5));
  ++m.pages->page(pfn).mapcount;
  m.pages->free_pages(pfn, Order(5));
  EXPECT_THAT(log, testing::Contains("page dumped because: nonzero mapcount"));
  EXPECT_THAT(log[1], HasSubstr(" mapcount:1 "));
  expect_intact();
}

TEST_F(MisuseTest, SixtyReportsAMinute) {
  for (int i = 0; i < 100; ++i) m.pages->free_pages(pfn_of(m.config.image_begin), Order(0));
  EXPECT_EQ(std::count_if(log.begin(), log.end(),
                          [](const std::string& l) { return l.starts_with("BUG: Bad page"); }),
            60);
}

TEST_F(MisuseTest, AnOrderTooLargeWarnsOnce) {
  EXPECT_FALSE(m.pages->alloc_pages(Gfp::kKernel | Gfp::kNoWarn, Order(11)));
  EXPECT_TRUE(log.empty());
  EXPECT_FALSE(m.pages->alloc_pages(Gfp::kKernel, Order(11)));
  EXPECT_FALSE(m.pages->alloc_pages(Gfp::kKernel, Order(~0u)));
  EXPECT_THAT(log, ElementsAre("WARNING: mm/page_alloc.c:5634 "));
}

TEST(PagePoisonTest, AWriteToAFreePageIsReported) {
  PageAllocMachine m(config_of(160_MiB, {{"page_poison", "1"}}));
  const Pfn pfn = *m.pages->alloc_pages(Gfp::kKernel, Order(0));
  m.pages->free_pages(pfn, Order(0));
  EXPECT_EQ(m.ram.frame(pfn)[0], std::byte{0xaa});
  m.ram.frame(pfn)[100] = std::byte{0x41};
  m.ram.frame(pfn)[117] = std::byte{0x00};
  EXPECT_EQ(*m.pages->alloc_pages(Gfp::kKernel, Order(0)), pfn);
  const std::vector<std::string>& log = m.diagnostics.lines;
  EXPECT_EQ(log[0], "pagealloc: memory corruption");
  const std::string at = fmt::format("{:08x}: ", direct_map_va(phys_of(pfn)).raw() + 100);
  EXPECT_EQ(log[1], at + "41 aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa  A...............");
  EXPECT_THAT(log, testing::Contains("page dumped because: pagealloc: corrupted page details"));
}

TEST(PagePoisonTest, OneBitIsCalledSo) {
  PageAllocMachine m(config_of(160_MiB, {{"page_poison", "1"}}));
  const Pfn pfn = *m.pages->alloc_pages(Gfp::kKernel, Order(3));
  m.pages->free_pages(pfn, Order(3));
  m.ram.frame(pfn + Pages(3))[7] = std::byte{0xab};
  EXPECT_EQ(*m.pages->alloc_pages(Gfp::kKernel, Order(3)), pfn);
  EXPECT_EQ(m.diagnostics.lines[0], "pagealloc: single bit error");
}

// reference oops/atomic_fail.txt, the lines that do not depend on what else the machine does
TEST(AllocReportTest, FailureHasLinuxForm) {
  PageAllocMachine m(config_of(64_MiB));
  while (m.pages->alloc_pages(Gfp::kAtomic, Order(0))) {
  }
  const std::vector<std::string>& log = m.diagnostics.lines;
  ASSERT_GT(log.size(), 20u);
  EXPECT_EQ(log[0],
            "swapper/0: page allocation failure: order:0, mode:0xa20(GFP_ATOMIC), "
            "nodemask=(null),cpuset=/,mems_allowed=0");
  EXPECT_EQ(log[1], "<stack>");
  EXPECT_EQ(log[2], "Mem-Info:");
  EXPECT_EQ(log[3], "active_anon:0 inactive_anon:0 isolated_anon:0");
  EXPECT_THAT(log[10], HasSubstr(" free_pcp:"));
  EXPECT_THAT(log[12], StartsWith("DMA free:"));
  EXPECT_THAT(log[12], HasSubstr("kB present:15992kB managed:"));
  EXPECT_EQ(log[13].substr(0, 17), "lowmem_reserve[]:");
  EXPECT_THAT(log[16], testing::ContainsRegex("^DMA: [0-9]+\\*4kB .*= [0-9]+kB$"));
  EXPECT_EQ(log[18],
            "Node 0 hugepages_total=0 hugepages_free=0 hugepages_surp=0 hugepages_size=4096kB");
  EXPECT_EQ(log[23], "16254 pages RAM");
  EXPECT_EQ(log[24], "0 pages HighMem/MovableOnly");
  EXPECT_EQ(log.back(), "0 pages hwpoisoned");
  EXPECT_FALSE(m.pages->alloc_pages(Gfp::kAtomic, Order(0)));
  EXPECT_EQ(log.back(), "0 pages hwpoisoned");
}

// Each invariant, broken on purpose and named by the audit.
struct BrokenInvariantTest : testing::Test {
  PageAllocMachine m{config_of(64_MiB)};
  Zone& normal = m.pages->zone(ZoneIndex::kNormal);
  FreeLists& lists = m.pages->lists();

  Page& free_block(Order order) {
    for (const MigrateType t : {MigrateType::kMovable, MigrateType::kUnmovable})
      if (!lists.empty(normal, order, t))
        return lists.map().of_lru(lists.list(normal, order, t).next);
    ADD_FAILURE() << "no free block of order " << order.raw();
    return lists.map().at(Pfn(0));
  }
  void expect_named(const std::string& name) {
    EXPECT_THAT(audit(*m.pages).broken, testing::Contains(StartsWith(name)));
  }
  void SetUp() override {
    ASSERT_TRUE(m.pages->alloc_pages(Gfp::kKernel, Order(4)));
    ASSERT_TRUE(audit(*m.pages).broken.empty());
  }
};

TEST_F(BrokenInvariantTest, B1OrderOfABlock) {
  free_block(Order(5)).private_ = 3;
  expect_named("B1");
}
TEST_F(BrokenInvariantTest, B2BlocksOverlap) {
  Page& block = free_block(Order(6));
  (&block)[4].private_ = 0;
  (&block)[4].page_type &= ~kPageTypeBuddy;
  list_push_front(m.ram, lists.list(normal, Order(0), MigrateType::kMovable), (&block)[4].lru);
  ++normal.free_area[0].nr_free;
  expect_named("B2");
}
TEST_F(BrokenInvariantTest, B2BuddiesThatAreNotJoined) {
  Page& block = free_block(Order(6));
  lists.remove(normal, block, Order(6));
  lists.split(normal, block, Order(6), Order(5), MigrateType::kMovable);
  block.private_ = 5;
  block.page_type &= ~kPageTypeBuddy;
  list_push_front(m.ram, lists.list(normal, Order(5), MigrateType::kMovable), block.lru);
  ++normal.free_area[5].nr_free;
  expect_named("B2: free buddies");
}
TEST_F(BrokenInvariantTest, B3CountOfBlocks) {
  ++normal.free_area[2].nr_free;
  expect_named("B3");
}
TEST_F(BrokenInvariantTest, B3DamagedLink) {
  free_block(Order(6)).lru.next = GuestPtr<ListHead>(0xdeadbeef);
  expect_named("B3: damaged link");
}
TEST_F(BrokenInvariantTest, B4CountOfPages) {
  --normal.stat(ZoneStat::kFreePages);
  expect_named("B4");
}
TEST_F(BrokenInvariantTest, B5DeferredBlocksBehindAnEmptyList) {
  list_init(lists.list(normal, Order(kMaxOrder), MigrateType::kMovable));
  expect_named("B5");
}
TEST_F(BrokenInvariantTest, B6SectionState) {
  lists.map().set_state(Pfn(5 * 1024), SectionState::kFree);
  expect_named("B6");
}
TEST_F(BrokenInvariantTest, C1CountOfAPerCpuList) {
  ++m.pages->per_cpu().of(normal).count;
  expect_named("C1");
}
TEST_F(BrokenInvariantTest, Z1MoreManagedThanPresent) {
  normal.managed_pages = normal.present_pages + 1;
  expect_named("Z1");
}
TEST_F(BrokenInvariantTest, G1ReferenceOfABlock) {
  const Pfn pfn = *m.pages->alloc_pages(Gfp::kKernel, Order(1));
  m.pages->page(pfn).refcount = 0;
  expect_named("G1");
}

// A guest can write anything anywhere: the host ends that machine, nothing else.
TEST_F(BrokenInvariantTest, ADamagedFreeListEndsTheMachineInsteadOfTheHost) {
  list_init(normal.free_area[0].free_list[0]);
  for (FreeArea& area : normal.free_area)
    for (ListHead& head : area.free_list) head.next = GuestPtr<ListHead>(0x12345679);
  EXPECT_THROW(for (int i = 0; i < 100; ++i)(void) m.pages->alloc_pages(Gfp::kKernel, Order(5)),
               InvariantBroken);
}

}  // namespace
}  // namespace mm32
