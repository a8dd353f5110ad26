// Page table entries and their bits.
#ifndef _ASM_PGTABLE_TYPES_H
#define _ASM_PGTABLE_TYPES_H

#include <linux/const.h>
#include <linux/types.h>

#define _PAGE_BIT_PRESENT 0
#define _PAGE_BIT_RW 1
#define _PAGE_BIT_USER 2
#define _PAGE_BIT_PWT 3
#define _PAGE_BIT_PCD 4
#define _PAGE_BIT_ACCESSED 5
#define _PAGE_BIT_DIRTY 6
#define _PAGE_BIT_PSE 7
#define _PAGE_BIT_PAT 7
#define _PAGE_BIT_GLOBAL 8
#define _PAGE_BIT_SPECIAL 9
#define _PAGE_BIT_NX 63

#ifdef CONFIG_X86_PAE
typedef u64 pteval_t;
typedef u64 pmdval_t;
typedef u64 pgdval_t;
typedef u64 pgprotval_t;
typedef u64 pudval_t;
typedef u64 p4dval_t;
#define __MM32_PMD_SHIFT 21
typedef union {
  struct {
    unsigned long pte_low, pte_high;
  };
  pteval_t pte;
} pte_t;
#define PTRS_PER_PTE 512
#define PTRS_PER_PMD 512
#define PTRS_PER_PGD 4
#define PGDIR_SHIFT 30
#define _PAGE_NX (1ULL << _PAGE_BIT_NX)
#define PTE_PFN_MASK ((pteval_t)0x000ffffffffff000ULL)
#else
typedef unsigned long pteval_t;
typedef unsigned long pmdval_t;
typedef unsigned long pgdval_t;
typedef unsigned long pgprotval_t;
typedef unsigned long pudval_t;
typedef unsigned long p4dval_t;
#define __MM32_PMD_SHIFT 22
typedef union {
  pteval_t pte;
  pteval_t pte_low;
} pte_t;
#define PTRS_PER_PTE 1024
#define PTRS_PER_PMD 1
#define PTRS_PER_PGD 1024
#define PGDIR_SHIFT 22
#define _PAGE_NX 0UL
#define PTE_PFN_MASK ((pteval_t)0xfffff000UL)
#endif
#define PGDIR_SIZE (1UL << PGDIR_SHIFT)
#define PGDIR_MASK (~(PGDIR_SIZE - 1))
#define PUD_SHIFT PGDIR_SHIFT
#define P4D_SHIFT PGDIR_SHIFT
#define PUD_SIZE PGDIR_SIZE
#define PUD_MASK PGDIR_MASK
#define PTRS_PER_PUD 1
#define PTRS_PER_P4D 1
typedef struct {
  pgdval_t pgd;
} pgd_t;
typedef struct {
  pgd_t pgd;
} p4d_t;
typedef struct {
  pgd_t pgd;
} pud_t;
typedef struct {
  pmdval_t pmd;
} pmd_t;
typedef struct {
  pgprotval_t pgprot;
} pgprot_t;
typedef struct page* pgtable_t;

#define _PAGE_PRESENT ((pteval_t)0x001)
#define _PAGE_RW ((pteval_t)0x002)
#define _PAGE_USER ((pteval_t)0x004)
#define _PAGE_PWT ((pteval_t)0x008)
#define _PAGE_PCD ((pteval_t)0x010)
#define _PAGE_ACCESSED ((pteval_t)0x020)
#define _PAGE_DIRTY ((pteval_t)0x040)
#define _PAGE_PSE ((pteval_t)0x080)
#define _PAGE_PAT ((pteval_t)0x080)
#define _PAGE_GLOBAL ((pteval_t)0x100)
#define _PAGE_SPECIAL ((pteval_t)0x200)
#define _PAGE_PROTNONE _PAGE_GLOBAL
#define _KERNPG_TABLE (_PAGE_PRESENT | _PAGE_RW | _PAGE_ACCESSED | _PAGE_DIRTY)
#define _PAGE_TABLE (_KERNPG_TABLE | _PAGE_USER)
#define _PAGE_CHG_MASK \
  (PTE_PFN_MASK | _PAGE_PCD | _PAGE_PWT | _PAGE_ACCESSED | _PAGE_DIRTY | _PAGE_SPECIAL)
