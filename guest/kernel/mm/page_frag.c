/*
 * Small pieces of pages, handed out from the end of a block to its beginning.
 *
 * The block's reference count is raised by as many pieces as it could ever give when it is taken
 * (pagecnt_bias counts them down), so that handing one out touches the cache only. When the block
 * is used up and all pieces came back it is used again. Linux: mm/page_alloc.c, page_frag_alloc.
 */
#include <linux/export.h>
#include <linux/gfp.h>
#include <linux/mm.h>

static struct page *refill(struct page_frag_cache *nc, gfp_t gfp)
{
	const gfp_t block = gfp | __GFP_COMP | __GFP_NOWARN | __GFP_NORETRY | __GFP_NOMEMALLOC;
	struct page *page = alloc_pages(block, PAGE_FRAG_CACHE_MAX_ORDER);

	nc->size = page ? PAGE_FRAG_CACHE_MAX_SIZE : PAGE_SIZE;
	if (!page)
		page = alloc_pages(gfp, 0);
	nc->va = page ? page_address(page) : NULL;
	if (!page)
		return NULL;
	page_ref_add(page, PAGE_FRAG_CACHE_MAX_SIZE);
	nc->pfmemalloc = page_is_pfmemalloc(page);
	nc->pagecnt_bias = PAGE_FRAG_CACHE_MAX_SIZE + 1;
	nc->offset = nc->size;
	return page;
}

/* The block is used up. NULL: others still hold pieces of it. */
static struct page *reuse(struct page_frag_cache *nc)
{
	struct page *page = virt_to_page(nc->va);

	if (!page_ref_sub_and_test(page, nc->pagecnt_bias))
		return NULL;
	if (nc->pfmemalloc) {
		__folio_put(page_folio(page));
		return NULL;
	}
	set_page_count(page, PAGE_FRAG_CACHE_MAX_SIZE + 1);
	nc->pagecnt_bias = PAGE_FRAG_CACHE_MAX_SIZE + 1;
	nc->offset = nc->size;
	return page;
}

void *page_frag_alloc_align(struct page_frag_cache *nc, unsigned int fragsz, gfp_t gfp_mask,
			    unsigned int align_mask)
{
	int offset;

	if (!nc->va && !refill(nc, gfp_mask))
		return NULL;
	offset = nc->offset - fragsz;
	if (offset < 0) {
		if (!reuse(nc) && !refill(nc, gfp_mask))
			return NULL;
		offset = nc->offset - fragsz;
		if (offset < 0)
			return NULL;
	}
	nc->pagecnt_bias--;
	nc->offset = offset & align_mask;
	return nc->va + nc->offset;
}
EXPORT_SYMBOL(page_frag_alloc_align);

void page_frag_free(void *addr)
{
	struct page *page = virt_to_head_page(addr);

	if (put_page_testzero(page))
		__folio_put(page_folio(page));
}
EXPORT_SYMBOL(page_frag_free);

void __page_frag_cache_drain(struct page *page, unsigned int count)
{
	if (page_ref_sub_and_test(page, count))
		__folio_put(page_folio(page));
}
EXPORT_SYMBOL(__page_frag_cache_drain);
