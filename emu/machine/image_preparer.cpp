#include "emu/machine/image_preparer.hpp"

#include <elf.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <map>

#include "emu/export/stub_page.hpp"
#include "emu/loader/module_linker.hpp"
#include "emu/loader/module_plan.hpp"
#include "emu/loader/name_table.hpp"
#include "emu/machine/prepared_image.hpp"

namespace mm32::emu {
namespace {

constexpr std::string_view kMailboxName = "mm32_mailbox";
constexpr std::string_view kOffers = ".mm32_exports";  // pairs: address, name

// Exports lie at their places behind stubs at zero; what else is undefined counts as zero.
class ZeroResolver final : public SymbolResolver {
 public:
  explicit ZeroResolver(std::span<const KernelExport> exports) {
    const StubPage stubs(VirtAddr(0), static_cast<std::uint32_t>(exports.size()), VirtAddr(0));
    names_.reserve(exports.size());
    for (std::uint32_t i = 0; i < exports.size(); ++i)
      names_.add(exports[i].name, stubs.entry(i + 1));
  }
  std::optional<VirtAddr> resolve(std::string_view name) override {
    return names_.find(name).value_or(VirtAddr(0));
  }
  std::optional<VirtAddr> export_entry(std::string_view name) const { return names_.find(name); }

 private:
  NameTable names_;
};

class Preparer {
 public:
  Preparer(const ElfObject& object, std::span<const KernelExport> exports)
      : object_(object), exports_(exports), resolver_(exports), plan_(plan_module(object)) {}

  Loaded<std::vector<std::byte>> run() {
    auto linked =
        link_module(object_, plan_, ModuleBases{}, resolver_, TextOrigin::kResidentKernel);
    if (!linked) return tl::unexpected(std::move(linked.error()));
    linked_ = std::move(*linked);
    texts_.push_back('\0');
    if (auto failure = describe_core()) return tl::unexpected(std::move(*failure));
    for (const ElfSection& section : object_.sections()) list_fixups(section);
    list_names();
    return lay_out();
  }

 private:
  // The end of what has bytes: behind it is only bss.
  std::uint32_t stored_bytes() const {
    std::uint32_t end = 0;
    for (const ElfSection& section : object_.sections())
      if (const auto offset = core_offset(section); offset && !section.is_nobits())
        end = std::max(end, *offset + section.size);
    return end;
  }

  // Its symbol table has a place in an init part, which nobody asks for.
  std::optional<std::uint32_t> core_offset(const ElfSection& section) const {
    const auto& place = plan_.sections[section.index];
    if (!place || place->region != ModuleRegion::kCore) return std::nullopt;
    return place->offset;
  }

  bool all_in_core() const {
    return std::ranges::all_of(object_.sections(), [this](const ElfSection& section) {
      return !section.is_alloc() || section.size == 0 || core_offset(section);
    });
  }

  std::optional<LoadError> describe_core() {
    const ElfSymbol* mailbox = object_.find_defined_symbol(kMailboxName);
    if (mailbox == nullptr || mailbox->place != SymbolPlace::kSection ||
        !plan_.sections[mailbox->section] || !all_in_core())
      return LoadError{Errno::kNoExec, {object_.file_name() + ": is no resident kernel"}};
    header_.exports_hash = exports_hash(exports_);
    header_.stored = stored_bytes();
    header_.core_size = static_cast<std::uint32_t>(align_up(plan_.core.size, kPageSize));
    header_.text_end = plan_.core.parts[0].offset + plan_.core.parts[0].size;
    header_.data_begin = plan_.core.parts[3].offset;
    header_.mailbox = plan_.sections[mailbox->section]->offset + mailbox->value;
    return std::nullopt;
  }

  void add_fixup(PreparedFixup kind, std::uint32_t offset) {
    fixups_[static_cast<std::size_t>(kind)].push_back(offset);
  }

  void list_fixups(const ElfSection& section) {
    const auto place = core_offset(section);
    if (!place) return;
    sections_.push_back({text(section.name), *place, section.size});
    for (const ElfRelocation& r : section.relocations)
      if (r.type != R_386_NONE)
        list_fixup(object_.symbols()[r.symbol], r.type != R_386_32, *place + r.offset);
  }

