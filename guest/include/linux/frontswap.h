// Swapping to memory elsewhere.
#ifndef _LINUX_FRONTSWAP_H
#define _LINUX_FRONTSWAP_H

#include <linux/mm.h>
#include <linux/swap.h>

struct frontswap_ops;
struct page;
struct static_key_false;

struct frontswap_ops {
  void (*init)(unsigned int);
  int (*store)(unsigned int, unsigned long, struct page*);
  int (*load)(unsigned int, unsigned long, struct page*);
  void (*invalidate_page)(unsigned int, unsigned long);
  void (*invalidate_area)(unsigned int);
};
int frontswap_register_ops(const struct frontswap_ops* ops);
void frontswap_init(unsigned int type, unsigned long* map);
int __frontswap_store(struct page* page);
int __frontswap_load(struct page* page);
void __frontswap_invalidate_page(unsigned int, unsigned long);
void __frontswap_invalidate_area(unsigned int);
extern struct static_key_false frontswap_enabled_key;

// Inline in Linux.
struct swap_info_struct;
bool frontswap_enabled(void);
void frontswap_map_set(struct swap_info_struct* p, unsigned long* map);
unsigned long* frontswap_map_get(struct swap_info_struct* p);
int frontswap_store(struct page* page);
int frontswap_load(struct page* page);
void frontswap_invalidate_page(unsigned int type, unsigned long offset);
void frontswap_invalidate_area(unsigned int type);

#endif
