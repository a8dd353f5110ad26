#include "emu/trace/trace_writer.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>

#include "emu/machine/machine.hpp"

namespace mm32::emu {
namespace {

// The writer hears these whether they are wanted or not: they change the names of caches.
constexpr EventMask kNameEvents = events_of<event::CacheCreate, event::CacheDestroy>();

}  // namespace

Expected<std::unique_ptr<TraceWriter>> TraceWriter::open(Machine& machine,
                                                         const TraceOptions& options) {
  auto file = BackgroundFile::create(options.path);
  if (file == nullptr)
    return failure(ExitStatus::kUsage, fmt::format("cannot write the trace {}: {}", options.path,
                                                   std::strerror(errno)));
  return std::unique_ptr<TraceWriter>(new TraceWriter(machine, options, std::move(file)));
}

TraceWriter::TraceWriter(Machine& machine, const TraceOptions& options,
                         std::unique_ptr<BackgroundFile> file)
    : machine_(machine),
      options_(options),
      file_(std::move(file)),
      buffer_(file_->buffer()),
      words_(machine) {
  buffer_.put(trace_begin(options_.format));
  machine_.events().subscribe(*this, options_.events | kNameEvents);
}

TraceWriter::~TraceWriter() { static_cast<void>(finish()); }

void TraceWriter::on_event(const Event& event) {
  if (failed_) return;
  const EventMask kind = EventMask{1} << event.index();
  if ((kind & events_of<event::CacheCreate>()) != 0)
    words_.forget_cache(std::get<event::CacheCreate>(event).cache);
  if ((kind & options_.events) != 0) {
    note_task();
    if (!buffer_.has_room()) write_out();
    append_trace_event(buffer_, options_.format,
                       {.ns = machine_.clock().now_ns(), .index = count_++, .task = task_}, event,
                       words_);
  }
  if ((kind & events_of<event::CacheDestroy>()) != 0)
    words_.forget_cache(std::get<event::CacheDestroy>(event).cache);
}

void TraceWriter::note_task() {
  const Task task = machine_.current();
  const std::string_view comm = task.comm_view();
  if (task.pid() == pid_ && comm == comm_) return;
  pid_ = task.pid();
  comm_ = comm;
  task_ = trace_task_text(options_.format, pid_, comm_);
}

void TraceWriter::write_out() {
  file_->submit(buffer_.size());
  buffer_ = TraceBuffer(file_->buffer());
  failed_ = file_->failed();
}

Expected<void> TraceWriter::finish() {
  if (finished_) return {};
  finished_ = true;
  machine_.events().unsubscribe(*this);
  if (!buffer_.has_room()) write_out();
  buffer_.put(trace_end(options_.format));
  write_out();
  if (!file_->close())
    return failure(ExitStatus::kBudgetSpent,
                   fmt::format("the trace {} could not be written to its end", options_.path));
  return {};
}

}  // namespace mm32::emu
