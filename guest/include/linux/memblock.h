// The allocator of the early boot, over by the time a module runs.
#ifndef _LINUX_MEMBLOCK_H
#define _LINUX_MEMBLOCK_H

#include <asm/dma.h>
#include <linux/init.h>
#include <linux/mm.h>
#include <linux/types.h>

struct memblock_region;

enum memblock_flags {
  MEMBLOCK_NONE = 0,
  MEMBLOCK_HOTPLUG = 1,
  MEMBLOCK_MIRROR = 2,
  MEMBLOCK_NOMAP = 4,
  MEMBLOCK_DRIVER_MANAGED = 8
};
struct memblock_region {
  phys_addr_t base;
  phys_addr_t size;
  enum memblock_flags flags;
};
struct memblock_type {
  unsigned long cnt;
  unsigned long max;
  phys_addr_t total_size;
  struct memblock_region* regions;
  char* name;
};
struct memblock {
  bool bottom_up;
  phys_addr_t current_limit;
  struct memblock_type memory;
  struct memblock_type reserved;
};

#define __init_memblock __meminit
#define __initdata_memblock __meminitdata
#define MEMBLOCK_ALLOC_ANYWHERE (~(phys_addr_t)0)
#define MEMBLOCK_ALLOC_ACCESSIBLE 0
#define MEMBLOCK_ALLOC_NOLEAKTRACE 1
#define MEMBLOCK_LOW_LIMIT 0
#define ARCH_LOW_ADDRESS_LIMIT 0xffffffffUL
#define HASH_EARLY 0x00000001
#define HASH_SMALL 0x00000002
#define HASH_ZERO 0x00000004
#define hashdist (0)
extern unsigned long long max_possible_pfn;
extern struct memblock memblock;
void memblock_discard(void);
void memblock_allow_resize(void);
int memblock_add_node(phys_addr_t base, phys_addr_t size, int nid, enum memblock_flags flags);
int memblock_add(phys_addr_t base, phys_addr_t size);
int memblock_remove(phys_addr_t base, phys_addr_t size);
int memblock_phys_free(phys_addr_t base, phys_addr_t size);
int memblock_reserve(phys_addr_t base, phys_addr_t size);
void memblock_trim_memory(phys_addr_t align);
unsigned long memblock_addrs_overlap(phys_addr_t base1, phys_addr_t size1, phys_addr_t base2,
                                     phys_addr_t size2);
bool memblock_overlaps_region(struct memblock_type* type, phys_addr_t base, phys_addr_t size);
int memblock_mark_hotplug(phys_addr_t base, phys_addr_t size);
int memblock_clear_hotplug(phys_addr_t base, phys_addr_t size);
int memblock_mark_mirror(phys_addr_t base, phys_addr_t size);
int memblock_mark_nomap(phys_addr_t base, phys_addr_t size);
int memblock_clear_nomap(phys_addr_t base, phys_addr_t size);
void memblock_free_all(void);
void memblock_free(void* ptr, size_t size);
void reset_node_managed_pages(pg_data_t* pgdat);
void reset_all_zones_managed_pages(void);
void __next_mem_range(u64* idx, int nid, enum memblock_flags flags, struct memblock_type* type_a,
                      struct memblock_type* type_b, phys_addr_t* out_start, phys_addr_t* out_end,
                      int* out_nid);
void __next_mem_range_rev(u64* idx, int nid, enum memblock_flags flags,
                          struct memblock_type* type_a, struct memblock_type* type_b,
                          phys_addr_t* out_start, phys_addr_t* out_end, int* out_nid);
void memblock_free_late(phys_addr_t base, phys_addr_t size);
int memblock_search_pfn_nid(unsigned long pfn, unsigned long* start_pfn, unsigned long* end_pfn);
void __next_mem_pfn_range(int* idx, int nid, unsigned long* out_start_pfn,
                          unsigned long* out_end_pfn, int* out_nid);
int memblock_set_node(phys_addr_t base, phys_addr_t size, struct memblock_type* type, int nid);
phys_addr_t memblock_phys_alloc_range(phys_addr_t size, phys_addr_t align, phys_addr_t start,
                                      phys_addr_t end);
