#include "emu/loader/symbol_table.hpp"

#include <gtest/gtest.h>

#include "tests/unit/emu/loader_fixture.hpp"

namespace mm32::emu {
namespace {

SymbolImage kernel() {
  return {"",
          {{VirtAddr(0xC1000000), VirtAddr(0xC1000100), true},
           {VirtAddr(0xC1001000), VirtAddr(0xC1001010), false}},
          {{"start_kernel", VirtAddr(0xC1000010), true},
           {"printk", VirtAddr(0xC1000040), true},
           {"_printk", VirtAddr(0xC1000040), true},
           {"jiffies", VirtAddr(0xC1001000), false}}};
}

TEST(SymbolTableTest, FormatsAddressesAsKallsymsDoes) {
  SymbolTable table;
  table.add(kernel());
  EXPECT_EQ(table.format(VirtAddr(0xC1000010)), "start_kernel+0x0/0x30");
  EXPECT_EQ(table.format(VirtAddr(0xC100003f)), "start_kernel+0x2f/0x30");
  EXPECT_EQ(table.format(VirtAddr(0xC1000042)), "printk+0x2/0xc0");
  EXPECT_EQ(table.format_name(VirtAddr(0xC1000042)), "printk");
  EXPECT_EQ(table.format(VirtAddr(0xC1001004)), "jiffies+0x4/0x10");
  EXPECT_EQ(table.format(VirtAddr(0xC1000000)), "0xc1000000");  // before the first symbol
  EXPECT_EQ(table.format(VirtAddr(0xC1000100)), "0xc1000100");  // after the range
  EXPECT_EQ(table.format(VirtAddr(0)), "0x0");
}

TEST(SymbolTableTest, AReturnAddressBehindAFunctionBelongsToIt) {
  SymbolTable table;
  table.add(kernel());
  EXPECT_EQ(table.format_return_address(VirtAddr(0xC1000040)), "start_kernel+0x30/0x30");
  EXPECT_EQ(table.format_return_address(VirtAddr(0xC1000100)), "printk+0xc0/0xc0");
}

TEST(SymbolTableTest, NamesModulesAndForgetsTheirInitPart) {
  const ElfObject object = data_object("rich.ko");
  const ModulePlan plan = plan_module(object);
  const ModuleBases bases{VirtAddr(0xE0840000), VirtAddr(0xE0847000), VirtAddr(0)};
  FakeKernel resolver;
  const LinkedModule linked = link_module(object, plan, bases, resolver).value();
  SymbolTable table;
  table.add(kernel());
  const auto id = table.add(module_symbols("rich", linked, plan, bases));
  EXPECT_EQ(table.format(VirtAddr(0xE0840012)), "rich_gpl+0x2/0x10 [rich]");
  // The first local symbol names the address, and the last one of a region reaches to the end of
  // its text pages, as on the real kernel.
  EXPECT_EQ(table.format(VirtAddr(0xE084703f)), "r_init+0x3f/0x1000 [rich]");
  EXPECT_EQ(table.address_of("rich:rich_gpl"), VirtAddr(0xE0840010));
  EXPECT_EQ(table.address_of("rich_data"), linked.find_symbol("rich_data"));
  table.drop_range(id, bases.init, bases.init + Bytes(plan.init.size));
  EXPECT_EQ(table.format(VirtAddr(0xE084703f)), "0xe084703f");
  EXPECT_EQ(table.format(VirtAddr(0xE0840012)), "rich_gpl+0x2/0x10 [rich]");
  table.remove(id);
  EXPECT_EQ(table.format(VirtAddr(0xE0840012)), "0xe0840012");
  EXPECT_EQ(table.address_of("rich_gpl"), std::nullopt);
}

TEST(SymbolTableTest, NamesAreFoundInTheOrderOfLoadingOrInOneModule) {
  SymbolTable table;
  table.add({"m",
             {{VirtAddr(0xE0000000), VirtAddr(0xE0001000), true}},
             {{"helper", VirtAddr(0xE0000000), true}, {"printk", VirtAddr(0xE0000010), true}}});
  table.add(kernel());
  EXPECT_EQ(table.address_of("helper"), VirtAddr(0xE0000000));
  EXPECT_EQ(table.address_of("m:printk"), VirtAddr(0xE0000010));
  EXPECT_EQ(table.address_of("nobody"), std::nullopt);
  EXPECT_EQ(table.address_of("x:printk"), std::nullopt);
}

}  // namespace
}  // namespace mm32::emu
