// More of <linux/mm.h>: pages and folios, what is known of a mapping, counters of an address space,
// locks of page tables.
#include <linux/mm.h>
#ifndef _LINUX_MM_MORE_MM32_H
#define _LINUX_MM_MORE_MM32_H

#include <linux/fcntl.h>
#include <linux/static_key.h>
#include <linux/string.h>
#include <linux/vma_map_mm32.h>

#define PAGE_ALIGN_DOWN(addr) ((addr) & ~((typeof(addr))PAGE_SIZE - 1))
#define lm_alias(x) __va(__pa_symbol(x))
#define mm_zero_struct_page(pp) ((void)memset((pp), 0, sizeof(struct page)))
#define mm_forbids_zeropage(mm) (0)
#define offset_in_thp(page, p) ((unsigned long)(p) & (thp_size(page) - 1))
#define offset_in_folio(folio, p) ((unsigned long)(p) & (folio_size(folio) - 1))
#define lru_to_page(head) (list_entry((head)->prev, struct page, lru))
static inline struct folio* lru_to_folio(struct list_head* head) {
  return list_entry(head->prev, struct folio, lru);
}
#define is_ioremap_addr(x) is_vmalloc_addr(x)
int region_intersects(resource_size_t offset, size_t size, unsigned long flags, unsigned long desc);

// Pages and folios by number, address and neighbourhood.
static inline struct folio* pfn_folio(unsigned long pfn) { return page_folio(pfn_to_page(pfn)); }
static inline struct folio* virt_to_folio(const void* x) { return page_folio(virt_to_page(x)); }
static inline struct folio* folio_next(struct folio* folio) {
  return (struct folio*)(&folio->page + folio_nr_pages(folio));
}
#define folio_pgdat(folio) page_pgdat(&(folio)->page)
static inline unsigned int page_shift(struct page* page) {
  return PAGE_SHIFT + compound_order(page);
}
static inline bool is_zero_page(const struct page* page) { return is_zero_pfn(page_to_pfn(page)); }
static inline bool is_zero_folio(const struct folio* folio) { return is_zero_page(&folio->page); }
static inline void folios_put(struct folio** folios, unsigned int nr) {
  release_pages((struct page**)folios, nr);
}
static inline pgoff_t page_index(struct page* page) {
  return unlikely(PageSwapCache(page)) ? __page_file_index(page) : page->index;
}
static inline void set_compound_order(struct page* page, unsigned int order) {
  page[1].compound_order = order;
}
static inline void set_compound_page_dtor(struct page* page, enum compound_dtor_id dtor) {
  page[1].compound_dtor = dtor;
}
static inline void set_page_zone(struct page* page, enum zone_type zone) {
  page->flags &= ~(3UL << ZONES_PGSHIFT);
  page->flags |= (unsigned long)zone << ZONES_PGSHIFT;
}
static inline void set_page_node(struct page* page, unsigned long node) {}
static inline void set_page_links(struct page* page, enum zone_type zone, unsigned long node,
                                  unsigned long pfn) {
  set_page_zone(page, zone);
}
// The second lowest bit of the list pointer says that the page came from the reserves.
static inline void set_page_pfmemalloc(struct page* page) { page->lru.next = (void*)2; }
static inline void clear_page_pfmemalloc(struct page* page) { page->lru.next = NULL; }
static inline u8 page_kasan_tag(const struct page* page) { return 0xff; }
static inline void page_kasan_tag_set(struct page* page, u8 tag) {}
static inline void page_kasan_tag_reset(struct page* page) {}

// How often a folio is mapped and pinned. Large ones count in their first tail.
static inline atomic_t* folio_mapcount_ptr(struct folio* folio) {
  return &(&folio->page)[1].compound_mapcount;
}
static inline atomic_t* compound_mapcount_ptr(struct page* page) {
  return &page[1].compound_mapcount;
}
static inline atomic_t* folio_pincount_ptr(struct folio* folio) {
  return &(&folio->page)[1].compound_pincount;
}
static inline atomic_t* compound_pincount_ptr(struct page* page) {
  return &page[1].compound_pincount;
}
static inline int head_compound_pincount(struct page* head) {
  return atomic_read(compound_pincount_ptr(head));
}
static inline int folio_entire_mapcount(struct folio* folio) {
  return atomic_read(folio_mapcount_ptr(folio)) + 1;
}
static inline int compound_mapcount(struct page* page) {
  return folio_entire_mapcount(page_folio(page));
}
static inline int total_mapcount(struct page* page) {
  return likely(!PageCompound(page)) ? page_mapcount(page) : folio_mapcount(page_folio(page));
}
static inline int folio_estimated_sharers(struct folio* folio) {
  return page_mapcount(&folio->page);
}
// A pin of a small folio is many references, so that many users look like one too.
static inline bool folio_maybe_dma_pinned(struct folio* folio) {
  if (folio_test_large(folio)) return atomic_read(folio_pincount_ptr(folio)) > 0;
  return (unsigned int)folio_ref_count(folio) >= GUP_PIN_COUNTING_BIAS;
}
static inline bool page_maybe_dma_pinned(struct page* page) {
  return folio_maybe_dma_pinned(page_folio(page));
}
#define folio_ref_zero_or_close_to_overflow(folio) \
  ((unsigned int)folio_ref_count(folio) + 127u <= 127u)
