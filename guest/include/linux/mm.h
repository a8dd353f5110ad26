// Pages, mappings and address spaces.
#ifndef _LINUX_MM_H
#define _LINUX_MM_H

#include <asm/page.h>
#include <linux/bug.h>
#include <linux/errno.h>
#include <linux/gfp.h>
#include <linux/kernel.h>
#include <linux/kvmalloc_mm32.h>
#include <linux/list.h>
#include <linux/mm_types.h>
#include <linux/mmap_lock.h>
#include <linux/mmdebug.h>
#include <linux/mmzone.h>
#include <linux/overflow.h>
#include <linux/page-flags-layout.h>
#include <linux/page-flags.h>
#include <linux/page_ref.h>
#include <linux/pfn.h>
#include <linux/pgtable.h>
#include <linux/sched.h>
#include <linux/shrinker.h>
#include <linux/sizes.h>
#include <linux/types.h>
#include <linux/vma_mm32.h>

extern unsigned long max_mapnr;
extern atomic_t _totalram_pages;
extern atomic_t _totalhigh_pages;
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 0, 0)
#define totalram_pages ((unsigned long)atomic_read(&_totalram_pages))
#define totalhigh_pages ((unsigned long)atomic_read(&_totalhigh_pages))
#else
#define totalram_pages() ((unsigned long)atomic_read(&_totalram_pages))
#define totalhigh_pages() ((unsigned long)atomic_read(&_totalhigh_pages))
#endif
#define get_num_physpages() max_mapnr
#define num_physpages get_num_physpages()

#define VM_NONE 0x00000000
#define VM_READ 0x00000001
#define VM_WRITE 0x00000002
#define VM_EXEC 0x00000004
#define VM_SHARED 0x00000008
#define VM_MAYREAD 0x00000010
#define VM_MAYWRITE 0x00000020
#define VM_MAYEXEC 0x00000040
#define VM_MAYSHARE 0x00000080
#define VM_GROWSDOWN 0x00000100
#define VM_PFNMAP 0x00000400
#define VM_LOCKED 0x00002000
#define VM_IO 0x00004000
#define VM_SEQ_READ 0x00008000
#define VM_RAND_READ 0x00010000
#define VM_DONTCOPY 0x00020000
#define VM_DONTEXPAND 0x00040000
#define VM_LOCKONFAULT 0x00080000
#define VM_ACCOUNT 0x00100000
#define VM_NORESERVE 0x00200000
#define VM_HUGETLB 0x00400000
#define VM_SYNC 0x00800000
#define VM_PAT 0x01000000
#define VM_ARCH_1 VM_PAT
#define VM_WIPEONFORK 0x02000000
#define VM_DONTDUMP 0x04000000
#define VM_SOFTDIRTY 0
#define VM_MIXEDMAP 0x10000000
#define VM_HUGEPAGE 0x20000000
#define VM_NOHUGEPAGE 0x40000000
#define VM_MERGEABLE 0x80000000
#define VM_RESERVED (VM_DONTEXPAND | VM_DONTDUMP)

#define VM_FAULT_OOM ((vm_fault_t)0x000001)
#define VM_FAULT_SIGBUS ((vm_fault_t)0x000002)
#define VM_FAULT_MAJOR ((vm_fault_t)0x000004)
#define VM_FAULT_HWPOISON ((vm_fault_t)0x000010)
#define VM_FAULT_SIGSEGV ((vm_fault_t)0x000040)
#define VM_FAULT_NOPAGE ((vm_fault_t)0x000100)
#define VM_FAULT_LOCKED ((vm_fault_t)0x000200)
#define VM_FAULT_RETRY ((vm_fault_t)0x000400)
#define VM_FAULT_FALLBACK ((vm_fault_t)0x000800)
#define VM_FAULT_DONE_COW ((vm_fault_t)0x001000)
#define VM_FAULT_HWPOISON_LARGE ((vm_fault_t)0x000020)
#define VM_FAULT_NEEDDSYNC ((vm_fault_t)0x002000)
#define VM_FAULT_COMPLETED ((vm_fault_t)0x004000)
#define VM_FAULT_HINDEX_MASK ((vm_fault_t)0x0f0000)
#define VM_FAULT_SET_HINDEX(x) ((vm_fault_t)((x) << 16))
#define VM_FAULT_GET_HINDEX(x) (((unsigned int)(x) >> 16) & 0xf)
#define VM_FAULT_MINOR 0

