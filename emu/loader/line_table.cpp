#include "emu/loader/line_table.hpp"

#include <elf.h>

#include <cstring>

#include "emu/loader/dwarf_lines.hpp"

namespace mm32::emu {
namespace {

bool is_debug(const ElfSection& section) { return section.name.starts_with(".debug_"); }

bool has_lines(const ElfObject& object) { return object.find_section(".debug_line") != nullptr; }

// Applies the relocations of one debug section in `file`, a copy of the object's bytes. Only
// R_386_32 occurs in DWARF; a place of another type keeps its value.
void relocate_debug(const ElfObject& object, const ElfSection& section,
                    std::span<const VirtAddr> addresses, std::vector<std::byte>& file) {
  for (const ElfRelocation& relocation : section.relocations) {
    if (relocation.type != R_386_32) continue;
    const ElfSymbol& symbol = object.symbols()[relocation.symbol];
    std::uint32_t value = symbol.value;
    if (symbol.place == SymbolPlace::kSection && symbol.section < addresses.size())
      value += addresses[symbol.section].raw();
    std::byte* place = file.data() + section.file_offset + relocation.offset;
    std::uint32_t word = 0;
    std::memcpy(&word, place, sizeof(word));
    word += value;
    std::memcpy(place, &word, sizeof(word));
  }
}

std::vector<std::byte> relocated_copy(const ElfObject& object,
                                      std::span<const VirtAddr> addresses) {
  std::vector<std::byte> file(object.bytes().begin(), object.bytes().end());
  for (const ElfSection& section : object.sections()) {
    if (!is_debug(section)) continue;
    const bool compressed = (section.flags & SHF_COMPRESSED) != 0;
    if (compressed && !section.relocations.empty()) return {};
    relocate_debug(object, section, addresses, file);
  }
  return file;
}

}  // namespace

LineTable::LineTable(const ElfObject& object) {
  if (has_lines(object))
    dwarf_ = std::make_unique<DwarfLines>(
        std::vector<std::byte>(object.bytes().begin(), object.bytes().end()));
}

LineTable::LineTable(const ElfObject& object, std::span<const VirtAddr> section_addresses) {
  if (has_lines(object))
    dwarf_ = std::make_unique<DwarfLines>(relocated_copy(object, section_addresses));
}

LineTable::LineTable(LineTable&&) noexcept = default;
LineTable& LineTable::operator=(LineTable&&) noexcept = default;
LineTable::~LineTable() = default;

std::optional<SourceLine> LineTable::find(VirtAddr address) const {
  return dwarf_ ? dwarf_->find(address) : std::nullopt;
}

std::vector<SourceFrame> LineTable::frames(VirtAddr address) const {
  return dwarf_ ? dwarf_->frames(address) : std::vector<SourceFrame>();
}

LineTable::CodeOfLine LineTable::code_of(std::string_view file, unsigned line) const {
  return dwarf_ ? dwarf_->code_of(file, line) : CodeOfLine();
}

bool LineTable::begins_statement(VirtAddr address) const {
  return dwarf_ && dwarf_->begins_statement(address);
}

std::optional<LineTable::FrameRule> LineTable::frame_rule(VirtAddr address) const {
  return dwarf_ ? dwarf_->frame_rule(address) : std::nullopt;
}

std::span<const std::byte> LineTable::relocated_file() const {
  return dwarf_ ? dwarf_->file() : std::span<const std::byte>();
}

}  // namespace mm32::emu
