// Pages of hugetlbfs.
#ifndef _LINUX_HUGETLB_H
#define _LINUX_HUGETLB_H

#include <asm/hugetlb.h>
#include <asm/tlbflush.h>
#include <linux/cgroup.h>
#include <linux/fs.h>
#include <linux/gfp.h>
#include <linux/huge_mm.h>
#include <linux/hugetlb_inline.h>
#include <linux/kref.h>
#include <linux/list.h>
#include <linux/mempolicy.h>
#include <linux/mm.h>
#include <linux/mm_types.h>
#include <linux/mmdebug.h>
#include <linux/page_ref.h>
#include <linux/pgtable.h>

struct vm_area_struct;

unsigned long vma_kernel_pagesize(struct vm_area_struct*);

#define HUGETLB_FLAG_ENCODE_SHIFT 26
static inline bool is_file_hugepages(struct file* file) { return false; }

struct address_space;
struct cftype;
struct cgroup_subsys_state;
struct ctl_table;
struct file;
struct file_operations;
struct file_region;
struct hstate;
struct huge_bootmem_page;
struct hugepage_subpool;
struct hugetlb_vma_lock;
struct hugetlbfs_inode_info;
struct hugetlbfs_sb_info;
struct inode;
struct kref;
struct list_head;
struct lock_class_key;
struct mm_struct;
struct mmu_gather;
struct mutex;
struct page;
struct page_counter;
struct resv_map;
struct rw_semaphore;
struct seq_file;
struct shared_policy;
struct vm_operations_struct;

#define HUGETLB_ANON_FILE "anon_hugepage"
#define HSTATE_NAME_LEN 32
#define default_hstate (hstates[default_hstate_idx])
typedef struct {
  unsigned long pd;
} hugepd_t;
enum {
  SUBPAGE_INDEX_SUBPOOL = 1,
  SUBPAGE_INDEX_CGROUP,
  SUBPAGE_INDEX_CGROUP_RSVD,
  __MAX_CGROUP_SUBPAGE_INDEX = 3,
  SUBPAGE_INDEX_HWPOISON,
  __NR_USED_SUBPAGE
};
struct hugepage_subpool {
  spinlock_t lock;
  long count;
  long max_hpages;
  long used_hpages;
  struct hstate* hstate;
  long min_hpages;
  long rsv_hpages;
};
struct resv_map {
  struct kref refs;
  spinlock_t lock;
  struct list_head regions;
  long adds_in_progress;
  struct list_head region_cache;
  long region_cache_count;
  struct rw_semaphore rw_sema;
  struct page_counter* reservation_counter;
  unsigned long pages_per_hpage;
  struct cgroup_subsys_state* css;
};
struct file_region {
  struct list_head link;
  long from;
  long to;
  struct page_counter* reservation_counter;
  struct cgroup_subsys_state* css;
};
struct hugetlb_vma_lock {
  struct kref refs;
  struct rw_semaphore rw_sema;
  struct vm_area_struct* vma;
};
struct resv_map* resv_map_alloc(void);
void resv_map_release(struct kref* ref);
extern spinlock_t hugetlb_lock;
extern int hugetlb_max_hstate;
struct hugepage_subpool* hugepage_new_subpool(struct hstate* h, long max_hpages, long min_hpages);
void hugepage_put_subpool(struct hugepage_subpool* spool);
void hugetlb_dup_vma_private(struct vm_area_struct* vma);
void clear_vma_resv_huge_pages(struct vm_area_struct* vma);
int hugetlb_sysctl_handler(struct ctl_table*, int, void*, size_t*, loff_t*);
int hugetlb_overcommit_handler(struct ctl_table*, int, void*, size_t*, loff_t*);
int hugetlb_treat_movable_handler(struct ctl_table*, int, void*, size_t*, loff_t*);
int hugetlb_mempolicy_sysctl_handler(struct ctl_table*, int, void*, size_t*, loff_t*);
int move_hugetlb_page_tables(struct vm_area_struct* vma, struct vm_area_struct* new_vma,
                             unsigned long old_addr, unsigned long new_addr, unsigned long len);
