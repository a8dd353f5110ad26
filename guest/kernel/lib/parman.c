// Arrays of items kept in order of their priorities, for hardware tables (parman).
//
// M1 items lie at 0 … count-1 without holes, those of one priority together, lower priorities
// first. An insertion opens a hole at the end of its priority by moving the first item of every
// later priority to that priority's end; a removal closes its hole the same way backwards. Moves
// and changes of the size are the owner's (ops). Linux: 6.1 lib/parman.c.
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/list.h>
#include <linux/parman.h>
#include <linux/slab.h>

struct parman {
  const struct parman_ops* ops;
  void* priv;
  unsigned long count;
  unsigned long limit;
  struct list_head prios;
};

struct parman* parman_create(const struct parman_ops* ops, void* priv) {
  struct parman* parman = kzalloc(sizeof(*parman), GFP_KERNEL);
  if (!parman) return NULL;
  INIT_LIST_HEAD(&parman->prios);
  parman->ops = ops;
  parman->priv = priv;
  parman->limit = ops->base_count;
  return parman;
}
EXPORT_SYMBOL(parman_create);

void parman_destroy(struct parman* parman) {
  WARN_ON(!list_empty(&parman->prios));
  kfree(parman);
}
EXPORT_SYMBOL(parman_destroy);

void parman_prio_init(struct parman* parman, struct parman_prio* prio, unsigned long priority) {
  struct list_head* before = &parman->prios;
  struct parman_prio* other;
  INIT_LIST_HEAD(&prio->item_list);
  prio->priority = priority;
  list_for_each_entry(other, &parman->prios, list) {
    if (other->priority > priority) {
      before = &other->list;
      break;
    }
  }
  list_add_tail(&prio->list, before);
}
EXPORT_SYMBOL(parman_prio_init);

void parman_prio_fini(struct parman_prio* prio) {
  WARN_ON(!list_empty(&prio->item_list));
  list_del(&prio->list);
}
EXPORT_SYMBOL(parman_prio_fini);

static void move_to(struct parman* parman, struct parman_item* item, unsigned long index) {
  if (item->index == index) return;
  parman->ops->move(parman->priv, item->index, index, 1);
  item->index = index;
}

static int resize(struct parman* parman, unsigned long limit) {
  int error = parman->ops->resize(parman->priv, limit);
  if (!error) parman->limit = limit;
  return error;
}

int parman_item_add(struct parman* parman, struct parman_prio* prio, struct parman_item* item) {
  unsigned long hole = parman->count;
  struct parman_prio* later;
  int error;
  if (parman->count == parman->limit) {
    error = resize(parman, parman->limit + parman->ops->resize_step);
    if (error) return error;
  }
  parman->count++;
  list_for_each_entry_reverse(later, &parman->prios, list) {
    struct parman_item* first;
    unsigned long opened;
    if (later == prio) break;
    if (list_empty(&later->item_list)) continue;
    first = list_first_entry(&later->item_list, struct parman_item, list);
    opened = first->index;
    move_to(parman, first, hole);
    list_move_tail(&first->list, &later->item_list);
    hole = opened;
  }
  item->index = hole;
  list_add_tail(&item->list, &prio->item_list);
  return 0;
}
EXPORT_SYMBOL(parman_item_add);

void parman_item_remove(struct parman* parman, struct parman_prio* prio, struct parman_item* item) {
  unsigned long hole = item->index, step = parman->ops->resize_step;
  struct parman_prio* from = prio;
  struct parman_item* last = list_last_entry(&prio->item_list, struct parman_item, list);
  if (last != item) {
    unsigned long freed = last->index;
    move_to(parman, last, hole);
    list_move(&last->list, &item->list);
    hole = freed;
  }
  list_del(&item->list);
  list_for_each_entry_continue(from, &parman->prios, list) {
    unsigned long freed;
    if (list_empty(&from->item_list)) continue;
    last = list_last_entry(&from->item_list, struct parman_item, list);
    freed = last->index;
    move_to(parman, last, hole);
    list_move(&last->list, &from->item_list);
    hole = freed;
  }
  parman->count--;
  if (parman->limit >= parman->ops->base_count + step && parman->limit - step >= parman->count)
    resize(parman, parman->limit - step);
}
EXPORT_SYMBOL(parman_item_remove);
