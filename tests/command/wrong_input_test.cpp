// Every wrong input that a user can give: one line "mm32: …", the right exit status, no crash.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/command.hpp"

namespace mm32::test {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

const fs::path kWrong = MM32_SOURCE_DIR "/tests/guest/wrong";
const fs::path kData = MM32_SOURCE_DIR "/tests/data";

constexpr const char* kNoLeaks = "mm32: no leaks\n";

// Exactly one line, and it is ours. That nothing leaked is said as well where a module was
// unloaded.
void expect_one_line(const CommandResult& result, int status, const std::string& line) {
  EXPECT_EQ(result.status, status);
  EXPECT_EQ(without_lines(result.err, kNoLeaks), "mm32: " + line + "\n");
}

struct UsageCase {
  std::vector<std::string> words;
  std::string line;
};

TEST(CommandLineTest, WrongUsageIsOneLineAndStatus2) {
  const std::vector<UsageCase> cases = {
      {{}, "a command is missing (mm32 --help lists them)"},
      {{"frobnicate"}, "there is no command 'frobnicate' (mm32 --help lists them)"},
      {{"--json", "layout"}, "there is no option --json before the command (mm32 --help)"},
      {{"run"}, "run needs a file to run (mm32 run --help)"},
      {{"run", "--", "x=1"}, "run needs a file to run (mm32 run --help)"},
      {{"walk"}, "walk needs an address (mm32 walk --help)"},
      {{"report"}, "report needs the name of a report (mm32 report --help)"},
      {{"layout", "more"}, "layout takes no argument 'more' (mm32 layout --help)"},
      {{"run", "--frobnicate", "x.c"},
       "run has no option --frobnicate (mm32 run --help lists them)"},
      {{"layout", "--frobnicate=3"},
       "layout has no option --frobnicate (mm32 layout --help lists them)"},
      {{"layout", "--mem"}, "--mem needs a value"},
      {{"layout", "--mem="}, "--mem needs a value"},
      {{"layout", "--mem", "1M"}, "--mem 1M is too small: a machine has at least 16M"},
      {{"layout", "--mem", "0"}, "--mem 0 is too small: a machine has at least 16M"},
      {{"layout", "--mem", "5G"}, "--mem 5G is too large: more than 4G needs --pae"},
      {{"layout", "--mem", "65G", "--pae"},
       "--mem 65G is too large: with --pae a machine has at most 64G"},
      {{"layout", "--mem", "garbage"}, "--mem takes a size such as 160M or 4G, not 'garbage'"},
      {{"layout", "--mem", "-5M"}, "--mem takes a size such as 160M or 4G, not '-5M'"},
      {{"layout", "--mem", "99999999999999999999"},
       "--mem takes a size such as 160M or 4G, not '99999999999999999999'"},
      {{"layout", "--layout", "huge"}, "--layout takes classic or linux-6.1, not 'huge'"},
      {{"layout", "--kstack", "16k"}, "--kstack takes 8k or 4k, not '16k'"},
      {{"layout", "--seed", "abc"}, "--seed takes a whole number below 2^64, not 'abc'"},
      {{"layout", "--seed", "-1"}, "--seed takes a whole number below 2^64, not '-1'"},
      {{"layout", "--timeout", "soon"},
       "--timeout takes a number of seconds from 0 to 1000000000, not 'soon'"},
      {{"layout", "--timeout", "nan"},
       "--timeout takes a number of seconds from 0 to 1000000000, not 'nan'"},
      {{"layout", "--timeout", "-1"},
       "--timeout takes a number of seconds from 0 to 1000000000, not '-1'"},
      {{"layout", "--timeout", "1e300"},
       "--timeout takes a number of seconds from 0 to 1000000000, not '1e300'"},
      {{"layout", "--param", "=1"}, "--param takes NAME=VALUE, not '=1'"},
      {{"layout", "--param", "min_free_kbytes"}, "min_free_kbytes takes a number, not ''"},
      {{"layout", "--param", "min_free_kbytes=many"}, "min_free_kbytes takes a number, not 'many'"},
      {{"layout", "--init-on-alloc", "2"}, "--init-on-alloc takes 0 or 1, not '2'"},
      {{"run", "x.c", "--trace-format", "jsonl"},
       "--trace-format and --trace-event need --trace FILE"},
      {{"report", "meminfo", "--trace", "t", "--trace-format", "xml"},
       "--trace-format takes jsonl, chrome or ftrace, not 'xml'"},
      {{"report", "meminfo", "--trace", "/nonexistent/t"},
       "cannot write the trace /nonexistent/t: No such file or directory"},
      {{"layout", "--trace", "t"}, "layout runs no machine: there is nothing to trace"},
      {{"layout", "--reserved", "x"},
       "--reserved takes ZONE=PAGES,… with zones DMA, Normal, HighMem and Movable, not 'x'"},
      {{"walk", "nowhere"}, "'nowhere' is neither an address in hexadecimal nor a symbol"},
      {{"walk", "-1"}, "'-1' is neither an address in hexadecimal nor a symbol"},
      {{"walk", "c0000000-"}, "'c0000000-' is neither an address in hexadecimal nor a symbol"},
      {{"walk", "c0001000-c0000000"}, "the range 'c0001000-c0000000' ends before it begins"},
      {{"walk", "c0000000-c0000000"}, "the range 'c0000000-c0000000' is empty"},
      {{"walk", "c0000000+zz"}, "'c0000000+zz': 'zz' is no offset in hexadecimal"},
      {{"walk", "0-ffffffff"}, "the range '0-ffffffff' has more than 4096 pages"},
      {{"walk", "100000000"}, "'100000000' is not a 32-bit address (0 to ffffffff)"},
      {{"walk", "123456789abcdef01"},
       "'123456789abcdef01' is not a 32-bit address (0 to ffffffff)"},
  };
  for (const UsageCase& c : cases) {
    SCOPED_TRACE(c.line);
    const CommandResult result = mm32(c.words);
    expect_one_line(result, 2, c.line);
    EXPECT_EQ(result.out, "");
  }
}

TEST(CommandLineTest, UnknownReportIsNamedWithThoseThatExist) {
  const CommandResult result = mm32({"report", "nosuch"});
  EXPECT_EQ(result.status, 2);
  EXPECT_THAT(result.err, StartsWith("mm32: there is no report 'nosuch'; there are buddyinfo "));
  EXPECT_THAT(result.err, EndsWith("page_tables\n"));
}

TEST(CommandLineTest, UnknownKernelParameterIsNamedWithThoseThatExist) {
  const CommandResult result = mm32({"layout", "--param", "nosuch=1"});
  EXPECT_EQ(result.status, 2);
  EXPECT_THAT(result.err, StartsWith("mm32: there is no kernel parameter 'nosuch'; there are "));
  EXPECT_THAT(result.err, HasSubstr(" min_free_kbytes "));
}

TEST(CommandLineTest, UnknownTraceEventIsNamedWithThoseThatExist) {
  const CommandResult result =
      mm32({"report", "meminfo", "--trace", "t", "--trace-event", "nosuch"});
  EXPECT_EQ(result.status, 2);
  EXPECT_THAT(result.err, StartsWith("mm32: there is no trace event 'nosuch'; there are "));
  EXPECT_THAT(result.err, HasSubstr(" kmem:kmalloc "));
}

TEST(CommandLineTest, LastOfARepeatedOptionCounts) {
  const CommandResult result = mm32({"layout", "--mem", "16M", "--mem", "160M", "--json"});
  EXPECT_EQ(result.status, 0);
  EXPECT_THAT(result.out, HasSubstr("\"high_memory\": \"0xca000000\""));
}

TEST(CommandLineTest, HelpOfEveryCommandHasExamples) {
  for (const std::string command : {"run", "walk", "layout", "report"}) {
    const CommandResult result = mm32({command, "--help"});
    EXPECT_EQ(result.status, 0);
    EXPECT_THAT(result.out, HasSubstr("Examples:\n  mm32 " + command));
    EXPECT_THAT(result.out, HasSubstr("--mem"));
    EXPECT_EQ(result.err, "");
  }
  EXPECT_THAT(mm32({"--help"}).out, HasSubstr("Examples:\n"));
  EXPECT_THAT(mm32({"--version"}).out, StartsWith("mm32 "));
}

TEST(UnreadableFileTest, IsNamedWithTheReason) {
  const ScratchFolder scratch;
  const fs::path& here = scratch.path();
  fs::create_directories(here / "empty_folder");
  fs::create_directories(here / "folder.ko");
  write_file(here / "empty.ko", "");
  write_file(here / "text.ko", "hello\n");
  const std::vector<UsageCase> cases = {
      {{"run", "nosuch.c"}, "nosuch.c: cannot be read: No such file or directory"},
      {{"run", "nosuch.ko"}, "nosuch.ko: cannot be read: No such file or directory"},
      {{"run", "n=5"}, "n=5: cannot be read: No such file or directory"},
      {{"run", "empty_folder"}, "empty_folder: has neither a Kbuild file nor a Makefile"},
      {{"run", "folder.ko"}, "folder.ko: has neither a Kbuild file nor a Makefile"},
      {{"run", "empty.ko"}, "empty.ko: is empty"},
      {{"run", "text.ko"}, "text.ko: is not an ELF file"},
      {{"run", "/dev/zero"}, "/dev/zero: is not a regular file"},
      {{"walk", "0", "--run", "nosuch.c"}, "nosuch.c: cannot be read: No such file or directory"},
      {{"report", "meminfo", "--run", "text.ko"}, "text.ko: is not an ELF file"},
  };
  for (const UsageCase& c : cases) {
    SCOPED_TRACE(c.line);
    const CommandResult result = mm32(c.words, here);
    expect_one_line(result, 2, c.line);
    EXPECT_EQ(result.out, "");
  }
}

TEST(UnreadableFileTest, PipeIsNotWaitedFor) {
  const ScratchFolder scratch;
  const CommandResult result = shell("mkfifo p.ko; exec \"$MM32\" run p.ko", scratch.path());
  expect_one_line(result, 2, "p.ko: is not a regular file");
}

TEST(UnreadableFileTest, OtherElfFilesAreRefused) {
  const ScratchFolder scratch;
  const std::string ko = read_file(kData / "hello.ko");
  ASSERT_GT(ko.size(), 100u);
  const auto with = [&](const char* name, std::size_t at, char value) {
    std::string changed = ko;
    changed[at] = value;
    write_file(scratch.path() / name, changed);
    return mm32({"run", name}, scratch.path());
  };
  expect_one_line(with("wide.ko", 4, 2), 2, "wide.ko: is a 64-bit ELF file; mm32 runs i386 code");
  const std::pair<const char*, CommandResult> refused[] = {
      {"endian.ko", with("endian.ko", 5, 2)},       // big-endian
      {"kind.ko", with("kind.ko", 16, 3)},          // a shared library
      {"machine.ko", with("machine.ko", 18, 40)}};  // ARM
  for (const auto& [name, result] : refused) {
    EXPECT_EQ(result.status, 2) << name;
    EXPECT_THAT(result.err, StartsWith(std::string("mm32: ") + name + ": is ")) << name;
  }
}

// The unit tests try every prefix; here a sample goes through the whole command.
TEST(UnreadableFileTest, PrefixesOfAModuleAreRefused) {
  const ScratchFolder scratch;
  const std::string ko = read_file(kData / "hello.ko");
  for (std::size_t size = 1; size < ko.size(); size += ko.size() / 23 + 1) {
    write_file(scratch.path() / "cut.ko", ko.substr(0, size));
    const CommandResult result = mm32({"run", "cut.ko"}, scratch.path());
    EXPECT_EQ(result.status, 2) << size;
    EXPECT_THAT(result.err, StartsWith("mm32: cut.ko: ")) << size;
    EXPECT_EQ(result.err.find('\n'), result.err.size() - 1) << size;
  }
}

TEST(WrongModuleTest, WithoutInitIsRefused) {
  const CommandResult result = mm32({"run", "no_init.c"}, kWrong);
  expect_one_line(result, 2, "no_init.ko: has no init function (module_init), nothing to run");
}

TEST(WrongModuleTest, ErrorOfInitIsNamed) {
  expect_one_line(
      mm32({"run", "init_fails.c"}, kWrong), 1,
      "could not insert module init_fails.ko: Cannot allocate memory (init returned -12, ENOMEM)");
}

TEST(WrongModuleTest, InitThatNeverReturnsSpendsTheTime) {
  const CommandResult result = mm32({"run", "init_loops.c", "--timeout", "1"}, kWrong);
  expect_one_line(result, 3, "init_loops: init did not return in the time allowed (--timeout)");
  EXPECT_THAT(result.out, HasSubstr("before the loop\n"));
}

TEST(WrongModuleTest, UnknownSymbolsAreAllListedWithTheirPlaces) {
  const CommandResult result = mm32({"run", "unknown_symbols.c"}, kWrong);
  EXPECT_EQ(result.status, 1);
  EXPECT_THAT(result.err, testing::ContainsRegex(
                              "mm32: unknown_symbols.ko: unknown symbol no_such_function, needed "
                              "at .*unknown_symbols.c:8.*unknown_symbols.c:13"));
  EXPECT_THAT(result.err, testing::ContainsRegex(
                              "mm32: unknown_symbols.ko: unknown symbol not_there_either, needed "
                              "at .*unknown_symbols.c:9"));
  EXPECT_EQ(std::ranges::count(result.err, '\n'), 2);
}

TEST(WrongModuleTest, SecondModuleOfTheSameNameIsRefused) {
  const CommandResult result = mm32({"run", "parameter.c", "./parameter.c"}, kWrong);
  expect_one_line(result, 2, "./parameter.ko: a module 'parameter' is loaded already");
}

TEST(ModuleParameterTest, ValuesReachTheModule) {
  const std::string expected = "number=-5 flag=1\n";
  EXPECT_THAT(mm32({"run", "parameter.c", "number=-5", "flag=1"}, kWrong).out, EndsWith(expected));
  EXPECT_THAT(mm32({"run", "parameter.c", "--", "number=-5", "flag"}, kWrong).out,
              EndsWith(expected));
}

TEST(ModuleParameterTest, BadValueIsRefused) {
  const CommandResult result = mm32({"run", "parameter.c", "number=many"}, kWrong);
  expect_one_line(result, 2, "parameter: a parameter is not valid (EINVAL, Invalid argument)");
  EXPECT_THAT(result.out, HasSubstr("parameter: `many' invalid for parameter `number'"));
}

TEST(ModuleParameterTest, UnknownNameIsIgnoredWithTheKernelsMessage) {
  const CommandResult result = mm32({"run", "parameter.c", "colour=red"}, kWrong);
  EXPECT_EQ(result.status, 0);
  EXPECT_THAT(result.out, HasSubstr("parameter: unknown parameter 'colour' ignored"));
}

TEST(ModuleParameterTest, ReachAModuleWhoseFileHasAnotherName) {
  const ScratchFolder scratch;
  fs::copy(kData / "rich.ko", scratch.path() / "renamed.ko");
  const CommandResult result = mm32({"run", "renamed.ko", "nosuch=1"}, scratch.path());
  EXPECT_THAT(result.out, HasSubstr("unknown parameter 'nosuch' ignored"));
}

TEST(CompilerMessageTest, IsShownAsTheCompilerWroteIt) {
  const CommandResult result = mm32({"run", "does_not_compile.c"}, kWrong);
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.out, "");
  EXPECT_THAT(result.err,
              AllOf(HasSubstr("\ndoes_not_compile.c:4:34: error: 'undeclared_name' undeclared"),
                    EndsWith("mm32: does_not_compile.c: does not compile\n")));
}

