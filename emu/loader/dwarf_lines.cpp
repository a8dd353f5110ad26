#include "emu/loader/dwarf_lines.hpp"

#include <dwarf.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace mm32::emu {
namespace {

using ScopeList = std::unique_ptr<Dwarf_Die, decltype(&std::free)>;

SourceLine call_site(Dwarf_Die* unit, Dwarf_Die* inlined) {
  SourceLine place;
  Dwarf_Attribute attribute;
  Dwarf_Word value = 0;
  if (dwarf_formudata(dwarf_attr(inlined, DW_AT_call_line, &attribute), &value) == 0)
    place.line = static_cast<unsigned>(value);
  Dwarf_Files* files = nullptr;
  std::size_t count = 0;
  if (dwarf_formudata(dwarf_attr(inlined, DW_AT_call_file, &attribute), &value) == 0 &&
      dwarf_getsrcfiles(unit, &files, &count) == 0 && value < count) {
    if (const char* name = dwarf_filesrc(files, value, nullptr, nullptr)) place.file = name;
  }
  return place;
}

// Whether `end` is the last parts of `path`: "a.c" of "dir/a.c".
bool is_path_end(std::string_view path, std::string_view end) {
  if (!path.ends_with(end) || end.empty()) return false;
  return path.size() == end.size() || path[path.size() - end.size() - 1] == '/';
}

}  // namespace

void DwarfLines::decode() {
  elf_version(EV_CURRENT);
  if (file_.empty()) return;
  elf_.reset(elf_memory(reinterpret_cast<char*>(file_.data()), file_.size()));
  if (elf_ == nullptr) return;
  dwarf_.reset(dwarf_begin_elf(elf_.get(), DWARF_C_READ, nullptr));
  if (dwarf_ == nullptr) return;
  Dwarf_CU* unit = nullptr;
  Dwarf_Die die;
  while (dwarf_get_units(dwarf_.get(), unit, &unit, nullptr, nullptr, &die, nullptr) == 0) {
    units_.push_back(die);
    decode_unit(die);
  }
  std::ranges::stable_sort(rows_, [](const Row& a, const Row& b) {
    return a.address != b.address ? a.address < b.address : a.ends_sequence > b.ends_sequence;
  });
}

void DwarfLines::decode_unit(Dwarf_Die unit) {
  Dwarf_Lines* lines = nullptr;
  std::size_t count = 0;
  if (dwarf_getsrclines(&unit, &lines, &count) != 0) return;
  for (std::size_t index = 0; index < count; ++index) {
    Dwarf_Line* line = dwarf_onesrcline(lines, index);
    Dwarf_Addr address = 0;
    int number = 0;
    bool ends = false;
    bool statement = false;
    if (dwarf_lineaddr(line, &address) != 0 || dwarf_lineno(line, &number) != 0 ||
        dwarf_lineendsequence(line, &ends) != 0 || dwarf_linebeginstatement(line, &statement) != 0)
      continue;
    rows_.push_back({static_cast<std::uint32_t>(address), ends, statement,
                     static_cast<unsigned>(number), dwarf_linesrc(line, nullptr, nullptr)});
  }
}

std::optional<SourceLine> DwarfLines::find(VirtAddr address) {
  std::call_once(once_, [this] { decode(); });
  auto after = std::ranges::upper_bound(rows_, address.raw(), {}, &Row::address);
  if (after == rows_.begin()) return std::nullopt;
  const Row& row = *std::prev(after);
  if (row.ends_sequence || row.line == 0 || row.file == nullptr) return std::nullopt;
  return SourceLine{row.file, row.line};
}

// Of the rows of the file's nearest line from `line` on, those behind another line.
LineTable::CodeOfLine DwarfLines::code_of(std::string_view file, unsigned line) {
  std::call_once(once_, [this] { decode(); });
  LineTable::CodeOfLine code;
  const auto wanted = [&](const Row& row) {
    return !row.ends_sequence && row.is_statement && row.line >= line && row.file != nullptr &&
           is_path_end(row.file, file);
  };
  unsigned nearest = ~0u;
  for (const Row& row : rows_)
    if (wanted(row)) nearest = std::min(nearest, row.line);
  const Row* before = nullptr;
  for (const Row& row : rows_) {
    if (wanted(row) && row.line == nearest &&
        (before == nullptr || before->ends_sequence || before->line != nearest)) {
      code.line = {row.file, row.line};
      code.begins.emplace_back(row.address);
    }
    before = &row;
  }
  return code;
}

