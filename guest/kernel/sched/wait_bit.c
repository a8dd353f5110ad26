// Waiting for a bit of a word, or for a variable.
//
// Waiters stand in one of a few hundred queues, chosen by the address and the bit; a queue serves
// several keys, so each entry knows its own (W1: only entries of the key that is woken run on).
// Linux: 6.1 kernel/sched/wait_bit.c.
#include <linux/export.h>
#include <linux/hash.h>
#include <linux/jiffies.h>
#include <linux/sched.h>
#include <linux/wait_bit.h>

#include "sched.h"

#define TABLE_BITS 8

static struct wait_queue_head table[1 << TABLE_BITS];

static struct wait_queue_head* queue_of(unsigned long key) {
  struct wait_queue_head* head = &table[hash_long(key, TABLE_BITS)];

  if (!head->head.next) init_waitqueue_head(head);
  return head;
}

struct wait_queue_head* bit_waitqueue(void* word, int bit) {
  return queue_of((unsigned long)word << 5 | bit);
}
EXPORT_SYMBOL(bit_waitqueue);

wait_queue_head_t* __var_waitqueue(void* p) { return queue_of((unsigned long)p); }
EXPORT_SYMBOL(__var_waitqueue);

int wake_bit_function(struct wait_queue_entry* wq_entry, unsigned mode, int sync, void* key) {
  const struct wait_bit_queue_entry* entry =
      container_of(wq_entry, struct wait_bit_queue_entry, wq_entry);
  const struct wait_bit_key* woken = key;

  if (entry->key.flags != woken->flags || entry->key.bit_nr != woken->bit_nr) return 0;
  if (test_bit(woken->bit_nr, woken->flags)) return 0;
  return autoremove_wake_function(wq_entry, mode, sync, key);
}
EXPORT_SYMBOL(wake_bit_function);

static int wake_variable(struct wait_queue_entry* wq_entry, unsigned mode, int sync, void* key) {
  const struct wait_bit_queue_entry* entry =
      container_of(wq_entry, struct wait_bit_queue_entry, wq_entry);
  const struct wait_bit_key* woken = key;

  if (entry->key.flags != woken->flags || entry->key.bit_nr != woken->bit_nr) return 0;
  return autoremove_wake_function(wq_entry, mode, sync, key);
}

int __wait_on_bit(struct wait_queue_head* wq_head, struct wait_bit_queue_entry* wbq_entry,
                  wait_bit_action_f* action, unsigned int mode) {
  int ret = 0;

  do {
    prepare_to_wait(wq_head, &wbq_entry->wq_entry, mode);
    if (test_bit(wbq_entry->key.bit_nr, wbq_entry->key.flags)) ret = action(&wbq_entry->key, mode);
  } while (test_bit_acquire(wbq_entry->key.bit_nr, wbq_entry->key.flags) && !ret);
  finish_wait(wq_head, &wbq_entry->wq_entry);
  return ret;
}
EXPORT_SYMBOL(__wait_on_bit);

int __wait_on_bit_lock(struct wait_queue_head* wq_head, struct wait_bit_queue_entry* wbq_entry,
                       wait_bit_action_f* action, unsigned int mode) {
  const struct wait_bit_key* key = &wbq_entry->key;
  int ret = 0;

  do {
    prepare_to_wait_exclusive(wq_head, &wbq_entry->wq_entry, mode);
    if (test_bit(key->bit_nr, key->flags)) ret = action(&wbq_entry->key, mode);
    if (!test_and_set_bit(key->bit_nr, key->flags)) {
      ret = 0;
      break;
    }
  } while (!ret);
  finish_wait(wq_head, &wbq_entry->wq_entry);
  return ret;
}
EXPORT_SYMBOL(__wait_on_bit_lock);

int out_of_line_wait_on_bit(void* word, int bit, wait_bit_action_f* action, unsigned int mode) {
  DEFINE_WAIT_BIT(entry, word, bit);

  return __wait_on_bit(bit_waitqueue(word, bit), &entry, action, mode);
}
EXPORT_SYMBOL(out_of_line_wait_on_bit);

int out_of_line_wait_on_bit_timeout(void* word, int bit, wait_bit_action_f* action,
                                    unsigned int mode, unsigned long timeout) {
  DEFINE_WAIT_BIT(entry, word, bit);

  entry.key.timeout = jiffies + timeout;
  return __wait_on_bit(bit_waitqueue(word, bit), &entry, action, mode);
}
EXPORT_SYMBOL_GPL(out_of_line_wait_on_bit_timeout);

int out_of_line_wait_on_bit_lock(void* word, int bit, wait_bit_action_f* action,
                                 unsigned int mode) {
  DEFINE_WAIT_BIT(entry, word, bit);

  return __wait_on_bit_lock(bit_waitqueue(word, bit), &entry, action, mode);
}
EXPORT_SYMBOL(out_of_line_wait_on_bit_lock);

void __wake_up_bit(struct wait_queue_head* wq_head, void* word, int bit) {
  struct wait_bit_key key = __WAIT_BIT_KEY_INITIALIZER(word, bit);

  if (waitqueue_active(wq_head)) __wake_up(wq_head, TASK_NORMAL, 1, &key);
}
EXPORT_SYMBOL(__wake_up_bit);

void wake_up_bit(void* word, int bit) { __wake_up_bit(bit_waitqueue(word, bit), word, bit); }
EXPORT_SYMBOL(wake_up_bit);

void wake_up_var(void* var) { __wake_up_bit(__var_waitqueue(var), var, -1); }
EXPORT_SYMBOL(wake_up_var);

void init_wait_var_entry(struct wait_bit_queue_entry* wbq_entry, void* var, int flags) {
  *wbq_entry = (struct wait_bit_queue_entry){
      .key = {.flags = var, .bit_nr = -1},
      .wq_entry = {.flags = flags, .private = current, .func = wake_variable},
  };
  INIT_LIST_HEAD(&wbq_entry->wq_entry.entry);
}
EXPORT_SYMBOL(init_wait_var_entry);

// No signal can be pending: nobody is there to send one.
int bit_wait(struct wait_bit_key* key, int mode) {
  schedule_for("a bit");
  return 0;
}
EXPORT_SYMBOL(bit_wait);

int bit_wait_io(struct wait_bit_key* key, int mode) { return bit_wait(key, mode); }
EXPORT_SYMBOL(bit_wait_io);

int bit_wait_timeout(struct wait_bit_key* key, int mode) {
  const unsigned long now = jiffies;

  if (time_after_eq(now, key->timeout)) return -EAGAIN;
  schedule_timeout(key->timeout - now);
  return 0;
}
EXPORT_SYMBOL_GPL(bit_wait_timeout);

int bit_wait_io_timeout(struct wait_bit_key* key, int mode) { return bit_wait_timeout(key, mode); }
EXPORT_SYMBOL_GPL(bit_wait_io_timeout);
