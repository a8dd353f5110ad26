// Going back in a long run of `mm32 debug` and `mm32 gdb`: checkpoints are copies of the process,
// and whatever happens to them, the user sees one session.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/command.hpp"
#include "tests/support/log_form.hpp"

namespace mm32::test {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string kLong =
    "tests/guest/debug/rounds.c rounds=300000";  // over a million instructions

CommandResult debug(const std::string& commands, const std::string& words = kLong) {
  return shell("printf '%s\\n' " + quoted(commands) + " | \"$MM32\" debug " + words);
}

// What was said behind the prompt with this command.
std::string answer(const std::string& out, const std::string& command, int which = 1) {
  std::string text;
  int seen = 0;
  for (const std::string& line : lines_of(out)) {
    if (line.starts_with("(mm32) ")) {
      if (seen == which) return text;
      if (line == "(mm32) " + command) ++seen;
    } else if (seen == which) {
      text += line + "\n";
    }
  }
  return text;
}

TEST(CheckpointTest, StepsBackAndForthReachTheSameStates) {
  const CommandResult r = debug(
      "break last\ncontinue\ninfo registers\nreverse-stepi 5\ninfo registers\nstepi 5\ninfo "
      "registers\n"
      "reverse-stepi 700001\nprint *sum\nreverse-stepi\nstepi\nprint *sum\ncontinue\ninfo "
      "registers\n");
  EXPECT_EQ(r.status, 0) << r.err;
  const std::string there = answer(r.out, "info registers", 1);
  EXPECT_THAT(there, HasSubstr("eip"));
  EXPECT_EQ(there, answer(r.out, "info registers", 3));
  EXPECT_EQ(there, answer(r.out, "info registers", 4));
  EXPECT_NE(there, answer(r.out, "info registers", 2));
  EXPECT_EQ(answer(r.out, "print *sum", 1), answer(r.out, "print *sum", 2));
}

TEST(CheckpointTest, ASearchGoesFartherBackThanTheLastCheckpoint) {
  const CommandResult r = debug(
      "break last\ncontinue\nwatch marks\nreverse-continue\nprint *marks\nreverse-continue\n"
      "break start\ncontinue\nreverse-continue");
  EXPECT_THAT(answer(r.out, "reverse-continue", 1), HasSubstr("0x00000000 -> 0x00000007"));
  EXPECT_THAT(r.out, HasSubstr("0x00000007"));
}

TEST(CheckpointTest, LinesAndCallersAreFoundAcrossCheckpoints) {
  const CommandResult r = debug(
      "break last\ncontinue\nreverse-finish\nreverse-next\nreverse-next\nnext\n"
      "continue\ncontinue\nreverse-step\nreverse-next\n");
  EXPECT_EQ(r.status, 0) << r.err;
  EXPECT_THAT(answer(r.out, "reverse-finish"), HasSubstr("rounds.c:24"));
  EXPECT_THAT(answer(r.out, "reverse-next", 1), HasSubstr("rounds.c:2"));
  EXPECT_THAT(r.err, Not(HasSubstr("fault")));
}

TEST(CheckpointTest, BreakpointsEditsAndHitsTravelAlong) {
  const CommandResult r = debug(
      "break last\ncontinue\nset *marks = 1234\nbreak vmalloc\nreverse-stepi 400000\n"
      "info breakpoints\nx/2xw marks\ncontinue\nx/2xw marks\ninfo breakpoints\n");
  EXPECT_THAT(answer(r.out, "info breakpoints", 1), HasSubstr("vmalloc"));
  EXPECT_THAT(answer(r.out, "continue", 2), HasSubstr("breakpoint 2, last"));
}

TEST(CheckpointTest, AScriptIsReadOnceAndItsStatusIsTheRuns) {
  const CommandResult r = debug("break last\ncontinue\nreverse-stepi\nnonsense\nreverse-stepi");
  EXPECT_EQ(r.status, 2) << "a command has failed";
  EXPECT_THAT(r.err, HasSubstr("there is no command"));
  int prompts = 0;
  for (const std::string& line : lines_of(r.out)) prompts += line.starts_with("(mm32) ") ? 1 : 0;
  EXPECT_EQ(prompts, 5);
  const CommandResult whole = debug("break last\ncontinue\nreverse-stepi 1000\ndelete\ncontinue");
  EXPECT_EQ(whole.status, 0);
  EXPECT_THAT(whole.out, HasSubstr("gone"));
}

TEST(CheckpointTest, AnEditInThePastChangesWhatComesAfter) {
  const CommandResult r = debug(
      "break last\ncontinue\nreverse-stepi 1600000\nset *marks = 1234\ncontinue\n"
      "print *marks\nreverse-stepi 3\nprint *marks\nreverse-stepi 700000\nprint *marks");
  EXPECT_EQ(r.status, 0) << r.err;
  for (int which = 1; which <= 3; ++which)
    EXPECT_THAT(answer(r.out, "print *marks", which), HasSubstr("1234"));
}

TEST(CheckpointTest, NoCopyOutlivesTheSession) {
  const CommandResult r = shell(
      "printf 'break last\\ncontinue\\nreverse-stepi\\nreverse-stepi 90000\\nquit\\n' | \"$MM32\" "
      "debug " +
      kLong +
      " --seed 424242 >/dev/null 2>&1; sleep 0.5; "
      "for p in /proc/[0-9]*; do tr '\\0' ' ' <$p/cmdline 2>/dev/null; echo; done | "
      "grep -c '^[^ ]*mm32 debug .*seed 42424[2]'");
  EXPECT_EQ(r.out, "0\n");
}

}  // namespace
}  // namespace mm32::test
