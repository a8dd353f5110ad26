// A hash chain whose lowest pointer bit is a lock.
#ifndef _LINUX_LIST_BL_H
#define _LINUX_LIST_BL_H

#include <linux/bit_spinlock.h>
#include <linux/list.h>

struct hlist_bl_node;

struct hlist_bl_head {
  struct hlist_bl_node* first;
};
_Static_assert(sizeof(struct hlist_bl_head) == 4, "struct hlist_bl_head of 6.1 i386");
struct hlist_bl_node {
  struct hlist_bl_node* next;
  struct hlist_bl_node** pprev;
};
_Static_assert(sizeof(struct hlist_bl_node) == 8, "struct hlist_bl_node of 6.1 i386");

#define INIT_HLIST_BL_HEAD(ptr) ((ptr)->first = NULL)
#define hlist_bl_entry(ptr, type, member) container_of(ptr, type, member)
static inline void INIT_HLIST_BL_NODE(struct hlist_bl_node* h) {
  h->next = NULL;
  h->pprev = NULL;
}
static inline bool hlist_bl_unhashed(const struct hlist_bl_node* h) { return !h->pprev; }
static inline struct hlist_bl_node* hlist_bl_first(struct hlist_bl_head* h) {
  return (struct hlist_bl_node*)((unsigned long)h->first & ~1UL);
}
static inline bool hlist_bl_empty(const struct hlist_bl_head* h) {
  return !((unsigned long)h->first & ~1UL);
}
static inline void hlist_bl_lock(struct hlist_bl_head* b) { bit_spin_lock(0, (unsigned long*)b); }
static inline void hlist_bl_unlock(struct hlist_bl_head* b) {
  __bit_spin_unlock(0, (unsigned long*)b);
}
static inline void hlist_bl_add_head(struct hlist_bl_node* n, struct hlist_bl_head* h) {
  struct hlist_bl_node* first = hlist_bl_first(h);
  n->next = first;
  if (first) first->pprev = &n->next;
  n->pprev = &h->first;
  h->first = (struct hlist_bl_node*)((unsigned long)n | ((unsigned long)h->first & 1));
}
static inline void __hlist_bl_del(struct hlist_bl_node* n) {
  struct hlist_bl_node* next = n->next;
  struct hlist_bl_node** pprev = n->pprev;
  *pprev = (struct hlist_bl_node*)((unsigned long)next | ((unsigned long)*pprev & 1));
  if (next) next->pprev = pprev;
}
static inline void hlist_bl_del_init(struct hlist_bl_node* n) {
  if (hlist_bl_unhashed(n)) return;
  __hlist_bl_del(n);
  INIT_HLIST_BL_NODE(n);
}
#define hlist_bl_for_each_entry(tpos, pos, head, member)                                \
  for (pos = hlist_bl_first(head); pos && ({                                            \
                                     tpos = hlist_bl_entry(pos, typeof(*tpos), member); \
                                     1;                                                 \
                                   });                                                  \
       pos = pos->next)

#define LIST_BL_LOCKMASK 1UL

#define LIST_BL_BUG_ON(x)
static inline void hlist_bl_set_first(struct hlist_bl_head* h, struct hlist_bl_node* n) {
  h->first = (struct hlist_bl_node*)((unsigned long)n | LIST_BL_LOCKMASK);
}
static inline void hlist_bl_add_before(struct hlist_bl_node* n, struct hlist_bl_node* next) {
  struct hlist_bl_node** pprev = next->pprev;
  n->pprev = pprev;
  n->next = next;
  next->pprev = &n->next;
  WRITE_ONCE(*pprev, (struct hlist_bl_node*)((unsigned long)n |
                                             ((unsigned long)*pprev & LIST_BL_LOCKMASK)));
}
static inline void hlist_bl_add_behind(struct hlist_bl_node* n, struct hlist_bl_node* prev) {
  n->next = prev->next;
  n->pprev = &prev->next;
  prev->next = n;
  if (n->next) n->next->pprev = &n->next;
}
static inline void hlist_bl_del(struct hlist_bl_node* n) {
  __hlist_bl_del(n);
  n->next = LIST_POISON1;
  n->pprev = LIST_POISON2;
}
static inline bool hlist_bl_is_locked(struct hlist_bl_head* b) {
  return bit_spin_is_locked(0, (unsigned long*)b);
}
#define hlist_bl_for_each_entry_safe(tpos, pos, n, head, member)                                \
  for (pos = hlist_bl_first(head);                                                              \
       pos && ((n = pos->next), 1) && ((tpos = hlist_bl_entry(pos, typeof(*tpos), member)), 1); \
       pos = n)

#endif
