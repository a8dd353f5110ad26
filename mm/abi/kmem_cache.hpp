// The slab allocator's structures in guest memory, in the layout that i386 gcc gives them.
//
// Linux 6.1: include/linux/slub_def.h, mm/slab.h, include/linux/slab.h (SLAB_* bits). Offsets were
// read off Debian's 6.1 686 kernel with a module built against its headers (MAX_NUMNODES 1,
// SLAB_FREELIST_HARDENED, SLAB_FREELIST_RANDOM, SLUB_CPU_PARTIAL, SYSFS, no NUMA).
// A slab is a struct page whose words are used as slab_cache, slab_freelist and slab_counters
// (page.hpp); SlabCounters packs and unpacks the last one.
// Deviation: cpu_slab is the address of CPU 0's structure, not a per-CPU offset (one CPU).
#pragma once

#include "mm/abi/gfp.hpp"
#include "mm/abi/page.hpp"

namespace mm32 {

enum class SlabFlags : std::uint32_t {
  kNone = 0,
  kConsistencyChecks = 0x100,
  kRedZone = 0x400,
  kPoison = 0x800,
  kKmalloc = 0x1000,
  kHwcacheAlign = 0x2000,
  kCacheDma = 0x4000,
  kCacheDma32 = 0x8000,
  kStoreUser = 0x10000,
  kReclaimAccount = 0x20000,
  kPanic = 0x40000,
  kTypesafeByRcu = 0x80000,
  kMemSpread = 0x100000,
  kTrace = 0x200000,
  kNoLeakTrace = 0x800000,
  kNoMerge = 0x1000000,  // Linux 6.5; accepted because teaching material uses it
  kAccount = 0x4000000,
  kNoUserFlags = 0x10000000,
  kCmpxchgDouble = 0x40000000,  // internal: __CMPXCHG_DOUBLE
  kObjectPoison = 0x80000000,   // internal: __OBJECT_POISON
};
constexpr std::uint32_t raw(SlabFlags f) { return static_cast<std::uint32_t>(f); }
constexpr SlabFlags operator|(SlabFlags a, SlabFlags b) { return SlabFlags(raw(a) | raw(b)); }
constexpr SlabFlags operator&(SlabFlags a, SlabFlags b) { return SlabFlags(raw(a) & raw(b)); }
constexpr SlabFlags operator~(SlabFlags a) { return SlabFlags(~raw(a)); }
constexpr bool any(SlabFlags f) { return raw(f) != 0; }

/// Linux: SLAB_DEBUG_FLAGS.
inline constexpr SlabFlags kSlabDebugFlags = SlabFlags::kConsistencyChecks | SlabFlags::kRedZone |
                                             SlabFlags::kPoison | SlabFlags::kStoreUser |
                                             SlabFlags::kTrace;

/// Order and object count of a slab in one word. Linux: struct kmem_cache_order_objects.
struct OrderObjects {
  std::uint32_t x = 0;
  static constexpr OrderObjects make(unsigned order, std::uint32_t objects) {
    return {order << 16 | (objects & 0xffff)};
  }
  constexpr unsigned order() const { return x >> 16; }
  constexpr std::uint32_t objects() const { return x & 0xffff; }
};

/// Linux: struct kmem_cache_cpu.
struct KmemCacheCpu {
  std::uint32_t freelist;  // first free object of `slab`
  std::uint32_t tid;       // counts transactions
  GuestPtr<Page> slab;     // frozen: objects are handed out from here
  GuestPtr<Page> partial;  // more frozen slabs, chained by Page::lru.next
};
static_assert(sizeof(KmemCacheCpu) == 16);
static_assert(offsetof(KmemCacheCpu, slab) == 8);

/// Linux: struct kmem_cache_node (mm/slab.h).
struct KmemCacheNode {
  std::uint32_t list_lock;
  std::uint32_t nr_partial;
  ListHead partial;
  std::uint32_t nr_slabs;
  std::uint32_t total_objects;
  ListHead full;  // slabs without a free object, of caches that are debugged
};
static_assert(sizeof(KmemCacheNode) == 32);  // reference slabinfo: kmem_cache_node

/// Linux: struct reciprocal_value.
struct ReciprocalValue {
  std::uint32_t m;
  std::uint8_t sh1;
  std::uint8_t sh2;
  std::uint8_t pad[2];
};

/// Linux: struct kmem_cache.
struct KmemCache {
  GuestPtr<KmemCacheCpu> cpu_slab;
  SlabFlags flags;
  std::uint32_t min_partial;
  std::uint32_t size;         // distance of objects, metadata included
  std::uint32_t object_size;  // without metadata
  ReciprocalValue reciprocal_size;
  std::uint32_t offset;  // of the free pointer in an object
  std::uint32_t cpu_partial;
  std::uint32_t cpu_partial_slabs;
  OrderObjects oo;
  OrderObjects min;
  Gfp allocflags;
  std::int32_t refcount;
  std::uint32_t ctor;  // guest function
  std::uint32_t inuse;
  std::uint32_t align;
  std::uint32_t red_left_pad;
  std::uint32_t name;  // guest string
  ListHead list;       // slab_caches
  std::uint32_t kobj[9];
  std::uint32_t random;
  std::uint32_t random_seq;  // guest array of oo.objects() offsets
  std::uint32_t useroffset;
  std::uint32_t usersize;
  GuestPtr<KmemCacheNode> node;
};
static_assert(sizeof(KmemCache) == 140);
static_assert(offsetof(KmemCache, flags) == 4);
static_assert(offsetof(KmemCache, min_partial) == 8);
static_assert(offsetof(KmemCache, size) == 12);
static_assert(offsetof(KmemCache, object_size) == 16);
static_assert(offsetof(KmemCache, reciprocal_size) == 20);
static_assert(offsetof(KmemCache, offset) == 28);
static_assert(offsetof(KmemCache, cpu_partial) == 32);
static_assert(offsetof(KmemCache, oo) == 40);
static_assert(offsetof(KmemCache, allocflags) == 48);
static_assert(offsetof(KmemCache, refcount) == 52);
static_assert(offsetof(KmemCache, ctor) == 56);
static_assert(offsetof(KmemCache, inuse) == 60);
static_assert(offsetof(KmemCache, align) == 64);
static_assert(offsetof(KmemCache, red_left_pad) == 68);
static_assert(offsetof(KmemCache, name) == 72);
static_assert(offsetof(KmemCache, list) == 76);
static_assert(offsetof(KmemCache, kobj) == 84);
static_assert(offsetof(KmemCache, random) == 120);
static_assert(offsetof(KmemCache, random_seq) == 124);
static_assert(offsetof(KmemCache, useroffset) == 128);
static_assert(offsetof(KmemCache, usersize) == 132);
static_assert(offsetof(KmemCache, node) == 136);

/// Bytes in front of the first object of a slab. Linux: fixup_red_left.
inline std::uint32_t left_pad(const KmemCache& s) {
  return any(s.flags & SlabFlags::kRedZone) ? s.red_left_pad : 0;
}

/// Page::slab_counters of a slab. Linux: struct slab, counters.
struct SlabCounters {
  std::uint32_t inuse = 0;
  std::uint32_t objects = 0;
  bool frozen = false;

