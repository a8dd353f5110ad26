// Addresses by name: filled once, then asked often.
//
// Open addressing over views: whoever adds a name keeps its characters alive. A name has one
// address; the first one stays. Nothing is removed.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "mm/base/types.hpp"

namespace mm32::emu {

class NameTable {
 public:
  using Entry = std::pair<std::string_view, VirtAddr>;

  void reserve(std::size_t names);
  /// False when the name has an address already; that one stays.
  bool add(std::string_view name, VirtAddr address);
  std::optional<VirtAddr> find(std::string_view name) const;
  bool contains(std::string_view name) const { return find(name).has_value(); }
  std::size_t size() const { return used_; }
  /// All of them in the order of their names.
  std::vector<Entry> sorted() const;

 private:
  // The slot of a name, or the free one where it belongs. A free slot's name has no data.
  std::size_t slot_of(std::string_view name) const;

  std::vector<Entry> slots_;  // none, or a power of two, at most three quarters of it used
  std::size_t used_ = 0;
};

}  // namespace mm32::emu
