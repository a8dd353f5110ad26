// struct mm_struct, the address space of a process; part of <linux/mm_types.h>.
#ifndef _LINUX_MM_STRUCT_MM32_H
#define _LINUX_MM_STRUCT_MM32_H

#include <asm/mmu.h>
#include <asm/pgtable_types.h>
#include <linux/atomic.h>
#include <linux/completion.h>
#include <linux/maple_tree.h>
#include <linux/mm_types_task.h>
#include <linux/rwsem.h>
#include <linux/seqlock.h>
#include <linux/spinlock_types.h>
#include <linux/types.h>
#include <linux/version.h>
#include <linux/workqueue.h>

struct file;
struct kioctx_table;
struct linux_binfmt;
struct mem_cgroup;
struct mmu_notifier_subscriptions;
struct task_struct;
struct user_namespace;
struct xol_area;

struct uprobes_state {
  struct xol_area* xol_area;
};
_Static_assert(sizeof(struct uprobes_state) == 4, "struct uprobes_state of 6.1 i386");
struct mm_struct {
  struct {
    struct maple_tree mm_mt;
    unsigned long (*get_unmapped_area)(struct file*, unsigned long, unsigned long, unsigned long,
                                       unsigned long);
    unsigned long mmap_base;
    unsigned long mmap_legacy_base;
    unsigned long task_size;
    pgd_t* pgd;
    atomic_t membarrier_state;
    atomic_t mm_users;
    atomic_t mm_count;
    atomic_long_t pgtables_bytes;
    int map_count;
    spinlock_t page_table_lock;
    struct rw_semaphore mmap_lock;
    struct list_head mmlist;
    unsigned long hiwater_rss;
    unsigned long hiwater_vm;
    unsigned long total_vm;
    unsigned long locked_vm;
    atomic64_t pinned_vm;
    unsigned long data_vm;
    unsigned long exec_vm;
    unsigned long stack_vm;
    unsigned long def_flags;
    seqcount_t write_protect_seq;
    spinlock_t arg_lock;
    unsigned long start_code;
    unsigned long end_code;
    unsigned long start_data;
    unsigned long end_data;
    unsigned long start_brk;
    unsigned long brk;
    unsigned long start_stack;
    unsigned long arg_start;
    unsigned long arg_end;
    unsigned long env_start;
    unsigned long env_end;
    unsigned long saved_auxv[48];
    struct mm_rss_stat rss_stat;
    struct linux_binfmt* binfmt;
    mm_context_t context;
    unsigned long flags;
    spinlock_t ioctx_lock;
    struct kioctx_table* ioctx_table;
    struct task_struct* owner;
    struct user_namespace* user_ns;
    struct file* exe_file;
    struct mmu_notifier_subscriptions* notifier_subscriptions;
#ifndef CONFIG_X86_PAE
    pgtable_t pmd_huge_pte;
#endif
    atomic_t tlb_flush_pending;
    atomic_t tlb_flush_batched;
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 1, 0)
    // Until 6.1 the areas were a list, too. Its head is where nobody has any breakpoints.
    union {
      struct uprobes_state uprobes_state;
      struct vm_area_struct* mmap;
    };
#else
    struct uprobes_state uprobes_state;
#endif
    atomic_long_t hugetlb_usage;
    struct __mm32_work async_put_work;
    unsigned long ksm_merging_pages;
    unsigned long ksm_rmap_items;
    struct {
      struct list_head list;
      unsigned long bitmap;
      struct mem_cgroup* memcg;
    } lru_gen;
  };
  unsigned long cpu_bitmap[];
};

#endif
