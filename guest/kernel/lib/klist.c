// Lists with reference counts. Linux: 6.1 lib/klist.c.
//
// A node's first reference is the list's own. A removed node stays linked, and is passed over,
// until the last iteration has left it; klist_remove waits for that.
#include <linux/bug.h>
#include <linux/export.h>
#include <linux/klist.h>

#include "bug_at.h"
#include "sched/sched.h"

#define DEAD 1UL

static struct klist* list_of(const struct klist_node* n) {
  return (struct klist*)((unsigned long)n->n_klist & ~DEAD);
}
static bool is_dead(const struct klist_node* n) { return (unsigned long)n->n_klist & DEAD; }
static struct klist_node* node_at(struct list_head* entry) {
  return list_entry(entry, struct klist_node, n_node);
}

void klist_init(struct klist* k, void (*get)(struct klist_node*), void (*put)(struct klist_node*)) {
  INIT_LIST_HEAD(&k->k_list);
  spin_lock_init(&k->k_lock);
  k->get = get;
  k->put = put;
}
EXPORT_SYMBOL_GPL(klist_init);

static void add_between(struct klist* k, struct klist_node* n, struct list_head* before) {
  INIT_LIST_HEAD(&n->n_node);
  kref_init(&n->n_ref);
  n->n_klist = k;
  WARN_ON_AT(is_dead(n), "lib/klist.c", 62);
  if (k->get) k->get(n);
  spin_lock(&k->k_lock);
  list_add(&n->n_node, before);
  spin_unlock(&k->k_lock);
}
void klist_add_head(struct klist_node* n, struct klist* k) { add_between(k, n, &k->k_list); }
EXPORT_SYMBOL_GPL(klist_add_head);
void klist_add_tail(struct klist_node* n, struct klist* k) { add_between(k, n, k->k_list.prev); }
EXPORT_SYMBOL_GPL(klist_add_tail);
void klist_add_behind(struct klist_node* n, struct klist_node* pos) {
  add_between(list_of(pos), n, &pos->n_node);
}
EXPORT_SYMBOL_GPL(klist_add_behind);
void klist_add_before(struct klist_node* n, struct klist_node* pos) {
  add_between(list_of(pos), n, pos->n_node.prev);
}
EXPORT_SYMBOL_GPL(klist_add_before);

static void release(struct kref* kref) {
  struct klist_node* n = container_of(kref, struct klist_node, n_ref);
  WARN_ON_AT(!is_dead(n), "lib/klist.c", 188);
  list_del(&n->n_node);
  n->n_klist = NULL;
}

enum putting { LEAVE, REMOVE };
static void put_node(struct klist_node* n, enum putting why) {
  struct klist* k = list_of(n);
  void (*put)(struct klist_node*) = k->put;
  int gone;
  spin_lock(&k->k_lock);
  if (why == REMOVE) {
    WARN_ON_AT(is_dead(n), "lib/klist.c", 68);
    n->n_klist = (void*)((unsigned long)n->n_klist | DEAD);
  }
  gone = kref_put(&n->n_ref, release);
  spin_unlock(&k->k_lock);
  if (gone && put) put(n);
}
void klist_del(struct klist_node* n) { put_node(n, REMOVE); }
EXPORT_SYMBOL_GPL(klist_del);
void klist_remove(struct klist_node* n) {
  klist_del(n);
  while (klist_node_attached(n)) wait_for_others("an iteration to leave a node (klist_remove)");
}
EXPORT_SYMBOL_GPL(klist_remove);
int klist_node_attached(struct klist_node* n) { return n->n_klist != NULL; }
EXPORT_SYMBOL_GPL(klist_node_attached);

void klist_iter_init_node(struct klist* k, struct klist_iter* i, struct klist_node* n) {
  i->i_klist = k;
  i->i_cur = n && kref_get_unless_zero(&n->n_ref) ? n : NULL;
}
EXPORT_SYMBOL_GPL(klist_iter_init_node);
void klist_iter_init(struct klist* k, struct klist_iter* i) { klist_iter_init_node(k, i, NULL); }
EXPORT_SYMBOL_GPL(klist_iter_init);
void klist_iter_exit(struct klist_iter* i) {
  if (!i->i_cur) return;
  put_node(i->i_cur, LEAVE);
  i->i_cur = NULL;
}
EXPORT_SYMBOL_GPL(klist_iter_exit);

enum direction { FORWARD, BACK };
static struct klist_node* step(struct klist_iter* i, enum direction way) {
  struct klist* k = i->i_klist;
  void (*put)(struct klist_node*) = k->put;
  struct klist_node* last = i->i_cur;
  struct list_head* at = last ? &last->n_node : &k->k_list;
  int gone = 0;
  spin_lock(&k->k_lock);
  at = way == FORWARD ? at->next : at->prev;
  if (last) gone = kref_put(&last->n_ref, release);
  i->i_cur = NULL;
  for (; at != &k->k_list; at = way == FORWARD ? at->next : at->prev) {
    if (is_dead(node_at(at))) continue;
    kref_get(&node_at(at)->n_ref);
    i->i_cur = node_at(at);
    break;
  }
  spin_unlock(&k->k_lock);
  if (gone && put) put(last);
  return i->i_cur;
}
struct klist_node* klist_next(struct klist_iter* i) {
  return step(i, FORWARD);
}
EXPORT_SYMBOL_GPL(klist_next);
struct klist_node* klist_prev(struct klist_iter* i) {
  return step(i, BACK);
}
EXPORT_SYMBOL_GPL(klist_prev);
