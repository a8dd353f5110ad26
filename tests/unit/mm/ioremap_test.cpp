#include "mm/vmalloc/ioremap.hpp"

#include <gtest/gtest.h>

#include "tests/support/kvm_machine.hpp"

namespace mm32 {
namespace {

using namespace literals;

struct IoremapTest : testing::TestWithParam<PagingMode> {
  test::KvmMachine m{160_MiB, GetParam()};
  Ioremap io{*m.vmalloc};
  const bool pae = GetParam() == PagingMode::kPae;

  std::uint32_t map(std::uint64_t pa, std::uint64_t size,
                    CacheMode mode = CacheMode::kUncachedMinus) {
    const auto va = io.ioremap(PhysAddr(pa), Bytes(size), mode);
    return va ? va->raw() : 0;
  }
  std::uint64_t flags(std::uint32_t va) { return m.entry(VirtAddr(va)) & 0xfff; }
};

TEST_P(IoremapTest, PteFlagsAreThoseOfTheRealKernel) {
  const std::uint64_t global = pae ? 0 : 0x100;
  const std::uint32_t va = map(0xf0000000, 0x1000);
  EXPECT_EQ(m.entry(VirtAddr(va)) & ~raw(PteFlags::kNx), 0xf0000073 | global);
  EXPECT_EQ(flags(map(0xf0000000, 1, CacheMode::kWriteBack)), 0x63 | global);
  EXPECT_EQ(flags(map(0xf0000000, 1, CacheMode::kWriteThrough)), 0x6b | global);
  EXPECT_EQ(flags(map(0xf0000000, 1, CacheMode::kWriteCombining)), 0x73 | global);
  EXPECT_EQ(flags(map(0xf0000000, 1, CacheMode::kUncached)), 0x7b | global);
  const VmStruct& area = *m.vmalloc->find_vm_area(VirtAddr(va));
  EXPECT_EQ(area.size, 0x2000u);
  EXPECT_EQ(area.flags, vm_flag::kIoremap);
  EXPECT_EQ(area.phys_addr(GetParam()).raw(), 0xf0000000u);
}

TEST_P(IoremapTest, OffsetIsKept) {
  EXPECT_EQ(map(0xf0000123, 0x10) & 0xfff, 0x123u);
  const std::uint32_t two = map(0xf0000ff0, 0x20);
  EXPECT_EQ(two & 0xfff, 0xff0u);
  EXPECT_EQ(m.vmalloc->find_vm_area(VirtAddr(two))->size, 0x3000u);
}

TEST_P(IoremapTest, AreasAreAlignedToTheirSize) {
  EXPECT_EQ(map(0xf0000000, 1 << 20) % (1 << 20), 0u);
  EXPECT_EQ(map(0xf0000000, 0x5000) % 0x8000, 0u);
  const std::uint32_t large = map(0xf0000000, 8 << 20);
  EXPECT_EQ(large % (pae ? 2u << 20 : 4u << 20), 0u);
}

TEST_P(IoremapTest, RamIsRefusedWithOneWarning) {
  EXPECT_EQ(map(0x200000, 0x1000), 0u);
  EXPECT_EQ(map(0x200000, 0x1000), 0u);
  ASSERT_EQ(m.log.lines.size(), 1u);
  EXPECT_TRUE(m.log.contains("arch/x86/mm/ioremap.c:211"));
  EXPECT_TRUE(m.log.contains(pae ? "ioremap on RAM at 0x0000000000200000 - 0x0000000000200fff"
                                 : "ioremap on RAM at 0x00200000 - 0x00200fff"));
  m.pages.page(Pfn(0x200)).set(PageFlag::kReserved);
  EXPECT_NE(map(0x200000, 0x1000), 0u);
  EXPECT_NE(map(0xa0000, 0x20000), 0u);
}

TEST_P(IoremapTest, EmptyAndWrappingRangesAreRefusedSilently) {
  EXPECT_EQ(map(0xf0000000, 0), 0u);
  EXPECT_NE(map(0xfffff000, 0x1000), 0u);
  EXPECT_EQ(map(0xfffff000, 0x2000) == 0, !pae);
  EXPECT_TRUE(m.log.lines.empty());
}

TEST_P(IoremapTest, IounmapTakesTheOffsetAddress) {
  const std::uint32_t va = map(0xf0000123, 0x10);
  io.iounmap(VirtAddr(va));
  EXPECT_FALSE(m.mapped(VirtAddr(va)));
  m.vmalloc->purge();
  EXPECT_EQ(m.objects.live, m.objects_at_boot);
}

TEST_P(IoremapTest, BadIounmapIsReported) {
  io.iounmap(VirtAddr(0));
  io.iounmap(VirtAddr(kPageOffset + 0x1000));
  EXPECT_TRUE(m.log.lines.empty());
  io.iounmap(VirtAddr(0xE0000123));
  EXPECT_EQ(m.log.lines, (std::vector<std::string>{"iounmap: bad address (ptrval)", "<stack>"}));
}

TEST_P(IoremapTest, MemremapPrefersTheDirectMap) {
  using namespace memremap_flag;
  EXPECT_EQ(io.memremap(PhysAddr(0x200000), 4_KiB, kWriteBack).value().raw(), 0xC0200000u);
  EXPECT_FALSE(io.memremap(PhysAddr(0x200000), 4_KiB, kWriteThrough));
  EXPECT_TRUE(m.log.contains("kernel/iomem.c:107"));
  EXPECT_FALSE(io.memremap(PhysAddr(0x9e000), 16_KiB, kWriteBack));
  EXPECT_TRUE(m.log.contains("memremap attempted on mixed range 0x"));
  const VirtAddr va = io.memremap(PhysAddr(0xf0000000), 4_KiB, kWriteThrough).value();
  EXPECT_EQ(flags(va.raw()) & 0x18, 0x8u);
  io.memunmap(va);
  EXPECT_FALSE(m.mapped(va));
  io.memunmap(VirtAddr(0xC0200000));
}

INSTANTIATE_TEST_SUITE_P(Modes, IoremapTest,
                         testing::Values(PagingMode::kTwoLevel, PagingMode::kPae),
                         [](const auto& mode) {
                           return mode.param == PagingMode::kPae ? "Pae" : "TwoLevel";
                         });

}  // namespace
}  // namespace mm32
