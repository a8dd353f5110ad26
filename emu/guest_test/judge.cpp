#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "emu/guest_test/guest_test.hpp"
#include "emu/loader/process.hpp"

namespace mm32::emu {
namespace {

bool any_matches(const std::vector<std::string>& lines, const std::regex& regex) {
  return std::ranges::any_of(
      lines, [&](const std::string& line) { return std::regex_search(line, regex); });
}

std::optional<std::string> judge_pattern(const GuestTest::Pattern& pattern,
                                         const GuestTestRun& run) {
  using Kind = GuestTest::Pattern::Kind;
  switch (pattern.kind) {
    case Kind::kLog:
      if (any_matches(run.log, pattern.regex)) return std::nullopt;
      return fmt::format("no line of the log matches '{}'", pattern.text);
    case Kind::kNoLog: {
      for (const std::string& line : run.log)
        if (std::regex_search(line, pattern.regex))
          return fmt::format("a line of the log matches '{}': {}", pattern.text, line);
      return std::nullopt;
    }
    case Kind::kMessage:
      if (any_matches(run.messages, pattern.regex)) return std::nullopt;
      return fmt::format("mm32 says nothing that matches '{}'", pattern.text);
  }
  return std::nullopt;
}

// The first line that differs.
std::optional<std::string> judge_golden(const std::filesystem::path& golden,
                                        const std::vector<std::string>& log) {
  const auto text = read_text_file(golden);
  if (!text) return fmt::format("{} cannot be read", golden.string());
  std::istringstream lines(*text);
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line); ++number) {
    if (number >= log.size())
      return fmt::format("the log ends behind line {}; {} has: {}", number, golden.string(), line);
    if (line != log[number])
      return fmt::format("line {} of the log is not that of {}:\n  - {}\n  + {}", number + 1,
                         golden.string(), line, log[number]);
  }
  if (number == log.size()) return std::nullopt;
  return fmt::format("the log goes on behind {}: {}", golden.string(), log[number]);
}

}  // namespace

std::vector<std::string> judge(const GuestTest& test, const GuestTestRun& run) {
  std::vector<std::string> failures;
  if (run.status != test.status)
    failures.push_back(fmt::format("exit status {} instead of {}", run.status, test.status));
  for (const GuestTest::Pattern& pattern : test.patterns)
    if (auto failed = judge_pattern(pattern, run)) failures.push_back(*std::move(failed));
  if (!test.golden.empty())
    if (auto failed = judge_golden(test.golden, run.log)) failures.push_back(*std::move(failed));
  return failures;
}

}  // namespace mm32::emu
