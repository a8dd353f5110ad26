// The calls of <linux/mm.h> and the data it declares, as 6.1 declares them.
#include <linux/mm.h>
#ifndef _LINUX_MM_API_MM32_H
#define _LINUX_MM_API_MM32_H

#include <linux/pfn_t.h>

struct address_space;
struct anon_vma;
struct anon_vma_chain;
struct anon_vma_name;
struct ctl_table;
struct dev_pagemap;
struct file;
struct folio;
struct inode;
struct kvec;
struct list_head;
struct ma_state;
struct maple_tree;
struct mempolicy;
struct mm_struct;
struct mmu_gather;
struct page;
struct pt_regs;
struct rb_root_cached;
struct static_key_false;
struct static_key_true;
struct sysinfo;
struct task_struct;
struct ucounts;
struct vm_area_struct;
struct vm_fault;
struct vm_special_mapping;
struct vm_unmapped_area_info;
struct vm_userfaultfd_ctx;
struct vmem_altmap;
struct zap_details;

extern int sysctl_page_lock_unfairness;
void init_mm_internals(void);
extern int page_cluster;
extern const int mmap_rnd_bits_min;
extern const int mmap_rnd_bits_max;
extern int mmap_rnd_bits;
extern int sysctl_max_map_count;
extern unsigned long sysctl_user_reserve_kbytes;
extern unsigned long sysctl_admin_reserve_kbytes;
extern unsigned long sysctl_overcommit_kbytes;
int overcommit_ratio_handler(struct ctl_table*, int, void*, size_t*, loff_t*);
int overcommit_kbytes_handler(struct ctl_table*, int, void*, size_t*, loff_t*);
int overcommit_policy_handler(struct ctl_table*, int, void*, size_t*, loff_t*);
void setup_initial_init_mm(void* start_code, void* end_code, void* end_data, void* brk);
struct vm_area_struct* vm_area_alloc(struct mm_struct*);
struct vm_area_struct* vm_area_dup(struct vm_area_struct*);
void vm_area_free(struct vm_area_struct*);
bool vma_is_shmem(struct vm_area_struct* vma);
int vma_is_stack_for_current(struct vm_area_struct* vma);
int __page_mapcount(struct page* page);
int folio_mapcount(struct folio* folio);
void folio_copy(struct folio* dst, struct folio* src);
extern compound_page_dtor* const compound_page_dtors[4];
void destroy_large_folio(struct folio* folio);
void free_compound_page(struct page* page);
vm_fault_t do_set_pmd(struct vm_fault* vmf, struct page* page);
void do_set_pte(struct vm_fault* vmf, struct page* page, unsigned long addr);
vm_fault_t finish_fault(struct vm_fault* vmf);
vm_fault_t finish_mkwrite_fault(struct vm_fault* vmf);
bool try_grab_page(struct page* page, unsigned int flags);
void unpin_user_page(struct page* page);
void unpin_user_pages_dirty_lock(struct page** pages, unsigned long npages, bool make_dirty);
void unpin_user_page_range_dirty_lock(struct page* page, unsigned long npages, bool make_dirty);
void unpin_user_pages(struct page** pages, unsigned long npages);
void set_page_address(struct page* page, void* virtual);
void page_address_init(void);
void* page_rmapping(struct page* page);
unsigned long __page_file_index(struct page* page);
void pagefault_out_of_memory(void);
void __show_free_areas(unsigned int flags, nodemask_t* nodemask, int max_zone_idx);
bool can_do_mlock(void);
int user_shm_lock(size_t, struct ucounts*);
void user_shm_unlock(size_t, struct ucounts*);
struct folio* vm_normal_folio(struct vm_area_struct* vma, unsigned long addr, pte_t pte);
struct page* vm_normal_page(struct vm_area_struct* vma, unsigned long addr, pte_t pte);
struct page* vm_normal_page_pmd(struct vm_area_struct* vma, unsigned long addr, pmd_t pmd);
void zap_vma_ptes(struct vm_area_struct* vma, unsigned long address, unsigned long size);
void zap_page_range(struct vm_area_struct* vma, unsigned long address, unsigned long size);
void zap_page_range_single(struct vm_area_struct* vma, unsigned long address, unsigned long size,
                           struct zap_details* details);
void unmap_vmas(struct mmu_gather* tlb, struct maple_tree* mt, struct vm_area_struct* start_vma,
                unsigned long start, unsigned long end);
