// Pools of small blocks that devices reach.
#ifndef _LINUX_DMAPOOL_H
#define _LINUX_DMAPOOL_H

#include <asm/io.h>
#include <linux/gfp.h>
#include <linux/scatterlist.h>
#include <linux/types.h>

struct device;
struct dma_pool;

struct dma_pool* dma_pool_create(const char*, struct device*, size_t, size_t, size_t);
void dma_pool_destroy(struct dma_pool*);
void* dma_pool_alloc(struct dma_pool*, gfp_t, dma_addr_t*);
void dma_pool_free(struct dma_pool*, void*, dma_addr_t);
struct dma_pool* dmam_pool_create(const char*, struct device*, size_t, size_t, size_t);
void dmam_pool_destroy(struct dma_pool*);

#define dma_pool_zalloc(pool, mem_flags, handle) \
  dma_pool_alloc(pool, (mem_flags) | __GFP_ZERO, handle)

#endif
