// Doubly linked lists (list_head) and hash chains (hlist_head).
//
// Every insertion and removal checks the neighbours first (CONFIG_DEBUG_LIST): __list_add_valid and
// __list_del_entry_valid report a corrupted list and die there.
#ifndef _LINUX_LIST_H
#define _LINUX_LIST_H

#include <linux/compiler.h>
#include <linux/container_of.h>
#include <linux/poison.h>
#include <linux/types.h>

#define LIST_HEAD_INIT(name) \
  { &(name), &(name) }
#define LIST_HEAD(name) struct list_head name = LIST_HEAD_INIT(name)

bool __list_add_valid(struct list_head* new_entry, struct list_head* prev, struct list_head* next);
bool __list_del_entry_valid(struct list_head* entry);

static inline void INIT_LIST_HEAD(struct list_head* list) {
  WRITE_ONCE(list->next, list);
  WRITE_ONCE(list->prev, list);
}
static inline void __list_add(struct list_head* entry, struct list_head* prev,
                              struct list_head* next) {
  if (!__list_add_valid(entry, prev, next)) return;
  next->prev = entry;
  entry->next = next;
  entry->prev = prev;
  WRITE_ONCE(prev->next, entry);
}
static inline void list_add(struct list_head* entry, struct list_head* head) {
  __list_add(entry, head, head->next);
}
static inline void list_add_tail(struct list_head* entry, struct list_head* head) {
  __list_add(entry, head->prev, head);
}
static inline void __list_del(struct list_head* prev, struct list_head* next) {
  next->prev = prev;
  WRITE_ONCE(prev->next, next);
}
static inline void __list_del_entry(struct list_head* entry) {
  if (__list_del_entry_valid(entry)) __list_del(entry->prev, entry->next);
}
static inline void __list_del_clearprev(struct list_head* entry) {
  __list_del(entry->prev, entry->next);
  entry->prev = NULL;
}
static inline void list_del(struct list_head* entry) {
  __list_del_entry(entry);
  entry->next = LIST_POISON1;
  entry->prev = LIST_POISON2;
}
static inline void list_del_init(struct list_head* entry) {
  __list_del_entry(entry);
  INIT_LIST_HEAD(entry);
}
#define list_del_init_careful(entry) list_del_init(entry)
static inline void list_replace(struct list_head* old, struct list_head* entry) {
  entry->next = old->next;
  entry->next->prev = entry;
  entry->prev = old->prev;
  entry->prev->next = entry;
}
static inline void list_replace_init(struct list_head* old, struct list_head* entry) {
  list_replace(old, entry);
  INIT_LIST_HEAD(old);
}
static inline void list_swap(struct list_head* a, struct list_head* b) {
  struct list_head* pos = b->prev;
  list_del(b);
  list_replace(a, b);
  if (pos == a) pos = b;
  list_add(a, pos);
}
static inline void list_move(struct list_head* list, struct list_head* head) {
  __list_del_entry(list);
  list_add(list, head);
}
static inline void list_move_tail(struct list_head* list, struct list_head* head) {
  __list_del_entry(list);
  list_add_tail(list, head);
}
static inline void list_bulk_move_tail(struct list_head* head, struct list_head* first,
                                       struct list_head* last) {
  first->prev->next = last->next;
  last->next->prev = first->prev;
  head->prev->next = first;
  first->prev = head->prev;
  last->next = head;
  head->prev = last;
}
static inline int list_is_first(const struct list_head* list, const struct list_head* head) {
  return list->prev == head;
}
static inline int list_is_last(const struct list_head* list, const struct list_head* head) {
  return list->next == head;
}
static inline int list_is_head(const struct list_head* list, const struct list_head* head) {
  return list == head;
}
static inline int list_empty(const struct list_head* head) { return READ_ONCE(head->next) == head; }
static inline int list_empty_careful(const struct list_head* head) {
  struct list_head* next = READ_ONCE(head->next);
  return next == head && next == head->prev;
}
static inline int list_is_singular(const struct list_head* head) {
  return !list_empty(head) && head->next == head->prev;
}
static inline void list_rotate_left(struct list_head* head) {
  if (!list_empty(head)) list_move_tail(head->next, head);
}
static inline void list_rotate_to_front(struct list_head* list, struct list_head* head) {
  list_move_tail(head, list);
}
// Moves the entries from the first up to `entry` from `head` to the empty or old list `list`.
static inline void __list_cut_position(struct list_head* list, struct list_head* head,
                                       struct list_head* entry) {
  struct list_head* new_first = entry->next;
  list->next = head->next;
  list->next->prev = list;
  list->prev = entry;
  entry->next = list;
  head->next = new_first;
  new_first->prev = head;
}
static inline void list_cut_position(struct list_head* list, struct list_head* head,
                                     struct list_head* entry) {
  if (list_empty(head)) return;
  if (list_is_singular(head) && !list_is_head(entry, head) && entry != head->next) return;
  if (list_is_head(entry, head))
    INIT_LIST_HEAD(list);
  else
    __list_cut_position(list, head, entry);
}
static inline void list_cut_before(struct list_head* list, struct list_head* head,
                                   struct list_head* entry) {
  if (head->next == entry)
    INIT_LIST_HEAD(list);
  else
    __list_cut_position(list, head, entry->prev);
}
static inline void __list_splice(const struct list_head* list, struct list_head* prev,
                                 struct list_head* next) {
  struct list_head *first = list->next, *last = list->prev;
  first->prev = prev;
  prev->next = first;
  last->next = next;
  next->prev = last;
}
static inline void list_splice(const struct list_head* list, struct list_head* head) {
  if (!list_empty(list)) __list_splice(list, head, head->next);
}
static inline void list_splice_tail(struct list_head* list, struct list_head* head) {
  if (!list_empty(list)) __list_splice(list, head->prev, head);
}
static inline void list_splice_init(struct list_head* list, struct list_head* head) {
  if (list_empty(list)) return;
  __list_splice(list, head, head->next);
  INIT_LIST_HEAD(list);
}
static inline void list_splice_tail_init(struct list_head* list, struct list_head* head) {
  if (list_empty(list)) return;
  __list_splice(list, head->prev, head);
  INIT_LIST_HEAD(list);
}