void free_pgd_range(struct mmu_gather* tlb, unsigned long addr, unsigned long end,
                    unsigned long floor, unsigned long ceiling);
int copy_page_range(struct vm_area_struct* dst_vma, struct vm_area_struct* src_vma);
int follow_pte(struct mm_struct* mm, unsigned long address, pte_t** ptepp, spinlock_t** ptlp);
int follow_pfn(struct vm_area_struct* vma, unsigned long address, unsigned long* pfn);
int follow_phys(struct vm_area_struct* vma, unsigned long address, unsigned int flags,
                unsigned long* prot, resource_size_t* phys);
int generic_access_phys(struct vm_area_struct* vma, unsigned long addr, void* buf, int len,
                        int write);
void truncate_pagecache(struct inode* inode, loff_t new);
void truncate_setsize(struct inode* inode, loff_t newsize);
void pagecache_isize_extended(struct inode* inode, loff_t from, loff_t to);
void truncate_pagecache_range(struct inode* inode, loff_t offset, loff_t end);
int generic_error_remove_page(struct address_space* mapping, struct page* page);
struct vm_area_struct* lock_mm_and_find_vma(struct mm_struct* mm, unsigned long address,
                                            struct pt_regs* regs);
vm_fault_t handle_mm_fault(struct vm_area_struct* vma, unsigned long address, unsigned int flags,
                           struct pt_regs* regs);
int fixup_user_fault(struct mm_struct* mm, unsigned long address, unsigned int fault_flags,
                     bool* unlocked);
void unmap_mapping_pages(struct address_space* mapping, unsigned long start, unsigned long nr,
                         bool even_cows);
void unmap_mapping_range(struct address_space* mapping, const loff_t holebegin,
                         const loff_t holelen, int even_cows);
int access_process_vm(struct task_struct* tsk, unsigned long addr, void* buf, int len,
                      unsigned int gup_flags);
int access_remote_vm(struct mm_struct* mm, unsigned long addr, void* buf, int len,
                     unsigned int gup_flags);
int __access_remote_vm(struct mm_struct* mm, unsigned long addr, void* buf, int len,
                       unsigned int gup_flags);
long get_user_pages_remote(struct mm_struct* mm, unsigned long start, unsigned long nr_pages,
                           unsigned int gup_flags, struct page** pages,
                           struct vm_area_struct** vmas, int* locked);
long pin_user_pages_remote(struct mm_struct* mm, unsigned long start, unsigned long nr_pages,
                           unsigned int gup_flags, struct page** pages,
                           struct vm_area_struct** vmas, int* locked);
long pin_user_pages(unsigned long start, unsigned long nr_pages, unsigned int gup_flags,
                    struct page** pages, struct vm_area_struct** vmas);
long get_user_pages_unlocked(unsigned long start, unsigned long nr_pages, struct page** pages,
                             unsigned int gup_flags);
long pin_user_pages_unlocked(unsigned long start, unsigned long nr_pages, struct page** pages,
                             unsigned int gup_flags);
int pin_user_pages_fast(unsigned long start, int nr_pages, unsigned int gup_flags,
                        struct page** pages);
int account_locked_vm(struct mm_struct* mm, unsigned long pages, bool inc);
int __account_locked_vm(struct mm_struct* mm, unsigned long pages, bool inc,
                        struct task_struct* task, bool bypass_rlim);
int get_kernel_pages(const struct kvec* iov, int nr_pages, int write, struct page** pages);
struct page* get_dump_page(unsigned long addr);
int get_cmdline(struct task_struct* task, char* buffer, int buflen);
unsigned long move_page_tables(struct vm_area_struct* vma, unsigned long old_addr,
                               struct vm_area_struct* new_vma, unsigned long new_addr,
                               unsigned long len, bool need_rmap_locks);
long change_protection(struct mmu_gather* tlb, struct vm_area_struct* vma, unsigned long start,
                       unsigned long end, pgprot_t newprot, unsigned long cp_flags);
int mprotect_fixup(struct mmu_gather* tlb, struct vm_area_struct* vma,
                   struct vm_area_struct** pprev, unsigned long start, unsigned long end,
                   unsigned long newflags);
int get_user_pages_fast_only(unsigned long start, int nr_pages, unsigned int gup_flags,
                             struct page** pages);
int pin_user_pages_fast_only(unsigned long start, int nr_pages, unsigned int gup_flags,
                             struct page** pages);
