// A guest that writes over the slab allocator's structures: it may die of it, the host does not,
// and what looks at those structures afterwards still answers.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/command.hpp"

namespace mm32::test {
namespace {

using testing::HasSubstr;
using testing::Not;

void scribble(const std::vector<std::string>& words) {
  for (unsigned seed = 1; seed <= 8; ++seed) {
    std::vector<std::string> line = words;
    line.push_back("seed=" + std::to_string(seed));
    SCOPED_TRACE(testing::PrintToString(line));
    const CommandResult result = mm32(line);
    EXPECT_LE(result.status, 1) << result.err;
    EXPECT_THAT(result.err, Not(HasSubstr("invariant broken")));
  }
}

const std::string kModule = "tests/guest/slab/scribbler.c";

TEST(SlabScribblerCommandTest, TheHostLives) { scribble({"run", kModule}); }

TEST(SlabScribblerCommandTest, TheHostLivesWithDebiansOptionsAndChecks) {
  scribble({"run", "--layout", "linux-6.1", "--slub-debug", "FZPU", kModule});
}

TEST(SlabScribblerCommandTest, ReportsOfTheDamagedMachineEnd) {
  const CommandResult result = mm32({"report", "slabinfo", "slab_attributes", "meminfo", "zoneinfo",
                                     "--run", kModule, "--timeout", "20"});
  EXPECT_LE(result.status, 1) << result.err;
}

struct Misuse {
  unsigned which;
  const char* report;  // of the real kernel; "": it says nothing
  bool goes_on;
};

const Misuse kMisuse[] = {
    {0, "kernel BUG at mm/slub.c:419!", false},
    {1, "", true},
    {8, "mm/slab_common.c:904 free_large_kmalloc", true},
    {10, "BUG: kernel NULL pointer dereference, address: 00000048", false},
    {12, "BUG: kernel NULL pointer dereference, address: 00000000", false},
    {13, "", true},
    {14, "divide error: 0000 [#1] PREEMPT SMP", false},
    {15, "mm/slab_common.c:1014 __ksize", true},
    {17, "BUG: kernel NULL pointer dereference, address: 00000014", false},
    {18, "kernel BUG at mm/slub.c:419!", false},
    {19, "", true},
    {20, "kernel BUG at mm/slub.c:419!", false},
    {21, "Kernel panic - not syncing: kmem_cache_create_usercopy: Failed to create slab", false},
    {22, "mm/slab_common.c:904 free_large_kmalloc", true},
    {23, "mm/vmalloc.c:2695 __vunmap", true},
    {24, "", true},
    {26, "kernel BUG at mm/slub.c:419!", false},
    {27, "", true},
    {31, "BUG: kernel NULL pointer dereference, address: 00000058", false},
    {35, "lib/kobject.c:210 kobject_add_internal", true},
    {36, "", true},
};

TEST(SlabMisuseCommandTest, WrongCallsEndAsOnTheRealKernel) {
  for (const Misuse& misuse : kMisuse) {
    const CommandResult result =
        mm32({"run", "--layout", "linux-6.1", "--mem", "512M", "tests/guest/slab/misuse.c",
              "which=" + std::to_string(misuse.which)});
    SCOPED_TRACE(misuse.which);
    EXPECT_LE(result.status, 1) << result.err;
    EXPECT_THAT(result.out, HasSubstr(misuse.report));
    EXPECT_EQ(result.out.find("] alive\n") != std::string::npos, misuse.goes_on);
  }
}

}  // namespace
}  // namespace mm32::test
