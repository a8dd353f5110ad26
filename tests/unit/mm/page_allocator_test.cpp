#include "mm/page_alloc/page_allocator.hpp"

#include <gtest/gtest.h>

#include <memory>

#include "tests/unit/mm/page_alloc_fixture.hpp"

namespace mm32 {
namespace {

using namespace literals;

TEST(PageAllocatorTest, ZonesOfA160MegabyteMachine) {
  PageAllocMachine m(PageAllocMachine::linux61(160_MiB));
  const Zone& dma = m.pages->zone(ZoneIndex::kDma);
  const Zone& normal = m.pages->zone(ZoneIndex::kNormal);
  EXPECT_EQ(dma.zone_start_pfn, 1u);
  EXPECT_EQ(dma.spanned_pages, 4095u);
  EXPECT_EQ(dma.present_pages, 3998u);
  EXPECT_EQ(normal.spanned_pages, 36832u);
  EXPECT_EQ(normal.present_pages, 36832u);
  EXPECT_EQ(m.pages->zone(ZoneIndex::kHighmem).spanned_pages, 0u);
}

TEST(PageAllocatorTest, BlocksAreAlignedAndMergeAgain) {
  PageAllocMachine m(PageAllocMachine::linux61(160_MiB));
  const auto before = m.pages->zone(ZoneIndex::kNormal).stat(ZoneStat::kFreePages);
  std::vector<std::pair<Pfn, Order>> taken;
  for (unsigned o = 0; o <= kMaxOrder; ++o) {
    const Pfn pfn = m.pages->alloc_pages(Gfp::kKernel, Order(o)).value();
    EXPECT_EQ(pfn.raw() & ((1u << o) - 1), 0u);
    taken.push_back({pfn, Order(o)});
  }
  for (auto [pfn, order] : taken) m.pages->free_pages(pfn, order);
  EXPECT_EQ(m.pages->zone(ZoneIndex::kNormal).stat(ZoneStat::kFreePages), before);
}

}  // namespace
}  // namespace mm32
