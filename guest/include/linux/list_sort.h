// Stable sort of a list_head list.
#ifndef _LINUX_LIST_SORT_H
#define _LINUX_LIST_SORT_H

#include <linux/list.h>
#include <linux/types.h>
typedef int (*list_cmp_func_t)(void* priv, const struct list_head* a, const struct list_head* b);
void(list_sort)(void* priv, struct list_head* head, list_cmp_func_t cmp);
// Until 5.12 the entries were not const: sources of that time compile too.
#define list_sort(priv, head, cmp) (list_sort)(priv, head, (list_cmp_func_t)(cmp))

#endif
