// What modules import: `mm32 symbols`, and modules that run although something is missing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>

#include "tests/support/command.hpp"

namespace mm32::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::AllOf;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::MatchesRegex;
using testing::Not;
using testing::StartsWith;

// The log without its time stamps.
std::string without_times(const std::string& log) {
  return std::regex_replace(log, std::regex("(^|\n)\\[ *[0-9]+\\.[0-9]+\\] "), "$1");
}

const fs::path kMissing = MM32_SOURCE_DIR "/tests/guest/missing";
const fs::path kLeaks = MM32_SOURCE_DIR "/tests/guest/leaks";
const fs::path kData = MM32_SOURCE_DIR "/tests/data";

TEST(SymbolsTest, NamesProvidersAndThePlacesOfWhatIsMissing) {
  const CommandResult result = mm32({"symbols", "calls.c"}, kMissing);
  EXPECT_EQ(result.status, 1);
  EXPECT_EQ(result.err, "");
  EXPECT_THAT(result.out, StartsWith("calls.ko: 4 imports, 2 missing\n"));
  EXPECT_THAT(result.out, HasSubstr("\n  _printk       kernel (C)\n"));
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
  EXPECT_EQ(without_times(result.out),
            "calls: Unknown symbol missing_wide (err -2)\n"
            "calls: Unknown symbol missing_one (err -2)\n");
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

TEST(DebugSitesTest, QueriesSwitchSitesOn) {
  const std::pair<const char*, const char*> queries[] = {
      {"dyndbg=+p", "first\ninner 4\nalways\nlast\n"},
      {"dyndbg=+pmfl",
       "debug_sites:sites_init:9: first\ndebug_sites:inner:5: inner 4\nalways\n"
       "debug_sites:sites_exit:15: last\n"},
      {"dyndbg=func inner +pl; line 8-9 +pt", "[83] first\n5: inner 4\nalways\n"},
      {"dyndbg=file debug_sites.c +p; func inner -p", "first\nalways\nlast\n"},
      {"dyndbg=format last =pf", "always\nsites_exit: last\n"},
      {"dyndbg=frobnicate",
       "dyndbg: bad flag-op f, at start of frobnicate\ndyndbg: flags parse failed\nalways\n"},
      {"dyndbg=func inner +pq", "dyndbg: unknown flag 'q'\ndyndbg: flags parse failed\nalways\n"},
      {"dyndbg=line x +p", "dyndbg: bad line-number: x\ndyndbg: query parse failed\nalways\n"},
      {"nosuch=1", "debug_sites: unknown parameter 'nosuch' ignored\nalways\n"}};
  for (const auto& [query, log] : queries) {
    const CommandResult result = mm32({"run", "debug_sites.c", query}, kMissing);
    EXPECT_EQ(result.status, 0) << result.err;
    EXPECT_EQ(without_times(result.out), log) << query;
  }
}

TEST(FileFactsTest, VerboseTellsWhatTheFileSays) {
  const CommandResult result = mm32({"run", "-v", "rich.ko"}, kData);
  EXPECT_THAT(result.err, AllOf(HasSubstr("mm32: rich.ko: license "),
                                ContainsRegex("rich.ko: vermagic 6.1.0-.* \\(not enforced\\)\n"),
                                ContainsRegex("rich.ko: parameter [a-z_]+ \\("),
                                ContainsRegex("rich.ko: [0-9]+ CRCs of symbols, which are not")));
  EXPECT_THAT(mm32({"run", "rich.ko"}, kData).err, Not(HasSubstr("license")));
}

TEST(ModuleFileTest, PackedFilesRunAsTheyAre) {
  const std::string plain = mm32({"run", "hello.ko"}, kData).out;
  for (const char* file : {"hello.ko.xz", "hello.ko.zst", "hello.ko.gz"}) {
    const CommandResult result = mm32({"run", file}, kData);
    EXPECT_EQ(result.status, 0) << result.err;
    EXPECT_EQ(result.out, plain) << file;
  }
}

TEST(ModuleFileTest, DamagedPackedFilesAreNamedAsSuch) {
  const ScratchFolder scratch;
  for (const char* file : {"hello.ko.xz", "hello.ko.zst", "hello.ko.gz"}) {
    const std::string whole = read_file(kData / file);
    write_file(scratch.path() / "cut", whole.substr(0, whole.size() / 2));
    const CommandResult result = mm32({"run", "cut"}, scratch.path());
    EXPECT_EQ(result.status, 2);
    EXPECT_THAT(result.err, MatchesRegex("mm32: cut: is damaged or truncated \\([a-z]+ cannot "
                                         "unpack it\\)\n"));
  }
  write_file(scratch.path() / "a.ko.bz2", "BZh9 more");
  EXPECT_EQ(mm32({"run", "a.ko.bz2"}, scratch.path()).err,
            "mm32: a.ko.bz2: is compressed with bzip2: unpack it with bunzip2 first\n");
}

TEST(ModuleFileTest, AnAppendedSignatureIsPassedOver) {
  const ScratchFolder scratch;
  write_file(scratch.path() / "hello.ko", read_file(kData / "hello.ko") + std::string(300, '\x5a') +
                                              "~Module signature appended~\n");
  const CommandResult result = mm32({"run", "hello.ko"}, scratch.path());
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_THAT(result.out, HasSubstr("hello PAGE_OFFSET=c0000000\n"));
}

// A library, a proprietary user, and users with and without the import of its namespace.
class ExportsTest : public testing::Test {
 protected:
  void SetUp() override {
    write("library.c",
          "int shared(void) { return 5; }\nEXPORT_SYMBOL_GPL(shared);\n"
          "int spaced(void) { return 6; }\nEXPORT_SYMBOL_NS(spaced, LIBRARY);\n"
          "static int __init start(void) { return 0; }\n"
          "static void __exit end(void) { pr_info(\"users %d\\n\", module_refcount(THIS_MODULE)); "
          "}\n",
          "GPL");
    write("gpl.c",
          "int shared(void);\nint spaced(void);\nMODULE_IMPORT_NS(LIBRARY);\n"
          "static int __init start(void) { pr_info(\"%d %d\\n\", shared(), spaced()); return 0; }\n"
          "static void __exit end(void) {}\n",
          "GPL");
    write("closed.c",
          "int shared(void);\nstatic int __init start(void) { return shared(); }\n"
          "static void __exit end(void) {}\n",
          "Proprietary");
    write("outside.c",
          "int spaced(void);\nstatic int __init start(void) { return spaced() - 6; }\n"
          "static void __exit end(void) {}\n",
          "GPL");
    write("clash.c",
          "int shared(void) { return 7; }\nEXPORT_SYMBOL(shared);\n"
          "static int __init start(void) { return 0; }\nstatic void __exit end(void) {}\n",
          "GPL");
    write("kernel_clash.c",
          "void kfree_not(void) {}\nint vfree_atomic(void) { return 7; }\n"
          "EXPORT_SYMBOL(vfree_atomic);\n"
          "static int __init start(void) { return 0; }\nstatic void __exit end(void) {}\n",
          "GPL");
    write("holder.c",
          "static int __init start(void) { __module_get(THIS_MODULE); return 0; }\n"
          "static void __exit end(void) {}\n",
          "GPL");
  }
  void write(const std::string& name, const std::string& body, const std::string& licence) const {
    write_file(scratch_.path() / name, "#include <linux/module.h>\n" + body +
                                           "module_init(start);\nmodule_exit(end);\n"
                                           "MODULE_LICENSE(\"" +
                                           licence + "\");\n");
  }
  CommandResult run(const std::vector<std::string>& files) const {
    std::vector<std::string> words = files;
    words.insert(words.begin(), "run");
    return mm32(words, scratch_.path());
  }
  ScratchFolder scratch_;
};

TEST_F(ExportsTest, AreFoundInAnyOrderAndCounted) {
  const CommandResult result = run({"gpl.c", "library.c"});
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(without_times(result.out), "5 6\nusers -1\n");
}

TEST_F(ExportsTest, ForGplModulesOnlyAreRefusedToOthers) {
  const CommandResult result = run({"library.c", "closed.c"});
  EXPECT_EQ(result.status, 1);
  EXPECT_THAT(result.err, ContainsRegex("closed.ko: unknown symbol shared, needed at .*: module "
                                        "library exports it for GPL modules only, and the licence "
                                        "is 'Proprietary'\n"));
  EXPECT_THAT(result.out, HasSubstr(" closed: Unknown symbol shared (err -2)\n"));
}

TEST_F(ExportsTest, OfTheKernelForGplModulesOnlyAreRefusedToOthers) {
  const std::string body =
      "static int __init start(void) { return __symbol_get(\"x\") != NULL; }\n"
      "static void __exit end(void) {}\n";
  write("nosy.c", body, "Proprietary");
  const CommandResult result = run({"nosy.c"});
  EXPECT_EQ(result.status, 1);
  EXPECT_THAT(result.err, HasSubstr(": the kernel has it for GPL modules only, and the licence is "
                                    "'Proprietary'\n"));
  EXPECT_THAT(result.out, HasSubstr(" nosy: Unknown symbol __symbol_get (err -2)\n"));
  EXPECT_THAT(mm32({"symbols", "nosy.c"}, scratch_.path()).out,
              ContainsRegex("__symbol_get +REFUSED: for GPL modules only, and the licence is "
                            "'Proprietary'\n"));
  write("nosy.c", body, "GPL");
  EXPECT_EQ(run({"nosy.c"}).status, 0);
}

TEST_F(ExportsTest, OfANamespaceHaveToBeImported) {
  const CommandResult result = run({"library.c", "outside.c"});
  EXPECT_EQ(result.status, 1);
  EXPECT_THAT(result.err, HasSubstr(": it is in namespace LIBRARY of module library, which the "
                                    "module does not import\n"));
  EXPECT_THAT(
      result.out,
      HasSubstr(" outside: module uses symbol (spaced) from namespace LIBRARY, but does not "
                "import it.\n"));
  EXPECT_THAT(result.out, HasSubstr(" outside: Unknown symbol spaced (err -22)\n"));
}

TEST_F(ExportsTest, ClashesAreRefused) {
  EXPECT_THAT(run({"library.c", "clash.c"}).err,
              HasSubstr("exports duplicate symbol shared (owned by library)\n"));
  EXPECT_THAT(run({"kernel_clash.c"}).err,
              HasSubstr("exports duplicate symbol vfree_atomic (owned by kernel)\n"));
  EXPECT_THAT(
      run({"kernel_clash.c"}).out,
      HasSubstr(" kernel_clash: exports duplicate symbol vfree_atomic (owned by kernel)\n"));
}

// Debian has crc7 in a module; here it is in the kernel.
TEST_F(ExportsTest, ALibraryModuleGoesBeforeWhatIsBuiltIn) {
  write("crc7.c",
        "unsigned char crc7_be(unsigned char c, const unsigned char* b, size_t n) { return 99; }\n"
        "EXPORT_SYMBOL(crc7_be);\nMODULE_INFO(intree, \"Y\");\n"
        "static int __init start(void) { return 0; }\nstatic void __exit end(void) {}\n",
        "GPL");
  write("user.c",
        "unsigned char crc7_be(unsigned char, const unsigned char*, size_t);\n"
        "static int __init start(void) { pr_info(\"crc %d\\n\", crc7_be(0, NULL, 0)); return 0; }\n"
        "static void __exit end(void) {}\n",
        "GPL");
  EXPECT_EQ(without_times(run({"user.c", "crc7.c"}).out), "crc 99\n");
  EXPECT_EQ(without_times(run({"user.c"}).out), "crc 0\n");
}

TEST_F(ExportsTest, AModuleWithoutExitStaysAndKeepsWhatItUses) {
  write_file(scratch_.path() / "stays.c",
             "#include <linux/module.h>\n#include <linux/slab.h>\nint shared(void);\n"
             "static int __init start(void) { return kmalloc(9, GFP_KERNEL) == NULL; }\n"
             "int use(void);\nint use(void) { return shared(); }\n"
             "module_init(start);\nMODULE_LICENSE(\"GPL\");\n");
  const CommandResult result = run({"stays.c", "library.c"});
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.err,
            "mm32: stays has no exit function: it stays loaded, as on Linux\n"
            "mm32: library stays loaded: stays uses it\n");
  EXPECT_EQ(result.out, "");
}

TEST_F(ExportsTest, AModuleInUseIsNotRemoved) {
  const CommandResult result = run({"holder.c"});
  EXPECT_EQ(result.status, 1);
  EXPECT_EQ(result.err, "mm32: could not remove module holder: it is in use (use count 1)\n");
}

}  // namespace
}  // namespace mm32::test
