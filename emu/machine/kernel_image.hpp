// The resident guest kernel: a relocatable object that is placed at boot.
//
//   base | stub pages | text | rodata | ro after init | data, bss | log area |
//        └─ read-only ──────────────────────────────┘ └─ read-write ─────────┘
//
// One file serves every base address: 16 MB, or 1 MB on machines with less than 32 MB of RAM; its
// linked form (prepared_image.hpp) is what boots. Its undefined symbols are host exports; the pairs
// in section .mm32_exports are what it offers to modules. The object itself is read when somebody
// asks for all symbols or for lines, its debug information, in NAME.debug beside it, likewise.
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
#include "emu/machine/prepared_image.hpp"
#include "mm/config.hpp"

namespace mm32::emu {

/// What modules may import: exported symbols of the image, the host's exports, and variables that
/// only the running machine knows. Of several of one name the variable counts, then the export.
class OfferedNames {
 public:
  std::optional<VirtAddr> find(std::string_view name) const;
  bool contains(std::string_view name) const { return find(name).has_value(); }
  /// All of them in the order of their names.
  std::vector<NameTable::Entry> sorted() const;

  /// The characters of `name` stay for ever.
  void add(std::string_view name, VirtAddr address) { variables_.add(name, address); }
  void add(const PreparedImage& image, const PreparedImage::Place& place);

 private:
  NameTable variables_;
  std::optional<PreparedImage> image_;
  PreparedImage::Place place_;
};

/// A section of the image that is loaded.
struct ImageSection {
  VirtAddr address{};
  Bytes size{};
};

class KernelImage {
 public:
  /// Opens what was prepared for these exports, or prepares the object now. The exports stay.
  static Expected<KernelImage> load(const std::filesystem::path& object,
                                    std::span<const KernelExport> exports);

  /// Decides where everything lies for a machine of config.mem bytes and fills config.image_*.
  void place(MachineConfig& config);
  /// Writes the image to RAM, which is zero there. Fails with kInternalFault when a symbol is
  /// missing.
  Expected<void> install(const Ram& ram);

  /// Address of a symbol of the image; aborts (MM_CHECK) when there is none.
  VirtAddr symbol(std::string_view name) const;
  const OfferedNames& offered() const { return offered_; }
  /// Before install(); the characters of `name` stay for ever.
  void offer(std::string_view name, VirtAddr address) { offered_.add(name, address); }
  std::optional<ImageSection> section(std::string_view name) const;
  const StubPage& stubs() const { return *stubs_; }
  VirtAddr log_area() const { return log_area_; }
  /// Where image and stubs lie, and their symbols, for the symbol table.
  std::vector<SymbolRange> symbol_ranges() const;
  SymbolImage symbol_image() const;
  const LineTable& lines() const;
  /// The linked image, for those who want all of it. After install().
  const LinkedModule& linked() const { return whole().linked; }
  /// Where the sections of the file behind lines() lie, by their numbers there.
  std::vector<VirtAddr> line_section_addresses() const;
  /// The image with its debug information; its sections have other numbers. nullptr: there is none.
  const ElfObject* debug_object() const;

 private:
  // The object, linked as any module is.
  struct Whole {
    ElfObject object;
    ModulePlan plan;
    LinkedModule linked;
  };

  KernelImage(std::filesystem::path file, PreparedImage prepared,
              std::span<const KernelExport> exports)
      : file_(std::move(file)), prepared_(std::move(prepared)), exports_(exports) {}
  const Whole& whole() const;
  std::vector<VirtAddr> debug_section_addresses(const ElfObject& debug) const;

  std::filesystem::path file_;
  PreparedImage prepared_;
  std::span<const KernelExport> exports_;
  PreparedImage::Place place_;
  VirtAddr base_{};
  VirtAddr log_area_{};
  std::optional<StubPage> stubs_;
  OfferedNames offered_;
  mutable std::unique_ptr<Whole> whole_;
  mutable std::unique_ptr<ElfObject> debug_;
  mutable std::unique_ptr<LineTable> lines_;
};

}  // namespace mm32::emu
