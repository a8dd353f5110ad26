#include "emu/loader/modinfo.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mm32::emu {
namespace {

using namespace std::string_view_literals;

ModInfo parse(std::string_view text) {
  return ModInfo::parse(std::as_bytes(std::span(text.data(), text.size())));
}

TEST(ModInfoTest, KeepsOrderAndRepeatedKeys) {
  const ModInfo info = parse("license=GPL\0parm=a:first\0parm=b:second\0name=hello\0"sv);
  EXPECT_EQ(info.name(), "hello");
  EXPECT_EQ(info.first("license"), "GPL");
  EXPECT_THAT(info.all("parm"), testing::ElementsAre("a:first", "b:second"));
  EXPECT_EQ(info.first("depends"), std::nullopt);
  EXPECT_EQ(info.vermagic(), "");
}

TEST(ModInfoTest, SkipsPaddingAndStringsWithoutKey) {
  EXPECT_EQ(parse("\0\0\0a=b\0\0=x\0plain\0"sv).entries().size(), 1u);
  EXPECT_TRUE(parse(""sv).entries().empty());
}

TEST(ModInfoTest, ReadsAnUnterminatedLastString) {
  const ModInfo info = parse("a=b\0vermagic=6.1"sv);
  EXPECT_EQ(info.vermagic(), "6.1");
}

}  // namespace
}  // namespace mm32::emu