#define PTE_FLAGS_MASK (~PTE_PFN_MASK)

extern pteval_t __supported_pte_mask;
extern pteval_t __default_kernel_pte_mask;

#define __PAGE_KERNEL (_KERNPG_TABLE | _PAGE_GLOBAL | _PAGE_NX)
#define __PAGE_KERNEL_EXEC (_KERNPG_TABLE | _PAGE_GLOBAL)
#define __PAGE_KERNEL_RO (_PAGE_PRESENT | _PAGE_ACCESSED | _PAGE_DIRTY | _PAGE_GLOBAL | _PAGE_NX)
#define __PAGE_KERNEL_NOCACHE (__PAGE_KERNEL | _PAGE_PCD | _PAGE_PWT)

#define __pte(x) ((pte_t){.pte = (x)})
#define __pmd(x) ((pmd_t){(x)})
#define __pgd(x) ((pgd_t){(x)})
#define __pgprot(x) ((pgprot_t){(x)})
#define pte_val(x) ((x).pte)
#define pmd_val(x) ((x).pmd)
#define pgd_val(x) ((x).pgd)
#define pud_val(x) ((x).pgd.pgd)
#define p4d_val(x) ((x).pgd.pgd)
#define pgprot_val(x) ((x).pgprot)

#define __MM32_KERNEL_PROT(x) __pgprot((x)&__default_kernel_pte_mask)
#define PAGE_KERNEL __MM32_KERNEL_PROT(__PAGE_KERNEL)
#define PAGE_KERNEL_EXEC __MM32_KERNEL_PROT(__PAGE_KERNEL_EXEC)
#define PAGE_KERNEL_RO __MM32_KERNEL_PROT(__PAGE_KERNEL_RO)
#define PAGE_KERNEL_NOCACHE __MM32_KERNEL_PROT(__PAGE_KERNEL_NOCACHE)
#define PAGE_KERNEL_IO PAGE_KERNEL
#define PAGE_KERNEL_IO_NOCACHE PAGE_KERNEL_NOCACHE
#define PAGE_NONE __pgprot(_PAGE_PROTNONE | _PAGE_ACCESSED)
#define PAGE_SHARED __pgprot(_PAGE_PRESENT | _PAGE_RW | _PAGE_USER | _PAGE_ACCESSED | _PAGE_NX)
#define PAGE_COPY __pgprot(_PAGE_PRESENT | _PAGE_USER | _PAGE_ACCESSED | _PAGE_NX)
#define PAGE_READONLY PAGE_COPY
#define PAGE_READONLY_EXEC __pgprot(_PAGE_PRESENT | _PAGE_USER | _PAGE_ACCESSED)
#define pgprot_noncached(prot) __pgprot(pgprot_val(prot) | _PAGE_PCD)
pgprot_t pgprot_writecombine(pgprot_t prot);
pgprot_t pgprot_writethrough(pgprot_t prot);
#define pgprot_writecombine pgprot_writecombine
#define pgprot_writethrough pgprot_writethrough
#define pgprot_device(prot) pgprot_noncached(prot)
#define pgprot_dmacoherent(prot) (prot)

