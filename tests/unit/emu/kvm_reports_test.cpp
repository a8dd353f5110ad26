#include <gtest/gtest.h>

#include "emu/report/layout.hpp"
#include "emu/report/page_tables.hpp"
#include "emu/report/vmallocinfo.hpp"
#include "mm/vmalloc/ioremap.hpp"
#include "tests/support/kvm_machine.hpp"

namespace mm32::emu {
namespace {

using namespace literals;

MachineConfig real_image(PagingMode paging) {
  MachineConfig config;
  config.layout = LayoutName::kLinux61;
  config.paging = paging;
  config.image_begin = PhysAddr(0x1000000);
  config.image_text_end = PhysAddr(0x191c000);
  config.image_rodata_end = PhysAddr(0x1c39000);
  config.image_end = PhysAddr(0x1ee6000);
  return config;
}

std::string dump(const MachineConfig& config, std::uint32_t end_of_ram_pfn) {
  const Ram ram = Ram::create(64_MiB).value();
  EventStream events;
  test::FakeTables source(ram, Pfn(0x200));
  PageTables tables(ram, config.paging, create_root(source).value(), source, events);
  const AddressSpace space = AddressSpace::compute(config, Pfn(end_of_ram_pfn));
  EXPECT_TRUE(build_kernel_map(tables, space, config));
  return page_tables_report(ram, tables.state(), space);
}

TEST(PageTablesReportTest, MachineWithOneGigabyteLooksAsTheRealKernels) {
  EXPECT_EQ(dump(real_image(PagingMode::kTwoLevel), 0x3ffe0),
            "---[ User Space ]---\n"
            "0x00000000-0xc0000000           3G                               pgd\n"
            "---[ Kernel Mapping ]---\n"
            "0xc0000000-0xc0400000           4M     RW                 GLB x  pte\n"
            "0xc0400000-0xc1000000          12M     RW         PSE     GLB x  pmd\n"
            "0xc1000000-0xc1c00000          12M     ro         PSE     GLB x  pmd\n"
            "0xc1c00000-0xc1c39000         228K     ro                 GLB x  pte\n"
            "0xc1c39000-0xc2000000        3868K     RW                 GLB x  pte\n"
            "0xc2000000-0xf6800000         840M     RW         PSE     GLB x  pmd\n"
            "0xf6800000-0xf6bfe000        4088K     RW                 GLB x  pte\n"
            "0xf6bfe000-0xf6c00000           8K                               pte\n"
            "0xf6c00000-0xf7400000           8M                               pgd\n"
            "---[ vmalloc() Area ]---\n"
            "0xf7400000-0xfec00000         120M                               pgd\n"
            "---[ vmalloc() End ]---\n"
            "0xfec00000-0xfec01000           4K                               pte\n"
            "---[ Persistent kmap() Area ]---\n"
            "0xfec01000-0xff000000        4092K                               pte\n"
            "---[ LDT remap ]---\n"
            "0xff000000-0xff400000           4M                               pgd\n"
            "---[ CPU entry area ]---\n"
            "0xff400000-0xffdb8000        9952K                               pte\n"
            "---[ Fixmap area ]---\n"
            "0xffdb8000-0xffffb000        2316K                               pte\n"
            "0xffffb000-0xffffd000           8K     RW PWT PCD         GLB x  pte\n"
            "0xffffd000-0x00000000          12K                               pte\n");
}

TEST(PageTablesReportTest, PaeHasNoGlobalBitOutsideTheImage) {
  const std::string text = dump(real_image(PagingMode::kPae), 0x3ffe0);
  for (const char* row : {"0xc0200000-0xc1000000          14M     RW         PSE         NX pmd\n",
                          "0xc1000000-0xc1800000           8M     ro         PSE     GLB x  pmd\n",
                          "0xc1a00000-0xc1c00000           2M     ro         PSE     GLB NX pmd\n",
                          "0xc2000000-0xf6e00000         846M     RW         PSE         NX pmd\n",
                          "0xf6e00000-0xf6ffe000        2040K     RW                     NX pte\n",
                          "0xffffb000-0xffffd000           8K     RW PWT PCD             NX pte\n"})
    EXPECT_NE(text.find(row), std::string::npos) << row;
}

TEST(LayoutReportTest, TextAndJsonNameTheRegions) {
  const AddressSpace space = AddressSpace::compute(MachineConfig{}, Pfn(160u << 8));
  const std::string text = layout_report(space);
  EXPECT_NE(text.find("    lowmem   : 0xc0000000 - 0xca000000   ( 160 MB)\n"), std::string::npos)
      << text;
  const auto json = layout_json(space);
  EXPECT_EQ(json["vmalloc_start"], "0xca800000");
  EXPECT_EQ(json["last_pkmap"], 1024);
  EXPECT_FALSE(json.contains("cpu_entry_area_base"));
}

TEST(VmallocinfoTest, LinesAreThoseOfTheKernel) {
  test::KvmMachine m(160_MiB, PagingMode::kTwoLevel);
  Ioremap io(*m.vmalloc);
  ASSERT_TRUE(io.ioremap(PhysAddr(0xfed00000), 1_KiB, CacheMode::kUncachedMinus));
  const VirtAddr freed = m.vmalloc->vmalloc(4_KiB).value();
  ASSERT_TRUE(m.vmalloc->vmalloc_user(Bytes(100000)));
  ASSERT_TRUE(m.vmalloc->vmalloc(8_MiB));
  m.vmalloc->vfree(freed);
  const auto symbol = [](VirtAddr) { return std::string("caller+0x1/0x2"); };
  EXPECT_EQ(vmallocinfo_report(*m.vmalloc, symbol),
            "0xca800000-0xca802000    8192 caller+0x1/0x2 phys=0xfed00000 ioremap\n"
            "0xca804000-0xca81e000  106496 caller+0x1/0x2 pages=25 vmalloc user\n"
            "0xca81e000-0xcb01f000 8392704 caller+0x1/0x2 pages=2048 vmalloc vpages\n"
            "0xcb01f000-0xcb022000   12288 caller+0x1/0x2 pages=2 vmalloc\n"
            "0xca802000-0xca804000    8192 unpurged vm_area\n");
}

}  // namespace
}  // namespace mm32::emu
