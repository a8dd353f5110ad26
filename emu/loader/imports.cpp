#include "emu/loader/imports.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "emu/loader/line_table.hpp"

namespace mm32::emu {
namespace {

constexpr std::size_t kShownPlaces = 8;

// A link address for every section that occupies memory, so that lines can be looked up in a file
// that has none yet.
std::vector<VirtAddr> provisional_addresses(const ElfObject& object) {
  std::vector<VirtAddr> addresses;
  std::uint32_t next = kPageSize;
  for (const ElfSection& section : object.sections()) {
    if (!section.is_alloc()) {
      addresses.emplace_back();
      continue;
    }
    next = static_cast<std::uint32_t>(align_up(next, section.alignment));
    addresses.emplace_back(next);
    next += section.size;
  }
  return addresses;
}

}  // namespace

CodePlace locate(const ElfObject& object, std::uint32_t section, std::uint32_t offset) {
  const ElfSymbol* best = nullptr;
  for (const ElfSymbol& symbol : object.symbols()) {
    if (symbol.place != SymbolPlace::kSection || symbol.section != section || symbol.name.empty() ||
        symbol.value > offset || offset - symbol.value >= symbol.size)
      continue;
    if (best == nullptr || symbol.value > best->value) best = &symbol;
  }
  if (best == nullptr) return {std::string(object.sections()[section].name), offset};
  return {std::string(best->name), offset - best->value};
}

std::vector<Import> collect_imports(const ElfObject& object) {
  std::vector<Import> imports;
  std::unordered_map<std::uint32_t, std::size_t> by_symbol;
  for (std::uint32_t index = 1; index < object.symbols().size(); ++index) {
    const ElfSymbol& symbol = object.symbols()[index];
    if (symbol.place != SymbolPlace::kUndefined || symbol.name.empty()) continue;
    by_symbol.emplace(index, imports.size());
    imports.push_back({std::string(symbol.name), symbol.binding == SymbolBinding::kWeak});
  }
  const std::vector<VirtAddr> addresses = provisional_addresses(object);
  const LineTable lines(object, addresses);
  for (const ElfSection& section : object.sections()) {
    if (!section.is_alloc()) continue;
    for (const ElfRelocation& relocation : section.relocations) {
      const auto found = by_symbol.find(relocation.symbol);
      if (found == by_symbol.end()) continue;
      CodePlace place = locate(object, section.index, relocation.offset);
      const VirtAddr address = addresses[section.index] + Bytes(relocation.offset);
      if (const auto frames = lines.frames(address); !frames.empty()) {
        place.file = frames.back().place.file.filename().string();
        place.line = frames.back().place.line;
      }
      imports[found->second].places.push_back(std::move(place));
    }
  }
  return imports;
}

std::string describe_place(const CodePlace& place) {
  std::string text = fmt::format("{}+{:#x}", place.symbol, place.offset);
  if (!place.file.empty()) text += fmt::format(" ({}:{})", place.file, place.line);
  return text;
}

std::string describe_import(const Import& import) {
  std::string text = import.name;
  for (std::size_t index = 0; index < std::min(import.places.size(), kShownPlaces); ++index)
    text += (index == 0 ? ", needed at " : ", ") + describe_place(import.places[index]);
  if (import.places.size() > kShownPlaces)
    text += fmt::format(" and {} more", import.places.size() - kShownPlaces);
  return text;
}

}  // namespace mm32::emu
