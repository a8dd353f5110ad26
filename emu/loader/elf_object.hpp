// An i386 ELF file, read once and checked completely: a module (ET_REL) or a kernel image
// (ET_EXEC).
//
// Everything that the rest of the loader indexes with numbers from the file is checked here, so
// that nobody after this can read outside of it:
// E1  data of a section lies in the file; NOBITS and null sections have no data.
// E2  names of sections and symbols are NUL-terminated inside their string table.
// E3  the section of a symbol exists or is one of the reserved indices.
// E4  the four bytes at the offset of a relocation lie in its section; its symbol exists.
// E5  alignments are powers of two; all sections together take less than kMaxImageBytes.
// All views point into the file's bytes, which the object owns.
// Source: System V ABI, Intel386 supplement; libelf does the decoding.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "emu/loader/load_error.hpp"
#include "emu/loader/modinfo.hpp"

namespace mm32::emu {

/// What a relocation of section `section` asks for: the i386 type and an index into symbols().
struct ElfRelocation {
  std::uint32_t offset = 0;
  std::uint32_t type = 0;
  std::uint32_t symbol = 0;
};

struct ElfSection {
  std::string_view name{};
  std::uint32_t index = 0;
  std::uint32_t type = 0;   // SHT_*
  std::uint32_t flags = 0;  // SHF_*
  std::uint32_t address = 0;
  std::uint32_t file_offset = 0;
  std::uint32_t size = 0;
  std::uint32_t alignment = 1;
  std::span<const std::byte> data{};         // empty when is_nobits()
  std::vector<ElfRelocation> relocations{};  // in file order

  bool is_nobits() const;
  bool is_alloc() const;
  bool is_write() const;
  bool is_exec() const;
};

enum class SymbolBinding : std::uint8_t { kLocal, kGlobal, kWeak };
enum class SymbolType : std::uint8_t { kNone, kObject, kFunction, kSection, kFile, kOther };
enum class SymbolPlace : std::uint8_t { kUndefined, kSection, kAbsolute, kCommon };

struct ElfSymbol {
  std::string_view name{};
  std::uint32_t value = 0;
  std::uint32_t size = 0;
  SymbolBinding binding = SymbolBinding::kLocal;
  SymbolType type = SymbolType::kNone;
  SymbolPlace place = SymbolPlace::kUndefined;
  std::uint32_t section = 0;  // when place is kSection
};

/// A PT_LOAD segment of a kernel image. Memory behind `data` up to `memory_size` is zero.
struct ElfSegment {
  std::uint32_t virtual_address = 0;
  std::uint32_t physical_address = 0;
  std::uint32_t memory_size = 0;
  std::uint32_t flags = 0;  // PF_*
  std::span<const std::byte> data{};
};

class ElfObject {
 public:
  enum class Kind : std::uint8_t { kModule, kKernelImage };
  static constexpr std::uint32_t kMaxImageBytes = 128u << 20;

  /// Reads and checks a file, which may be compressed. The error is one line that starts with the
  /// file's name.
  static Loaded<ElfObject> open(const std::filesystem::path& path);
  /// The same over bytes; `name` is what error messages call the file.
  static Loaded<ElfObject> parse(std::string name, std::vector<std::byte> bytes);

  ElfObject(ElfObject&&) = default;
  ElfObject& operator=(ElfObject&&) = default;
  ElfObject(const ElfObject&) = delete;
  ElfObject& operator=(const ElfObject&) = delete;
  ~ElfObject() = default;

  const std::string& file_name() const { return file_name_; }
  Kind kind() const { return kind_; }
  std::uint32_t entry() const { return entry_; }
  std::span<const std::byte> bytes() const { return bytes_; }
  /// By section index; entry 0 is the null section.
  const std::vector<ElfSection>& sections() const { return sections_; }
  /// By symbol index; entry 0 is the null symbol. Empty in a stripped kernel image.
  const std::vector<ElfSymbol>& symbols() const { return symbols_; }
  const std::vector<ElfSegment>& segments() const { return segments_; }
  /// The first section of that name, or nullptr.
  const ElfSection* find_section(std::string_view name) const;
  /// The first symbol of that name that is defined, or nullptr.
  const ElfSymbol* find_defined_symbol(std::string_view name) const;

  const ModInfo& modinfo() const { return modinfo_; }
  /// The module's name: from .modinfo, else the file's name without folder and ending, with '-'
  /// turned into '_' as Kbuild does.
  std::string module_name() const;

 private:
  friend class ElfReader;
  ElfObject() = default;

  std::string file_name_;
  std::vector<std::byte> bytes_;
  Kind kind_ = Kind::kModule;
  std::uint32_t entry_ = 0;
  std::vector<ElfSection> sections_;
  std::vector<ElfSymbol> symbols_;
  std::vector<ElfSegment> segments_;
  ModInfo modinfo_;
};

}  // namespace mm32::emu