static inline struct zone* page_zone(const struct page* page) {
  return &contig_page_data.node_zones[page_zonenum(page)];
}
#define page_zone_id(page) page_zonenum(page)
#define page_pgdat(page) NODE_DATA(0)

static inline int page_mapcount(struct page* page) { return atomic_read(&page->_mapcount) + 1; }
static inline void page_mapcount_reset(struct page* page) { atomic_set(&page->_mapcount, -1); }
void __folio_put(struct folio* folio);
static inline void get_page(struct page* page) { atomic_inc(&compound_head(page)->_refcount); }
static inline bool put_page_testzero(struct page* page) {
  return atomic_dec_and_test(&page->_refcount);
}
static inline void put_page(struct page* page) {
  struct page* head = compound_head(page);
  if (put_page_testzero(head)) __folio_put((struct folio*)head);
}
static inline bool get_page_unless_zero(struct page* page) {
  return atomic_inc_not_zero(&page->_refcount);
}
#define try_get_page(page) \
  ({                       \
    get_page(page);        \
    true;                  \
  })
static inline void folio_get(struct folio* folio) { atomic_inc(&folio->_refcount); }
static inline bool folio_put_testzero(struct folio* folio) {
  return put_page_testzero(&folio->page);
}
static inline void folio_put(struct folio* folio) {
  if (folio_put_testzero(folio)) __folio_put(folio);
}
static inline void folio_put_refs(struct folio* folio, int refs) {
  if (page_ref_sub_and_test(&folio->page, refs)) __folio_put(folio);
}
void put_pages_list(struct list_head* pages);
void release_pages(struct page** pages, int nr);
static inline unsigned int compound_order(struct page* page) {
  return PageHead(page) ? page[1].compound_order : 0;
}
static inline unsigned long compound_nr(struct page* page) { return 1UL << compound_order(page); }
static inline unsigned long page_size(struct page* page) {
  return PAGE_SIZE << compound_order(page);
}
#define thp_nr_pages(page) compound_nr(page)
#define thp_order(page) compound_order(page)
#define thp_size(page) page_size(page)
static inline unsigned int folio_order(struct folio* folio) { return compound_order(&folio->page); }
static inline long folio_nr_pages(struct folio* folio) { return compound_nr(&folio->page); }
static inline size_t folio_size(struct folio* folio) { return page_size(&folio->page); }
#define folio_shift(folio) (PAGE_SHIFT + folio_order(folio))
#define folio_pfn(folio) page_to_pfn(&(folio)->page)
#define folio_nid(folio) page_to_nid(&(folio)->page)
#define folio_zone(folio) page_zone(&(folio)->page)
#define folio_zonenum(folio) page_zonenum(&(folio)->page)
#define folio_address(folio) page_address(&(folio)->page)
#define folio_page_idx(folio, p) ((p) - &(folio)->page)
static inline bool page_is_pfmemalloc(const struct page* page) {
  return ((unsigned long)page->lru.next & 2) != 0;
}
#define nth_page(page, n) ((page) + (n))
#define page_cache_get(page) get_page(page)
#define page_cache_release(page) put_page(page)
#define mem_map_reserve(page) SetPageReserved(page)
#define mem_map_unreserve(page) ClearPageReserved(page)

void* page_address(const struct page* page);
#define lowmem_page_address(page) page_to_virt(page)
void split_page(struct page* page, unsigned int order);
void free_reserved_page(struct page* page);
struct page* vmalloc_to_page(const void* addr);
unsigned long vmalloc_to_pfn(const void* addr);
bool is_vmalloc_addr(const void* x);
#define is_vmalloc_or_module_addr(x) is_vmalloc_addr(x)
static inline struct page* virt_to_head_page(const void* x) {
  return compound_head(virt_to_page(x));
}

struct sysinfo {
  long uptime;
  unsigned long loads[3];
  unsigned long totalram;
  unsigned long freeram;
  unsigned long sharedram;
  unsigned long bufferram;
  unsigned long totalswap;
  unsigned long freeswap;
  __u16 procs;
  __u16 pad;
  unsigned long totalhigh;
  unsigned long freehigh;
  __u32 mem_unit;
  char _f[8];
};
void si_meminfo(struct sysinfo* val);
long si_mem_available(void);

