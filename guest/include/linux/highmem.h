// Temporary and lasting mappings of pages, highmem pages above all.
//
// kmap_atomic and kunmap_atomic take the slot constant of kernels before 2.6.37 (KM_USER0 …) as
// well; it is ignored, slots are a stack.
#ifndef _LINUX_HIGHMEM_H
#define _LINUX_HIGHMEM_H

#include <asm/highmem.h>
#include <asm/page.h>
#include <linux/version.h>
#include <linux/bug.h>
#include <linux/cacheflush.h>
#include <linux/fs.h>
#include <linux/hardirq.h>
#include <linux/kernel.h>
#include <linux/kmsan.h>
#include <linux/mm.h>
#include <linux/string.h>
#include <linux/uaccess.h>

void* kmap_high(struct page* page);
void kunmap_high(struct page* page);
struct page* __kmap_to_page(void* addr);
void* __kmap_local_page_prot(struct page* page, pgprot_t prot);
void* __kmap_local_pfn_prot(unsigned long pfn, pgprot_t prot);
void kunmap_local_indexed(const void* vaddr);
void kmap_flush_unused(void);

enum km_type {
  KM_BOUNCE_READ,
  KM_SKB_SUNRPC_DATA,
  KM_SKB_DATA_SOFTIRQ,
  KM_USER0,
  KM_USER1,
  KM_BIO_SRC_IRQ,
  KM_BIO_DST_IRQ,
  KM_PTE0,
  KM_PTE1,
  KM_IRQ0,
  KM_IRQ1,
  KM_SOFTIRQ0,
  KM_SOFTIRQ1,
  KM_TYPE_NR
};

static inline void* kmap(struct page* page) {
  might_sleep();
  return PageHighMem(page) ? kmap_high(page) : lowmem_page_address(page);
}
static inline void kunmap(struct page* page) {
  might_sleep();
  if (PageHighMem(page)) kunmap_high(page);
}
#define kmap_to_page(addr) __kmap_to_page(addr)
static inline void* kmap_local_page_prot(struct page* page, pgprot_t prot) {
  return __kmap_local_page_prot(page, prot);
}
static inline void* kmap_local_page(struct page* page) {
  return __kmap_local_page_prot(page, PAGE_KERNEL);
}
static inline void* kmap_local_pfn(unsigned long pfn) {
  return __kmap_local_pfn_prot(pfn, PAGE_KERNEL);
}
#define kmap_local_folio(folio, offset) \
  (kmap_local_page(folio_page(folio, (offset) / PAGE_SIZE)) + offset_in_page(offset))
static inline void* __mm32_kmap_atomic(struct page* page, pgprot_t prot) {
  preempt_disable();
  pagefault_disable();
  return __kmap_local_page_prot(page, prot);
}
static inline void __mm32_kunmap_atomic(const void* addr) {
  kunmap_local_indexed(addr);
  pagefault_enable();
  preempt_enable();
}
static inline void* kmap_atomic_pfn(unsigned long pfn) {
  preempt_disable();
  pagefault_disable();
  return __kmap_local_pfn_prot(pfn, PAGE_KERNEL);
}
#if LINUX_VERSION_CODE < KERNEL_VERSION(3, 4, 0)
#define kmap_atomic_pfn(pfn, ...) (kmap_atomic_pfn)(pfn)
#define __MM32_KMAP_PROT2(page, prot) __mm32_kmap_atomic(page, prot)
#define __MM32_KMAP_PROT3(page, type, prot) __mm32_kmap_atomic(page, prot)
#define kmap_atomic_prot(page, ...) \
  __MM32_PICK3(page, __VA_ARGS__, __MM32_KMAP_PROT3, __MM32_KMAP_PROT2, 0)(page, __VA_ARGS__)
#else
#define kmap_atomic_prot(page, prot) __mm32_kmap_atomic(page, prot)
#endif
#define kmap_atomic(page, ...) __mm32_kmap_atomic(page, PAGE_KERNEL)
#define kmap_atomic_to_page(addr) kmap_to_page(addr)
#define kunmap_local(addr) kunmap_local_indexed(addr)
#define kunmap_atomic(addr, ...) __mm32_kunmap_atomic(addr)
#define nr_free_highpages() __nr_free_highpages()
unsigned int __nr_free_highpages(void);

static inline void clear_highpage(struct page* page) {
  void* addr = kmap_local_page(page);
  clear_page(addr);
  kunmap_local(addr);
}
#define clear_user_highpage(page, vaddr) clear_highpage(page)
static inline void copy_highpage(struct page* to, struct page* from) {
  char *src = kmap_local_page(from), *dst = kmap_local_page(to);
  copy_page(dst, src);
  kunmap_local(dst);
  kunmap_local(src);
}
#define copy_user_highpage(to, from, vaddr, vma) copy_highpage(to, from)
static inline void memcpy_page(struct page* dst_page, size_t dst_off, struct page* src_page,
                               size_t src_off, size_t len) {
  char *dst = kmap_local_page(dst_page), *src = kmap_local_page(src_page);
  memcpy(dst + dst_off, src + src_off, len);
  kunmap_local(src);
  kunmap_local(dst);
}
static inline void memset_page(struct page* page, size_t offset, int val, size_t len) {
  char* addr = kmap_local_page(page);
  memset(addr + offset, val, len);
  kunmap_local(addr);
}
static inline void memcpy_from_page(char* to, struct page* page, size_t offset, size_t len) {
  char* from = kmap_local_page(page);
  memcpy(to, from + offset, len);
  kunmap_local(from);
}
static inline void memcpy_to_page(struct page* page, size_t offset, const char* from, size_t len) {
  char* to = kmap_local_page(page);
  memcpy(to + offset, from, len);
  kunmap_local(to);
}
static inline void memzero_page(struct page* page, size_t offset, size_t len) {
  memset_page(page, offset, 0, len);
}
void zero_user_segments(struct page* page, unsigned start1, unsigned end1, unsigned start2,
                        unsigned end2);
static inline void zero_user_segment(struct page* page, unsigned start, unsigned end) {
  zero_user_segments(page, start, end, 0, 0);
}
static inline void zero_user(struct page* page, unsigned start, unsigned size) {
  zero_user_segments(page, start, start + size, 0, 0);
}

static inline void flush_anon_page(struct vm_area_struct* vma, struct page* page,
                                   unsigned long vmaddr) {}
static inline void flush_kernel_vmap_range(void* vaddr, int size) {}
static inline void invalidate_kernel_vmap_range(void* vaddr, int size) {}
static inline void tag_clear_highpage(struct page* page) {}
#define clear_highpage_kasan_tagged(page) clear_highpage(page)
static inline int copy_mc_user_highpage(struct page* to, struct page* from, unsigned long vaddr,
                                        struct vm_area_struct* vma) {
  copy_user_highpage(to, from, vaddr, vma);
  return 0;
}
// Parts of a folio: [start, xend), two of them, or a length.
static inline void folio_zero_segments(struct folio* folio, size_t start1, size_t xend1,
                                       size_t start2, size_t xend2) {
  zero_user_segments(&folio->page, start1, xend1, start2, xend2);
}
static inline void folio_zero_segment(struct folio* folio, size_t start, size_t xend) {
  zero_user_segments(&folio->page, start, xend, 0, 0);
}
static inline void folio_zero_range(struct folio* folio, size_t start, size_t length) {
  zero_user_segments(&folio->page, start, start + length, 0, 0);
}

#endif
