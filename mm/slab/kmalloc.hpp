// kmalloc: one cache for each size class and type, whole pages above the largest.
//
// State: kmalloc_caches[type][index] in SlabRoot, which modules read directly. Index 1 is 96 bytes,
// 2 is 192, n is 2^n bytes; sizes above 8192 are compound pages of the next order up to 10.
// K1  The result is aligned to 8, and to its size where that is a power of two.
// A pointer that kfree or ksize is given may be anything; what the kernel would report is reported.
// Linux 6.1 mm/slab_common.c kmalloc_slab, kfree, __ksize; include/linux/slab.h kmalloc_type.
#pragma once

#include "mm/slab/slub.hpp"

namespace mm32 {

class Kmalloc {
 public:
  Kmalloc(SlabContext& ctx, Slub& slub) : ctx_(ctx), slub_(slub) {}

  /// `size` bytes: an address, ZERO_SIZE_PTR for 0 bytes, or 0 when there is no memory.
  Outcome<VirtAddr> alloc(std::uint32_t size, Gfp gfp);
  /// The same from a cache that the caller has looked up. Linux: kmalloc_trace.
  Outcome<VirtAddr> alloc_from(KmemCache& s, std::uint32_t size, Gfp gfp);
  /// Whole pages whatever the size. Linux: kmalloc_large.
  Outcome<VirtAddr> alloc_large(std::uint32_t size, Gfp gfp);
  Outcome<Done> free(VirtAddr object);
  /// Usable bytes at `object`; 0 for NULL and ZERO_SIZE_PTR. Linux: ksize.
  Outcome<std::uint32_t> ksize(VirtAddr object);
  /// The bytes that kmalloc(size) would really give. Linux: kmalloc_size_roundup.
  std::uint32_t size_roundup(std::uint32_t size) const;

  /// Whether the kernel would find memory that is no slab's where the struct page of this address
  /// would be: on Linux 1.2 MB of boot allocations lie between mem_map and the end of lowmem, so
  /// that the first vmalloc and module addresses lead there.
  bool reads_as_no_slab(VirtAddr object) const;
  /// The fault of a function that looks for the struct page of an address that has none.
  tl::unexpected<Stop> no_page(VirtAddr object, const char* function) const;

  static KmallocType type_of(Gfp gfp);
  static unsigned index_of(std::uint32_t size);

 private:
  Outcome<VirtAddr> alloc_slow(KmemCache& s, std::uint32_t size, Gfp gfp);
  Outcome<Done> free_large(Page& head, VirtAddr object);
  Outcome<Done> free_without_page(VirtAddr object);
  void warn_order_0(VirtAddr object);
  /// Where the struct page of an address would be. Linux: virt_to_page.
  VirtAddr page_address_of(VirtAddr object) const;
  std::uint32_t large_size(const Page& head, VirtAddr object);

  SlabContext& ctx_;
  Slub& slub_;
};

/// Linux: slab_ksize.
std::uint32_t slab_ksize(const KmemCache& s);

}  // namespace mm32
