// A hash table of records by a 32-bit key that is never 0, as cheap as one cache miss a look-up.
//
// Open addressing with linear probing and backward-shift deletion, so that it does not decay; at
// most half full. `Record` is trivially copyable and has `std::uint32_t key`, 0 meaning empty.
// Pointers into the table are valid until the next insertion or removal.
#pragma once

#include <cstdint>
#include <vector>

namespace mm32::emu {

template <class Record>
class AddressTable {
 public:
  std::uint32_t size() const { return size_; }

  Record* find(std::uint32_t key) {
    if (size_ == 0 || key == 0) return nullptr;
    for (std::uint32_t at = home(key);; at = next(at)) {
      if (slots_[at].key == key) return &slots_[at];
      if (slots_[at].key == 0) return nullptr;
    }
  }

  /// The record takes the place of one with the same key.
  void insert(const Record& record) {
    if ((size_ + 1) * 2 > slots_.size()) grow();
    std::uint32_t at = home(record.key);
    while (slots_[at].key != 0 && slots_[at].key != record.key) at = next(at);
    if (slots_[at].key == 0) ++size_;
    slots_[at] = record;
  }

  void erase(Record* record) {
    auto hole = static_cast<std::uint32_t>(record - slots_.data());
    for (std::uint32_t at = next(hole); slots_[at].key != 0; at = next(at)) {
      // A record may move back when its home is not between the hole and itself.
      if (((at - home(slots_[at].key)) & mask()) < ((at - hole) & mask())) continue;
      slots_[hole] = slots_[at];
      hole = at;
    }
    slots_[hole].key = 0;
    --size_;
  }

  template <class Visit>
  void for_each(Visit visit) const {
    for (const Record& record : slots_)
      if (record.key != 0) visit(record);
  }

 private:
  static constexpr std::uint32_t kFirstSlots = 1024;

  std::uint32_t mask() const { return static_cast<std::uint32_t>(slots_.size()) - 1; }
  std::uint32_t home(std::uint32_t key) const { return (key * 0x9e3779b1u >> 7) & mask(); }
  std::uint32_t next(std::uint32_t at) const { return (at + 1) & mask(); }

  void grow() {
    std::vector<Record> old(slots_.empty() ? kFirstSlots : slots_.size() * 2);
    old.swap(slots_);
    size_ = 0;
    for (const Record& record : old)
      if (record.key != 0) insert(record);
  }

  std::vector<Record> slots_;
  std::uint32_t size_ = 0;
};

}  // namespace mm32::emu
