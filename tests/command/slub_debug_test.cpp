// The texts that --slub-debug takes, as the kernel parameter of that name takes them, and
// no_hash_pointers. The flags are those of a real kernel with the same command line.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/command.hpp"

namespace mm32::test {
namespace {

using testing::HasSubstr;

const std::string kModule = "tests/guest/slab/cache_flags.c";

// The flags of dentry2, cf_a, cf_ab, kmalloc-x and kmalloc-64, one behind the other.
std::string flags_of(const std::string& log) {
  std::string flags;
  for (const char* name : {"dentry2", "cf_a", "cf_ab", "kmalloc-x", "kmalloc-64"}) {
    const std::size_t at = log.find(std::string("] ") + name + " ");
    if (at == std::string::npos) return log;
    const std::size_t value = log.find(' ', at + 2) + 1;
    flags += log.substr(value, log.find('\n', value) - value) + " ";
  }
  return flags;
}

TEST(SlubDebugCommandTest, TextsSelectTheCachesAsOnTheKernelsCommandLine) {
  struct Case {
    std::vector<std::string> options;
    std::string flags;
  };
  const std::vector<Case> cases = {
      {{}, "0 0 0 0 0 "},
      {{"--slub-debug"}, "10d00 10d00 10d00 10d00 10d00 "},
      {{"--slub-debug="}, "10d00 10d00 10d00 10d00 10d00 "},
      {{"--param", "slub_debug"}, "10d00 10d00 10d00 10d00 10d00 "},
      {{"--slub-debug", "-"}, "0 0 0 0 0 "},
      {{"--slub-debug", "kmalloc-64"}, "0 0 0 0 0 "},
      {{"--slub-debug", ",kmalloc-64"}, "0 0 0 0 10d00 "},
      {{"--slub-debug", "FZ,kmalloc-*;U,cf_a"}, "0 10000 0 500 500 "},
      {{"--slub-debug", "T;U,cf_a*,dentry2"}, "10000 10000 10000 200000 200000 "},
  };
  for (const Case& c : cases) {
    std::vector<std::string> words{"run"};
    words.insert(words.end(), c.options.begin(), c.options.end());
    words.push_back(kModule);
    SCOPED_TRACE(testing::PrintToString(words));
    const CommandResult result = mm32(words);
    EXPECT_EQ(result.status, 0) << result.err;
    EXPECT_EQ(flags_of(result.out), c.flags);
  }
}

TEST(SlubDebugCommandTest, UnknownLettersAreReportedAtBootAndSkipped) {
  const CommandResult result = mm32({"run", "--slub-debug", "FQ;y,cf_a", kModule});
  EXPECT_EQ(result.status, 0);
  EXPECT_THAT(result.out, HasSubstr("slub_debug option 'Q' unknown. skipped\n"));
  EXPECT_THAT(result.out, HasSubstr("slub_debug option 'y' unknown. skipped\n"));
  EXPECT_EQ(flags_of(result.out), "100 0 100 100 100 ");
}

TEST(SlubDebugCommandTest, PointersAreHashedOnlyOnRequest) {
  const auto pointer = [](const std::vector<std::string>& options) {
    std::vector<std::string> words{"run", kModule};
    words.insert(words.end(), options.begin(), options.end());
    const CommandResult result = mm32(words);
    EXPECT_EQ(result.status, 0) << result.err;
    return result.out.substr(result.out.rfind(']') + 2);
  };
  const std::string plain = pointer({});
  EXPECT_EQ(pointer({"--param", "no_hash_pointers"}), plain);
  EXPECT_EQ(pointer({"--param", "no_hash_pointers=1"}), plain);
  const std::string hashed = pointer({"--param", "no_hash_pointers=off"});
  EXPECT_NE(hashed, plain);
  EXPECT_EQ(hashed.size(), 9u);
}

}  // namespace
}  // namespace mm32::test