int copy_hugetlb_page_range(struct mm_struct*, struct mm_struct*, struct vm_area_struct*,
                            struct vm_area_struct*);
long follow_hugetlb_page(struct mm_struct*, struct vm_area_struct*, struct page**,
                         struct vm_area_struct**, unsigned long*, unsigned long*, long,
                         unsigned int, int*);
void unmap_hugepage_range(struct vm_area_struct*, unsigned long, unsigned long, struct page*,
                          zap_flags_t);
void __unmap_hugepage_range_final(struct mmu_gather* tlb, struct vm_area_struct* vma,
                                  unsigned long start, unsigned long end, struct page* ref_page,
                                  zap_flags_t zap_flags);
void hugetlb_report_meminfo(struct seq_file*);
int hugetlb_report_node_meminfo(char* buf, int len, int nid);
void hugetlb_show_meminfo_node(int nid);
unsigned long hugetlb_total_pages(void);
vm_fault_t hugetlb_fault(struct mm_struct* mm, struct vm_area_struct* vma, unsigned long address,
                         unsigned int flags);
bool hugetlb_reserve_pages(struct inode* inode, long from, long to, struct vm_area_struct* vma,
                           vm_flags_t vm_flags);
long hugetlb_unreserve_pages(struct inode* inode, long start, long end, long freed);
int folio_isolate_hugetlb(struct page* page, struct list_head* list);
int get_hwpoison_huge_page(struct page* page, bool* hugetlb);
void folio_putback_hugetlb(struct page* page);
void move_hugetlb_state(struct page* oldpage, struct page* newpage, int reason);
void free_huge_page(struct page* page);
void hugetlb_fix_reserve_counts(struct inode* inode);
extern struct mutex* hugetlb_fault_mutex_table;
u32 hugetlb_fault_mutex_hash(struct address_space* mapping, unsigned long idx);
pte_t* huge_pmd_share(struct mm_struct* mm, struct vm_area_struct* vma, unsigned long addr,
                      pud_t* pud);
struct address_space* hugetlb_page_mapping_lock_write(struct page* hpage);
extern int sysctl_hugetlb_shm_group;
extern struct list_head huge_boot_pages;
pte_t* huge_pte_alloc(struct mm_struct* mm, struct vm_area_struct* vma, unsigned long addr,
                      unsigned long sz);
pte_t* huge_pte_offset(struct mm_struct* mm, unsigned long addr, unsigned long sz);
unsigned long hugetlb_mask_last_page(struct hstate* h);
int huge_pmd_unshare(struct mmu_gather* tlb, struct vm_area_struct* vma, unsigned long addr,
                     pte_t* ptep);
void huge_pmd_unshare_flush(struct mmu_gather* tlb, struct vm_area_struct* vma);
void adjust_range_if_pmd_sharing_possible(struct vm_area_struct* vma, unsigned long* start,
                                          unsigned long* end);
struct page* follow_huge_addr(struct mm_struct* mm, unsigned long address, int write);
struct page* follow_huge_pd(struct vm_area_struct* vma, unsigned long address, hugepd_t hpd,
                            int flags, int pdshift);
struct page* follow_huge_pmd_pte(struct vm_area_struct* vma, unsigned long address, int flags);
struct page* follow_huge_pud(struct mm_struct* mm, unsigned long address, pud_t* pud, int flags);
struct page* follow_huge_pgd(struct mm_struct* mm, unsigned long address, pgd_t* pgd, int flags);
void hugetlb_vma_lock_read(struct vm_area_struct* vma);
void hugetlb_vma_unlock_read(struct vm_area_struct* vma);
void hugetlb_vma_lock_write(struct vm_area_struct* vma);
void hugetlb_vma_unlock_write(struct vm_area_struct* vma);
int hugetlb_vma_trylock_write(struct vm_area_struct* vma);
void hugetlb_vma_assert_locked(struct vm_area_struct* vma);
void hugetlb_vma_lock_release(struct kref* kref);
int pmd_huge(pmd_t pmd);
int pud_huge(pud_t pud);
long hugetlb_change_protection(struct vm_area_struct* vma, unsigned long address, unsigned long end,
                               pgprot_t newprot, unsigned long cp_flags);