  static constexpr SlabCounters of(std::uint32_t counters) {
    return {counters & 0xffff, (counters >> 16) & 0x7fff, (counters >> 31) != 0};
  }
  constexpr std::uint32_t pack() const {
    return (inuse & 0xffff) | (objects & 0x7fff) << 16 | (frozen ? 1u << 31 : 0u);
  }
};

inline constexpr std::uint32_t kMaxObjsPerSlab = 32767;      // MAX_OBJS_PER_PAGE
inline constexpr std::uint32_t kZeroSizePtr = 16;            // ZERO_SIZE_PTR
inline constexpr unsigned kKmallocShiftLow = 3;              // KMALLOC_SHIFT_LOW
inline constexpr unsigned kKmallocShiftHigh = 13;            // KMALLOC_SHIFT_HIGH
inline constexpr std::uint32_t kKmallocMaxCacheSize = 8192;  // KMALLOC_MAX_CACHE_SIZE
inline constexpr std::uint32_t kKmallocMaxSize = 4u << 20;   // KMALLOC_MAX_SIZE
inline constexpr std::uint32_t kKmallocMinAlign = 8;         // ARCH_KMALLOC_MINALIGN
inline constexpr unsigned kMaxPageOrder = 10;                // MAX_ORDER - 1

/// Linux: enum kmalloc_cache_type; first index of kmalloc_caches.
enum class KmallocType : unsigned { kNormal = 0, kCgroup = 1, kReclaim = 2, kDma = 3 };
inline constexpr unsigned kKmallocTypes = 4;

}  // namespace mm32
