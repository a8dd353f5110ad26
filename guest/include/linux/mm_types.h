// struct page, struct folio, struct vm_area_struct and struct mm_struct.
#ifndef _LINUX_MM_TYPES_H
#define _LINUX_MM_TYPES_H

#include <asm/pgtable_types.h>
#include <linux/atomic.h>
#include <linux/kobject_mm32.h>
#include <linux/list.h>
#include <linux/rbtree.h>
#include <linux/spinlock_types.h>
#include <linux/types.h>
#include <linux/version.h>

struct address_space;
struct dev_pagemap;
struct page_pool;
struct kmem_cache;
struct mm_struct;
struct file;
struct anon_vma;
struct vm_operations_struct;

typedef struct {
  unsigned long val;
} swp_entry_t;

// 40 bytes for every page frame. The members of a union are views of the same words; who owns the
// page decides which one is valid.
struct page {
  unsigned long flags;
  union {
    struct {
      union {
        struct list_head lru;
        struct list_head buddy_list;
        struct list_head pcp_list;
        struct list_head slab_list;
        struct {
          void* __filler;
          unsigned int mlock_count;
        };
      };
      union {
        struct address_space* mapping;
        struct kmem_cache* slab_cache;
      };
      union {
        pgoff_t index;
        void* freelist;
      };
      union {
        unsigned long private;
        unsigned long counters;
        spinlock_t ptl;
      };
    };
    struct {
      unsigned long compound_head;
      unsigned char compound_dtor;
      unsigned char compound_order;
      atomic_t compound_mapcount;
      atomic_t compound_pincount;
    };
    struct {
      unsigned long _compound_pad_1;
      unsigned long _compound_pad_2;
      struct list_head deferred_list;
    };
    struct {
      unsigned long _pt_pad_1;
      struct page* pmd_huge_pte;
      unsigned long _pt_pad_2;
      union {
        struct mm_struct* pt_mm;
        atomic_t pt_frag_refcount;
      };
    };
    struct {
      struct dev_pagemap* pgmap;
      void* zone_device_data;
    };
    struct {
      unsigned long pp_magic;
      struct page_pool* pp;
      unsigned long _pp_mapping_pad;
      unsigned long dma_addr;
    };
    struct rcu_head rcu_head;
  };
  union {
    atomic_t _mapcount;
    unsigned int page_type;
  };
  union {
    atomic_t _refcount;
    atomic_t _count;  // until 4.6
  };
  unsigned long memcg_data;
  unsigned long pad_mm32;
};
_Static_assert(sizeof(struct page) == 40, "struct page of 6.1 i386");
_Static_assert(offsetof(struct page, mapping) == 12, "");
_Static_assert(offsetof(struct page, private) == 20, "");
_Static_assert(offsetof(struct page, compound_mapcount) == 12, "");
_Static_assert(offsetof(struct page, _mapcount) == 24, "");
_Static_assert(offsetof(struct page, _refcount) == 28, "");

// A folio is a page that is no tail. What concerns the whole block lies in its first tail page.
struct folio {
  union {
    struct {
      unsigned long flags;
      struct list_head lru;
      struct address_space* mapping;
      pgoff_t index;
      void* private;
      atomic_t _mapcount;
      atomic_t _refcount;
      unsigned long memcg_data;
    };
    struct page page;
  };
  unsigned long _flags_1;
  unsigned long __head;
  unsigned char _folio_dtor;
  unsigned char _folio_order;
  atomic_t _total_mapcount;
  atomic_t _pincount;
  unsigned long _private_1;
};
_Static_assert(sizeof(struct folio) == 64, "struct folio of 6.1 i386");
_Static_assert(offsetof(struct folio, _flags_1) == 40, "");
_Static_assert(offsetof(struct folio, _folio_order) == 49, "");
_Static_assert(offsetof(struct folio, _total_mapcount) == 52, "");

// A stock of small pieces of a page. size: of the block that `va` points to.
#define PAGE_FRAG_CACHE_MAX_SIZE 0x8000UL
#define PAGE_FRAG_CACHE_MAX_ORDER 3
struct page_frag_cache {
  void* va;
  u16 offset;
  u16 size;
  unsigned int pagecnt_bias;
  bool pfmemalloc;
};
struct page_frag {
  struct page* page;
  u16 offset;
  u16 size;
};
#define page_private(page) ((page)->private)
#define set_page_private(page, v) ((page)->private = (v))
#define page_folio(p) ((struct folio*)compound_head(p))
#define folio_page(folio, n) (&(folio)->page + (n))

typedef unsigned long vm_flags_t;
typedef unsigned int vm_fault_t;

struct vm_area_struct {
  unsigned long vm_start;
  unsigned long vm_end;
  struct mm_struct* vm_mm;
  pgprot_t vm_page_prot;
  unsigned long vm_flags;
  struct {
    struct rb_node rb;
    unsigned long rb_subtree_last;
  } shared;
  struct list_head anon_vma_chain;
  struct anon_vma* anon_vma;
  const struct vm_operations_struct* vm_ops;
  unsigned long vm_pgoff;
  struct file* vm_file;
  void* vm_private_data;
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 1, 0)
  struct vm_area_struct *vm_next, *vm_prev;
