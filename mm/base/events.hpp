// The typed event stream (design D7): what memory management did, emitted at the commit point of
// each public operation. Sinks subscribe; without a sink an emission costs one predicted branch.
//
// Fields are the facts that the kernel's own tracepoints print (include/trace/events/kmem.h and
// friends); who called (call site, task) is added by the machine, which knows it.
#pragma once

#include <cstdint>
#include <variant>
#include <vector>

#include "mm/abi/gfp.hpp"
#include "mm/base/types.hpp"

namespace mm32::event {

struct PageAlloc {
  Pfn pfn;
  Order order;
  Gfp gfp;
  unsigned migrate_type;
};  // mm_page_alloc
struct PageFree {
  Pfn pfn;
  Order order;
};  // mm_page_free
struct PageSplit {
  Pfn pfn;
  Order from;
  Order to;
};  // buddy expand
struct PageMerge {
  Pfn pfn;
  Order to;
};  // buddy coalesce
struct Kmalloc {
  VirtAddr ptr;
  Bytes requested;
  Bytes allocated;
  Gfp gfp;
};  // kmalloc
struct Kfree {
  VirtAddr ptr;
};  // kfree
struct CacheAlloc {
  VirtAddr cache;
  VirtAddr ptr;
  Bytes requested;
  Bytes allocated;
  Gfp gfp;
};
struct CacheFree {
  VirtAddr cache;
  VirtAddr ptr;
};
struct CacheCreate {
  VirtAddr cache;
};
struct CacheDestroy {
  VirtAddr cache;
};
struct VmapAlloc {
  VirtAddr address;
  Bytes size;
};  // a vmap area
struct VmapFree {
  VirtAddr address;
  Bytes size;
};
struct KmapSet {
  VirtAddr address;
  Pfn pfn;
};  // pkmap or fixmap slot
struct KmapClear {
  VirtAddr address;
};
struct PteSet {
  VirtAddr address;
  unsigned level;
  std::uint64_t before;
  std::uint64_t after;
};
struct TlbFlush {
  VirtAddr begin;
  Pages pages;
};  // pages == 0: all
struct Walk {
  VirtAddr address;
  unsigned levels;
  bool refused;
};  // TLB fill
struct Fault {
  VirtAddr address;
  std::uint32_t error_code;
};  // #PF delivered
struct Reclaim {
  Pages reclaimed;
};

}  // namespace mm32::event

namespace mm32 {

using Event = std::variant<event::PageAlloc, event::PageFree, event::PageSplit, event::PageMerge,
                           event::Kmalloc, event::Kfree, event::CacheAlloc, event::CacheFree,
                           event::CacheCreate, event::CacheDestroy, event::VmapAlloc,
                           event::VmapFree, event::KmapSet, event::KmapClear, event::PteSet,
                           event::TlbFlush, event::Walk, event::Fault, event::Reclaim>;

class EventSink {
 public:
  virtual ~EventSink() = default;
  virtual void on_event(const Event& event) = 0;
};

class EventStream {
 public:
  bool active() const { return !sinks_.empty(); }
  /// The sink must outlive its subscription.
  void subscribe(EventSink& sink) { sinks_.push_back(&sink); }
  void unsubscribe(EventSink& sink) { std::erase(sinks_, &sink); }
  template <class E>
  void emit(const E& event) {
    if (active()) [[unlikely]]
      deliver(event);
  }

 private:
  [[gnu::cold]] void deliver(const Event& event) {
    for (EventSink* sink : sinks_) sink->on_event(event);
  }
  std::vector<EventSink*> sinks_;
};

}  // namespace mm32
