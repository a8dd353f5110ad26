#include "emu/trace/trace_worker.hpp"

#include <unistd.h>

#include <filesystem>
#include <utility>

#include "emu/trace/trace_word_table.hpp"
#include "mm/page_alloc/flag_names.hpp"

namespace mm32::emu {
namespace {

// Answers from a record; the texts of flags are its own.
class RecordScene final : public TraceScene {
 public:
  void show(const TraceRecord& record) { record_ = &record; }

  const TraceWord& call_site() override { return *record_->site; }
  const TraceWord& gfp(Gfp gfp) override {
    return gfp_.get(raw(gfp), [&] { return gfp_text(gfp); });
  }
  const TraceWord& cache_name(VirtAddr) override { return *record_->name; }
  const TraceWord& name_of(VirtAddr address) override {
    return address == record_->extra ? *record_->site : *record_->name;
  }
  VirtAddr page_struct(Pfn) override { return record_->extra; }
  VirtAddr instruction() override { return record_->extra; }
  const TraceWord& printed(const event::TracePrint&) override { return *record_->name; }

 private:
  const TraceRecord* record_ = nullptr;
  TraceWordTable gfp_{};
};

// File systems make sure that a file which was cut to nothing and written anew is on the disk when
// it is closed, which takes longer than the run itself. So the trace is a new file, where that is
// nobody else's loss: another name of the file, or what is no file, stays.
void make_way(const std::filesystem::path& path) {
  std::error_code error;
  const auto status = std::filesystem::symlink_status(path, error);
  if (!error && std::filesystem::is_regular_file(status) &&
      std::filesystem::hard_link_count(path, error) == 1 && access(path.c_str(), W_OK) == 0)
    std::filesystem::remove(path, error);
}

}  // namespace

std::unique_ptr<TraceWorker> TraceWorker::create(const std::string& path, TraceFormat format) {
  make_way(path);
  std::FILE* const file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) return nullptr;
  return std::unique_ptr<TraceWorker>(new TraceWorker(file, format));
}

TraceWorker::TraceWorker(std::FILE* file, TraceFormat format)
    : file_(file), format_(format), memory_(kBufferBytes), batches_(kBatches) {
  std::setvbuf(file_, nullptr, _IONBF, 0);  // memory_ is buffer enough
  for (Batch& batch : batches_) batch.records.resize(kRecords);
  thread_ = std::thread([this] { work(); });
}

TraceWorker::~TraceWorker() { close(); }

std::span<TraceRecord> TraceWorker::batch() { return batches_[submitted_ % kBatches].records; }

void TraceWorker::submit(std::size_t count) {
  if (count == 0) return;
  std::unique_lock lock(mutex_);
  batches_[submitted_ % kBatches].count = count;
  ++submitted_;
  changed_.notify_all();
  changed_.wait(lock, [this] { return submitted_ - done_ < kBatches; });
}

void TraceWorker::drain() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return submitted_ == done_; });
}

void TraceWorker::write(TraceBuffer& buffer) {
  const std::string_view text = buffer.text();
  if (!failed() && std::fwrite(text.data(), 1, text.size(), file_) != text.size())
    failed_.store(true, std::memory_order_relaxed);
  buffer = TraceBuffer(memory_);
}

void TraceWorker::work() {
  TraceBuffer buffer(memory_);
  buffer.put(trace_begin(format_));
  RecordScene scene;
  std::uint64_t index = 0;
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return done_ != submitted_ || ending_; });
    if (done_ == submitted_) break;
    const Batch& batch = batches_[done_ % kBatches];
    lock.unlock();
    for (const TraceRecord& record : std::span(batch.records).first(batch.count)) {
      if (!buffer.has_room()) write(buffer);
      scene.show(record);
      append_trace_event(buffer, format_, {.ns = record.ns, .index = index++, .task = *record.task},
                         record.event, scene);
    }
    lock.lock();
    ++done_;
    changed_.notify_all();
  }
  lock.unlock();
  if (!buffer.has_room()) write(buffer);
  buffer.put(trace_end(format_));
  write(buffer);
}

bool TraceWorker::close() {
  if (!thread_.joinable()) return !failed();
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  changed_.notify_all();
  thread_.join();
  if (std::fclose(std::exchange(file_, nullptr)) != 0) failed_ = true;
  return !failed();
}

}  // namespace mm32::emu
