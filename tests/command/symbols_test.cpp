// What modules import: `mm32 symbols`, and modules that run although something is missing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/support/command.hpp"

namespace mm32::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::AllOf;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const fs::path kMissing = MM32_SOURCE_DIR "/tests/guest/missing";
const fs::path kLeaks = MM32_SOURCE_DIR "/tests/guest/leaks";
const fs::path kData = MM32_SOURCE_DIR "/tests/data";

TEST(SymbolsTest, NamesProvidersAndThePlacesOfWhatIsMissing) {
  const CommandResult result = mm32({"symbols", "calls.c"}, kMissing);
  EXPECT_EQ(result.status, 1);
  EXPECT_EQ(result.err, "");
  EXPECT_THAT(result.out, StartsWith("calls.ko: 4 imports, 2 missing\n"));
  EXPECT_THAT(result.out, HasSubstr("\n  printk        kernel (C)\n"));
  EXPECT_THAT(result.out, HasSubstr("\n  weak_one      nobody; weak, so it is 0\n"));
  EXPECT_THAT(result.out, ContainsRegex("\n  missing_one   MISSING\n"
                                        "    at [a-z_]+\\+0x[0-9a-f]+ \\(calls.c:11\\)\n"));
  EXPECT_THAT(result.out, HasSubstr("    at through_pointer+0x0\n"));
}

TEST(SymbolsTest, ModulesProvideForEachOther) {
  const CommandResult result = mm32({"symbols", "taker.c", "giver.c"}, kLeaks);
  EXPECT_EQ(result.status, 0) << result.out;
  EXPECT_THAT(result.out, StartsWith("giver.ko: "));
  EXPECT_THAT(result.out, ContainsRegex("\n  [a-z_]+ +module giver\n"));
  EXPECT_EQ(mm32({"symbols", "taker.c"}, kLeaks).status, 1);
}

TEST(SymbolsTest, JsonSaysTheSame) {
  const CommandResult result = mm32({"symbols", "calls.c", "--json"}, kMissing);
  EXPECT_EQ(result.status, 1);
  const json modules = json::parse(result.out);
  ASSERT_EQ(modules.size(), 1u);
  EXPECT_EQ(modules[0]["module"], "calls");
  EXPECT_EQ(modules[0]["missing"], 2);
  for (const json& import : modules[0]["imports"]) {
    if (import["name"] == "printk") {
      EXPECT_EQ(import["provider"], "guest");
    }
    if (import["name"] != "missing_wide") continue;
    EXPECT_TRUE(import["provider"].is_null());
    EXPECT_EQ(import["missing"], true);
    EXPECT_EQ(import["places"][0]["file"], "calls.c");
    EXPECT_EQ(import["places"][0]["line"], 12);
  }
}

TEST(SymbolsTest, ReadsModuleFilesOfTheRealKernelsHeaders) {
  for (const char* file : {"hello.ko", "hello-pae.ko", "kmem_cache.ko"}) {
    const CommandResult result = mm32({"symbols", file}, kData);
    EXPECT_EQ(result.status, 0) << result.out;
    EXPECT_THAT(result.out, AllOf(HasSubstr(" 0 missing\n"), Not(HasSubstr("MISSING"))));
  }
}

TEST(SymbolsTest, WrongFilesAreRefused) {
  EXPECT_EQ(mm32({"symbols"}).err, "mm32: symbols needs a file (mm32 symbols --help)\n");
  const CommandResult result = mm32({"symbols", "nosuch.ko"});
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.err, "mm32: nosuch.ko: cannot be read: No such file or directory\n");
}

TEST(RunMissingTest, RefusesUnlessAsked) {
  const CommandResult result = mm32({"run", "calls.c"}, kMissing);
  EXPECT_EQ(result.status, 1);
  EXPECT_EQ(result.out, "");
  EXPECT_THAT(result.err, HasSubstr("mm32: calls.ko: unknown symbol missing_one, needed at "));
  EXPECT_THAT(result.err, Not(HasSubstr("weak_one")));
}

TEST(RunMissingTest, FailEndsTheTaskAtTheFirstCall) {
  for (const char* machine : {"--mem=160M", "--pae"}) {
    const CommandResult result = mm32({"run", "calls.c", "--run-missing=fail", machine}, kMissing);
    EXPECT_EQ(result.status, 1);
    EXPECT_THAT(result.out, ContainsRegex("mm32: call of the missing symbol missing_one\n"
                                          "(.*\n)*.* Call Trace:\n"
                                          ".*calls_init\\+0x.*\\(calls.c:11\\)\n"));
    EXPECT_THAT(result.out, Not(HasSubstr("one 0")));
    EXPECT_EQ(result.err, "mm32: calls: init called missing_one, which nobody provides\n");
  }
}

