// A guest regression test: a program to run, and what is expected of it.
//
// Expectations stand in the program's own comments, or in a file beside it:
//   // mm32-expect: status 1             the exit status of mm32 run (0 unless given)
//   // mm32-expect: log REGEX            a line of the kernel log matches
//   // mm32-expect: no-log REGEX         none does
//   // mm32-expect: message REGEX        a line that mm32 itself says (leak:, why:, …) matches
//   // mm32-args: --mem 64M count=3      words for mm32 run
//   // mm32-with: library.c              a module to load before it, relative to the program
// x.c and x.ko may have x.mm32 with such lines (without a comment), a folder mm32.test in it.
// x.expected is the whole kernel log without its times; it must be equal.
// Regular expressions are ECMAScript's and search in a line.
#pragma once

#include <filesystem>
#include <optional>
#include <regex>
#include <string>
#include <vector>

#include "emu/failure.hpp"

namespace mm32::emu {

struct GuestTest {
  struct Pattern {
    enum class Kind : std::uint8_t { kLog, kNoLog, kMessage };
    Kind kind;
    std::string text;
    std::regex regex;
  };
  std::string name;  // the path as it was given or found
  std::filesystem::path program;
  int status = 0;
  std::vector<std::string> args{};
  std::vector<std::filesystem::path> with{};
  std::vector<Pattern> patterns{};
  std::filesystem::path golden{};  // x.expected; empty: there is none
  bool is_annotated = false;       // something is expected of it in writing
};

/// What a run of a test gave.
struct GuestTestRun {
  int status = 0;
  std::vector<std::string> log{};
  std::vector<std::string> messages{};
  double seconds = 0;
};

/// The test that a program is. Fails with kUsage and one sentence for directives that make no
/// sense.
Expected<GuestTest> read_guest_test(const std::filesystem::path& program);

/// The tests of a file, or the annotated ones in and below a folder, in the order of their names. A
/// folder with a Kbuild or Makefile is one test. Fails with kUsage when there is no such file.
Expected<std::vector<GuestTest>> find_guest_tests(const std::filesystem::path& path);

/// What is not as expected, a sentence each; empty when the test has passed.
std::vector<std::string> judge(const GuestTest& test, const GuestTestRun& run);

}  // namespace mm32::emu
