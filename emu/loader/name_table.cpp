#include "emu/loader/name_table.hpp"

#include <algorithm>
#include <bit>
#include <functional>

namespace mm32::emu {
namespace {

constexpr std::size_t kFewest = 64;

bool is_free(const NameTable::Entry& slot) { return slot.first.data() == nullptr; }

}  // namespace

std::size_t NameTable::slot_of(std::string_view name) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = std::hash<std::string_view>{}(name)&mask;
  while (!is_free(slots_[at]) && slots_[at].first != name) at = (at + 1) & mask;
  return at;
}

void NameTable::reserve(std::size_t names) {
  const std::size_t wanted = std::bit_ceil(std::max(kFewest, names + names / 2));
  if (wanted <= slots_.size()) return;
  std::vector<Entry> old(wanted);
  old.swap(slots_);
  for (const Entry& entry : old)
    if (!is_free(entry)) slots_[slot_of(entry.first)] = entry;
}

bool NameTable::add(std::string_view name, VirtAddr address) {
  if (name.data() == nullptr) name = "";
  if (used_ >= slots_.size() - slots_.size() / 4) reserve(2 * used_ + 1);
  Entry& slot = slots_[slot_of(name)];
  if (!is_free(slot)) return false;
  slot = {name, address};
  ++used_;
  return true;
}

std::optional<VirtAddr> NameTable::find(std::string_view name) const {
  if (slots_.empty()) return std::nullopt;
  const Entry& slot = slots_[slot_of(name)];
  return is_free(slot) ? std::nullopt : std::optional(slot.second);
}

std::vector<NameTable::Entry> NameTable::sorted() const {
  std::vector<Entry> all;
  all.reserve(used_);
  for (const Entry& slot : slots_)
    if (!is_free(slot)) all.push_back(slot);
  std::ranges::sort(all, {}, &Entry::first);
  return all;
}

}  // namespace mm32::emu
