// From the files of a command line to modules that can be loaded one after the other.
//
//   x.c           is compiled                 x.ko, x.o     are read
//   FOLDER        its Kbuild file is read, each of its modules compiled
//
// Modules in the same folder that a .ko names in `depends=` are taken along.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "emu/loader/compiler.hpp"
#include "emu/loader/elf_object.hpp"

namespace mm32::emu {

struct ModuleFiles {
  std::vector<ElfObject> modules{};  // in the order in which they have to be loaded
  std::string messages{};            // warnings of the compiler
};

/// Errors are those of reading, compiling and ordering; the first file that fails ends it.
Loaded<ModuleFiles> open_modules(const std::vector<std::filesystem::path>& files,
                                 const Compiler& compiler);

}  // namespace mm32::emu
