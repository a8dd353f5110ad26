#include "emu/loader/elf_object.hpp"

#include <elf.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

#include "emu/loader/decompress.hpp"
#include "emu/loader/elf_reader.hpp"

namespace mm32::emu {
namespace {

constexpr std::uintmax_t kFirstRoom = 1u << 16;

}  // namespace

bool ElfSection::is_nobits() const { return type == SHT_NOBITS; }
bool ElfSection::is_alloc() const { return (flags & SHF_ALLOC) != 0; }
bool ElfSection::is_write() const { return (flags & SHF_WRITE) != 0; }
bool ElfSection::is_exec() const { return (flags & SHF_EXECINSTR) != 0; }

Loaded<ElfObject> ElfObject::open(const std::filesystem::path& path) {
  std::error_code status;
  if (std::filesystem::is_directory(path, status))
    return load_error(path.string() + ": is a folder, not a file", Errno::kNoExec);
  std::ifstream file(path, std::ios::binary);
  if (!file)
    return load_error(path.string() + ": cannot be read: " + std::strerror(errno), Errno::kNoEnt);
  const auto expected = std::filesystem::file_size(path, status);  // pipes and devices have none
  const std::uintmax_t room = status || expected == 0 ? kFirstRoom : expected + 1;
  std::vector<std::byte> bytes(std::min<std::uintmax_t>(room, kMaxImageBytes + 1));
  std::size_t used = 0;
  while (file) {
    if (used == bytes.size()) bytes.resize(std::min<std::size_t>(2 * used, kMaxImageBytes + 1));
    file.read(reinterpret_cast<char*>(bytes.data() + used),
              static_cast<std::streamsize>(bytes.size() - used));
    used += static_cast<std::size_t>(file.gcount());
    if (used > kMaxImageBytes) return load_error(path.string() + ": is too large");
  }
  bytes.resize(used);
  if (file.bad()) return load_error(path.string() + ": cannot be read", Errno::kIo);
  return parse(path.string(), std::move(bytes));
}

Loaded<ElfObject> ElfObject::parse(std::string name, std::vector<std::byte> bytes) {
  auto unpacked = decompress(name, std::move(bytes), kMaxImageBytes);
  if (!unpacked) return tl::unexpected(std::move(unpacked.error()));
  ElfObject object;
  object.file_name_ = std::move(name);
  object.bytes_ = std::move(*unpacked);
  if (auto error = ElfReader(object).read()) return tl::unexpected(std::move(*error));
  if (const ElfSection* section = object.find_section(".modinfo"))
    object.modinfo_ = ModInfo::parse(section->data);
  return object;
}

const ElfSection* ElfObject::find_section(std::string_view name) const {
  const auto found = std::ranges::find(sections_, name, &ElfSection::name);
  return found == sections_.end() || name.empty() ? nullptr : &*found;
}

const ElfSymbol* ElfObject::find_defined_symbol(std::string_view name) const {
  for (const ElfSymbol& symbol : symbols_)
    if (symbol.name == name && symbol.place != SymbolPlace::kUndefined) return &symbol;
  return nullptr;
}

std::string ElfObject::module_name() const {
  if (!modinfo_.name().empty()) return std::string(modinfo_.name());
  std::string stem = std::filesystem::path(file_name_).stem().string();
  if (stem.ends_with(".ko")) stem.resize(stem.size() - 3);  // x.ko.xz
  std::ranges::replace(stem, '-', '_');
  return stem;
}

}  // namespace mm32::emu
