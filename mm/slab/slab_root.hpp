// The static memory of the slab allocator: what is in .data and in the per-CPU area on Linux.
//
// One page frame in guest lowmem, taken from the page allocator at boot, so that a machine that is
// re-opened from its RAM image finds everything from one address. The rest of the page, and further
// whole pages when that is used up, are slots for struct kmem_cache_cpu. A bitmap says which are
// free; a free slot is zero, so that a cache that is used after its end finds an empty CPU slab.
//
//   | SlabRoot with a SlotPage | slot | slot | ... |     | SlotPage | slot | ... |   never freed
//
// Deviation: Linux takes these from its image and from the per-CPU allocator.
#pragma once

#include "mm/slab/guest_view.hpp"
#include "mm/slab/slab_options.hpp"

namespace mm32 {

/// Reports that are made once a boot. Bits of SlabRoot::warned. Linux: WARN_ON_ONCE.
enum class WarnOnce : std::uint32_t {
  kLargeOrder0 = 1,
  kCtorZero = 2,
  kNotSlabPage = 4,
  kObjectPointer = 8,
};

/// Which of the 16-byte slots of a page are free, and the next such page.
struct SlotPage {
  std::uint32_t magic;
  GuestPtr<SlotPage> next;
  std::uint32_t free[8];  // bit n: the slot at offset 16 n of the page
};

inline constexpr std::uint32_t kSlotPageMagic = 0x534c4f54;  // "TOLS"
inline constexpr std::uint32_t kSlabRootMagic = 0x42554c53;  // "SLUB"
inline constexpr unsigned kBootNames = 4 * 13 + 2;

struct SlabRoot {
  std::uint32_t magic;
  ListHead slab_caches;
  GuestPtr<KmemCache> kmem_cache;
  GuestPtr<KmemCache> kmem_cache_node;
  std::uint32_t kmalloc_caches;  // address of the array kmalloc_caches[type][index] in use
  GuestPtr<KmemCache> boot_kmalloc_caches[kKmallocTypes][kKmallocShiftHigh + 1];
  KmemCache boot_kmem_cache;
  KmemCache boot_kmem_cache_node;
  SlotPage slots;
  std::uint32_t random_state[2];
  std::uint32_t warned;
  std::uint32_t oom_reports;  // out-of-memory reports made
  std::uint32_t depot;        // first page of the stack depot, 0 before its first use
  std::uint32_t depot_ready;  // 1 when Linux would have made its hash table
  char names[kBootNames][16];
};
static_assert(sizeof(SlabRoot) < 2048);

/// Next number of the machine's own deterministic sequence (xorshift), kept in guest memory.
inline std::uint32_t next_random(SlabRoot& root) {
  std::uint64_t x = std::uint64_t{root.random_state[1]} << 32 | root.random_state[0];
  x ^= x << 13;
  x ^= x >> 7;
  x ^= x << 17;
  root.random_state[0] = static_cast<std::uint32_t>(x);
  root.random_state[1] = static_cast<std::uint32_t>(x >> 32);
  return static_cast<std::uint32_t>((x * 0x2545f4914f6cdd1dull) >> 32);
}

/// True the first time for each report. Linux: the __once variable of WARN_ON_ONCE.
inline bool first_time(SlabRoot& root, WarnOnce what) {
  const auto bit = static_cast<std::uint32_t>(what);
  const bool first = (root.warned & bit) == 0;
  root.warned |= bit;
  return first;
}

/// A zeroed struct kmem_cache_cpu. Errors: kNoMem. Linux: alloc_percpu.
Result<GuestPtr<KmemCacheCpu>> take_cpu_slot(const GuestView& view, SlabRoot& root);
/// Gives a slot back. A pointer outside the direct map is ignored.
void return_cpu_slot(const GuestView& view, SlabRoot& root, GuestPtr<KmemCacheCpu> slot);

/// Takes the page for the root and fills it in. Errors: kNoMem.
Result<GuestPtr<SlabRoot>> create_slab_root(const GuestView& view, std::uint64_t seed);

}  // namespace mm32