void mm_trace_rss_stat(struct mm_struct* mm, int member, long count);
void sync_mm_rss(struct mm_struct* mm);
int vma_wants_writenotify(struct vm_area_struct* vma, pgprot_t vm_page_prot);
pte_t* __get_locked_pte(struct mm_struct* mm, unsigned long addr, spinlock_t** ptl);
int __pte_alloc(struct mm_struct* mm, pmd_t* pmd);
int __pte_alloc_kernel(pmd_t* pmd);
void pagecache_init(void);
void free_initmem(void);
unsigned long free_reserved_area(void* start, void* end, int poison, const char* s);
void mem_init_print_info(void);
void reserve_bootmem_region(phys_addr_t start, phys_addr_t end);
void free_area_init(unsigned long* max_zone_pfn);
unsigned long node_map_pfn_alignment(void);
unsigned long __absent_pages_in_range(int nid, unsigned long start_pfn, unsigned long end_pfn);
unsigned long absent_pages_in_range(unsigned long start_pfn, unsigned long end_pfn);
void get_pfn_range_for_nid(unsigned int nid, unsigned long* start_pfn, unsigned long* end_pfn);
void set_dma_reserve(unsigned long new_dma_reserve);
void memmap_init_range(unsigned long, int, unsigned long, unsigned long, unsigned long,
                       enum meminit_context, struct vmem_altmap*, int migratetype);
void setup_per_zone_wmarks(void);
void calculate_min_free_kbytes(void);
int init_per_zone_wmark_min(void);
void mem_init(void);
void mmap_init(void);
void __show_mem(unsigned int flags, nodemask_t* nodemask, int max_zone_idx);
void si_meminfo_node(struct sysinfo* val, int nid);
void warn_alloc(gfp_t gfp_mask, nodemask_t* nodemask, const char* fmt, ...) __printf(3, 4);
void setup_per_cpu_pageset(void);
extern int min_free_kbytes;
extern int watermark_boost_factor;
extern int watermark_scale_factor;
bool arch_has_descending_max_zone_pfns(void);
extern atomic_long_t mmap_pages_allocated;
int nommu_shrink_inode_mappings(struct inode*, size_t, size_t);
void vma_interval_tree_insert(struct vm_area_struct* node, struct rb_root_cached* root);
void vma_interval_tree_insert_after(struct vm_area_struct* node, struct vm_area_struct* prev,
                                    struct rb_root_cached* root);
void vma_interval_tree_remove(struct vm_area_struct* node, struct rb_root_cached* root);
struct vm_area_struct* vma_interval_tree_iter_first(struct rb_root_cached* root,
                                                    unsigned long start, unsigned long last);
struct vm_area_struct* vma_interval_tree_iter_next(struct vm_area_struct* node, unsigned long start,
                                                   unsigned long last);
void anon_vma_interval_tree_insert(struct anon_vma_chain* node, struct rb_root_cached* root);
void anon_vma_interval_tree_remove(struct anon_vma_chain* node, struct rb_root_cached* root);
struct anon_vma_chain* anon_vma_interval_tree_iter_first(struct rb_root_cached* root,
                                                         unsigned long start, unsigned long last);
struct anon_vma_chain* anon_vma_interval_tree_iter_next(struct anon_vma_chain* node,
                                                        unsigned long start, unsigned long last);
int __vm_enough_memory(struct mm_struct* mm, long pages, int cap_sys_admin);
int __vma_adjust(struct vm_area_struct* vma, unsigned long start, unsigned long end,
                 unsigned long pgoff, struct vm_area_struct* insert, struct vm_area_struct* expand);
struct vm_area_struct* vma_merge(struct mm_struct*, struct vm_area_struct* prev, unsigned long addr,
                                 unsigned long end, unsigned long vm_flags, struct anon_vma*,
                                 struct file*, unsigned long, struct mempolicy*,
                                 struct vm_userfaultfd_ctx, struct anon_vma_name*);
struct anon_vma* find_mergeable_anon_vma(struct vm_area_struct*);
int __split_vma(struct mm_struct*, struct vm_area_struct*, unsigned long addr, int new_below);
int split_vma(struct mm_struct*, struct vm_area_struct*, unsigned long addr, int new_below);
int insert_vm_struct(struct mm_struct*, struct vm_area_struct*);
void unlink_file_vma(struct vm_area_struct*);
struct vm_area_struct* copy_vma(struct vm_area_struct**, unsigned long addr, unsigned long len,
                                unsigned long pgoff, bool* need_rmap_locks);