#define list_entry(ptr, type, member) container_of(ptr, type, member)
#define list_first_entry(ptr, type, member) list_entry((ptr)->next, type, member)
#define list_last_entry(ptr, type, member) list_entry((ptr)->prev, type, member)
#define list_first_entry_or_null(ptr, type, member)                    \
  ({                                                                   \
    struct list_head* __first_of = (ptr)->next;                        \
    __first_of != (ptr) ? list_entry(__first_of, type, member) : NULL; \
  })
#define list_next_entry(pos, member) list_entry((pos)->member.next, typeof(*(pos)), member)
#define list_prev_entry(pos, member) list_entry((pos)->member.prev, typeof(*(pos)), member)
#define list_next_entry_circular(pos, head, member)                                    \
  (list_is_last(&(pos)->member, head) ? list_first_entry(head, typeof(*(pos)), member) \
                                      : list_next_entry(pos, member))
#define list_prev_entry_circular(pos, head, member)                                    \
  (list_is_first(&(pos)->member, head) ? list_last_entry(head, typeof(*(pos)), member) \
                                       : list_prev_entry(pos, member))
#define list_entry_is_head(pos, head, member) (&(pos)->member == (head))

#define list_for_each(pos, head) for (pos = (head)->next; pos != (head); pos = pos->next)
#define list_for_each_prev(pos, head) for (pos = (head)->prev; pos != (head); pos = pos->prev)
#define list_for_each_continue(pos, head) for (pos = pos->next; pos != (head); pos = pos->next)
#define list_for_each_safe(pos, n, head) \
  for (pos = (head)->next, n = pos->next; pos != (head); pos = n, n = pos->next)
#define list_for_each_prev_safe(pos, n, head) \
  for (pos = (head)->prev, n = pos->prev; pos != (head); pos = n, n = pos->prev)
#define list_for_each_entry(pos, head, member)                                                     \
  for (pos = list_first_entry(head, typeof(*pos), member); !list_entry_is_head(pos, head, member); \
       pos = list_next_entry(pos, member))
#define list_for_each_entry_reverse(pos, head, member)                                            \
  for (pos = list_last_entry(head, typeof(*pos), member); !list_entry_is_head(pos, head, member); \
       pos = list_prev_entry(pos, member))
#define list_prepare_entry(pos, head, member) ((pos) ?: list_entry(head, typeof(*pos), member))
#define list_for_each_entry_continue(pos, head, member)                            \
  for (pos = list_next_entry(pos, member); !list_entry_is_head(pos, head, member); \
       pos = list_next_entry(pos, member))
#define list_for_each_entry_continue_reverse(pos, head, member)                    \
  for (pos = list_prev_entry(pos, member); !list_entry_is_head(pos, head, member); \
       pos = list_prev_entry(pos, member))
#define list_for_each_entry_from(pos, head, member) \
  for (; !list_entry_is_head(pos, head, member); pos = list_next_entry(pos, member))
#define list_for_each_entry_from_reverse(pos, head, member) \
  for (; !list_entry_is_head(pos, head, member); pos = list_prev_entry(pos, member))
#define list_for_each_entry_safe(pos, n, head, member)                                       \
  for (pos = list_first_entry(head, typeof(*pos), member), n = list_next_entry(pos, member); \
       !list_entry_is_head(pos, head, member); pos = n, n = list_next_entry(n, member))
#define list_for_each_entry_safe_continue(pos, n, head, member)              \
  for (pos = list_next_entry(pos, member), n = list_next_entry(pos, member); \
       !list_entry_is_head(pos, head, member); pos = n, n = list_next_entry(n, member))
#define list_for_each_entry_safe_from(pos, n, head, member)                      \
  for (n = list_next_entry(pos, member); !list_entry_is_head(pos, head, member); \
       pos = n, n = list_next_entry(n, member))
#define list_for_each_entry_safe_reverse(pos, n, head, member)                              \
  for (pos = list_last_entry(head, typeof(*pos), member), n = list_prev_entry(pos, member); \
       !list_entry_is_head(pos, head, member); pos = n, n = list_prev_entry(n, member))
#define list_safe_reset_next(pos, n, member) n = list_next_entry(pos, member)

static inline size_t list_count_nodes(struct list_head* head) {
  struct list_head* pos;
  size_t count = 0;
  list_for_each(pos, head) count++;
  return count;
}

#include <linux/hlist_mm32.h>

#define list_for_each_rcu(pos, head)                                    \
  for (pos = rcu_dereference((head)->next); !list_is_head(pos, (head)); \
       pos = rcu_dereference(pos->next))

#endif
