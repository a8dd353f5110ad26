// Texts by a 32-bit key, each made once, with a small direct-mapped table in front.
//
// Bounded: when too many different ones were met the collection starts anew. A text that was handed
// out stays where it is until free_retired(), also when it is forgotten.
#pragma once

#include <array>
#include <unordered_map>
#include <utility>
#include <vector>

#include "emu/trace/trace_word.hpp"

namespace mm32::emu {

class TraceWordTable {
 public:
  template <class Make>
  const TraceWord& get(std::uint32_t key, Make make) {
    Recent& recent = recent_[slot(key)];
    if (recent.word != nullptr && recent.key == key) return *recent.word;
    if (words_.size() >= kMost) clear();
    const auto [found, is_new] = words_.try_emplace(key);
    if (is_new) found->second = TraceWord(make());
    recent = {key, &found->second};
    return found->second;
  }
  void clear() {
    recent_ = {};
    if (!words_.empty()) retired_.push_back(std::exchange(words_, {}));
  }
  void forget(std::uint32_t key) {
    recent_[slot(key)] = {};
    if (auto node = words_.extract(key)) retired_.emplace_back().insert(std::move(node));
  }
  bool has_retired() const { return !retired_.empty(); }
  void free_retired() { retired_.clear(); }

 private:
  using Words = std::unordered_map<std::uint32_t, TraceWord>;  // never iterated
  struct Recent {
    std::uint32_t key = 0;
    const TraceWord* word = nullptr;
  };
  static constexpr std::size_t kMost = 4096;
  static constexpr std::size_t kRecent = 64;
  static std::size_t slot(std::uint32_t key) { return (key * 0x9e3779b1u >> 16) % kRecent; }

  std::array<Recent, kRecent> recent_{};
  Words words_{};
  std::vector<Words> retired_{};
};

}  // namespace mm32::emu
