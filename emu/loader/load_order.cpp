#include "emu/loader/load_order.hpp"

#include <elf.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <optional>

namespace mm32::emu {
namespace {

constexpr std::uint32_t kEntryBytes = 12;  // struct kernel_symbol: value, name, namespace
constexpr std::uint32_t kNameField = 4;

bool is_export_table(std::string_view name) {
  return name == "__ksymtab" || name == "__ksymtab_gpl" || name.starts_with("___ksymtab+") ||
         name.starts_with("___ksymtab_gpl+");
}

// The string that a relative relocation points to; nullopt when it points to none.
std::optional<std::string> target_string(const ElfObject& object, const ElfSection& section,
                                         const ElfRelocation& relocation) {
  const ElfSymbol& symbol = object.symbols()[relocation.symbol];
  if (symbol.place != SymbolPlace::kSection) return std::nullopt;
  std::uint32_t addend = 0;
  std::memcpy(&addend, section.data.data() + relocation.offset, sizeof(addend));
  const std::span<const std::byte> strings = object.sections()[symbol.section].data;
  const std::uint32_t offset = symbol.value + addend;
  if (offset >= strings.size()) return std::nullopt;
  const std::string_view text(reinterpret_cast<const char*>(strings.data()) + offset,
                              strings.size() - offset);
  const std::size_t end = text.find('\0');
  if (end == std::string_view::npos || end == 0) return std::nullopt;
  return std::string(text.substr(0, end));
}

// Depth-first over "needs": every module after what it needs.
class Sorter {
 public:
  Sorter(const std::vector<ElfObject>& modules, const std::vector<std::vector<std::size_t>>& needs)
      : modules_(modules), needs_(needs), state_(modules.size(), State::kNew) {}

  std::optional<LoadError> run() {
    for (std::size_t index = 0; index < modules_.size(); ++index)
      if (auto error = visit(index)) return error;
    return std::nullopt;
  }
  const std::vector<std::size_t>& order() const { return order_; }

 private:
  enum class State : std::uint8_t { kNew, kOpen, kDone };

  std::optional<LoadError> visit(std::size_t index) {
    if (state_[index] == State::kDone) return std::nullopt;
    path_.push_back(index);
    if (state_[index] == State::kOpen) return circle();
    state_[index] = State::kOpen;
    for (const std::size_t need : needs_[index])
      if (auto error = visit(need)) return error;
    state_[index] = State::kDone;
    path_.pop_back();
    order_.push_back(index);
    return std::nullopt;
  }

  LoadError circle() const {
    const auto first = std::ranges::find(path_, path_.back());
    std::string names;
    for (auto at = first; at != path_.end(); ++at)
      names += (names.empty() ? "" : " -> ") + modules_[*at].module_name();
    return {Errno::kInval,
            {fmt::format("{}: modules need each other in a circle: {}",
                         modules_[path_.back()].file_name(), names)}};
  }

  const std::vector<ElfObject>& modules_;
  const std::vector<std::vector<std::size_t>>& needs_;
  std::vector<State> state_;
  std::vector<std::size_t> path_;
  std::vector<std::size_t> order_;
};

// The file of a module, compressed or not.
std::optional<std::filesystem::path> find_module_file(const std::filesystem::path& folder,
                                                      const std::string& name) {
  for (const char* const ending : {".ko", ".ko.xz", ".ko.zst", ".ko.gz"}) {
    std::error_code error;
    std::filesystem::path file = folder / (name + ending);
    if (std::filesystem::is_regular_file(file, error)) return file;
  }
  return std::nullopt;
}

using Owners = std::map<std::string, std::size_t, std::less<>>;

std::optional<LoadError> collect_owners(const std::vector<ElfObject>& modules, Owners& owners) {
  for (std::size_t index = 0; index < modules.size(); ++index) {
    for (const std::string& name : collect_exports(modules[index])) {
      const auto [owner, added] = owners.try_emplace(name, index);
      if (added) continue;
      return LoadError{
          Errno::kNoExec,
          {fmt::format("{}: exports duplicate symbol {} (owned by {})", modules[index].file_name(),
                       name, modules[owner->second].module_name())}};
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::string> collect_exports(const ElfObject& object) {
  std::vector<std::string> names;
  for (const ElfSection& section : object.sections()) {
    if (!is_export_table(section.name)) continue;
    for (const ElfRelocation& relocation : section.relocations) {
      if (relocation.type != R_386_PC32 || relocation.offset % kEntryBytes != kNameField) continue;
      if (auto name = target_string(object, section, relocation)) names.push_back(std::move(*name));
    }
  }
  return names;
}

Loaded<std::vector<ElfObject>> order_modules(std::vector<ElfObject> modules) {
  Owners owners;
  if (auto error = collect_owners(modules, owners)) return tl::unexpected(std::move(*error));
  std::vector<std::vector<std::size_t>> needs(modules.size());
  for (std::size_t index = 0; index < modules.size(); ++index)
    for (const ElfSymbol& symbol : modules[index].symbols())
      if (symbol.place == SymbolPlace::kUndefined)
        if (const auto owner = owners.find(symbol.name); owner != owners.end())
          needs[index].push_back(owner->second);
  Sorter sorter(modules, needs);
  if (auto error = sorter.run()) return tl::unexpected(std::move(*error));
  std::vector<ElfObject> ordered;
  for (const std::size_t index : sorter.order()) ordered.push_back(std::move(modules[index]));
  return ordered;
}

std::vector<std::filesystem::path> dependency_files(const ElfObject& object) {
  std::vector<std::filesystem::path> files;
  std::string_view rest = object.modinfo().first("depends").value_or("");
  const std::filesystem::path folder = std::filesystem::path(object.file_name()).parent_path();
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(','), rest.size());
    std::string name(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (name.empty() || name.find('/') != std::string::npos) continue;
    for (const char separator : {'_', '-'}) {
      std::ranges::replace_if(
          name, [](char c) { return c == '_' || c == '-'; }, separator);
      if (auto file = find_module_file(folder, name)) {
        files.push_back(std::move(*file));
        break;
      }
    }
  }
  return files;
}

}  // namespace mm32::emu