static inline bool is_longterm_pinnable_page(struct page* page) {
  return is_zero_page(page) || !is_zone_movable_page(page);
}
static inline bool folio_is_longterm_pinnable(struct folio* folio) {
  return is_longterm_pinnable_page(&folio->page);
}
static inline bool page_needs_cow_for_dma(struct vm_area_struct* vma, struct page* page) {
  return test_bit(27 /* MMF_HAS_PINNED */, &vma->vm_mm->flags) && page_maybe_dma_pinned(page);
}
// The references that page cache, private data and page tables explain.
static inline int folio_expected_ref_count(struct folio* folio) {
  const int order = folio_order(folio);
  int refs = folio_mapcount(folio) + (folio_test_swapcache(folio) << order);
  if (!folio_test_anon(folio)) {
    refs += (folio->mapping ? 1 << order : 0) + folio_test_private(folio);
  }
  return refs;
}
int memcmp_pages(struct page* page1, struct page* page2);
static inline int pages_identical(struct page* page1, struct page* page2) {
  return memcmp_pages(page1, page2) == 0;
}

// Mappings.
static inline void vma_init(struct vm_area_struct* vma, struct mm_struct* mm) {
  static const struct vm_operations_struct no_operations;
  *vma = (struct vm_area_struct){.vm_mm = mm, .vm_ops = &no_operations};
  INIT_LIST_HEAD(&vma->anon_vma_chain);
}
static inline void vma_set_anonymous(struct vm_area_struct* vma) { vma->vm_ops = NULL; }
static inline bool vma_is_anonymous(struct vm_area_struct* vma) { return !vma->vm_ops; }
static inline bool vma_is_accessible(struct vm_area_struct* vma) {
  return (vma->vm_flags & VM_ACCESS_FLAGS) != 0;
}
static inline bool vma_is_foreign(struct vm_area_struct* vma) {
  return !current->mm || current->mm != vma->vm_mm;
}
static inline bool vma_is_temporary_stack(struct vm_area_struct* vma) {
  return (vma->vm_flags & VM_GROWSDOWN) &&
         (vma->vm_flags & VM_STACK_INCOMPLETE_SETUP) == VM_STACK_INCOMPLETE_SETUP;
}
static inline bool vma_is_special_huge(const struct vm_area_struct* vma) {
  return vma->vm_file && (vma->vm_flags & (VM_PFNMAP | VM_MIXEDMAP));
}
static inline bool is_shared_maywrite(vm_flags_t vm_flags) {
  return (vm_flags & (VM_SHARED | VM_MAYWRITE)) == (VM_SHARED | VM_MAYWRITE);
}
static inline bool vma_is_shared_maywrite(struct vm_area_struct* vma) {
  return is_shared_maywrite(vma->vm_flags);
}
static inline bool is_cow_mapping(vm_flags_t flags) {
  return (flags & (VM_SHARED | VM_MAYWRITE)) == VM_MAYWRITE;
}
// A stack counts with the gap below it.
static inline unsigned long vm_start_gap(struct vm_area_struct* vma) {
  if (!(vma->vm_flags & VM_GROWSDOWN)) return vma->vm_start;
  return vma->vm_start < stack_guard_gap ? 0 : vma->vm_start - stack_guard_gap;
}
static inline unsigned long vm_end_gap(struct vm_area_struct* vma) { return vma->vm_end; }
static inline bool range_in_vma(struct vm_area_struct* vma, unsigned long start,
                                unsigned long end) {
  return vma && vma->vm_start <= start && end <= vma->vm_end;
}
static inline struct vm_area_struct* find_exact_vma(struct mm_struct* mm, unsigned long start,
                                                    unsigned long end) {
  struct vm_area_struct* vma = vma_lookup(mm, start);
  return vma && vma->vm_start == start && vma->vm_end == end ? vma : NULL;
}
static inline unsigned long vma_iter_addr(struct vma_iterator* vmi) { return vmi->mas.index; }
static inline void vma_iter_init(struct vma_iterator* vmi, struct mm_struct* mm,
                                 unsigned long addr) {
  vmi->mas = (struct ma_state){
      .tree = &mm->mm_mt, .index = addr, .last = addr, .node = MAS_START, .max = ULONG_MAX};
}
static inline pte_t maybe_mkwrite(pte_t pte, struct vm_area_struct* vma) {
  return likely(vma->vm_flags & VM_WRITE) ? pte_mkwrite(pte) : pte;
}
static inline struct vm_area_struct* get_gate_vma(struct mm_struct* mm) { return NULL; }
static inline int in_gate_area_no_mm(unsigned long addr) { return 0; }
static inline int in_gate_area(struct mm_struct* mm, unsigned long addr) { return 0; }
static inline void mm_populate(unsigned long addr, unsigned long len) {
  (void)__mm_populate(addr, len, 1);
}
static inline void unmap_shared_mapping_range(struct address_space* mapping, loff_t holebegin,
                                              loff_t holelen) {
  unmap_mapping_range(mapping, holebegin, holelen, 0);
}
static inline int vma_adjust(struct vm_area_struct* vma, unsigned long start, unsigned long end,
                             pgoff_t pgoff, struct vm_area_struct* insert) {
  return __vma_adjust(vma, start, end, pgoff, insert, NULL);
}
#define vma_interval_tree_foreach(vma, root, start, last)                    \
  for ((vma) = vma_interval_tree_iter_first((root), (start), (last)); (vma); \
       (vma) = vma_interval_tree_iter_next((vma), (start), (last)))
