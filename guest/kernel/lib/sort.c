// sort (heapsort, no extra memory, O(n log n) always), list_sort (stable merge sort), bsearch.
#include <linux/bsearch.h>
#include <linux/export.h>
#include <linux/list.h>
#include <linux/list_sort.h>
#include <linux/sort.h>
#include <linux/string.h>

static void swap_bytes(void* a, void* b, size_t size) {
  char *x = a, *y = b;
  while (size--) {
    char byte = x[size];
    x[size] = y[size];
    y[size] = byte;
  }
}

struct heap {
  char* base;
  size_t size;
  cmp_r_func_t compare;
  swap_r_func_t swap;
  const void* priv;
};

static void exchange(const struct heap* h, size_t a, size_t b) {
  if (h->swap)
    h->swap(h->base + a * h->size, h->base + b * h->size, h->size, h->priv);
  else
    swap_bytes(h->base + a * h->size, h->base + b * h->size, h->size);
}

// Restores the heap below `root` among the first n elements.
static void sift_down(const struct heap* h, size_t root, size_t n) {
  for (;;) {
    size_t child = 2 * root + 1;
    if (child >= n) return;
    if (child + 1 < n &&
        h->compare(h->base + child * h->size, h->base + (child + 1) * h->size, h->priv) < 0)
      child++;
    if (h->compare(h->base + root * h->size, h->base + child * h->size, h->priv) >= 0) return;
    exchange(h, root, child);
    root = child;
  }
}

void sort_r(void* base, size_t num, size_t size, cmp_r_func_t cmp_func, swap_r_func_t swap_func,
            const void* priv) {
  struct heap h = {base, size, cmp_func, swap_func, priv};
  size_t i;
  for (i = num / 2; i-- > 0;) sift_down(&h, i, num);
  for (i = num; i-- > 1;) {
    exchange(&h, 0, i);
    sift_down(&h, 0, i);
  }
}
EXPORT_SYMBOL(sort_r);

struct plain {
  cmp_func_t compare;
  swap_func_t swap;
};

static int plain_compare(const void* a, const void* b, const void* priv) {
  return ((const struct plain*)priv)->compare(a, b);
}
static void plain_swap(void* a, void* b, int size, const void* priv) {
  ((const struct plain*)priv)->swap(a, b, size);
}

void sort(void* base, size_t num, size_t size, cmp_func_t cmp_func, swap_func_t swap_func) {
  struct plain plain = {cmp_func, swap_func};
  sort_r(base, num, size, plain_compare, swap_func ? plain_swap : NULL, &plain);
}
EXPORT_SYMBOL(sort);

void* bsearch(const void* key, const void* base, size_t num, size_t size, cmp_func_t cmp) {
  const char* low = base;
  while (num > 0) {
    const char* middle = low + (num / 2) * size;
    int order = cmp(key, middle);
    if (order == 0) return (void*)middle;
    if (order > 0) {
      low = middle + size;
      num--;
    }
    num /= 2;
  }
  return NULL;
}
EXPORT_SYMBOL(bsearch);

// Lists of one direction, ended by NULL, linked by ->next.
static struct list_head* merge(void* priv, list_cmp_func_t cmp, struct list_head* a,
                               struct list_head* b) {
  struct list_head *head = NULL, **tail = &head;
  while (a && b) {
    struct list_head** from = cmp(priv, a, b) <= 0 ? &a : &b;
    *tail = *from;
    tail = &(*from)->next;
    *from = *tail;
  }
  *tail = a ? a : b;
  return head;
}

void(list_sort)(void* priv, struct list_head* head, list_cmp_func_t cmp) {
  struct list_head* runs[33] = {NULL};  // runs[i]: 2^i entries, older than those of lower i
  struct list_head *next, *sorted = NULL, *prev = head;
  int i;
  if (list_empty(head)) return;
  head->prev->next = NULL;
  for (next = head->next; next;) {
    struct list_head* run = next;
    next = next->next;
    run->next = NULL;
    for (i = 0; runs[i]; i++) {
      run = merge(priv, cmp, runs[i], run);
      runs[i] = NULL;
    }
    runs[i] = run;
  }
  for (i = 0; i < 33; i++) {
    if (runs[i]) sorted = sorted ? merge(priv, cmp, runs[i], sorted) : runs[i];
  }
  head->next = sorted;
  for (; sorted; sorted = sorted->next) {
    sorted->prev = prev;
    prev = sorted;
  }
  prev->next = head;
  head->prev = prev;
}
#undef list_sort
EXPORT_SYMBOL(list_sort);
