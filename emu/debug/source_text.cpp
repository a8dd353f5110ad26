#include "emu/debug/source_text.hpp"

#include <fstream>

namespace mm32::emu {
namespace {

constexpr std::size_t kMostBytes = 16u << 20;

}  // namespace

const std::vector<std::string>& SourceText::lines(const std::string& file) {
  const auto [entry, is_new] = files_.try_emplace(file);
  if (!is_new) return entry->second;
  std::ifstream in(file, std::ios::binary);
  std::size_t bytes = 0;
  for (std::string line; std::getline(in, line) && (bytes += line.size()) < kMostBytes;)
    entry->second.push_back(line);
  return entry->second;
}

std::optional<std::string> SourceText::line(const std::string& file, unsigned number) {
  const auto& all = lines(file);
  if (number == 0 || number > all.size()) return std::nullopt;
  return all[number - 1];
}

unsigned SourceText::count(const std::string& file) {
  return static_cast<unsigned>(lines(file).size());
}

}  // namespace mm32::emu
