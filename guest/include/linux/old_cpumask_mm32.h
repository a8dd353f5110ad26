// Sets of CPUs as values, until 4.0, and the sets printed with functions of their own; part of
// <linux/cpumask.h>.
#include <linux/cpumask.h>
#ifndef _LINUX_OLD_CPUMASK_MM32_H
#define _LINUX_OLD_CPUMASK_MM32_H

#include <linux/version.h>

#if LINUX_VERSION_CODE < KERNEL_VERSION(4, 1, 0)
#define bitmap_scnprintf(buf, len, map, nbits) scnprintf(buf, len, "%*pb", (int)(nbits), map)
#define bitmap_scnlistprintf(buf, len, map, nbits) scnprintf(buf, len, "%*pbl", (int)(nbits), map)
#define cpumask_scnprintf(buf, len, mask) \
  scnprintf(buf, len, "%*pb", (int)nr_cpumask_bits, cpumask_bits(mask))
#define cpulist_scnprintf(buf, len, mask) \
  scnprintf(buf, len, "%*pbl", (int)nr_cpumask_bits, cpumask_bits(mask))
#define nodemask_scnprintf(buf, len, mask) scnprintf(buf, len, "%*pb", MAX_NUMNODES, (mask).bits)
#define nodelist_scnprintf(buf, len, mask) scnprintf(buf, len, "%*pbl", MAX_NUMNODES, (mask).bits)

#define cpu_set(cpu, dst) cpumask_set_cpu(cpu, &(dst))
#define cpu_clear(cpu, dst) cpumask_clear_cpu(cpu, &(dst))
#define cpus_setall(dst) cpumask_setall(&(dst))
#define cpus_clear(dst) cpumask_clear(&(dst))
#define cpu_isset(cpu, mask) cpumask_test_cpu(cpu, &(mask))
#define cpu_test_and_set(cpu, mask) cpumask_test_and_set_cpu(cpu, &(mask))
#define cpus_and(dst, a, b) cpumask_and(&(dst), &(a), &(b))
#define cpus_or(dst, a, b) cpumask_or(&(dst), &(a), &(b))
#define cpus_xor(dst, a, b) cpumask_xor(&(dst), &(a), &(b))
#define cpus_andnot(dst, a, b) cpumask_andnot(&(dst), &(a), &(b))
#define cpus_equal(a, b) cpumask_equal(&(a), &(b))
#define cpus_intersects(a, b) cpumask_intersects(&(a), &(b))
#define cpus_subset(a, b) cpumask_subset(&(a), &(b))
#define cpus_empty(mask) cpumask_empty(&(mask))
#define cpus_weight(mask) cpumask_weight(&(mask))
#define cpus_addr(mask) ((mask).bits)
#define first_cpu(mask) cpumask_first(&(mask))
#define next_cpu(cpu, mask) cpumask_next(cpu, &(mask))
#define any_online_cpu(mask) cpumask_any_and(&(mask), cpu_online_mask)
#define cpumask_of_cpu(cpu) (*get_cpu_mask(cpu))
#define for_each_cpu_mask(cpu, mask) for_each_cpu(cpu, &(mask))
#define for_each_cpu_mask_nr(cpu, mask) for_each_cpu(cpu, &(mask))
#define cpu_possible_map (*(struct cpumask*)cpu_possible_mask)
#define cpu_present_map (*(struct cpumask*)cpu_present_mask)
#endif

#endif