#define __PAGE_KERNEL_ROX (_PAGE_PRESENT | _PAGE_ACCESSED | _PAGE_DIRTY | _PAGE_GLOBAL)
#define __PAGE_KERNEL_VVAR (__PAGE_KERNEL_RO | _PAGE_USER)
#define __PAGE_KERNEL_LARGE (__PAGE_KERNEL | _PAGE_PSE)
#define __PAGE_KERNEL_LARGE_EXEC (__PAGE_KERNEL_EXEC | _PAGE_PSE)
#define PAGE_KERNEL_ROX __MM32_KERNEL_PROT(__PAGE_KERNEL_ROX)
#define PAGE_KERNEL_VVAR __MM32_KERNEL_PROT(__PAGE_KERNEL_VVAR)
#define PAGE_KERNEL_LARGE __MM32_KERNEL_PROT(__PAGE_KERNEL_LARGE)
#define PAGE_KERNEL_LARGE_EXEC __MM32_KERNEL_PROT(__PAGE_KERNEL_LARGE_EXEC)
#define PAGE_KERNEL_NOENC PAGE_KERNEL
#define PAGE_KERNEL_EXEC_NOENC PAGE_KERNEL_EXEC
#define PAGE_SHARED_EXEC __pgprot(_PAGE_PRESENT | _PAGE_RW | _PAGE_USER | _PAGE_ACCESSED)
#define PAGE_COPY_NOEXEC PAGE_COPY
#define PAGE_COPY_EXEC PAGE_READONLY_EXEC
#define PTE_IDENT_ATTR 0x003
#define PDE_IDENT_ATTR 0x063
#define PGD_IDENT_ATTR 0x001

static inline pgprot_t pgprot_nx(pgprot_t prot) { return __pgprot(pgprot_val(prot) | _PAGE_NX); }
#define pgprot_nx pgprot_nx
static inline pgd_t native_make_pgd(pgdval_t val) { return __pgd(val); }
static inline pgdval_t native_pgd_val(pgd_t pgd) { return pgd_val(pgd); }
static inline pud_t native_make_pud(pudval_t val) { return (pud_t){__pgd(val)}; }
static inline pudval_t native_pud_val(pud_t pud) { return pud_val(pud); }
static inline pmd_t native_make_pmd(pmdval_t val) { return __pmd(val); }
static inline pmdval_t native_pmd_val(pmd_t pmd) { return pmd_val(pmd); }
static inline pte_t native_make_pte(pteval_t val) { return __pte(val); }
static inline pteval_t native_pte_val(pte_t pte) { return pte_val(pte); }
static inline pteval_t pte_flags(pte_t pte) { return pte_val(pte) & PTE_FLAGS_MASK; }
static inline pgdval_t pgd_flags(pgd_t pgd) { return pgd_val(pgd) & PTE_FLAGS_MASK; }
static inline p4dval_t p4d_flags(p4d_t p4d) { return p4d_val(p4d) & PTE_FLAGS_MASK; }
static inline pudval_t pud_flags(pud_t pud) { return pud_val(pud) & PTE_FLAGS_MASK; }
// The flags of a large page are above its coarser frame number.
static inline pmdval_t pmd_pfn_mask(pmd_t pmd) {
  return pmd_val(pmd) & _PAGE_PSE ? PTE_PFN_MASK & ~(pmdval_t)((1UL << __MM32_PMD_SHIFT) - 1)
                                  : PTE_PFN_MASK;
}
static inline pmdval_t pmd_flags_mask(pmd_t pmd) { return ~pmd_pfn_mask(pmd); }
static inline pmdval_t pmd_flags(pmd_t pmd) { return pmd_val(pmd) & pmd_flags_mask(pmd); }
static inline pudval_t pud_pfn_mask(pud_t pud) { return PTE_PFN_MASK; }
static inline p4dval_t p4d_pfn_mask(p4d_t p4d) { return PTE_PFN_MASK; }
// Bit 7 says large in a table of tables and PAT in a table of pages; a large page has PAT in
// bit 12.
static inline unsigned long protval_4k_2_large(unsigned long val) {
  return (val & ~(0x1080UL)) | (val & 0x80) << 5;
}
static inline pgprot_t pgprot_4k_2_large(pgprot_t prot) {
  const pgprotval_t bits = (pgprotval_t)0x1080;
  return __pgprot((pgprot_val(prot) & ~bits) | (pgprot_val(prot) & 0x80) << 5);
}
static inline unsigned long protval_large_2_4k(unsigned long val) {
  return (val & ~(0x1080UL)) | (val & 0x1000) >> 5;
}
static inline pgprot_t pgprot_large_2_4k(pgprot_t prot) {
  const pgprotval_t bits = (pgprotval_t)0x1080;
  return __pgprot((pgprot_val(prot) & ~bits) | (pgprot_val(prot) & 0x1000) >> 5);
}

#endif
