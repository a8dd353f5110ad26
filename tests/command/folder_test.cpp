// `mm32 run FOLDER`: several modules of a Kbuild folder, their parameters, modules without init.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/command.hpp"

namespace mm32::test {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string module(const std::string& parameter) {
  return "#include <linux/module.h>\nMODULE_LICENSE(\"GPL\");\n"
         "static int " +
         parameter + ";\nmodule_param(" + parameter +
         ", int, 0);\n"
         "static int __init start(void) { pr_info(\"" +
         parameter + " %d\\n\", " + parameter + "); return 0; }\nmodule_init(start);\n" +
         "static void __exit stop(void) {}\nmodule_exit(stop);\n";
}

class FolderTest : public testing::Test {
 protected:
  FolderTest() {
    write_file(folder_.path() / "Makefile", "obj-m := one.o two.o\n");
    write_file(folder_.path() / "one.c", module("count_one"));
    write_file(folder_.path() / "two.c", module("count_two"));
  }
  CommandResult run(const std::string& words) {
    return shell("\"$MM32\" run . " + words, folder_.path());
  }
  ScratchFolder folder_;
};

TEST_F(FolderTest, AParameterGoesToTheModulesThatHaveIt) {
  const CommandResult result = run("count_one=3 count-two=4");
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_THAT(result.out, HasSubstr("count_one 3"));
  EXPECT_THAT(result.out, HasSubstr("count_two 4"));
  EXPECT_THAT(result.out, Not(HasSubstr("unknown parameter")));
}

TEST_F(FolderTest, OneThatNoModuleHasIsReported) {
  const CommandResult result = run("colour=3");
  EXPECT_THAT(result.out, HasSubstr("one: unknown parameter 'colour' ignored"));
  EXPECT_THAT(result.out, HasSubstr("two: unknown parameter 'colour' ignored"));
}

TEST_F(FolderTest, AModuleMayHaveAnExitFunctionOnly) {
  write_file(folder_.path() / "leave.c",
             "#include <linux/module.h>\nMODULE_LICENSE(\"GPL\");\n"
             "static void __exit stop(void) { pr_info(\"leaving\\n\"); }\nmodule_exit(stop);\n");
  const CommandResult result = shell("\"$MM32\" run leave.c", folder_.path());
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_THAT(result.out, HasSubstr("leaving"));
}

}  // namespace
}  // namespace mm32::test
