#include "emu/loader/symbol_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <set>

namespace mm32::emu {
namespace {

std::size_t leading_underscores(std::string_view name) {
  return std::min(name.find_first_not_of('_'), name.size());
}

// The order in which kallsyms lists symbols of the kernel that share an address.
bool names_better(const ElfSymbol& a, const ElfSymbol& b) {
  const bool a_weak = a.binding == SymbolBinding::kWeak;
  const bool b_weak = b.binding == SymbolBinding::kWeak;
  if (a_weak != b_weak) return b_weak;
  return leading_underscores(a.name) < leading_underscores(b.name);
}

void add_region(const RegionPlan& region, VirtAddr base, std::vector<SymbolRange>& ranges) {
  const std::uint32_t text = region.parts[0].size;
  if (text != 0) ranges.push_back({base, base + Bytes(text), true});
  if (region.size > text) ranges.push_back({base + Bytes(text), base + Bytes(region.size), false});
}

}  // namespace

SymbolImage kernel_symbols(const ElfObject& image) {
  SymbolImage result;
  for (const ElfSection& section : image.sections())
    if (section.is_alloc() && section.size != 0)
      result.ranges.push_back(
          {VirtAddr(section.address), VirtAddr(section.address + section.size), section.is_exec()});
  std::vector<const ElfSymbol*> symbols;
  for (const ElfSymbol& symbol : image.symbols())
    if (symbol.place == SymbolPlace::kSection && !symbol.name.empty() &&
        symbol.type != SymbolType::kFile)
      symbols.push_back(&symbol);
  std::ranges::stable_sort(symbols, [](const ElfSymbol* a, const ElfSymbol* b) {
    return a->value != b->value ? a->value < b->value : names_better(*a, *b);
  });
  for (const ElfSymbol* symbol : symbols)
    result.symbols.push_back({std::string(symbol->name), VirtAddr(symbol->value),
                              image.sections()[symbol->section].is_exec()});
  return result;
}

std::vector<SymbolRange> module_ranges(const ModulePlan& plan, const ModuleBases& bases) {
  std::vector<SymbolRange> ranges;
  add_region(plan.core, bases.core, ranges);
  add_region(plan.init, bases.init, ranges);
  return ranges;
}

SymbolImage module_symbols(std::string module, const LinkedModule& linked, const ModulePlan& plan,
                           const ModuleBases& bases) {
  SymbolImage image;
  image.module = std::move(module);
  image.ranges = module_ranges(plan, bases);
  for (const LinkedSymbol& symbol : linked.symbols)
    image.symbols.push_back({symbol.name, symbol.address, symbol.in_text});
  return image;
}

SymbolTable::ImageId SymbolTable::add(SymbolImage image) {
  std::ranges::stable_sort(image.symbols, {}, &TableSymbol::address);
  const ImageId id = next_++;
  images_.emplace(id, Image{std::move(image)});
  index_ranges();
  return id;
}

SymbolTable::ImageId SymbolTable::add(std::vector<SymbolRange> ranges,
                                      std::function<SymbolImage()> make) {
  const ImageId id = next_++;
  images_.emplace(id, Image{.contents = {.ranges = std::move(ranges)}, .pending = std::move(make)});
  index_ranges();
  return id;
}

const SymbolImage& SymbolTable::contents_of(Image& image) {
  if (image.pending) {
    image.contents.symbols = image.pending().symbols;
    image.pending = nullptr;
    std::ranges::stable_sort(image.contents.symbols, {}, &TableSymbol::address);
  }
  return image.contents;
}

void SymbolTable::remove(ImageId id) {
  images_.erase(id);
  index_ranges();
}

void SymbolTable::drop_range(ImageId id, VirtAddr begin, VirtAddr end) {
  const auto found = images_.find(id);
  if (found == images_.end()) return;
  Image& image = found->second;
  contents_of(image);
  const auto inside = [&](VirtAddr address) { return address >= begin && address < end; };
  std::erase_if(image.contents.ranges, [&](const SymbolRange& r) { return inside(r.begin); });
  std::erase_if(image.contents.symbols, [&](const TableSymbol& s) { return inside(s.address); });
  image.names.clear();
  index_ranges();
}

void SymbolTable::index_ranges() {
  ++changes_;
  ranges_.clear();
  for (const auto& [id, image] : images_)
    for (const SymbolRange& range : image.contents.ranges)
      ranges_.insert_or_assign(range.begin.raw(), RangeEntry{range.end, id, range.is_text});
}

std::optional<SymbolAt> SymbolTable::find(VirtAddr address) const {
  auto range = ranges_.upper_bound(address.raw());
  if (range == ranges_.begin()) return std::nullopt;
  --range;
  if (address >= range->second.end) return std::nullopt;
  const SymbolImage& image = contents_of(images_.at(range->second.image));
  const auto after = std::ranges::upper_bound(image.symbols, address, {}, &TableSymbol::address);
  if (after == image.symbols.begin()) return std::nullopt;
  const VirtAddr start = std::prev(after)->address;
  if (start.raw() < range->first) return std::nullopt;
  const auto first = std::ranges::lower_bound(image.symbols, start, {}, &TableSymbol::address);
  VirtAddr end = range->second.end;
  if (after != image.symbols.end()) end = std::min(end, after->address);
  return SymbolAt{first->name, address.raw() - start.raw(), end.raw() - start.raw(), image.module};
}

std::optional<VirtAddr> SymbolTable::find_name(Image& image, std::string_view name) {
  const auto& symbols = contents_of(image).symbols;
  const auto name_of = [&](std::uint32_t index) -> std::string_view { return symbols[index].name; };
  if (image.names.size() != symbols.size()) {
    image.names.resize(symbols.size());
    std::iota(image.names.begin(), image.names.end(), 0u);
    std::ranges::stable_sort(image.names, {}, name_of);
  }
  const auto found = std::ranges::lower_bound(image.names, name, {}, name_of);
  if (found == image.names.end() || name_of(*found) != name) return std::nullopt;
  return symbols[*found].address;
}

std::optional<VirtAddr> SymbolTable::address_of(std::string_view name) const {
  const std::size_t colon = name.find(':');
  const bool in_one = colon != std::string_view::npos;
  const std::string_view module = in_one ? name.substr(0, colon) : std::string_view();
  for (auto& [id, image] : images_) {
    if (in_one && image.contents.module != module) continue;
    if (auto address = find_name(image, in_one ? name.substr(colon + 1) : name)) return address;
  }
  return std::nullopt;
}

std::string SymbolTable::render(const SymbolAt& symbol) {
  std::string text = fmt::format("{}+{:#x}/{:#x}", symbol.name, symbol.offset, symbol.size);
  if (!symbol.module.empty()) text += fmt::format(" [{}]", symbol.module);
  return text;
}

std::string SymbolTable::format(VirtAddr address) const {
  const auto symbol = find(address);
  return symbol ? render(*symbol) : fmt::format("{:#x}", address.raw());
}

std::string SymbolTable::format_return_address(VirtAddr address) const {
  auto symbol = find(VirtAddr(address.raw() - 1));
  if (!symbol) return fmt::format("{:#x}", address.raw());
  ++symbol->offset;
  return render(*symbol);
}

std::string SymbolTable::format_name(VirtAddr address) const {
  const auto symbol = find(address);
  if (!symbol) return fmt::format("{:#x}", address.raw());
  std::string text(symbol->name);
  if (!symbol->module.empty()) text += fmt::format(" [{}]", symbol->module);
  return text;
}

bool SymbolTable::in_text(VirtAddr address) const {
  auto range = ranges_.upper_bound(address.raw());
  if (range == ranges_.begin()) return false;
  --range;
  return range->second.is_text && address < range->second.end;
}

std::vector<std::string> SymbolTable::names_beginning(std::string_view start,
                                                      std::size_t most) const {
  std::set<std::string_view> names;
  for (auto& [id, image] : images_)
    for (const TableSymbol& symbol : contents_of(image).symbols)
      if (symbol.name.starts_with(start)) names.insert(symbol.name);
  std::vector<std::string> found;
  for (const std::string_view name : names)
    if (found.size() < most) found.emplace_back(name);
  return found;
}

}  // namespace mm32::emu
