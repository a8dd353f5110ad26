#include "mm/vmalloc/vmap_area.hpp"

#include <gtest/gtest.h>

#include <random>

#include "tests/support/fakes.hpp"

namespace mm32 {
namespace {

using namespace literals;

constexpr std::uint32_t kStart = 0xCA800000;
constexpr std::uint32_t kEnd = 0xFEBFE000;

struct VmapAreaTest : testing::Test {
  Ram ram = Ram::create(64_MiB).value();
  test::FakeObjects objects{ram, VirtAddr(kPageOffset + 0x100000)};
  VmapAreas areas{ram, objects, ram.at<VmapState>(VirtAddr(kPageOffset))};
  void SetUp() override { ASSERT_TRUE(areas.initialise()); }

  std::uint32_t take(std::uint32_t size, std::uint32_t align = kPageSize,
                     std::uint32_t end = kEnd) {
    const auto area = areas.alloc(size, align, VirtAddr(kStart), VirtAddr(end), Gfp::kKernel);
    return area ? (*area)->va_start : 0;
  }
  void give(std::uint32_t va) { areas.free_lazy(*areas.find(VirtAddr(va))); }
};

TEST_F(VmapAreaTest, AreasFollowEachOtherFromTheBeginning) {
  EXPECT_EQ(take(0x3000), kStart);
  EXPECT_EQ(take(0x2000), kStart + 0x3000);
  EXPECT_EQ(areas.find(VirtAddr(kStart + 0x4fff))->va_start, kStart + 0x3000);
  EXPECT_EQ(areas.find(VirtAddr(kStart + 0x5000)), nullptr);
  EXPECT_EQ(areas.verify(), "");
}

TEST_F(VmapAreaTest, AFreedRangeIsReusedOnlyAfterThePurge) {
  const std::uint32_t a = take(0x3000);
  take(0x2000);
  give(a);
  EXPECT_EQ(take(0x3000), kStart + 0x5000);
  EXPECT_EQ(areas.purge_range().begin.raw(), a);
  areas.release_purged();
  EXPECT_EQ(take(0x2000), a);
  EXPECT_EQ(take(0x1000), a + 0x2000);
  EXPECT_EQ(areas.verify(), "");
}

TEST_F(VmapAreaTest, TheLowestHoleThatFitsIsTaken) {
  std::vector<std::uint32_t> at;
  for (unsigned i = 0; i < 20; ++i) at.push_back(take(0x1000u * (i % 4 + 1)));
  give(at[4]);   // 1 page
  give(at[10]);  // 3 pages
  give(at[15]);  // 4 pages
  areas.release_purged();
  EXPECT_EQ(take(0x2000), at[10]);
  EXPECT_EQ(take(0x4000), at[15]);
  EXPECT_EQ(take(0x1000), at[4]);
}

TEST_F(VmapAreaTest, AlignmentIsKept) {
  take(0x1000);
  EXPECT_EQ(take(0x100000, 0x100000), kStart + 0x100000);
  EXPECT_EQ(take(0x1000), kStart + 0x1000);
  EXPECT_EQ(areas.verify(), "");
}

TEST_F(VmapAreaTest, ExhaustionChangesNothing) {
  const std::uint64_t objects_before = objects.live;
  EXPECT_EQ(take(0x1000, kPageSize, kStart + 0x1000), kStart);
  EXPECT_EQ(take(0x1000, kPageSize, kStart + 0x1000), 0u);
  EXPECT_EQ(take(0xF0000000), 0u);
  give(kStart);
  areas.release_purged();
  EXPECT_EQ(objects.live, objects_before);
}

TEST_F(VmapAreaTest, RunningOutOfDescriptorsChangesNothing) {
  take(0x1000);
  for (std::int64_t budget : {0, 1}) {
    objects.budget = budget;
    EXPECT_FALSE(areas.alloc(0x1000, 0x100000, VirtAddr(kStart), VirtAddr(kEnd), Gfp::kKernel));
    EXPECT_EQ(areas.verify(), "");
  }
  objects.budget = -1;
  EXPECT_EQ(take(0x1000), kStart + 0x1000);
}

TEST_F(VmapAreaTest, RandomUseKeepsTheTreesRightAndLeaksNothing) {
  std::mt19937 engine(7);
  const auto random = [&] { return static_cast<std::uint32_t>(engine()); };
  const std::uint64_t objects_before = objects.live;
  std::vector<std::uint32_t> held;
  for (int step = 0; step < 3000; ++step) {
    if (held.empty() || random() % 5 < 3) {
      const std::uint32_t align = random() % 8 == 0 ? kPageSize << random() % 6 : kPageSize;
      const std::uint32_t va = take((1 + random() % 20) * kPageSize, align);
      ASSERT_NE(va, 0u);
      ASSERT_EQ(va % align, 0u);
      held.push_back(va);
    } else {
      const std::size_t i = random() % held.size();
      give(held[i]);
      held[i] = held.back();
      held.pop_back();
    }
    if (random() % 50 == 0) areas.release_purged();
    if (step % 16 == 0) {
      ASSERT_EQ(areas.verify(), "") << "step " << step;
    }
  }
  for (const std::uint32_t va : held) give(va);
  areas.release_purged();
  EXPECT_EQ(areas.verify(), "");
  EXPECT_EQ(objects.live, objects_before);
  EXPECT_EQ(take(0x1000), kStart);
}

TEST_F(VmapAreaTest, ADamagedTreeIsNoticed) {
  take(0x1000);
  VmapArea& area = *areas.find(VirtAddr(kStart));
  area.rb_node.left = guest_ptr(area.rb_node);
  EXPECT_THROW((void)areas.find(VirtAddr(0x1000)), InvariantBroken);
}

}  // namespace
}  // namespace mm32
