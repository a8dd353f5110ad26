#include "emu/loader/module_exports.hpp"

#include <cstring>

namespace mm32::emu {
namespace {

constexpr std::uint32_t kEntryBytes = 12;
constexpr std::uint32_t kNameField = 4;
constexpr std::uint32_t kNamespaceField = 8;

// The NUL-terminated string at `address`, which must lie in one of the module's sections.
std::optional<std::string> string_at(const LinkedModule& module, VirtAddr address) {
  for (const LinkedSection& section : module.sections) {
    const std::uint32_t offset = address.raw() - section.address.raw();
    if (offset >= section.data.size()) continue;
    const std::string_view text(reinterpret_cast<const char*>(section.data.data()) + offset,
                                section.data.size() - offset);
    const std::size_t end = text.find('\0');
    if (end == std::string_view::npos) return std::nullopt;
    return std::string(text.substr(0, end));
  }
  return std::nullopt;
}

// The address that the relative offset at `offset` of `table` points to.
VirtAddr follow(const LinkedSection& table, std::uint32_t offset) {
  std::uint32_t relative = 0;
  std::memcpy(&relative, table.data.data() + offset, sizeof(relative));
  return VirtAddr(table.address.raw() + offset + relative);
}

void read_table(const LinkedModule& module, const LinkedSection& table, ExportLicence licence,
                std::vector<ExportedSymbol>& exports) {
  for (std::uint32_t at = 0; at + kEntryBytes <= table.data.size(); at += kEntryBytes) {
    auto symbol = string_at(module, follow(table, at + kNameField));
    if (!symbol || symbol->empty()) continue;
    exports.push_back({std::move(*symbol), follow(table, at),
                       string_at(module, follow(table, at + kNamespaceField)).value_or(""),
                       licence});
  }
}

}  // namespace

std::vector<ExportedSymbol> read_exports(const LinkedModule& module) {
  std::vector<ExportedSymbol> exports;
  for (const LinkedSection& section : module.sections) {
    if (section.name == "__ksymtab" || section.name.starts_with("___ksymtab+"))
      read_table(module, section, ExportLicence::kAny, exports);
    if (section.name == "__ksymtab_gpl" || section.name.starts_with("___ksymtab_gpl+"))
      read_table(module, section, ExportLicence::kGplOnly, exports);
  }
  return exports;
}

}  // namespace mm32::emu
