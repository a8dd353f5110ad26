#include "mm/slab/cache_registry.hpp"

#include <algorithm>

#include "mm/slab/debug_option.hpp"

namespace mm32 {
namespace {

using F = SlabFlags;

constexpr F kCoreFlags =
    F::kHwcacheAlign | F::kCacheDma | F::kCacheDma32 | F::kPanic | F::kTypesafeByRcu | F::kNoMerge;
constexpr F kPermitted = kCoreFlags | kSlabDebugFlags | F::kMemSpread | F::kNoLeakTrace |
                         F::kReclaimAccount | F::kAccount | F::kNoUserFlags;
constexpr F kCreateMask = kPermitted & ~F::kMemSpread;
constexpr F kNeverMerge = F::kRedZone | F::kPoison | F::kStoreUser | F::kTrace | F::kTypesafeByRcu |
                          F::kNoLeakTrace | F::kNoMerge;
constexpr F kMergeSame = F::kReclaimAccount | F::kCacheDma | F::kCacheDma32 | F::kAccount;

bool unmergeable(const KmemCache& s) {
  return any(s.flags & kNeverMerge) || s.ctor != 0 || s.usersize != 0 || s.refcount < 0;
}

// Linux: ERR_PTR.
VirtAddr error_pointer(Errno error) {
  return VirtAddr(static_cast<std::uint32_t>(-static_cast<std::int32_t>(error)));
}

std::uint32_t mask_up(std::uint32_t value, std::uint32_t alignment) {
  return (value + alignment - 1) & ~(alignment - 1);
}

}  // namespace

KmemCache* CacheRegistry::find_mergeable(const CacheRequest& request) {
  if (!ctx_.options.merge || request.ctor != 0 || request.usersize != 0) return nullptr;
  std::uint32_t size = mask_up(request.size, 4);
  const std::uint32_t align = calculate_alignment(ctx_.options, request.flags, request.align, size);
  size = mask_up(size, align);
  const F flags = debug_flags(ctx_.options, request.flags, request.name);
  if (any(flags & kNeverMerge)) return nullptr;
  // Oldest first: the last match while walking from the newest.
  KmemCache* found = nullptr;
  for_each([&](KmemCache& s) {
    if (!unmergeable(s) && size <= s.size && s.size - size < 4 &&
        (flags & kMergeSame) == (s.flags & kMergeSame) && (s.size & ~(align - 1)) == s.size)
      found = &s;
  });
  return found;
}

Outcome<VirtAddr> CacheRegistry::create(const CacheRequest& wanted) {
  CacheRequest request = wanted;
  if (any(request.flags & F::kStoreUser)) init_stack_depot();
  if (any(request.flags & ~kPermitted)) return error_pointer(Errno::kInval);
  request.flags = request.flags & kCreateMask;
  const bool offset_of_nothing = request.usersize == 0 && request.useroffset != 0;
  const bool outside =
      request.size < request.usersize || request.size - request.usersize < request.useroffset;
  if (offset_of_nothing || outside) {
    ctx_.diagnostics.warning(
        {"mm/slab_common.c", offset_of_nothing ? 320u : 321u, "kmem_cache_create_usercopy"}, {});
    request.usersize = request.useroffset = 0;
  }
  if (KmemCache* s = find_mergeable(request)) {
    ++s->refcount;
    s->object_size = std::max(s->object_size, request.size);
    s->inuse = std::max(s->inuse, mask_up(request.size, 4));
    ctx_.events.emit(event::CacheCreate{guest_ptr(*s).va()});
    return guest_ptr(*s).va();
  }
  const auto s = create_new(request);
  if (!s) return error_pointer(s.error());
  ctx_.events.emit(event::CacheCreate{guest_ptr(**s).va()});
  return guest_ptr(**s).va();
}

Result<KmemCache*> CacheRegistry::create_new(const CacheRequest& request) {
  SlabRoot& root = ctx_.root();
  KmemCache* caches = ctx_.view.object(root.kmem_cache);
  if (caches == nullptr) return fail(Errno::kNoMem);
  const std::string text = request.name.substr(0, kKmallocMaxCacheSize - 1);
  MM_TRY_ASSIGN(const VirtAddr name, small_alloc(static_cast<std::uint32_t>(text.size()) + 1));
  std::memcpy(ctx_.view.bytes(name), text.c_str(), text.size() + 1);
  MM_TRY_ASSIGN(const VirtAddr object, raw_alloc(*caches, Gfp::kKernel));
  auto& s = ctx_.view.ram().at<KmemCache>(object);
  s = {};
  s.name = name.raw();
  s.object_size = request.size;
  s.align = calculate_alignment(ctx_.options, request.flags, request.align, request.size);
  s.ctor = request.ctor;
  s.useroffset = request.useroffset;
  s.usersize = request.usersize;
  if (const auto opened = open(s, debug_flags(ctx_.options, request.flags, text)); !opened) {
    static_cast<void>(release(s));
    return fail(opened.error());
  }
  s.refcount = 1;
  list_push_front(ctx_.view.ram(), root.slab_caches, s.list);
  init_random_seq(s);
  return &s;
}

// Linux: stack_depot_init. The table of this machine is another (stack_depot.hpp); the line tells
// how large Linux makes its own.
void CacheRegistry::init_stack_depot() {
  if (ctx_.root().depot_ready != 0) return;
  ctx_.root().depot_ready = 1;
  const std::uint32_t entries = std::bit_ceil(ctx_.view.pages().free_buffer_pages()) >> 2;
  ctx_.log(LogLevel::kInfo,
           fmt::format("Stack Depot allocating hash table of {} entries with kvcalloc",
                       std::clamp(entries, 1u << 12, 1u << 20)));
}

// Linux: __kmem_cache_shutdown. True when nothing is left.
Outcome<bool> CacheRegistry::shut_down(KmemCache& s) {
  MM_TRY(slub_.flush_cpu(s));
  MM_TRY(slub_.release_empty_slabs(s));
  const KmemCacheNode* node = ctx_.view.object(s.node);
  return node == nullptr || (node->nr_partial == 0 && node->nr_slabs == 0);
}

// Gives back everything that the cache structure owns, and itself.
Outcome<void> CacheRegistry::release(KmemCache& s) {
  const auto give_back = [this](std::uint32_t object) -> Outcome<void> {
    Page* head = object == 0 ? nullptr : ctx_.view.head_page(VirtAddr(object));
    if (head == nullptr || !head->test(PageFlag::kSlab)) return {};
    KmemCache* owner = ctx_.view.object(GuestPtr<KmemCache>(head->slab_cache));
    return owner == nullptr ? Outcome<void>{}
                            : slub_.free(*owner, *head, VirtAddr(object), "kmem_cache_free");
  };
  return_cpu_slot(ctx_.view, ctx_.root(), s.cpu_slab);
  MM_TRY(give_back(s.node.raw));
  MM_TRY(give_back(s.random_seq));
  MM_TRY(give_back(s.name));
  return give_back(guest_ptr(s).raw);
}

Outcome<void> CacheRegistry::destroy(VirtAddr cache) {
  if (cache.raw() == 0) return {};
  KmemCache* s = find(cache);
  if (s == nullptr) return page_fault(cache + Bytes(4), "kmem_cache_destroy");
  if (--s->refcount != 0) {
    ctx_.events.emit(event::CacheDestroy{cache});
    return {};
  }
  MM_TRY_ASSIGN(const bool empty, shut_down(*s));
  if (!empty) {
    ctx_.diagnostics.warning(
        {"mm/slab_common.c", 493, "kmem_cache_destroy"},
        fmt::format("kmem_cache_destroy {}: Slab cache still has objects when called from {}",
                    guest_string(ctx_.view, VirtAddr(s->name)), calls_.symbol(calls_.caller())));
    return {};
  }
  MM_TRY(checked_list_del(ctx_, s->list));
  ctx_.events.emit(event::CacheDestroy{cache});
  return release(*s);
}

Outcome<int> CacheRegistry::shrink(VirtAddr cache) {
  KmemCache* s = find(cache);
  if (s == nullptr) return page_fault(cache, "kmem_cache_shrink");
  MM_TRY(slub_.shrink(*s));
  const KmemCacheNode* node = ctx_.view.object(s->node);
  return node != nullptr && node->nr_slabs != 0 ? 1 : 0;
}

}  // namespace mm32
