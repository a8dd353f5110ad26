#include "emu/gdb/symbol_files.hpp"

#include <elf.h>
#include <fmt/format.h>

#include <cstring>

#include "emu/machine/modules.hpp"

namespace mm32::emu::gdb {
namespace {

template <class T>
bool read(std::string_view file, std::size_t at, T& value) {
  if (at > file.size() || file.size() - at < sizeof(T)) return false;
  std::memcpy(&value, file.data() + at, sizeof(T));
  return true;
}

template <class T>
void write(std::string& file, std::size_t at, const T& value) {
  std::memcpy(file.data() + at, &value, sizeof(T));
}

template <class T>
void append(std::string& file, const T& value) {
  file.append(reinterpret_cast<const char*>(&value), sizeof(T));
}

void link_symbols(std::string& file, const Elf32_Shdr& table, std::span<const VirtAddr> sections) {
  for (std::size_t at = table.sh_offset; at + sizeof(Elf32_Sym) <= table.sh_offset + table.sh_size;
       at += sizeof(Elf32_Sym)) {
    Elf32_Sym symbol;
    if (!read(file, at, symbol)) return;
    if (symbol.st_shndx == SHN_UNDEF || symbol.st_shndx >= sections.size()) continue;
    symbol.st_value += sections[symbol.st_shndx].raw();
    write(file, at, symbol);
  }
}

Elf32_Ehdr executable_header() {
  Elf32_Ehdr header{};
  std::memcpy(header.e_ident, ELFMAG, SELFMAG);
  header.e_ident[EI_CLASS] = ELFCLASS32;
  header.e_ident[EI_DATA] = ELFDATA2LSB;
  header.e_ident[EI_VERSION] = EV_CURRENT;
  header.e_type = ET_EXEC;
  header.e_machine = EM_386;
  header.e_version = EV_CURRENT;
  header.e_ehsize = sizeof(Elf32_Ehdr);
  header.e_shentsize = sizeof(Elf32_Shdr);
  return header;
}

// Names of the code of one module, for a file without DWARF.
std::string names_of(const LinkedModule& linked) {
  std::vector<TableSymbol> symbols;
  std::uint32_t begin = ~0u;
  std::uint32_t end = 0;
  for (const LinkedSymbol& s : linked.symbols)
    if (s.in_text) symbols.push_back({s.name, s.address, true});
  for (const LinkedSection& s : linked.sections) {
    if (!s.name.starts_with(".text") && !s.name.starts_with(".init.text") &&
        !s.name.starts_with(".exit.text"))
      continue;
    begin = std::min(begin, s.address.raw());
    end = std::max(end, s.address.raw() + static_cast<std::uint32_t>(s.data.size()));
  }
  return begin < end ? names_elf(VirtAddr(begin), VirtAddr(end), symbols) : std::string();
}

SymbolFile file_of(std::string name, const LineTable* lines, std::span<const VirtAddr> sections,
                   const LinkedModule& linked) {
  SymbolFile file{std::move(name), {}, 1};
  if (lines != nullptr)
    file.bytes = linked_elf(lines->relocated_file(), sections, file.loaded_sections);
  if (file.bytes.empty()) {
    file.bytes = names_of(linked);
    file.loaded_sections = 1;
  }
  return file;
}

}  // namespace

std::string linked_elf(std::span<const std::byte> object, std::span<const VirtAddr> sections,
                       unsigned& loaded_sections) {
  std::string file(reinterpret_cast<const char*>(object.data()), object.size());
  Elf32_Ehdr header;
  if (!read(file, 0, header) || header.e_shentsize != sizeof(Elf32_Shdr)) return {};
  header.e_type = ET_EXEC;
  write(file, 0, header);
  loaded_sections = 0;
  for (unsigned i = 0; i < header.e_shnum; ++i) {
    const std::size_t at = header.e_shoff + i * sizeof(Elf32_Shdr);
    Elf32_Shdr section;
    if (!read(file, at, section)) return {};
    if (section.sh_type == SHT_SYMTAB) link_symbols(file, section, sections);
    if (section.sh_type == SHT_REL || section.sh_type == SHT_RELA || section.sh_type == SHT_GROUP)
      section = Elf32_Shdr{};
    const VirtAddr address = i < sections.size() ? sections[i] : VirtAddr();
    section.sh_addr = address.raw();
    if (address == VirtAddr()) section.sh_flags &= ~static_cast<Elf32_Word>(SHF_ALLOC);
    section.sh_flags &= ~static_cast<Elf32_Word>(SHF_GROUP);
    if ((section.sh_flags & SHF_ALLOC) != 0) ++loaded_sections;
    write(file, at, section);
  }
  return file;
}

std::string names_elf(VirtAddr begin, VirtAddr end, const std::vector<TableSymbol>& symbols) {
  std::string strings(1, '\0');
  std::string table(sizeof(Elf32_Sym), '\0');
  for (const TableSymbol& s : symbols) {
    Elf32_Sym symbol{};
    symbol.st_name = static_cast<Elf32_Word>(strings.size());
    symbol.st_value = s.address.raw();
    symbol.st_info = ELF32_ST_INFO(STB_GLOBAL, STT_FUNC);
    symbol.st_shndx = 1;
    append(table, symbol);
    strings += s.name + '\0';
  }
  static constexpr std::string_view kNames("\0.text\0.symtab\0.strtab\0.shstrtab\0", 33);
  Elf32_Ehdr header = executable_header();
  const auto offset = [](std::size_t at) { return static_cast<Elf32_Off>(at); };
  const std::size_t symtab = sizeof(Elf32_Ehdr);
  const std::size_t strtab = symtab + table.size();
  const std::size_t names = strtab + strings.size();
  header.e_shoff = offset(names + kNames.size());
  header.e_shnum = 5;
  header.e_shstrndx = 4;
  std::string file;
  append(file, header);
  file += table + strings + std::string(kNames);
  append(file, Elf32_Shdr{});
  append(file, Elf32_Shdr{1, SHT_NOBITS, SHF_ALLOC | SHF_EXECINSTR, begin.raw(), offset(symtab),
                          end.raw() - begin.raw(), 0, 0, 16, 0});
  append(file, Elf32_Shdr{7, SHT_SYMTAB, 0, 0, offset(symtab), offset(table.size()), 3, 1, 4,
                          sizeof(Elf32_Sym)});
  append(file,
         Elf32_Shdr{15, SHT_STRTAB, 0, 0, offset(strtab), offset(strings.size()), 0, 0, 1, 0});
  append(file, Elf32_Shdr{23, SHT_STRTAB, 0, 0, offset(names), offset(kNames.size()), 0, 0, 1, 0});
  return file;
}

void SymbolFiles::refresh(Machine& machine) {
  constexpr std::string_view kExports = "/mm32/exports";
  const KernelImage& image = machine.image();
  if (files_.empty()) {
    files_.emplace(kKernelFile, file_of(std::string(kKernelFile), &image.lines(),
                                        image.line_section_addresses(), image.linked()));
    const StubPage& stubs = image.stubs();
    const SymbolImage names = image.symbol_image();
    // Where functions called by the host return to lies in front of the stubs.
    const VirtAddr begin =
        machine.symbols().address_of("mm32_return_to_host").value_or(stubs.entry(0));
    std::vector<TableSymbol> symbols;
    for (const TableSymbol& s : names.symbols)
      if (s.address >= begin && s.address <= stubs.entry(stubs.stub_count() - 1))
        symbols.push_back(s);
    files_.emplace(kExports,
                   SymbolFile{std::string(kExports),
                              names_elf(begin, stubs.entry(stubs.stub_count()), symbols), 1});
  }
  libraries_ = {std::string(kExports)};
  for (const auto& module : machine.modules().all()) {
    // A module may come back at another address.
    const std::string name =
        fmt::format("/mm32/{:x}/{}.ko", module->bases.core.raw(), module->name);
    if (!files_.contains(name))
      files_.emplace(name, file_of(name, module->lines.get(), module->linked->section_addresses,
                                   *module->linked));
    libraries_.push_back(name);
  }
}

const SymbolFile* SymbolFiles::adopt(SymbolFile file) {
  const std::string name = file.name;
  return &files_.try_emplace(name, std::move(file)).first->second;
}

const SymbolFile* SymbolFiles::find(std::string_view name) const {
  const auto found = files_.find(name);
  return found == files_.end() ? nullptr : &found->second;
}

}  // namespace mm32::emu::gdb
