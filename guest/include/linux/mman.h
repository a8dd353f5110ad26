// Flags of mappings.
#ifndef _LINUX_MMAN_H
#define _LINUX_MMAN_H

#include <linux/atomic.h>
#include <linux/fs.h>
#include <linux/mm.h>
#include <linux/percpu_counter.h>
#include <uapi/linux/mman.h>

unsigned long vm_memory_committed(void);

extern int sysctl_overcommit_memory;
extern int sysctl_overcommit_ratio;

struct percpu_counter;

#define MAP_HUGE_SHIFT HUGETLB_FLAG_ENCODE_SHIFT
#define MAP_HUGE_MASK HUGETLB_FLAG_ENCODE_MASK
#define MAP_HUGE_16KB HUGETLB_FLAG_ENCODE_16KB
#define MAP_HUGE_64KB HUGETLB_FLAG_ENCODE_64KB
#define MAP_HUGE_512KB HUGETLB_FLAG_ENCODE_512KB
#define MAP_HUGE_1MB HUGETLB_FLAG_ENCODE_1MB
#define MAP_HUGE_2MB HUGETLB_FLAG_ENCODE_2MB
#define MAP_HUGE_8MB HUGETLB_FLAG_ENCODE_8MB
#define MAP_HUGE_16MB HUGETLB_FLAG_ENCODE_16MB
#define MAP_HUGE_32MB HUGETLB_FLAG_ENCODE_32MB
#define MAP_HUGE_256MB HUGETLB_FLAG_ENCODE_256MB
#define MAP_HUGE_512MB HUGETLB_FLAG_ENCODE_512MB
#define MAP_HUGE_1GB HUGETLB_FLAG_ENCODE_1GB
#define MAP_HUGE_2GB HUGETLB_FLAG_ENCODE_2GB
#define MAP_HUGE_16GB HUGETLB_FLAG_ENCODE_16GB
extern struct percpu_counter vm_committed_as;
extern s32 vm_committed_as_batch;
void mm_compute_batch(int overcommit_policy);
unsigned long vm_commit_limit(void);

// Inline in Linux.
struct file;

extern struct percpu_counter vm_committed_as;
extern s32 vm_committed_as_batch;
static inline void vm_acct_memory(long pages) {
  percpu_counter_add_batch(&vm_committed_as, pages, vm_committed_as_batch);
}
static inline void vm_unacct_memory(long pages) { vm_acct_memory(-pages); }
static inline bool arch_validate_prot(unsigned long prot, unsigned long addr) {
  return !(prot & ~(PROT_READ | PROT_WRITE | PROT_EXEC | PROT_SEM));
}
static inline bool arch_validate_flags(unsigned long flags) { return true; }
static inline unsigned long calc_vm_prot_bits(unsigned long prot, unsigned long pkey) {
  return (prot & PROT_READ ? VM_READ : 0) | (prot & PROT_WRITE ? VM_WRITE : 0) |
         (prot & PROT_EXEC ? VM_EXEC : 0);
}
static inline unsigned long calc_vm_flag_bits(struct file* file, unsigned long flags) {
  return (flags & MAP_GROWSDOWN ? VM_GROWSDOWN : 0) | (flags & MAP_LOCKED ? VM_LOCKED : 0) |
         (flags & MAP_SYNC ? VM_SYNC : 0);
}

#endif
