#include "emu/loader/kbuild.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "emu/loader/makefile.hpp"
#include "emu/loader/process.hpp"

namespace mm32::emu {
namespace {

using std::filesystem::path;
using testing::ElementsAre;

TEST(MakefileTest, ExpandsVariables) {
  const Makefile make(
      "A := x.c y.c  # comment\n"
      "B = $(A) ${C}\n"
      "C += one \\\n    two\n"
      "C += three\n"
      "D ?= first\n"
      "D ?= second\n"
      "E := $(A:.c=.o) $(A:%.c=%.d)\n"
      "F = $(F)\n"
      "G := $$5 $(H\n"
      "all: $(A)\n"
      "\techo $(A)\n",
      {});
  EXPECT_EQ(make.value("B"), "x.c y.c one two three");
  EXPECT_EQ(make.value("D"), "first");
  EXPECT_EQ(make.value("E"), "x.o y.o x.d y.d");
  EXPECT_EQ(make.value("F"), "");
  EXPECT_EQ(make.value("G"), "$5 ");
  EXPECT_FALSE(make.variables().contains("all"));
  EXPECT_EQ(make.unknown_function(), std::nullopt);
}

TEST(MakefileTest, FollowsConditionals) {
  const Makefile make(
      "ifneq ($(KERNELRELEASE),)\n"
      "  obj-m := a.o\n"
      "  ifeq \"$(X)\" \"1\"\n"
      "    Y := one\n"
      "  else ifeq ($(X),2)\n"
      "    Y := two\n"
      "  else\n"
      "    Y := other\n"
      "  endif\n"
      "  ifdef X\n    Z := set\n  endif\n"
      "  ifndef X\n    Z := unset\n  endif\n"
      "else\n"
      "  obj-m := wrong.o\n"
      "  KDIR ?= /lib/modules/$(shell uname -r)/build\n"
      "endif\n",
      {{"KERNELRELEASE", "6.1"}, {"X", "2"}});
  EXPECT_EQ(make.value("obj-m"), "a.o");
  EXPECT_EQ(make.value("Y"), "two");
  EXPECT_EQ(make.value("Z"), "set");
  EXPECT_EQ(make.unknown_function(), std::nullopt);
}

TEST(MakefileTest, RemembersFunctionsItDoesNotKnow) {
  const Makefile make("A := $(wildcard *.c)\nB = 1\n", {});
  EXPECT_EQ(make.value("B"), "1");
  EXPECT_EQ(make.unknown_function(), std::nullopt);
  EXPECT_EQ(make.value("A"), "");
  EXPECT_EQ(make.unknown_function(), "wildcard");
}

TEST(MakefileTest, SplitsFlagsAsAShell) {
  EXPECT_THAT(shell_words(R"( -DA=\"x\"  -DB='"y z"' "-DC=1 2" '' )"),
              ElementsAre("-DA=\"x\"", "-DB=\"y z\"", "-DC=1 2", ""));
}

class KbuildTest : public testing::Test {
 protected:
  KbuildTest() : folder_(TemporaryFolder::create().value()) {}
  const path& root() const { return folder_.path(); }
  void write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories((root() / name).parent_path());
    EXPECT_TRUE(write_text_file(root() / name, text));
  }
  std::string error() const { return read_kbuild(root()).error().lines.at(0); }

  TemporaryFolder folder_;
};

TEST_F(KbuildTest, FindsTheSourcesOfEachModule) {
  for (const char* name : {"one.c", "x.c", "y.c", "low.S", "sub/three.c"}) write(name, "");
  write("Makefile",
        "obj-m := one.o two-part.o sub/\n"
        "two-part-objs := x.o y.o\n"
        "two-part-y += low.o\n"
        "KDIR := /lib/modules/$(shell uname -r)/build\n"
        "ccflags-y := -DX=1 -I$(src)/inc -Iother\n"
        "CFLAGS_y.o := -DY\n"
        "all:\n\tmake -C /lib/modules/$(shell uname -r)/build M=$(PWD) modules\n");
  write("sub/Kbuild", "obj-m += three.o\n");
  const auto modules = read_kbuild(root());
  ASSERT_TRUE(modules.has_value()) << modules.error().lines[0];
  ASSERT_EQ(modules->size(), 3u);
  EXPECT_EQ((*modules)[0].name, "one");
  EXPECT_THAT((*modules)[0].files, ElementsAre(root() / "one.c"));
  EXPECT_EQ((*modules)[1].name, "two_part");
  EXPECT_THAT((*modules)[1].files, ElementsAre(root() / "x.c", root() / "y.c", root() / "low.S"));
  EXPECT_THAT((*modules)[1].flags, ElementsAre("-DX=1", "-I" + (root() / "inc").string(),
                                               "-I" + (root() / "other").string()));
  EXPECT_THAT((*modules)[1].file_flags.at((root() / "y.c").string()), ElementsAre("-DY"));
  EXPECT_EQ((*modules)[2].name, "three");
  EXPECT_TRUE((*modules)[2].flags.empty());
}

TEST_F(KbuildTest, AnUnsetConfigOptionBuildsTheModule) {
  write("drv.c", "");
  write("Kbuild", "obj-$(CONFIG_DRV) += drv.o\n");
  EXPECT_EQ(read_kbuild(root()).value().at(0).name, "drv");
}

TEST_F(KbuildTest, SaysWhatIsMissing) {
  EXPECT_EQ(error(), root().string() + ": has neither a Kbuild file nor a Makefile");
  write("Makefile", "all:\n\ttrue\n");
  EXPECT_EQ(error(), (root() / "Makefile").string() + ": names no module (obj-m)");
  write("Makefile", "obj-m := a.o\n");
  EXPECT_EQ(error(), (root() / "Makefile").string() + ": wants a.o, but there is no " +
                         (root() / "a.c").string());
  write("a.c", "");
  write("Makefile", "obj-m := a.o\na-objs := $(patsubst %.c,%.o,$(wildcard *.c))\n");
  EXPECT_EQ(error(), (root() / "Makefile").string() +
                         ": uses $(patsubst …), which mm32 does not know; name the sources on "
                         "the command line");
  write("Makefile", "obj-m := a.c\n");
  EXPECT_EQ(error(), (root() / "Makefile").string() + ": obj-m has a.c, which is not an object");
}

}  // namespace
}  // namespace mm32::emu
