#include "mm/vmalloc/set_memory.hpp"

#include <gtest/gtest.h>

#include "mm/vmalloc/debug_pagealloc.hpp"
#include "tests/support/kvm_machine.hpp"

namespace mm32 {
namespace {

using namespace literals;

struct SetMemoryTest : testing::TestWithParam<PagingMode> {
  test::KvmMachine m{160_MiB, GetParam()};
  SetMemory set{*m.vmalloc};
  const bool pae = GetParam() == PagingMode::kPae;
  const VirtAddr low{0xC5003000};  // inside a large page of the direct map

  std::uint64_t flags(VirtAddr va) { return m.entry(va) & 0x7f; }
};

TEST_P(SetMemoryTest, ReadOnlySplitsTheLargePageAndFlushes) {
  ASSERT_EQ(m.tables.lookup(low).level, 2u);
  m.tlb.reset();
  ASSERT_TRUE(set.set_ro(low, Pages(2)));
  EXPECT_EQ(flags(low), 0x61u);
  EXPECT_EQ(flags(low + 4_KiB), 0x61u);
  EXPECT_EQ(flags(low + 8_KiB), 0x63u);
  EXPECT_TRUE(m.tlb.flushed(low));
  ASSERT_TRUE(set.set_rw(low, Pages(1)));
  EXPECT_EQ(flags(low), 0x63u);
}

TEST_P(SetMemoryTest, ALargePageThatChangesAsAWholeStaysOne) {
  const Bytes size = page_size_at(GetParam(), 2);
  const VirtAddr begin(static_cast<std::uint32_t>(align_down(low.raw(), size.raw())));
  ASSERT_TRUE(set.set_cache(begin, pages_for(size), CacheMode::kUncachedMinus));
  EXPECT_EQ(m.tables.lookup(low).level, 2u);
  EXPECT_NE(m.entry(low) & raw(PteFlags::kCacheMask), 0u);
  EXPECT_EQ(m.entry(begin + size) & raw(PteFlags::kCacheMask), 0u);
  ASSERT_TRUE(set.set_cache(begin, pages_for(size) + Pages(1), CacheMode::kWriteBack));
  EXPECT_EQ(m.entry(low) & raw(PteFlags::kCacheMask), 0u);
  EXPECT_EQ(m.tables.lookup(low).level, 2u);
}

TEST_P(SetMemoryTest, NoExecuteNeedsPae) {
  ASSERT_TRUE(set.set_x(low, Pages(1)));
  EXPECT_FALSE(has(m.entry(low), PteFlags::kNx));
  ASSERT_TRUE(set.set_nx(low, Pages(1)));
  EXPECT_EQ(has(m.entry(low), PteFlags::kNx), pae);
  EXPECT_EQ(m.tables.lookup(low).level, pae ? 1u : 2u);
}

TEST_P(SetMemoryTest, CachingAndPresence) {
  ASSERT_TRUE(set.set_cache(low, Pages(1), CacheMode::kUncachedMinus));
  EXPECT_EQ(flags(low), 0x73u);
  ASSERT_TRUE(set.set_cache(low, Pages(1), CacheMode::kWriteBack));
  EXPECT_EQ(flags(low), 0x63u);
  ASSERT_TRUE(set.set_np(low, Pages(1)));
  EXPECT_EQ(m.entry(low) & 0xfff, 0x62u);
  EXPECT_FALSE(m.mapped(low));
}

TEST_P(SetMemoryTest, TheDirectMapAliasOfAVmallocPageFollows) {
  const VirtAddr v = m.vmalloc->vmalloc(8_KiB).value();
  const VirtAddr alias = direct_map_va(phys_of(*m.vmalloc->vmalloc_to_pfn(v)));
  ASSERT_TRUE(set.set_ro(v, Pages(1)));
  EXPECT_EQ(flags(v), 0x61u);
  EXPECT_EQ(flags(alias), 0x61u);
  ASSERT_TRUE(set.set_rw(v, Pages(1)));
  EXPECT_EQ(flags(alias), 0x63u);
}

TEST_P(SetMemoryTest, UnmappedPagesAreReported) {
  EXPECT_EQ(set.set_ro(VirtAddr(0xE0000000), Pages(1)).error(), Errno::kFault);
  EXPECT_EQ(m.log.lines.at(0),
            "WARNING arch/x86/mm/pat/set_memory.c:1585 __cpa_process_fault+0x34c/0x370: "
            "CPA: called for zero pte. vaddr = e0000000 cpa->vaddr = e0000000");
  ASSERT_TRUE(set.set_ro(low + Bytes(5), Pages(1)));
  EXPECT_TRUE(m.log.contains("set_memory.c:1814"));
  EXPECT_EQ(flags(low), 0x61u);
}

TEST_P(SetMemoryTest, FreedRangesArePurgedFirst) {
  const VirtAddr v = m.vmalloc->vmalloc(8_KiB).value();
  m.vmalloc->vfree(v);
  ASSERT_TRUE(set.set_ro(low, Pages(1)));
  EXPECT_EQ(m.vmalloc->areas().state().lazy_pages, 0u);
}

TEST_P(SetMemoryTest, FreedPagesLeaveTheDirectMapUnderDebugPagealloc) {
  MachineConfig config = m.config;
  config.params["debug_pagealloc"] = "on";
  PageTables small(m.ram, GetParam(), create_root(m.tables_source).value(), m.tables_source,
                   m.events);
  ASSERT_TRUE(build_kernel_map(small, m.space, config));
  EXPECT_EQ(small.lookup(low).level, 1u);
  VmallocParts parts{m.context, m.space, small, m.pages, m.objects, m.facts};
  Vmalloc v(parts, FlushPolicy::kEager, m.vmalloc->state_address());
  SetMemory debug(v);
  m.tlb.reset();
  debug.kernel_map_pages(Pfn(0x5003), Pages(1), Presence::kAbsent);
  EXPECT_FALSE(small.lookup(low).present());
  EXPECT_TRUE(m.tlb.flushed(low));
  debug.kernel_map_pages(Pfn(0x5003), Pages(1), Presence::kPresent);
  EXPECT_EQ(small.lookup(low).physical.raw(), 0x5003000u);
}

TEST_P(SetMemoryTest, DebugPageallocFollowsTheAllocatorsEvents) {
  MachineConfig config = m.config;
  config.params["debug_pagealloc"] = "1";
  PageTables small(m.ram, GetParam(), create_root(m.tables_source).value(), m.tables_source,
                   m.events);
  ASSERT_TRUE(build_kernel_map(small, m.space, config));
  VmallocParts parts{m.context, m.space, small, m.pages, m.objects, m.facts};
  Vmalloc v(parts, FlushPolicy::kEager, m.vmalloc->state_address());
  SetMemory memory(v);
  m.pages.page(Pfn(0x5000)).refcount = 1;
  m.pages.page(Pfn(0x5001)).set(PageFlag::kReserved);
  const auto mapped = [&](std::uint32_t pfn) {
    return small.lookup(direct_map_va(phys_of(Pfn(pfn)))).present();
  };
  {
    DebugPagealloc debug(memory, m.pages, m.space, m.events);
    EXPECT_TRUE(mapped(0x5000));
    EXPECT_TRUE(mapped(0x5001));
    EXPECT_FALSE(mapped(0x5002));
    m.events.emit(event::PageAlloc{Pfn(0x5004), Order(2), Gfp::kKernel, 0});
    EXPECT_TRUE(mapped(0x5004) && mapped(0x5007));
    EXPECT_FALSE(mapped(0x5008));
    m.events.emit(event::PageFree{Pfn(0x5004), Order(1)});
    EXPECT_FALSE(mapped(0x5005));
    EXPECT_TRUE(mapped(0x5006));
  }
  EXPECT_FALSE(m.events.active());
}

INSTANTIATE_TEST_SUITE_P(Modes, SetMemoryTest,
                         testing::Values(PagingMode::kTwoLevel, PagingMode::kPae),
                         [](const auto& mode) {
                           return mode.param == PagingMode::kPae ? "Pae" : "TwoLevel";
                         });

}  // namespace
}  // namespace mm32
