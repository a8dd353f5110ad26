#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/run_machine.hpp"

namespace mm32::emu {
namespace {

using test::RunMachine;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(LeakCheckTest, WhatIsFreedInRoundaboutWaysIsNoLeak) {
  RunMachine m(RunMachine::tracking());
  EXPECT_EQ(m.run({"leaks/clean.c"}), ExitStatus::kSuccess);
  EXPECT_THAT(m.said, ElementsAre("no leaks"));
}

TEST(LeakCheckTest, EveryKindIsListedWithItsSizeAndPlace) {
  RunMachine m(RunMachine::tracking(std::uint64_t{1} << 30));
  EXPECT_EQ(m.run({"leaks/leaky.c"}), ExitStatus::kGuestMisbehaved);
  const auto& said = m.said;
  EXPECT_THAT(said, Contains(StartsWith("leak: leaky did not free 11 allocations")));
  EXPECT_THAT(said, Contains(StartsWith("  kmalloc: 3 × 100 bytes at ")));
  EXPECT_THAT(said, Contains(StartsWith("  kmalloc: 5 bytes at ")));
  EXPECT_THAT(said, Contains(StartsWith("  kmalloc: 100000 bytes at ")));
  EXPECT_THAT(said, Contains(StartsWith("  alloc_pages: 4096 bytes (order 0) at ")));
  EXPECT_THAT(said, Contains(StartsWith("  alloc_pages: 32768 bytes (order 3) at ")));
  EXPECT_THAT(said, Contains(StartsWith("  vmalloc: 12288 bytes at ")));
  EXPECT_THAT(said, Contains(StartsWith("  vmap: 8192 bytes at ")));
  EXPECT_THAT(said, Contains(StartsWith("  ioremap: 4096 bytes at ")));
  EXPECT_THAT(said, Contains(StartsWith("  kmap: 4096 bytes at ")));
  EXPECT_THAT(said, Contains(AllOf(StartsWith("    leave_objects+0x"), HasSubstr(" [leaky] "),
                                   EndsWith("(leaky.c:21)"))));
  EXPECT_THAT(said, Contains(AllOf(StartsWith("    kstrdup+0x"), EndsWith(")"))));
  EXPECT_THAT(said, Not(Contains("no leaks")));
}

TEST(LeakCheckTest, WhatTheLibraryTookIsListedWithTheCallThatWantedIt) {
  RunMachine m(RunMachine::tracking());
  EXPECT_EQ(m.run({"leaks/library.c"}), ExitStatus::kGuestMisbehaved);
  const auto& said = m.said;
  EXPECT_THAT(said, Contains(StartsWith("leak: library did not free 20 allocations")));
  EXPECT_THAT(said, Contains(StartsWith("  kmalloc: 2 × 100 bytes at ")));
  EXPECT_THAT(said, Contains(StartsWith("    mempool_alloc+0x")));
  EXPECT_THAT(said, Contains(StartsWith("    devm_kmalloc+0x")));
  EXPECT_THAT(said, Contains(StartsWith("  kmem_cache_alloc (lt_bulk): 2 × 50 bytes at ")));
  EXPECT_THAT(said, Contains(StartsWith("  __vmalloc: 5242880 bytes at ")));
  EXPECT_THAT(said, Not(Contains(HasSubstr("typesafe"))));
  EXPECT_THAT(said, Not(Contains(HasSubstr("devm_fine"))));
}

TEST(LeakCheckTest, MemoryThatAnotherModuleFreesIsNoLeak) {
  RunMachine m(RunMachine::tracking());
  EXPECT_EQ(m.run({"leaks/giver.c", "leaks/taker.c"}), ExitStatus::kSuccess);
  EXPECT_THAT(m.said, ElementsAre("no leaks"));
}

TEST(LeakCheckTest, AnInitThatFailsIsCheckedToo) {
  RunMachine m(RunMachine::tracking());
  EXPECT_EQ(m.run({"leaks/refused.c"}), ExitStatus::kGuestMisbehaved);
  EXPECT_THAT(m.said, Contains(StartsWith("leak: refused did not free 1 allocation, 24 bytes")));
}

TEST(LeakCheckTest, WithoutTrackingNothingIsSaid) {
  RunMachine m({});
  EXPECT_EQ(m.run({"leaks/leaky.c"}), ExitStatus::kSuccess);
  EXPECT_TRUE(m.said.empty());
}

}  // namespace
}  // namespace mm32::emu
