// Chains that end in a number, under RCU.
#ifndef _LINUX_RCULIST_NULLS_H
#define _LINUX_RCULIST_NULLS_H

#include <linux/list_nulls.h>
#include <linux/rcupdate.h>

#define hlist_nulls_first_rcu(head) (*((struct hlist_nulls_node __rcu __force**)&(head)->first))
#define hlist_nulls_next_rcu(node) (*((struct hlist_nulls_node __rcu __force**)&(node)->next))
#define hlist_nulls_pprev_rcu(node) (*((struct hlist_nulls_node __rcu __force**)(node)->pprev))
static inline void hlist_nulls_del_init_rcu(struct hlist_nulls_node* n) {
  if (hlist_nulls_unhashed(n)) return;
  __hlist_nulls_del(n);
  WRITE_ONCE(n->pprev, NULL);
}
static inline void hlist_nulls_del_rcu(struct hlist_nulls_node* n) {
  __hlist_nulls_del(n);
  WRITE_ONCE(n->pprev, LIST_POISON2);
}
static inline void hlist_nulls_add_head_rcu(struct hlist_nulls_node* n,
                                            struct hlist_nulls_head* h) {
  struct hlist_nulls_node* first = h->first;
  WRITE_ONCE(n->next, first);
  WRITE_ONCE(n->pprev, &h->first);
  rcu_assign_pointer(h->first, n);
  if (!is_a_nulls(first)) WRITE_ONCE(first->pprev, &n->next);
}
static inline void hlist_nulls_add_tail_rcu(struct hlist_nulls_node* n,
                                            struct hlist_nulls_head* h) {
  struct hlist_nulls_node** link = &h->first;
  while (!is_a_nulls(*link)) link = &(*link)->next;
  n->next = *link;
  n->pprev = link;
  rcu_assign_pointer(*link, n);
}
static inline void hlist_nulls_add_fake(struct hlist_nulls_node* n) {
  n->pprev = &n->next;
  n->next = (struct hlist_nulls_node*)NULLS_MARKER(NULL);
}
static inline void hlist_nulls_replace_rcu(struct hlist_nulls_node* old,
                                           struct hlist_nulls_node* entry) {
  struct hlist_nulls_node* next = old->next;
  WRITE_ONCE(entry->next, next);
  WRITE_ONCE(entry->pprev, old->pprev);
  rcu_assign_pointer(*entry->pprev, entry);
  if (!is_a_nulls(next)) WRITE_ONCE(next->pprev, &entry->next);
}
static inline void hlist_nulls_replace_init_rcu(struct hlist_nulls_node* old,
                                                struct hlist_nulls_node* entry) {
  hlist_nulls_replace_rcu(old, entry);
  WRITE_ONCE(old->pprev, NULL);
}
#define hlist_nulls_for_each_entry_rcu(tpos, pos, head, member) \
  hlist_nulls_for_each_entry(tpos, pos, head, member)
#define hlist_nulls_for_each_entry_safe(tpos, pos, head, member) \
  for (pos = (head)->first; !is_a_nulls(pos) && ({               \
         tpos = hlist_nulls_entry(pos, typeof(*tpos), member);   \
         pos = pos->next;                                        \
         1;                                                      \
       });)

#endif
