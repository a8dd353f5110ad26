// `mm32 debug` with commands from a script: what it prints, as a committed text for each session.
//
// MM32_UPDATE_LOGS=1 writes the committed texts anew. Instructions, their operands and addresses
// depend on the compiler and are masked.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include "tests/support/command.hpp"
#include "tests/support/log_form.hpp"

namespace mm32::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

const std::string kSteps = "tests/guest/debug/steps.c";

std::string mask_session(const std::string& text) {
  static const std::pair<std::regex, const char*> kMasks[] = {
      {std::regex(R"(^=> [0-9a-f]+: .*)"), "=> instruction"},
      {std::regex(R"(^\[ *\d+\.\d+\] )"), ""},
      {std::regex(R"(\+0x[1-9a-f][0-9a-f]*/0x[0-9a-f]+)"), "+O/S"},
      {std::regex(R"(\+0x0/0x[0-9a-f]+)"), "+0/S"},
      {std::regex(R"(\b(e[adc]x)=0x[0-9a-f]+)"), "$1=H"},
      {std::regex(R"(\.(constprop|isra|part)\.\d+)"), ""},
      // The resident kernel's own lines.
      {std::regex(R"( \((?!steps|null_read)[\w.]+:\d+\))"), ""},
      {std::regex(R"(\b(0x)?[0-9a-f]{8}\b)"), "H"},
      {std::regex(R"(^\d+ instructions)"), "N instructions"},
  };
  std::string masked;
  for (std::string line : lines_of(text)) {
    if (line.starts_with("   reads") || line.starts_with("   writes")) continue;
    for (const auto& [pattern, with] : kMasks) line = std::regex_replace(line, pattern, with);
    masked += line + "\n";
  }
  return masked;
}

CommandResult debug(const std::string& commands, const std::string& words = kSteps) {
  return shell("printf '%s\\n' " + quoted(commands) + " | \"$MM32\" debug " + words);
}

struct Session {
  const char* name;
  const char* file;
  const char* commands;
  int status;
};

void PrintTo(const Session& s, std::ostream* stream) { *stream << s.name; }

class DebugSessionTest : public testing::TestWithParam<Session> {};

TEST_P(DebugSessionTest, IsAsCommitted) {
  const Session& session = GetParam();
  const CommandResult result = debug(session.commands, session.file);
  EXPECT_EQ(result.status, session.status) << result.err;
  const fs::path committed =
      fs::path(MM32_SOURCE_DIR) / "tests/debug/sessions" / (std::string(session.name) + ".txt");
  const std::string said = mask_session(result.out);
  if (std::getenv("MM32_UPDATE_LOGS") != nullptr) write_file(committed, said);
  EXPECT_EQ(said, read_file(committed));
}

INSTANTIATE_TEST_SUITE_P(
    Scripts, DebugSessionTest,
    testing::Values(
        Session{"breakpoints", "tests/guest/debug/steps.c",
                "break square\nbreak steps.c:36\ntbreak export vfree\nbreak later_module_function\n"
                "info breakpoints\ncontinue\nignore 2 1\ncontinue\ndelete 2\ncontinue\ncontinue\n"
                "info breakpoints\ncontinue",
                0},
        Session{"events", "tests/guest/debug/steps.c",
                "break event kmem:kfree\ncontinue\ncontinue\ndelete\ncontinue", 0},
        Session{"watch", "tests/guest/debug/steps.c",
                "watch squares\ncontinue\ncontinue\nprint *squares\nreverse-continue\n"
                "print *squares\ndelete\ncontinue",
                0},
        Session{"reverse", "tests/guest/debug/steps.c",
                "break square\ncontinue\ncontinue\nprint $eax\nreverse-continue\nprint $eax\n"
                "reverse-finish\nreverse-continue\ndelete\ncontinue\n"
                "break square\nreverse-continue\nprint $eax\nquit",
                0},
        Session{"fault", "tests/guest/faults/null_read.c", "continue\nbacktrace\nquit", 0}),
    [](const auto& session) { return std::string(session.param.name); });

