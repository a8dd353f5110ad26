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
#define nr_cpumask_bits ((unsigned int)NR_CPUS)
#define cpumask_bits(maskp) ((maskp)->bits)
#define cpumask_size() sizeof(long)
#define cpumask_pr_args(maskp) 32, cpumask_bits(maskp)
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
static inline void cpumask_clear(struct cpumask* dst) { dst->bits[0] = 0; }
static inline void cpumask_setall(struct cpumask* dst) { dst->bits[0] = ~0UL; }
static inline void cpumask_copy(struct cpumask* dst, const struct cpumask* src) { *dst = *src; }
static inline bool cpumask_and(struct cpumask* dst, const struct cpumask* a,
                               const struct cpumask* b) {
  return (dst->bits[0] = a->bits[0] & b->bits[0]) != 0;
}
static inline void cpumask_or(struct cpumask* dst, const struct cpumask* a,
                              const struct cpumask* b) {
  dst->bits[0] = a->bits[0] | b->bits[0];
}
static inline bool cpumask_andnot(struct cpumask* dst, const struct cpumask* a,
                                  const struct cpumask* b) {
  return (dst->bits[0] = a->bits[0] & ~b->bits[0]) != 0;
}
static inline bool cpumask_equal(const struct cpumask* a, const struct cpumask* b) {
  return a->bits[0] == b->bits[0];
}
static inline bool cpumask_empty(const struct cpumask* mask) { return mask->bits[0] == 0; }
static inline bool cpumask_subset(const struct cpumask* a, const struct cpumask* b) {
  return (a->bits[0] & ~b->bits[0]) == 0;
}
static inline unsigned int cpumask_weight(const struct cpumask* mask) {
  return hweight32(mask->bits[0]);
}
static inline unsigned int cpumask_first(const struct cpumask* mask) {
  return find_first_bit(mask->bits, NR_CPUS);
}
static inline unsigned int cpumask_next(int n, const struct cpumask* mask) {
  return find_next_bit(mask->bits, NR_CPUS, n + 1);
}
static inline const struct cpumask* get_cpu_mask(unsigned int cpu) {
  extern const unsigned long cpu_bit_bitmap[33][1];
  return (const struct cpumask*)cpu_bit_bitmap[1 + cpu % 32];
}
#define cpumask_of(cpu) get_cpu_mask(cpu)
#define cpumask_of_node(node) ((void)(node), cpu_online_mask)
#define for_each_cpu(cpu, mask) \
  for ((cpu) = -1; (cpu) = cpumask_next((cpu), (mask)), (cpu) < NR_CPUS;)
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

static __always_inline unsigned int cpumask_check(unsigned int cpu) { return cpu; }
static inline int __check_is_bitmap(const unsigned long* bitmap) { return 1; }
#define to_cpumask(bitmap) \
  ((struct cpumask*)(1 ? (bitmap) : (void*)sizeof(__check_is_bitmap(bitmap))))
#define CPU_BITS_ALL \
  { ~0UL }
#define CPU_BITS_CPU0 \
  { 1UL }
#define CPU_MASK_CPU0 \
  {                   \
    { 1UL }           \
  }
#define CPUMAP_FILE_MAX_BYTES \
  (((NR_CPUS * 9) / 32 > PAGE_SIZE) ? (NR_CPUS * 9) / 32 - 1 : PAGE_SIZE)
#define CPULIST_FILE_MAX_BYTES (((NR_CPUS * 7) / 2 > PAGE_SIZE) ? (NR_CPUS * 7) / 2 : PAGE_SIZE)
static __always_inline void __cpumask_set_cpu(unsigned int cpu, struct cpumask* dst) {
  __set_bit(cpu, dst->bits);
}
static __always_inline void __cpumask_clear_cpu(int cpu, struct cpumask* dst) {
  __clear_bit(cpu, dst->bits);
}
static inline unsigned int cpumask_first_zero(const struct cpumask* mask) {
  return find_first_zero_bit(mask->bits, NR_CPUS);
}
static inline unsigned int cpumask_first_and(const struct cpumask* a, const struct cpumask* b) {
  return find_first_and_bit(a->bits, b->bits, NR_CPUS);
}
static inline unsigned int cpumask_last(const struct cpumask* mask) {
  return find_last_bit(mask->bits, NR_CPUS);
}
static inline unsigned int cpumask_next_zero(int n, const struct cpumask* mask) {
  return find_next_zero_bit(mask->bits, NR_CPUS, n + 1);
}
static inline unsigned int cpumask_next_and(int n, const struct cpumask* a,
                                            const struct cpumask* b) {
  return find_next_and_bit(a->bits, b->bits, NR_CPUS, n + 1);
}
static inline unsigned int cpumask_nth(unsigned int cpu, const struct cpumask* mask) {
  return find_nth_bit(mask->bits, NR_CPUS, cpu);
}
static inline unsigned int cpumask_nth_and(unsigned int cpu, const struct cpumask* a,
                                           const struct cpumask* b) {
  return find_nth_and_bit(a->bits, b->bits, NR_CPUS, cpu);
}
static inline unsigned int cpumask_nth_andnot(unsigned int cpu, const struct cpumask* a,
                                              const struct cpumask* b) {
  return find_nth_andnot_bit(a->bits, b->bits, NR_CPUS, cpu);
}
static inline unsigned int cpumask_any_but(const struct cpumask* mask, unsigned int cpu) {
  unsigned int i = cpumask_first(mask);
  return i == cpu ? cpumask_next(i, mask) : i;
}
#define cpumask_any(srcp) cpumask_first(srcp)
#define cpumask_any_and(mask1, mask2) cpumask_first_and((mask1), (mask2))
#define for_each_cpu_not(cpu, mask) \
  for ((cpu) = -1; (cpu) = cpumask_next_zero((cpu), (mask)), (cpu) < NR_CPUS;)
