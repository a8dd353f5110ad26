// From pages to the mappings that show them.
#ifndef _LINUX_RMAP_H
#define _LINUX_RMAP_H

#include <linux/highmem.h>
#include <linux/list.h>
#include <linux/mm.h>
#include <linux/rbtree.h>
#include <linux/rwsem.h>
#include <linux/slab.h>
#include <linux/types.h>

struct anon_vma;
struct folio;
struct vm_area_struct;

enum ttu_flags {
  TTU_SPLIT_HUGE_PMD = 4,
  TTU_IGNORE_MLOCK = 8,
  TTU_SYNC = 16,
  TTU_HWPOISON = 32,
  TTU_BATCH_FLUSH = 64,
  TTU_RMAP_LOCKED = 128
};
struct anon_vma {
  struct anon_vma* root;
  struct rw_semaphore rwsem;
  atomic_t refcount;
  unsigned long num_children;
  unsigned long num_active_vmas;
  struct anon_vma* parent;
  struct rb_root_cached rb_root;
};
_Static_assert(sizeof(struct anon_vma) == 52, "struct anon_vma of 6.1 i386");
struct anon_vma_chain {
  struct vm_area_struct* vma;
  struct anon_vma* anon_vma;
  struct list_head same_vma;
  struct rb_node rb;
  unsigned long rb_subtree_last;
};
_Static_assert(sizeof(struct anon_vma_chain) == 32, "struct anon_vma_chain of 6.1 i386");

int folio_mkclean(struct folio*);

#endif
