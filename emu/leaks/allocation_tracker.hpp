// Every allocation that guest code holds, and the last ones that it freed, with call traces.
//
// An exact record, made from the event stream: no scanning of memory. The record is a tool's, on
// the host; it is no kernel state. An allocation is recorded when the export call in progress is of
// a family that hands out such things (HandsOut), so that what the kernel allocates for itself
// during a call (slab pages, vmap areas, page tables, module memory) is not; a free is taken from
// whoever makes it. Invariants:
//   T1  At most one record per address and kind, but for what is counted: kmap and merged caches.
//   T2  A page block that is freed in parts is recorded as its remaining naturally aligned parts.
//   T3  Memory that ceases to exist has no record: pages freed under a large kmalloc take it along.
//   T4  Temporary mappings are made by guest code alone, which keeps the call site of each slot.
//       They are recorded when somebody asks, with that one address as their trace.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emu/export/registry.hpp"
#include "emu/leaks/address_table.hpp"
#include "emu/leaks/allocation.hpp"
#include "emu/leaks/guest_call.hpp"
#include "mm/base/events.hpp"

namespace mm32::emu {

class AllocationTracker final : public EventSink {
 public:
  /// Live records at most; with more, tracking ends (see overflowed).
  static constexpr std::uint32_t kMaxLive = 1u << 22;
  static constexpr std::size_t kRemembered = 4096;  // freed allocations

  /// `roles[i]` is what export i+1 hands out. `call` must outlive the tracker.
  AllocationTracker(GuestCall& call, std::vector<HandsOut> roles, CallStacks::Describe describe);

  static constexpr EventMask wanted_events() {
    return events_of<event::PageAlloc, event::PageFree, event::Kmalloc, event::Kfree,
                     event::CacheAlloc, event::CacheFree, event::CacheCreate, event::CacheDestroy,
                     event::VmapAlloc, event::VmapFree, event::VmMapRam, event::VmUnmapRam,
                     event::Kmap, event::Kunmap>();
  }
  void on_event(const Event& event) override;

  /// Takes the temporary mappings over from the guest (T4). To be called before live() and
  /// recently_freed().
  void note_local_maps();
  /// Code in [begin, end) is about to be freed.
  void code_going(VirtAddr begin, VirtAddr end);

  const CallStacks& stacks() const { return stacks_; }
  /// True when there were too many allocations: the record is not complete.
  bool overflowed() const { return overflowed_; }
  /// All live allocations in the order they were made.
  std::vector<Allocation> live() const;
  /// The last freed allocations, newest first.
  std::vector<FreedAllocation> recently_freed() const;

 private:
  void on(const event::PageAlloc& e);
  void on(const event::PageFree& e);
  void on(const event::Kmalloc& e);
  void on(const event::Kfree& e) { freed(e.ptr); }
  void on(const event::CacheAlloc& e);
  void on(const event::CacheFree& e) { freed(e.ptr); }
  void on(const event::CacheCreate& e);
  void on(const event::CacheDestroy& e) { uncount(AllocationKind::kCache, e.cache); }
  void on(const event::VmapAlloc& e);
  void on(const event::VmapFree& e) { freed(e.address); }
  void on(const event::VmMapRam& e);
  void on(const event::VmUnmapRam& e) { freed(e.address); }
  void on(const event::Kmap& e);
  void on(const event::Kunmap& e) { uncount(AllocationKind::kKmap, e.address); }
  template <class E>
  void on(const E&) {}

  HandsOut role() const;
  StackId stack() { return stacks_.intern(call_.return_addresses()); }
  Allocation made(AllocationKind kind, std::uint32_t key, Bytes bytes, Bytes allocated);
  void record(AddressTable<Allocation>& table, const Allocation& allocation);
  void freed(VirtAddr address);
  void forget(AddressTable<Allocation>& table, Allocation* found, StackId by);
  void free_part(Allocation block, Pfn pfn, Order order, StackId by);
  void uncount(AllocationKind kind, VirtAddr address);
  void remember(const Allocation& allocation, StackId by);

  GuestCall& call_;
  std::vector<HandsOut> roles_;
  CallStacks stacks_;
  AddressTable<Allocation> by_address_;
  AddressTable<Allocation> pages_;
  std::vector<Allocation> counted_;  // kKmap, kCache
  std::vector<LocalMap> noted_;      // temporary mappings as they were when last asked
  std::vector<FreedAllocation> freed_;
  std::size_t next_freed_ = 0;
  std::uint64_t sequence_ = 0;
  std::uint64_t area_call_ = 0;  // serial of the last call that made an area
  std::uint32_t area_ = 0;
  std::uint32_t blocks_ = 0;  // records of pages_ with an order above 0, at most
  bool overflowed_ = false;
};

}  // namespace mm32::emu