phys_addr_t memblock_alloc_range_nid(phys_addr_t size, phys_addr_t align, phys_addr_t start,
                                     phys_addr_t end, int nid, bool exact_nid);
phys_addr_t memblock_phys_alloc_try_nid(phys_addr_t size, phys_addr_t align, int nid);
void* memblock_alloc_exact_nid_raw(phys_addr_t size, phys_addr_t align, phys_addr_t min_addr,
                                   phys_addr_t max_addr, int nid);
void* memblock_alloc_try_nid_raw(phys_addr_t size, phys_addr_t align, phys_addr_t min_addr,
                                 phys_addr_t max_addr, int nid);
void* memblock_alloc_try_nid(phys_addr_t size, phys_addr_t align, phys_addr_t min_addr,
                             phys_addr_t max_addr, int nid);
phys_addr_t memblock_phys_mem_size(void);
phys_addr_t memblock_reserved_size(void);
phys_addr_t memblock_start_of_DRAM(void);
phys_addr_t memblock_end_of_DRAM(void);
void memblock_enforce_memory_limit(phys_addr_t memory_limit);
void memblock_cap_memory_range(phys_addr_t base, phys_addr_t size);
void memblock_mem_limit_remove_map(phys_addr_t limit);
bool memblock_is_memory(phys_addr_t addr);
bool memblock_is_map_memory(phys_addr_t addr);
bool memblock_is_region_memory(phys_addr_t base, phys_addr_t size);
bool memblock_is_reserved(phys_addr_t addr);
bool memblock_is_region_reserved(phys_addr_t base, phys_addr_t size);
void memblock_dump_all(void);
void memblock_set_current_limit(phys_addr_t limit);
phys_addr_t memblock_get_current_limit(void);
void* alloc_large_system_hash(const char* tablename, unsigned long bucketsize,
                              unsigned long numentries, int scale, int flags,
                              unsigned int* _hash_shift, unsigned int* _hash_mask,
                              unsigned long low_limit, unsigned long high_limit);
void early_memtest(phys_addr_t start, phys_addr_t end);

static inline bool memblock_is_hotpluggable(struct memblock_region* m) {
  return m->flags & MEMBLOCK_HOTPLUG;
}
static inline bool memblock_is_mirror(struct memblock_region* m) {
  return m->flags & MEMBLOCK_MIRROR;
}
static inline bool memblock_is_nomap(struct memblock_region* m) {
  return m->flags & MEMBLOCK_NOMAP;
}
static inline bool memblock_is_driver_managed(struct memblock_region* m) {
  return m->flags & MEMBLOCK_DRIVER_MANAGED;
}
static inline void memblock_set_region_node(struct memblock_region* r, int nid) {}
static inline int memblock_get_region_node(const struct memblock_region* r) { return 0; }
static inline phys_addr_t memblock_phys_alloc(phys_addr_t size, phys_addr_t align) {
  return memblock_phys_alloc_range(size, align, 0, MEMBLOCK_ALLOC_ACCESSIBLE);
}
static inline void* memblock_alloc(phys_addr_t size, phys_addr_t align) {
  return memblock_alloc_try_nid(size, align, MEMBLOCK_LOW_LIMIT, MEMBLOCK_ALLOC_ACCESSIBLE,
                                NUMA_NO_NODE);
}
static inline void* memblock_alloc_raw(phys_addr_t size, phys_addr_t align) {
  return memblock_alloc_try_nid_raw(size, align, MEMBLOCK_LOW_LIMIT, MEMBLOCK_ALLOC_ACCESSIBLE,
                                    NUMA_NO_NODE);
}
static inline void* memblock_alloc_from(phys_addr_t size, phys_addr_t align, phys_addr_t min_addr) {
  return memblock_alloc_try_nid(size, align, min_addr, MEMBLOCK_ALLOC_ACCESSIBLE, NUMA_NO_NODE);
}
static inline void* memblock_alloc_low(phys_addr_t size, phys_addr_t align) {
  return memblock_alloc_try_nid(size, align, MEMBLOCK_LOW_LIMIT, ARCH_LOW_ADDRESS_LIMIT,
                                NUMA_NO_NODE);
}
static inline void* memblock_alloc_node(phys_addr_t size, phys_addr_t align, int nid) {
  return memblock_alloc_try_nid(size, align, MEMBLOCK_LOW_LIMIT, MEMBLOCK_ALLOC_ACCESSIBLE, nid);
}
static inline void memblock_set_bottom_up(bool enable) { memblock.bottom_up = enable; }
static inline bool memblock_bottom_up(void) { return memblock.bottom_up; }
// Frames that lie wholly in a region of memory, and those that one in use touches.
static inline unsigned long memblock_region_memory_base_pfn(const struct memblock_region* reg) {
  return PFN_UP(reg->base);
}
static inline unsigned long memblock_region_memory_end_pfn(const struct memblock_region* reg) {
  return PFN_DOWN(reg->base + reg->size);
}
static inline unsigned long memblock_region_reserved_base_pfn(const struct memblock_region* reg) {
  return PFN_DOWN(reg->base);
}
static inline unsigned long memblock_region_reserved_end_pfn(const struct memblock_region* reg) {
  return PFN_UP(reg->base + reg->size);
}
#define for_each_mem_region(region)                                                              \
  for (region = memblock.memory.regions; region < memblock.memory.regions + memblock.memory.cnt; \
       region++)
