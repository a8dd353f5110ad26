// Changes ELF files where it matters: a field of the header, of a section's header, of a symbol, of
// a relocation, a word of a section's contents, a text in .modinfo.
//
// What it changes is found with the numbers of the file as they are, damaged or not, so each change
// builds on the ones before. Values are those at which readers break: 0, small, the file's own
// numbers and their neighbours, powers of two, the ends of the range.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <span>

namespace mm32::fuzz {

/// One change of `file` in place. False when it has no ELF header to go by.
bool mutate_elf(std::span<std::uint8_t> file, std::mt19937& random);

}  // namespace mm32::fuzz
