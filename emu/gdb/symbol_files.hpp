// The ELF files that gdb gets its symbols and lines from: the resident kernel, the stubs of the
// exports, and each loaded module.
//
// Served from memory under names of their own, so that nothing lies on a disk. A file with DWARF is
// the object itself, linked: sections at their guest addresses, debug sections relocated, symbols
// absolute, no relocations left. Without DWARF it has the names that the symbol table knows.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "emu/machine/machine.hpp"

namespace mm32::emu::gdb {

struct SymbolFile {
  std::string name;  // "/mm32/hello.ko"
  std::string bytes;
  unsigned loaded_sections = 0;  // with SHF_ALLOC
};

inline constexpr std::string_view kKernelFile = "/mm32/vmlinux";

class SymbolFiles {
 public:
  /// Makes the files of the machine as it is now; those that exist already stay as they are.
  void refresh(Machine& machine);
  /// Everything but the kernel, in the order of loading.
  const std::vector<std::string>& libraries() const { return libraries_; }
  const SymbolFile* find(std::string_view name) const;
  /// The file, as another object of this class has made it.
  const SymbolFile* adopt(SymbolFile file);

 private:
  std::map<std::string, SymbolFile, std::less<>> files_;
  std::vector<std::string> libraries_;
};

/// A linked copy of a relocatable object whose debug sections are relocated already. Empty when the
/// bytes are no such file.
std::string linked_elf(std::span<const std::byte> object, std::span<const VirtAddr> sections,
                       unsigned& loaded_sections);

/// An ELF file with nothing but names of code in [begin, end).
std::string names_elf(VirtAddr begin, VirtAddr end, const std::vector<TableSymbol>& symbols);

}  // namespace mm32::emu::gdb