bool is_hugetlb_entry_migration(pte_t pte);
void hugetlb_unshare_all_pmds(struct vm_area_struct* vma);
void hugetlb_split(struct vm_area_struct* vma, unsigned long addr);
enum { HUGETLB_SHMFS_INODE = 1, HUGETLB_ANONHUGE_INODE };
struct hugetlbfs_sb_info {
  long max_inodes;
  long free_inodes;
  spinlock_t stat_lock;
  struct hstate* hstate;
  struct hugepage_subpool* spool;
  kuid_t uid;
  kgid_t gid;
  umode_t mode;
};
struct hugetlbfs_inode_info {
  struct shared_policy policy;
  struct inode vfs_inode;
  unsigned int seals;
};
extern const struct file_operations hugetlbfs_file_operations;
extern const struct vm_operations_struct hugetlb_vm_ops;
struct file* hugetlb_file_setup(const char* name, size_t size, vm_flags_t acct, int creat_flags,
                                int page_size_log);
unsigned long hugetlb_get_unmapped_area(struct file* file, unsigned long addr, unsigned long len,
                                        unsigned long pgoff, unsigned long flags);
unsigned long generic_hugetlb_get_unmapped_area(struct file* file, unsigned long addr,
                                                unsigned long len, unsigned long pgoff,
                                                unsigned long flags);
enum hugetlb_page_flags {
  HPG_restore_reserve,
  HPG_migratable,
  HPG_temporary,
  HPG_freed,
  HPG_vmemmap_optimized,
  HPG_raw_hwp_unreliable,
  __NR_HPAGEFLAGS
};
struct hstate {
  struct mutex resize_lock;
  struct lock_class_key resize_key;
  int next_nid_to_alloc;
  int next_nid_to_free;
  unsigned int order;
  unsigned int demote_order;
  unsigned long mask;
  unsigned long max_huge_pages;
  unsigned long nr_huge_pages;
  unsigned long free_huge_pages;
  unsigned long resv_huge_pages;
  unsigned long surplus_huge_pages;
  unsigned long nr_overcommit_huge_pages;
  struct list_head hugepage_activelist;
  struct list_head hugepage_freelists[1];
  unsigned int max_huge_pages_node[1];
  unsigned int nr_huge_pages_node[1];
  unsigned int free_huge_pages_node[1];
  unsigned int surplus_huge_pages_node[1];
  struct cftype cgroup_files_dfl[8];
  struct cftype cgroup_files_legacy[10];
  char name[32];
};
struct huge_bootmem_page {
  struct list_head list;
  struct hstate* hstate;
};
int isolate_or_dissolve_huge_page(struct page* page, struct list_head* list);
struct page* alloc_huge_page(struct vm_area_struct* vma, unsigned long addr, int avoid_reserve);
struct page* alloc_huge_page_nodemask(struct hstate* h, int preferred_nid, nodemask_t* nmask,
                                      gfp_t gfp_mask);
struct page* alloc_huge_page_vma(struct hstate* h, struct vm_area_struct* vma,
                                 unsigned long address);
int hugetlb_add_to_page_cache(struct page* page, struct address_space* mapping, unsigned long idx);
void restore_reserve_on_error(struct hstate* h, struct vm_area_struct* vma, unsigned long address,
                              struct page* page);
