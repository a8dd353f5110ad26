// Binary heaps of any element type.
#ifndef _LINUX_MIN_HEAP_H
#define _LINUX_MIN_HEAP_H

#include <linux/bug.h>
#include <linux/string.h>
#include <linux/types.h>

struct min_heap {
  void* data;
  int nr;
  int size;
};
struct min_heap_callbacks {
  int elem_size;
  bool (*less)(const void* lhs, const void* rhs);
  void (*swp)(void* lhs, void* rhs);
};
static inline void min_heapify(struct min_heap* heap, int pos,
                               const struct min_heap_callbacks* func) {
  void* data = heap->data;
  for (;;) {
    int left = pos * 2 + 1, smallest = pos;
    if (left < heap->nr &&
        func->less(data + left * func->elem_size, data + smallest * func->elem_size))
      smallest = left;
    if (left + 1 < heap->nr &&
        func->less(data + (left + 1) * func->elem_size, data + smallest * func->elem_size))
      smallest = left + 1;
    if (smallest == pos) return;
    func->swp(data + smallest * func->elem_size, data + pos * func->elem_size);
    pos = smallest;
  }
}
static inline void min_heapify_all(struct min_heap* heap, const struct min_heap_callbacks* func) {
  int i;
  for (i = heap->nr / 2 - 1; i >= 0; i--) min_heapify(heap, i, func);
}
static inline void min_heap_pop(struct min_heap* heap, const struct min_heap_callbacks* func) {
  if (WARN_ONCE(heap->nr <= 0, "Popping an empty heap")) return;
  heap->nr--;
  memcpy(heap->data, heap->data + heap->nr * func->elem_size, func->elem_size);
  min_heapify(heap, 0, func);
}
static inline void min_heap_pop_push(struct min_heap* heap, const void* element,
                                     const struct min_heap_callbacks* func) {
  memcpy(heap->data, element, func->elem_size);
  min_heapify(heap, 0, func);
}
static inline void min_heap_push(struct min_heap* heap, const void* element,
                                 const struct min_heap_callbacks* func) {
  void *data = heap->data, *parent, *child;
  int pos;
  if (WARN_ONCE(heap->nr >= heap->size, "Pushing on a full heap")) return;
  pos = heap->nr++;
  memcpy(data + pos * func->elem_size, element, func->elem_size);
  for (; pos > 0; pos = (pos - 1) / 2) {
    child = data + pos * func->elem_size;
    parent = data + ((pos - 1) / 2) * func->elem_size;
    if (func->less(parent, child)) break;
    func->swp(parent, child);
  }
}

#endif