TEST(CompilerMessageTest, SuggestsAnotherVersionForOldForms) {
  const ScratchFolder scratch;
  write_file(scratch.path() / "old.c",
             "#include <linux/module.h>\n#include <linux/workqueue.h>\n"
             "static void run(void *data) {}\nDECLARE_WORK(work, run, NULL);\n"
             "static int start(void) { return 0; }\nmodule_init(start);\n"
             "MODULE_LICENSE(\"GPL\");\n");
  const CommandResult result = mm32({"run", "old.c"}, scratch.path());
  EXPECT_EQ(result.status, 2);
  EXPECT_THAT(result.err, EndsWith("mm32: old.c: does not compile\n"
                                   "mm32: it may be written for another Linux than 6.1: "
                                   "--kernel-version 2.6.32 (or 3.10, 4.19, ...) gives it the "
                                   "declarations of that version\n"));
  EXPECT_EQ(mm32({"run", "old.c", "--kernel-version", "2.6.18"}, scratch.path()).status, 0);
}

TEST(CompilerMessageTest, NamesTheMissingHeader) {
  const CommandResult result = mm32({"run", "missing_header.c"}, kWrong);
  EXPECT_EQ(result.status, 2);
  EXPECT_THAT(result.err, AllOf(HasSubstr("linux/there_is_no_such_header.h: No such file"),
                                EndsWith("mm32: missing_header.c: does not compile\n")));
}

