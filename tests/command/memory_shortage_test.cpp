// Modules that use up the memory, take from the CMA area, or write the knobs: what the log says and
// how mm32 ends.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/command.hpp"
#include "tests/support/log_form.hpp"

namespace mm32::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const std::filesystem::path kMemory = MM32_SOURCE_DIR "/tests/guest/memory";

CommandResult use_up(const std::string& gfp, const std::string& order = "0") {
  return mm32({"run", "use_up.c", "gfp=" + gfp, "order=" + order, "--mem", "64M"}, kMemory);
}

std::vector<std::string> log_of(const CommandResult& result) {
  std::vector<std::string> lines;
  for (const std::string& line : lines_of(result.out)) lines.push_back(without_time(line));
  return lines;
}

TEST(MemoryShortageTest, TheOomKillerEndsTheProcessAndTheModuleGoesOn) {
  const CommandResult result = use_up("0xcc0");
  EXPECT_EQ(result.status, 1);
  EXPECT_THAT(result.out, HasSubstr("insmod invoked oom-killer: gfp_mask=0xcc0(GFP_KERNEL), "
                                    "order=0, oom_score_adj=0\n"));
  EXPECT_THAT(result.out, HasSubstr("Mem-Info:\n"));
  EXPECT_THAT(result.out, HasSubstr("Unreclaimable slab info:\n"));
  EXPECT_THAT(result.out,
              HasSubstr("[     83]     0    83        0        0        0        0             0 "
                        "insmod\n"));
  EXPECT_THAT(result.out, HasSubstr("Out of memory: Killed process 83 (insmod) total-vm:0kB"));
  EXPECT_THAT(result.out, HasSubstr("insmod: page allocation failure: order:0, "
                                    "mode:0xcc0(GFP_KERNEL), nodemask=(null),cpuset=/,"
                                    "mems_allowed=0\n"));
  EXPECT_THAT(result.out, HasSubstr("afterwards a page\n"));
  EXPECT_THAT(result.err, HasSubstr("mm32: use_up: init used up the memory: its process was killed "
                                    "for it\n"));
}

TEST(MemoryShortageTest, WhatMayFailIsRefusedWithoutAKill) {
  for (const char* gfp : {"0x12cc0", "0x2a20", "0x6cc0", "0x2cc1"}) {
    const CommandResult result = use_up(gfp);
    EXPECT_EQ(result.status, 0) << gfp << result.err;
    EXPECT_THAT(log_of(result), ElementsAre(HasSubstr("taken "), "afterwards a page")) << gfp;
  }
}

TEST(MemoryShortageTest, AnAtomicRequestReportsAndGetsNothing) {
  const CommandResult result = use_up("0xa20");
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_THAT(result.out, HasSubstr("insmod: page allocation failure: order:0, "
                                    "mode:0xa20(GFP_ATOMIC), "));
  EXPECT_THAT(result.out, HasSubstr("all_unreclaimable? no\n"));
  EXPECT_THAT(result.out, Not(HasSubstr("oom-killer")));
}

TEST(MemoryShortageTest, ALargeBlockIsRefusedWithoutAKill) {
  const CommandResult result = use_up("0xcc0", "4");
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_THAT(result.out, HasSubstr("page allocation failure: order:4, mode:0xcc0(GFP_KERNEL)"));
  EXPECT_THAT(result.out, HasSubstr("all_unreclaimable? yes\n"));
}

TEST(MemoryShortageTest, WhatMustNotFailEndsInAPanic) {
  for (const CommandResult& result :
       {use_up("0x8cc0"), mm32({"run", "kmalloc_nofail.c", "--mem", "64M"}, kMemory)}) {
    EXPECT_EQ(result.status, 1);
    EXPECT_THAT(result.out, HasSubstr("Out of memory and no killable processes...\n"));
    EXPECT_THAT(result.out,
                HasSubstr("Kernel panic - not syncing: System is deadlocked on memory\n"));
    EXPECT_THAT(result.out, Not(HasSubstr("refused")));
    EXPECT_THAT(result.err, HasSubstr("stopped the machine: kernel panic: System is deadlocked on "
                                      "memory\n"));
  }
}

TEST(MemoryShortageTest, WithoutTheFileSystemTheTaskWaitsForEver) {
  const CommandResult result = use_up("0xc40");
  EXPECT_EQ(result.status, 1);
  EXPECT_THAT(result.err, HasSubstr("use_up: init never returns: it waits for free pages\n"));
}

TEST(CmaTest, AModuleTakesAndReleasesRanges) {
  const CommandResult result = mm32({"run", "cma_area.c", "--cma", "16M"}, kMemory);
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_THAT(log_of(result),
              ElementsAre("area 1 free 4096", "small: single pages 3 zone Normal",
                          "large: single pages 1024 zone Normal", "aligned 1", "used 1027",
                          "too much: 0", "none of it: 0", "release of another page: 0",
                          "released: 1 1", "all of it: single pages 4096 zone Normal"));
}

TEST(CmaTest, WithoutAnAreaThereIsNothing) {
  const CommandResult result = mm32({"run", "cma_area.c"}, kMemory);
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_THAT(result.out, HasSubstr("area 0 free 0\n"));
  EXPECT_THAT(result.out, HasSubstr("large: none\n"));
}

TEST(KnobsTest, AModuleWritesThem) {
  const CommandResult result = mm32({"run", "knobs.c"}, kMemory);
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_THAT(
      log_of(result),
      ElementsAre(
          "boot: min+ 0 gap 90 reserve 0", "min_free_kbytes = '4096': 0",
          "min_free_kbytes: min+ 1 gap 230 reserve 0", "lowmem_reserve_ratio = '32 32 0 0': 0",
          "lowmem_reserve_ratio: min+ 1 gap 230 reserve 1", "watermark_scale_factor = '1000': 0",
          "gap is a tenth: 1", "watermark_boost_factor = '0': 0", "compact_memory = '1': 0",
          "compact_memory = '2': -22", "watermark_scale_factor = '0': -22",
          "min_free_kbytes = '-1': -22", "min_free_kbytes = 'x': -22", "no_such_knob = '1': -2"));
}

}  // namespace
}  // namespace mm32::test
