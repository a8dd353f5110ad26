// Dynamic per-CPU memory.
#ifndef _LINUX_PERCPU_H
#define _LINUX_PERCPU_H

#include <linux/percpu-defs.h>
#include <linux/smp.h>
#include <linux/types.h>

void __percpu* __alloc_percpu(size_t size, size_t align);
void __percpu* __alloc_percpu_gfp(size_t size, size_t align, gfp_t gfp);
void free_percpu(void __percpu* pdata);
#define alloc_percpu(type) ((typeof(type) __percpu*)__alloc_percpu(sizeof(type), __alignof__(type)))
#define alloc_percpu_gfp(type, gfp) \
  ((typeof(type) __percpu*)__alloc_percpu_gfp(sizeof(type), __alignof__(type), gfp))

struct pcpu_alloc_info;
struct pcpu_group_info;

#define PERCPU_MODULE_RESERVE (8 << 10)
#define PCPU_MIN_UNIT_SIZE PFN_ALIGN(32 << 10)
#define PCPU_MIN_ALLOC_SHIFT 2
#define PCPU_MIN_ALLOC_SIZE (1 << PCPU_MIN_ALLOC_SHIFT)
#define PCPU_BITMAP_BLOCK_SIZE PAGE_SIZE
#define PCPU_BITMAP_BLOCK_BITS (PCPU_BITMAP_BLOCK_SIZE >> PCPU_MIN_ALLOC_SHIFT)
#define PERCPU_DYNAMIC_EARLY_SLOTS 128
#define PERCPU_DYNAMIC_EARLY_SIZE (12 << 10)
#define PERCPU_DYNAMIC_RESERVE (20 << 10)
extern void* pcpu_base_addr;
extern const unsigned long* pcpu_unit_offsets;
struct pcpu_group_info {
  int nr_units;
  unsigned long base_offset;
  unsigned int* cpu_map;
};
struct pcpu_alloc_info {
  size_t static_size;
  size_t reserved_size;
  size_t dyn_size;
  size_t unit_size;
  size_t atom_size;
  size_t alloc_size;
  size_t __ai_size;
  int nr_groups;
  struct pcpu_group_info groups[];
};
enum pcpu_fc { PCPU_FC_AUTO, PCPU_FC_EMBED, PCPU_FC_PAGE, PCPU_FC_NR };
extern const char* const pcpu_fc_names[3];
extern enum pcpu_fc pcpu_chosen_fc;
typedef int pcpu_fc_cpu_to_node_fn_t(int);
typedef int pcpu_fc_cpu_distance_fn_t(unsigned int, unsigned int);
struct pcpu_alloc_info* pcpu_alloc_alloc_info(int nr_groups, int nr_units);
void pcpu_free_alloc_info(struct pcpu_alloc_info* ai);
void pcpu_setup_first_chunk(const struct pcpu_alloc_info* ai, void* base_addr);
int pcpu_embed_first_chunk(size_t reserved_size, size_t dyn_size, size_t atom_size,
                           pcpu_fc_cpu_distance_fn_t cpu_distance_fn,
                           pcpu_fc_cpu_to_node_fn_t cpu_to_nd_fn);
void pcpu_populate_pte(unsigned long addr);
int pcpu_page_first_chunk(size_t reserved_size, pcpu_fc_cpu_to_node_fn_t cpu_to_nd_fn);
void* __alloc_reserved_percpu(size_t size, size_t align);
bool __is_kernel_percpu_address(unsigned long addr, unsigned long* can_addr);
bool is_kernel_percpu_address(unsigned long addr);
phys_addr_t per_cpu_ptr_to_phys(void* addr);
unsigned long pcpu_nr_pages(void);

#include <linux/cleanup.h>

DEFINE_FREE(free_percpu, void __percpu*, free_percpu(_T))

#endif