struct vm_fault {
  struct vm_area_struct* vma;
  gfp_t gfp_mask;
  pgoff_t pgoff;
  union {
    unsigned long address;
    void __user* virtual_address;  // until 4.10
  };
  unsigned long real_address;
  unsigned int flags;
  pmd_t* pmd;
  pud_t* pud;
  pte_t orig_pte;
  struct page* cow_page;
  struct page* page;
  pte_t* pte;
  spinlock_t* ptl;
  pgtable_t prealloc_pte;
};
struct vm_operations_struct {
  void (*open)(struct vm_area_struct* area);
  void (*close)(struct vm_area_struct* area);
  int (*may_split)(struct vm_area_struct* area, unsigned long addr);
  int (*mremap)(struct vm_area_struct* area);
  int (*mprotect)(struct vm_area_struct* vma, unsigned long start, unsigned long end,
                  unsigned long newflags);
#if LINUX_VERSION_CODE < KERNEL_VERSION(4, 11, 0)
  int (*fault)(struct vm_area_struct* vma, struct vm_fault* vmf);
#else
  vm_fault_t (*fault)(struct vm_fault* vmf);
#endif
  vm_fault_t (*huge_fault)(struct vm_fault* vmf, int pe_size);
  vm_fault_t (*map_pages)(struct vm_fault* vmf, pgoff_t start_pgoff, pgoff_t end_pgoff);
  unsigned long (*pagesize)(struct vm_area_struct* area);
  vm_fault_t (*page_mkwrite)(struct vm_fault* vmf);
  vm_fault_t (*pfn_mkwrite)(struct vm_fault* vmf);
  int (*access)(struct vm_area_struct* vma, unsigned long addr, void* buf, int len, int write);
  const char* (*name)(struct vm_area_struct* vma);
  struct page* (*find_special_page)(struct vm_area_struct* vma, unsigned long addr);
#if LINUX_VERSION_CODE < KERNEL_VERSION(2, 6, 26)
  struct page* (*nopage)(struct vm_area_struct* area, unsigned long address, int* type);
  unsigned long (*nopfn)(struct vm_area_struct* area, unsigned long address);
#endif
};
typedef int (*pte_fn_t)(pte_t* pte, unsigned long addr, void* data);
int apply_to_page_range(struct mm_struct* mm, unsigned long address, unsigned long size,
                        pte_fn_t fn, void* data);
int apply_to_existing_page_range(struct mm_struct* mm, unsigned long address, unsigned long size,
                                 pte_fn_t fn, void* data);
int page_is_ram(unsigned long pfn);
pgprot_t vm_get_page_prot(unsigned long vm_flags);
static inline unsigned long vma_pages(struct vm_area_struct* vma) {
  return (vma->vm_end - vma->vm_start) >> PAGE_SHIFT;
}
static inline void vm_flags_set(struct vm_area_struct* vma, vm_flags_t flags) {
  vma->vm_flags |= flags;
}
static inline void vm_flags_clear(struct vm_area_struct* vma, vm_flags_t flags) {
  vma->vm_flags &= ~flags;
}
int set_memory_ro(unsigned long addr, int numpages);
int set_memory_rw(unsigned long addr, int numpages);
int set_memory_x(unsigned long addr, int numpages);
int set_memory_nx(unsigned long addr, int numpages);
// get_user_pages: of 6.1; with task and mm until 4.5, with write and force until 4.8, and without
// the areas since 6.5.
#define FOLL_WRITE 0x01
#define FOLL_FORCE 0x10
long(get_user_pages)(unsigned long start, unsigned long nr_pages, unsigned int gup_flags,
                     struct page** pages, struct vm_area_struct** vmas);
int get_user_pages_fast(unsigned long start, int nr_pages, unsigned int gup_flags,
                        struct page** pages);
#define __MM32_GUP_FLAGS(write, force) (((write) ? FOLL_WRITE : 0) | ((force) ? FOLL_FORCE : 0))
#define __MM32_GUP4(start, n, flags, pages) (get_user_pages)(start, n, flags, pages, NULL)
#define __MM32_GUP5(start, n, flags, pages, vmas) (get_user_pages)(start, n, flags, pages, vmas)
#define __MM32_GUP6(start, n, write, force, pages, vmas) \
  (get_user_pages)(start, n, __MM32_GUP_FLAGS(write, force), pages, vmas)
#define __MM32_GUP8(tsk, mm, start, n, write, force, pages, vmas) \
  __MM32_GUP6(start, n, write, force, pages, vmas)
