// --trace FILE: writes the event stream of a machine to a file while it runs.
//
// Events are noted on the machine's thread, in the order in which they happen; another one makes
// text of them and writes it (TraceWorker). Constant memory. A file that cannot be written ends the
// trace and is told by finish(); the machine runs on.
#pragma once

#include <memory>
#include <string>

#include "emu/failure.hpp"
#include "emu/trace/trace_format.hpp"
#include "emu/trace/trace_words.hpp"
#include "emu/trace/trace_worker.hpp"

namespace mm32::emu {

class Machine;

struct TraceOptions {
  std::string path{};
  TraceFormat format = TraceFormat::kFtrace;
  EventMask events = kAllEvents;
};

class TraceWriter final : public EventSink {
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
  TraceWriter(Machine& machine, const TraceOptions& options, std::unique_ptr<TraceWorker> worker);
  void note(const Event& event, EventMask kind);
  void hand_over();

  Machine& machine_;
  TraceOptions options_;
  std::unique_ptr<TraceWorker> worker_;
  std::span<TraceRecord> batch_;
  std::size_t noted_ = 0;  // in batch_
  TraceWords words_;
  std::uint64_t count_ = 0;
  bool failed_ = false;
  bool finished_ = false;
};

}  // namespace mm32::emu
