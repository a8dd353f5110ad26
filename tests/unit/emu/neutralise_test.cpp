#include "emu/loader/neutralise.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "emu/loader/elf_object.hpp"
#include "emu/machine/guest_files.hpp"

namespace mm32::emu {
namespace {

using Code = std::vector<unsigned>;

struct Row {
  const char* what;
  Code before;
  Code after;
  unsigned count;
};

class NeutraliseTest : public testing::TestWithParam<Row> {};

TEST_P(NeutraliseTest, ReplacesExactlyTheDangerousOnes) {
  const Row& row = GetParam();
  std::vector<std::byte> text;
  for (const unsigned value : row.before) text.push_back(static_cast<std::byte>(value));
  EXPECT_EQ(neutralise(text), row.count);
  Code after;
  for (const std::byte value : text) after.push_back(std::to_integer<unsigned>(value));
  EXPECT_EQ(after, row.after);
}

INSTANTIATE_TEST_SUITE_P(
    Forms, NeutraliseTest,
    testing::Values(
        Row{"mov eax,dr7", {0x0F, 0x21, 0xF8, 0xC3}, {0x0F, 0x0B, 0x90, 0xC3}, 1},
        Row{"mov dr0,eax", {0x0F, 0x23, 0xC0, 0xC3}, {0x0F, 0x0B, 0x90, 0xC3}, 1},
        Row{"operand size prefix", {0x66, 0x0F, 0x23, 0xC0}, {0x0F, 0x0B, 0x90, 0x90}, 1},
        Row{"vex2", {0xC5, 0xF8, 0x21, 0xC0, 0xC3}, {0x0F, 0x0B, 0x90, 0x90, 0xC3}, 1},
        Row{"vex3", {0xC4, 0xE1, 0x78, 0x23, 0xC0}, {0x0F, 0x0B, 0x90, 0x90, 0x90}, 1},
        Row{"two in a row",
            {0x0F, 0x21, 0xC0, 0x0F, 0x23, 0xC0},
            {0x0F, 0x0B, 0x90, 0x0F, 0x0B, 0x90},
            2},
        Row{"rdtsc", {0x0F, 0x31, 0xC3}, {0xCD, 0xF9, 0xC3}, 1},
        Row{"rdtsc with a prefix", {0xF3, 0x0F, 0x31, 0xC3}, {0xF3, 0xCD, 0xF9, 0xC3}, 1},
        Row{"rdtsc in an immediate stays",
            {0xB8, 0x0F, 0x31, 0x0F, 0x31},
            {0xB8, 0x0F, 0x31, 0x0F, 0x31},
            0},
        Row{"mov eax,cr0 stays", {0x0F, 0x20, 0xC0}, {0x0F, 0x20, 0xC0}, 0},
        Row{"an immediate stays",
            {0xB8, 0x0F, 0x21, 0xC0, 0x00},
            {0xB8, 0x0F, 0x21, 0xC0, 0x00},
            0},
        Row{"lds stays", {0xC5, 0x21, 0x21, 0xC0}, {0xC5, 0x21, 0x21, 0xC0}, 0},
        Row{"cut off at the end", {0x90, 0x0F, 0x21}, {0x90, 0x0F, 0x21}, 0},
        Row{"empty", {}, {}, 0}));

// Its text is linked as it is (TextOrigin::kResidentKernel).
TEST(NeutraliseKernelTest, TheResidentKernelHasNothingToReplace) {
  for (const PagingMode mode : {PagingMode::kTwoLevel, PagingMode::kPae}) {
    const auto image = ElfObject::open(GuestFiles::locate(mode).value().image);
    ASSERT_TRUE(image);
    std::size_t seen = 0;
    for (const ElfSection& section : image->sections()) {
      if (!section.is_exec()) continue;
      std::vector<std::byte> text(section.data.begin(), section.data.end());
      EXPECT_EQ(neutralise(text), 0u) << section.name;
      seen += text.size();
    }
    EXPECT_GT(seen, 10'000u);
  }
}

}  // namespace
}  // namespace mm32::emu