#define __MM32_PICK_GUP(a, b, c, d, e, f, g, h, picked, ...) picked
#define get_user_pages(...)                                                                       \
  __MM32_PICK_GUP(__VA_ARGS__, __MM32_GUP8, 0, __MM32_GUP6, __MM32_GUP5, __MM32_GUP4, 0, 0, 0, 0) \
  (__VA_ARGS__)

bool page_mapped(struct page* page);
bool folio_mapped(struct folio* folio);
struct address_space* page_mapping(struct page* page);
struct address_space* folio_mapping(struct folio* folio);
bool set_page_dirty(struct page* page);
int set_page_dirty_lock(struct page* page);
bool folio_mark_dirty(struct folio* folio);
bool noop_dirty_folio(struct address_space* mapping, struct folio* folio);
bool clear_page_dirty_for_io(struct page* page);
bool folio_clear_dirty_for_io(struct folio* folio);
void unlock_page(struct page* page);
int page_is_ram(unsigned long pfn);
void adjust_managed_page_count(struct page* page, long count);
extern unsigned long zero_pfn;
#define my_zero_pfn(addr) zero_pfn
#define is_zero_pfn(pfn) ((pfn) == zero_pfn)
void dump_page(struct page* page, const char* reason);
#if LINUX_VERSION_CODE < KERNEL_VERSION(2, 6, 26)
#define NOPAGE_SIGBUS NULL
#define NOPAGE_OOM ((struct page*)-1)
#endif
#define untagged_addr(addr) (addr)
#define unmap_kernel_range(addr, size) vunmap_range(addr, (addr) + (size))

#include <linux/shrinker.h>

struct folio;
struct page;
struct vm_unmapped_area_info;
struct zap_details;

#define PHYSMEM_END ((1ULL << MAX_PHYSMEM_BITS) - 1)
#define MAPCOUNT_ELF_CORE_MARGIN (5)
#define DEFAULT_MAX_MAP_COUNT (USHRT_MAX - MAPCOUNT_ELF_CORE_MARGIN)
#define VM_UFFD_MISSING 0x00000200
#define VM_UFFD_WP 0x00001000
#define VM_MTE VM_NONE
#define VM_MTE_ALLOWED VM_NONE
#define VM_GROWSUP VM_NONE
#define VM_UFFD_MINOR VM_NONE
#define VM_STACK_INCOMPLETE_SETUP (VM_RAND_READ | VM_SEQ_READ | VM_STACK_EARLY)
#define TASK_EXEC ((current->personality & READ_IMPLIES_EXEC) ? VM_EXEC : 0)
#define VM_DATA_FLAGS_TSK_EXEC \
  (VM_READ | VM_WRITE | TASK_EXEC | VM_MAYREAD | VM_MAYWRITE | VM_MAYEXEC)
