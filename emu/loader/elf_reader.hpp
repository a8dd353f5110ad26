// Fills an ElfObject from its bytes with libelf and establishes the invariants E1 to E5.
//
// libelf decodes; whether a range lies in the file is decided here, before libelf is asked for the
// bytes, because its messages do not say what is wrong with the file. Lives for one read().
#pragma once

#include <gelf.h>

#include <memory>
#include <optional>

#include "emu/loader/elf_object.hpp"

namespace mm32::emu {

class ElfReader {
 public:
  explicit ElfReader(ElfObject& object) : object_(object) {}
  /// The error, or nullopt when the object is complete.
  std::optional<LoadError> read();

 private:
  using Failure = std::optional<LoadError>;
  struct Close {
    void operator()(Elf* elf) const { elf_end(elf); }
  };

  Failure fail(const std::string& what) const;
  Failure check_identity() const;
  Failure read_header();
  Failure read_sections();
  Failure read_section(std::uint32_t index);
  Failure name_sections();
  Failure read_symbols();
  Failure read_symbol(const ElfSection& strings, const GElf_Sym& raw, std::uint32_t index);
  Failure read_relocations();
  Failure read_relocation_section(const ElfSection& from, std::uint32_t symbol_table);
  Failure read_segments();
  Failure check_total_size() const;
  bool in_file(std::uint64_t offset, std::uint64_t size) const;
  /// The string at `offset` of a string table; nullopt when it does not end inside.
  static std::optional<std::string_view> string_at(const ElfSection& table, std::uint64_t offset);
  std::string describe(const ElfSection& section) const;

  ElfObject& object_;
  std::unique_ptr<Elf, Close> elf_;
  GElf_Ehdr header_{};
  std::vector<GElf_Shdr> raw_sections_;
  std::uint32_t symbol_table_ = 0;  // section index; 0: none
};

}  // namespace mm32::emu
