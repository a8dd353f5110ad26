// In which order modules that are given together have to be loaded, and what is missing beside
// them.
//
// A module comes after those whose exports it imports; otherwise the given order stays. Works on
// the files alone. Linux has no counterpart: there depmod and modprobe do this in user space.
// Clashing exports are refused with the words of kernel/module/main.c, verify_exported_symbols.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "emu/loader/elf_object.hpp"

namespace mm32::emu {

/// The names that a module file exports, in the order of its tables.
std::vector<std::string> collect_exports(const ElfObject& object);

/// The modules in an order in which each finds its symbols. Errors: a symbol that two export, a
/// circle of modules that need each other.
Loaded<std::vector<ElfObject>> order_modules(std::vector<ElfObject> modules);

/// Files beside `object` that its `depends=` asks for: FOLDER/NAME.ko, with '-' or '_'. Names that
/// are in no such file are left out: what they provide may come from elsewhere.
std::vector<std::filesystem::path> dependency_files(const ElfObject& object);

}  // namespace mm32::emu
