#include "mm/highmem/highmem.hpp"

#include <gtest/gtest.h>

#include "mm/highmem/fixmap.hpp"
#include "tests/support/kvm_machine.hpp"

namespace mm32 {
namespace {

using namespace literals;

struct HighmemTest : testing::TestWithParam<PagingMode> {
  test::KvmMachine m{1_GiB, GetParam()};
  HighmemParts parts{m.context, m.space, m.tables, m.pages};
  Highmem high = Highmem::create(parts, m.objects).value();
  const VirtAddr ctrl{kPageOffset + 0x8000};
  const unsigned slots = m.space.last_pkmap;
  const PteFlags prot = page_kernel(GetParam());

  GuestPtr<Page> page(Gfp gfp = Gfp::kHighuser) {
    return guest_ptr(m.pages.page(m.pages.alloc_pages(gfp, Order(0)).value()));
  }
  std::uint64_t pa_of(GuestPtr<Page> p) { return phys_of(m.pages.pfn_of_page(p)).raw(); }
  VirtAddr slot(unsigned nr) { return m.space.pkmap_base + bytes_of(Pages(nr)); }
  std::string oops_of(const Stop& stop) {
    const Oops& oops = std::get<Oops>(stop);
    return oops.file + ":" + std::to_string(oops.line);
  }
  std::int32_t depth() { return m.ram.at<KmapCtrl>(ctrl).idx; }
};

TEST_P(HighmemTest, LowmemPagesNeedNoSlot) {
  const GuestPtr<Page> low = page(Gfp::kKernel);
  const VirtAddr direct(static_cast<std::uint32_t>(pa_of(low)) + kPageOffset);
  EXPECT_EQ(high.page_address(low), direct);
  EXPECT_EQ(high.kmap(low).value(), direct);
  EXPECT_EQ(high.kmap_local_page(ctrl, low, prot).value(), direct);
  EXPECT_TRUE(high.kunmap(low));
  EXPECT_EQ(depth(), 0);
}

TEST_P(HighmemTest, KmapStartsAtSlotOneAndCounts) {
  const GuestPtr<Page> a = page();
  const GuestPtr<Page> b = page();
  EXPECT_EQ(high.page_address(a), VirtAddr());
  EXPECT_EQ(high.kmap(a).value(), slot(1));
  EXPECT_EQ(high.kmap(b).value(), slot(2));
  EXPECT_EQ(high.kmap(a).value(), slot(1));
  EXPECT_EQ(m.entry(slot(1)) & ~raw(PteFlags::kNx),
            pa_of(a) | (GetParam() == PagingMode::kPae ? 0x63 : 0x163));
  const auto used = high.kmaps_in_use();
  ASSERT_EQ(used.size(), 2u);
  EXPECT_EQ(used[0].users, 2u);
  EXPECT_EQ(used[0].pfn, m.pages.pfn_of_page(a));
  EXPECT_EQ(high.verify(), "");
}

TEST_P(HighmemTest, AnUnmappedPageKeepsItsAddressUntilTheWrap) {
  const GuestPtr<Page> a = page();
  high.kmap(a).value();
  ASSERT_TRUE(high.kunmap(a));
  EXPECT_EQ(high.page_address(a), slot(1));
  EXPECT_TRUE(m.mapped(slot(1)));
  EXPECT_EQ(high.kmap(a).value(), slot(1));
  ASSERT_TRUE(high.kunmap(a));
  EXPECT_TRUE(high.kmaps_in_use().empty());
  m.tlb.reset();
  for (unsigned i = 2; i < slots; ++i) {
    const GuestPtr<Page> p = page();
    EXPECT_EQ(high.kmap(p).value(), slot(i));
    if (i % 2 == 0) {
      EXPECT_TRUE(high.kunmap(p));
    }
  }
  EXPECT_EQ(m.tlb.full, 0u);
  EXPECT_EQ(high.kmap(page()).value(), slot(0));
  EXPECT_EQ(m.tlb.full, 1u);
  EXPECT_EQ(high.page_address(a), VirtAddr());
  EXPECT_FALSE(m.mapped(slot(2)));
  EXPECT_TRUE(m.mapped(slot(3)));
  EXPECT_EQ(high.kmap(page()).value(), slot(1));
  EXPECT_EQ(high.kmap(page()).value(), slot(2));
  EXPECT_EQ(high.kmap(page()).value(), slot(4));
  EXPECT_EQ(high.verify(), "");
}

TEST_P(HighmemTest, TheCallerBehindTheLastSlotWaitsAndChangesNothing) {
  std::vector<GuestPtr<Page>> held;
  for (unsigned i = 0; i < slots; ++i) {
    held.push_back(page());
    ASSERT_TRUE(high.kmap(held.back()));
  }
  const GuestPtr<Page> late = page();
  for (int again = 0; again < 2; ++again) {
    const auto blocked = high.kmap(late);
    ASSERT_FALSE(blocked);
    EXPECT_EQ(std::get<WouldBlock>(blocked.error()).what, "kmap");
  }
  EXPECT_EQ(high.verify(), "");
  ASSERT_TRUE(high.kunmap(held[7]));
  EXPECT_EQ(high.kmap(late).value(), slot(8));
}

TEST_P(HighmemTest, FlushUnusedUnmapsWhatNobodyUses) {
  const GuestPtr<Page> a = page();
  high.kmap(a).value();
  ASSERT_TRUE(high.kunmap(a));
  high.kmap_flush_unused();
  EXPECT_EQ(high.page_address(a), VirtAddr());
  EXPECT_FALSE(m.mapped(slot(1)));
}

TEST_P(HighmemTest, KunmapOfWhatIsNotMappedIsABug) {
  const GuestPtr<Page> a = page();
  EXPECT_EQ(oops_of(high.kunmap(a).error()), "mm/highmem.c:358");
  high.kmap(a).value();
  ASSERT_TRUE(high.kunmap(a));
  EXPECT_EQ(oops_of(high.kunmap(a).error()), "mm/highmem.c:368");
}

TEST_P(HighmemTest, TemporaryMappingsStackDownwards) {
  const GuestPtr<Page> a = page();
  std::vector<VirtAddr> at;
  for (std::uint32_t i = 0; i < 4; ++i) {
    at.push_back(high.kmap_local_page(ctrl, a, prot).value());
    EXPECT_EQ(at.back().raw(), 0xfffbb000u - i * kPageSize);
    EXPECT_EQ(m.ram.at<KmapCtrl>(ctrl).entry(GetParam(), i), m.entry(at.back()));
  }
  EXPECT_EQ(high.page_address(a), VirtAddr());
  for (unsigned i = 4; i-- > 0;) {
    EXPECT_EQ(high.kunmap_local(ctrl, at[i] + Bytes(0x123)).value(), at[i]);
    EXPECT_EQ(m.entry(at[i]), 0u);
  }
  EXPECT_EQ(depth(), 0);
  EXPECT_EQ(high.kmap_local_page(ctrl, a, prot).value().raw(), 0xfffbb000u);
}

TEST_P(HighmemTest, OutOfOrderUnmapWarnsOnceAndTakesTheTop) {
  const VirtAddr a = high.kmap_local_page(ctrl, page(), prot).value();
  const VirtAddr b = high.kmap_local_page(ctrl, page(), prot).value();
  EXPECT_TRUE(high.kunmap_local(ctrl, a));
  EXPECT_TRUE(m.mapped(a));
  EXPECT_FALSE(m.mapped(b));
  EXPECT_TRUE(high.kunmap_local(ctrl, b));
  EXPECT_FALSE(m.mapped(a));
  ASSERT_EQ(m.log.lines.size(), 1u);
  EXPECT_TRUE(m.log.contains("WARNING mm/highmem.c:610 kunmap_local_indexed+0xd8/0xf0"));
}

TEST_P(HighmemTest, UnmapWithNothingMappedIsABug) {
  EXPECT_EQ(oops_of(high.kunmap_local(ctrl, VirtAddr(0xfffbb000)).error()), "mm/highmem.c:479");
  EXPECT_TRUE(m.log.contains("mm/highmem.c:610"));
}

TEST_P(HighmemTest, UnmapOfOtherAddressesDoesNothing) {
  EXPECT_EQ(high.kunmap_local(ctrl, VirtAddr(kPageOffset + 0x1000)).value(), std::nullopt);
  EXPECT_EQ(high.kunmap_local(ctrl, m.space.pkmap_base).value(), std::nullopt);
  EXPECT_TRUE(m.log.lines.empty());
  EXPECT_EQ(high.kunmap_local(ctrl, VirtAddr(0x1000)).value(), std::nullopt);
  EXPECT_EQ(m.log.lines.size(), 1u);
}

TEST_P(HighmemTest, TooManyTemporaryMappingsAreABug) {
  const GuestPtr<Page> a = page();
  for (int i = 0; i < 15; ++i) ASSERT_TRUE(high.kmap_local_page(ctrl, a, prot));
  EXPECT_FALSE(high.kmap_local_page(ctrl, a, prot));
  EXPECT_EQ(depth(), 16);
}

TEST_P(HighmemTest, ADamagedDepthIsABugAndNothingElse) {
  for (const std::int32_t wild : {-5, 100, 0x7fffffff, -0x7fffffff - 1}) {
    m.ram.at<KmapCtrl>(ctrl).idx = wild;
    EXPECT_FALSE(high.kmap_local_page(ctrl, page(), prot));
    m.ram.at<KmapCtrl>(ctrl).idx = wild;
    EXPECT_FALSE(high.kunmap_local(ctrl, VirtAddr(0xfffbb000)));
  }
}

TEST_P(HighmemTest, KmapToPageFindsThePage) {
  const GuestPtr<Page> a = page();
  EXPECT_EQ(high.kmap_to_page(ctrl, high.kmap(a).value()), a);
  EXPECT_TRUE(m.log.contains("mm/highmem.c:162"));
  high.kmap_local_page(ctrl, a, prot).value();
  const VirtAddr second = high.kmap_local_page(ctrl, a, prot).value();
  EXPECT_EQ(high.kmap_to_page(ctrl, second + Bytes(8)), a);
  EXPECT_TRUE(m.log.contains("mm/highmem.c:167"));
  EXPECT_EQ(high.kmap_to_page(ctrl, VirtAddr(kPageOffset + 0x5123)),
            guest_ptr(m.pages.page(Pfn(5))));
}

TEST_P(HighmemTest, FixmapEntriesAreSetClearedAndFlushed) {
  Fixmap fix = Fixmap::create(m.context, m.tables, m.objects).value();
  m.tlb.reset();
  const VirtAddr va =
      fix.set(FixmapIndex::kEarlyconMemBase, PhysAddr(0xB8000), PteFlags::kKernelNoCache).value();
  EXPECT_EQ(va.raw(), 0xffffd000u);
  EXPECT_EQ(m.entry(va) & 0xff, 0x7bu);
  EXPECT_TRUE(m.tlb.flushed(va));
  ASSERT_TRUE(fix.clear(FixmapIndex::kEarlyconMemBase));
  EXPECT_EQ(m.entry(va), 0u);
  EXPECT_FALSE(fix.set(FixmapIndex::kEndOfAll, PhysAddr(0), PteFlags::kKernel));
  EXPECT_EQ(Fixmap::to_index(VirtAddr(0xffffc123)).value(), FixmapIndex::kApicBase);
  EXPECT_FALSE(Fixmap::to_index(VirtAddr(0xff000000)));
}

TEST_P(HighmemTest, EarlyIoremapHasEightSlots) {
  Fixmap fix = Fixmap::create(m.context, m.tables, m.objects).value();
  std::vector<VirtAddr> at;
  for (std::uint32_t i = 0; i < 8; ++i) {
    at.push_back(fix.early_ioremap(PhysAddr(0xf0000010), 8_KiB, PteFlags::kKernelNoCache).value());
    EXPECT_EQ(at.back().raw(), 0xffa00010u + i * 64 * kPageSize);
  }
  EXPECT_TRUE(m.mapped(at[7] + 8_KiB));
  EXPECT_FALSE(m.mapped(at[7] + 12_KiB));
  EXPECT_FALSE(fix.early_ioremap(PhysAddr(0xf0000000), 4_KiB, PteFlags::kKernelNoCache));
  EXPECT_TRUE(m.log.contains("not found slot"));
  fix.early_iounmap(at[3], 4_KiB);
  EXPECT_TRUE(m.log.contains("[3] size not consistent 00002000"));
  fix.early_iounmap(at[3], 8_KiB);
  EXPECT_FALSE(m.mapped(at[3]));
  EXPECT_FALSE(fix.early_ioremap(PhysAddr(0), Bytes(65 * 4096), PteFlags::kKernel));
  EXPECT_EQ(fix.early_ioremap(PhysAddr(0), Bytes(64 * 4096), PteFlags::kKernel).value().raw(),
            0xffac0000u);
}

INSTANTIATE_TEST_SUITE_P(Modes, HighmemTest,
                         testing::Values(PagingMode::kTwoLevel, PagingMode::kPae),
                         [](const auto& mode) {
                           return mode.param == PagingMode::kPae ? "Pae" : "TwoLevel";
                         });

}  // namespace
}  // namespace mm32
