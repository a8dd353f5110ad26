#include "tests/fuzz/elf_mutator.hpp"

#include <elf.h>

#include <array>
#include <cstring>
#include <optional>

namespace mm32::fuzz {
namespace {

using Bytes8 = std::span<std::uint8_t>;

std::uint32_t below(std::mt19937& random, std::size_t limit) {
  return limit == 0 ? 0 : static_cast<std::uint32_t>(random() % limit);
}

template <class T>
std::optional<T> load(Bytes8 file, std::size_t at) {
  if (at > file.size() || file.size() - at < sizeof(T)) return std::nullopt;
  T value;
  std::memcpy(&value, file.data() + at, sizeof value);
  return value;
}

// Overwrites `width` bytes at `at` with a value that is close to the old one or to a limit.
bool change(Bytes8 file, std::size_t at, std::size_t width, std::mt19937& random) {
  if (at > file.size() || file.size() - at < width) return false;
  std::uint32_t old = 0;
  std::memcpy(&old, file.data() + at, width);
  const auto size = static_cast<std::uint32_t>(file.size());
  const std::array<std::uint32_t, 16> values = {
      0,          1,          2,
      3,          old + 1,    old - 1,
      old + 4,    old * 2,    old ^ (1u << below(random, 32)),
      size,       size - 1,   size + 1,
      0x7fffffff, 0x80000000, 0xffffffff,
      0xfffffff0};
  const std::uint32_t value = values[below(random, values.size())];
  std::memcpy(file.data() + at, &value, width);
  return true;
}

// One of the 32-bit words of the entry at `at`, or one of its 16-bit halves.
bool change_entry(Bytes8 file, std::size_t at, std::size_t bytes, std::mt19937& random) {
  const bool half = below(random, 4) == 0;
  const std::size_t width = half ? 2 : 4;
  return change(file, at + width * below(random, bytes / width), width, random);
}

std::size_t section_at(const Elf32_Ehdr& header, std::uint32_t index) {
  return std::size_t{header.e_shoff} + std::size_t{index} * sizeof(Elf32_Shdr);
}

// An entry of a section of that type: a symbol, a relocation.
bool change_in_sections(Bytes8 file, const Elf32_Ehdr& header, std::uint32_t type,
                        std::size_t entry_bytes, std::mt19937& random) {
  const std::uint32_t first = below(random, header.e_shnum);
  for (std::uint32_t i = 0; i < header.e_shnum; ++i) {
    const auto section = load<Elf32_Shdr>(file, section_at(header, (first + i) % header.e_shnum));
    if (!section || section->sh_type != type || section->sh_size < entry_bytes) continue;
    const std::size_t entry = below(random, section->sh_size / entry_bytes);
    return change_entry(file, section->sh_offset + entry * entry_bytes, entry_bytes, random);
  }
  return false;
}

bool change_contents(Bytes8 file, const Elf32_Ehdr& header, std::mt19937& random) {
  const auto section = load<Elf32_Shdr>(file, section_at(header, below(random, header.e_shnum)));
  if (!section || section->sh_size == 0) return false;
  const std::size_t at = std::size_t{section->sh_offset} + below(random, section->sh_size);
  return change(file, at, below(random, 2) == 0 ? 1 : 4, random);
}

}  // namespace

bool mutate_elf(Bytes8 file, std::mt19937& random) {
  const auto header = load<Elf32_Ehdr>(file, 0);
  if (!header || std::memcmp(header->e_ident, ELFMAG, SELFMAG) != 0) return false;
  switch (below(random, 10)) {
    case 0:
      return change_entry(file, EI_NIDENT, sizeof(Elf32_Ehdr) - EI_NIDENT, random);
    case 1:
    case 2:
    case 3:
      return change_entry(file, section_at(*header, below(random, header->e_shnum)),
                          sizeof(Elf32_Shdr), random);
    case 4:
    case 5:
      return change_in_sections(file, *header, SHT_SYMTAB, sizeof(Elf32_Sym), random);
    case 6:
    case 7:
      return change_in_sections(file, *header, SHT_REL, sizeof(Elf32_Rel), random);
    default:
      return change_contents(file, *header, random);
  }
}

}  // namespace mm32::fuzz