#define anon_vma_interval_tree_foreach(avc, root, start, last)                    \
  for ((avc) = anon_vma_interval_tree_iter_first((root), (start), (last)); (avc); \
       (avc) = anon_vma_interval_tree_iter_next((avc), (start), (last)))

// Faults and pinning.
static inline bool fault_flag_allow_retry_first(enum fault_flag flags) {
  return (flags & (FAULT_FLAG_ALLOW_RETRY | FAULT_FLAG_TRIED)) == FAULT_FLAG_ALLOW_RETRY;
}
static inline int vm_fault_to_errno(vm_fault_t vm_fault, int foll_flags) {
  if (vm_fault & VM_FAULT_OOM) return -ENOMEM;
  if (vm_fault & (VM_FAULT_HWPOISON | VM_FAULT_HWPOISON_LARGE)) {
    return foll_flags & FOLL_HWPOISON ? -EHWPOISON : -EFAULT;
  }
  return vm_fault & (VM_FAULT_SIGBUS | VM_FAULT_SIGSEGV) ? -EFAULT : 0;
}
static inline vm_fault_t vmf_insert_page(struct vm_area_struct* vma, unsigned long addr,
                                         struct page* page) {
  switch (vm_insert_page(vma, addr, page)) {
    case 0:
    case -EBUSY:
      return VM_FAULT_NOPAGE;
    case -ENOMEM:
      return VM_FAULT_OOM;
    default:
      return VM_FAULT_SIGBUS;
  }
}
static inline bool get_user_page_fast_only(unsigned long addr, unsigned int gup_flags,
                                           struct page** page) {
  return get_user_pages_fast_only(addr, 1, gup_flags, page) == 1;
}
static inline bool gup_must_unshare(unsigned int flags, struct page* page) {
  if ((flags & (FOLL_WRITE | FOLL_PIN)) != FOLL_PIN || !PageAnon(page)) return false;
  smp_rmb();
  return !PageAnonExclusive(page);
}
static inline bool gup_can_follow_protnone(unsigned int flags) { return flags & FOLL_FORCE; }