TEST(RunMissingTest, ZeroPassesOverAndNamesEachOnce) {
  for (const char* machine : {"--mem=160M", "--pae"}) {
    const CommandResult result = mm32({"run", "calls.c", "--run-missing=zero", machine}, kMissing);
    EXPECT_EQ(result.status, 0) << result.err;
    EXPECT_THAT(result.out, AllOf(HasSubstr("one 0, again 0\n"), HasSubstr("pointer 0, wide 0\n"),
                                  HasSubstr("weak is NULL\n"), HasSubstr("bye\n")));
    const std::string call = "call of the missing symbol missing_one\n";
    const std::size_t first = result.out.find(call);
    ASSERT_NE(first, std::string::npos);
    EXPECT_EQ(result.out.find(call, first + 1), std::string::npos);
    EXPECT_THAT(result.out, HasSubstr("call of the missing symbol missing_wide\n"));
    EXPECT_EQ(result.err, "mm32: no leaks\n");
  }
}

TEST(RunMissingTest, MissingDataIsAFaultThatNamesIt) {
  const CommandResult result = mm32({"run", "data.c", "--run-missing=fail"}, kMissing);
  EXPECT_EQ(result.status, 1);
  EXPECT_THAT(result.out, HasSubstr("BUG: unable to handle page fault for address: "));
  EXPECT_THAT(result.err, AllOf(HasSubstr("data: init was killed by an oops\n"),
                                HasSubstr("The address is 12 bytes into missing_table, which "
                                          "nobody provides (--run-missing).\n")));
}

TEST(RunMissingTest, MissingDataIsZeroAndCanBeWritten) {
  const CommandResult result = mm32({"run", "data.c", "--run-missing=zero"}, kMissing);
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_THAT(result.out, AllOf(HasSubstr("access to the missing symbol missing_table\n"),
                                HasSubstr(" EIP: data_init+0x"), HasSubstr("element 3 is 0\n"),
                                HasSubstr("element 3 is 5\n")));
}

TEST(RunMissingTest, OtherWordsAreRefused) {
  const CommandResult result = mm32({"run", "calls.c", "--run-missing=maybe"}, kMissing);
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.err, "mm32: --run-missing takes fail or zero, not 'maybe'\n");
}

TEST(ExpectInitTest, TheExpectedErrorIsSuccess) {
  for (const char* error : {"EAGAIN", "-11", "11", "-EAGAIN"}) {
    const CommandResult result =
        mm32({"run", "self_check.c", std::string("--expect-init=") + error}, kMissing);
    EXPECT_EQ(result.status, 0) << error;
    EXPECT_THAT(result.out, HasSubstr("all checks passed\n"));
    EXPECT_EQ(result.err,
              "mm32: self_check.ko: init returned -11 (EAGAIN, Resource temporarily unavailable), "
              "as expected\n");
  }
}

TEST(ExpectInitTest, ErrorsOfTheKernelsOwnHaveNames) {
  EXPECT_EQ(
      mm32({"run", "self_check.c", "result=-517", "--expect-init=EPROBE_DEFER"}, kMissing).status,
      0);
  EXPECT_THAT(mm32({"run", "self_check.c", "result=-524"}, kMissing).err,
              HasSubstr("(init returned -524, ENOTSUPP)"));
  EXPECT_THAT(mm32({"run", "self_check.c", "result=-1234"}, kMissing).err,
              HasSubstr("Unknown error 1234 (init returned -1234, errno 1234)"));
}

TEST(ExpectInitTest, AnotherErrorOrNoneFails) {
  const CommandResult other = mm32({"run", "self_check.c", "--expect-init=ENODEV"}, kMissing);
  EXPECT_EQ(other.status, 1);
  EXPECT_EQ(other.err,
            "mm32: could not insert module self_check.ko: Resource temporarily unavailable (init "
            "returned -11, EAGAIN)\n");
  const CommandResult none =
      mm32({"run", "self_check.c", "result=0", "--expect-init=ENODEV"}, kMissing);
  EXPECT_EQ(none.status, 1);
  EXPECT_THAT(none.err, HasSubstr("mm32: no init returned -19 (ENODEV, No such device), which "
                                  "--expect-init asks for\n"));
}

TEST(ExpectInitTest, WhatIsNoErrorIsRefused) {
  for (const char* error : {"0", "EFOO", "4096", "x", "-", "19x"}) {
    const CommandResult result =
        mm32({"run", "self_check.c", std::string("--expect-init=") + error}, kMissing);
    EXPECT_EQ(result.status, 2);
    EXPECT_EQ(result.err,
              std::string("mm32: --expect-init takes an error such as ENODEV, -19 or 19, not '") +
                  error + "'\n");
  }
}

}  // namespace
}  // namespace mm32::test
