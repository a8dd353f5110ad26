#include "emu/loader/module_linker.hpp"

#include <elf.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "emu/loader/imports.hpp"
#include "emu/loader/module_exports.hpp"
#include "emu/loader/neutralise.hpp"

namespace mm32::emu {
namespace {

std::uint32_t read32(std::span<const std::byte> bytes, std::uint32_t offset) {
  std::uint32_t value = 0;
  std::memcpy(&value, bytes.data() + offset, sizeof(value));
  return value;
}

void write32(std::span<std::byte> bytes, std::uint32_t offset, std::uint32_t value) {
  std::memcpy(bytes.data() + offset, &value, sizeof(value));
}

// One link: the inputs, and the module as it grows.
class Linker {
 public:
  Linker(const ElfObject& object, const ModulePlan& plan, const ModuleBases& bases,
         SymbolResolver& resolver)
      : object_(object), plan_(plan), bases_(bases), resolver_(resolver) {}

  Loaded<LinkedModule> run(TextOrigin origin) {
    place_sections();
    if (auto error = value_symbols()) return tl::unexpected(std::move(*error));
    if (auto error = relocate_all()) return tl::unexpected(std::move(*error));
    if (origin == TextOrigin::kResidentKernel) return std::move(module_);
    neutralise_text();
    module_.symbols = list_symbols(object_, plan_, module_.section_addresses);
    module_.exports = read_exports(module_);
    module_.init_function = module_.find_symbol("init_module");
    module_.exit_function = module_.find_symbol("cleanup_module");
    if (const LinkedSection* section = module_.find_section(".gnu.linkonce.this_module"))
      module_.this_module = section->address;
    return std::move(module_);
  }

 private:
  using Failure = std::optional<LoadError>;

  // The bytes of a section inside the module's own buffers; empty when it is not loaded.
  std::span<std::byte> bytes_of(const ElfSection& section) {
    if (plan_.percpu && plan_.percpu->section == section.index) return module_.percpu;
    const auto& place = plan_.sections[section.index];
    if (!place) return {};
    auto& region = place->region == ModuleRegion::kCore ? module_.core : module_.init;
    return std::span(region).subspan(place->offset, section.size);
  }

  VirtAddr address_of(const ElfSection& section) const {
    if (plan_.percpu && plan_.percpu->section == section.index) return bases_.percpu;
    const auto& place = plan_.sections[section.index];
    if (!place) return VirtAddr();
    const VirtAddr base = place->region == ModuleRegion::kCore ? bases_.core : bases_.init;
    return base + Bytes(place->offset);
  }

  void place_sections() {
    module_.core.resize(plan_.core.size);
    module_.init.resize(plan_.init.size);
    if (plan_.percpu) module_.percpu.resize(plan_.percpu->size);
    for (const ElfSection& section : object_.sections()) {
      const std::span<std::byte> target = bytes_of(section);
      module_.section_addresses.push_back(address_of(section));
      if (target.empty()) continue;
      if (!section.data.empty()) std::ranges::copy(section.data, target.begin());
      module_.sections.push_back({std::string(section.name), address_of(section), target});
    }
  }

  Failure value_symbols() {
    values_.reserve(object_.symbols().size());
    bool missing = false;
    for (const ElfSymbol& symbol : object_.symbols()) {
      std::uint32_t value = symbol.value;
      if (symbol.place == SymbolPlace::kCommon)
        return LoadError{Errno::kNoExec,
                         {fmt::format("{}: has the common symbol {}: please compile with "
                                      "-fno-common",
                                      object_.file_name(), symbol.name)}};
      if (symbol.place == SymbolPlace::kSection)
        value += module_.section_addresses[symbol.section].raw();
      if (symbol.place == SymbolPlace::kUndefined && !symbol.name.empty()) {
        auto found = resolver_.resolve(symbol.name);
        if (!found && symbol.binding != SymbolBinding::kWeak) {
          found = resolver_.stand_in(symbol.name);
          missing |= !found;
        }
        value = found ? found->raw() : 0;
      }
      values_.push_back(value);
    }
    return missing ? Failure(unknown_symbols()) : std::nullopt;
  }