void exit_mmap(struct mm_struct*);
void vma_mas_store(struct vm_area_struct* vma, struct ma_state* mas);
void vma_mas_remove(struct vm_area_struct* vma, struct ma_state* mas);
int mm_take_all_locks(struct mm_struct* mm);
void mm_drop_all_locks(struct mm_struct* mm);
int set_mm_exe_file(struct mm_struct* mm, struct file* new_exe_file);
int replace_mm_exe_file(struct mm_struct* mm, struct file* new_exe_file);
struct file* get_mm_exe_file(struct mm_struct* mm);
struct file* get_task_exe_file(struct task_struct* task);
bool may_expand_vm(struct mm_struct*, vm_flags_t, unsigned long npages);
void vm_stat_account(struct mm_struct*, vm_flags_t, long npages);
bool vma_is_special_mapping(const struct vm_area_struct* vma, const struct vm_special_mapping* sm);
struct vm_area_struct* _install_special_mapping(struct mm_struct* mm, unsigned long addr,
                                                unsigned long len, unsigned long flags,
                                                const struct vm_special_mapping* spec);
int install_special_mapping(struct mm_struct* mm, unsigned long addr, unsigned long len,
                            unsigned long flags, struct page** pages);
unsigned long randomize_stack_top(unsigned long stack_top);
unsigned long randomize_page(unsigned long start, unsigned long range);
unsigned long get_unmapped_area(struct file*, unsigned long, unsigned long, unsigned long,
                                unsigned long);
unsigned long mmap_region(struct file* file, unsigned long addr, unsigned long len,
                          vm_flags_t vm_flags, unsigned long pgoff, struct list_head* uf);
unsigned long do_mmap(struct file* file, unsigned long addr, unsigned long len, unsigned long prot,
                      unsigned long flags, unsigned long pgoff, unsigned long* populate,
                      struct list_head* uf);
int do_mas_munmap(struct ma_state* mas, struct mm_struct* mm, unsigned long start, size_t len,
                  struct list_head* uf, bool downgrade);
int do_munmap(struct mm_struct*, unsigned long, size_t, struct list_head* uf);
int do_madvise(struct mm_struct* mm, unsigned long start, size_t len_in, int behavior);
int __mm_populate(unsigned long addr, unsigned long len, int ignore_errors);
int vm_brk(unsigned long, unsigned long);
int vm_brk_flags(unsigned long, unsigned long, unsigned long);
int vm_munmap(unsigned long, size_t);
unsigned long vm_mmap(struct file*, unsigned long, unsigned long, unsigned long, unsigned long,
                      unsigned long);
unsigned long vm_unmapped_area(struct vm_unmapped_area_info* info);
void truncate_inode_pages(struct address_space*, loff_t);
void truncate_inode_pages_range(struct address_space*, loff_t lstart, loff_t lend);
void truncate_inode_pages_final(struct address_space*);
vm_fault_t filemap_fault(struct vm_fault* vmf);
vm_fault_t filemap_map_pages(struct vm_fault* vmf, unsigned long start_pgoff,
                             unsigned long end_pgoff);
vm_fault_t filemap_page_mkwrite(struct vm_fault* vmf);
extern unsigned long stack_guard_gap;
int expand_stack_locked(struct vm_area_struct* vma, unsigned long address);
struct vm_area_struct* expand_stack(struct mm_struct* mm, unsigned long addr);
int expand_downwards(struct vm_area_struct* vma, unsigned long address);
struct vm_area_struct* find_vma_prev(struct mm_struct* mm, unsigned long addr,
                                     struct vm_area_struct** pprev);
void vma_set_page_prot(struct vm_area_struct* vma);
void vma_set_file(struct vm_area_struct* vma, struct file* file);
struct vm_area_struct* find_extend_vma_locked(struct mm_struct*, unsigned long addr);
int remap_pfn_range_notrack(struct vm_area_struct* vma, unsigned long addr, unsigned long pfn,
                            unsigned long size, pgprot_t prot);
int vm_insert_pages(struct vm_area_struct* vma, unsigned long addr, struct page** pages,
                    unsigned long* num);
int vm_map_pages(struct vm_area_struct* vma, struct page** pages, unsigned long num);
int vm_map_pages_zero(struct vm_area_struct* vma, struct page** pages, unsigned long num);
vm_fault_t vmf_insert_pfn_prot(struct vm_area_struct* vma, unsigned long addr, unsigned long pfn,
                               pgprot_t pgprot);
