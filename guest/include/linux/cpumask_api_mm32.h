// More of <linux/cpumask.h>: searches in two sets, shifts, texts.
#include <linux/cpumask.h>
#ifndef _LINUX_CPUMASK_API_MM32_H
#define _LINUX_CPUMASK_API_MM32_H

#include <linux/find.h>

#define CPU_BITS_ALL \
  { ~0UL }
#define CPU_BITS_CPU0 \
  { 1UL }
#define CPU_MASK_CPU0 \
  {                   \
    { 1UL }           \
  }
#define CPUMAP_FILE_MAX_BYTES (NR_CPUS * 9 / 32 > PAGE_SIZE ? NR_CPUS * 9 / 32 - 1 : PAGE_SIZE)
#define CPULIST_FILE_MAX_BYTES (NR_CPUS * 7 / 2 > PAGE_SIZE ? NR_CPUS * 7 / 2 : PAGE_SIZE)

// A bitmap of NR_CPUS bits as a set of CPUs.
#define to_cpumask(bitmap) ((struct cpumask*)(1 ? (bitmap) : (void*)sizeof(*(bitmap) = 0)))
#define cpu_active(cpu) cpumask_test_cpu(cpu, cpu_active_mask)
#define cpu_dying(cpu) cpumask_test_cpu(cpu, cpu_dying_mask)
#define cpu_is_offline(cpu) unlikely(!cpu_online(cpu))
static __always_inline unsigned int cpumask_check(unsigned int cpu) { return cpu; }
static inline bool cpumask_available(cpumask_var_t mask) { return true; }
static inline bool alloc_cpumask_var_node(cpumask_var_t* mask, gfp_t flags, int node) {
  return true;
}
static inline bool zalloc_cpumask_var_node(cpumask_var_t* mask, gfp_t flags, int node) {
  return zalloc_cpumask_var(mask, flags);
}
static inline void alloc_bootmem_cpumask_var(cpumask_var_t* mask) {}
static inline void free_bootmem_cpumask_var(cpumask_var_t mask) {}
#define this_cpu_cpumask_var_ptr(x) this_cpu_ptr(x)
#define __cpumask_var_read_mostly __read_mostly
static inline void __cpumask_set_cpu(unsigned int cpu, struct cpumask* dst) {
  __set_bit(cpu, cpumask_bits(dst));
}
static inline void __cpumask_clear_cpu(int cpu, struct cpumask* dst) {
  __clear_bit(cpu, cpumask_bits(dst));
}

static inline void cpumask_complement(struct cpumask* dst, const struct cpumask* src) {
  bitmap_complement(dst->bits, src->bits, nr_cpumask_bits);
}
static inline void cpumask_xor(struct cpumask* dst, const struct cpumask* a,
                               const struct cpumask* b) {
  bitmap_xor(dst->bits, a->bits, b->bits, nr_cpumask_bits);
}
static inline bool cpumask_or_equal(const struct cpumask* a, const struct cpumask* b,
                                    const struct cpumask* both) {
  return (((a->bits[0] | b->bits[0]) ^ both->bits[0]) & BITMAP_LAST_WORD_MASK(nr_cpumask_bits)) ==
         0;
}
static inline bool cpumask_intersects(const struct cpumask* a, const struct cpumask* b) {
  return bitmap_intersects(a->bits, b->bits, nr_cpumask_bits);
}
static inline bool cpumask_full(const struct cpumask* mask) {
  return bitmap_full(mask->bits, nr_cpumask_bits);
}
static inline unsigned int cpumask_weight_and(const struct cpumask* a, const struct cpumask* b) {
  return bitmap_weight_and(a->bits, b->bits, nr_cpumask_bits);
}
static inline void cpumask_shift_left(struct cpumask* dst, const struct cpumask* src, int n) {
  bitmap_shift_left(dst->bits, src->bits, n, nr_cpumask_bits);
}
static inline void cpumask_shift_right(struct cpumask* dst, const struct cpumask* src, int n) {
  bitmap_shift_right(dst->bits, src->bits, n, nr_cpumask_bits);
}