TEST(DebugCommandTest, LooksAtEverything) {
  const CommandResult result = debug(
      "break vfree\ncontinue\nwhere\ninfo registers\ninfo zones\ninfo free\ninfo slabs\n"
      "info slabs kmalloc-128\ninfo vmap\ninfo maps\ninfo tlb\ninfo tasks\ninfo allocations\n"
      "info modules\ninfo sections\ninfo exports kma\ninfo events\ninfo page_tables\nbacktrace\n"
      "list square\ndisassemble square 4\nwalk squares\nwalk $esp\nx/4xw squares\nx/2i square\n"
      "x/s $esp\nx/8xb 0\nprint steps_init\nphys 1000\nreport buddyinfo meminfo\nlayout\n"
      "log\nhelp\nhelp walk\nset $eax = 5\nprint $eax\nset *squares = 9\nprint *squares\nquit");
  EXPECT_EQ(result.status, 0) << result.err;
  for (const char* expected :
       {"eax ", "zone Normal", "order", "kmalloc-128", "fills and", "insmod", "kmalloc", ".text",
        "CR3", "level 2", "no memory is mapped here", "MemTotal", "return x * x", "0x00000005 = 5",
        "0x00000009 = 9", "the functions that are being executed"})
    EXPECT_THAT(result.out, HasSubstr(expected));
}

TEST(DebugCommandTest, ShowsAreasOfUserAddresses) {
  const CommandResult result = debug(
      "info vmas\nbreak areas_made\ncontinue\ninfo vmas\nwalk b7efe000\nwalk b7ef4000\n"
      "walk b7ef6000\nbreak event mmap:vma_mas_szero\ncontinue\nquit",
      "tests/guest/debug/areas.c");
  EXPECT_EQ(result.status, 0) << result.err;
  for (const char* expected : {"the running task has no areas of user addresses\n",
                               "b7ef4000-b7ef6000 r--s 00000000 00:00 0\n"
                               "b7ef7000-b7efe000 r--s 00000000 00:00 0\n"
                               "b7efe000-b7f00000 rw-p 00000000 00:00 0\n",
                               "area    0xb7efe000-0xb7f00000 VMA rw-p anonymous, page 1 of 2",
                               "area    0xb7ef4000-0xb7ef6000 VMA r--s anonymous, page 1 of 2",
                               "start=b7efe000 end=b7efffff"})
    EXPECT_THAT(result.out, HasSubstr(expected));
}

TEST(DebugCommandTest, StepsByAccessEventAndLevelOfTheWalk) {
  const CommandResult result = debug(
      "break square\ncontinue\ndelete 2\nstep walk\nstep walk\nstep walk\nstep access\nstep "
      "event\nquit");
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_THAT(result.out, HasSubstr("level 2: entry "));
  EXPECT_THAT(result.out, HasSubstr("level 1: entry "));
  EXPECT_THAT(result.out, HasSubstr("-> physical "));
  EXPECT_THAT(result.out, HasSubstr("event\n"));
}

TEST(DebugCommandTest, AScriptThatEndsInMidRunSaysSo) {
  const CommandResult result = debug("break square\ncontinue");
  EXPECT_EQ(result.status, 0);
  EXPECT_THAT(result.err, HasSubstr("the commands ended in the middle of the run"));
}

TEST(DebugCommandTest, AFileOfCommandsComesFirst) {
  const ScratchFolder folder;
  write_file(folder.path() / "script", "break square\ncontinue\n");
  const CommandResult result =
      debug("print $eax\nquit", "-x " + (folder.path() / "script").string() + " " + kSteps);
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_THAT(result.out, HasSubstr("0x00000001 = 1"));
}

