// Shrinkers: what drop_caches asks of them, in the real kernel's numbers, and that they run when
// memory is short.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/command.hpp"

namespace mm32::test {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(ShrinkerTest, DropCachesAsksForTheNumbersOfTheRealKernel) {
  const CommandResult result = mm32({"run", "tests/guest/slab/drop_caches.c"});
  EXPECT_EQ(result.status, 0) << result.err;
  for (const char* line : {"insmod (83): drop_caches: 2\n",
                           "plain: counts 2 scans 30 asked 3840 first 128 last 128 deferred 160\n",
                           "batch: counts 2 scans 12 asked 3600 first 300 last 300 deferred 400\n",
                           "stop: counts 2 scans 2 asked 256 first 128 last 128 deferred 2000\n",
                           "cheap: counts 2 scans 7 asked 896 first 128 last 128 deferred 104\n",
                           "few: counts 2 scans 2 asked 40 first 20 last 20 deferred 0\n",
                           "empty: counts 2 scans 0 asked 0 first 0 last 0 deferred 0\n",
                           "nothing: counts 2 scans 0 asked 0 first 0 last 0 deferred 0\n",
                           "costly: counts 2 scans 0 asked 0 first 0 last 0 deferred 80\n"})
    EXPECT_THAT(result.out, HasSubstr(line));
}

TEST(ShrinkerTest, AShortMachineShrinksBeforeItKills) {
  const CommandResult result =
      mm32({"run", "tests/guest/slab/shrink_under_pressure.c", "--mem", "32M"});
  EXPECT_EQ(result.status, 0) << result.err << result.out;
  EXPECT_THAT(result.out, HasSubstr("2000 entries of 64K passed through the cache, "
                                    "of which the shrinker freed at least 1500: yes\n"));
  EXPECT_THAT(result.out, HasSubstr("inside the shrinker an allocation gave memory: yes\n"));
  EXPECT_THAT(result.out, Not(HasSubstr("Killed")));
}

}  // namespace
}  // namespace mm32::test