// Searches return a number of nr_cpumask_bits or more when there is none.
static inline unsigned int cpumask_first_zero(const struct cpumask* mask) {
  return find_first_zero_bit(mask->bits, nr_cpumask_bits);
}
static inline unsigned int cpumask_first_and(const struct cpumask* a, const struct cpumask* b) {
  return find_first_and_bit(a->bits, b->bits, nr_cpumask_bits);
}
static inline unsigned int cpumask_last(const struct cpumask* mask) {
  return find_last_bit(mask->bits, nr_cpumask_bits);
}
static inline unsigned int cpumask_next_zero(int n, const struct cpumask* mask) {
  return find_next_zero_bit(mask->bits, nr_cpumask_bits, n + 1);
}
static inline unsigned int cpumask_next_and(int n, const struct cpumask* a,
                                            const struct cpumask* b) {
  return find_next_and_bit(a->bits, b->bits, nr_cpumask_bits, n + 1);
}
static inline unsigned int cpumask_nth(unsigned int n, const struct cpumask* mask) {
  return find_nth_bit(mask->bits, nr_cpumask_bits, n);
}
static inline unsigned int cpumask_nth_and(unsigned int n, const struct cpumask* a,
                                           const struct cpumask* b) {
  return find_nth_and_bit(a->bits, b->bits, nr_cpumask_bits, n);
}
static inline unsigned int cpumask_nth_andnot(unsigned int n, const struct cpumask* a,
                                              const struct cpumask* b) {
  return find_nth_andnot_bit(a->bits, b->bits, nr_cpumask_bits, n);
}
#define cpumask_any(mask) cpumask_first(mask)
#define cpumask_any_and(a, b) cpumask_first_and((a), (b))
static inline unsigned int cpumask_any_but(const struct cpumask* mask, unsigned int cpu) {
  unsigned int found = cpumask_first(mask);
  return found == cpu ? cpumask_next(found, mask) : found;
}
#define for_each_cpu_and(cpu, a, b) \
  for ((cpu) = -1; (cpu) = cpumask_next_and((cpu), (a), (b)), (cpu) < nr_cpumask_bits;)
#define for_each_cpu_andnot(cpu, a, b)                                                        \
  for ((cpu) = 0; (cpu) = find_next_andnot_bit((a)->bits, (b)->bits, nr_cpumask_bits, (cpu)), \
      (cpu) < nr_cpumask_bits;                                                                \
       (cpu)++)
#define for_each_cpu_not(cpu, mask) \
  for ((cpu) = -1; (cpu) = cpumask_next_zero((cpu), (mask)), (cpu) < nr_cpumask_bits;)
// Every CPU of the set, from `first` on and then round to it.
#define for_each_cpu_wrap(cpu, mask, first)                                                   \
  for ((cpu) = cpumask_next_wrap((first)-1, (mask), (first), false); (cpu) < nr_cpumask_bits; \
       (cpu) = cpumask_next_wrap((cpu), (mask), (first), true))

static inline int cpumask_parse(const char* buf, struct cpumask* dst) {
  return bitmap_parse(buf, UINT_MAX, dst->bits, nr_cpumask_bits);
}
static inline int cpulist_parse(const char* buf, struct cpumask* dst) {
  return bitmap_parselist(buf, dst->bits, nr_cpumask_bits);
}
static inline int cpumask_parse_user(const char __user* buf, int len, struct cpumask* dst) {
  return bitmap_parse_user(buf, len, dst->bits, nr_cpumask_bits);
}
static inline int cpumask_parselist_user(const char __user* buf, int len, struct cpumask* dst) {
  return bitmap_parselist_user(buf, len, dst->bits, nr_cpumask_bits);
}
// The sysfs texts speak of the CPUs that the machine could have.
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

#endif
