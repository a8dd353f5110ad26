// Rights and caching of pages by struct page, and protections as values. What a change does to the
// tables is decided on the host (set_memory_*). Linux: arch/x86/mm/pat/set_memory.c, memtype.c.
//
// The CPU has no page attribute table: write-combining is UC-, as on the reference machine.
#include <asm/memtype.h>
#include <asm/set_memory.h>
#include <linux/errno.h>
#include <linux/export.h>
#include <linux/mm.h>

unsigned long cachemode2protval(enum page_cache_mode mode) {
  static const unsigned char bits[_PAGE_CACHE_MODE_NUM] = {
      [_PAGE_CACHE_MODE_WB] = 0,
      [_PAGE_CACHE_MODE_WC] = _PAGE_PCD,
      [_PAGE_CACHE_MODE_UC_MINUS] = _PAGE_PCD,
      [_PAGE_CACHE_MODE_UC] = _PAGE_PCD | _PAGE_PWT,
      [_PAGE_CACHE_MODE_WT] = _PAGE_PWT,
      [_PAGE_CACHE_MODE_WP] = _PAGE_PCD,
  };
  return bits[mode];
}
EXPORT_SYMBOL(cachemode2protval);

pgprot_t pgprot_writecombine(pgprot_t prot) {
  return __pgprot(pgprot_val(prot) | cachemode2protval(_PAGE_CACHE_MODE_WC));
}
EXPORT_SYMBOL(pgprot_writecombine);

pgprot_t pgprot_writethrough(pgprot_t prot) {
  return __pgprot(pgprot_val(prot) | cachemode2protval(_PAGE_CACHE_MODE_WT));
}
EXPORT_SYMBOL(pgprot_writethrough);

bool pat_enabled(void) { return false; }
EXPORT_SYMBOL(pat_enabled);

bool pat_pfn_immune_to_uc_mtrr(unsigned long pfn) { return false; }
EXPORT_SYMBOL(pat_pfn_immune_to_uc_mtrr);

// Memory types of ranges are not tracked against each other: every request is granted.
int arch_io_reserve_memtype_wc(resource_size_t start, resource_size_t size) { return 0; }
EXPORT_SYMBOL(arch_io_reserve_memtype_wc);
void arch_io_free_memtype_wc(resource_size_t start, resource_size_t size) {}
EXPORT_SYMBOL(arch_io_free_memtype_wc);

// The CPU's caches are coherent and hold nothing back.
void clflush_cache_range(void* vaddr, unsigned int size) { __asm__ volatile("" : : : "memory"); }
EXPORT_SYMBOL(clflush_cache_range);

// The machine's memory is not encrypted.
int set_memory_encrypted(unsigned long addr, int numpages) { return 0; }
EXPORT_SYMBOL(set_memory_encrypted);
int set_memory_decrypted(unsigned long addr, int numpages) { return 0; }
EXPORT_SYMBOL(set_memory_decrypted);

static unsigned long address_of(struct page* page) { return (unsigned long)page_address(page); }

int set_pages_uc(struct page* page, int numpages) {
  return set_memory_uc(address_of(page), numpages);
}
EXPORT_SYMBOL(set_pages_uc);

int set_pages_wb(struct page* page, int numpages) {
  return set_memory_wb(address_of(page), numpages);
}
EXPORT_SYMBOL(set_pages_wb);

int set_pages_ro(struct page* page, int numpages) {
  return set_memory_ro(address_of(page), numpages);
}
EXPORT_SYMBOL(set_pages_ro);

int set_pages_rw(struct page* page, int numpages) {
  return set_memory_rw(address_of(page), numpages);
}
EXPORT_SYMBOL(set_pages_rw);

// A highmem page has no kernel mapping to change: 6.1 dies of it.
static noinline void __cpa_process_fault(void) {
  __asm__ volatile("movl 0, %%eax" : : : "eax");
}

static noinline int _set_pages_array(struct page** pages, int n,
                                     int (*set)(unsigned long addr, int numpages)) {
  int i, error = 0;

  for (i = 0; i < n && !error; i++)
    if (PageHighMem(pages[i]))
      __cpa_process_fault();
    else
      error = set(address_of(pages[i]), 1);
  return error;
}

noinline int set_pages_array_uc(struct page** pages, int n) {
  return _set_pages_array(pages, n, set_memory_uc);
}
EXPORT_SYMBOL(set_pages_array_uc);
noinline int set_pages_array_wc(struct page** pages, int n) {
  return _set_pages_array(pages, n, set_memory_wc);
}
EXPORT_SYMBOL(set_pages_array_wc);
noinline int set_pages_array_wb(struct page** pages, int n) {
  return _set_pages_array(pages, n, set_memory_wb);
}
EXPORT_SYMBOL(set_pages_array_wb);

phys_addr_t slow_virt_to_phys(void* address) {
  const unsigned long va = (unsigned long)address;
  unsigned int level;
  pte_t* pte = lookup_address(va, &level);
  unsigned long mask = level == PG_LEVEL_2M ? PMD_MASK : PAGE_MASK;

  BUG_ON(!pte);
  return (((phys_addr_t)pte_pfn(*pte) << PAGE_SHIFT) & ~(phys_addr_t)~mask) | (va & ~mask);
}
EXPORT_SYMBOL(slow_virt_to_phys);

// Protections of user mappings: writing in place needs a shared one. Linux's function works on 32
// bits, so that it never gives NX.
pgprot_t vm_get_page_prot(unsigned long vm_flags) {
  unsigned long prot = _PAGE_PRESENT | _PAGE_USER | _PAGE_ACCESSED;

  if (!(vm_flags & (VM_READ | VM_WRITE | VM_EXEC))) return PAGE_NONE;
  if ((vm_flags & (VM_WRITE | VM_SHARED)) == (VM_WRITE | VM_SHARED)) prot |= _PAGE_RW;
  return __pgprot(prot);
}
EXPORT_SYMBOL(vm_get_page_prot);
