#include "emu/loader/decompress.hpp"

#include <gtest/gtest.h>

#include "tests/unit/emu/loader_fixture.hpp"

namespace mm32::emu {
namespace {

constexpr std::size_t kMost = 1u << 20;

class DecompressTest : public testing::TestWithParam<const char*> {};

TEST_P(DecompressTest, GivesTheBytesThatWerePacked) {
  const auto plain = data_bytes("hello.ko");
  EXPECT_EQ(decompress("x", data_bytes(GetParam()), kMost).value(), plain);
  EXPECT_EQ(decompress("x", data_bytes(GetParam()), plain.size()).value(), plain);
}

TEST_P(DecompressTest, RefusesMoreThanItMayGive) {
  const auto result = decompress("x", data_bytes(GetParam()), 3000);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().lines.front(), "x: unpacks to more than 0 MB");
}

TEST_P(DecompressTest, EveryCutFileIsDamaged) {
  const auto packed = data_bytes(GetParam());
  for (std::size_t length = 6; length < packed.size(); ++length) {
    const auto result = decompress("x", {packed.begin(), packed.begin() + length}, kMost);
    EXPECT_FALSE(result) << length;
  }
}

INSTANTIATE_TEST_SUITE_P(Files, DecompressTest,
                         testing::Values("hello.ko.xz", "hello.ko.zst", "hello.ko.gz"),
                         [](const auto& file) {
                           const std::string name = file.param;
                           return name.substr(name.rfind('.') + 1);
                         });

TEST(CompressionTest, OtherBytesPassUnchanged) {
  const auto plain = data_bytes("hello.ko");
  EXPECT_EQ(compression_of(plain), Compression::kNone);
  EXPECT_EQ(decompress("x", plain, 1).value(), plain);
  EXPECT_EQ(compression_of({}), Compression::kNone);
}

}  // namespace
}  // namespace mm32::emu
