// The texts of a machine that its traces show, each made once: call sites, names of code, of caches
// and of tasks.
//
// Texts of code are forgotten when modules come or go, names of caches when told (forget_cache).
// What is handed out stays valid until free_retired().
#pragma once

#include <deque>
#include <map>
#include <string>

#include "emu/machine/machine.hpp"
#include "emu/trace/trace_format.hpp"
#include "emu/trace/trace_word_table.hpp"

namespace mm32::emu {

class TraceWords final {
 public:
  TraceWords(Machine& machine, TraceFormat format) : machine_(machine), format_(format) {}

  const TraceWord& call_site();
  const TraceWord& cache_name(VirtAddr cache);
  const TraceWord& name_of(VirtAddr address);
  VirtAddr page_struct(Pfn pfn);
  VirtAddr instruction();
  /// What trace_printk wrote, without the line's end.
  const TraceWord& printed(const event::TracePrint& print);
  /// The running task in words of the format.
  const std::string& task();

  /// A cache was created or is destroyed at this address.
  void forget_cache(VirtAddr cache) { caches_.forget(cache.raw()); }
  /// Whether there are texts that only what was handed out refers to.
  bool has_retired() const {
    return sites_.has_retired() || names_.has_retired() || caches_.has_retired() ||
           tasks_.size() > kMostTasks || !printed_.empty();
  }
  void free_retired();

 private:
  static constexpr std::size_t kMostTasks = 1024;

  void drop_old_code();

  Machine& machine_;
  TraceFormat format_;
  TraceWordTable sites_{};
  TraceWordTable names_{};
  TraceWordTable caches_{};
  std::deque<TraceWord> printed_{};
  std::uint64_t symbols_ = 0;  // SymbolTable::changes that sites_ and names_ were made with
  std::map<std::pair<std::int32_t, std::string>, std::string> tasks_{};
  std::string comm_{};
  std::int32_t pid_ = 0;
  const std::string* task_ = nullptr;  // of comm_ and pid_
};

}  // namespace mm32::emu