#define for_each_reserved_mem_region(region) \
  for (region = memblock.reserved.regions;   \
       region < memblock.reserved.regions + memblock.reserved.cnt; region++)
#define __for_each_mem_range(i, type_a, type_b, nid, flags, p_start, p_end, p_nid)     \
  for (i = 0, __next_mem_range(&i, nid, flags, type_a, type_b, p_start, p_end, p_nid); \
       i != (u64)ULLONG_MAX;                                                           \
       __next_mem_range(&i, nid, flags, type_a, type_b, p_start, p_end, p_nid))
#define __for_each_mem_range_rev(i, type_a, type_b, nid, flags, p_start, p_end, p_nid) \
  for (i = (u64)ULLONG_MAX,                                                            \
      __next_mem_range_rev(&i, nid, flags, type_a, type_b, p_start, p_end, p_nid);     \
       i != (u64)ULLONG_MAX;                                                           \
       __next_mem_range_rev(&i, nid, flags, type_a, type_b, p_start, p_end, p_nid))
#define for_each_mem_range(i, p_start, p_end)                   \
  __for_each_mem_range(i, &memblock.memory, NULL, NUMA_NO_NODE, \
                       MEMBLOCK_HOTPLUG | MEMBLOCK_DRIVER_MANAGED, p_start, p_end, NULL)
#define for_each_mem_range_rev(i, p_start, p_end)                   \
  __for_each_mem_range_rev(i, &memblock.memory, NULL, NUMA_NO_NODE, \
                           MEMBLOCK_HOTPLUG | MEMBLOCK_DRIVER_MANAGED, p_start, p_end, NULL)
#define for_each_reserved_mem_range(i, p_start, p_end)                                           \
  __for_each_mem_range(i, &memblock.reserved, NULL, NUMA_NO_NODE, MEMBLOCK_NONE, p_start, p_end, \
                       NULL)
#define for_each_free_mem_range(i, nid, flags, p_start, p_end, p_nid) \
  __for_each_mem_range(i, &memblock.memory, &memblock.reserved, nid, flags, p_start, p_end, p_nid)
#define for_each_free_mem_range_reverse(i, nid, flags, p_start, p_end, p_nid)                   \
  __for_each_mem_range_rev(i, &memblock.memory, &memblock.reserved, nid, flags, p_start, p_end, \
                           p_nid)
#define for_each_mem_pfn_range(i, nid, p_start, p_end, p_nid)                \
  for (i = -1, __next_mem_pfn_range(&i, nid, p_start, p_end, p_nid); i >= 0; \
       __next_mem_pfn_range(&i, nid, p_start, p_end, p_nid))

#endif
