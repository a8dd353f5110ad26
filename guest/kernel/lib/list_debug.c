// The checks of list_add and list_del (CONFIG_DEBUG_LIST). A damaged list is reported in Linux's
// words, and the task ends there (CONFIG_BUG_ON_DATA_CORRUPTION).
#include <linux/bug.h>
#include <linux/export.h>
#include <linux/list.h>

#include "bug_at.h"

#define CHECK(line, condition, fmt...)        \
  ({                                          \
    bool __damaged = unlikely(condition);     \
    if (__damaged) {                          \
      pr_err(fmt);                            \
      BUG_ON_AT(1, "lib/list_debug.c", line); \
    }                                         \
    __damaged;                                \
  })

// Sound lists are told by two branches, which is what almost every call pays for.
static inline bool is_poison(const void* p) {
  return (p == NULL) | (p == LIST_POISON1) | (p == LIST_POISON2);
}

bool __list_add_valid(struct list_head* entry, struct list_head* prev, struct list_head* next) {
  if (likely(!((prev == NULL) | (next == NULL))) &&
      likely((next->prev == prev) & (prev->next == next) & (entry != prev) & (entry != next)))
    return true;
  if (CHECK(23, prev == NULL, "list_add corruption. prev is NULL.\n") ||
      CHECK(25, next == NULL, "list_add corruption. next is NULL.\n") ||
      CHECK(27, next->prev != prev,
            "list_add corruption. next->prev should be prev (%px), but was %px. (next=%px).\n",
            prev, next->prev, next) ||
      CHECK(30, prev->next != next,
            "list_add corruption. prev->next should be next (%px), but was %px. (prev=%px).\n",
            next, prev->next, prev) ||
      CHECK(33, entry == prev || entry == next,
            "list_add double add: new=%px, prev=%px, next=%px.\n", entry, prev, next))
    return false;
  return true;
}
EXPORT_SYMBOL(__list_add_valid);

bool __list_del_entry_valid(struct list_head* entry) {
  struct list_head *prev = entry->prev, *next = entry->next;

  if (likely(!(is_poison(prev) | is_poison(next))) &&
      likely((prev->next == entry) & (next->prev == entry)))
    return true;
  if (CHECK(49, next == NULL, "list_del corruption, %px->next is NULL\n", entry) ||
      CHECK(51, prev == NULL, "list_del corruption, %px->prev is NULL\n", entry) ||
      CHECK(53, next == LIST_POISON1, "list_del corruption, %px->next is LIST_POISON1 (%px)\n",
            entry, LIST_POISON1) ||
      CHECK(56, prev == LIST_POISON2, "list_del corruption, %px->prev is LIST_POISON2 (%px)\n",
            entry, LIST_POISON2) ||
      CHECK(59, prev->next != entry,
            "list_del corruption. prev->next should be %px, but was %px. (prev=%px)\n", entry,
            prev->next, prev) ||
      CHECK(62, next->prev != entry,
            "list_del corruption. next->prev should be %px, but was %px. (next=%px)\n", entry,
            next->prev, next))
    return false;
  return true;
}
EXPORT_SYMBOL(__list_del_entry_valid);
