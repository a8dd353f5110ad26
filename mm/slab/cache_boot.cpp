// CacheRegistry: how the allocator comes to life before it can allocate.
//
//   root page: boot_kmem_cache_node, boot_kmem_cache      (static structures)
//   1. a slab of kmem_cache_node is cut by hand; its first object is that cache's own node
//   2. kmem_cache gets its node from it; both can allocate now
//   3. both structures are copied into objects of kmem_cache and linked
//   4. the kmalloc caches are made; then free lists are randomised where that is on
#include <algorithm>
#include <array>

#include "mm/base/check.hpp"
#include "mm/slab/cache_registry.hpp"
#include "mm/slab/debug_option.hpp"
#include "mm/slab/object_debug.hpp"

namespace mm32 {
namespace {

void init_node(KmemCacheNode& node) {
  node = {};
  list_init(node.partial);
  list_init(node.full);
}

}  // namespace

std::uint32_t kmalloc_size(unsigned index) {
  if (index == 1) return 96;
  if (index == 2) return 192;
  return 1u << index;
}

std::string kmalloc_name(KmallocType type, unsigned index) {
  constexpr std::array kPrefixes{"kmalloc", "kmalloc-cg", "kmalloc-rcl", "dma-kmalloc"};
  const std::uint32_t size = kmalloc_size(index);
  const char* prefix = kPrefixes[static_cast<unsigned>(type)];
  return size >= 1024 ? fmt::format("{}-{}k", prefix, size / 1024)
                      : fmt::format("{}-{}", prefix, size);
}

VirtAddr CacheRegistry::boot_name(unsigned slot, const std::string& text) {
  auto& place = ctx_.root().names[slot];
  MM_CHECK(text.size() < sizeof place);
  std::memcpy(place, text.c_str(), text.size() + 1);
  return ctx_.root_ptr.va() + Bytes(offsetof(SlabRoot, names) + slot * sizeof place);
}

// An object without events, reports or constructors: for the allocator's own structures.
Result<VirtAddr> CacheRegistry::raw_alloc(KmemCache& s, Gfp gfp) {
  const auto object = slub_.alloc(s, gfp | Gfp::kZero, s.object_size, "kmem_cache_alloc");
  if (!object || object->object.raw() == 0) return fail(Errno::kNoMem);
  return object->object;
}

Result<VirtAddr> CacheRegistry::small_alloc(std::uint32_t size) {
  for (unsigned index : {3u, 4u, 5u, 6u, 1u, 7u, 2u, 8u, 9u, 10u, 11u, 12u, 13u}) {
    if (size > kmalloc_size(index)) continue;
    KmemCache* s = ctx_.view.object(ctx_.kmalloc_cache(0, index));
    return s == nullptr ? fail(Errno::kNoMem) : raw_alloc(*s, Gfp::kKernel);
  }
  return fail(Errno::kNoMem);
}

// The node of kmem_cache_node itself: the first object of a slab that is cut by hand.
Result<GuestPtr<KmemCacheNode>> CacheRegistry::early_node(KmemCache& s) {
  const auto slab = pages_.allocate(s, Gfp::kNowait);
  if (!slab || *slab == nullptr) return fail(Errno::kNoMem);
  Page& page = **slab;
  const VirtAddr object(page.slab_freelist);
  page.slab_freelist = get_free_pointer(ctx_, s, object);
  SlabCounters counters = SlabCounters::of(page.slab_counters);
  counters.inuse = 1;
  page.slab_counters = counters.pack();
  if (is_debug(s)) init_object(ctx_, s, object, kRedActive);
  auto& node = ctx_.view.ram().at<KmemCacheNode>(object);
  init_node(node);
  s.node = guest_ptr(node);
  slub_.count_slab(s, page);
  if (!add_partial(ctx_, node, page, ListEnd::kHead)) return fail(Errno::kNoMem);
  return s.node;
}

Result<GuestPtr<KmemCacheNode>> CacheRegistry::make_node() {
  KmemCache* nodes = ctx_.view.object(ctx_.root().kmem_cache_node);
  if (nodes == nullptr) return fail(Errno::kNoMem);
  MM_TRY_ASSIGN(const VirtAddr object, raw_alloc(*nodes, Gfp::kKernel));
  auto& node = ctx_.view.ram().at<KmemCacheNode>(object);
  init_node(node);
  return guest_ptr(node);
}

// Linux: kmem_cache_open. What it took stays with `s` for the caller to give back on failure.
Result<void> CacheRegistry::open(KmemCache& s, SlabFlags flags) {
  constexpr SlabFlags kNoCmpxchg =
      SlabFlags::kConsistencyChecks | SlabFlags::kStoreUser | SlabFlags::kTrace;
  s.flags = any(flags & kNoCmpxchg) ? flags : flags | SlabFlags::kCmpxchgDouble;
  s.random = ctx_.options.freelist_hardened ? next_random(ctx_.root()) : 0;
  MM_TRY(calculate_sizes(ctx_.options, s));
  if (higher_order_debug_disabled(ctx_.options) && order_for(s.size) > order_for(s.object_size)) {
    s.flags = s.flags & ~(SlabFlags::kRedZone | SlabFlags::kPoison | SlabFlags::kStoreUser);
    MM_TRY(calculate_sizes(ctx_.options, s));
  }
  MM_TRY_ASSIGN(s.cpu_slab, take_cpu_slot(ctx_.view, ctx_.root()));
  if (ctx_.root().kmem_cache_node.raw == guest_ptr(s).raw) {
    MM_TRY_ASSIGN(s.node, early_node(s));
  } else {
    MM_TRY_ASSIGN(s.node, make_node());
  }
  return {};
}

// Linux: create_boot_cache.
Result<void> CacheRegistry::boot_cache(KmemCache& s, VirtAddr name, std::uint32_t size,
                                       SlabFlags flags) {
  s.name = name.raw();
  s.object_size = size;
  const std::uint32_t align =
      std::has_single_bit(size) ? std::max(kKmallocMinAlign, size) : kKmallocMinAlign;
  s.align = calculate_alignment(ctx_.options, flags, align, size);
  MM_TRY(open(s, debug_flags(ctx_.options, flags, guest_string(ctx_.view, name))));
  s.refcount = -1;
  return {};
}

// Moves a static cache structure into an object of kmem_cache. Linux: bootstrap.
Result<KmemCache*> CacheRegistry::bootstrap(KmemCache& boot) {
  MM_TRY_ASSIGN(const VirtAddr object,
                raw_alloc(ctx_.view.ram().at(ctx_.root().kmem_cache), Gfp::kNowait));
  if (!slub_.flush_cpu(boot)) return fail(Errno::kNoMem);
  auto& s = ctx_.view.ram().at<KmemCache>(object);
  s = boot;
  auto& node = ctx_.view.ram().at(s.node);
  for (ListHead* list : {&node.partial, &node.full})
    for (GuestPtr<ListHead> at = list->next; at != guest_ptr(*list);) {
      Page* slab = slab_of_link(ctx_, at);
      MM_CHECK(slab != nullptr);
      slab->slab_cache = guest_ptr(s).raw;
      at = slab->lru.next;
    }
  list_push_front(ctx_.view.ram(), ctx_.root().slab_caches, s.list);
  return &s;
}

Result<void> CacheRegistry::boot_kmalloc_cache(KmallocType type, unsigned index, unsigned& names) {
  SlabRoot& root = ctx_.root();
  constexpr std::array kTypeFlags{SlabFlags::kNone, SlabFlags::kAccount, SlabFlags::kReclaimAccount,
                                  SlabFlags::kCacheDma};
  const auto row = static_cast<unsigned>(type);
  MM_TRY_ASSIGN(const VirtAddr object,
                raw_alloc(ctx_.view.ram().at(root.kmem_cache), Gfp::kNowait));
  auto& s = ctx_.view.ram().at<KmemCache>(object);
  const std::uint32_t size = kmalloc_size(index);
  s.usersize = size;
  MM_TRY(boot_cache(s, boot_name(names++, kmalloc_name(type, index)), size,
                    kTypeFlags[row] | SlabFlags::kKmalloc));
  list_push_front(ctx_.view.ram(), root.slab_caches, s.list);
  s.refcount = type == KmallocType::kNormal ? -1 : 1;
  ctx_.kmalloc_cache(row, index) = guest_ptr(s);
  return {};
}

Result<void> CacheRegistry::boot_kmalloc_caches() {
  unsigned names = 2;
  for (unsigned row = 0; row < kKmallocTypes; ++row) {
    const auto type = static_cast<KmallocType>(row);
    for (unsigned index = kKmallocShiftLow; index <= kKmallocShiftHigh; ++index) {
      MM_TRY(boot_kmalloc_cache(type, index, names));
      if (index == 6) MM_TRY(boot_kmalloc_cache(type, 1, names));
      if (index == 7) MM_TRY(boot_kmalloc_cache(type, 2, names));
    }
  }
  return {};
}

void CacheRegistry::init_random_seq(KmemCache& s) {
  if (!ctx_.options.freelist_random || s.random_seq != 0 || s.oo.objects() < 2) return;
  const auto memory = small_alloc(s.oo.objects() * 4);
  if (!memory) return;
  pages_.fill_random_seq(s, *memory);
  s.random_seq = memory->raw();
}

Result<void> CacheRegistry::boot() {
  SlabRoot& root = ctx_.root();
  for (const char letter : unknown_debug_letters(ctx_.options))
    ctx_.log(LogLevel::kErr, fmt::format("slub_debug option '{}' unknown. skipped", letter));
  root.depot_ready = debug_stores_user(ctx_.options) ? 1 : 0;
  root.kmem_cache_node = guest_ptr(root.boot_kmem_cache_node);
  MM_TRY(boot_cache(root.boot_kmem_cache_node, boot_name(0, "kmem_cache_node"),
                    sizeof(KmemCacheNode), SlabFlags::kHwcacheAlign));
  root.kmem_cache = guest_ptr(root.boot_kmem_cache);
  MM_TRY(boot_cache(root.boot_kmem_cache, boot_name(1, "kmem_cache"), sizeof(KmemCache),
                    SlabFlags::kHwcacheAlign));
  MM_TRY_ASSIGN(KmemCache * caches, bootstrap(root.boot_kmem_cache));
  root.kmem_cache = guest_ptr(*caches);
  MM_TRY_ASSIGN(KmemCache * nodes, bootstrap(root.boot_kmem_cache_node));
  root.kmem_cache_node = guest_ptr(*nodes);
  MM_TRY(boot_kmalloc_caches());
  for_each([this](KmemCache& s) { init_random_seq(s); });
  return {};
}

}  // namespace mm32