TEST(CompilerMessageTest, HasNoColourOutsideOfATerminal) {
  for (const char* environment : {"", "NO_COLOR=1 ", "NO_COLOR= "}) {
    const CommandResult result =
        shell(std::string(environment) + "exec \"$MM32\" run does_not_compile.c", kWrong);
    EXPECT_EQ(result.err.find('\x1b'), std::string::npos);
  }
}

TEST(EnvironmentTest, NoCompilerIsOneLine) {
  expect_one_line(shell("PATH=/nonexistent; exec \"$MM32\" run parameter.c", kWrong), 2,
                  "no C compiler for i386 was found: install gcc, or gcc-i686-linux-gnu, or clang");
}

TEST(EnvironmentTest, CacheIsNotNeeded) {
  for (const char* environment :
       {"unset HOME XDG_CACHE_HOME", "HOME=; XDG_CACHE_HOME=/proc/nonexistent",
        "XDG_CACHE_HOME=/dev/null", "unset HOME XDG_CACHE_HOME PATH"}) {
    const CommandResult result =
        shell(std::string(environment) + "; exec \"$MM32\" run parameter.c", kWrong);
    EXPECT_EQ(result.status, 0) << environment << "\n" << result.err;
    EXPECT_THAT(result.out, EndsWith("number=1 flag=0\n")) << environment;
  }
}

