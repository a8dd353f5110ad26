// Names of addresses and addresses of names, over the kernel image and all loaded modules, as
// kallsyms gives them.
//
// Host-side reference data only: filled when an image is loaded, shrunk when its init part goes.
// S1  Ranges of different images do not overlap.
// S2  A symbol ends where the next one of its image starts, or where its range ends: the size that
//     reports print after the slash, which is not the size in the ELF symbol.
// S3  Of several symbols at one address the first in the file names it in a module (where local
//     ones come first); in the kernel the one with the fewest leading underscores, strong before
//     weak.
// Look-ups cost O(log n). Linux 6.1: kernel/kallsyms.c, kernel/module/kallsyms.c.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emu/loader/elf_object.hpp"
#include "emu/loader/module_linker.hpp"
#include "mm/base/types.hpp"

namespace mm32::emu {

struct TableSymbol {
  std::string name;
  VirtAddr address{};
  bool in_text = false;
};

/// [begin, end) of code or data that belongs to one image. Symbols do not extend over its end.
struct SymbolRange {
  VirtAddr begin{};
  VirtAddr end{};
  bool is_text = false;
};

/// What an image brings to the table. An empty module name means the kernel.
struct SymbolImage {
  std::string module{};
  std::vector<SymbolRange> ranges{};
  std::vector<TableSymbol> symbols{};
};

/// The symbols of a kernel image (ET_EXEC).
SymbolImage kernel_symbols(const ElfObject& image);
/// Where a linked module has code and data.
std::vector<SymbolRange> module_ranges(const ModulePlan& plan, const ModuleBases& bases);
/// The symbols of a linked module; `init` of `bases` counts until SymbolTable::drop_range.
SymbolImage module_symbols(std::string module, const LinkedModule& linked, const ModulePlan& plan,
                           const ModuleBases& bases);

/// An address in words.
struct SymbolAt {
  std::string_view name;
  std::uint32_t offset = 0;
  std::uint32_t size = 0;
  std::string_view module;  // empty: the kernel
};

class SymbolTable {
 public:
  using ImageId = std::uint32_t;

  ImageId add(SymbolImage image);
  /// The same; `make` gives the symbols when they are first asked for, and has to live so long.
  ImageId add(std::vector<SymbolRange> ranges, std::function<SymbolImage()> make);
  void remove(ImageId id);
  /// Forgets the ranges of an image that start at `begin` or after it and before `end`, with their
  /// symbols: its init part was freed.
  void drop_range(ImageId id, VirtAddr begin, VirtAddr end);

  /// The symbol at or before `address` in the range around it; nullopt: in no image, or before the
  /// first symbol. The views live until the image is changed.
  std::optional<SymbolAt> find(VirtAddr address) const;
  /// The address of a name; images are asked in the order they were added, so the kernel first;
  /// "module:name" asks one module.
  std::optional<VirtAddr> address_of(std::string_view name) const;

  /// Names that begin so, in order, each once; at most `most`.
  std::vector<std::string> names_beginning(std::string_view start, std::size_t most) const;

  /// Grows whenever an image comes or goes: what was asked before may have changed.
  std::uint64_t changes() const { return changes_; }

  /// Whether `address` lies in code of the kernel or of a module. Linux: __kernel_text_address.
  bool in_text(VirtAddr address) const;

  /// %pS: "symbol+0x12/0x40 [module]", or "0xc1234567" when no image has the address.
  std::string format(VirtAddr address) const;
  /// %pB: the same for a return address, which may lie just behind the end of its function.
  std::string format_return_address(VirtAddr address) const;
  /// %ps: without offset and size.
  std::string format_name(VirtAddr address) const;

 private:
  struct Image {
    SymbolImage contents;                    // symbols sorted by address
    std::vector<std::uint32_t> names{};      // indices of symbols, by name; empty: not made yet
    std::function<SymbolImage()> pending{};  // gives the symbols; empty: they are there
  };
  struct RangeEntry {
    VirtAddr end{};
    ImageId image = 0;
    bool is_text = false;
  };

  void index_ranges();
  static const SymbolImage& contents_of(Image& image);
  static std::optional<VirtAddr> find_name(Image& image, std::string_view name);
  static std::string render(const SymbolAt& symbol);

  mutable std::map<ImageId, Image> images_;
  std::map<std::uint32_t, RangeEntry> ranges_;  // by begin
  ImageId next_ = 0;
  std::uint64_t changes_ = 0;
};

}  // namespace mm32::emu
