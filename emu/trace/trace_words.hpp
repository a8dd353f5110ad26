// The texts of a machine that its traces show, each made once: call sites, flags, names of caches.
//
// Bounded: when too many different ones were met the collection starts anew. Texts of code are
// forgotten when modules come or go, names of caches when told (forget_cache).
#pragma once

#include <array>
#include <unordered_map>

#include "emu/machine/machine.hpp"
#include "emu/trace/trace_event.hpp"

namespace mm32::emu {

class TraceWords final : public TraceScene {
 public:
  explicit TraceWords(Machine& machine) : machine_(machine) {}

  const TraceWord& call_site() override;
  const TraceWord& gfp(Gfp gfp) override;
  const TraceWord& cache_name(VirtAddr cache) override;
  const TraceWord& name_of(VirtAddr address) override;
  VirtAddr page_struct(Pfn pfn) override;
  VirtAddr instruction() override;

  /// A cache was created or is destroyed at this address.
  void forget_cache(VirtAddr cache) { caches_.forget(cache.raw()); }

 private:
  // A table of texts by a 32-bit key, with a small direct-mapped one in front of it.
  class Words {
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
      words_.clear();
    }
    void forget(std::uint32_t key) {
      recent_[slot(key)] = {};
      words_.erase(key);
    }

   private:
    struct Recent {
      std::uint32_t key = 0;
      const TraceWord* word = nullptr;
    };
    static constexpr std::size_t kMost = 4096;
    static constexpr std::size_t kRecent = 64;
    static std::size_t slot(std::uint32_t key) { return (key * 0x9e3779b1u >> 16) % kRecent; }

    std::array<Recent, kRecent> recent_{};
    std::unordered_map<std::uint32_t, TraceWord> words_{};  // never iterated
  };

  void drop_old_code();

  Machine& machine_;
  Words sites_{};
  Words names_{};
  Words gfp_{};
  Words caches_{};
  std::uint64_t symbols_ = 0;  // SymbolTable::changes that sites_ and names_ were made with
};

}  // namespace mm32::emu
