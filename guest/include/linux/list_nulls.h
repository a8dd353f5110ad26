// Hash chains that end in a number instead of NULL.
#ifndef _LINUX_LIST_NULLS_H
#define _LINUX_LIST_NULLS_H

#include <linux/compiler.h>
#include <linux/container_of.h>
#include <linux/poison.h>
#include <linux/types.h>

struct hlist_nulls_node;

struct hlist_nulls_head {
  struct hlist_nulls_node* first;
};
_Static_assert(sizeof(struct hlist_nulls_head) == 4, "struct hlist_nulls_head of 6.1 i386");
struct hlist_nulls_node {
  struct hlist_nulls_node* next;
  struct hlist_nulls_node** pprev;
};
_Static_assert(sizeof(struct hlist_nulls_node) == 8, "struct hlist_nulls_node of 6.1 i386");

#define NULLS_MARKER(value) (1UL | (((long)value) << 1))
#define INIT_HLIST_NULLS_HEAD(ptr, nulls) \
  ((ptr)->first = (struct hlist_nulls_node*)NULLS_MARKER(nulls))
#define hlist_nulls_entry(ptr, type, member) container_of(ptr, type, member)
static inline int is_a_nulls(const struct hlist_nulls_node* ptr) { return (unsigned long)ptr & 1; }
static inline unsigned long get_nulls_value(const struct hlist_nulls_node* ptr) {
  return (unsigned long)ptr >> 1;
}
static inline int hlist_nulls_unhashed(const struct hlist_nulls_node* h) { return !h->pprev; }
static inline int hlist_nulls_empty(const struct hlist_nulls_head* h) {
  return is_a_nulls(h->first);
}
static inline void hlist_nulls_add_head(struct hlist_nulls_node* n, struct hlist_nulls_head* h) {
  struct hlist_nulls_node* first = h->first;
  n->next = first;
  n->pprev = &h->first;
  h->first = n;
  if (!is_a_nulls(first)) first->pprev = &n->next;
}
static inline void __hlist_nulls_del(struct hlist_nulls_node* n) {
  struct hlist_nulls_node* next = n->next;
  WRITE_ONCE(*n->pprev, next);
  if (!is_a_nulls(next)) WRITE_ONCE(next->pprev, n->pprev);
}
static inline void hlist_nulls_del(struct hlist_nulls_node* n) {
  __hlist_nulls_del(n);
  n->pprev = LIST_POISON2;
}
#define hlist_nulls_for_each_entry(tpos, pos, head, member)    \
  for (pos = (head)->first; !is_a_nulls(pos) && ({             \
         tpos = hlist_nulls_entry(pos, typeof(*tpos), member); \
         1;                                                    \
       });                                                     \
       pos = pos->next)

static inline int hlist_nulls_unhashed_lockless(const struct hlist_nulls_node* h) {
  return !READ_ONCE(h->pprev);
}
#define hlist_nulls_entry_safe(ptr, type, member)                          \
  ({                                                                       \
    typeof(ptr) ____ptr = (ptr);                                           \
    is_a_nulls(____ptr) ? NULL : hlist_nulls_entry(____ptr, type, member); \
  })
#define hlist_nulls_for_each_entry_from(tpos, pos, member)                                \
  for (; !is_a_nulls(pos) && ((tpos = hlist_nulls_entry(pos, typeof(*tpos), member)), 1); \
       pos = pos->next)

#endif
