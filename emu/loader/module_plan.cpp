#include "emu/loader/module_plan.hpp"

#include <elf.h>

#include "mm/base/check.hpp"

namespace mm32::emu {
namespace {

constexpr std::uint32_t kModKallsymsBytes = 16;  // sizeof(struct mod_kallsyms)

Protection protection_of(const ElfSection& section) {
  if (section.is_exec()) return Protection::kReadExecute;
  if (!section.is_write()) return Protection::kReadOnly;
  if (section.name == ".data..ro_after_init" || section.name == "__jump_table")
    return Protection::kReadOnlyAfterInit;
  return Protection::kReadWrite;
}

ModuleRegion region_of(const ElfSection& section) {
  return section.name.starts_with(".init") ? ModuleRegion::kInit : ModuleRegion::kCore;
}

bool is_loaded(const ElfSection& section) {
  return section.is_alloc() && section.name != ".modinfo" && section.name != "__versions" &&
         section.name != ".data..percpu";
}

std::uint32_t aligned(std::uint32_t value, std::uint32_t alignment) {
  return static_cast<std::uint32_t>(align_up(value, alignment));
}

// Gives the sections of one region and protection their offsets, from `end` on; returns the end.
std::uint32_t place_sections(const ElfObject& object, ModuleRegion region, Protection protection,
                             std::uint32_t end, ModulePlan& plan) {
  for (const ElfSection& section : object.sections()) {
    if (!is_loaded(section) || region_of(section) != region || protection_of(section) != protection)
      continue;
    const std::uint32_t offset = aligned(end, section.alignment);
    plan.sections[section.index] = SectionPlace{region, offset};
    end = offset + section.size;
  }
  return end;
}

// Linux: is_core_symbol(), without CONFIG_KALLSYMS_ALL.
bool is_core_symbol(const ElfObject& object, const ElfSymbol& symbol) {
  if (symbol.place != SymbolPlace::kSection || symbol.name.empty()) return false;
  const ElfSection& section = object.sections()[symbol.section];
  return is_loaded(section) && section.is_exec() && region_of(section) == ModuleRegion::kCore;
}

struct KallsymsRoom {
  std::uint32_t table_alignment = 1;
  std::uint32_t table_bytes = 0;
  std::uint32_t string_bytes = 0;
  std::uint32_t symbols = 0;
};

KallsymsRoom core_symbols(const ElfObject& object) {
  KallsymsRoom room;
  room.table_alignment = alignof(Elf32_Sym);
  for (std::size_t index = 0; index < object.symbols().size(); ++index) {
    const ElfSymbol& symbol = object.symbols()[index];
    if (index != 0 && !is_core_symbol(object, symbol)) continue;
    room.string_bytes += static_cast<std::uint32_t>(symbol.name.size() + 1);
    ++room.symbols;
  }
  room.table_bytes = room.symbols * static_cast<std::uint32_t>(sizeof(Elf32_Sym));
  return room;
}

// The kernel's own copy of the symbols that stay: table, strings, one type letter each.
std::uint32_t append_core_symbols(const ElfObject& object, std::uint32_t end) {
  const KallsymsRoom room = core_symbols(object);
  return aligned(end, room.table_alignment) + room.table_bytes + room.string_bytes + room.symbols;
}

// The file's symbol and string table, the descriptor of both, and type letters.
std::uint32_t append_all_symbols(const ElfObject& object, std::uint32_t end, ModulePlan& plan) {
  const ElfSection* table = nullptr;
  for (const ElfSection& section : object.sections())
    if (section.type == SHT_SYMTAB) table = &section;
  if (table == nullptr) return end;
  const ElfSection* strings = object.find_section(".strtab");
  for (const ElfSection* section : {table, strings}) {
    if (section == nullptr) continue;
    end = aligned(end, section->alignment);
    plan.sections[section->index] = SectionPlace{ModuleRegion::kInit, end};
    end += section->size;
  }
  return aligned(end, 4) + kModKallsymsBytes + static_cast<std::uint32_t>(object.symbols().size());
}

void plan_region(const ElfObject& object, ModuleRegion region, ModulePlan& plan) {
  RegionPlan& target = region == ModuleRegion::kCore ? plan.core : plan.init;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  for (std::size_t index = 0; index < target.parts.size(); ++index) {
    const auto protection = static_cast<Protection>(index);
    end = place_sections(object, region, protection, begin, plan);
    if (protection == Protection::kReadWrite) {
      end = region == ModuleRegion::kCore
                ? append_core_symbols(object, aligned(end, kPageSize))
                : append_all_symbols(object, aligned(end, kPageSize), plan);
    }
    end = aligned(end, kPageSize);
    target.parts[index] = {protection, begin, end - begin};
    begin = end;
  }
  target.size = end;
}

}  // namespace

ModulePlan plan_module(const ElfObject& object) {
  MM_CHECK(object.kind() == ElfObject::Kind::kModule);
  ModulePlan plan;
  plan.sections.resize(object.sections().size());
  plan_region(object, ModuleRegion::kCore, plan);
  plan_region(object, ModuleRegion::kInit, plan);
  if (const ElfSection* percpu = object.find_section(".data..percpu"); percpu && percpu->size != 0)
    plan.percpu = PerCpuNeed{percpu->index, percpu->size, percpu->alignment};
  return plan;
}

}  // namespace mm32::emu
