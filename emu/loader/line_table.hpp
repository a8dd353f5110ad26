// From an address to its source line and the functions that the compiler inlined there, by DWARF.
//
// Made for a kernel image, whose addresses are final, or for a module together with the addresses
// of its sections: the debug sections of a module are relocated in a private copy first, with the
// relocations that the file holds for them. Nothing is decoded before the first look-up. A file
// without DWARF, or with a damaged one, knows no lines; it is never an error.
// Differs from the kernel, which has no lines: they are added to reports only.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "emu/loader/elf_object.hpp"
#include "mm/base/types.hpp"

namespace mm32::emu {

struct SourceLine {
  std::filesystem::path file;
  unsigned line = 0;
};

/// A function around an address; several for one address when some are inlined.
struct SourceFrame {
  std::string function;
  SourceLine place{};
};

class DwarfLines;

class LineTable {
 public:
  /// A kernel image; copies what it needs of `object`.
  explicit LineTable(const ElfObject& object);
  /// A module. `section_addresses` is by section index, as in LinkedModule.
  LineTable(const ElfObject& object, std::span<const VirtAddr> section_addresses);
  LineTable(LineTable&&) noexcept;
  LineTable& operator=(LineTable&&) noexcept;
  ~LineTable();

  std::optional<SourceLine> find(VirtAddr address) const;
  /// The innermost function first; its place is the line of the address, the place of each further
  /// one is where it calls the one before. Empty when the address is in no described function.
  std::vector<SourceFrame> frames(VirtAddr address) const;

  /// Where code of `file`:`line` begins, ascending; of the next line with code when that one has
  /// none. `file` is a name or the end of a path.
  struct CodeOfLine {
    SourceLine line{};
    std::vector<VirtAddr> begins{};
  };
  CodeOfLine code_of(std::string_view file, unsigned line) const;
  /// Whether the table says that a statement begins at `address`.
  bool begins_statement(VirtAddr address) const;
  /// Where a function's frame lies, for the instruction at an address.
  struct FrameRule {
    enum class Base : std::uint8_t { kEsp, kEbp } base = Base::kEsp;
    std::int32_t offset = 0;                  // of the canonical frame address from it
    std::optional<std::int32_t> saved_ebp{};  // from the frame address; nothing: EBP is unchanged
  };
  /// By the file's call-frame information; nothing when it has none for the address.
  std::optional<FrameRule> frame_rule(VirtAddr address) const;
  /// The whole file with its debug sections relocated; empty when there are none.
  std::span<const std::byte> relocated_file() const;

 private:
  std::unique_ptr<DwarfLines> dwarf_;  // nullptr: the file has no lines
};

}  // namespace mm32::emu
