#include "mm/layout/address_space.hpp"

#include <gtest/gtest.h>

namespace mm32 {
namespace {

using namespace literals;

struct LayoutCase {
  const char* name;
  std::uint32_t end_of_ram_pfn;
  PagingMode paging;
  std::uint32_t high_memory, vmalloc_start, vmalloc_end, pkmap_base;
  unsigned last_pkmap;
};

// The figures of shared reference */consts, one row a machine.
constexpr LayoutCase kReference[] = {
    {"686-64M", 0x3fe0, PagingMode::kTwoLevel, 0xc3fe0000, 0xc47e0000, 0xfebfe000, 0xfec00000,
     1024},
    {"686-160M", 0x9fe0, PagingMode::kTwoLevel, 0xc9fe0000, 0xca7e0000, 0xfebfe000, 0xfec00000,
     1024},
    {"686-512M", 0x1ffe0, PagingMode::kTwoLevel, 0xdffe0000, 0xe07e0000, 0xfebfe000, 0xfec00000,
     1024},
    {"686-1G", 0x3ffe0, PagingMode::kTwoLevel, 0xf6bfe000, 0xf73fe000, 0xfebfe000, 0xfec00000,
     1024},
    {"686-2G", 0x7ffe0, PagingMode::kTwoLevel, 0xf6bfe000, 0xf73fe000, 0xfebfe000, 0xfec00000,
     1024},
    {"686-pae-1G", 0x3ffe0, PagingMode::kPae, 0xf6ffe000, 0xf77fe000, 0xfeffe000, 0xff000000, 512},
    {"686-pae-4G", 0x140000, PagingMode::kPae, 0xf6ffe000, 0xf77fe000, 0xfeffe000, 0xff000000, 512},
};

TEST(AddressSpaceTest, Linux61HasTheRealKernelsConstants) {
  for (const LayoutCase& c : kReference) {
    SCOPED_TRACE(c.name);
    MachineConfig config;
    config.layout = LayoutName::kLinux61;
    config.paging = c.paging;
    const AddressSpace space = AddressSpace::compute(config, Pfn(c.end_of_ram_pfn));
    EXPECT_EQ(space.page_offset.raw(), 0xC0000000u);
    EXPECT_EQ(space.high_memory.raw(), c.high_memory);
    EXPECT_EQ(space.vmalloc_start.raw(), c.vmalloc_start);
    EXPECT_EQ(space.vmalloc_end.raw(), c.vmalloc_end);
    EXPECT_EQ(space.modules_vaddr.raw(), c.vmalloc_start);
    EXPECT_EQ(space.modules_end.raw(), c.vmalloc_end);
    EXPECT_EQ(space.pkmap_base.raw(), c.pkmap_base);
    EXPECT_EQ(space.last_pkmap, c.last_pkmap);
    EXPECT_EQ(space.fixaddr_start.raw(), 0xffdb8000u);
    EXPECT_EQ(space.fixaddr_tot_start.raw(), 0xff9fe000u);
    EXPECT_EQ(space.fixaddr_top.raw(), 0xfffff000u);
    EXPECT_EQ(space.fix_kmap_begin_va.raw(), 0xfffbb000u);
    EXPECT_EQ(space.fix_kmap_end_va.raw(), 0xffdbc000u);
    EXPECT_EQ(space.cpu_entry_area_base.raw(), 0xff400000u);
    EXPECT_EQ(space.ldt_base.raw(), c.paging == PagingMode::kPae ? 0xff200000u : 0xff000000u);
  }
}

TEST(AddressSpaceTest, ClassicHas896MegabytesOfLowmemAtMost) {
  const MachineConfig config;
  const AddressSpace small = AddressSpace::compute(config, Pfn(160u << 8));
  EXPECT_EQ(small.high_memory.raw(), kPageOffset + (160u << 20));
  EXPECT_EQ(small.vmalloc_start.raw(), kPageOffset + (168u << 20));
  const AddressSpace large = AddressSpace::compute(config, Pfn(1024u << 8));
  EXPECT_EQ(large.high_memory.raw(), 0xF8000000u);
  EXPECT_EQ(large.vmalloc_start.raw(), 0xF8800000u);
  EXPECT_EQ(large.max_pfn.raw(), 1024u << 8);
}

TEST(AddressSpaceTest, ClassicStartsVmallocOnAnEightMegabyteBoundary) {
  const AddressSpace space = AddressSpace::compute(MachineConfig{}, Pfn(165u << 8));
  EXPECT_EQ(space.high_memory.raw(), kPageOffset + (165u << 20));
  EXPECT_EQ(space.vmalloc_start.raw(), kPageOffset + (168u << 20));
}

TEST(AddressSpaceTest, RegionsAreInOrderAndOnTheirBoundaries) {
  for (const LayoutName layout : {LayoutName::kClassic, LayoutName::kLinux61})
    for (const PagingMode paging : {PagingMode::kTwoLevel, PagingMode::kPae})
      for (const std::uint32_t megabytes : {16u, 64u, 160u, 895u, 897u, 4000u}) {
        MachineConfig config;
        config.layout = layout;
        config.paging = paging;
        const AddressSpace s = AddressSpace::compute(config, Pfn(megabytes << 8));
        const std::uint32_t pmd = paging == PagingMode::kPae ? 2u << 20 : 4u << 20;
        EXPECT_LT(s.high_memory, s.vmalloc_start);
        EXPECT_LT(s.vmalloc_start, s.vmalloc_end);
        EXPECT_EQ(s.vmalloc_end.raw(), s.pkmap_base.raw() - 8192);
        EXPECT_EQ(s.pkmap_base.raw() % pmd, 0u);
        EXPECT_LE(s.pkmap_base.raw() + s.last_pkmap * kPageSize, s.fixaddr_tot_start.raw());
      }
}

TEST(AddressSpaceTest, VmallocParameterShrinksLowmem) {
  MachineConfig config;
  config.vmalloc = 256_MiB;
  EXPECT_EQ(AddressSpace::compute(config, Pfn(1u << 18)).high_memory.raw(), 0xF0000000u);
  config.layout = LayoutName::kLinux61;  // the kernel adds the gap to what was asked for
  EXPECT_EQ(AddressSpace::compute(config, Pfn(1u << 18)).high_memory.raw(),
            0xFEBFE000u - (264u << 20));
  config.vmalloc = 2_GiB;
  const AddressSpace cut = AddressSpace::compute(config, Pfn(1u << 18));
  EXPECT_EQ(cut.high_memory.raw(), kPageOffset + (32u << 20));
}

TEST(AddressSpaceTest, HighmemParameterTakesLowmem) {
  MachineConfig config;
  config.highmem = 64_MiB;
  const AddressSpace space = AddressSpace::compute(config, Pfn(512u << 8));
  EXPECT_EQ(space.max_low_pfn.raw(), 448u << 8);
  EXPECT_EQ(space.max_pfn.raw(), 512u << 8);
  EXPECT_TRUE(space.notices.empty());
}

TEST(AddressSpaceTest, ImpossibleHighmemIsIgnoredWithTheKernelsMessage) {
  MachineConfig config;
  config.highmem = 500_MiB;
  AddressSpace space = AddressSpace::compute(config, Pfn(512u << 8));
  EXPECT_EQ(space.max_low_pfn.raw(), 512u << 8);
  EXPECT_EQ(space.notices.at(0), "highmem size (500MB) results in <64MB lowmem, ignoring it!");
  space = AddressSpace::compute(config, Pfn(160u << 8));
  EXPECT_EQ(space.notices.at(0), "highmem size (500MB) is bigger than pages available (160MB)!");
  space = AddressSpace::compute(config, Pfn(1024u << 8));
  EXPECT_EQ(space.notices.at(0),
            "only 128MB highmem pages available, ignoring highmem size of 500MB!");
  config.highmem = 32_MiB;
  space = AddressSpace::compute(config, Pfn(1024u << 8));
  EXPECT_EQ(space.max_pfn.raw(), (896u + 32u) << 8);
}

TEST(FixmapTest, SlotsAndAddressesConvertBothWays) {
  EXPECT_EQ(fix_to_virt(FixmapIndex::kHole).raw(), 0xfffff000u);
  EXPECT_EQ(fix_to_virt(FixmapIndex::kApicBase).raw(), 0xffffc000u);
  EXPECT_EQ(fix_to_virt(FixmapIndex::kBtmapBegin).raw(), 0xffa00000u);
  EXPECT_EQ(virt_to_fix(VirtAddr(0xfffbb123)), FixmapIndex::kKmapBegin);
}

}  // namespace
}  // namespace mm32