  void list_fixup(const ElfSymbol& symbol, bool is_distance, std::uint32_t offset) {
    const bool named = symbol.place == SymbolPlace::kUndefined && !symbol.name.empty();
    if (named && resolver_.export_entry(symbol.name)) {
      add_fixup(is_distance ? PreparedFixup::kStubCall : PreparedFixup::kStub, offset);
      return;
    }
    if (symbol.place == SymbolPlace::kSection) {
      if (!is_distance) add_fixup(PreparedFixup::kCore, offset);
      return;
    }
    if (is_distance) add_fixup(PreparedFixup::kOutsideCall, offset);
    if (named)
      variables_.push_back(
          {text(symbol.name), offset, symbol.binding == SymbolBinding::kWeak ? 1u : 0u});
  }

  void list_names() {
    for (const ElfSymbol& symbol : object_.symbols())
      if (is_linked_symbol(symbol, plan_))
        symbols_.emplace(symbol.name,
                         PreparedName{0, plan_.sections[symbol.section]->offset + symbol.value, 0});
    for (const KernelExport& one : exports_)
      if (!one.name.starts_with("mm32_"))
        offers_.emplace(one.name, PreparedName{0, resolver_.export_entry(one.name)->raw(), 1});
    const LinkedSection* table = linked_.find_section(kOffers);
    if (table == nullptr) return;
    const auto word = [&](std::size_t at) {
      std::uint32_t value = 0;
      std::memcpy(&value, table->data.data() + at, sizeof value);
      return value;
    };
    for (std::size_t at = 0; at + 8 <= table->data.size(); at += 8) {
      const std::uint32_t name = word(at + 4);
      if (name >= linked_.core.size()) continue;
      const char* characters = reinterpret_cast<const char*>(linked_.core.data() + name);
      offers_.emplace(std::string(characters, strnlen(characters, linked_.core.size() - name)),
                      PreparedName{0, word(at), 0});
    }
  }

  std::uint32_t text(std::string_view name) {
    const auto [found, fresh] =
        text_places_.emplace(name, static_cast<std::uint32_t>(texts_.size()));
    if (fresh) {
      texts_.insert(texts_.end(), name.begin(), name.end());
      texts_.push_back('\0');
    }
    return found->second;
  }

  // Half of the slots stay free.
  std::vector<PreparedName> slots_of(const std::map<std::string, PreparedName>& names) {
    std::vector<PreparedName> slots(std::bit_ceil(2 * names.size() + 1));
    for (const auto& [name, value] : names) {
      std::size_t at = prepared_hash(name) & (slots.size() - 1);
      while (slots[at].name != 0) at = (at + 1) & (slots.size() - 1);
      slots[at] = value;
      slots[at].name = text(name);
    }
    return slots;
  }

  template <class T>
  PreparedTable append(const std::vector<T>& entries) {
    file_.resize(align_up(file_.size(), sizeof(std::uint64_t)));
    const PreparedTable table{static_cast<std::uint32_t>(file_.size()),
                              static_cast<std::uint32_t>(entries.size())};
    const auto bytes = std::as_bytes(std::span(entries));
    file_.insert(file_.end(), bytes.begin(), bytes.end());
    return table;
  }

  std::vector<std::byte> lay_out() {
    header_.core_at = kPageSize;
    static_assert(sizeof(PreparedHeader) <= kPageSize);
    file_.resize(header_.core_at);
    file_.insert(file_.end(), linked_.core.begin(), linked_.core.begin() + header_.stored);
    for (std::size_t kind = 0; kind < kPreparedFixups; ++kind)
      header_.fixups[kind] = append(fixups_[kind]);
    header_.variables = append(variables_);
    header_.sections = append(sections_);
    header_.symbols = append(slots_of(symbols_));
    header_.offers = append(slots_of(offers_));
    header_.texts = append(texts_);
    header_.file_bytes = static_cast<std::uint32_t>(file_.size());
    std::memcpy(file_.data(), &header_, sizeof header_);
    return std::move(file_);
  }

  const ElfObject& object_;
  std::span<const KernelExport> exports_;
  ZeroResolver resolver_;
  ModulePlan plan_;
  LinkedModule linked_;
  PreparedHeader header_;
  std::array<std::vector<std::uint32_t>, kPreparedFixups> fixups_;
  std::vector<PreparedVariable> variables_;
  std::vector<PreparedSection> sections_;
  std::map<std::string, PreparedName> symbols_;  // of several of one name the first
  std::map<std::string, PreparedName> offers_;
  std::vector<char> texts_;
  std::map<std::string, std::uint32_t, std::less<>> text_places_;
  std::vector<std::byte> file_;
};

}  // namespace

Loaded<std::vector<std::byte>> prepare_image(const ElfObject& object,
                                             std::span<const KernelExport> exports) {
  return Preparer(object, exports).run();
}

}  // namespace mm32::emu