// What a process uses.
static inline void add_mm_counter(struct mm_struct* mm, int member, long value) {
  long count = atomic_long_add_return(value, &mm->rss_stat.count[member]);
  mm_trace_rss_stat(mm, member, count);
}
static inline void inc_mm_counter(struct mm_struct* mm, int member) {
  add_mm_counter(mm, member, 1);
}
static inline void dec_mm_counter(struct mm_struct* mm, int member) {
  add_mm_counter(mm, member, -1);
}
static inline int mm_counter_file(struct page* page) {
  return PageSwapBacked(page) ? MM_SHMEMPAGES : MM_FILEPAGES;
}
static inline int mm_counter(struct page* page) {
  return PageAnon(page) ? MM_ANONPAGES : mm_counter_file(page);
}
static inline unsigned long get_mm_hiwater_rss(struct mm_struct* mm) {
  return max(mm->hiwater_rss, get_mm_rss(mm));
}
static inline unsigned long get_mm_hiwater_vm(struct mm_struct* mm) {
  return max(mm->hiwater_vm, mm->total_vm);
}
static inline void update_hiwater_rss(struct mm_struct* mm) {
  mm->hiwater_rss = get_mm_hiwater_rss(mm);
}
static inline void update_hiwater_vm(struct mm_struct* mm) {
  mm->hiwater_vm = get_mm_hiwater_vm(mm);
}
static inline void reset_mm_hiwater_rss(struct mm_struct* mm) { mm->hiwater_rss = get_mm_rss(mm); }
static inline void setmax_mm_hiwater_rss(unsigned long* maxrss, struct mm_struct* mm) {
  *maxrss = max(*maxrss, get_mm_hiwater_rss(mm));
}
static inline void mm_pgtables_bytes_init(struct mm_struct* mm) {
  atomic_long_set(&mm->pgtables_bytes, 0);
}
static inline unsigned long mm_pgtables_bytes(const struct mm_struct* mm) {
  return atomic_long_read(&mm->pgtables_bytes);
}
static inline void mm_inc_nr_ptes(struct mm_struct* mm) {
  atomic_long_add(PTRS_PER_PTE * sizeof(pte_t), &mm->pgtables_bytes);
}
static inline void mm_dec_nr_ptes(struct mm_struct* mm) {
  atomic_long_sub(PTRS_PER_PTE * sizeof(pte_t), &mm->pgtables_bytes);
}
static inline void mm_inc_nr_puds(struct mm_struct* mm) {}
static inline void mm_dec_nr_puds(struct mm_struct* mm) {}
// A second level of one entry is no table of its own.
static inline void mm_inc_nr_pmds(struct mm_struct* mm) {
  if (PTRS_PER_PMD > 1) atomic_long_add(PTRS_PER_PMD * sizeof(pmd_t), &mm->pgtables_bytes);
}
static inline void mm_dec_nr_pmds(struct mm_struct* mm) {
  if (PTRS_PER_PMD > 1) atomic_long_sub(PTRS_PER_PMD * sizeof(pmd_t), &mm->pgtables_bytes);
}
static inline int check_data_rlimit(unsigned long rlim, unsigned long new, unsigned long start,
                                    unsigned long end_data, unsigned long start_data) {
  return rlim < ~0UL && (new - start) + (end_data - start_data) > rlim ? -ENOSPC : 0;
}

// Page tables: the lock lies in the struct page of the table.
static inline spinlock_t* ptlock_ptr(struct page* page) { return &page->ptl; }
static inline bool ptlock_init(struct page* page) {
  spin_lock_init(&page->ptl);
  return true;
}
static inline bool ptlock_alloc(struct page* page) { return true; }
static inline void ptlock_free(struct page* page) {}
static inline spinlock_t* pmd_lockptr(struct mm_struct* mm, pmd_t* pmd) {
  return &mm->page_table_lock;
}
static inline spinlock_t* pud_lockptr(struct mm_struct* mm, pud_t* pud) {
  return &mm->page_table_lock;
}
static inline spinlock_t* pmd_lock(struct mm_struct* mm, pmd_t* pmd) {
  spin_lock(&mm->page_table_lock);
  return &mm->page_table_lock;
}
static inline spinlock_t* pud_lock(struct mm_struct* mm, pud_t* pud) {
  spin_lock(&mm->page_table_lock);
  return &mm->page_table_lock;
}
static inline pte_t* get_locked_pte(struct mm_struct* mm, unsigned long addr, spinlock_t** ptl) {
  return __get_locked_pte(mm, addr, ptl);
}
int __pmd_alloc(struct mm_struct* mm, pud_t* pud, unsigned long address);
static inline p4d_t* p4d_alloc(struct mm_struct* mm, pgd_t* pgd, unsigned long address) {
  return p4d_offset(pgd, address);
}
static inline pud_t* pud_alloc(struct mm_struct* mm, p4d_t* p4d, unsigned long address) {
  return pud_offset(p4d, address);
}
static inline pmd_t* pmd_alloc(struct mm_struct* mm, pud_t* pud, unsigned long address) {
  return unlikely(pud_none(*pud)) && __pmd_alloc(mm, pud, address) ? NULL
                                                                   : pmd_offset(pud, address);
}
#define pte_alloc(mm, pmd) (unlikely(pmd_none(*(pmd))) && __pte_alloc(mm, pmd))
#define pte_alloc_map(mm, pmd, address) (pte_alloc(mm, pmd) ? NULL : pte_offset_map(pmd, address))
#define pte_alloc_map_lock(mm, pmd, address, ptlp) \
  (pte_alloc(mm, pmd) ? NULL : pte_offset_map_lock(mm, pmd, address, ptlp))
