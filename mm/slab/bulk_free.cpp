// Slab: freeing many objects at once. The objects of one slab are linked first, from the last entry
// of the array to the first, and go back together; what lies in other slabs stays in the array, up
// to three entries of which are stepped over.
// Linux 6.1 mm/slub.c kmem_cache_free_bulk, build_detached_freelist.
#include <vector>

#include "mm/slab/slab.hpp"

namespace mm32 {
namespace {

constexpr const char* kFunction = "kmem_cache_free_bulk";
constexpr unsigned kLookahead = 3;

Outcome<void> swap_entries(ObjectArray& objects, std::uint32_t a, std::uint32_t b) {
  MM_TRY_ASSIGN(const VirtAddr at_a, objects.get(a));
  MM_TRY_ASSIGN(const VirtAddr at_b, objects.get(b));
  MM_TRY(objects.set(a, at_b));
  return objects.set(b, at_a);
}

}  // namespace

// The cache that `object` goes back to; nullptr when it was memory of kmalloc that has no cache and
// is freed already.
Outcome<KmemCache*> Slab::cache_for_bulk(VirtAddr cache, const Page* slab, VirtAddr object) {
  if (cache == VirtAddr()) {
    if (slab == nullptr || !slab->test(PageFlag::kSlab)) {
      MM_TRY(kmalloc_.free(object));
      return nullptr;
    }
    KmemCache* s = registry_.find(VirtAddr(slab->slab_cache));
    if (s == nullptr) return page_fault(VirtAddr(slab->slab_cache), kFunction);
    return s;
  }
  MM_TRY_ASSIGN(KmemCache * s, cache_from_object(cache, slab, object));
  if (s == nullptr) return page_fault(VirtAddr(offsetof(KmemCache, offset)), kFunction);
  return s;
}

// Frees the last of the first `size` objects and those near it that lie in its slab. How many are
// left. Entries that stay keep to the front.
Outcome<std::uint32_t> Slab::free_last_slab(VirtAddr cache, std::uint32_t size,
                                            ObjectArray& objects) {
  MM_TRY_ASSIGN(const VirtAddr last, objects.get(--size));
  Page* slab = ctx_.view.head_page(last);
  MM_TRY_ASSIGN(KmemCache * s, cache_for_bulk(cache, slab, last));
  if (s == nullptr) return size;
  MM_TRY(set_free_pointer(ctx_, *s, last, 0, kFunction));
  FreeChain chain{last, last, 1};
  std::vector<VirtAddr> freed{last};
  std::uint32_t left = size;
  for (unsigned others = 0; size != 0 && others < kLookahead;) {
    MM_TRY_ASSIGN(const VirtAddr object, objects.get(--size));
    if (ctx_.view.head_page(object) != slab) {
      ++others;
      continue;
    }
    MM_TRY(set_free_pointer(ctx_, *s, object, chain.head.raw(), kFunction));
    chain.head = object;
    ++chain.count;
    freed.push_back(object);
    if (size != --left) MM_TRY(swap_entries(objects, size, left));
  }
  MM_TRY(slub_.free_chain(*s, *slab, chain, kFunction));
  for (const VirtAddr object : freed) {
    if (cache == VirtAddr())
      ctx_.events.emit(event::Kfree{object});
    else
      ctx_.events.emit(event::CacheFree{guest_ptr(*s).va(), object});
  }
  return left;
}

Outcome<void> Slab::free_bulk(VirtAddr cache, ObjectArray& objects) {
  for (std::uint32_t left = objects.size(); left != 0;) {
    MM_TRY_ASSIGN(left, free_last_slab(cache, left, objects));
  }
  return {};
}

}  // namespace mm32
