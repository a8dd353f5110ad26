#include "emu/loader/elf_reader.hpp"

#include <fmt/format.h>

#include <bit>
#include <cstring>

namespace mm32::emu {
namespace {

SymbolBinding binding_of(unsigned char info) {
  switch (ELF32_ST_BIND(info)) {
    case STB_LOCAL:
      return SymbolBinding::kLocal;
    case STB_WEAK:
      return SymbolBinding::kWeak;
    default:
      return SymbolBinding::kGlobal;
  }
}

SymbolType type_of(unsigned char info) {
  switch (ELF32_ST_TYPE(info)) {
    case STT_NOTYPE:
      return SymbolType::kNone;
    case STT_OBJECT:
      return SymbolType::kObject;
    case STT_FUNC:
      return SymbolType::kFunction;
    case STT_SECTION:
      return SymbolType::kSection;
    case STT_FILE:
      return SymbolType::kFile;
    default:
      return SymbolType::kOther;
  }
}

std::string machine_name(unsigned machine) {
  switch (machine) {
    case EM_X86_64:
      return "x86-64";
    case EM_ARM:
      return "ARM";
    case EM_AARCH64:
      return "AArch64";
    case EM_MIPS:
      return "MIPS";
    case EM_PPC:
      return "PowerPC";
    case EM_RISCV:
      return "RISC-V";
    default:
      return fmt::format("ELF machine {}", machine);
  }
}

}  // namespace

std::optional<LoadError> ElfReader::fail(const std::string& what) const {
  return LoadError{Errno::kNoExec, {object_.file_name_ + ": " + what}};
}

bool ElfReader::in_file(std::uint64_t offset, std::uint64_t size) const {
  const std::uint64_t length = object_.bytes_.size();
  return offset <= length && size <= length - offset;
}

std::string ElfReader::describe(const ElfSection& section) const {
  return section.name.empty() ? fmt::format("section {}", section.index)
                              : fmt::format("section {} ({})", section.index, section.name);
}

std::optional<LoadError> ElfReader::read() {
  if (auto failure = check_identity()) return failure;
  elf_version(EV_CURRENT);
  elf_.reset(elf_memory(reinterpret_cast<char*>(object_.bytes_.data()), object_.bytes_.size()));
  if (elf_ == nullptr || elf_kind(elf_.get()) != ELF_K_ELF) return fail("is not a valid ELF file");
  for (const auto step :
       {&ElfReader::read_header, &ElfReader::read_sections, &ElfReader::name_sections,
        &ElfReader::read_symbols, &ElfReader::read_relocations, &ElfReader::read_segments})
    if (auto failure = (this->*step)()) return failure;
  return check_total_size();
}

std::optional<LoadError> ElfReader::check_identity() const {
  const auto& bytes = object_.bytes_;
  if (bytes.empty()) return fail("is empty");
  if (std::memcmp(bytes.data(), ELFMAG, std::min<std::size_t>(bytes.size(), SELFMAG)) != 0)
    return fail("is not an ELF file");
  if (bytes.size() < EI_NIDENT) return fail("is truncated: the ELF header is incomplete");
  const auto ident = [&](unsigned index) { return std::to_integer<unsigned>(bytes[index]); };
  if (ident(EI_CLASS) == ELFCLASS64) return fail("is a 64-bit ELF file; mm32 runs i386 code");
  if (ident(EI_CLASS) != ELFCLASS32) return fail("has an unknown ELF class");
  if (ident(EI_DATA) != ELFDATA2LSB) return fail("is a big-endian ELF file; mm32 runs i386 code");
  if (bytes.size() < sizeof(Elf32_Ehdr)) return fail("is truncated: the ELF header is incomplete");
  return std::nullopt;
}

std::optional<LoadError> ElfReader::read_header() {
  if (gelf_getehdr(elf_.get(), &header_) == nullptr) return fail("has no valid ELF header");
  if (header_.e_machine != EM_386)
    return fail(fmt::format("is for another machine ({}); mm32 runs i386 code",
                            machine_name(header_.e_machine)));
  if (header_.e_type != ET_REL && header_.e_type != ET_EXEC)
    return fail(
        fmt::format("is neither a kernel module nor a kernel image (ELF type {})", header_.e_type));
  if (header_.e_shoff == 0) return fail("has no section table");
  if (header_.e_shentsize != sizeof(Elf32_Shdr))
    return fail(
        fmt::format("has a corrupted section table (entries of {} bytes)", header_.e_shentsize));
  object_.kind_ =
      header_.e_type == ET_REL ? ElfObject::Kind::kModule : ElfObject::Kind::kKernelImage;
  object_.entry_ = static_cast<std::uint32_t>(header_.e_entry);
  return std::nullopt;
}

std::optional<LoadError> ElfReader::read_sections() {
  if (!in_file(header_.e_shoff, std::uint64_t{header_.e_shnum} * sizeof(Elf32_Shdr)))
    return fail(fmt::format("is truncated: its section table ends at byte {}, the file at byte {}",
                            header_.e_shoff + std::uint64_t{header_.e_shnum} * sizeof(Elf32_Shdr),
                            object_.bytes_.size()));
  std::size_t count = 0;
  if (elf_getshdrnum(elf_.get(), &count) != 0 || count == 0 || count >= SHN_LORESERVE)
    return fail("has a corrupted section table");
  for (std::uint32_t index = 0; index < count; ++index)
    if (auto failure = read_section(index)) return failure;
  return std::nullopt;
}

std::optional<LoadError> ElfReader::read_section(std::uint32_t index) {
  GElf_Shdr raw{};
  if (gelf_getshdr(elf_getscn(elf_.get(), index), &raw) == nullptr)
    return fail(fmt::format("has a corrupted section table (entry {})", index));
  raw_sections_.push_back(raw);
  ElfSection section;
  section.index = index;
  section.type = raw.sh_type;
  section.flags = static_cast<std::uint32_t>(raw.sh_flags);
  section.address = static_cast<std::uint32_t>(raw.sh_addr);
  section.file_offset = static_cast<std::uint32_t>(raw.sh_offset);
  section.size = index == 0 ? 0 : static_cast<std::uint32_t>(raw.sh_size);
  section.alignment = raw.sh_addralign == 0 ? 1 : static_cast<std::uint32_t>(raw.sh_addralign);
  if (index != 0 && raw.sh_type != SHT_NULL && raw.sh_type != SHT_NOBITS) {
    if (!in_file(raw.sh_offset, raw.sh_size))
      return fail(fmt::format("is truncated: {} ends at byte {}, the file at byte {}",
                              describe(section), raw.sh_offset + raw.sh_size,
                              object_.bytes_.size()));
    section.data = std::span<const std::byte>(object_.bytes_).subspan(raw.sh_offset, raw.sh_size);
  }
  if (index != 0 && !std::has_single_bit(section.alignment))
    return fail(fmt::format("has a corrupted section table ({} is aligned to {})",
                            describe(section), section.alignment));
  object_.sections_.push_back(std::move(section));
  return std::nullopt;
}

std::optional<std::string_view> ElfReader::string_at(const ElfSection& table,
                                                     std::uint64_t offset) {
  if (table.type != SHT_STRTAB || offset >= table.data.size()) return std::nullopt;
  const std::string_view all(reinterpret_cast<const char*>(table.data.data()), table.data.size());
  const std::size_t end = all.find('\0', offset);
  if (end == std::string_view::npos) return std::nullopt;
  return all.substr(offset, end - offset);
}

std::optional<LoadError> ElfReader::name_sections() {
  std::size_t names = 0;
  if (elf_getshdrstrndx(elf_.get(), &names) != 0 || names >= object_.sections_.size())
    return fail("has a corrupted section table (no section names)");
  for (std::uint32_t index = 1; index < object_.sections_.size(); ++index) {
    const auto name = string_at(object_.sections_[names], raw_sections_[index].sh_name);
    if (!name) return fail(fmt::format("has a corrupted section table (name of {})", index));
    object_.sections_[index].name = *name;
  }
  return std::nullopt;
}

std::optional<LoadError> ElfReader::read_symbols() {
  for (const ElfSection& section : object_.sections_) {
    if (section.type != SHT_SYMTAB) continue;
    if (symbol_table_ != 0) return fail("has two symbol tables");
    symbol_table_ = section.index;
  }
  if (symbol_table_ == 0)
    return object_.kind_ == ElfObject::Kind::kModule ? fail("has no symbols (stripped?)")
                                                     : std::nullopt;
  const GElf_Shdr& raw = raw_sections_[symbol_table_];
  if (raw.sh_entsize != sizeof(Elf32_Sym) || raw.sh_size % sizeof(Elf32_Sym) != 0 ||
      raw.sh_link >= object_.sections_.size())
    return fail("has a corrupted symbol table");
  const ElfSection& strings = object_.sections_[raw.sh_link];
  Elf_Data* data = elf_getdata(elf_getscn(elf_.get(), symbol_table_), nullptr);
  const std::size_t count = raw.sh_size / sizeof(Elf32_Sym);
  for (std::uint32_t index = 0; index < count; ++index) {
    GElf_Sym symbol{};
    if (data == nullptr || gelf_getsym(data, static_cast<int>(index), &symbol) == nullptr)
      return fail("has a corrupted symbol table");
    if (auto failure = read_symbol(strings, symbol, index)) return failure;
  }
  return std::nullopt;
}

std::optional<LoadError> ElfReader::read_symbol(const ElfSection& strings, const GElf_Sym& raw,
                                                std::uint32_t index) {
  const auto name = string_at(strings, raw.st_name);
  if (!name) return fail(fmt::format("has a corrupted symbol table (name of symbol {})", index));
  ElfSymbol symbol;
  symbol.name = *name;
  symbol.value = static_cast<std::uint32_t>(raw.st_value);
  symbol.size = static_cast<std::uint32_t>(raw.st_size);
  symbol.binding = binding_of(raw.st_info);
  symbol.type = type_of(raw.st_info);
  if (raw.st_shndx == SHN_ABS) {
    symbol.place = SymbolPlace::kAbsolute;
  } else if (raw.st_shndx == SHN_COMMON) {
    symbol.place = SymbolPlace::kCommon;
  } else if (raw.st_shndx != SHN_UNDEF) {
    if (raw.st_shndx >= object_.sections_.size())
      return fail(fmt::format("has a corrupted symbol table (symbol {} is in section {} of {})",
                              index, raw.st_shndx, object_.sections_.size()));
    symbol.place = SymbolPlace::kSection;
    symbol.section = raw.st_shndx;
  }
  object_.symbols_.push_back(symbol);
  return std::nullopt;
}

std::optional<LoadError> ElfReader::read_relocations() {
  if (object_.kind_ != ElfObject::Kind::kModule) return std::nullopt;
  for (std::uint32_t index = 1; index < object_.sections_.size(); ++index) {
    const ElfSection& section = object_.sections_[index];
    if (section.type == SHT_RELA)
      return fail(fmt::format("{} has relocations with addends, which i386 does not use",
                              describe(section)));
    if (section.type != SHT_REL) continue;
    if (auto failure = read_relocation_section(section, symbol_table_)) return failure;
  }
  return std::nullopt;
}

std::optional<LoadError> ElfReader::read_relocation_section(const ElfSection& from,
                                                            std::uint32_t symbol_table) {
  const GElf_Shdr& raw = raw_sections_[from.index];
  if (raw.sh_entsize != sizeof(Elf32_Rel) || raw.sh_size % sizeof(Elf32_Rel) != 0 ||
      raw.sh_link != symbol_table || raw.sh_info == 0 || raw.sh_info >= object_.sections_.size())
    return fail(fmt::format("has a corrupted relocation table ({})", describe(from)));
  ElfSection& target = object_.sections_[raw.sh_info];
  Elf_Data* data = elf_getdata(elf_getscn(elf_.get(), from.index), nullptr);
  const std::size_t count = raw.sh_size / sizeof(Elf32_Rel);
  target.relocations.reserve(target.relocations.size() + count);
  for (std::size_t index = 0; index < count; ++index) {
    GElf_Rel entry{};
    if (data == nullptr || gelf_getrel(data, static_cast<int>(index), &entry) == nullptr)
      return fail(fmt::format("has a corrupted relocation table ({})", describe(from)));
    const auto symbol = static_cast<std::uint32_t>(GELF_R_SYM(entry.r_info));
    const auto type = static_cast<std::uint32_t>(GELF_R_TYPE(entry.r_info));
    const bool fits = type == R_386_NONE || (entry.r_offset <= target.data.size() &&
                                             target.data.size() - entry.r_offset >= 4);
    if (!fits || symbol >= object_.symbols_.size())
      return fail(
          fmt::format("has a corrupted relocation table ({}, entry {})", describe(from), index));
    target.relocations.push_back({static_cast<std::uint32_t>(entry.r_offset), type, symbol});
  }
  return std::nullopt;
}

std::optional<LoadError> ElfReader::read_segments() {
  if (object_.kind_ != ElfObject::Kind::kKernelImage) return std::nullopt;
  std::size_t count = 0;
  if (elf_getphdrnum(elf_.get(), &count) != 0) return fail("has a corrupted program header table");
  for (std::size_t index = 0; index < count; ++index) {
    GElf_Phdr raw{};
    if (gelf_getphdr(elf_.get(), static_cast<int>(index), &raw) == nullptr)
      return fail("is truncated: the program header table is incomplete");
    if (raw.p_type != PT_LOAD) continue;
    if (!in_file(raw.p_offset, raw.p_filesz) || raw.p_filesz > raw.p_memsz)
      return fail(fmt::format("is truncated: segment {} lies outside of the file", index));
    object_.segments_.push_back(
        {static_cast<std::uint32_t>(raw.p_vaddr), static_cast<std::uint32_t>(raw.p_paddr),
         static_cast<std::uint32_t>(raw.p_memsz), raw.p_flags,
         std::span<const std::byte>(object_.bytes_).subspan(raw.p_offset, raw.p_filesz)});
  }
  return object_.segments_.empty() ? fail("has no loadable segment") : std::nullopt;
}

std::optional<LoadError> ElfReader::check_total_size() const {
  std::uint64_t total = 0;
  for (const ElfSection& section : object_.sections_) {
    if (!section.is_alloc()) continue;
    if (section.alignment > ElfObject::kMaxImageBytes)
      return fail(
          fmt::format("{} wants an alignment of {} bytes", describe(section), section.alignment));
    total += std::uint64_t{section.size} + section.alignment;
  }
  for (const ElfSegment& segment : object_.segments_) total += segment.memory_size;
  if (total > ElfObject::kMaxImageBytes)
    return fail(fmt::format("wants {} MB of memory for its sections", total >> 20));
  return std::nullopt;
}

}  // namespace mm32::emu
