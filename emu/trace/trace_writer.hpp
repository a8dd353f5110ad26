// --trace FILE: writes the event stream of a machine to a file while it runs.
//
// Events are formatted into a buffer of fixed size and written when it is full. Words that events
// share (call sites, flags, cache names) are kept in bounded caches. A file that cannot be written
// ends the trace and is told by finish(); the machine runs on.
#pragma once

#include <array>
#include <cstdio>
#include <memory>
#include <string>
#include <unordered_map>

#include "emu/failure.hpp"
#include "emu/trace/trace_format.hpp"

namespace mm32::emu {

class Machine;

struct TraceOptions {
  std::string path{};
  TraceFormat format = TraceFormat::kFtrace;
  EventMask events = kAllEvents;
};

class TraceWriter final : public EventSink, private TraceScene {
 public:
  /// Opens the file and listens. `machine` must outlive the writer. Fails with kUsage when the file
  /// cannot be created.
  static Expected<std::unique_ptr<TraceWriter>> open(Machine& machine, const TraceOptions& options);
  ~TraceWriter() override;
  TraceWriter(const TraceWriter&) = delete;
  TraceWriter& operator=(const TraceWriter&) = delete;

  void on_event(const Event& event) override;
  /// Ends the trace. Fails with kBudgetSpent when not all of it could be written.
  Expected<void> finish();
  std::uint64_t count() const { return count_; }

 private:
  struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  using Words = std::unordered_map<std::uint32_t, std::string>;

  TraceWriter(Machine& machine, const TraceOptions& options, std::FILE* file);
  void write_out();
  static const std::string* known(Words& words, std::uint32_t key);

  std::string_view call_site() override;
  std::string_view gfp_text(Gfp gfp) override;
  std::string_view cache_name(VirtAddr cache) override;
  std::string_view code_text(VirtAddr address) override;
  VirtAddr page_struct(Pfn pfn) override;
  std::uint32_t instruction() override;

  Machine& machine_;
  TraceOptions options_;
  std::unique_ptr<std::FILE, CloseFile> file_;
  std::string buffer_;
  std::uint64_t count_ = 0;
  bool failed_ = false;
  TraceFields fields_;
  Words code_;
  std::uint64_t symbols_ = 0;  // SymbolTable::changes that code_ was made with
  Words gfp_;
  std::string name_;
};

}  // namespace mm32::emu
