// The contiguous memory area (mm32 run --cma SIZE). The pointer is NULL without one.
#ifndef _LINUX_CMA_H
#define _LINUX_CMA_H

#include <linux/mm_types.h>
#include <linux/types.h>

struct cma;
extern struct cma* dma_contiguous_default_area;

struct page* cma_alloc(struct cma* cma, unsigned long count, unsigned int align, bool no_warn);
bool cma_release(struct cma* cma, const struct page* pages, unsigned long count);

#endif
