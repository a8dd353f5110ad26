// Moving pages.
#ifndef _LINUX_MIGRATE_H
#define _LINUX_MIGRATE_H

#include <linux/hugetlb.h>
#include <linux/mempolicy.h>
#include <linux/migrate_mode.h>
#include <linux/mm.h>

enum migrate_reason {
  MR_COMPACTION = 0,
  MR_MEMORY_FAILURE = 1,
  MR_MEMORY_HOTPLUG = 2,
  MR_SYSCALL = 3,
  MR_MEMPOLICY_MBIND = 4,
  MR_NUMA_MISPLACED = 5,
  MR_CONTIG_RANGE = 6,
  MR_LONGTERM_PIN = 7,
  MR_DEMOTION = 8,
  MR_TYPES = 9
};

struct address_space;
struct folio;
struct list_head;
struct migrate_vma;
struct movable_operations;
struct page;
struct vm_area_struct;

#define MIGRATEPAGE_SUCCESS 0
#define MIGRATEPAGE_UNMAP 1
#define MIGRATE_PFN_VALID (1UL << 0)
#define MIGRATE_PFN_MIGRATE (1UL << 1)
#define MIGRATE_PFN_WRITE (1UL << 3)
#define MIGRATE_PFN_SHIFT 6
typedef struct page* new_page_t(struct page*, unsigned long);
typedef void free_page_t(struct page*, unsigned long);
struct movable_operations {
  bool (*isolate_page)(struct page*, isolate_mode_t);
  int (*migrate_page)(struct page*, struct page*, enum migrate_mode);
  void (*putback_page)(struct page*);
};
extern const char* migrate_reason_names[9];
void putback_movable_pages(struct list_head* l);
int migrate_folio_extra(struct address_space* mapping, struct folio* dst, struct folio* src,
                        enum migrate_mode mode, int extra_count);
int migrate_folio(struct address_space* mapping, struct folio* dst, struct folio* src,
                  enum migrate_mode mode);
int migrate_pages(struct list_head* l, new_page_t new, free_page_t free, unsigned long private,
                  enum migrate_mode mode, int reason, unsigned int* ret_succeeded);
struct page* alloc_migration_target(struct page* page, unsigned long private);
int isolate_movable_page(struct page* page, isolate_mode_t mode);
int migrate_huge_page_move_mapping(struct address_space* mapping, struct folio* dst,
                                   struct folio* src);
void migration_entry_wait_on_locked(swp_entry_t entry, pte_t* ptep, spinlock_t* ptl);
void folio_migrate_flags(struct folio* newfolio, struct folio* folio);
void folio_migrate_copy(struct folio* newfolio, struct folio* folio);
int folio_migrate_mapping(struct address_space* mapping, struct folio* newfolio,
                          struct folio* folio, int extra_count);
void __SetPageMovable(struct page* page, const struct movable_operations* ops);
void __ClearPageMovable(struct page* page);
enum migrate_vma_direction {
  MIGRATE_VMA_SELECT_SYSTEM = 1,
  MIGRATE_VMA_SELECT_DEVICE_PRIVATE,
  MIGRATE_VMA_SELECT_DEVICE_COHERENT = 4
};
struct migrate_vma {
  struct vm_area_struct* vma;
  unsigned long* dst;
  unsigned long* src;
  unsigned long cpages;
  unsigned long npages;
  unsigned long start;
  unsigned long end;
  void* pgmap_owner;
  unsigned long flags;
  struct page* fault_page;
};
int migrate_vma_setup(struct migrate_vma* args);
void migrate_vma_pages(struct migrate_vma* migrate);
void migrate_vma_finalize(struct migrate_vma* migrate);
int migrate_device_range(unsigned long* src_pfns, unsigned long start, unsigned long npages);
void migrate_device_pages(unsigned long* src_pfns, unsigned long* dst_pfns, unsigned long npages);
void migrate_device_finalize(unsigned long* src_pfns, unsigned long* dst_pfns,
                             unsigned long npages);

static inline bool folio_test_movable(struct folio* folio) { return PageMovable(&folio->page); }
static inline const struct movable_operations* page_movable_ops(struct page* page) {
  return (const struct movable_operations*)((unsigned long)page->mapping - PAGE_MAPPING_MOVABLE);
}
static inline int migrate_misplaced_page(struct page* page, struct vm_area_struct* vma, int node) {
  return -EAGAIN;
}
// A frame and its state in one word.
static inline struct page* migrate_pfn_to_page(unsigned long mpfn) {
  return mpfn & MIGRATE_PFN_VALID ? pfn_to_page(mpfn >> MIGRATE_PFN_SHIFT) : NULL;
}
static inline unsigned long migrate_pfn(unsigned long pfn) {
  return (pfn << MIGRATE_PFN_SHIFT) | MIGRATE_PFN_VALID;
}

#endif
