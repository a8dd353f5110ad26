#include "emu/cpu/filled_pages.hpp"

#include <gtest/gtest.h>

namespace mm32::emu {
namespace {

constexpr VirtAddr kPage(0xca800000);
constexpr Pfn kFrame(0x1234);

class FilledPagesTest : public testing::Test {
 protected:
  bool read(VirtAddr page, Pfn frame = kFrame, bool may_write = false) {
    return pages.add(page, frame, Access::kRead, may_write, Ring::kSupervisor).is_new;
  }
  FilledPages pages;
};

TEST_F(FilledPagesTest, APageIsNewOnce) {
  EXPECT_TRUE(read(kPage));
  EXPECT_FALSE(read(kPage + Bytes(17)));
  EXPECT_TRUE(read(kPage + Bytes(kPageSize)));
  EXPECT_TRUE(read(VirtAddr(0xffffffff)));
  EXPECT_FALSE(read(VirtAddr(0xfffff000)));
}

TEST_F(FilledPagesTest, WhatWasNotGivenIsNew) {
  EXPECT_TRUE(read(kPage));
  EXPECT_TRUE(pages.add(kPage, kFrame, Access::kWrite, true, Ring::kSupervisor).is_new);
  EXPECT_TRUE(pages.add(kPage, kFrame, Access::kExecute, true, Ring::kSupervisor).is_new);
  EXPECT_FALSE(read(kPage));
  EXPECT_FALSE(pages.add(kPage, kFrame, Access::kWrite, true, Ring::kSupervisor).is_new);
  EXPECT_TRUE(pages.add(kPage, kFrame, Access::kRead, false, Ring::kUser).is_new);
}

TEST_F(FilledPagesTest, ADirtyPageIsGivenForWritingAtOnce) {
  EXPECT_TRUE(read(kPage, kFrame, true));
  EXPECT_FALSE(pages.add(kPage, kFrame, Access::kWrite, true, Ring::kSupervisor).is_new);
  EXPECT_TRUE(
      pages.add(kPage + Bytes(kPageSize), kFrame, Access::kWrite, true, Ring::kSupervisor).is_new);
  EXPECT_FALSE(read(kPage + Bytes(kPageSize)));
}

TEST_F(FilledPagesTest, AnotherFrameIsNew) {
  EXPECT_TRUE(read(kPage));
  EXPECT_TRUE(read(kPage, Pfn(0x1235)));
  EXPECT_FALSE(read(kPage, Pfn(0x1235)));
}

// The entry may have become dirty since, by another page of a large one: the write is still new.
TEST_F(FilledPagesTest, WhoAsksAgainGetsWhatItHad) {
  const auto again = [&](bool may_write) {
    return pages.add(kPage, kFrame, Access::kRead, may_write, Ring::kSupervisor);
  };
  EXPECT_FALSE(again(false).may_write);
  EXPECT_FALSE(again(true).may_write);
  EXPECT_TRUE(pages.add(kPage, kFrame, Access::kWrite, true, Ring::kSupervisor).is_new);
  EXPECT_TRUE(again(true).may_write);
  EXPECT_FALSE(again(false).may_write);
}

TEST_F(FilledPagesTest, FlushesForget) {
  read(kPage);
  read(kPage + Bytes(kPageSize));
  pages.drop(kPage + Bytes(5));
  EXPECT_TRUE(read(kPage));
  EXPECT_FALSE(read(kPage + Bytes(kPageSize)));
  pages.drop_all();
  EXPECT_TRUE(read(kPage));
  EXPECT_TRUE(read(kPage + Bytes(kPageSize)));
}

}  // namespace
}  // namespace mm32::emu
