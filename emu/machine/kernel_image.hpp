// The resident guest kernel: a relocatable object that is placed and linked at boot.
//
//   base | stub pages | text | rodata | ro after init | data, bss | log area |
//        └─ read-only ──────────────────────────────┘ └─ read-write ─────────┘
//
// One file serves every base address: 16 MB, or 1 MB on machines with less than 32 MB of RAM. Its
// undefined symbols are host exports; the pairs in section .mm32_exports are what it offers to
// modules. Debug information is in a file of its own beside it, NAME.debug, read when first needed.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "emu/export/registry.hpp"
#include "emu/export/stub_page.hpp"
#include "emu/failure.hpp"
#include "emu/loader/line_table.hpp"
#include "emu/loader/module_linker.hpp"
#include "emu/loader/name_table.hpp"
#include "emu/loader/symbol_table.hpp"
#include "mm/config.hpp"

namespace mm32::emu {

class KernelImage {
 public:
  static Expected<KernelImage> load(const std::filesystem::path& file);

  /// Decides where everything lies for a machine of config.mem bytes and fills config.image_*.
  void place(MachineConfig& config, std::uint32_t exports);
  /// Links the image and writes it to RAM. Fails with kInternalFault when a symbol is missing.
  Expected<void> install(const Ram& ram, std::span<const KernelExport> exports);

  /// Address of a symbol of the image; aborts (MM_CHECK) when there is none.
  VirtAddr symbol(std::string_view name) const;
  /// What modules may import: exported symbols of the image and the host's exports.
  const NameTable& offered() const { return offered_; }
  /// Before install(); the characters of `name` stay for ever.
  void offer(std::string_view name, VirtAddr address) { offered_.add(name, address); }
  const LinkedSection* section(std::string_view name) const { return linked_->find_section(name); }
  const StubPage& stubs() const { return *stubs_; }
  VirtAddr log_area() const { return log_area_; }
  /// Where image and stubs lie, and their symbols, for the symbol table.
  std::vector<SymbolRange> symbol_ranges() const;
  SymbolImage symbol_image(std::span<const KernelExport> exports) const;
  const LineTable& lines() const;
  /// The linked image. After install().
  const LinkedModule& linked() const;
  /// Where the sections of the file behind lines() lie, by their numbers there.
  std::vector<VirtAddr> line_section_addresses() const;
  /// The image with its debug information; its sections have other numbers. nullptr: there is none.
  const ElfObject* debug_object() const;

 private:
  KernelImage(ElfObject object, std::filesystem::path debug_file);
  void read_offers();
  void index_symbols();
  std::vector<VirtAddr> debug_section_addresses(const ElfObject& debug) const;

  ElfObject object_;
  std::filesystem::path debug_file_;
  ModulePlan plan_;
  VirtAddr base_{};
  VirtAddr core_{};
  VirtAddr log_area_{};
  VirtAddr mailbox_{};
  std::optional<StubPage> stubs_;
  mutable std::optional<LinkedModule> linked_;  // its symbols are listed when first asked for
  NameTable offered_;
  NameTable symbols_;
  mutable std::unique_ptr<ElfObject> debug_;
  mutable std::unique_ptr<LineTable> lines_;
};

}  // namespace mm32::emu
