// Doubly linked lists in guest memory, in the layout that guest C sees.
//
// Linux: struct list_head (include/linux/list.h). Links are direct-map addresses.
// L1  for every linked entry e: e.next->prev == e and e.prev->next == e. Removal checks L1 before
// it
//     writes (as CONFIG_DEBUG_LIST does) and returns false when a guest has damaged the links.
#pragma once

#include <cstddef>

#include "mm/base/ram.hpp"

namespace mm32 {

inline constexpr std::uint32_t kListPoison1 = 0x100;  // consts: LIST_POISON1
inline constexpr std::uint32_t kListPoison2 = 0x122;  // consts: LIST_POISON2

struct ListHead {
  GuestPtr<ListHead> next;
  GuestPtr<ListHead> prev;
};
static_assert(sizeof(ListHead) == 8);  // reference consts: sizeof(struct list_head)

inline void list_init(ListHead& head) { head.next = head.prev = guest_ptr(head); }

inline bool list_empty(const ListHead& head) { return head.next == guest_ptr(head); }

inline void list_insert(const Ram& ram, ListHead& entry, GuestPtr<ListHead> prev,
                        GuestPtr<ListHead> next) {
  const GuestPtr<ListHead> self = guest_ptr(entry);
  ram.at(next).prev = self;
  entry.next = next;
  entry.prev = prev;
  ram.at(prev).next = self;
}

/// Inserts at the front. Linux: list_add.
inline void list_push_front(const Ram& ram, ListHead& head, ListHead& entry) {
  list_insert(ram, entry, guest_ptr(head), head.next);
}

/// Inserts at the back. Linux: list_add_tail.
inline void list_push_back(const Ram& ram, ListHead& head, ListHead& entry) {
  list_insert(ram, entry, head.prev, guest_ptr(head));
}

/// Unlinks `entry`. False, with nothing changed, when L1 does not hold.
[[nodiscard]] inline bool list_remove(const Ram& ram, ListHead& entry) {
  const GuestPtr<ListHead> self = guest_ptr(entry);
  ListHead& next = ram.at(entry.next);
  ListHead& prev = ram.at(entry.prev);
  if (next.prev != self || prev.next != self) [[unlikely]]
    return false;
  next.prev = entry.prev;
  prev.next = entry.next;
  entry.next = GuestPtr<ListHead>(kListPoison1);
  entry.prev = GuestPtr<ListHead>(kListPoison2);
  return true;
}

/// The object of type T whose ListHead lies at `offset` bytes and is `node`. Linux: container_of.
template <class T>
T& list_entry(const Ram& ram, GuestPtr<ListHead> node, std::size_t offset) {
  return ram.at(GuestPtr<T>(node.raw - static_cast<std::uint32_t>(offset)));
}

}  // namespace mm32
