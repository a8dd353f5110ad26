// The DWARF reader behind LineTable: libdw over a private copy of a file whose debug sections are
// relocated already. Decoded on first use; rows are kept sorted by address.
#pragma once

#include <elfutils/libdw.h>

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "emu/loader/line_table.hpp"

namespace mm32::emu {

class DwarfLines {
 public:
  explicit DwarfLines(std::vector<std::byte> file) : file_(std::move(file)) {}

  std::optional<SourceLine> find(VirtAddr address);
  std::vector<SourceFrame> frames(VirtAddr address);
  LineTable::CodeOfLine code_of(std::string_view file, unsigned line);
  bool begins_statement(VirtAddr address);
  std::optional<LineTable::FrameRule> frame_rule(VirtAddr address);
  std::span<const std::byte> file() const { return file_; }

 private:
  struct Row {
    std::uint32_t address = 0;
    bool ends_sequence = false;
    bool is_statement = false;
    unsigned line = 0;
    const char* file = nullptr;  // owned by libdw
  };
  struct CloseElf {
    void operator()(Elf* elf) const { elf_end(elf); }
  };
  struct CloseDwarf {
    void operator()(Dwarf* dwarf) const { dwarf_end(dwarf); }
  };

  void decode();
  void decode_unit(Dwarf_Die unit);
  std::optional<Dwarf_Die> unit_of(VirtAddr address);
  std::vector<Dwarf_Die> functions_around(VirtAddr address);

  std::vector<std::byte> file_;
  std::once_flag once_;
  std::unique_ptr<Elf, CloseElf> elf_;
  std::unique_ptr<Dwarf, CloseDwarf> dwarf_;
  std::vector<Dwarf_Die> units_;
  std::vector<Row> rows_;
};

}  // namespace mm32::emu
