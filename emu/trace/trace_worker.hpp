// The thread that makes text of a trace's records and writes it.
//
//   machine's thread: fill batch() ─ submit() ─►  ring of batches  ─► worker: format, write
//
// The machine's thread pays for noting what happened only; it waits when all batches are on their
// way, so memory is constant. A write that fails ends the trace: later records are dropped.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "emu/trace/trace_format.hpp"
#include "emu/trace/trace_record.hpp"

namespace mm32::emu {

class TraceWorker {
 public:
  static constexpr std::size_t kRecords = 1024;  // a batch
  static constexpr std::size_t kBatches = 8;
  static constexpr std::size_t kBufferBytes = 256 << 10;

  /// nullptr, with errno set, when the file cannot be created.
  static std::unique_ptr<TraceWorker> create(const std::string& path, TraceFormat format);
  TraceWorker(const TraceWorker&) = delete;
  TraceWorker& operator=(const TraceWorker&) = delete;
  ~TraceWorker();

  /// The records to fill next: kRecords of them.
  std::span<TraceRecord> batch();
  /// The first `count` records of batch() are to be written.
  void submit(std::size_t count);
  /// Waits until everything submitted is text.
  void drain();
  /// Whether something could not be written.
  bool failed() const { return failed_.load(std::memory_order_relaxed); }
  /// Writes the rest and the trace's end; whether everything was written. Once.
  bool close();

 private:
  struct Batch {
    std::vector<TraceRecord> records;
    std::size_t count = 0;
  };

  TraceWorker(std::FILE* file, TraceFormat format);
  void work();
  void write(TraceBuffer& buffer);

  std::FILE* file_;
  TraceFormat format_;
  std::vector<char> memory_;
  std::vector<Batch> batches_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::uint64_t submitted_ = 0;  // batches; guarded by mutex_, as the two below
  std::uint64_t done_ = 0;
  bool ending_ = false;
  std::atomic<bool> failed_{false};
  std::thread thread_;
};

}  // namespace mm32::emu
