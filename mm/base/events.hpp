// The typed event stream (design D7): what memory management did, emitted at the commit point of
// each public operation. Sinks subscribe; without a sink an emission costs one predicted branch.
//
// Fields are the facts that the kernel's own tracepoints print (include/trace/events/kmem.h and
// friends); who called (call site, task) is added by the machine, which knows it.
#pragma once

#include <cstdint>
#include <type_traits>
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
};  // also when a compatible cache was there: one user more
struct CacheDestroy {
  VirtAddr cache;
};  // one user less
struct VmapAlloc {
  VirtAddr address;
  Bytes size;
};  // a vmap area
struct VmapFree {
  VirtAddr address;
  Bytes size;
};
struct VmMapRam {
  VirtAddr address;
  Bytes size;
};  // vm_map_ram: within an area that may hold others
struct VmUnmapRam {
  VirtAddr address;
  Bytes size;
};
struct VmaStore {
  VirtAddr address;
  Bytes size;
};  // an area of user addresses, new or with another end
struct VmaErase {
  VirtAddr address;
  Bytes size;
};
struct Kmap {
  VirtAddr address;
  Pfn pfn;
};  // kmap of a highmem page: one user more of its slot
struct Kunmap {
  VirtAddr address;
  Pfn pfn;
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
struct TracePrint {
  VirtAddr ip;
  VirtAddr text;  // guest memory, while the event is delivered
  Bytes length;
};  // trace_printk

}  // namespace mm32::event

namespace mm32 {

using Event =
    std::variant<event::PageAlloc, event::PageFree, event::PageSplit, event::PageMerge,
                 event::Kmalloc, event::Kfree, event::CacheAlloc, event::CacheFree,
                 event::CacheCreate, event::CacheDestroy, event::VmapAlloc, event::VmapFree,
                 event::VmMapRam, event::VmUnmapRam, event::VmaStore, event::VmaErase, event::Kmap,
                 event::Kunmap, event::KmapSet, event::KmapClear, event::PteSet, event::TlbFlush,
                 event::Walk, event::Fault, event::Reclaim, event::TracePrint>;

class EventSink {
 public:
  virtual ~EventSink() = default;
  virtual void on_event(const Event& event) = 0;
};

/// Kinds of events, one bit each: 1 << Event::index().
using EventMask = std::uint32_t;
static_assert(std::variant_size_v<Event> <= 32);
inline constexpr EventMask kAllEvents = ~EventMask{0};

namespace detail {
template <class E, class... Es>
constexpr EventMask bit_of(const std::variant<Es...>*) {
  EventMask bit = 1;
  const bool found = ((std::is_same_v<E, Es> || (bit <<= 1, false)) || ...);
  return found ? bit : 0;
}
}  // namespace detail

/// The bits of these event types.
template <class... Es>
constexpr EventMask events_of() {
  return (detail::bit_of<Es>(static_cast<const Event*>(nullptr)) | ... | EventMask{0});
}

class EventStream {
 public:
  /// Whether anybody wants any event.
  bool active() const { return wanted_ != 0; }
  /// Whether anybody wants one of these.
  bool wants(EventMask events) const { return (wanted_ & events) != 0; }
  /// The sink must outlive its subscription. It is given the events of `wanted`.
  void subscribe(EventSink& sink, EventMask wanted = kAllEvents) {
    subscriptions_.push_back({&sink, wanted});
    wanted_ |= wanted;
  }
  void unsubscribe(EventSink& sink) {
    std::erase_if(subscriptions_, [&](const Subscription& s) { return s.sink == &sink; });
    wanted_ = 0;
    for (const Subscription& s : subscriptions_) wanted_ |= s.wanted;
  }
  template <class E>
  void emit(const E& event) {
    if ((wanted_ & events_of<E>()) != 0) [[unlikely]]
      deliver(event);
  }

 private:
  struct Subscription {
    EventSink* sink;
    EventMask wanted;
  };

  [[gnu::cold]] void deliver(const Event& event) {
    const EventMask bit = EventMask{1} << event.index();
    for (const Subscription& s : subscriptions_)
      if ((s.wanted & bit) != 0) s.sink->on_event(event);
  }
  EventMask wanted_ = 0;
  std::vector<Subscription> subscriptions_;
};

}  // namespace mm32