#define pte_alloc_kernel(pmd, address) \
  (unlikely(pmd_none(*(pmd))) && __pte_alloc_kernel(pmd) ? NULL : pte_offset_kernel(pmd, address))

// The memory of the machine, and what checks it.
static inline void totalram_pages_add(long count) { atomic_add(count, &_totalram_pages); }
static inline void totalram_pages_inc(void) { atomic_inc(&_totalram_pages); }
static inline void totalram_pages_dec(void) { atomic_dec(&_totalram_pages); }
static inline void mark_page_reserved(struct page* page) {
  SetPageReserved(page);
  adjust_managed_page_count(page, -1);
}
static inline void free_highmem_page(struct page* page) { free_reserved_page(page); }
unsigned long nr_free_buffer_pages(void);
static inline void show_mem(unsigned int flags, nodemask_t* nodemask) {
  __show_mem(flags, nodemask, MAX_NR_ZONES - 1);
}
static inline void show_free_areas(unsigned int flags, nodemask_t* nodemask) {
  __show_free_areas(flags, nodemask, MAX_NR_ZONES - 1);
}
static inline bool want_init_on_alloc(gfp_t flags) {
  return static_branch_likely(&init_on_alloc) || (flags & __GFP_ZERO);
}
static inline bool want_init_on_free(void) { return static_branch_unlikely(&init_on_free); }
static inline bool page_poisoning_enabled(void) {
  return static_branch_unlikely(&_page_poisoning_enabled);
}
static inline bool page_poisoning_enabled_static(void) { return page_poisoning_enabled(); }
static inline void kernel_poison_pages(struct page* page, int numpages) {
  if (page_poisoning_enabled_static()) __kernel_poison_pages(page, numpages);
}
static inline void kernel_unpoison_pages(struct page* page, int numpages) {
  if (page_poisoning_enabled_static()) __kernel_unpoison_pages(page, numpages);
}
static inline bool debug_pagealloc_enabled(void) { return false; }
static inline bool debug_pagealloc_enabled_static(void) { return false; }
static inline void debug_pagealloc_map_pages(struct page* page, int numpages) {}
static inline void debug_pagealloc_unmap_pages(struct page* page, int numpages) {}
static inline unsigned int debug_guardpage_minorder(void) { return 0; }
static inline bool debug_guardpage_enabled(void) { return false; }
static inline bool page_is_guard(struct page* page) { return false; }
static inline int early_pfn_to_nid(unsigned long pfn) { return 0; }
static inline void set_max_mapnr(unsigned long limit) { max_mapnr = limit; }
static inline int page_cpupid_last(struct page* page) { return page_to_nid(page); }
static inline int xchg_page_access_time(struct page* page, int time) { return 0; }

// One node: no page remembers who used it last.
static inline int page_cpupid_xchg_last(struct page* page, int cpupid) { return 0; }
static inline int cpupid_to_nid(int cpupid) { return -1; }
static inline int cpupid_to_pid(int cpupid) { return -1; }
static inline int cpupid_to_cpu(int cpupid) { return -1; }
static inline int cpu_pid_to_cpupid(int nid, int pid) { return -1; }
static inline bool cpupid_pid_unset(int cpupid) { return true; }
static inline void page_cpupid_reset_last(struct page* page) {}
static inline bool cpupid_match_pid(struct task_struct* task, int cpupid) { return false; }
static inline int arch_make_page_accessible(struct page* page) { return 0; }
static inline int arch_make_folio_accessible(struct folio* folio) { return 0; }
static inline bool arch_is_platform_page(u64 paddr) { return false; }
static inline int arch_memory_failure(unsigned long pfn, int flags) { return -ENXIO; }
static inline bool put_devmap_managed_page_refs(struct page* page, int refs) { return false; }
static inline bool put_devmap_managed_page(struct page* page) { return false; }
static inline bool is_write_sealed(int seals) {
  return seals & (F_SEAL_WRITE | F_SEAL_FUTURE_WRITE);
}
static inline bool is_readonly_sealed(int seals, vm_flags_t vm_flags) {
  return is_write_sealed(seals) && (vm_flags & (VM_SHARED | VM_WRITE)) == VM_SHARED;
}
static inline int seal_check_write(int seals, struct vm_area_struct* vma) {
  unsigned long both = VM_SHARED | VM_WRITE;
  return is_write_sealed(seals) && (vma->vm_flags & both) == both ? -EPERM : 0;
}
#endif