#else
  unsigned long swap_readahead_mm32;
  unsigned long uffd_mm32;
#endif
};
_Static_assert(sizeof(struct vm_area_struct) == 68 + sizeof(pgprot_t),
               "struct vm_area_struct of 6.1 i386");
_Static_assert(offsetof(struct vm_area_struct, vm_ops) == 44 + sizeof(pgprot_t), "");
_Static_assert(offsetof(struct vm_area_struct, vm_private_data) == 56 + sizeof(pgprot_t), "");

extern struct mm_struct init_mm;

#include <linux/mm_struct_mm32.h>

struct anon_vma_name;
struct kref;
struct list_head;
struct lru_gen_mm_list;
struct mmu_gather;
struct rb_node;
struct userfaultfd_ctx;
struct vm_fault;
struct vm_region;
struct vm_special_mapping;
struct vm_userfaultfd_ctx;

#define AT_VECTOR_SIZE (2 * (AT_VECTOR_SIZE_ARCH + AT_VECTOR_SIZE_BASE + 1))
#define INIT_PASID 0
#define _struct_page_alignment __aligned(2 * sizeof(unsigned long))
#define STRUCT_PAGE_MAX_SHIFT (order_base_2(sizeof(struct page)))
#define MM_MT_FLAGS (MT_FLAGS_ALLOC_RANGE | MT_FLAGS_LOCK_EXTERN | MT_FLAGS_USE_RCU)
#define VM_FAULT_ERROR                                                     \
  (VM_FAULT_OOM | VM_FAULT_SIGBUS | VM_FAULT_SIGSEGV | VM_FAULT_HWPOISON | \
   VM_FAULT_HWPOISON_LARGE | VM_FAULT_FALLBACK)
struct vm_region {
  struct rb_node vm_rb;
  vm_flags_t vm_flags;
  unsigned long vm_start;
  unsigned long vm_end;
  unsigned long vm_top;
  unsigned long vm_pgoff;
  struct file* vm_file;
  int vm_usage;
  bool vm_icache_flushed : 1;
};
struct vm_userfaultfd_ctx {
  struct userfaultfd_ctx* ctx;
};
struct anon_vma_name {
  struct kref kref;
  char name[];
};
struct lru_gen_mm_list {
  struct list_head fifo;
  spinlock_t lock;
};
void lru_gen_add_mm(struct mm_struct* mm);
void lru_gen_del_mm(struct mm_struct* mm);
void lru_gen_migrate_mm(struct mm_struct* mm);
void tlb_gather_mmu(struct mmu_gather* tlb, struct mm_struct* mm);
void tlb_gather_mmu_fullmm(struct mmu_gather* tlb, struct mm_struct* mm);
void tlb_gather_mmu_vma(struct mmu_gather* tlb, struct vm_area_struct* vma);
void tlb_finish_mmu(struct mmu_gather* tlb);
struct vm_special_mapping {
  const char* name;
  struct page** pages;
  vm_fault_t (*fault)(const struct vm_special_mapping*, struct vm_area_struct*, struct vm_fault*);
  int (*mremap)(const struct vm_special_mapping*, struct vm_area_struct*);
};
enum tlb_flush_reason {
  TLB_FLUSH_ON_TASK_SWITCH,
  TLB_REMOTE_SHOOTDOWN,
  TLB_LOCAL_SHOOTDOWN,
  TLB_LOCAL_MM_SHOOTDOWN,
  TLB_REMOTE_SEND_IPI,
  NR_TLB_FLUSH_REASONS
};
enum fault_flag {
  FAULT_FLAG_WRITE = 1,
  FAULT_FLAG_MKWRITE,
  FAULT_FLAG_ALLOW_RETRY = 4,
  FAULT_FLAG_RETRY_NOWAIT = 8,
  FAULT_FLAG_KILLABLE = 0x10,
  FAULT_FLAG_TRIED = 0x20,
  FAULT_FLAG_USER = 0x40,
  FAULT_FLAG_REMOTE = 0x80,
  FAULT_FLAG_INSTRUCTION = 0x100,
  FAULT_FLAG_INTERRUPTIBLE = 0x200,
  FAULT_FLAG_UNSHARE = 0x400,
  FAULT_FLAG_ORIG_PTE_VALID = 0x800
};
typedef unsigned int zap_flags_t;

#define NULL_VM_UFFD_CTX ((struct vm_userfaultfd_ctx){})
static inline void* folio_get_private(struct folio* folio) { return folio->private; }
static inline unsigned long folio_get_private_1(struct folio* folio) { return folio->_private_1; }
static inline void folio_set_private_1(struct folio* folio, unsigned long private) {
  folio->_private_1 = private;
}
// The CPUs that have used the address space; the bits follow struct mm_struct.
static inline cpumask_t* mm_cpumask(struct mm_struct* mm) { return (cpumask_t*)&mm->cpu_bitmap; }
static inline void mm_init_cpumask(struct mm_struct* mm) { cpumask_clear(mm_cpumask(mm)); }

#endif
