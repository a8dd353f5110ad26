#include "emu/loader/kbuild.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "emu/loader/make_variables.hpp"
#include "emu/loader/process.hpp"
#include "emu/loader/shell_words.hpp"

namespace mm32::emu {
namespace {

using std::filesystem::path;
using testing::ElementsAre;

TEST(ShellWordsTest, SplitsFlagsAsAShell) {
  EXPECT_THAT(shell_words(R"( -DA=\"x\"  -DB='"y z"' "-DC=1 2" '' )"),
              ElementsAre("-DA=\"x\"", "-DB=\"y z\"", "-DC=1 2", ""));
}

TEST(MakeVariablesTest, TakesMarkedLinesOnly) {
  const MakeVariables variables = MakeVariables::parse(
      "warning: x\nmm32-variable:obj-m=a.o b.o\nmm32-variable:A=b=c\nmm32-variable:none\n");
  EXPECT_THAT(variables.words("obj-m"), ElementsAre("a.o", "b.o"));
  EXPECT_EQ(variables.value("A"), "b=c");
  EXPECT_EQ(variables.value("none"), "");
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
  write("other.c", "");
  write("Kbuild", "obj-$(CONFIG_DRV) += drv.o\nobj-m += other.o\n");
  const auto modules = read_kbuild(root()).value();
  ASSERT_EQ(modules.size(), 1u);  // what is built anyway leaves the other out, as on Linux
  EXPECT_EQ(modules[0].name, "other");
}

TEST_F(KbuildTest, FunctionsAndConditionalsAreThoseOfMake) {
  for (const char* name : {"drv.c", "main.c", "extra.c", "inc/drv.h"}) write(name, "");
  write("common.mk", "ccflags-y += -DCOMMON\n");
  write("Makefile",
        "ifneq ($(KERNELRELEASE),)\n"
        "include $(src)/common.mk\n"
        "obj-m := $(addsuffix .o,both)\n"
        "both-objs := $(patsubst $(src)/%.c,%.o,$(filter-out %/drv.c,$(wildcard $(src)/*.c)))\n"
        "both-objs := $(sort $(both-objs))\n"
        "ccflags-y += -I$(M)/inc -DCOUNT=$(words a b c) -DFROM=$(shell echo shell)\n"
        "ifdef CONFIG_X86_32\nccflags-$(CONFIG_X86) += -DX86\nendif\n"
        "define unused\nsome text\nendef\n"
        "else\n"
        "KDIR ?= /lib/modules/$(shell uname -r)/build\n"
        "all:\n\t$(error not for us)\n"
        "endif\n");
  const auto modules = read_kbuild(root());
  ASSERT_TRUE(modules.has_value()) << modules.error().lines[0] << modules.error().compiler_messages;
  ASSERT_EQ(modules->size(), 1u);
  EXPECT_THAT((*modules)[0].files, ElementsAre(root() / "extra.c", root() / "main.c"));
  EXPECT_THAT((*modules)[0].flags, ElementsAre("-DCOMMON", "-I" + (root() / "inc").string(),
                                               "-DCOUNT=3", "-DFROM=shell", "-DX86"));
}

TEST_F(KbuildTest, FlagsForSubfoldersReachThem) {
  write("top.c", "");
  write("sub/inner.c", "");
  write("Kbuild", "obj-m := top.o sub/\nsubdir-ccflags-y := -DEVERYWHERE\n");
  write("sub/Makefile", "obj-m := inner.o\nEXTRA_CFLAGS += -DHERE\n");
  const auto modules = read_kbuild(root()).value();
  ASSERT_EQ(modules.size(), 2u);
  EXPECT_THAT(modules[0].flags, ElementsAre("-DEVERYWHERE"));
  EXPECT_THAT(modules[1].flags, ElementsAre("-DEVERYWHERE", "-DHERE"));
}

TEST_F(KbuildTest, FlagsAreTakenAway) {
  for (const char* name : {"a.c", "b.c"}) write(name, "");
  write("Makefile",
        "obj-m := m.o\nm-y := a.o b.o\nccflags-y := -DALL=3 -DLESS -Wall\n"
        "ccflags-remove-y := -DLESS\nCFLAGS_REMOVE_b.o := -DALL=3 -pg\nCFLAGS_b.o := -DB\n");
  const auto modules = read_kbuild(root());
  ASSERT_TRUE(modules.has_value()) << modules.error().lines[0];
  EXPECT_THAT(modules->front().flags, ElementsAre("-DALL=3", "-Wall"));
  EXPECT_THAT(modules->front().file_flags.at((root() / "b.c").string()),
              ElementsAre("-UALL", "-DB"));
}

TEST_F(KbuildTest, WhatMakeRefusesIsShown) {
  write("Makefile", "obj-m := a.o\nendif\n");
  const auto modules = read_kbuild(root());
  ASSERT_FALSE(modules.has_value());
  EXPECT_EQ(modules.error().lines.at(0), (root() / "Makefile").string() + ": make cannot read it");
  EXPECT_THAT(modules.error().compiler_messages, testing::HasSubstr("Makefile:2: "));
}

TEST_F(KbuildTest, ASubfolderOfItselfIsRefused) {
  write("Makefile", "obj-m := ./\n");
  EXPECT_THAT(error(), testing::HasSubstr(": is nested too deeply"));
}

TEST_F(KbuildTest, SaysWhatIsMissing) {
  EXPECT_EQ(error(), root().string() + ": has neither a Kbuild file nor a Makefile");
  write("Makefile", "all:\n\ttrue\n");
  EXPECT_EQ(error(), (root() / "Makefile").string() + ": names no module (obj-m)");
  write("Makefile", "obj-m := a.o\n");
  EXPECT_EQ(error(), (root() / "Makefile").string() + ": wants a.o, but there is no " +
                         (root() / "a.c").string());
  write("Makefile", "obj-m := a.c\n");
  EXPECT_EQ(error(), (root() / "Makefile").string() + ": obj-m has a.c, which is not an object");
}

}  // namespace
}  // namespace mm32::emu
