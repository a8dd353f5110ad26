// The events of memory management as trace events: their names, and what one is asked about beyond
// its fields.
//
// Where the kernel has a tracepoint for the same fact, its system, name and fields are used (Linux
// 6.1 include/trace/events/kmem.h, tlb.h, vmscan.h, arch/x86/include/asm/trace/exceptions.h); the
// others are of system "mm32".
#pragma once

#include <span>
#include <string_view>

#include "emu/trace/trace_buffer.hpp"
#include "emu/trace/trace_word.hpp"
#include "mm/base/events.hpp"

namespace mm32::emu {

template <Literal System, Literal Name>
struct TraceName {
  static constexpr Literal kSystem = System;
  static constexpr Literal kName = Name;
};

namespace trace_names {
TraceName<"kmem", "mm_page_alloc"> of(const event::PageAlloc*);
TraceName<"kmem", "mm_page_free"> of(const event::PageFree*);
TraceName<"mm32", "page_split"> of(const event::PageSplit*);
TraceName<"mm32", "page_merge"> of(const event::PageMerge*);
TraceName<"kmem", "kmalloc"> of(const event::Kmalloc*);
TraceName<"kmem", "kfree"> of(const event::Kfree*);
TraceName<"kmem", "kmem_cache_alloc"> of(const event::CacheAlloc*);
TraceName<"kmem", "kmem_cache_free"> of(const event::CacheFree*);
TraceName<"mm32", "kmem_cache_create"> of(const event::CacheCreate*);
TraceName<"mm32", "kmem_cache_destroy"> of(const event::CacheDestroy*);
TraceName<"mm32", "vmap_area_alloc"> of(const event::VmapAlloc*);
TraceName<"mm32", "vmap_area_free"> of(const event::VmapFree*);
TraceName<"mm32", "vm_map_ram"> of(const event::VmMapRam*);
TraceName<"mm32", "vm_unmap_ram"> of(const event::VmUnmapRam*);
TraceName<"mmap", "vma_store"> of(const event::VmaStore*);
TraceName<"mmap", "vma_mas_szero"> of(const event::VmaErase*);
TraceName<"mm32", "kmap"> of(const event::Kmap*);
TraceName<"mm32", "kunmap"> of(const event::Kunmap*);
TraceName<"mm32", "kmap_set"> of(const event::KmapSet*);
TraceName<"mm32", "kmap_clear"> of(const event::KmapClear*);
TraceName<"mm32", "pte_set"> of(const event::PteSet*);
TraceName<"tlb", "tlb_flush"> of(const event::TlbFlush*);
TraceName<"mm32", "tlb_fill"> of(const event::Walk*);
TraceName<"exceptions", "page_fault_kernel"> of(const event::Fault*);
TraceName<"vmscan", "mm_vmscan_direct_reclaim_end"> of(const event::Reclaim*);
TraceName<"ftrace", "print"> of(const event::TracePrint*);
}  // namespace trace_names

/// The name of an event type; one without a line above does not compile.
template <class E>
using TraceNameOf = decltype(trace_names::of(static_cast<const E*>(nullptr)));

struct TraceEventName {
  std::string_view system;
  std::string_view name;
};

/// The name of each kind of event, by Event::index().
std::span<const TraceEventName> trace_event_names();

/// The kinds that "kmalloc", "kmem:kmalloc", "kmem:*", "kmem" or "*" select; 0 when none is.
EventMask select_events(std::string_view pattern);

/// What a trace says about an event beyond its fields. Answers live until the next question.
class TraceScene {
 public:
  virtual ~TraceScene() = default;
  virtual const TraceWord& call_site() = 0;  // "hello_init+0x1d/0x40 [hello]"
  virtual const TraceWord& gfp(Gfp gfp) = 0;
  virtual const TraceWord& cache_name(VirtAddr cache) = 0;
  virtual const TraceWord& name_of(VirtAddr address) = 0;  // "hello_init [hello]"
  virtual VirtAddr page_struct(Pfn pfn) = 0;
  virtual VirtAddr instruction() = 0;
  virtual const TraceWord& printed(const event::TracePrint& print) = 0;  // its text
};

}  // namespace mm32::emu