int __alloc_bootmem_huge_page(struct hstate* h, int nid);
int alloc_bootmem_huge_page(struct hstate* h, int nid);
bool hugetlb_node_alloc_supported(void);
void hugetlb_add_hstate(unsigned int order);
bool arch_hugetlb_valid_size(unsigned long size);
struct hstate* size_to_hstate(unsigned long size);
extern struct hstate hstates[2];
extern unsigned int default_hstate_idx;
unsigned long vma_mmu_pagesize(struct vm_area_struct* vma);
int dissolve_free_huge_page(struct page* page);
int dissolve_free_huge_pages(unsigned long start_pfn, unsigned long end_pfn);
void hugetlb_clear_page_hwpoison(struct page* hpage);
bool __vma_private_lock(struct vm_area_struct* vma);
void hugetlb_report_usage(struct seq_file* m, struct mm_struct* mm);
bool want_pmd_share(struct vm_area_struct* vma, unsigned long addr);

// The marks of a page of hugetlbfs are bits of its private word.
#define __MM32_HPAGE_FLAG(uname, flname)                                                           \
  static __always_inline bool folio_test_hugetlb_##flname(struct folio* f) {                       \
    return test_bit(HPG_##flname, (unsigned long*)&f->private);                                    \
  }                                                                                                \
  static __always_inline void folio_set_hugetlb_##flname(struct folio* f) {                        \
    set_bit(HPG_##flname, (unsigned long*)&f->private);                                            \
  }                                                                                                \
  static __always_inline void folio_clear_hugetlb_##flname(struct folio* f) {                      \
    clear_bit(HPG_##flname, (unsigned long*)&f->private);                                          \
  }                                                                                                \
  static inline int HPage##uname(struct page* page) {                                              \
    return test_bit(HPG_##flname, &page->private);                                                 \
  }                                                                                                \
  static inline void SetHPage##uname(struct page* page) { set_bit(HPG_##flname, &page->private); } \
  static inline void ClearHPage##uname(struct page* page) {                                        \
    clear_bit(HPG_##flname, &page->private);                                                       \
  }
__MM32_HPAGE_FLAG(RestoreReserve, restore_reserve)
__MM32_HPAGE_FLAG(Migratable, migratable)
__MM32_HPAGE_FLAG(Temporary, temporary)
__MM32_HPAGE_FLAG(Freed, freed)
__MM32_HPAGE_FLAG(VmemmapOptimized, vmemmap_optimized)
__MM32_HPAGE_FLAG(RawHwpUnreliable, raw_hwp_unreliable)
#undef __MM32_HPAGE_FLAG

