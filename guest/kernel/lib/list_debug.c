// The checks of list_add and list_del (CONFIG_DEBUG_LIST). A damaged list is reported in Linux's
// words, and the task ends there (CONFIG_BUG_ON_DATA_CORRUPTION).
#include <linux/bug.h>
#include <linux/export.h>
#include <linux/list.h>

#include "../bug_at.h"

#define CORRUPTION_AT(line, condition, ...)      \
  ({                                             \
    const bool corruption = unlikely(condition); \
    if (corruption) {                            \
      pr_err(__VA_ARGS__);                       \
      BUG_ON_AT(1, "lib/list_debug.c", line);    \
    }                                            \
    corruption;                                  \
  })

bool __list_add_valid(struct list_head* entry, struct list_head* prev, struct list_head* next) {
  if (CORRUPTION_AT(23, prev == NULL, "list_add corruption. prev is NULL.\n") ||
      CORRUPTION_AT(25, next == NULL, "list_add corruption. next is NULL.\n") ||
      CORRUPTION_AT(
          27, next->prev != prev,
          "list_add corruption. next->prev should be prev (%px), but was %px. (next=%px).\n", prev,
          next->prev, next) ||
      CORRUPTION_AT(
          30, prev->next != next,
          "list_add corruption. prev->next should be next (%px), but was %px. (prev=%px).\n", next,
          prev->next, prev) ||
      CORRUPTION_AT(33, entry == prev || entry == next,
                    "list_add double add: new=%px, prev=%px, next=%px.\n", entry, prev, next))
    return false;
  return true;
}
EXPORT_SYMBOL(__list_add_valid);

bool __list_del_entry_valid(struct list_head* entry) {
  struct list_head *prev = entry->prev, *next = entry->next;
  if (CORRUPTION_AT(49, next == NULL, "list_del corruption, %px->next is NULL\n", entry) ||
      CORRUPTION_AT(51, prev == NULL, "list_del corruption, %px->prev is NULL\n", entry) ||
      CORRUPTION_AT(53, next == LIST_POISON1,
                    "list_del corruption, %px->next is LIST_POISON1 (%px)\n", entry,
                    LIST_POISON1) ||
      CORRUPTION_AT(56, prev == LIST_POISON2,
                    "list_del corruption, %px->prev is LIST_POISON2 (%px)\n", entry,
                    LIST_POISON2) ||
      CORRUPTION_AT(59, prev->next != entry,
                    "list_del corruption. prev->next should be %px, but was %px. (prev=%px)\n",
                    entry, prev->next, prev) ||
      CORRUPTION_AT(62, next->prev != entry,
                    "list_del corruption. next->prev should be %px, but was %px. (next=%px)\n",
                    entry, next->prev, next))
    return false;
  return true;
}
EXPORT_SYMBOL(__list_del_entry_valid);
