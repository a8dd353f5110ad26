#include "mm/vmalloc/vmalloc.hpp"

#include <gtest/gtest.h>

#include "tests/support/kvm_machine.hpp"

namespace mm32 {
namespace {

using namespace literals;

struct VmallocTest : testing::TestWithParam<PagingMode> {
  test::KvmMachine m{160_MiB, GetParam()};
  Vmalloc& v = *m.vmalloc;
  const VirtAddr start = m.space.vmalloc_start;
  const bool pae = GetParam() == PagingMode::kPae;

  VirtAddr va(Result<VirtAddr> r) {
    EXPECT_TRUE(r);
    return r.value_or(VirtAddr());
  }
  void expect_nothing_leaked() {
    v.purge();
    EXPECT_EQ(m.pages.live, 0u);
    EXPECT_EQ(m.objects.live, m.objects_at_boot);
    EXPECT_EQ(v.used_pages(), Pages(0));
    EXPECT_EQ(v.areas().verify(), "");
  }
};

TEST_P(VmallocTest, AreaOf100000BytesHas25PagesAndAGuard) {
  const VirtAddr a = va(v.vmalloc(Bytes(100000)));
  EXPECT_EQ(a, start);
  const VmStruct& area = *v.find_vm_area(a);
  EXPECT_EQ(area.size, 106496u);
  EXPECT_EQ(area.nr_pages, 25u);
  EXPECT_EQ(area.flags, vm_flag::kAlloc);
  EXPECT_EQ(area.caller(GetParam()).raw(), 0xC1001234u);
  for (std::uint32_t i = 0; i < 25; ++i) {
    const std::uint64_t entry = m.entry(a + Bytes(i * kPageSize));
    EXPECT_EQ(entry & 0xfff, pae ? 0x63u : 0x163u);
    EXPECT_EQ(has(entry, PteFlags::kNx), pae);
    EXPECT_EQ(m.pages.pfn_of_page(v.page_at(VirtAddr(area.pages), i)),
              *v.vmalloc_to_pfn(a + Bytes(i * kPageSize)));
  }
  EXPECT_FALSE(m.mapped(a + Bytes(25 * kPageSize)));
  EXPECT_FALSE(v.vmalloc_to_pfn(a + Bytes(25 * kPageSize)));
  EXPECT_EQ(v.used_pages(), Pages(25));
  v.vfree(a);
  EXPECT_FALSE(m.mapped(a));
  expect_nothing_leaked();
}

TEST_P(VmallocTest, SizesAreRoundedAsOnTheRealKernel) {
  const std::pair<std::uint32_t, std::uint32_t> cases[] = {
      {1, 8192}, {4096, 8192}, {4097, 12288}, {8192, 12288}, {100000, 106496}, {1 << 20, 1052672}};
  for (const auto& [size, whole] : cases)
    EXPECT_EQ(v.find_vm_area(va(v.vmalloc(Bytes(size))))->size, whole);
}

TEST_P(VmallocTest, AreasFollowEachOtherWithJustTheGuardBetween) {
  EXPECT_EQ(va(v.vmalloc(4096_KiB)), start);
  EXPECT_EQ(va(v.vmalloc(Bytes(1))), start + 4096_KiB + Bytes(kPageSize));
}

TEST_P(VmallocTest, AFreedRangeIsReusedOnlyAfterThePurgeFlushed) {
  const VirtAddr a = va(v.vmalloc(8_KiB));
  m.tlb.reset();
  v.vfree(a);
  EXPECT_FALSE(m.tlb.flushed(a));
  EXPECT_EQ(va(v.vmalloc(8_KiB)), a + Bytes(3 * kPageSize));
  v.unmap_aliases();
  EXPECT_TRUE(m.tlb.flushed(a));
  EXPECT_EQ(va(v.vmalloc(8_KiB)), a);
}

TEST_P(VmallocTest, EagerFlushForgetsAFreedRangeAtOnce) {
  test::KvmMachine eager(160_MiB, GetParam(), FlushPolicy::kEager);
  const VirtAddr a = va(eager.vmalloc->vmalloc(8_KiB));
  eager.vmalloc->vfree(a);
  EXPECT_TRUE(eager.tlb.flushed(a));
}

TEST_P(VmallocTest, LazyPagesArePurgedAboveTheLimit) {
  const VirtAddr a = va(v.vmalloc(16_MiB));
  const VirtAddr b = va(v.vmalloc(16_MiB));
  v.vfree(a);
  EXPECT_EQ(v.areas().state().lazy_pages, 4097u + 5u);  // the page array is an area as well
  v.vfree(b);
  EXPECT_EQ(v.areas().state().lazy_pages, 5u);  // the second array came after the purge
  EXPECT_NE(m.tlb.full, 0u);
}

TEST_P(VmallocTest, ALargePageArrayIsVmallocMemoryItself) {
  const VirtAddr a = va(v.vmalloc(8_MiB));
  const VmStruct& area = *v.find_vm_area(a);
  EXPECT_TRUE(v.is_vmalloc_addr(VirtAddr(area.pages)));
  EXPECT_EQ(area.nr_pages, 2048u);
  v.vfree(a);
  expect_nothing_leaked();
}

TEST_P(VmallocTest, HighmemComesFirst) {
  test::KvmMachine big(1_GiB, GetParam());
  const VirtAddr a = va(big.vmalloc->vmalloc(64_KiB));
  EXPECT_GE(*big.vmalloc->vmalloc_to_pfn(a), big.space.max_low_pfn);
  const VirtAddr low = va(big.vmalloc->vmalloc_32(64_KiB));
  EXPECT_LT(*big.vmalloc->vmalloc_to_pfn(low), big.space.max_low_pfn);
  EXPECT_EQ(big.vmalloc->find_vm_area(va(big.vmalloc->vmalloc_user(4_KiB)))->flags, 0xau);
}

TEST_P(VmallocTest, ZeroSizeWarnsOnce) {
  EXPECT_FALSE(v.vmalloc(Bytes(0)));
  EXPECT_FALSE(v.vmalloc(Bytes(0)));
  ASSERT_EQ(m.log.lines.size(), 1u);
  EXPECT_TRUE(m.log.contains("WARNING mm/vmalloc.c:3170 __vmalloc_node_range"));
}

TEST_P(VmallocTest, MoreThanThereIsGivesTheKernelsMessage) {
  EXPECT_FALSE(v.vmalloc(Bytes(0xffffffff)));
  EXPECT_EQ(m.facts.warnings.at(0), "vmalloc error: size 4294967295, exceeds total pages");
  EXPECT_FALSE(v.vmalloc_gfp(Bytes(0xffffffff), Gfp::kKernel | Gfp::kNoWarn));
  EXPECT_EQ(m.facts.warnings.size(), 1u);
  m.facts.ram_end = Pfn(0x100000);
  EXPECT_FALSE(v.vmalloc(2_GiB));
  EXPECT_TRUE(m.log.contains(
      "vmap allocation for size 2147487744 failed: use vmalloc=<size> to increase size"));
  EXPECT_EQ(m.facts.warnings.at(1), "vmalloc error: size 2147483648, vm_struct allocation failed");
  expect_nothing_leaked();
}

TEST_P(VmallocTest, RunningOutOfMemoryOnTheWayLeaksNothing) {
  m.pages.budget = 5;
  EXPECT_FALSE(v.vmalloc(64_KiB));
  EXPECT_EQ(m.facts.warnings.at(0),
            "vmalloc error: size 20480, page order 0, failed to allocate pages");
  expect_nothing_leaked();
  m.pages.budget = -1;
  m.tables_source.budget = 0;
  EXPECT_FALSE(v.vmalloc(64_KiB));
  EXPECT_EQ(m.facts.warnings.at(1), "vmalloc error: size 65536, failed to map pages");
  m.tables_source.budget = -1;
  for (std::int64_t budget : {0, 1, 2}) {
    m.objects.budget = budget;
    EXPECT_FALSE(v.vmalloc(64_KiB));
  }
  m.objects.budget = -1;
  expect_nothing_leaked();
}

TEST_P(VmallocTest, BadFreesAreReportedInTheKernelsWords) {
  const VirtAddr a = va(v.vmalloc(8_KiB));
  v.vfree(VirtAddr(0));
  EXPECT_TRUE(m.log.lines.empty());
  v.vfree(a + Bytes(16));
  EXPECT_EQ(m.log.lines.at(0),
            "WARNING mm/vmalloc.c:2695 __vunmap+0x29d/0x2d0: "
            "Trying to vfree() bad address ((ptrval))");
  v.vfree(VirtAddr(0xE0000000));
  EXPECT_EQ(m.log.lines.at(1),
            "WARNING mm/vmalloc.c:2701 __vunmap+0x6d/0x2d0: "
            "Trying to vfree() nonexistent vm area ((ptrval))");
  v.vfree(VirtAddr(kPageOffset + 0x1000));
  v.vfree(a);
  EXPECT_EQ(m.log.lines.size(), 3u);
  v.vfree(a);
  EXPECT_EQ(m.log.lines.size(), 4u);
  expect_nothing_leaked();
}

TEST_P(VmallocTest, FreeingByAPageInsideFreesTheArea) {
  const VirtAddr a = va(v.vmalloc(16_KiB));
  v.vfree(a + 4_KiB);
  EXPECT_TRUE(m.log.lines.empty());
  EXPECT_EQ(v.find_vm_area(a), nullptr);
  expect_nothing_leaked();
}

TEST_P(VmallocTest, VmapMapsTheGivenPagesAndVunmapKeepsThem) {
  const VirtAddr array(kPageOffset + 0x5000);
  std::vector<Pfn> frames;
  for (std::uint32_t i = 0; i < 4; ++i) {
    frames.push_back(m.pages.alloc_pages(Gfp::kKernel, Order(0)).value());
    m.ram.at<std::uint32_t>(array + Bytes(4 * i)) = guest_ptr(m.pages.page(frames[i])).raw;
  }
  std::swap(m.ram.at<std::uint32_t>(array), m.ram.at<std::uint32_t>(array + Bytes(8)));
  const VirtAddr a = va(v.vmap(array, Pages(4), vm_flag::kMap, v.page_kernel_prot()));
  EXPECT_EQ(v.find_vm_area(a)->flags, 4u);
  EXPECT_EQ(v.find_vm_area(a)->size, 0x5000u);
  EXPECT_EQ(*v.vmalloc_to_pfn(a), frames[2]);
  EXPECT_EQ(*v.vmalloc_to_pfn(a + 8_KiB), frames[0]);
  v.vunmap(a);
  EXPECT_EQ(m.pages.live, 4u);
  EXPECT_FALSE(m.mapped(a));
  EXPECT_FALSE(v.vmap(array, Pages(0), vm_flag::kMap, v.page_kernel_prot()));
  m.ram.at<std::uint32_t>(array) = 0xdeadbeef;
  EXPECT_FALSE(v.vmap(array, Pages(4), vm_flag::kMap, v.page_kernel_prot()));
}

TEST_P(VmallocTest, SmallMappingsShareABlock) {
  const VirtAddr array(kPageOffset + 0x5000);
  for (std::uint32_t i = 0; i < 40; ++i)
    m.ram.at<std::uint32_t>(array + Bytes(4 * i)) =
        guest_ptr(m.pages.page(m.pages.alloc_pages(Gfp::kKernel, Order(0)).value())).raw;
  const VirtAddr a = va(v.vm_map_ram(array, Pages(3)));
  EXPECT_EQ(a.raw() % (256u << 10), 0u);
  EXPECT_EQ(va(v.vm_map_ram(array, Pages(1))), a + 16_KiB);
  EXPECT_EQ(va(v.vm_map_ram(array, Pages(40))).raw() % (256u << 10), 0u);
  ASSERT_TRUE(v.vm_unmap_ram(a, Pages(3)));
  EXPECT_FALSE(m.mapped(a));
  EXPECT_EQ(va(v.vm_map_ram(array, Pages(3))), a + 20_KiB);
  EXPECT_EQ(v.find_vm_area(a), nullptr);
  ASSERT_TRUE(v.vm_unmap_ram(a + 16_KiB, Pages(1)));
  ASSERT_TRUE(v.vm_unmap_ram(a + 20_KiB, Pages(3)));
  ASSERT_TRUE(v.vm_unmap_ram(a + 256_KiB, Pages(40)));
  v.purge();
  EXPECT_EQ(m.objects.live, m.objects_at_boot);
  EXPECT_EQ(v.areas().verify(), "");
}

TEST_P(VmallocTest, AFullBlockGoesToThePurgeWhenAllCameBack) {
  const VirtAddr array(kPageOffset + 0x5000);
  for (std::uint32_t i = 0; i < 32; ++i)
    m.ram.at<std::uint32_t>(array + Bytes(4 * i)) = guest_ptr(m.pages.page(Pfn(i))).raw;
  const VirtAddr a = va(v.vm_map_ram(array, Pages(32)));
  const VirtAddr b = va(v.vm_map_ram(array, Pages(32)));
  ASSERT_TRUE(v.vm_unmap_ram(a, Pages(32)));
  ASSERT_TRUE(v.vm_unmap_ram(b, Pages(32)));
  EXPECT_EQ(v.areas().state().lazy_pages, 64u);
  m.ram.at<std::uint32_t>(array) = 0;
  EXPECT_FALSE(v.vm_map_ram(array, Pages(3)));
  EXPECT_TRUE(m.log.contains("mm/vmalloc.c:488"));
}

TEST_P(VmallocTest, BadVmUnmapRamIsABug) {
  const auto line = [&](std::uint32_t addr, std::uint32_t count) {
    return std::get<Oops>(v.vm_unmap_ram(VirtAddr(addr), Pages(count)).error()).line;
  };
  EXPECT_EQ(line(0, 1), 2224u);
  EXPECT_EQ(line(kPageOffset, 1), 2225u);
  EXPECT_EQ(line(0xfffff000, 1), 2226u);
  EXPECT_EQ(line(0xe0000001, 1), 2227u);
  EXPECT_EQ(line(0xe0000000, 40), 2238u);
  const auto fault = v.vm_unmap_ram(VirtAddr(0xe0000000), Pages(1));
  EXPECT_EQ(std::get<Oops>(fault.error()).kind, Oops::Kind::kPageFault);
}

TEST_P(VmallocTest, ReservedAreasHaveAddressesButNoPages) {
  VmStruct& area = *v.get_vm_area(64_KiB, vm_flag::kIoremap, Gfp::kKernel).value();
  EXPECT_EQ(area.addr % (64u << 10), 0u);
  EXPECT_FALSE(m.mapped(VirtAddr(area.addr)));
  v.free_vm_area(area);
  expect_nothing_leaked();
}

TEST_P(VmallocTest, DamagedPageArraysFreeOnlyWhatIsReal) {
  const VirtAddr a = va(v.vmalloc(16_KiB));
  VmStruct& area = *v.find_vm_area(a);
  m.ram.at<std::uint32_t>(VirtAddr(area.pages)) = 0x12345677;
  area.nr_pages = 0xffffffff;
  v.vfree(a);
  EXPECT_EQ(m.pages.live, 1u);
}

TEST_P(VmallocTest, AMachineFoundInItsRamGoesOn) {
  const VirtAddr a = va(v.vmalloc(16_KiB));
  Vmalloc again(m.parts(), FlushPolicy::kLazy, v.state_address());
  EXPECT_EQ(again.find_vm_area(a)->nr_pages, 4u);
  EXPECT_EQ(va(again.vmalloc(4_KiB)), a + 20_KiB);
}

INSTANTIATE_TEST_SUITE_P(Modes, VmallocTest,
                         testing::Values(PagingMode::kTwoLevel, PagingMode::kPae),
                         [](const auto& mode) {
                           return mode.param == PagingMode::kPae ? "Pae" : "TwoLevel";
                         });

}  // namespace
}  // namespace mm32
