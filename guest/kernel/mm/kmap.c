// Lasting mappings: who finds every slot in use waits here until one is given back. The slots are
// the host's (mm/highmem/pkmap.cpp). Linux: mm/highmem.c (map_new_virtual, kunmap_high).
#include <linux/export.h>
#include <linux/highmem.h>
#include <linux/sched.h>
#include <linux/wait.h>

#include "sched/sched.h"

void* mm32_kmap_high(struct page* page);           // NULL: no slot is free
unsigned int mm32_kunmap_high(struct page* page);  // what the slot's count is now; 1: unused

static DECLARE_WAIT_QUEUE_HEAD(pkmap_map_wait);

// An oops, or the end of a call that waits for ever, leaves the main task's entry where it is.
static struct wait_queue_entry main_entry;

static noinline void wait_for_slot(void) {
  struct wait_queue_entry own;
  struct wait_queue_entry* const entry = current == main_task ? &main_entry : &own;

  if (entry == &main_entry && entry->entry.next) list_del(&entry->entry);
  init_waitqueue_entry(entry, current);
  __set_current_state(TASK_UNINTERRUPTIBLE);
  add_wait_queue(&pkmap_map_wait, entry);
  schedule_for("kmap");
  list_del_init(&entry->entry);
}

void* kmap_high(struct page* page) {
  void* address = mm32_kmap_high(page);

  while (unlikely(!address)) {
    wait_for_slot();
    address = mm32_kmap_high(page);
  }
  return address;
}
EXPORT_SYMBOL(kmap_high);

void kunmap_high(struct page* page) {
  if (mm32_kunmap_high(page) == 1 && unlikely(waitqueue_active(&pkmap_map_wait)))
    wake_up(&pkmap_map_wait);
}
EXPORT_SYMBOL(kunmap_high);
