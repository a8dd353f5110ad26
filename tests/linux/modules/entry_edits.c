// Entries of page tables by hand: variants, changes in place, what the CPU marks, ranges with
// callbacks.
#include <asm/pgtable.h>
#include <asm/set_memory.h>
#include <asm/tlbflush.h>
#include <linux/highmem.h>
#include <linux/io.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/sched.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

static pte_t* pte_of(unsigned long a) {
  pgd_t* pgd = pgd_offset(current->mm, a);
  p4d_t* p4d;
  pud_t* pud;
  pmd_t* pmd;
  if (pgd_none(*pgd) || pgd_bad(*pgd)) return NULL;
  p4d = p4d_offset(pgd, a);
  if (p4d_none(*p4d) || p4d_bad(*p4d)) return NULL;
  pud = pud_offset(p4d, a);
  if (pud_none(*pud) || pud_bad(*pud)) return NULL;
  pmd = pmd_offset(pud, a);
  if (pmd_none(*pmd)) return NULL;
  if (pmd_large(*pmd)) return (pte_t*)pmd;
  return pte_offset_kernel(pmd, a);
}
static void inval(unsigned long a) { asm volatile("invlpg (%0)" ::"r"(a) : "memory"); }
#define V(p) ((u64)pte_val(p))
#define FL(p) (V(p) & ~((u64)0xffffffffffull << 12))
static void bits(const char* w, pte_t p) {
  pr_info(
      "%s: %llx present %d none %d write %d dirty %d young %d exec %d special %d global %d huge "
      "%d\n",
      w, FL(p), pte_present(p), pte_none(p), pte_write(p), pte_dirty(p), pte_young(p), pte_exec(p),
      pte_special(p), pte_global(p), pte_huge(p));
}
static int visit_n, visit_border;
static int visit(pte_t* pte, unsigned long addr, void* data) {
  visit_n++;
  if (!(addr & ~PMD_MASK)) visit_border++;
  return visit_n == (long)data ? -EINTR : 0;
}
static int __init start(void) {
  char *a = vmalloc(4 * PAGE_SIZE), *b;
  pte_t *pte, old, p2;
  struct page* page = alloc_page(GFP_KERNEL | __GFP_ZERO);
  u64 save;
  struct page* pg2 = alloc_page(GFP_HIGHUSER);
  int r;
  unsigned long base;
  memset(a, 1, 4 * PAGE_SIZE);
  pte = pte_of((unsigned long)a);
  bits("fresh", *pte);
  old = *pte;
  bits("wrprotect", pte_wrprotect(old));
  bits("mkwrite", pte_mkwrite(pte_wrprotect(old)));
  bits("mkclean", pte_mkclean(old));
  bits("mkold", pte_mkold(old));
  bits("mkspecial", pte_mkspecial(old));
  bits("mkhuge", pte_mkhuge(old));
  bits("clrhuge", pte_clrhuge(pte_mkhuge(old)));
  bits("clrglobal", pte_clrglobal(old));
  bits("mkglobal", pte_mkglobal(old));
  bits("mkexec", pte_mkexec(old));
  bits("modify ro", pte_modify(old, PAGE_KERNEL_RO));
  bits("modify none", pte_modify(old, PAGE_NONE));
  bits("modify shared exec", pte_modify(old, PAGE_SHARED_EXEC));
  bits("modify back", pte_modify(pte_modify(old, PAGE_NONE), PAGE_KERNEL));
  pr_info("pfn %d %d\n", pte_pfn(pte_modify(old, PAGE_NONE)) == pte_pfn(old),
          pte_pfn(pte_modify(pte_modify(old, PAGE_NONE), PAGE_KERNEL)) == pte_pfn(old));
  bits("mk_pte", mk_pte(page, PAGE_KERNEL));
  bits("pfn_pte", pfn_pte(0xfffff, PAGE_KERNEL_NOCACHE));
  pr_info("pte_page %d same %d %d\n", pte_page(old) == vmalloc_to_page(a), pte_same(old, *pte),
          pte_same(old, pte_wrprotect(old)));
  pr_info("pgprot %llx\n", (u64)pgprot_val(pte_pgprot(old)));
  // by hand: other page behind
  set_pte(pte, mk_pte(page, PAGE_KERNEL));
  inval((unsigned long)a);
  pr_info("swapped: %d to_page %d\n", a[0], vmalloc_to_page(a) == page);
  a[0] = 9;
  pr_info("through %d\n", *(char*)page_address(page));
  bits("dirty by cpu", *pte);
  pte = pte_of((unsigned long)a);
  set_pte(pte, pte_mkold(pte_mkclean(*pte)));
  inval((unsigned long)a);
  bits("cleaned", *pte);
  r = *(volatile char*)a;
  bits("after read", *pte);
  a[1] = 1;
  bits("after write", *pte);
  p2 = native_ptep_get_and_clear(pte);
  inval((unsigned long)a);
  bits("taken", p2);
  bits("left", *pte);
  pr_info("to_page %d\n", vmalloc_to_page(a) != NULL);
  set_pte_at(current->mm, (unsigned long)a, pte, old);
  inval((unsigned long)a);
  pr_info("restored %d\n", a[0]);
  set_pte(pte, pte_wrprotect(*pte));
  inval((unsigned long)a);
  pr_info("ro read %d\n", a[0]);
  set_pte(pte, old);
  inval((unsigned long)a);
  pte_clear(current->mm, (unsigned long)a + PAGE_SIZE, pte_of((unsigned long)a + PAGE_SIZE));
  inval((unsigned long)a + PAGE_SIZE);
  pr_info("nofault read %ld\n", copy_from_kernel_nofault(&save, a + PAGE_SIZE, 8));
  pr_info("across %ld\n", copy_from_kernel_nofault(&save, a + PAGE_SIZE - 4, 8));
  vfree(a);
  pr_info("vfree with a hole went well\n");
  // lookup levels
  {
    unsigned int l;
    pte_t* q;
    q = lookup_address(PAGE_OFFSET, &l);
    pr_info("first %d %d\n", q != NULL, l);
    q = lookup_address(PAGE_OFFSET + (64 << 20), &l);
    pr_info("large %d %d\n", q != NULL, l);
    q = lookup_address(0, &l);
    pr_info("zero %d %d\n", q != NULL, l);
    q = lookup_address(0xbffff000, &l);
    pr_info("user top %d %d\n", q != NULL, l);
    q = lookup_address((unsigned long)high_memory + 0x1000, &l);
    pr_info("gap %d %d\n", q != NULL, l);
    q = lookup_address(0xffffffff, &l);
    pr_info("last %d %d none %d\n", q != NULL, l, q ? pte_none(*q) : -1);
    q = lookup_address(0xfffff000, &l);
    pr_info("last %d %d none %d\n", q != NULL, l, q ? pte_none(*q) : -1);
  }
  // apply over pmd borders
  b = vmalloc(9 << 20);
  base = ((unsigned long)b + PMD_SIZE) & PMD_MASK;
  visit_n = visit_border = 0;
  r = apply_to_page_range(current->mm, base - 2 * PAGE_SIZE, 4 * PAGE_SIZE, visit, NULL);
  pr_info("over border %d n %d borders %d\n", r, visit_n, visit_border);
  visit_n = visit_border = 0;
  r = apply_to_page_range(current->mm, base, PMD_SIZE, visit, NULL);
  pr_info("pmd %d n %d borders %d\n", r, visit_n, visit_border);
  visit_n = visit_border = 0;
  r = apply_to_page_range(current->mm, base - PAGE_SIZE, PMD_SIZE + 2 * PAGE_SIZE, visit,
                          (void*)3L);
  pr_info("stop %d n %d borders %d\n", r, visit_n, visit_border);
  visit_n = 0;
  r = apply_to_page_range(current->mm, base + 5, PAGE_SIZE, visit, NULL);
  pr_info("odd %d n %d\n", r, visit_n);
  r = apply_to_page_range(current->mm, base, PAGE_SIZE, NULL, NULL);
  pr_info("no function %d\n", r);
  vfree(b);
  __free_page(page);
  __free_page(pg2);
  pr_info("kern_addr %d %d %d %d\n", virt_addr_valid((void*)0xc2000000),
          virt_addr_valid(high_memory), virt_addr_valid((void*)0x1000),
          virt_addr_valid((void*)0xfffff000));
  pr_info("pfn_valid %d %d %d\n", pfn_valid(0), pfn_valid(max_mapnr - 1), pfn_valid(max_mapnr));
  pr_info("masks %lx %lx %lx %lu\n", PMD_MASK, PGDIR_MASK, (unsigned long)PTRS_PER_PMD,
          (unsigned long)KERNEL_PGD_BOUNDARY);
  pr_info("phys mask %llx pteflags %llx\n", (u64)PHYSICAL_PAGE_MASK, (u64)PTE_FLAGS_MASK);
  pr_info("index %lu %lu %lu\n", (unsigned long)pgd_index(0xdeadbeef),
          (unsigned long)pmd_index(0xdeadbeef), (unsigned long)pte_index(0xdeadbeef));
  return 0;
}
static void __exit stop(void) {}
module_init(start);
module_exit(stop);
MODULE_LICENSE("GPL");
