#include "emu/report/slabinfo.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/mm/slab_fixture.hpp"

namespace mm32 {
namespace {

using ::testing::HasSubstr;

TEST(SlabinfoTest, HasTheKernelsHeaderAndRows) {
  SlabMachine m;
  for (int i = 0; i < 33; ++i) m.alloc(128, Gfp::kKernel | Gfp::kDma);
  const std::string text = slabinfo_report(*m.slab);
  EXPECT_THAT(text, HasSubstr("slabinfo - version: 2.1\n# name            <active_objs> "));
  EXPECT_THAT(text, HasSubstr("dma-kmalloc-8k         0      0   8192    4    8 : tunables    0    "
                              "0    0 : slabdata      0      0      0\n"));
  EXPECT_THAT(text, HasSubstr("dma-kmalloc-128       64     64    128   32    1 : tunables    0    "
                              "0    0 : slabdata      2      2      0\n"));
}

TEST(SlabinfoTest, AttributesAreThoseOfSysKernelSlab) {
  SlabMachine m;
  const auto show = [&](const char* attribute) {
    return slab_attribute(*m.slab, "kmalloc-256", attribute).value_or("none");
  };
  std::vector<VirtAddr> objects;
  for (int i = 0; i < 48; ++i) objects.push_back(m.alloc(256));
  ASSERT_TRUE(m.slab->kfree(objects[0]));
  EXPECT_EQ(show("object_size"), "256\n");
  EXPECT_EQ(show("order"), "0\n");
  EXPECT_EQ(show("objs_per_slab"), "16\n");
  EXPECT_EQ(show("cpu_partial"), "52\n");
  EXPECT_EQ(show("min_partial"), "5\n");
  EXPECT_EQ(show("usersize"), "256\n");
  EXPECT_EQ(show("slabs"), "3\n");
  EXPECT_EQ(show("total_objects"), "48\n");
  EXPECT_EQ(show("slabs_cpu_partial"), "8(1) C0=8(1)\n");
  EXPECT_EQ(show("aliases"), "0\n");
  EXPECT_EQ(show("nothing"), "none");
  EXPECT_FALSE(slab_attribute(*m.slab, "nothing", "order"));
}

}  // namespace
}  // namespace mm32