TEST(EnvironmentTest, LittleAddressSpaceIsABudgetSpent) {
  const CommandResult result = shell("ulimit -v 600000; exec \"$MM32\" run parameter.c", kWrong);
  if (result.status == 134 || result.err.find("Sanitizer") != std::string::npos)
    GTEST_SKIP() << "a sanitizer needs more address space";
  expect_one_line(result, 3, "the host has no address space for the guest's RAM");
}

TEST(OutputTest, FullDiskIsReported) {
  for (const char* command : {"run parameter.c", "layout", "walk c0000000-c0100000",
                              "report slabinfo page_tables --json", "run parameter.c --json"}) {
    const CommandResult result =
        shell(std::string("exec \"$MM32\" ") + command + " >/dev/full", kWrong);
    EXPECT_EQ(result.status, 2) << command;
    EXPECT_EQ(without_lines(result.err, kNoLeaks),
              "mm32: standard output cannot be written: No space left on device\n")
        << command;
  }
}

TEST(OutputTest, ClosedStreamIsReportedAndNoFileTakesItsPlace) {
  const CommandResult result = shell("exec \"$MM32\" run parameter.c >&-", kWrong);
  expect_one_line(result, 2, "standard output cannot be written: Bad file descriptor");
  EXPECT_EQ(shell("exec \"$MM32\" run init_fails.c 2>&- >&- <&-", kWrong).status, 1);
}

TEST(OutputTest, BytesThatAreNoTextDoNotBreakJson) {
  const CommandResult result = mm32({"run", "odd_bytes.c", "--json"}, kWrong);
  EXPECT_EQ(result.status, 0);
  EXPECT_THAT(result.out, HasSubstr("\"text\": \"byte "));
  EXPECT_EQ(result.err, kNoLeaks);
}

// A task that dies while it dies ends the call instead of dying for ever.
TEST(CurrentTaskTest, ALostTaskDiesOnce) {
  for (const char* value : {"0x5a5a5a5a", "0", "0xfffffff0", "0xc0000000"}) {
    const CommandResult result =
        mm32({"run", "--mem", "1G", "current_lost.c", std::string("value=") + value}, kWrong);
    EXPECT_EQ(result.status, 1) << value;
    EXPECT_LT(result.out.size(), 20000u) << value;
  }
}

}  // namespace
}  // namespace mm32::test
