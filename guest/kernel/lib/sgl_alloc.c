// Scatterlists with pages of their own, and walks over pages. Linux: 6.1 lib/scatterlist.c.
#include <linux/bug.h>
#include <linux/export.h>
#include <linux/gfp.h>
#include <linux/scatterlist.h>
#include <linux/slab.h>

struct scatterlist* sgl_alloc_order(unsigned long long length, unsigned int order, bool chainable,
                                    gfp_t gfp, unsigned int* nent_p) {
  u64 piece = (u64)PAGE_SIZE << order;
  unsigned int pieces = round_up(length, piece) >> (PAGE_SHIFT + order);
  unsigned int entries = pieces + chainable;
  struct scatterlist *sgl, *sg;
  if (length > (u64)pieces << (PAGE_SHIFT + order) || entries < pieces) return NULL;
  sgl = kmalloc_array(entries, sizeof(*sgl), gfp & ~GFP_DMA);
  if (!sgl) return NULL;
  sg_init_table(sgl, entries);
  for (sg = sgl; length; sg = sg_next(sg)) {
    unsigned int bytes = min_t(u64, length, piece);
    struct page* page = alloc_pages(gfp, order);
    if (!page) {
      sgl_free_order(sgl, order);
      return NULL;
    }
    sg_set_page(sg, page, bytes, 0);
    length -= bytes;
  }
  if (nent_p) *nent_p = pieces;
  return sgl;
}
EXPORT_SYMBOL(sgl_alloc_order);
struct scatterlist* sgl_alloc(unsigned long long length, gfp_t gfp, unsigned int* nent_p) {
  return sgl_alloc_order(length, 0, false, gfp, nent_p);
}
EXPORT_SYMBOL(sgl_alloc);

void sgl_free_n_order(struct scatterlist* sgl, int nents, int order) {
  struct scatterlist* sg;
  int i;
  for_each_sg(sgl, sg, nents, i) {
    if (!sg) break;
    if (sg_page(sg)) __free_pages(sg_page(sg), order);
  }
  kfree(sgl);
}
EXPORT_SYMBOL(sgl_free_n_order);
void sgl_free_order(struct scatterlist* sgl, int order) { sgl_free_n_order(sgl, INT_MAX, order); }
EXPORT_SYMBOL(sgl_free_order);
void sgl_free(struct scatterlist* sgl) { sgl_free_order(sgl, 0); }
EXPORT_SYMBOL(sgl_free);

void __sg_page_iter_start(struct sg_page_iter* piter, struct scatterlist* sglist,
                          unsigned int nents, unsigned long pgoffset) {
  *piter = (struct sg_page_iter){.sg = sglist, .sg_pgoffset = pgoffset, .__nents = nents};
}
EXPORT_SYMBOL(__sg_page_iter_start);

static bool next_page(struct sg_page_iter* piter, unsigned int (*pages)(struct scatterlist*)) {
  if (!piter->__nents || !piter->sg) return false;
  piter->sg_pgoffset += piter->__pg_advance;
  piter->__pg_advance = 1;
  while (piter->sg_pgoffset >= pages(piter->sg)) {
    piter->sg_pgoffset -= pages(piter->sg);
    piter->sg = sg_next(piter->sg);
    if (!--piter->__nents || !piter->sg) return false;
  }
  return true;
}
static unsigned int cpu_pages(struct scatterlist* sg) {
  return PAGE_ALIGN(sg->offset + sg->length) >> PAGE_SHIFT;
}
static unsigned int dma_pages(struct scatterlist* sg) {
  return PAGE_ALIGN(sg->offset + sg_dma_len(sg)) >> PAGE_SHIFT;
}
bool __sg_page_iter_next(struct sg_page_iter* piter) { return next_page(piter, cpu_pages); }
EXPORT_SYMBOL(__sg_page_iter_next);
bool __sg_page_iter_dma_next(struct sg_dma_page_iter* dma_iter) {
  return next_page(&dma_iter->base, dma_pages);
}
EXPORT_SYMBOL(__sg_page_iter_dma_next);
