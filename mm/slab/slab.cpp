#include "mm/slab/slab.hpp"

#include "mm/base/check.hpp"

namespace mm32 {
namespace {

constexpr const char* kFreeFunction = "kmem_cache_free";

}  // namespace

Slab::Slab(const MmContext& mm, PageSource& pages, CallSite& calls)
    : ctx_{mm.events, mm.diagnostics, GuestView(mm.ram, pages), SlabOptions::of(mm.config), {}, {}},
      calls_(calls),
      pages_(ctx_),
      debug_(ctx_, pages_, calls_),
      slub_(ctx_, pages_, debug_),
      registry_(ctx_, pages_, slub_, calls_),
      kmalloc_(ctx_, slub_) {}

Result<std::unique_ptr<Slab>> Slab::create(const MmContext& mm, PageSource& pages,
                                           CallSite& calls) {
  std::unique_ptr<Slab> slab(new Slab(mm, pages, calls));
  MM_TRY_ASSIGN(slab->ctx_.root_ptr, create_slab_root(slab->ctx_.view, mm.config.seed));
  slab->ctx_.kmalloc_caches = VirtAddr(slab->ctx_.root().kmalloc_caches);
  MM_TRY(slab->registry_.boot());
  return slab;
}

Result<std::unique_ptr<Slab>> Slab::attach(const MmContext& mm, PageSource& pages, CallSite& calls,
                                           VirtAddr root) {
  std::unique_ptr<Slab> slab(new Slab(mm, pages, calls));
  const SlabRoot* found = slab->ctx_.view.object(GuestPtr<SlabRoot>(root));
  if (found == nullptr || found->magic != kSlabRootMagic) return fail(Errno::kInval);
  slab->ctx_.root_ptr = GuestPtr<SlabRoot>(root);
  slab->ctx_.kmalloc_caches = VirtAddr(found->kmalloc_caches);
  return slab;
}

bool Slab::place_kmalloc_caches(VirtAddr place) {
  constexpr std::size_t kBytes = sizeof(SlabRoot::boot_kmalloc_caches);
  if ((place.raw() & 3) != 0 || !ctx_.view.mapped(place, kBytes)) return false;
  std::memcpy(ctx_.view.bytes(place), ctx_.view.bytes(ctx_.kmalloc_caches), kBytes);
  ctx_.root().kmalloc_caches = place.raw();
  ctx_.kmalloc_caches = place;
  return true;
}

Outcome<VirtAddr> Slab::kmalloc_trace(VirtAddr cache, Gfp gfp, Bytes size) {
  KmemCache* s = registry_.find(cache);
  if (s == nullptr) return page_fault(cache, "__kmem_cache_alloc_node");
  return kmalloc_.alloc_from(*s, clamp32(size), gfp);
}

Outcome<std::uint32_t> Slab::kmem_cache_size(VirtAddr cache) const {
  const KmemCache* s = registry_.find(cache);
  if (s == nullptr)
    return page_fault(cache + Bytes(offsetof(KmemCache, object_size)), "kmem_cache_size");
  return s->object_size;
}

Outcome<CacheObject> Slab::kmem_cache_alloc(VirtAddr cache, Gfp gfp) {
  KmemCache* s = registry_.find(cache);
  if (s == nullptr) [[unlikely]]
    return page_fault(cache + Bytes(offsetof(KmemCache, object_size)), "kmem_cache_alloc");
  MM_TRY_ASSIGN(const Allocated got, slub_.alloc(*s, gfp, s->object_size, "kmem_cache_alloc"));
  if (got.to_construct) [[unlikely]] {
    const Page* slab = ctx_.view.page(got.to_construct);
    MM_CHECK(slab != nullptr);
    return CacheObject{
        VirtAddr(), NeedsCtor{got.to_construct, VirtAddr(s->ctor), pages_.first_object(*s, *slab),
                              s->size, SlabCounters::of(slab->slab_counters).objects}};
  }
  if (ctx_.events.active() && got.object.raw() != 0) [[unlikely]]
    ctx_.events.emit(
        event::CacheAlloc{cache, got.object, Bytes(s->object_size), Bytes(s->size), gfp});
  return CacheObject{got.object, {}};
}

Outcome<void> Slab::ctors_done(VirtAddr cache, GuestPtr<Page> slab) {
  KmemCache* s = registry_.find(cache);
  return s == nullptr ? page_fault(cache, "setup_object") : slub_.publish(*s, slab);
}

// Linux: cache_from_obj. The cache that the object really belongs to.
Outcome<KmemCache*> Slab::cache_from_object(VirtAddr cache, const Page* head, VirtAddr object) {
  if (head == nullptr && !kmalloc_.reads_as_no_slab(object))
    return kmalloc_.no_page(object, kFreeFunction);
  if (head == nullptr || !head->test(PageFlag::kSlab)) {
    if (first_time(ctx_.root(), WarnOnce::kNotSlabPage))
      ctx_.diagnostics.warning({"mm/slab.h", 625, kFreeFunction},
                               "virt_to_cache: Object is not a Slab page!");
    return nullptr;
  }
  KmemCache* s = registry_.find(VirtAddr(head->slab_cache));
  if (s == nullptr) return page_fault(VirtAddr(head->slab_cache), kFreeFunction);
  if (guest_ptr(*s).va() == cache) [[likely]]
    return s;
  const KmemCache* wrong = registry_.find(cache);
  if (wrong == nullptr) return page_fault(cache + Bytes(offsetof(KmemCache, name)), kFreeFunction);
  ctx_.diagnostics.warning({"mm/slab.h", 660, kFreeFunction},
                           fmt::format("cache_from_obj: Wrong slab cache. {} but object is from {}",
                                       guest_string(ctx_.view, VirtAddr(wrong->name)),
                                       guest_string(ctx_.view, VirtAddr(s->name))));
  debug_.report_tracking(*s, object);
  return s;
}

Outcome<Done> Slab::kmem_cache_free(VirtAddr cache, VirtAddr object) {
  Page* head = ctx_.view.head_page(object);
  KmemCache* s = registry_.find(cache);
  if (s == nullptr || head == nullptr || !head->test(PageFlag::kSlab) ||
      head->slab_cache != cache.raw()) [[unlikely]] {
    MM_TRY_ASSIGN(s, cache_from_object(cache, head, object));
    if (s == nullptr) return Done();
  }
  if (!slub_.free_fast(*s, *head, object)) [[unlikely]]
    MM_TRY(slub_.free(*s, *head, object, kFreeFunction));
  ctx_.events.emit(event::CacheFree{guest_ptr(*s).va(), object});
  return Done();
}

}  // namespace mm32