TEST(DebugCommandTest, WrongCommandsAreSentencesAndStatus2) {
  struct Wrong {
    const char* command;
    const char* sentence;
  };
  for (const Wrong& wrong : {
           Wrong{"nonsense", "there is no command 'nonsense'"},
           Wrong{"break export nothing", "the host has no export 'nothing'"},
           Wrong{"break event nothing", "there is no event 'nothing'"},
           Wrong{"break 1+", "is missing"},
           Wrong{"watch", "watch needs an address"},
           Wrong{"watch 0 999999", "a watchpoint has 1 to"},
           Wrong{"delete 7", "there is no breakpoint 7"},
           Wrong{"delete x", "is no number of a breakpoint"},
           Wrong{"stepi x", "'x' is no count"},
           Wrong{"stepi 0", "'0' is no count"},
           Wrong{"print", "is missing"},
           Wrong{"print *0", "there is no memory mapped at 00000000"},
           Wrong{"x/99999xw 0", "x shows at most"},
           Wrong{"x/q 0", "a count, one of"},
           Wrong{"info nothing", "there is no info topic 'nothing'"},
           Wrong{"info slabs nothing", "there is no cache 'nothing'"},
           Wrong{"report nothing", "there is no report 'nothing'"},
           Wrong{"walk", "walk needs an address"},
           Wrong{"walk nowhere_at_all", "is neither"},
           Wrong{"phys ffffffffff", "there is no RAM"},
           Wrong{"set x = 1", "set $REGISTER"},
           Wrong{"set $cr3 = 1", "$cr3 cannot be set"},
           Wrong{"set *0 = 1", "no memory is mapped"},
           Wrong{"list nothing.c:1", "no code is known"},
           Wrong{"until no_such_name", "nothing is known of 'no_such_name' yet"},
           Wrong{"help nothing", "there is no command 'nothing'"},
           Wrong{"break export", "break export needs a name"},
           Wrong{"break event", "break event needs a name"},
           Wrong{"break steps.c:", "lacks the line"},
           Wrong{"break steps.c:0", "lacks the line"},
           Wrong{"break steps.c:9999", "steps.c has no code at or behind line 9999"},
           Wrong{"walk 0-ffffffff", "has more than 4096 pages"},
           Wrong{"walk c0001000-c0000000", "ends before it begins"},
           Wrong{"print 1/0", "divides by 0"},
           Wrong{"print (1", "a ')' is missing"},
           Wrong{"print 1)", "')' is left behind the expression"},
           Wrong{"print 100000000", "'100000000' is above 32 bits"},
           Wrong{"print 1 +", "ends where a value is to come"},
           Wrong{"print ****************************************************************0",
                 "nested too deeply"},
           Wrong{"disassemble 0 5x", "'5x' is no number of instructions"},
           Wrong{"backtrace 4711", "there is no task 4711"},
           Wrong{"backtrace x", "'x' is no pid"},
       }) {
    const CommandResult result = debug(std::string(wrong.command) + "\nquit");
    EXPECT_EQ(result.status, 2) << wrong.command;
    EXPECT_THAT(result.err, HasSubstr(wrong.sentence)) << wrong.command;
  }
}

TEST(DebugCommandTest, ExpressionsHaveTheOperatorsOfC) {
  const CommandResult result = debug(
      "print 2 + 3*4\nprint (2+3)*4\nprint 0d10 - 1\nprint 1<<8 | 7 & 3\nprint -1 >> 1c\n"
      "print ~0 % 10 / 3\nprint *(&squares + 0)\nquit");
  EXPECT_EQ(result.status, 0) << result.err;
  for (const char* value :
       {"0x0000000e = 14", "0x00000014 = 20", "0x00000009 = 9", "0x00000103 = 259",
        "0x0000000f = 15", "0x00000005 = 5", "0x00000000 = 0"})
    EXPECT_THAT(result.out, HasSubstr(value));
}

TEST(DebugCommandTest, SeesWhereAnotherTaskWaits) {
  const CommandResult result = debug("break sleeper.c:28\ncontinue\ninfo tasks\nbacktrace 84\nquit",
                                     "tests/guest/debug/sleeper.c");
  EXPECT_EQ(result.status, 0) << result.err;
  const std::size_t trace = result.out.find("backtrace 84");
  ASSERT_NE(trace, std::string::npos);
  const std::string frames = result.out.substr(trace);
  const std::size_t in_nap = frames.find("nap+");
  ASSERT_NE(in_nap, std::string::npos) << frames;
  EXPECT_LT(frames.find("schedule"), in_nap);
  EXPECT_GT(frames.find("sleep_on+"), in_nap);
  EXPECT_NE(frames.find("kthread+"), std::string::npos);
}

TEST(DebugCommandTest, WrongUseOfTheCommandLine) {
  EXPECT_THAT(mm32({"debug"}).err, HasSubstr("debug needs a file to run"));
  EXPECT_EQ(mm32({"debug", "no-such-file.c"}).status, 2);
  EXPECT_THAT(mm32({"debug", kSteps, "-x", "no-such-script"}).err,
              HasSubstr("no-such-script: the script cannot be read"));
  EXPECT_EQ(shell("\"$MM32\" debug " + kSteps + " >/dev/full <<E\ncontinue\nE").status, 2);
  EXPECT_EQ(shell("\"$MM32\" debug " + kSteps + " >&- <<E\ncontinue\nE").status, 2);
  EXPECT_EQ(shell("\"$MM32\" debug " + kSteps + " <&-").status, 0);
}

TEST(DebugCommandTest, AnInterruptStopsARunThatLoops) {
  const CommandResult result = shell(
      "(echo continue; sleep 1.5; echo where; echo quit) | "
      "\"$MM32\" debug tests/guest/wrong/init_loops.c & sleep 1; kill -INT $!; wait $!");
  EXPECT_THAT(result.out, HasSubstr("interrupted"));
  EXPECT_EQ(result.status, 0) << result.err;
}

}  // namespace
}  // namespace mm32::test
