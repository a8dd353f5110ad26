// The resident kernel, linked as far as that goes without knowing where it will lie.
//
//   header | core bytes (page-aligned) | words to add to | variables | sections | names | texts
//
// The build writes it beside the relocatable object (kernel.img beside kernel.o), so that booting
// reads no ELF file: the core is copied to guest RAM and 8,000 words get the base added. What is
// found by name comes from two tables of open addressing that are used as they lie in the file.
// I1  Every table lies inside the file; the core inside the first `stored` bytes of core_size, the
//     rest of which is zero (bss). Checked when the file is opened.
// I2  A file is used only with the host exports it was made for, in the same order: their hash is
//     in the header. Otherwise, or without a file, the same bytes are made in memory.
// I3  Offsets and names in tables are checked where they are used: a damaged file gives a wrong
//     guest or an unknown name, never an access outside of the file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "emu/export/context.hpp"
#include "mm/base/ram.hpp"
#include "mm/base/types.hpp"

namespace mm32::emu {

/// A part of the file: `count` entries at byte `at`.
struct PreparedTable {
  std::uint32_t at = 0;
  std::uint32_t count = 0;
};

/// What a word of the core still needs: its own address and those it refers to are from zero on.
enum class PreparedFixup : std::uint8_t {
  kCore,         // + core: the address of something in the core
  kStub,         // + stubs: the address of an export
  kStubCall,     // + stubs - core: the distance to an export
  kOutsideCall,  // - core: the distance to a fixed address
};
constexpr std::size_t kPreparedFixups = 4;

struct PreparedHeader {
  static constexpr std::uint64_t kMagic = 0x31676d6932336d6d;  // "mm32img1"

  std::uint64_t magic = kMagic;
  std::uint64_t exports_hash = 0;
  std::uint32_t file_bytes = 0;
  std::uint32_t core_at = 0;
  std::uint32_t stored = 0;     // bytes of the core in the file
  std::uint32_t core_size = 0;  // whole pages
  std::uint32_t text_end = 0;   // offsets in the core: whole pages
  std::uint32_t data_begin = 0;
  std::uint32_t mailbox = 0;
  PreparedTable fixups[kPreparedFixups]{};  // of std::uint32_t: offsets in the core
  PreparedTable variables{};                // of PreparedVariable
  PreparedTable sections{};                 // of PreparedSection
  PreparedTable symbols{};                  // of PreparedName; a power of two
  PreparedTable offers{};                   // the same
  PreparedTable texts{};                    // of char; the first and the last are NUL
};

/// A word that gets the value of a variable that only the running machine knows.
struct PreparedVariable {
  std::uint32_t name = 0;  // offset in texts
  std::uint32_t offset = 0;
  std::uint32_t weak = 0;  // 1: zero when there is no such variable
};

struct PreparedSection {
  std::uint32_t name = 0;
  std::uint32_t offset = 0;
  std::uint32_t size = 0;
};

/// A slot of a table of names; name 0: free.
struct PreparedName {
  std::uint32_t name = 0;
  std::uint32_t value = 0;
  std::uint32_t in_stubs = 0;  // 1: value counts from the stubs, not from the core
};

/// FNV-1a over a name: where its slot is looked for first.
std::uint32_t prepared_hash(std::string_view name);
/// Over all names in order.
std::uint64_t exports_hash(std::span<const KernelExport> exports);

class PreparedImage {
 public:
  /// Where the machine has put it.
  struct Place {
    VirtAddr core{};
    VirtAddr stubs{};
  };

  /// The file, if it is there, whole, and made for these exports.
  static std::optional<PreparedImage> open(const std::filesystem::path& file,
                                           std::uint64_t exports);
  /// What prepare_image() made; nullopt when it is not whole.
  static std::optional<PreparedImage> of(std::vector<std::byte> bytes);

  const PreparedHeader& header() const { return *header_; }
  /// Copies the core to RAM, where everything else of core_size is still zero, and completes it;
  /// value_of(name) gives the address of a variable. Returns the names that have none.
  template <class F>
  std::vector<std::string_view> install(const Ram& ram, const Place& place, F&& value_of) const {
    std::byte* const core = copy_core(ram, place);
    std::vector<std::string_view> unknown;
    for (const PreparedVariable& use : entries<PreparedVariable>(header_->variables)) {
      const std::string_view name = text(use.name);
      const std::optional<VirtAddr> value = value_of(name);
      if (value) add_to(core, use.offset, value->raw());
      if (!value && use.weak == 0) unknown.push_back(name);
    }
    return unknown;
  }
  std::span<const PreparedSection> sections() const {
    return entries<PreparedSection>(header_->sections);
  }
  std::optional<VirtAddr> symbol(std::string_view name, const Place& place) const {
    return find(header_->symbols, name, place);
  }
  std::optional<VirtAddr> offer(std::string_view name, const Place& place) const {
    return find(header_->offers, name, place);
  }
  /// All that are offered, in no order.
  std::span<const PreparedName> offers() const { return entries<PreparedName>(header_->offers); }
  /// Empty where there is none.
  std::string_view text(std::uint32_t offset) const;
  static VirtAddr address_of(const PreparedName& name, const Place& place) {
    return (name.in_stubs != 0 ? place.stubs : place.core) + Bytes(name.value);
  }

 private:
  using Storage = std::shared_ptr<const std::byte>;

  static std::optional<PreparedImage> check(Storage storage, std::size_t bytes);
  template <class T>
  std::span<const T> entries(const PreparedTable& table) const {
    return {reinterpret_cast<const T*>(storage_.get() + table.at), table.count};
  }
  std::byte* copy_core(const Ram& ram, const Place& place) const;
  void add_to(std::byte* core, std::uint32_t offset, std::uint32_t value) const;
  std::optional<VirtAddr> find(const PreparedTable& table, std::string_view name,
                               const Place& place) const;

  Storage storage_;
  const PreparedHeader* header_ = nullptr;  // in the storage
};

}  // namespace mm32::emu