bool DwarfLines::begins_statement(VirtAddr address) {
  std::call_once(once_, [this] { decode(); });
  const auto first = std::ranges::lower_bound(rows_, address.raw(), {}, &Row::address);
  const auto last = std::ranges::upper_bound(rows_, address.raw(), {}, &Row::address);
  return std::any_of(first, last,
                     [](const Row& row) { return row.is_statement && !row.ends_sequence; });
}

std::optional<LineTable::FrameRule> DwarfLines::frame_rule(VirtAddr address) {
  constexpr std::uint8_t kEsp = DW_OP_breg4;
  constexpr std::uint8_t kEbp = DW_OP_breg5;
  constexpr int kEbpNumber = 5;
  std::call_once(once_, [this] { decode(); });
  Dwarf_CFI* cfi = dwarf_ ? dwarf_getcfi(dwarf_.get()) : nullptr;
  Dwarf_Frame* raw = nullptr;
  if (cfi == nullptr || dwarf_cfi_addrframe(cfi, address.raw(), &raw) != 0) return std::nullopt;
  const std::unique_ptr<Dwarf_Frame, decltype(&std::free)> frame(raw, &std::free);
  Dwarf_Op* ops = nullptr;
  std::size_t count = 0;
  if (dwarf_frame_cfa(raw, &ops, &count) != 0 || count != 1 ||
      (ops[0].atom != kEsp && ops[0].atom != kEbp))
    return std::nullopt;
  LineTable::FrameRule rule;
  if (ops[0].atom == kEbp) rule.base = LineTable::FrameRule::Base::kEbp;
  rule.offset = static_cast<std::int32_t>(ops[0].number);
  std::array<Dwarf_Op, 3> memory{};
  if (dwarf_frame_register(raw, kEbpNumber, memory.data(), &ops, &count) == 0 && count == 2 &&
      ops[0].atom == DW_OP_call_frame_cfa && ops[1].atom == DW_OP_plus_uconst)
    rule.saved_ebp = static_cast<std::int32_t>(ops[1].number);
  return rule;
}

std::optional<Dwarf_Die> DwarfLines::unit_of(VirtAddr address) {
  for (Dwarf_Die& unit : units_)
    if (dwarf_haspc(&unit, address.raw()) == 1) return unit;
  return std::nullopt;
}

// The DIEs of the functions around an address, inlined ones first, the real one last.
std::vector<Dwarf_Die> DwarfLines::functions_around(VirtAddr address) {
  std::vector<Dwarf_Die> functions;
  auto unit = unit_of(address);
  if (!unit) return functions;
  Dwarf_Die* raw = nullptr;
  const int found = dwarf_getscopes(&*unit, address.raw(), &raw);
  const ScopeList innermost(raw, &std::free);
  if (found <= 0) return functions;
  raw = nullptr;
  const int count = dwarf_getscopes_die(innermost.get(), &raw);
  const ScopeList scopes(raw, &std::free);
  if (count <= 0) return functions;
  for (int index = 0; index < count; ++index) {
    const int tag = dwarf_tag(&raw[index]);
    if (tag == DW_TAG_inlined_subroutine || tag == DW_TAG_subprogram)
      functions.push_back(raw[index]);
  }
  return functions;
}

std::vector<SourceFrame> DwarfLines::frames(VirtAddr address) {
  std::call_once(once_, [this] { decode(); });
  std::vector<SourceFrame> frames;
  auto unit = unit_of(address);
  SourceLine place = find(address).value_or(SourceLine{});
  for (Dwarf_Die& function : functions_around(address)) {
    const char* name = dwarf_diename(&function);
    frames.push_back({name == nullptr ? "" : name, place});
    if (dwarf_tag(&function) == DW_TAG_inlined_subroutine) place = call_site(&*unit, &function);
  }
  return frames;
}

}  // namespace mm32::emu
