// Turns a planned module into the bytes that belong at its addresses.
//
// Pure: reads the file's bytes, asks the resolver, returns bytes; guest memory is written by the
// caller. On i386 relocations keep their addend in the place they change (REL), so a place is
// `addend + S` (R_386_32) or `addend + S - P` (R_386_PC32, R_386_PLT32), modulo 2^32.
// L1  A place that is written lies inside its section (ElfObject E4) and that inside its region.
// L2  An undefined weak symbol is 0; a common symbol is refused: kernel code is built -fno-common.
// L3  No executable section of foreign text contains an instruction of `neutralise.hpp` when link
//     returns.
// Linux 6.1: kernel/module/main.c simplify_symbols, apply_relocations; arch/x86/kernel/module.c
// apply_relocate.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "emu/loader/elf_object.hpp"
#include "emu/loader/module_plan.hpp"
#include "emu/loader/symbol_resolver.hpp"

namespace mm32::emu {

/// Where the caller put the regions of a plan. Bases are page-aligned; unused ones are ignored.
struct ModuleBases {
  VirtAddr core{};
  VirtAddr init{};
  VirtAddr percpu{};  // offset of the module's variables within a per-CPU area
};

struct LinkedSymbol {
  std::string name;
  VirtAddr address{};
  std::uint32_t size = 0;
  SymbolBinding binding = SymbolBinding::kLocal;
  SymbolType type = SymbolType::kNone;
  bool in_text = false;
};

enum class ExportLicence : std::uint8_t { kAny, kGplOnly };

/// An EXPORT_SYMBOL of the module. Linux: struct kernel_symbol (three relative offsets).
struct ExportedSymbol {
  std::string name;
  VirtAddr address{};
  std::string name_space{};
  ExportLicence licence = ExportLicence::kAny;
};

/// A loaded section: its address and its bytes inside LinkedModule.
struct LinkedSection {
  std::string name;
  VirtAddr address{};
  std::span<std::byte> data{};
};

class LinkedModule {
 public:
  std::vector<std::byte> core{};    // plan.core.size bytes
  std::vector<std::byte> init{};    // plan.init.size bytes
  std::vector<std::byte> percpu{};  // the initial image of the per-CPU variables
  std::vector<LinkedSection> sections{};
  /// By section index of the file; 0 for those that are not loaded.
  std::vector<VirtAddr> section_addresses{};
  /// Every named symbol that lies in a loaded section.
  std::vector<LinkedSymbol> symbols{};
  std::vector<ExportedSymbol> exports{};
  /// init_module and cleanup_module; a module may lack either.
  std::optional<VirtAddr> init_function{};
  std::optional<VirtAddr> exit_function{};
  /// struct module, in .gnu.linkonce.this_module.
  std::optional<VirtAddr> this_module{};
  unsigned neutralised = 0;  // instructions that were replaced, see L3

  /// The first section of that name that is loaded and not empty, for later fix-ups:
  /// .altinstructions, .smp_locks, __jump_table, .static_call_sites, __mcount_loc,
  /// .retpoline_sites, .return_sites, __param, …
  const LinkedSection* find_section(std::string_view name) const;
  std::optional<VirtAddr> find_symbol(std::string_view name) const;
};

/// Whether a symbol has a name and lies in a section that is loaded.
bool is_linked_symbol(const ElfSymbol& symbol, const ModulePlan& plan);
/// Those of a file, at the addresses of its sections.
std::vector<LinkedSymbol> list_symbols(const ElfObject& object, const ModulePlan& plan,
                                       const std::vector<VirtAddr>& section_addresses);

/// Whose text is linked: the resident kernel's own has none of the instructions of L3, is long, and
/// its symbols are not listed, nor anything that is found by name.
enum class TextOrigin : std::uint8_t { kForeign, kResidentKernel };

/// Links `object` as planned. Errors: one line for each symbol that nobody exports, with the places
/// that need it (code kNoEnt), or one line for what cannot be linked at all (code kNoExec).
Loaded<LinkedModule> link_module(const ElfObject& object, const ModulePlan& plan,
                                 const ModuleBases& bases, SymbolResolver& resolver,
                                 TextOrigin origin = TextOrigin::kForeign);

}  // namespace mm32::emu
