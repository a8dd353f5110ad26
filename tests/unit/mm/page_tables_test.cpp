#include "mm/paging/page_tables.hpp"

#include <gtest/gtest.h>

#include "mm/paging/direct_map.hpp"
#include "tests/support/fakes.hpp"

namespace mm32 {
namespace {

using namespace literals;

struct PageTablesTest : testing::TestWithParam<PagingMode> {
  Ram ram = Ram::create(64_MiB).value();
  EventStream events{};
  test::FakeTlb tlb{};
  test::FakeTables source{ram, Pfn(0x100)};
  PageTables tables{ram, GetParam(), create_root(source).value(), source, events};
  const Bytes large = page_size_at(GetParam(), 2);

  std::uint64_t pa_of(std::uint32_t va) {
    const auto pa = tables.translate(VirtAddr(va));
    return pa ? pa->raw() : ~std::uint64_t{0};
  }
};

constexpr std::uint64_t kUnmapped = ~std::uint64_t{0};

TEST_P(PageTablesTest, MapThenLookup) {
  ASSERT_TRUE(tables.map(VirtAddr(0xE0000000), PhysAddr(0x200000), Pages(3), PteFlags::kKernel));
  EXPECT_EQ(pa_of(0xE0000000), 0x200000u);
  EXPECT_EQ(pa_of(0xE0002fff), 0x202fffu);
  EXPECT_EQ(pa_of(0xE0003000), kUnmapped);
  const EntryRef ref = tables.lookup(VirtAddr(0xE0001000));
  EXPECT_EQ(ref.level, 1u);
  EXPECT_EQ(ref.entry, 0x201163u);
  EXPECT_EQ(tables.lookup(VirtAddr(0x40000000)).level, GetParam() == PagingMode::kPae ? 3u : 2u);
}

TEST_P(PageTablesTest, MapRefusesAPresentEntryAndKeepsIt) {
  ASSERT_TRUE(tables.map(VirtAddr(0xE0001000), PhysAddr(0x200000), Pages(1), PteFlags::kKernel));
  const auto again =
      tables.map(VirtAddr(0xE0000000), PhysAddr(0x300000), Pages(3), PteFlags::kKernel);
  EXPECT_EQ(again.error(), Errno::kBusy);
  EXPECT_EQ(pa_of(0xE0001000), 0x200000u);
}

TEST_P(PageTablesTest, MappingAcrossTables) {
  const std::uint32_t va = 0xE0000000 - 2 * kPageSize;
  ASSERT_TRUE(tables.map(VirtAddr(va), PhysAddr(0x200000), Pages(4), PteFlags::kKernel));
  for (std::uint32_t i = 0; i < 4; ++i) EXPECT_EQ(pa_of(va + i * kPageSize), 0x200000 + i * 4096);
}

TEST_P(PageTablesTest, UnmapFlushesOnceWhatWasThere) {
  ASSERT_TRUE(tables.map(VirtAddr(0xE0000000), PhysAddr(0x200000), Pages(8), PteFlags::kKernel));
  FlushBatch batch(tlb);
  ASSERT_TRUE(tables.unmap(VirtAddr(0xE0002000), Pages(4), batch));
  EXPECT_EQ(pa_of(0xE0001000), 0x201000u);
  EXPECT_EQ(pa_of(0xE0002000), kUnmapped);
  EXPECT_EQ(pa_of(0xE0005000), kUnmapped);
  EXPECT_EQ(pa_of(0xE0006000), 0x206000u);
  EXPECT_FALSE(batch.empty());
  batch.commit();
  ASSERT_EQ(tlb.ranges.size(), 1u);
  EXPECT_EQ(tlb.ranges[0].begin.raw(), 0xE0002000u);
  EXPECT_EQ(tlb.ranges[0].pages.raw(), 4u);
}

TEST_P(PageTablesTest, UnmapOfAHoleFlushesNothing) {
  FlushBatch batch(tlb);
  ASSERT_TRUE(tables.unmap(VirtAddr(0), Pages(0x100000), batch));
  EXPECT_TRUE(batch.empty());
}

TEST_P(PageTablesTest, ProtectSplitsALargePageWhereTheRangeCutsIt) {
  const VirtAddr va(0xC0800000);
  ASSERT_TRUE(tables.map_large(va, PhysAddr(0x800000), PteFlags::kKernel));
  FlushBatch batch(tlb);
  ASSERT_TRUE(
      tables.protect(va + Bytes(0x3000), Pages(2), PteFlags::kNone, PteFlags::kWrite, batch));
  batch.commit();
  EXPECT_TRUE(tlb.flushed(va));
  EXPECT_EQ(tables.lookup(va).entry, 0x800163u);
  EXPECT_EQ(tables.lookup(va + Bytes(0x3000)).entry, 0x803161u);
  EXPECT_EQ(tables.lookup(va + Bytes(0x4000)).entry, 0x804161u);
  EXPECT_EQ(tables.lookup(va + Bytes(0x5000)).entry, 0x805163u);
  EXPECT_EQ(tables.lookup(va + large - Bytes(0x1000)).level, 1u);
}

TEST_P(PageTablesTest, ProtectKeepsALargePageThatIsCoveredWholly) {
  const VirtAddr va(0xC0800000);
  ASSERT_TRUE(tables.map_large(va, PhysAddr(0x800000), PteFlags::kKernel));
  FlushBatch batch(tlb);
  const Pages all(static_cast<std::uint32_t>(large.raw() >> kPageShift));
  ASSERT_TRUE(tables.protect(va, all, PteFlags::kNone, PteFlags::kWrite, batch));
  batch.commit();
  EXPECT_EQ(tables.lookup(va).entry, 0x8001e1u);
  EXPECT_EQ(tlb.full, 1u);
}

TEST_P(PageTablesTest, SplitWithoutMemoryChangesNothing) {
  const VirtAddr va(0xC0800000);
  ASSERT_TRUE(tables.map_large(va, PhysAddr(0x800000), PteFlags::kKernel));
  source.budget = 0;
  FlushBatch batch(tlb);
  EXPECT_EQ(tables.unmap(va, Pages(1), batch).error(), Errno::kNoMem);
  EXPECT_EQ(tables.lookup(va).entry, 0x8001e3u);
}

TEST_P(PageTablesTest, EmptyTablesAreFreedAfterTheFlush) {
  const std::size_t before = source.used.size();
  ASSERT_TRUE(tables.map(VirtAddr(0x08048000), PhysAddr(0x200000), Pages(2), PteFlags::kKernel));
  EXPECT_GT(source.used.size(), before);
  FlushBatch batch(tlb);
  ASSERT_TRUE(tables.unmap(VirtAddr(0x08048000), Pages(2), batch));
  tables.free_empty_tables(VirtAddr(0), Pages(0xC0000), batch);
  EXPECT_GT(source.used.size(), before);
  batch.commit();
  EXPECT_EQ(source.used.size(), before);
}

TEST_P(PageTablesTest, AForgottenCommitIsNoticed) {
  ASSERT_TRUE(tables.map(VirtAddr(0xE0000000), PhysAddr(0x200000), Pages(1), PteFlags::kKernel));
  const auto forget = [&] {
    FlushBatch batch(tlb);
    ASSERT_TRUE(tables.unmap(VirtAddr(0xE0000000), Pages(1), batch));
  };
  EXPECT_THROW(forget(), InvariantBroken);
}

TEST_P(PageTablesTest, DamagedTablesAreAnsweredNotFollowed) {
  write_entry<Pae>(ram, tables.root() + Bytes(3 * 8), 0xF0000001);  // PAE index of 0xE0000000
  write_entry<TwoLevel>(ram, tables.root() + Bytes(0x380 * 4), 0xF0000067);
  EXPECT_EQ(pa_of(0xE0000000), kUnmapped);
  EXPECT_EQ(tables.map(VirtAddr(0xE0000000), PhysAddr(0), Pages(1), PteFlags::kKernel).error(),
            Errno::kFault);
  FlushBatch batch(tlb);
  EXPECT_TRUE(tables.unmap(VirtAddr(0xC0000000), Pages(0x40000), batch));
  batch.commit();
}

TEST_P(PageTablesTest, DirectMapHasTheReferencesShape) {
  MachineConfig config;
  config.paging = GetParam();
  config.image_begin = PhysAddr(0x1000000);
  config.image_text_end = PhysAddr(0x1100000);
  config.image_rodata_end = PhysAddr(0x1c39000);
  config.layout = LayoutName::kLinux61;
  const AddressSpace space = AddressSpace::compute(config, Pfn(0x3fe0));
  ASSERT_TRUE(build_kernel_map(tables, space, config));
  const bool pae = GetParam() == PagingMode::kPae;
  const std::uint64_t nx = pae ? raw(PteFlags::kNx) : 0;
  const std::uint64_t global = pae ? 0 : 0x100;
  const auto entry = [&](std::uint32_t va) { return tables.lookup(VirtAddr(va)).entry; };
  EXPECT_EQ(entry(0xC0000000), 0x63u | global | nx);
  EXPECT_EQ(tables.lookup(VirtAddr(0xC01ff000)).level, 1u);
  EXPECT_EQ(entry(0xC0800000), 0x8000e3u | global | nx);
  EXPECT_EQ(tables.lookup(VirtAddr(0xC1000000)).entry & 0xfff, pae ? 0x161u : 0x1e1u);
  EXPECT_EQ(entry(0xC1c38000), 0x1c38161u | nx);
  EXPECT_EQ(entry(0xC1c39000), 0x1c39063u | global | nx);
  EXPECT_EQ(entry(0xC3fdf000), 0x3fdf063u | global | nx);
  EXPECT_EQ(entry(0xC3fe0000), 0u);
  EXPECT_EQ(entry(0xffffc000), 0xfee0007bu | global | nx);
  EXPECT_EQ(tables.lookup(space.pkmap_base).level, 1u);
  EXPECT_EQ(tables.lookup(VirtAddr(0xffa00000)).level, 1u);
  EXPECT_EQ(tables.lookup(space.vmalloc_end - Bytes(kPageSize)).level, 2u);
}

INSTANTIATE_TEST_SUITE_P(Modes, PageTablesTest,
                         testing::Values(PagingMode::kTwoLevel, PagingMode::kPae),
                         [](const auto& mode) {
                           return mode.param == PagingMode::kPae ? "Pae" : "TwoLevel";
                         });

}  // namespace
}  // namespace mm32
