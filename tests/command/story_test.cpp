// `mm32 story`: what it writes, and what it says when it cannot. The page itself is tried in a
// browser by tests/story.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/support/command.hpp"

namespace mm32::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;

const std::string kProgram = "tests/guest/story/touch.c";

class StoryTest : public testing::Test {
 protected:
  CommandResult story(const std::vector<std::string>& words) {
    std::vector<std::string> all = {"story", "-o", page()};
    all.insert(all.end(), words.begin(), words.end());
    return mm32(all);
  }
  std::string page() const { return (folder_.path() / "page.html").string(); }
  json data() const {
    const std::string text = read_file(page());
    const std::string begin = "id=\"data\">";
    const std::size_t at = text.find(begin) + begin.size();
    return json::parse(text.substr(at, text.find("</script>", at) - at));
  }

 private:
  ScratchFolder folder_;
};

TEST_F(StoryTest, IsOnePageThatNeedsNothingElse) {
  const CommandResult result = story({kProgram});
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_THAT(result.out, HasSubstr("] area ca"));
  const std::string text = read_file(page());
  EXPECT_LT(text.size(), 2'000'000u);
  EXPECT_THAT(text, HasSubstr("<title>touch.c — mm32 story</title>"));
  for (const char* never : {"@@", " src=", "<link", "@import", "url("})
    EXPECT_EQ(text.find(never), std::string::npos) << never;
}

TEST_F(StoryTest, StepsWalksAndLogBelongTogether) {
  ASSERT_EQ(story({kProgram}).status, 0);
  const json story = data();
  const std::size_t count = story["count"];
  EXPECT_GT(count, 100u);
  EXPECT_EQ(story["steps"].get<std::string>().size(), (count * 16 + 2) / 3 * 4);
  EXPECT_GT(story["walks"].size(), 10u);
  for (const json& walk : story["walks"]) {
    EXPECT_LT(walk[0], count);
    EXPECT_LT(walk[2], story["places"].size());
    EXPECT_LT(walk[6], story["paths"].size());
  }
  ASSERT_EQ(story["log"].size(), 1u);
  EXPECT_LE(story["log"][0][0], count);
  EXPECT_GE(story["areas"].size(), 2u);
  EXPECT_EQ(story["complete"], true);
}

// [begin, bytes, from, to, text] of each area of user addresses, in the order in which they came.
TEST_F(StoryTest, AreasOfUserAddressesComeAndGo) {
  ASSERT_EQ(story({"tests/guest/debug/areas.c"}).status, 0);
  const json story = data();
  std::vector<std::pair<unsigned, unsigned>> extents;
  for (const json& area : story["areas"])
    if (story["texts"][area[4].get<std::size_t>()] == "VMA of the running task") {
      extents.emplace_back(area[0], area[1]);
      EXPECT_LT(area[2], area[3]);
      EXPECT_LT(area[3], story["count"]);
    }
  const std::vector<std::pair<unsigned, unsigned>> expected = {
      {0xb7efe000, 0x2000}, {0xb7ef4000, 0xa000},  // made
      {0xb7ef6000, 0x8000}, {0xb7ef4000, 0x2000},  // cut in front of the hole
      {0xb7ef7000, 0x7000}, {0xb7ef6000, 0x1000},  // cut behind it
  };
  EXPECT_EQ(extents, expected);
}

TEST_F(StoryTest, TheSameRunIsTheSamePage) {
  ASSERT_EQ(story({kProgram}).status, 0);
  const std::string first = read_file(page());
  ASSERT_EQ(story({kProgram}).status, 0);
  EXPECT_EQ(read_file(page()), first);
}

TEST_F(StoryTest, ALongRunEndsInTime) {
  const CommandResult result = story({kProgram, "rounds=50000"});
  EXPECT_EQ(result.status, 0);
  EXPECT_THAT(result.err, HasSubstr("mm32: the story shows the first 200000 events of the run"));
  const json story = data();
  EXPECT_EQ(story["count"], 200'000);
  EXPECT_LE(story["samples"].size(), 1000u);
  EXPECT_EQ(story["complete"], false);
}

TEST_F(StoryTest, AnOopsIsAStoryToo) {
  const CommandResult result = story({"tests/guest/faults/null_read.c"});
  EXPECT_EQ(result.status, 1);
  bool refused = false;
  const json told = data();
  for (const json& walk : told["walks"]) refused = refused || walk[4] != 0;
  EXPECT_TRUE(refused);
}

TEST_F(StoryTest, WhatDoesNotCompileLeavesThePageAsItWas) {
  EXPECT_EQ(story({"tests/guest/wrong/does_not_compile.c"}).status, 2);
  EXPECT_FALSE(std::filesystem::exists(page()));
  write_file(page(), "the page of yesterday");
  EXPECT_EQ(story({"tests/guest/wrong/does_not_compile.c"}).status, 2);
  EXPECT_EQ(read_file(page()), "the page of yesterday");
  EXPECT_EQ(story({kProgram}).status, 0);
  EXPECT_THAT(read_file(page()), HasSubstr("<title>touch.c"));
}

TEST_F(StoryTest, WhatGuestsSayCannotEndTheScript) {
  ASSERT_EQ(story({"tests/guest/story/tags.c"}).status, 0);
  EXPECT_EQ(data()["log"][0][3], "</script><script>alert(1)</script> @@DATA@@");
}

TEST(StoryWrongUseTest, AMessageAndStatusTwo) {
  struct Case {
    std::vector<std::string> words;
    const char* says;
  };
  for (const auto& [words, says] :
       {Case{{"story", kProgram, "-o", "/nonexistent/x.html"},
             "cannot write the story /nonexistent/x.html: No such file or directory"},
        Case{{"story", kProgram, "-o", "/"}, "cannot write the story /: Is a directory"},
        Case{{"story", kProgram, "-o", "/dev/full"}, "cannot write the story /dev/full: No space"},
        Case{{"story", "-o", "/dev/null"}, "story needs a file to run"},
        Case{{"story", "/nonexistent.c", "-o", "/dev/null"}, "nonexistent.c"}}) {
    const CommandResult result = mm32(words);
    EXPECT_EQ(result.status, 2) << says;
    EXPECT_THAT(result.err, HasSubstr(says));
  }
}

}  // namespace
}  // namespace mm32::test
