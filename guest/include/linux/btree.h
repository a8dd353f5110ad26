// B+trees by interface: sorted maps with keys of 32, 64 or 128 bits. Linux: 6.1 lib/btree.c.
#ifndef _LINUX_BTREE_H
#define _LINUX_BTREE_H

#ifndef BTREE_H
#define BTREE_H

#include <linux/kernel.h>
#include <linux/mempool.h>

struct btree_head {
  unsigned long* node;
  mempool_t* mempool;
  int height;
};
struct btree_geo;
extern struct btree_geo btree_geo32, btree_geo64, btree_geo128;
typedef void (*btree_visit_t)(void* elem, unsigned long opaque, unsigned long* key, size_t index,
                              void* func2);

void* btree_alloc(gfp_t gfp_mask, void* pool_data);
void btree_free(void* element, void* pool_data);
void btree_init_mempool(struct btree_head* head, mempool_t* mempool);
int __must_check btree_init(struct btree_head* head);
void btree_destroy(struct btree_head* head);
void* btree_lookup(struct btree_head* head, struct btree_geo* geo, unsigned long* key);
int __must_check btree_insert(struct btree_head* head, struct btree_geo* geo, unsigned long* key,
                              void* val, gfp_t gfp);
int btree_update(struct btree_head* head, struct btree_geo* geo, unsigned long* key, void* val);
void* btree_remove(struct btree_head* head, struct btree_geo* geo, unsigned long* key);
int btree_merge(struct btree_head* target, struct btree_head* victim, struct btree_geo* geo,
                gfp_t gfp);
void* btree_last(struct btree_head* head, struct btree_geo* geo, unsigned long* key);
void* btree_get_prev(struct btree_head* head, struct btree_geo* geo, unsigned long* key);
size_t btree_visitor(struct btree_head* head, struct btree_geo* geo, unsigned long opaque,
                     btree_visit_t func, void* func2);
size_t btree_grim_visitor(struct btree_head* head, struct btree_geo* geo, unsigned long opaque,
                          btree_visit_t func, void* func2);

// The typed forms: btree_lookup32(head, key) and so on.
#define __MM32_BTREE(suffix, type, geo)                                                          \
  struct btree_head##suffix {                                                                    \
    struct btree_head h;                                                                         \
  };                                                                                             \
  static inline int __must_check btree_init##suffix(struct btree_head##suffix* head) {           \
    return btree_init(&head->h);                                                                 \
  }                                                                                              \
  static inline void btree_destroy##suffix(struct btree_head##suffix* head) {                    \
    btree_destroy(&head->h);                                                                     \
  }                                                                                              \
  static inline void* btree_lookup##suffix(struct btree_head##suffix* head, type key) {          \
    return btree_lookup(&head->h, &geo, (unsigned long*)&key);                                   \
  }                                                                                              \
  static inline int __must_check btree_insert##suffix(struct btree_head##suffix* head, type key, \
                                                      void* val, gfp_t gfp) {                    \
    return btree_insert(&head->h, &geo, (unsigned long*)&key, val, gfp);                         \
  }                                                                                              \
  static inline int btree_update##suffix(struct btree_head##suffix* head, type key, void* val) { \
    return btree_update(&head->h, &geo, (unsigned long*)&key, val);                              \
  }                                                                                              \
  static inline void* btree_remove##suffix(struct btree_head##suffix* head, type key) {          \
    return btree_remove(&head->h, &geo, (unsigned long*)&key);                                   \
  }                                                                                              \
  static inline void* btree_last##suffix(struct btree_head##suffix* head, type* key) {           \
    return btree_last(&head->h, &geo, (unsigned long*)key);                                      \
  }                                                                                              \
  static inline void* btree_get_prev##suffix(struct btree_head##suffix* head, type* key) {       \
    return btree_get_prev(&head->h, &geo, (unsigned long*)key);                                  \
  }
__MM32_BTREE(l, unsigned long, btree_geo32)
__MM32_BTREE(32, u32, btree_geo32)
__MM32_BTREE(64, u64, btree_geo64)
#define btree_for_each_safel(head, key, val) \
  for (val = btree_lastl(head, &key); val; val = btree_get_prevl(head, &key))
#define btree_for_each_safe32(head, key, val) \
  for (val = btree_last32(head, &key); val; val = btree_get_prev32(head, &key))
#define btree_for_each_safe64(head, key, val) \
  for (val = btree_last64(head, &key); val; val = btree_get_prev64(head, &key))

#endif

#define BTREE_TYPE_SUFFIX 64
#define BTREE_TYPE_BITS 64
#define BTREE_TYPE_GEO &btree_geo64
#define BTREE_KEYTYPE u64

#endif
