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

}  // namespace
}  // namespace mm32::test
