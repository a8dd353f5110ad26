// What a module's file tells about itself, for `mm32 run -v`.
#pragma once

#include <string>
#include <vector>

#include "emu/loader/elf_object.hpp"

namespace mm32::emu {

/// Lines that start with the file's name: a line for each entry of .modinfo, in file order, with
/// the kernel that it was built for, which is not enforced; a line for each parameter; and a note
/// when the file has CRCs of symbols (__versions), which are not checked.
std::vector<std::string> describe_file(const ElfObject& object);

}  // namespace mm32::emu
