#include "emu/loader/name_table.hpp"

#include <gtest/gtest.h>

#include <string>

namespace mm32::emu {
namespace {

TEST(NameTableTest, AnEmptyTableHasNothing) {
  const NameTable table;
  EXPECT_EQ(table.find("a"), std::nullopt);
  EXPECT_TRUE(table.sorted().empty());
}

TEST(NameTableTest, TheFirstAddressOfANameStays) {
  NameTable table;
  EXPECT_TRUE(table.add("a", VirtAddr(1)));
  EXPECT_FALSE(table.add("a", VirtAddr(2)));
  EXPECT_EQ(table.find("a"), VirtAddr(1));
  EXPECT_EQ(table.find(""), std::nullopt);
  EXPECT_TRUE(table.add("", VirtAddr(3)));
  EXPECT_EQ(table.find(""), VirtAddr(3));
  EXPECT_EQ(table.size(), 2u);
}

TEST(NameTableTest, GrowsAndKeepsEveryName) {
  std::vector<std::string> names;
  for (std::uint32_t i = 0; i < 3000; ++i) names.push_back("symbol_" + std::to_string(i));
  NameTable table;
  for (std::uint32_t i = 0; i < names.size(); ++i) EXPECT_TRUE(table.add(names[i], VirtAddr(i)));
  for (std::uint32_t i = 0; i < names.size(); ++i) EXPECT_EQ(table.find(names[i]), VirtAddr(i));
  EXPECT_FALSE(table.contains("symbol_3000"));
  const auto all = table.sorted();
  ASSERT_EQ(all.size(), names.size());
  EXPECT_EQ(all.front().first, "symbol_0");
  EXPECT_EQ(all.back().first, "symbol_999");
}

}  // namespace
}  // namespace mm32::emu
