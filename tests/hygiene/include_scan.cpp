#include "tests/hygiene/include_scan.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <regex>
#include <span>

namespace mm32::hygiene {
namespace {

namespace fs = std::filesystem;
using std::string_view_literals::operator""sv;

struct Rule {
  std::string_view folder;
  std::span<const std::string_view> folders;    // project folders it may include from
  std::span<const std::string_view> outsiders;  // outside headers it must not know (prefixes)
};

constexpr std::array kProjectFolders = {"mm"sv, "emu"sv, "tools"sv, "guest"sv, "tests"sv};
constexpr std::array kMmSees = {"mm"sv};
constexpr std::array kEmuSees = {"emu"sv, "mm"sv};
constexpr std::array kToolsSees = {"tools"sv, "emu"sv, "mm"sv};
constexpr std::array kGuestSees = {"guest"sv};
constexpr std::array kNotInMm = {"unicorn/"sv,   "spdlog/"sv, "CLI/"sv,   "nlohmann/"sv,
                                 "iostream"sv,   "fstream"sv, "cstdio"sv, "stdio.h"sv,
                                 "filesystem"sv, "print"sv};
constexpr std::array kNotInTools = {"unicorn/"sv};
constexpr std::array kNotInGuest = {"unicorn/"sv, "fmt/"sv, "spdlog/"sv};
constexpr std::array kRules = {
    Rule{"mm", kMmSees, kNotInMm},
    Rule{"emu", kEmuSees, {}},
    Rule{"tools", kToolsSees, kNotInTools},
    Rule{"guest", kGuestSees, kNotInGuest},
};

bool contains(std::span<const std::string_view> words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

std::string_view first_part(std::string_view path) { return path.substr(0, path.find('/')); }

// The project folder that HEADER lies in, or "" for an outside header.
std::string target_folder(const Include& include) {
  const fs::path header(include.header);
  if (include.header.starts_with("../") || include.header.starts_with("./")) {
    const fs::path target = (fs::path(include.file).parent_path() / header).lexically_normal();
    return std::string(first_part(target.generic_string()));
  }
  const std::string_view folder = first_part(include.header);
  const bool in_project =
      include.header.find('/') != std::string::npos && contains(kProjectFolders, folder);
  return in_project ? std::string(folder) : "";
}

bool is_source(const fs::path& path) {
  static constexpr std::array kSuffixes = {".cpp"sv, ".hpp"sv, ".c"sv, ".h"sv, ".S"sv, ".inc"sv};
  return contains(kSuffixes, path.extension().string());
}

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string at(const Include& include, const std::string& sentence) {
  return include.file + ":" + std::to_string(include.line) + ": " + sentence;
}

}  // namespace

std::vector<Include> includes_of(std::string_view file, std::string_view text) {
  static const std::regex pattern(R"re(^\s*#\s*include\s*[<"]([^>"]+)[>"])re");
  std::vector<Include> found;
  int number = 1;
  for (std::size_t begin = 0; begin < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line(text.substr(begin, end - begin));
    if (std::smatch match; std::regex_search(line, match, pattern)) {
      found.push_back({std::string(file), number, match[1]});
    }
    begin = end + 1;
  }
  return found;
}

std::vector<Include> includes_below(const fs::path& root) {
  std::vector<fs::path> files;
  for (const Rule& rule : kRules) {
    const fs::path folder = root / rule.folder;
    if (!fs::is_directory(folder)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      if (entry.is_regular_file() && is_source(entry.path())) files.push_back(entry.path());
    }
  }
  std::ranges::sort(files);
  std::vector<Include> all;
  for (const fs::path& file : files) {
    std::ranges::move(includes_of(file.lexically_relative(root).generic_string(), read(file)),
                      std::back_inserter(all));
  }
  return all;
}

std::string forbidden(const Include& include) {
  const std::string_view from = first_part(include.file);
  const auto* rule = std::ranges::find(kRules, from, &Rule::folder);
  if (rule == kRules.end()) return "";
  const std::string to = target_folder(include);
  if (!to.empty() && !contains(rule->folders, to)) {
    return at(include,
              std::string(from) + "/ must not include " + to + "/ (" + include.header + ")");
  }
  for (const std::string_view outsider : rule->outsiders) {
    const bool matches =
        outsider.ends_with('/') ? include.header.starts_with(outsider) : include.header == outsider;
    if (to.empty() && matches) {
      return at(include, std::string(from) + "/ must not know <" + include.header + ">");
    }
  }
  return "";
}

}  // namespace mm32::hygiene
