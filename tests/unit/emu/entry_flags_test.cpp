// The names of the bits of page-table entries, against Intel SDM vol. 3, tables 4-4 to 4-6 and 4-8
// to 4-11.
#include <gtest/gtest.h>

#include "emu/view/walk_view.hpp"

namespace mm32::emu {
namespace {

std::string names(std::uint64_t entry, unsigned level, PagingMode mode) {
  std::string text;
  for (const std::string& name : entry_flags(entry, level, mode))
    text += (text.empty() ? "" : " ") + name;
  return text;
}

TEST(EntryFlagsTest, OfAPage) {
  constexpr auto kTwo = PagingMode::kTwoLevel;
  EXPECT_EQ(names(0x00000fff, 1, kTwo),
            "present writable user write-through cache-disable accessed dirty pat global software1 "
            "software2 software3");
  EXPECT_EQ(names(0x014001e3, 2, kTwo), "present writable accessed dirty large global");
  EXPECT_EQ(names(0x014011e3, 2, kTwo), "present writable accessed dirty large global pat");
}

TEST(EntryFlagsTest, OfATable) {
  constexpr auto kTwo = PagingMode::kTwoLevel;
  EXPECT_EQ(names(0x09ffe067, 2, kTwo), "present writable user accessed dirty(ignored)");
  EXPECT_EQ(names(0x09ffe163, 2, kTwo), "present writable accessed dirty(ignored) global(ignored)");
}

TEST(EntryFlagsTest, WhatIsNotPresentHasNone) {
  for (unsigned level : {1u, 2u, 3u})
    EXPECT_EQ(names(0x80000000fffff1fe, level, PagingMode::kPae), "") << level;
}

TEST(EntryFlagsTest, OfAPointerToADirectory) {
  EXPECT_EQ(names(0x09ffe001, 3, PagingMode::kPae), "present");
  EXPECT_EQ(names(0x09ffe01b, 3, PagingMode::kPae),
            "present writable(reserved) write-through cache-disable");
}

TEST(EntryFlagsTest, NoExecuteIsOfPaeOnly) {
  EXPECT_EQ(names(0x8000000009ffe063, 1, PagingMode::kPae),
            "present writable accessed dirty no-execute");
}

}  // namespace
}  // namespace mm32::emu
