// Lists read under RCU.
#ifndef _LINUX_RCULIST_H
#define _LINUX_RCULIST_H

#include <linux/list.h>
#include <linux/rcupdate.h>
#include <linux/version.h>

#define INIT_LIST_HEAD_RCU(list) INIT_LIST_HEAD(list)
#define list_next_rcu(list) ((list)->next)
#define list_add_rcu(entry, head) list_add(entry, head)
#define list_add_tail_rcu(entry, head) list_add_tail(entry, head)
static inline void list_del_rcu(struct list_head* entry) {
  __list_del_entry(entry);
  entry->prev = LIST_POISON2;
}
static inline void hlist_del_init_rcu(struct hlist_node* n) {
  if (hlist_unhashed(n)) return;
  __hlist_del(n);
  n->pprev = NULL;
}
static inline void hlist_del_rcu(struct hlist_node* n) {
  __hlist_del(n);
  n->pprev = LIST_POISON2;
}
static inline void list_replace_rcu(struct list_head* old, struct list_head* entry) {
  list_replace(old, entry);
  old->prev = LIST_POISON2;
}
#define list_entry_rcu(ptr, type, member) container_of(READ_ONCE(ptr), type, member)
#define list_first_or_null_rcu(ptr, type, member) list_first_entry_or_null(ptr, type, member)
#define list_for_each_entry_rcu(pos, head, member, ...)                                  \
  for (pos = list_entry_rcu((head)->next, typeof(*pos), member); &pos->member != (head); \
       pos = list_entry_rcu(pos->member.next, typeof(*pos), member))
#define list_for_each_entry_lockless(pos, head, member) list_for_each_entry_rcu(pos, head, member)
#define list_for_each_entry_continue_rcu(pos, head, member) \
  list_for_each_entry_continue(pos, head, member)
#define list_for_each_entry_srcu(pos, head, member, cond) list_for_each_entry_rcu(pos, head, member)
#define hlist_add_head_rcu(n, h) hlist_add_head(n, h)
#define hlist_add_tail_rcu(n, h) __mm32_hlist_add_tail(n, h)
#define hlist_add_before_rcu(n, next) hlist_add_before(n, next)
#define hlist_add_behind_rcu(n, prev) hlist_add_behind(n, prev)
#define hlist_first_rcu(head) ((head)->first)
#define hlist_next_rcu(node) ((node)->next)
static inline void __mm32_hlist_add_tail(struct hlist_node* n, struct hlist_head* h) {
  struct hlist_node *i, *last = NULL;
  for (i = h->first; i; i = i->next) last = i;
  if (last)
    hlist_add_behind(n, last);
  else
    hlist_add_head(n, h);
}
static inline void hlist_replace_rcu(struct hlist_node* old, struct hlist_node* entry) {
  entry->next = old->next;
  entry->pprev = old->pprev;
  WRITE_ONCE(*entry->pprev, entry);
  if (entry->next) entry->next->pprev = &entry->next;
  old->pprev = LIST_POISON2;
}
#define __hlist_rcu3(pos, head, member) __hlist_each3(pos, head, member)
#if LINUX_VERSION_CODE < KERNEL_VERSION(3, 9, 0)
#define __hlist_rcu4(tpos, pos, head, member) hlist_for_each_entry(tpos, pos, head, member)
#else
#define __hlist_rcu4(pos, head, member, cond) __hlist_each3(pos, head, member)
#endif
#define hlist_for_each_entry_rcu(...) \
  __MM32_PICK4(__VA_ARGS__, __hlist_rcu4, __hlist_rcu3, 0)(__VA_ARGS__)
#define hlist_for_each_entry_rcu_bh(pos, head, member) __hlist_each3(pos, head, member)
#define hlist_for_each_entry_rcu_notrace(pos, head, member) __hlist_each3(pos, head, member)

#define list_tail_rcu(head) (*((struct list_head __rcu**)(&(head)->prev)))
#define list_next_or_null_rcu(head, ptr, type, member)              \
  ({                                                                \
    struct list_head* __head = (head);                              \
    struct list_head* __next = READ_ONCE((ptr)->next);              \
    __next != __head ? list_entry_rcu(__next, type, member) : NULL; \
  })
#define list_entry_lockless(ptr, type, member) \
  container_of((typeof(ptr))READ_ONCE(ptr), type, member)
#define list_for_each_entry_from_rcu(pos, head, member) \
  for (; &(pos)->member != (head); pos = list_entry_rcu(pos->member.next, typeof(*(pos)), member))
#define hlist_pprev_rcu(node) (*((struct hlist_node __rcu**)((node)->pprev)))
#define __hlist_for_each_rcu(pos, head)                   \
  for (pos = rcu_dereference(hlist_first_rcu(head)); pos; \
       pos = rcu_dereference(hlist_next_rcu(pos)))
#define hlist_for_each_entry_srcu(pos, head, member, cond) \
  hlist_for_each_entry_rcu(pos, head, member)
#define hlist_for_each_entry_continue_rcu(pos, member)                                             \
  for (pos = hlist_entry_safe(rcu_dereference_raw(hlist_next_rcu(&(pos)->member)), typeof(*(pos)), \
                              member);                                                             \
       pos; pos = hlist_entry_safe(rcu_dereference_raw(hlist_next_rcu(&(pos)->member)),            \
                                   typeof(*(pos)), member))
#define hlist_for_each_entry_from_rcu(pos, member)                                        \
  for (; pos; pos = hlist_entry_safe(rcu_dereference_raw(hlist_next_rcu(&(pos)->member)), \
                                     typeof(*(pos)), member))
static inline void list_splice_init_rcu(struct list_head* list, struct list_head* head,
                                        void (*sync)(void)) {
  struct list_head* first = list->next;
  struct list_head* last = list->prev;
  if (list_empty(list)) return;
  INIT_LIST_HEAD(list);
  sync();
  last->next = head->next;
  head->next->prev = last;
  first->prev = head;
  rcu_assign_pointer(head->next, first);
}

static inline void __list_add_rcu(struct list_head* entry, struct list_head* prev,
                                  struct list_head* next) {
  entry->next = next;
  entry->prev = prev;
  rcu_assign_pointer(prev->next, entry);
  next->prev = entry;
}
static inline void list_splice_tail_init_rcu(struct list_head* list, struct list_head* head,
                                             void (*sync)(void)) {
  struct list_head* first = list->next;
  struct list_head* last = list->prev;
  if (list_empty(list)) return;
  INIT_LIST_HEAD(list);
  sync();
  last->next = head;
  first->prev = head->prev;
  rcu_assign_pointer(head->prev->next, first);
  head->prev = last;
}
static inline void hlists_swap_heads_rcu(struct hlist_head* left, struct hlist_head* right) {
  struct hlist_node* first = left->first;
  struct hlist_node* second = right->first;
  rcu_assign_pointer(left->first, second);
  rcu_assign_pointer(right->first, first);
  WRITE_ONCE(second->pprev, &left->first);
  WRITE_ONCE(first->pprev, &right->first);
}
#define hlist_for_each_entry_continue_rcu_bh(pos, member) \
  hlist_for_each_entry_continue_rcu(pos, member)

#endif
