// The hlist part of <linux/list.h>, which includes this file.
#ifndef _LINUX_HLIST_MM32_H
#define _LINUX_HLIST_MM32_H

#include <linux/compiler.h>
#include <linux/container_of.h>
#include <linux/poison.h>
#include <linux/types.h>

#define HLIST_HEAD_INIT \
  { .first = NULL }
#define HLIST_HEAD(name) struct hlist_head name = {.first = NULL}
#define INIT_HLIST_HEAD(ptr) ((ptr)->first = NULL)

static inline void INIT_HLIST_NODE(struct hlist_node* h) {
  h->next = NULL;
  h->pprev = NULL;
}
static inline int hlist_unhashed(const struct hlist_node* h) { return !h->pprev; }
static inline int hlist_unhashed_lockless(const struct hlist_node* h) {
  return !READ_ONCE(h->pprev);
}
static inline int hlist_empty(const struct hlist_head* h) { return !READ_ONCE(h->first); }
static inline void __hlist_del(struct hlist_node* n) {
  WRITE_ONCE(*n->pprev, n->next);
  if (n->next) WRITE_ONCE(n->next->pprev, n->pprev);
}
static inline void hlist_del(struct hlist_node* n) {
  __hlist_del(n);
  n->next = LIST_POISON1;
  n->pprev = LIST_POISON2;
}
static inline void hlist_del_init(struct hlist_node* n) {
  if (hlist_unhashed(n)) return;
  __hlist_del(n);
  INIT_HLIST_NODE(n);
}
static inline void hlist_add_head(struct hlist_node* n, struct hlist_head* h) {
  struct hlist_node* first = h->first;
  WRITE_ONCE(n->next, first);
  if (first) WRITE_ONCE(first->pprev, &n->next);
  WRITE_ONCE(h->first, n);
  WRITE_ONCE(n->pprev, &h->first);
}
static inline void hlist_add_before(struct hlist_node* n, struct hlist_node* next) {
  WRITE_ONCE(n->pprev, next->pprev);
  WRITE_ONCE(n->next, next);
  WRITE_ONCE(next->pprev, &n->next);
  WRITE_ONCE(*n->pprev, n);
}
static inline void hlist_add_behind(struct hlist_node* n, struct hlist_node* prev) {
  WRITE_ONCE(n->next, prev->next);
  WRITE_ONCE(prev->next, n);
  WRITE_ONCE(n->pprev, &prev->next);
  if (n->next) WRITE_ONCE(n->next->pprev, &n->next);
}
#define hlist_add_after(prev, n) hlist_add_behind(n, prev)
static inline void hlist_add_fake(struct hlist_node* n) { n->pprev = &n->next; }
static inline bool hlist_fake(struct hlist_node* h) { return h->pprev == &h->next; }
static inline bool hlist_is_singular_node(struct hlist_node* n, struct hlist_head* h) {
  return !n->next && n->pprev == &h->first;
}
static inline void hlist_move_list(struct hlist_head* old, struct hlist_head* new_head) {
  new_head->first = old->first;
  if (new_head->first) new_head->first->pprev = &new_head->first;
  old->first = NULL;
}

#define hlist_entry(ptr, type, member) container_of(ptr, type, member)
#define hlist_entry_safe(ptr, type, member)              \
  ({                                                     \
    typeof(ptr) ____ptr = (ptr);                         \
    ____ptr ? hlist_entry(____ptr, type, member) : NULL; \
  })
#define hlist_for_each(pos, head) for (pos = (head)->first; pos; pos = pos->next)
#define hlist_for_each_safe(pos, n, head) \
  for (pos = (head)->first; pos && ((n = pos->next), 1); pos = n)

// Since 3.9 these take (pos, head, member); before, a node cursor came second: (pos, node, head,
// member). Both forms compile; the number of arguments tells them apart.
#define __MM32_PICK4(a, b, c, d, name, ...) name
#define __MM32_PICK5(a, b, c, d, e, name, ...) name
#define __hlist_each3(pos, head, member)                                   \
  for (pos = hlist_entry_safe((head)->first, typeof(*(pos)), member); pos; \
       pos = hlist_entry_safe((pos)->member.next, typeof(*(pos)), member))
#define __hlist_each4(tpos, node, head, member)                                                \
  for (node = (head)->first; node && ((tpos = hlist_entry(node, typeof(*(tpos)), member)), 1); \
       node = (node)->next)
#define hlist_for_each_entry(...) \
  __MM32_PICK4(__VA_ARGS__, __hlist_each4, __hlist_each3, 0)(__VA_ARGS__)
#define __hlist_safe4(pos, n, head, member)                         \
  for (pos = hlist_entry_safe((head)->first, typeof(*pos), member); \
       pos && ((n = pos->member.next), 1); pos = hlist_entry_safe(n, typeof(*pos), member))
#define __hlist_safe5(tpos, node, n, head, member)                                              \
  for (node = (head)->first;                                                                    \
       node && ((n = node->next), 1) && ((tpos = hlist_entry(node, typeof(*tpos), member)), 1); \
       node = n)
#define hlist_for_each_entry_safe(...) \
  __MM32_PICK5(__VA_ARGS__, __hlist_safe5, __hlist_safe4, 0)(__VA_ARGS__)
#define hlist_for_each_entry_continue(pos, member)                              \
  for (pos = hlist_entry_safe((pos)->member.next, typeof(*(pos)), member); pos; \
       pos = hlist_entry_safe((pos)->member.next, typeof(*(pos)), member))
#define hlist_for_each_entry_from(pos, member) \
  for (; pos; pos = hlist_entry_safe((pos)->member.next, typeof(*(pos)), member))

#endif