#define for_each_cpu_and(cpu, mask1, mask2) \
  for ((cpu) = -1; (cpu) = cpumask_next_and((cpu), (mask1), (mask2)), (cpu) < NR_CPUS;)
#define for_each_cpu_andnot(cpu, mask1, mask2) \
  for_each_andnot_bit(cpu, cpumask_bits(mask1), cpumask_bits(mask2), NR_CPUS)
#define for_each_cpu_wrap(cpu, mask, start) \
  for_each_set_bit_wrap(cpu, cpumask_bits(mask), NR_CPUS, start)
static inline void cpumask_xor(struct cpumask* dst, const struct cpumask* a,
                               const struct cpumask* b) {
  dst->bits[0] = a->bits[0] ^ b->bits[0];
}
static inline void cpumask_complement(struct cpumask* dst, const struct cpumask* src) {
  dst->bits[0] = ~src->bits[0];
}
static inline bool cpumask_or_equal(const struct cpumask* a, const struct cpumask* b,
                                    const struct cpumask* both) {
  return (a->bits[0] | b->bits[0]) == both->bits[0];
}
static inline bool cpumask_intersects(const struct cpumask* a, const struct cpumask* b) {
  return (a->bits[0] & b->bits[0]) != 0;
}
static inline bool cpumask_full(const struct cpumask* mask) { return mask->bits[0] == ~0UL; }
static inline unsigned int cpumask_weight_and(const struct cpumask* a, const struct cpumask* b) {
  return hweight32(a->bits[0] & b->bits[0]);
}
static inline void cpumask_shift_right(struct cpumask* dst, const struct cpumask* src, int n) {
  bitmap_shift_right(dst->bits, src->bits, n, NR_CPUS);
}
static inline void cpumask_shift_left(struct cpumask* dst, const struct cpumask* src, int n) {
  bitmap_shift_left(dst->bits, src->bits, n, NR_CPUS);
}
static inline int cpumask_parse(const char* buf, struct cpumask* dst) {
  return bitmap_parse(buf, UINT_MAX, dst->bits, NR_CPUS);
}
static inline int cpulist_parse(const char* buf, struct cpumask* dst) {
  return bitmap_parselist(buf, dst->bits, NR_CPUS);
}
int bitmap_parse_user(const char __user* ubuf, unsigned int ulen, unsigned long* dst, int nbits);
int bitmap_parselist_user(const char __user* ubuf, unsigned int ulen, unsigned long* dst,
                          int nbits);
static inline int cpumask_parse_user(const char __user* buf, int len, struct cpumask* dst) {
  return bitmap_parse_user(buf, len, dst->bits, NR_CPUS);
}
static inline int cpumask_parselist_user(const char __user* buf, int len, struct cpumask* dst) {
  return bitmap_parselist_user(buf, len, dst->bits, NR_CPUS);
}
static inline ssize_t cpumap_print_to_pagebuf(bool list, char* buf, const struct cpumask* mask) {
  return bitmap_print_to_pagebuf(list, buf, mask->bits, nr_cpu_ids);
}
static inline ssize_t cpumap_print_bitmask_to_buf(char* buf, const struct cpumask* mask, loff_t off,
                                                  size_t count) {
  return bitmap_print_bitmask_to_buf(buf, mask->bits, nr_cpu_ids, off, count) - 1;
}
static inline ssize_t cpumap_print_list_to_buf(char* buf, const struct cpumask* mask, loff_t off,
                                               size_t count) {
  return bitmap_print_list_to_buf(buf, mask->bits, nr_cpu_ids, off, count) - 1;
}
static inline bool alloc_cpumask_var_node(cpumask_var_t* mask, gfp_t flags, int node) {
  return true;
}
static inline bool zalloc_cpumask_var_node(cpumask_var_t* mask, gfp_t flags, int node) {
  cpumask_clear(*mask);
  return true;
}
static inline bool cpumask_available(cpumask_var_t mask) { return true; }
#define this_cpu_cpumask_var_ptr(x) this_cpu_ptr(x)
static inline bool cpu_active(unsigned int cpu) { return cpumask_test_cpu(cpu, cpu_active_mask); }
static inline bool cpu_dying(unsigned int cpu) { return cpumask_test_cpu(cpu, cpu_dying_mask); }
#define cpu_is_offline(cpu) unlikely(!cpu_online(cpu))

#endif
