// The symbols that a module wants from others, and where in its code it wants them.
//
// Places are named as a person would look for them: function and offset, and the line in that
// function (not in one that is inlined there) when the file carries DWARF. Works on the file alone:
// nothing has to be resolved or loaded.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "emu/loader/elf_object.hpp"

namespace mm32::emu {

/// A place in a module: `symbol` is the function or object around it, else the section.
struct CodePlace {
  std::string symbol;
  std::uint32_t offset = 0;
  std::string file{};  // without folders; empty: no line known
  unsigned line = 0;
};

struct Import {
  std::string name;
  bool weak = false;
  std::vector<CodePlace> places{};  // in file order; debug sections do not count
};

/// Imports in the order of the symbol table.
std::vector<Import> collect_imports(const ElfObject& object);

/// The function or object around an offset of a section; no source line.
CodePlace locate(const ElfObject& object, std::uint32_t section, std::uint32_t offset);

/// "bar+0x12 (x.c:31)".
std::string describe_place(const CodePlace& place);
/// "foo, needed at bar+0x12 (x.c:31), baz+0x4"; at most eight places, then "and N more".
std::string describe_import(const Import& import);

}  // namespace mm32::emu
