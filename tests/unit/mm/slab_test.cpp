#include "mm/slab/slab.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/mm/slab_fixture.hpp"

namespace mm32 {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

// The free list of the CPU's slab as object numbers.
std::vector<std::uint32_t> free_list(SlabMachine& m, KmemCache& s) {
  std::vector<std::uint32_t> numbers;
  const auto& c = m.ram.at(s.cpu_slab);
  const std::uint32_t base = m.slab->context().view.address_of(m.ram.at(c.slab)).raw();
  for (std::uint32_t at = c.freelist; at != 0 && numbers.size() < 10000;
       at = get_free_pointer(m.slab->context(), s, VirtAddr(at)))
    numbers.push_back((at - base) / s.size);
  return numbers;
}

TEST(SlabTest, ClassicFreeListsAscendAndFreesAreReusedLastFirst) {
  SlabMachine m;
  const VirtAddr a = m.alloc(2048);
  EXPECT_THAT(free_list(m, m.cache_of(a)), ElementsAre(1, 2, 3, 4, 5, 6, 7));
  const VirtAddr b = m.alloc(2048);
  EXPECT_EQ((b - a).raw(), 2048u);
  ASSERT_TRUE(m.slab->kfree(a));
  EXPECT_THAT(free_list(m, m.cache_of(a)), ElementsAre(0, 2, 3, 4, 5, 6, 7));
  ASSERT_TRUE(m.slab->kfree(b));
  EXPECT_THAT(free_list(m, m.cache_of(a)), ElementsAre(1, 0, 2, 3, 4, 5, 6, 7));
  EXPECT_EQ(m.alloc(2048), b);
  EXPECT_EQ(m.alloc(2048), a);
}

TEST(SlabTest, FreePointerLiesInTheMiddleOfTheObject) {
  SlabMachine m;
  const VirtAddr a = m.alloc(64);
  const VirtAddr b = m.alloc(64);
  ASSERT_TRUE(m.slab->kfree(b));
  ASSERT_TRUE(m.slab->kfree(a));
  EXPECT_EQ(m.ram.at<std::uint32_t>(VirtAddr(a.raw() + 32)), b.raw());
}

TEST(SlabTest, DebianShufflesAndEncodesFreeLists) {
  SlabMachine m(LayoutName::kLinux61);
  const VirtAddr a = m.alloc(2048, Gfp::kKernel | Gfp::kDma);
  auto numbers = free_list(m, m.cache_of(a));
  ASSERT_EQ(numbers.size(), 7u);
  EXPECT_FALSE(std::is_sorted(numbers.begin(), numbers.end()));
  ASSERT_TRUE(m.slab->kfree(a));
  const KmemCache& s = m.cache_of(a);
  const std::uint32_t at = a.raw() + s.offset;
  EXPECT_NE(m.ram.at<std::uint32_t>(VirtAddr(at)) ^ s.random ^ __builtin_bswap32(at), 0u);
  EXPECT_EQ(m.alloc(2048, Gfp::kKernel | Gfp::kDma), a);
}

TEST(SlabTest, TheSameSeedGivesTheSameAddresses) {
  SlabMachine a(LayoutName::kLinux61);
  SlabMachine b(LayoutName::kLinux61);
  for (int i = 0; i < 100; ++i) EXPECT_EQ(a.alloc(100), b.alloc(100));
}

TEST(KmallocTest, TheSmallestClassThatHoldsTheRequest) {
  SlabMachine m;
  struct Case {
    std::uint32_t size, ksize;
    const char* name;
  };
  for (const Case& c : {Case{1, 8, "kmalloc-8"},
                        {8, 8, "kmalloc-8"},
                        {9, 16, "kmalloc-16"},
                        {65, 96, "kmalloc-96"},
                        {97, 128, "kmalloc-128"},
                        {129, 192, "kmalloc-192"},
                        {193, 256, "kmalloc-256"},
                        {1024, 1024, "kmalloc-1k"},
                        {4097, 8192, "kmalloc-8k"}}) {
    const VirtAddr p = m.alloc(c.size);
    EXPECT_EQ(m.slab->ksize(p).value(), c.ksize) << c.size;
    EXPECT_EQ(m.name_of(m.cache_of(p)), c.name) << c.size;
    EXPECT_EQ(m.slab->kmalloc_size_roundup(Bytes(c.size)).raw(), c.ksize);
  }
}

TEST(KmallocTest, TypesComeFromTheirOwnCaches) {
  SlabMachine m;
  EXPECT_EQ(m.name_of(m.cache_of(m.alloc(100, Gfp::kNone))), "kmalloc-128");
  EXPECT_EQ(m.name_of(m.cache_of(m.alloc(100, Gfp::kKernelAccount))), "kmalloc-cg-128");
  EXPECT_EQ(m.name_of(m.cache_of(m.alloc(100, Gfp::kKernel | Gfp::kReclaimable))),
            "kmalloc-rcl-128");
  const VirtAddr dma = m.alloc(100, Gfp::kKernel | Gfp::kDma);
  EXPECT_EQ(m.name_of(m.cache_of(dma)), "dma-kmalloc-128");
  EXPECT_LT(direct_map_pa(dma).raw(), 16u << 20);
}

TEST(KmallocTest, ZeroBytesAreTheZeroSizePointer) {
  SlabMachine m;
  EXPECT_EQ(m.alloc(0).raw(), kZeroSizePtr);
  EXPECT_EQ(m.slab->ksize(VirtAddr(kZeroSizePtr)).value(), 0u);
  EXPECT_EQ(m.slab->ksize(VirtAddr()).value(), 0u);
  EXPECT_TRUE(m.slab->kfree(VirtAddr(kZeroSizePtr)));
  EXPECT_TRUE(m.slab->kfree(VirtAddr()));
}

TEST(KmallocTest, LargeRequestsAreCompoundPagesUpToFourMegabytes) {
  SlabMachine m;
  for (const std::uint32_t size : {8193u, 16385u, 65536u, 65537u, 1u << 20, 4u << 20}) {
    const VirtAddr p = m.alloc(size);
    ASSERT_NE(p.raw(), 0u) << size;
    const std::uint32_t given = m.slab->ksize(p).value();
    EXPECT_GE(given, size);
    EXPECT_LT(given, 2 * size);
    EXPECT_EQ(p.raw() % given, 0u);
    EXPECT_FALSE(m.slab->context().view.head_page(p)->test(PageFlag::kSlab));
    ASSERT_TRUE(m.slab->kfree(p));
  }
  EXPECT_EQ(m.alloc((4u << 20) + 1).raw(), 0u);
}

TEST(SlabTest, BootMakesTheCachesInTheKernelsOrder) {
  SlabMachine m;
  std::vector<std::string> names;
  m.slab->for_each_cache([&](KmemCache& s) { names.push_back(m.name_of(s)); });
  ASSERT_EQ(names.size(), 54u);
  EXPECT_EQ(names.front(), "dma-kmalloc-8k");
  EXPECT_EQ(names[51], "kmalloc-8");
  EXPECT_EQ(names[52], "kmem_cache_node");
  EXPECT_EQ(names[53], "kmem_cache");
}

TEST(SlabTest, ConstructorsAreAskedForOncePerSlab) {
  SlabMachine m;
  const VirtAddr cache = m.create("lab", 100, 0, SlabFlags::kNone, 0xc1000000);
  int runs = 0;
  const auto construct = [&](VirtAddr) { ++runs; };
  std::vector<VirtAddr> objects;
  for (int i = 0; i < 39; ++i) objects.push_back(m.cache_alloc(cache, construct));
  EXPECT_EQ(runs, 39);
  objects.push_back(m.cache_alloc(cache, construct));
  EXPECT_EQ(runs, 78);
  for (const VirtAddr object : objects) ASSERT_TRUE(m.slab->kmem_cache_free(cache, object));
  for (int i = 0; i < 40; ++i) m.cache_alloc(cache, construct);
  EXPECT_EQ(runs, 78);
}

TEST(SlabTest, AMachineAttachesToTheAllocatorInItsRam) {
  SlabMachine m;
  const VirtAddr a = m.alloc(100);
  const VirtAddr root = m.slab->root();
  m.slab = Slab::attach(m.context, *m.pages, m.calls, root).value();
  ASSERT_TRUE(m.slab->kfree(a));
  EXPECT_EQ(m.alloc(100), a);
  EXPECT_FALSE(Slab::attach(m.context, *m.pages, m.calls, VirtAddr(0xc0000000)));
}

TEST(SlabTest, FreeingTwiceInARowIsTheKernelsBug) {
  SlabMachine m;
  const VirtAddr a = m.alloc(64);
  ASSERT_TRUE(m.slab->kfree(a));
  const auto second = m.slab->kfree(a);
  ASSERT_FALSE(second);
  const Oops& oops = std::get<Oops>(second.error());
  EXPECT_EQ(oops.file, "mm/slub.c");
  EXPECT_EQ(oops.line, 419u);
  EXPECT_EQ(oops.function, "__kmem_cache_free");
}

TEST(SlabTest, FreeingABogusAddressFaultsOnItsStructPage) {
  SlabMachine m;
  const auto result = m.slab->kfree(VirtAddr(0x12345678));
  ASSERT_FALSE(result);
  const Oops& oops = std::get<Oops>(result.error());
  const std::uint32_t mem_map = guest_ptr(m.pages->page(Pfn(0))).raw;
  EXPECT_EQ(oops.address.raw(), mem_map + 0x52345u * 40 + 4);
  EXPECT_EQ(oops.function, "kfree");
}

TEST(SlabTest, SlabsMoveThroughThePartialListsAndGoBackToThePageAllocator) {
  SlabMachine m;
  const std::uint32_t frames = m.slab_frames();
  std::vector<VirtAddr> objects;
  for (int i = 0; i < 4000; ++i) objects.push_back(m.alloc(256));
  KmemCache& s = m.cache_of(objects[0]);
  EXPECT_EQ(m.ram.at(s.node).nr_slabs, 250u);
  for (const VirtAddr object : objects) ASSERT_TRUE(m.slab->kfree(object));
  EXPECT_LT(m.ram.at(s.node).nr_slabs, 30u);
  EXPECT_EQ(m.ram.at(s.node).total_objects, m.ram.at(s.node).nr_slabs * 16);
  EXPECT_EQ(m.slab->kmem_cache_shrink(guest_ptr(s).va()).value(), 0);
  EXPECT_EQ(m.ram.at(s.node).nr_slabs, 0u);
  EXPECT_EQ(m.slab_frames(), frames);
}

}  // namespace
}  // namespace mm32