#define for_each_hstate(h) for ((h) = hstates; (h) < &hstates[hugetlb_max_hstate]; (h)++)
#define is_hugepd(hugepd) ((hugepd).pd != 0)
#define pgd_huge(pgd) 0
#define p4d_huge(p4d) 0
#define flush_hugetlb_tlb_range(vma, addr, end) flush_tlb_range(vma, addr, end)
#define is_hugepage_only_range(mm, addr, len) 0
static inline struct hugetlbfs_sb_info* HUGETLBFS_SB(struct super_block* sb) {
  return sb->s_fs_info;
}
static inline struct hugetlbfs_inode_info* HUGETLBFS_I(struct inode* inode) {
  return container_of(inode, struct hugetlbfs_inode_info, vfs_inode);
}
static inline struct hstate* hstate_inode(struct inode* i) { return HUGETLBFS_SB(i->i_sb)->hstate; }
static inline struct hstate* hstate_file(struct file* f) { return hstate_inode(file_inode(f)); }
static inline struct hstate* hstate_vma(struct vm_area_struct* vma) {
  return hstate_file(vma->vm_file);
}
static inline struct hstate* hstate_sizelog(int page_size_log) {
  if (!page_size_log) return &default_hstate;
  return page_size_log < BITS_PER_LONG ? size_to_hstate(1UL << page_size_log) : NULL;
}
static inline unsigned long huge_page_size(const struct hstate* h) {
  return (unsigned long)PAGE_SIZE << h->order;
}
static inline unsigned long huge_page_mask(struct hstate* h) { return h->mask; }
static inline unsigned int huge_page_order(struct hstate* h) { return h->order; }
static inline unsigned huge_page_shift(struct hstate* h) { return h->order + PAGE_SHIFT; }
static inline bool hstate_is_gigantic(struct hstate* h) { return huge_page_order(h) >= MAX_ORDER; }
static inline unsigned int pages_per_huge_page(const struct hstate* h) { return 1 << h->order; }
static inline unsigned int blocks_per_huge_page(struct hstate* h) {
  return huge_page_size(h) / 512;
}
static inline pte_t arch_make_huge_pte(pte_t entry, unsigned int shift, vm_flags_t flags) {
  return pte_mkhuge(entry);
}
static inline void arch_clear_hugepage_flags(struct page* page) {}
static inline struct hstate* folio_hstate(struct folio* folio) {
  return size_to_hstate(folio_size(folio));
}
static inline struct hstate* page_hstate(struct page* page) {
  return folio_hstate(page_folio(page));
}
static inline unsigned hstate_index_to_shift(unsigned index) {
  return hstates[index].order + PAGE_SHIFT;
}
static inline int hstate_index(struct hstate* h) { return h - hstates; }
static inline struct hugepage_subpool* hugetlb_folio_subpool(struct folio* folio) {
  return (struct hugepage_subpool*)folio_get_private_1(folio);
}
static inline struct hugepage_subpool* hugetlb_page_subpool(struct page* hpage) {
  return hugetlb_folio_subpool(page_folio(hpage));
}
static inline void hugetlb_set_folio_subpool(struct folio* folio,
                                             struct hugepage_subpool* subpool) {
  folio_set_private_1(folio, (unsigned long)subpool);
}
static inline void hugetlb_set_page_subpool(struct page* hpage, struct hugepage_subpool* subpool) {
  hugetlb_set_folio_subpool(page_folio(hpage), subpool);
}
// i386 does not migrate its huge pages.
static inline bool arch_hugetlb_migration_supported(struct hstate* h) { return false; }
static inline bool hugepage_migration_supported(struct hstate* h) {
  return arch_hugetlb_migration_supported(h);
}
static inline bool hugepage_movable_supported(struct hstate* h) {
  return hugepage_migration_supported(h) && !hstate_is_gigantic(h);
}
static inline gfp_t htlb_alloc_mask(struct hstate* h) {
  return hugepage_movable_supported(h) ? GFP_HIGHUSER_MOVABLE : GFP_HIGHUSER;
}
static inline gfp_t htlb_modify_alloc_mask(struct hstate* h, gfp_t gfp_mask) {
  return htlb_alloc_mask(h) | (gfp_mask & (__GFP_THISNODE | __GFP_NOWARN));
}
static inline spinlock_t* huge_pte_lockptr(struct hstate* h, struct mm_struct* mm, pte_t* pte) {
  return huge_page_size(h) == PMD_SIZE ? pmd_lockptr(mm, (pmd_t*)pte) : &mm->page_table_lock;
}
static inline spinlock_t* huge_pte_lock(struct hstate* h, struct mm_struct* mm, pte_t* pte) {
  spinlock_t* ptl = huge_pte_lockptr(h, mm, pte);
  spin_lock(ptl);
  return ptl;
}
static inline void hugetlb_count_init(struct mm_struct* mm) {
  atomic_long_set(&mm->hugetlb_usage, 0);
}
static inline void hugetlb_count_add(long l, struct mm_struct* mm) {
  atomic_long_add(l, &mm->hugetlb_usage);
}
static inline void hugetlb_count_sub(long l, struct mm_struct* mm) {
  atomic_long_sub(l, &mm->hugetlb_usage);
}
static inline pte_t huge_ptep_modify_prot_start(struct vm_area_struct* vma, unsigned long addr,
                                                pte_t* ptep) {
  return huge_ptep_get_and_clear(vma->vm_mm, addr, ptep);
}
static inline void huge_ptep_modify_prot_commit(struct vm_area_struct* vma, unsigned long addr,
                                                pte_t* ptep, pte_t old_pte, pte_t pte) {
  set_huge_pte_at(vma->vm_mm, addr, ptep, pte);
}
static inline bool hugetlb_pmd_shared(pte_t* pte) { return page_count(virt_to_page(pte)) > 1; }

#endif
