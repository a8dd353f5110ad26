// The checker of the slab allocator finds each invariant that is broken on purpose.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mm/slab/verify.hpp"
#include "tests/unit/mm/slab_fixture.hpp"

namespace mm32 {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

struct VerifyMachine : SlabMachine {
  VerifyMachine() {
    for (int i = 0; i < 100; ++i) objects.push_back(alloc(256));
    for (int i = 0; i < 100; i += 3) EXPECT_TRUE(slab->kfree(objects[static_cast<unsigned>(i)]));
    live = objects[1];
  }
  KmemCache& s() { return cache_of(live); }
  Page& page() { return *slab->context().view.head_page(live); }
  std::vector<std::string> broken() { return audit(*slab).broken; }

  std::vector<VirtAddr> objects;
  VirtAddr live;
};

TEST(SlabVerifyTest, AHealthyAllocatorIsClean) {
  VerifyMachine m;
  const SlabAudit a = audit(*m.slab);
  EXPECT_THAT(a.broken, IsEmpty());
  EXPECT_EQ(a.caches, 54u);
  EXPECT_GE(a.used, 66u);
  EXPECT_LT(a.used, a.objects);
}

TEST(SlabVerifyTest, R1ACacheWithoutItsNode) {
  VerifyMachine m;
  m.s().node = {};
  EXPECT_THAT(m.broken(), Contains(StartsWith("R1 ")));
}

TEST(SlabVerifyTest, P1MoreObjectsThanFit) {
  VerifyMachine m;
  m.page().slab_counters |= 0x7fffu << 16;
  EXPECT_THAT(m.broken(), Contains(StartsWith("P1 ")));
}

TEST(SlabVerifyTest, N1AWrongCountOfPartialSlabs) {
  VerifyMachine m;
  ++m.ram.at(m.s().node).nr_partial;
  EXPECT_THAT(m.broken(), Contains(StartsWith("N1 ")));
}

TEST(SlabVerifyTest, N2ASlabFrozenThatNoCpuHolds) {
  VerifyMachine m;
  m.page().slab_counters ^= 1u << 31;
  EXPECT_THAT(m.broken(), Contains(StartsWith("N2 ")));
}

TEST(SlabVerifyTest, S1AFreeListThatLeavesItsSlab) {
  VerifyMachine m;
  m.ram.at(m.s().cpu_slab).freelist = 0xc0000100;
  EXPECT_THAT(m.broken(), Contains(HasSubstr("free list reaches c0000100")));
}

TEST(SlabVerifyTest, S3AWrongCountOfObjectsInUse) {
  VerifyMachine m;
  ++m.page().slab_counters;
  EXPECT_THAT(m.broken(), Contains(StartsWith("S3 ")));
}

TEST(SlabVerifyTest, A1ASlabThatNoCacheCounts) {
  VerifyMachine m;
  --m.ram.at(m.s().node).nr_slabs;
  EXPECT_THAT(m.broken(), Contains(StartsWith("A1 ")));
}

}  // namespace
}  // namespace mm32
