#include "emu/guest_test/guest_test.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <sstream>

#include "emu/loader/process.hpp"
#include "emu/loader/shell_words.hpp"
#include "mm/base/result.hpp"

namespace mm32::emu {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostPattern = 1000;

Expected<void> refuse(const GuestTest& test, unsigned line, const std::string& what) {
  return failure(ExitStatus::kUsage, fmt::format("{}: line {}: {}", test.name, line, what));
}

std::string_view trimmed(std::string_view text) {
  const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

Expected<void> expect(GuestTest& test, unsigned line, std::string_view text) {
  const std::size_t space = std::min(text.find(' '), text.size());
  const std::string_view what = text.substr(0, space);
  const std::string value(trimmed(text.substr(space)));
  if (what == "status") {
    const auto [rest, error] =
        std::from_chars(value.data(), value.data() + value.size(), test.status);
    if (error != std::errc() || rest != value.data() + value.size() || test.status < 0 ||
        test.status > 4)
      return refuse(test, line, fmt::format("'{}' is no exit status (0 to 4)", value));
    return {};
  }
  using Kind = GuestTest::Pattern::Kind;
  const std::optional<Kind> kind = what == "log"       ? std::optional(Kind::kLog)
                                   : what == "no-log"  ? std::optional(Kind::kNoLog)
                                   : what == "message" ? std::optional(Kind::kMessage)
                                                       : std::nullopt;
  if (!kind)
    return refuse(test, line,
                  fmt::format("nothing can be expected of '{}'; there are status, log, no-log and "
                              "message",
                              what));
  if (value.empty() || value.size() > kMostPattern)
    return refuse(test, line, fmt::format("{} needs a regular expression", what));
  try {
    test.patterns.push_back({*kind, value, std::regex(value)});
  } catch (const std::regex_error&) {
    return refuse(test, line, fmt::format("'{}' is no regular expression", value));
  }
  return {};
}

Expected<void> obey(GuestTest& test, unsigned line, std::string_view directive) {
  const std::size_t colon = directive.find(':');
  const std::string_view name = directive.substr(0, colon);
  const std::string_view value =
      colon == std::string_view::npos ? "" : trimmed(directive.substr(colon + 1));
  if (colon == std::string_view::npos || value.empty())
    return refuse(test, line, fmt::format("'{}' needs a value behind a colon", name));
  test.is_annotated = true;
  if (name == "mm32-expect") return expect(test, line, value);
  const auto words = shell_words(value);
  if (name == "mm32-args") {
    test.args.insert(test.args.end(), words.begin(), words.end());
    return {};
  }
  if (name != "mm32-with")
    return refuse(
        test, line,
        fmt::format("there is no '{}'; there are mm32-expect, mm32-args and mm32-with", name));
  for (const std::string& word : words) test.with.push_back(test.program.parent_path() / word);
  return {};
}

// Directives begin their line, behind a comment sign at most.
Expected<void> read_directives(GuestTest& test, const fs::path& file) {
  const auto text = read_text_file(file);
  if (!text)
    return failure(ExitStatus::kUsage, fmt::format("{}: the file cannot be read", file.string()));
  std::istringstream lines(*text);
  unsigned number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    std::string_view rest = trimmed(line);
    while (!rest.empty() && (rest.front() == '/' || rest.front() == '*' || rest.front() == '#'))
      rest.remove_prefix(1);
    rest = trimmed(rest);
    if (!rest.starts_with("mm32-")) continue;
    if (rest.ends_with("*/")) rest = trimmed(rest.substr(0, rest.size() - 2));
    MM_TRY(obey(test, number, rest));
  }
  return {};
}

bool is_source(const fs::path& path) {
  const std::string extension = path.extension().string();
  return extension == ".c";
}

bool is_program(const fs::path& path) { return is_source(path) || path.extension() == ".ko"; }

bool is_module_folder(const fs::path& path) {
  std::error_code error;
  return fs::exists(path / "Kbuild", error) || fs::exists(path / "Makefile", error);
}

Expected<void> collect(const fs::path& folder, std::vector<GuestTest>& tests) {
  std::error_code error;
  std::vector<fs::path> entries;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
    entries.push_back(it->path());
  if (error)
    return failure(ExitStatus::kUsage,
                   fmt::format("{}: the folder cannot be read", folder.string()));
  std::ranges::sort(entries);
  for (const fs::path& entry : entries) {
    const bool is_folder = fs::is_directory(entry, error) && !fs::is_symlink(entry, error);
    if (is_folder && !is_module_folder(entry)) {
      MM_TRY(collect(entry, tests));
    } else if (is_folder || is_program(entry)) {
      MM_TRY_ASSIGN(GuestTest test, read_guest_test(entry));
      if (test.is_annotated) tests.push_back(std::move(test));
    }
  }
  return {};
}

}  // namespace

Expected<GuestTest> read_guest_test(const fs::path& program) {
  GuestTest test{.name = program.string(), .program = program};
  std::error_code error;
  const bool is_folder = fs::is_directory(program, error);
  if (!is_folder && !fs::is_regular_file(program, error))
    return failure(ExitStatus::kUsage,
                   fmt::format("{}: there is no such file or folder", program.string()));
  const fs::path beside =
      is_folder ? program / "mm32.test" : fs::path(program).replace_extension(".mm32");
  const fs::path golden =
      is_folder ? program / "mm32.expected" : fs::path(program).replace_extension(".expected");
  if (is_source(program)) {
    MM_TRY(read_directives(test, program));
  }
  if (fs::exists(beside, error)) {
    MM_TRY(read_directives(test, beside));
  }
  if (fs::exists(golden, error)) {
    test.golden = golden;
    test.is_annotated = true;
  }
  return test;
}

Expected<std::vector<GuestTest>> find_guest_tests(const fs::path& path) {
  std::vector<GuestTest> tests;
  std::error_code error;
  if (fs::is_directory(path, error) && !is_module_folder(path)) {
    MM_TRY(collect(path, tests));
    return tests;
  }
  MM_TRY_ASSIGN(GuestTest test, read_guest_test(path));
  tests.push_back(std::move(test));
  return tests;
}

}  // namespace mm32::emu
