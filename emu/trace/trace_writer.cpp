#include "emu/trace/trace_writer.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>

#include "emu/machine/machine.hpp"

namespace mm32::emu {
namespace {

// The writer hears these whether they are wanted or not: they change the names of caches.
constexpr EventMask kNameEvents = events_of<event::CacheCreate, event::CacheDestroy>();

constexpr EventMask kWithPage = events_of<event::PageAlloc, event::PageFree>();
constexpr EventMask kWithCache =
    events_of<event::CacheFree, event::CacheCreate, event::CacheDestroy>();
constexpr EventMask kWithCaller =
    kWithCache | events_of<event::Kmalloc, event::Kfree, event::CacheAlloc, event::VmapAlloc,
                           event::VmapFree, event::VmMapRam, event::VmUnmapRam>();

Pfn page_of(const Event& event) {
  const auto* allocated = std::get_if<event::PageAlloc>(&event);
  return allocated != nullptr ? allocated->pfn : std::get<event::PageFree>(event).pfn;
}

VirtAddr cache_of(const Event& event) {
  if (const auto* freed = std::get_if<event::CacheFree>(&event)) return freed->cache;
  if (const auto* created = std::get_if<event::CacheCreate>(&event)) return created->cache;
  return std::get<event::CacheDestroy>(event).cache;
}

}  // namespace

Expected<std::unique_ptr<TraceWriter>> TraceWriter::open(Machine& machine,
                                                         const TraceOptions& options) {
  auto worker = TraceWorker::create(options.path, options.format);
  if (worker == nullptr)
    return failure(ExitStatus::kUsage, fmt::format("cannot write the trace {}: {}", options.path,
                                                   std::strerror(errno)));
  return std::unique_ptr<TraceWriter>(new TraceWriter(machine, options, std::move(worker)));
}

TraceWriter::TraceWriter(Machine& machine, const TraceOptions& options,
                         std::unique_ptr<TraceWorker> worker)
    : machine_(machine),
      options_(options),
      worker_(std::move(worker)),
      batch_(worker_->batch()),
      words_(machine, options.format) {
  machine_.events().subscribe(*this, options_.events | kNameEvents);
}

TraceWriter::~TraceWriter() { static_cast<void>(finish()); }

void TraceWriter::on_event(const Event& event) {
  if (failed_) return;
  const EventMask kind = EventMask{1} << event.index();
  if ((kind & events_of<event::CacheCreate>()) != 0)
    words_.forget_cache(std::get<event::CacheCreate>(event).cache);
  if ((kind & options_.events) != 0) note(event, kind);
  if ((kind & events_of<event::CacheDestroy>()) != 0)
    words_.forget_cache(std::get<event::CacheDestroy>(event).cache);
}

void TraceWriter::note(const Event& event, EventMask kind) {
  TraceRecord& record = batch_[noted_];
  record.event = event;
  record.ns = machine_.clock().now_ns();
  record.task = &words_.task();
  if ((kind & kWithCaller) != 0) record.site = &words_.call_site();
  if ((kind & kWithCache) != 0) record.name = &words_.cache_name(cache_of(event));
  if ((kind & kWithPage) != 0) record.extra = words_.page_struct(page_of(event));
  if ((kind & events_of<event::Fault>()) != 0) {
    record.extra = words_.instruction();
    record.site = &words_.name_of(record.extra);
    record.name = &words_.name_of(std::get<event::Fault>(event).address);
  }
  if ((kind & events_of<event::TracePrint>()) != 0) {
    const auto& print = std::get<event::TracePrint>(event);
    record.extra = print.ip;
    record.site = &words_.name_of(print.ip);
    record.name = &words_.printed(print);
  }
  ++count_;
  if (++noted_ == batch_.size()) hand_over();
}

void TraceWriter::hand_over() {
  worker_->submit(noted_);
  noted_ = 0;
  if (words_.has_retired()) {
    worker_->drain();
    words_.free_retired();
  }
  batch_ = worker_->batch();
  failed_ = worker_->failed();
}

Expected<void> TraceWriter::finish() {
  if (finished_) return {};
  finished_ = true;
  machine_.events().unsubscribe(*this);
  worker_->submit(noted_);
  if (!worker_->close())
    return failure(ExitStatus::kBudgetSpent,
                   fmt::format("the trace {} could not be written to its end", options_.path));
  return {};
}

}  // namespace mm32::emu