vm_fault_t vmf_insert_mixed(struct vm_area_struct* vma, unsigned long addr, pfn_t pfn);
vm_fault_t vmf_insert_mixed_prot(struct vm_area_struct* vma, unsigned long addr, pfn_t pfn,
                                 pgprot_t pgprot);
vm_fault_t vmf_insert_mixed_mkwrite(struct vm_area_struct* vma, unsigned long addr, pfn_t pfn);
struct page* follow_page(struct vm_area_struct* vma, unsigned long address,
                         unsigned int foll_flags);
void init_mem_debugging_and_hardening(void);
void __kernel_poison_pages(struct page* page, int numpages);
void __kernel_unpoison_pages(struct page* page, int numpages);
extern bool _page_poisoning_enabled_early;
extern struct static_key_false _page_poisoning_enabled;
extern struct static_key_true init_on_alloc;
extern struct static_key_false init_on_free;
extern bool _debug_pagealloc_enabled_early;
extern struct static_key_false _debug_pagealloc_enabled;
void __kernel_map_pages(struct page* page, int numpages, int enable);
bool process_shares_mm(struct task_struct* p, struct mm_struct* mm);
extern int sysctl_drop_caches;
int drop_caches_sysctl_handler(struct ctl_table*, int, void*, size_t*, loff_t*);
void drop_slab(void);
extern int randomize_va_space;
const char* arch_vma_name(struct vm_area_struct* vma);
void print_vma_addr(char* prefix, unsigned long rip);
void* sparse_buffer_alloc(unsigned long size);
struct page* __populate_section_memmap(unsigned long pfn, unsigned long nr_pages, int nid,
                                       struct vmem_altmap* altmap, struct dev_pagemap* pgmap);
pgd_t* vmemmap_pgd_populate(unsigned long addr, int node);
p4d_t* vmemmap_p4d_populate(pgd_t* pgd, unsigned long addr, int node);
pud_t* vmemmap_pud_populate(p4d_t* p4d, unsigned long addr, int node);
pmd_t* vmemmap_pmd_populate(pud_t* pud, unsigned long addr, int node);
pte_t* vmemmap_pte_populate(pmd_t* pmd, unsigned long addr, int node, struct vmem_altmap* altmap,
                            struct page* reuse);
void* vmemmap_alloc_block(unsigned long size, int node);
void* vmemmap_alloc_block_buf(unsigned long size, int node, struct vmem_altmap* altmap);
void vmemmap_verify(pte_t*, int, unsigned long, unsigned long);
int vmemmap_populate_basepages(unsigned long start, unsigned long end, int node,
                               struct vmem_altmap* altmap);
int vmemmap_populate(unsigned long start, unsigned long end, int node, struct vmem_altmap* altmap);
void vmemmap_populate_print_last(void);
void register_page_bootmem_memmap(unsigned long section_nr, struct page* map,
                                  unsigned long nr_pages);
int mf_dax_kill_procs(struct address_space* mapping, unsigned long index, unsigned long count,
                      int mf_flags);
int memory_failure(unsigned long pfn, int flags);
void memory_failure_queue_kick(int cpu);
int unpoison_memory(unsigned long pfn);
extern int sysctl_memory_failure_early_kill;
extern int sysctl_memory_failure_recovery;
void shake_page(struct page* p);
extern atomic_long_t num_poisoned_pages;
int soft_offline_page(unsigned long pfn, int flags);
void memory_failure_queue(unsigned long pfn, int flags);
void clear_huge_page(struct page* page, unsigned long addr_hint, unsigned int pages_per_huge_page);
void copy_user_huge_page(struct page* dst, struct page* src, unsigned long addr_hint,
                         struct vm_area_struct* vma, unsigned int pages_per_huge_page);
long copy_huge_page_from_user(struct page* dst_page, const void* usr_src,
                              unsigned int pages_per_huge_page, bool allow_pagefault);
int memcmp_pages(struct page* page1, struct page* page2);
unsigned long clean_record_shared_mapping_range(struct address_space* mapping,
                                                unsigned long first_index, unsigned long nr,
                                                unsigned long bitmap_pgoff, unsigned long* bitmap,
                                                unsigned long* start, unsigned long* end);
unsigned long wp_shared_mapping_range(struct address_space* mapping, unsigned long first_index,
                                      unsigned long nr);
extern int sysctl_nr_trim_pages;
void mem_dump_obj(void* object);

#endif
