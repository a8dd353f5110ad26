#include "emu/loader/modinfo.hpp"

#include <algorithm>

namespace mm32::emu {

ModInfo ModInfo::parse(std::span<const std::byte> section) {
  ModInfo info;
  std::string_view rest(reinterpret_cast<const char*>(section.data()), section.size());
  while (!rest.empty()) {
    const std::string_view text = rest.substr(0, rest.find('\0'));
    rest.remove_prefix(std::min(text.size() + 1, rest.size()));
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0) continue;
    info.entries_.push_back(
        {std::string(text.substr(0, equals)), std::string(text.substr(equals + 1))});
  }
  return info;
}

std::optional<std::string_view> ModInfo::first(std::string_view key) const {
  for (const Entry& entry : entries_)
    if (entry.key == key) return entry.value;
  return std::nullopt;
}

std::vector<std::string_view> ModInfo::all(std::string_view key) const {
  std::vector<std::string_view> values;
  for (const Entry& entry : entries_)
    if (entry.key == key) values.emplace_back(entry.value);
  return values;
}

}  // namespace mm32::emu
