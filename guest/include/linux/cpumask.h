// Sets of CPUs: a word each, for the 32 CPUs that the kernel could have.
#ifndef _LINUX_CPUMASK_H
#define _LINUX_CPUMASK_H

#include <linux/bitmap.h>
#include <linux/bitops.h>
#include <linux/kernel.h>
#include <linux/smp.h>

typedef struct cpumask {
  unsigned long bits[1];
} cpumask_t;
typedef struct cpumask cpumask_var_t[1];

extern struct cpumask __cpu_possible_mask, __cpu_online_mask, __cpu_present_mask, __cpu_active_mask;
extern const unsigned long cpu_all_bits[1];
#define cpu_possible_mask ((const struct cpumask*)&__cpu_possible_mask)
#define cpu_online_mask ((const struct cpumask*)&__cpu_online_mask)
#define cpu_present_mask ((const struct cpumask*)&__cpu_present_mask)
#define cpu_active_mask ((const struct cpumask*)&__cpu_active_mask)
#define cpu_all_mask ((const struct cpumask*)cpu_all_bits)
#define cpu_online_map __cpu_online_mask
#define nr_cpumask_bits nr_cpu_ids
#define cpumask_bits(maskp) ((maskp)->bits)
#define cpumask_size() sizeof(long)
#define cpumask_pr_args(maskp) nr_cpu_ids, cpumask_bits(maskp)
#define CPU_BITS_NONE \
  { 0 }
#define CPU_MASK_NONE \
  {                   \
    { 0 }             \
  }
#define CPU_MASK_ALL \
  {                  \
    { ~0UL }         \
  }

#define cpumask_set_cpu(cpu, dst) set_bit(cpu, cpumask_bits(dst))
#define cpumask_clear_cpu(cpu, dst) clear_bit(cpu, cpumask_bits(dst))
#define cpumask_test_cpu(cpu, mask) test_bit(cpu, cpumask_bits(mask))
#define cpumask_test_and_set_cpu(cpu, mask) test_and_set_bit(cpu, cpumask_bits(mask))
#define cpumask_test_and_clear_cpu(cpu, mask) test_and_clear_bit(cpu, cpumask_bits(mask))
// A set has a word, but only the CPUs that the machine could have count.
static inline void cpumask_clear(struct cpumask* dst) { bitmap_zero(dst->bits, nr_cpumask_bits); }
static inline void cpumask_setall(struct cpumask* dst) { bitmap_fill(dst->bits, nr_cpumask_bits); }
static inline void cpumask_copy(struct cpumask* dst, const struct cpumask* src) {
  bitmap_copy(dst->bits, src->bits, nr_cpumask_bits);
}
static inline bool cpumask_and(struct cpumask* dst, const struct cpumask* a,
                               const struct cpumask* b) {
  return bitmap_and(dst->bits, a->bits, b->bits, nr_cpumask_bits);
}
static inline void cpumask_or(struct cpumask* dst, const struct cpumask* a,
                              const struct cpumask* b) {
  bitmap_or(dst->bits, a->bits, b->bits, nr_cpumask_bits);
}
static inline bool cpumask_andnot(struct cpumask* dst, const struct cpumask* a,
                                  const struct cpumask* b) {
  return bitmap_andnot(dst->bits, a->bits, b->bits, nr_cpumask_bits);
}
static inline bool cpumask_equal(const struct cpumask* a, const struct cpumask* b) {
  return bitmap_equal(a->bits, b->bits, nr_cpumask_bits);
}
static inline bool cpumask_empty(const struct cpumask* mask) {
  return bitmap_empty(mask->bits, nr_cpumask_bits);
}
static inline bool cpumask_subset(const struct cpumask* a, const struct cpumask* b) {
  return bitmap_subset(a->bits, b->bits, nr_cpumask_bits);
}
static inline unsigned int cpumask_weight(const struct cpumask* mask) {
  return bitmap_weight(mask->bits, nr_cpumask_bits);
}
static inline unsigned int cpumask_first(const struct cpumask* mask) {
  return find_first_bit(mask->bits, nr_cpumask_bits);
}
static inline unsigned int cpumask_next(int n, const struct cpumask* mask) {
  return find_next_bit(mask->bits, nr_cpumask_bits, n + 1);
}
static inline const struct cpumask* get_cpu_mask(unsigned int cpu) {
  extern const unsigned long cpu_bit_bitmap[33][1];
  return (const struct cpumask*)cpu_bit_bitmap[1 + cpu % 32];
}
#define cpumask_of(cpu) get_cpu_mask(cpu)
#define cpumask_of_node(node) ((void)(node), cpu_online_mask)
#define for_each_cpu(cpu, mask) \
  for ((cpu) = -1; (cpu) = cpumask_next((cpu), (mask)), (cpu) < nr_cpumask_bits;)
static inline bool alloc_cpumask_var(cpumask_var_t* mask, gfp_t flags) { return true; }
static inline bool zalloc_cpumask_var(cpumask_var_t* mask, gfp_t flags) {
  cpumask_clear(*mask);
  return true;
}
static inline void free_cpumask_var(cpumask_var_t mask) {}

#define cpu_dying_mask ((const struct cpumask*)&__cpu_dying_mask)
#define cpu_none_mask to_cpumask(cpu_bit_bitmap[0])
extern struct cpumask __cpu_dying_mask;
extern atomic_t __num_online_cpus;
extern cpumask_t cpus_booted_once_mask;
unsigned int cpumask_local_spread(unsigned int i, int node);
unsigned int cpumask_any_and_distribute(const struct cpumask* src1p, const struct cpumask* src2p);
unsigned int cpumask_any_distribute(const struct cpumask* srcp);
unsigned int cpumask_next_wrap(int n, const struct cpumask* mask, int start, bool wrap);
void init_cpu_present(const struct cpumask* src);
void init_cpu_possible(const struct cpumask* src);
void init_cpu_online(const struct cpumask* src);
void set_cpu_online(unsigned int cpu, bool online);
extern const unsigned long cpu_bit_bitmap[33][1];

#include <linux/cpumask_api_mm32.h>

#include <linux/old_cpumask_mm32.h>

#endif
