// `mm32 test`: expectations in comments and beside programs, verdicts, JUnit, wrong use.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/command.hpp"

namespace mm32::test {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string module(const std::string& directives, const std::string& init) {
  return directives +
         "\n#include <linux/mm.h>\n#include <linux/module.h>\n#include "
         "<linux/slab.h>\nMODULE_LICENSE(\"GPL\");\n"
         "static int count = 1;\nmodule_param(count, int, 0);\n"
         "static int __init start(void) { " +
         init +
         " return 0; }\nmodule_init(start);\n"
         "static void __exit stop(void) {}\nmodule_exit(stop);\n";
}

class TestCommandTest : public testing::Test {
 protected:
  void add(const std::string& name, const std::string& directives, const std::string& init) {
    write_file(folder_.path() / name, module(directives, init));
  }
  CommandResult run(const std::string& words) {
    return shell("\"$MM32\" test " + words, folder_.path());
  }
  ScratchFolder folder_;
};

TEST_F(TestCommandTest, WhatIsExpectedIsJudged) {
  add("a_passes.c", "// mm32-expect: log ^count 3$\n/* mm32-args: count=3 --mem 64M */\n",
      "pr_info(\"count %d\\n\", count);");
  add("b_wrong_log.c", "// mm32-expect: log ^count 4$", "pr_info(\"count %d\\n\", count);");
  add("c_leaks.c", "// mm32-expect: status 1\n// mm32-expect: message leak: c_leaks",
      "pr_info(\"%d\\n\", kmalloc(8, GFP_KERNEL) != NULL);");
  add("d_unwanted.c", "// mm32-expect: no-log number", "pr_info(\"a number\\n\");");
  add("not_a_test.c", "", "pr_info(\"x\\n\");");
  const CommandResult r = run(".");
  EXPECT_EQ(r.status, 1) << r.err;
  EXPECT_THAT(r.out, HasSubstr("ok   ./a_passes.c\nFAIL ./b_wrong_log.c\n"));
  EXPECT_THAT(r.out, HasSubstr("no line of the log matches '^count 4$'"));
  EXPECT_THAT(r.out, HasSubstr("ok   ./c_leaks.c"));
  EXPECT_THAT(r.out, HasSubstr("a line of the log matches 'number': a number"));
  EXPECT_THAT(r.out, HasSubstr("4 tests: 2 passed, 2 failed"));
  EXPECT_THAT(r.out, Not(HasSubstr("not_a_test")));
  EXPECT_EQ(run("not_a_test.c").status, 0);
  EXPECT_EQ(run(". --filter 'a_|c_' -j 1").status, 0);
}

TEST_F(TestCommandTest, AGoldenLogHasToBeTheSame) {
  add("golden.c", "", "pr_info(\"one\\n\"); pr_info(\"two\\n\");");
  write_file(folder_.path() / "golden.expected", "one\ntwo\n");
  EXPECT_EQ(run(".").status, 0);
  write_file(folder_.path() / "golden.expected", "one\nthree\n");
  const CommandResult r = run(".");
  EXPECT_EQ(r.status, 1);
  EXPECT_THAT(r.out, HasSubstr("line 2 of the log is not that of"));
  EXPECT_THAT(r.out, HasSubstr("- three\n  + two"));
}

TEST_F(TestCommandTest, OptionsGoToEveryProgramUnlessItHasItsOwn) {
  add("memory.c", "// mm32-expect: log ^MemTotal",
      "pr_info(\"MemTotal %lu\\n\", totalram_pages());");
  EXPECT_EQ(run("memory.c --mem 64M --pae").status, 0);
  const CommandResult r = run("memory.c --mem 1");
  EXPECT_EQ(r.status, 1);
  EXPECT_THAT(r.out, HasSubstr("--mem"));
}

// Also a folder that is called as a command is.
TEST_F(TestCommandTest, FoldersAreNamedAsTheyAre) {
  for (const std::string name : {"debug", "test", "run"}) {
    std::filesystem::create_directories(folder_.path() / name);
    add(name + "/a.c", "// mm32-expect: log ^here$", "pr_info(\"here\\n\");");
  }
  const CommandResult r = run("debug test run -j 1");
  EXPECT_EQ(r.status, 0) << r.err;
  EXPECT_THAT(r.out, HasSubstr("ok   debug/a.c\nok   test/a.c\nok   run/a.c\n3 tests: 3 passed"));
}

TEST_F(TestCommandTest, JunitIsXmlAndHasEveryResult) {
  add("good.c", "// mm32-expect: status 0", "pr_info(\"<&\\\"\\001]]>\\n\");");
  add("bad.c", "// mm32-expect: status 3", "");
  const CommandResult r = run(". --junit out.xml");
  EXPECT_EQ(r.status, 1);
  const CommandResult parsed = shell(
      "python3 -c 'import sys, xml.etree.ElementTree as E; r = E.parse(sys.argv[1]).getroot(); "
      "s = r[0]; print(r.tag, s.get(\"tests\"), s.get(\"failures\"), len(s), "
      "[c.get(\"name\") for c in s])' out.xml",
      folder_.path());
  EXPECT_EQ(parsed.out, "testsuites 2 1 2 ['bad.c', 'good.c']\n") << parsed.err;
}

TEST_F(TestCommandTest, WrongUseIsOneSentenceAndStatusTwo) {
  add("bad_status.c", "// mm32-expect: status nine", "");
  add("bad_regex.c", "// mm32-expect: log (", "");
  add("bad_word.c", "// mm32-expect: nothing", "");
  add("bad_directive.c", "// mm32-hope: x", "");
  write_file(folder_.path() / "empty" / ".keep", "");
  std::filesystem::create_directories(folder_.path() / "none");
  const auto refused = [&](const std::string& words, const std::string& says) {
    const CommandResult r = run(words);
    EXPECT_EQ(r.status, 2) << words;
    EXPECT_THAT(r.err, HasSubstr(says)) << words;
  };
  refused("", "needs a program or a folder");
  refused("bad_status.c", "'nine' is no exit status (0 to 4)");
  refused("bad_regex.c", "'(' is no regular expression");
  refused("bad_word.c", "nothing can be expected of 'nothing'");
  refused("bad_directive.c", "there is no 'mm32-hope'");
  refused("none", "there are no tests");
  refused("missing.c", "no such file");
  add("fine.c", "// mm32-expect: status 0", "");
  refused("fine.c -j 0", "-j takes a number");
  refused("fine.c --filter '['", "no regular expression");
  refused("fine.c --filter zebra", "no test's name matches");
  refused("fine.c --junit /nonexistent/x.xml", "cannot be written");
}

}  // namespace
}  // namespace mm32::test