  LoadError unknown_symbols() {
    LoadError error{Errno::kNoEnt, {}};
    for (const Import& import : collect_imports(object_))
      if (!import.weak && !resolver_.resolve(import.name)) {
        const std::string refusal = resolver_.refusal(import.name);
        error.lines.push_back(fmt::format("{}: unknown symbol {}{}{}", object_.file_name(),
                                          describe_import(import), refusal.empty() ? "" : ": ",
                                          refusal));
      }
    return error;
  }

  Failure relocate_all() {
    for (const ElfSection& section : object_.sections()) {
      const std::span<std::byte> target = bytes_of(section);
      if (target.empty()) continue;
      for (const ElfRelocation& relocation : section.relocations)
        if (auto failure = relocate(section, target, relocation)) return failure;
    }
    return std::nullopt;
  }

  Failure relocate(const ElfSection& section, std::span<std::byte> target,
                   const ElfRelocation& relocation) {
    const std::uint32_t symbol = values_[relocation.symbol];
    const std::uint32_t place = module_.section_addresses[section.index].raw() + relocation.offset;
    switch (relocation.type) {
      case R_386_NONE:
        return std::nullopt;
      case R_386_32:
        write32(target, relocation.offset, read32(target, relocation.offset) + symbol);
        return std::nullopt;
      case R_386_PC32:
      case R_386_PLT32:
        write32(target, relocation.offset, read32(target, relocation.offset) + symbol - place);
        return std::nullopt;
      default:
        return LoadError{
            Errno::kNoExec,
            {fmt::format("{}: unknown relocation type {} at {}", object_.file_name(),
                         relocation.type,
                         describe_place(locate(object_, section.index, relocation.offset)))}};
    }
  }

  void neutralise_text() {
    for (const ElfSection& section : object_.sections())
      if (section.is_exec()) module_.neutralised += neutralise(bytes_of(section));
  }

  const ElfObject& object_;
  const ModulePlan& plan_;
  const ModuleBases& bases_;
  SymbolResolver& resolver_;
  LinkedModule module_;
  std::vector<std::uint32_t> values_;  // by symbol index
};

}  // namespace

std::vector<LinkedSymbol> list_symbols(const ElfObject& object, const ModulePlan& plan,
                                       const std::vector<VirtAddr>& section_addresses) {
  std::vector<LinkedSymbol> symbols;
  for (const ElfSymbol& symbol : object.symbols()) {
    if (!is_linked_symbol(symbol, plan)) continue;
    symbols.push_back(
        {std::string(symbol.name), VirtAddr(section_addresses[symbol.section].raw() + symbol.value),
         symbol.size, symbol.binding, symbol.type, object.sections()[symbol.section].is_exec()});
  }
  return symbols;
}

bool is_linked_symbol(const ElfSymbol& symbol, const ModulePlan& plan) {
  return symbol.place == SymbolPlace::kSection && !symbol.name.empty() &&
         plan.sections[symbol.section].has_value();
}

const LinkedSection* LinkedModule::find_section(std::string_view name) const {
  const auto found = std::ranges::find(sections, name, &LinkedSection::name);
  return found == sections.end() ? nullptr : &*found;
}

std::optional<VirtAddr> LinkedModule::find_symbol(std::string_view name) const {
  const auto found = std::ranges::find(symbols, name, &LinkedSymbol::name);
  return found == symbols.end() ? std::nullopt : std::optional(found->address);
}

Loaded<LinkedModule> link_module(const ElfObject& object, const ModulePlan& plan,
                                 const ModuleBases& bases, SymbolResolver& resolver,
                                 TextOrigin origin) {
  return Linker(object, plan, bases, resolver).run(origin);
}

}  // namespace mm32::emu
