// Binary search.
#ifndef _LINUX_BSEARCH_H
#define _LINUX_BSEARCH_H

#include <linux/types.h>
void* bsearch(const void* key, const void* base, size_t num, size_t size, cmp_func_t cmp);
static __always_inline void* __inline_bsearch(const void* key, const void* base, size_t num,
                                              size_t size, cmp_func_t cmp) {
  return bsearch(key, base, num, size, cmp);
}

#endif
