// What kernel virtual memory needs from the rest of the kernel, as small interfaces: memory for its
// own structures, and the facts about RAM and the caller that only others know.
#pragma once

#include <string_view>

#include "mm/abi/gfp.hpp"
#include "mm/base/result.hpp"
#include "mm/base/types.hpp"

namespace mm32 {

/// Zeroed objects in lowmem: kzalloc and the vmap_area cache. The slab allocator implements it.
class ObjectSource {
 public:
  virtual ~ObjectSource() = default;
  /// At least `size` zeroed bytes, 8-byte aligned. Errors: kNoMem. Linux: kzalloc.
  virtual Result<VirtAddr> alloc_object(Bytes size, Gfp gfp) = 0;
  /// Takes back what alloc_object gave for `size`. Linux: kfree.
  virtual void free_object(VirtAddr object, Bytes size) = 0;
};

class KernelFacts {
 public:
  virtual ~KernelFacts() = default;
  /// Linux: totalram_pages().
  virtual Pages total_ram_pages() const = 0;
  /// Whether a frame is RAM (e820), free or not. Linux: page_is_ram.
  virtual bool is_ram(Pfn pfn) const = 0;
  /// The guest address that called the export that runs now. Linux: __builtin_return_address(0).
  virtual VirtAddr caller() const = 0;
  /// Linux: might_sleep(). Complains when the running guest is in atomic context, where the machine
  /// checks that; Debian's kernel does not (CONFIG_DEBUG_ATOMIC_SLEEP is off there).
  virtual void might_sleep(std::string_view /*file*/, unsigned /*line*/) {}
  /// Reports a failed allocation with stack and memory state, rate limited, unless `gfp` has
  /// kNoWarn. Linux: warn_alloc.
  virtual void warn_alloc(Gfp gfp, std::string_view message) = 0;
};

}  // namespace mm32