#define VM_DATA_FLAGS_NON_EXEC (VM_READ | VM_WRITE | VM_MAYREAD | VM_MAYWRITE | VM_MAYEXEC)
#define VM_DATA_FLAGS_EXEC (VM_READ | VM_WRITE | VM_EXEC | VM_MAYREAD | VM_MAYWRITE | VM_MAYEXEC)
#define VM_STACK_DEFAULT_FLAGS VM_DATA_DEFAULT_FLAGS
#define VM_STACK VM_GROWSDOWN
#define VM_STACK_EARLY 0
#define VM_STACK_FLAGS (VM_STACK | VM_STACK_DEFAULT_FLAGS | VM_ACCOUNT)
#define VM_ACCESS_FLAGS (VM_READ | VM_WRITE | VM_EXEC)
#define VM_SPECIAL (VM_IO | VM_DONTEXPAND | VM_PFNMAP | VM_MIXEDMAP)
#define VM_NO_KHUGEPAGED (VM_SPECIAL | VM_HUGETLB)
#define VM_INIT_DEF_MASK VM_NOHUGEPAGE
#define VM_LOCKED_CLEAR_MASK (~(VM_LOCKED | VM_LOCKONFAULT))
#define VM_ARCH_CLEAR VM_NONE
#define VM_FLAGS_CLEAR (ARCH_VM_PKEY_FLAGS | VM_ARCH_CLEAR)
#define FAULT_FLAG_DEFAULT (FAULT_FLAG_ALLOW_RETRY | FAULT_FLAG_KILLABLE | FAULT_FLAG_INTERRUPTIBLE)
#define GUP_PIN_COUNTING_BIAS (1U << 10)
#define SHOW_MEM_FILTER_NODES (0x0001u)
#define ZAP_FLAG_DROP_MARKER ((__force zap_flags_t)BIT(0))
#define ZAP_FLAG_UNMAP ((__force zap_flags_t)BIT(1))
#define MM_CP_TRY_CHANGE_WRITABLE (1UL << 0)
#define MM_CP_PROT_NUMA (1UL << 1)
#define MM_CP_UFFD_WP (1UL << 2)
#define MM_CP_UFFD_WP_RESOLVE (1UL << 3)
#define MM_CP_UFFD_WP_ALL (MM_CP_UFFD_WP | MM_CP_UFFD_WP_RESOLVE)
#define VM_UNMAPPED_AREA_TOPDOWN 1
#define FOLL_TOUCH 0x02
#define FOLL_GET 0x04
#define FOLL_DUMP 0x08
#define FOLL_NOWAIT 0x20
#define FOLL_NOFAULT 0x80
#define FOLL_HWPOISON 0x100
#define FOLL_MIGRATION 0x400
#define FOLL_TRIED 0x800
#define FOLL_REMOTE 0x2000
#define FOLL_ANON 0x8000
#define FOLL_LONGTERM 0x10000
#define FOLL_SPLIT_PMD 0x20000
#define FOLL_PIN 0x40000
#define FOLL_FAST_ONLY 0x80000
enum page_entry_size { PE_SIZE_PTE, PE_SIZE_PMD, PE_SIZE_PUD };
typedef void compound_page_dtor(struct page*);
enum compound_dtor_id {
  NULL_COMPOUND_DTOR,
  COMPOUND_PAGE_DTOR,
  HUGETLB_PAGE_DTOR,
  TRANSHUGE_PAGE_DTOR,
  NR_COMPOUND_DTORS
};
struct zap_details {
  struct folio* single_folio;
  bool even_cows;
  zap_flags_t zap_flags;
};
struct vm_unmapped_area_info {
  unsigned long flags;
  unsigned long length;
  unsigned long low_limit;
  unsigned long high_limit;
  unsigned long align_mask;
  unsigned long align_offset;
};
enum mf_flags {
  MF_COUNT_INCREASED = 1,
  MF_ACTION_REQUIRED,
  MF_MUST_KILL = 4,
  MF_SOFT_OFFLINE = 8,
  MF_UNPOISON = 0x10,
  MF_SW_SIMULATED = 0x20,
  MF_NO_RETRY = 0x40
};
enum mf_result { MF_IGNORED, MF_FAILED, MF_DELAYED, MF_RECOVERED };
enum mf_action_page_type {
  MF_MSG_KERNEL,
  MF_MSG_KERNEL_HIGH_ORDER,
  MF_MSG_SLAB,
  MF_MSG_DIFFERENT_COMPOUND,
  MF_MSG_HUGE,
  MF_MSG_FREE_HUGE,
  MF_MSG_UNMAP_FAILED,
  MF_MSG_DIRTY_SWAPCACHE,
  MF_MSG_CLEAN_SWAPCACHE,
  MF_MSG_DIRTY_MLOCKED_LRU,
  MF_MSG_CLEAN_MLOCKED_LRU,
  MF_MSG_DIRTY_UNEVICTABLE_LRU,
  MF_MSG_CLEAN_UNEVICTABLE_LRU,
  MF_MSG_DIRTY_LRU,
  MF_MSG_CLEAN_LRU,
  MF_MSG_TRUNCATED_LRU,
  MF_MSG_BUDDY,
  MF_MSG_DAX,
  MF_MSG_UNSPLIT_THP,
  MF_MSG_UNKNOWN
};

#include <linux/mm_api_mm32.h>
#include <linux/mm_more_mm32.h>
#include <linux/vma_map_mm32.h>

#define lm_alias(x) __va(__pa_symbol(x))
#define mm_zero_struct_page(pp) ((void)memset((pp), 0, sizeof(struct page)))
#define offset_in_folio(folio, p) ((unsigned long)(p) & (folio_size(folio) - 1))

#include <linux/old_pgtable_mm32.h>
#include <linux/slab.h>
#include <linux/vmstat.h>
// Through <linux/huge_mm.h> sources of later years see files and their calls.
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 20, 0)
#include <asm/fixmap.h>
#include <linux/fs.h>
#include <linux/huge_mm.h>
#include <linux/ioport.h>
#include <linux/memory_hotplug.h>
#include <linux/memremap.h>
#include <linux/page_ext.h>
#endif

#endif
