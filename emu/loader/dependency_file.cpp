#include "emu/loader/dependency_file.hpp"

#include <string>

namespace mm32::emu {

std::vector<std::filesystem::path> parse_dependencies(std::string_view text) {
  std::vector<std::filesystem::path> files;
  const std::size_t colon = text.find(": ");
  if (colon == std::string_view::npos) return files;
  std::string word;
  const auto finish = [&] {
    if (!word.empty()) files.emplace_back(std::move(word));
    word.clear();
  };
  for (std::size_t at = colon + 1; at < text.size(); ++at) {
    const char next = at + 1 < text.size() ? text[at + 1] : '\0';
    if (text[at] == '\\' && (next == ' ' || next == '#')) {
      word += text[++at];
    } else if (text[at] == '$' && next == '$') {
      word += text[++at];
    } else if (text[at] == '\\' && next == '\n') {
      finish();
      ++at;
    } else if (text[at] == ' ') {
      finish();
    } else if (text[at] == '\n') {
      break;
    } else {
      word += text[at];
    }
  }
  finish();
  return files;
}

}  // namespace mm32::emu
