// Call traces as data: taken by the chain of frames, printed, and kept once each under a handle.
//
// A frame pointer is followed only upward and inside the running task's stack, so a damaged chain
// ends the trace. The store of traces is part of the image: D1: a record, once made, never moves.
// Linux: 6.1 kernel/stacktrace.c, lib/stackdepot.c.
#include <linux/export.h>
#include <linux/jhash.h>
#include <linux/kernel.h>
#include <linux/log2.h>
#include <linux/sched.h>
#include <linux/stackdepot.h>
#include <linux/stacktrace.h>
#include <linux/string.h>
#include <linux/swap.h>

#include "../bug_at.h"

#define STACK_BYTES 8192

struct frame {
  const struct frame* caller;
  unsigned long return_address;
};

static noinline unsigned int walk(const struct frame* frame, unsigned long* store,
                                  unsigned int size, unsigned int skip) {
  const unsigned long end = ((unsigned long)frame | (STACK_BYTES - 1)) + 1 - sizeof(*frame);
  unsigned int n = 0;

  while (n < size && frame->return_address) {
    const struct frame* caller = frame->caller;

    if (skip)
      skip--;
    else
      store[n++] = frame->return_address;
    if (caller <= frame || (unsigned long)caller > end || (unsigned long)caller & 3) break;
    frame = caller;
  }
  return n;
}

noinline unsigned int stack_trace_save(unsigned long* store, unsigned int size,
                                       unsigned int skipnr) {
  return walk(__builtin_frame_address(0), store, size, skipnr);
}
EXPORT_SYMBOL_GPL(stack_trace_save);

static void line_of(char* line, size_t size, unsigned long entry, int spaces) {
  snprintf(line, size, "%*c%pS\n", 1 + spaces, ' ', (void*)entry);
}

void stack_trace_print(const unsigned long* trace, unsigned int nr_entries, int spaces) {
  unsigned int i;

  if (WARN_ON_AT(!trace, "kernel/stacktrace.c", 29)) return;
  for (i = 0; i < nr_entries; i++) printk("%*c%pS\n", 1 + spaces, ' ', (void*)trace[i]);
}
EXPORT_SYMBOL_GPL(stack_trace_print);

int stack_trace_snprint(char* buf, size_t size, const unsigned long* entries,
                        unsigned int nr_entries, int spaces) {
  unsigned int i, total = 0;

  if (WARN_ON_AT(!entries, "kernel/stacktrace.c", 52)) return 0;
  for (i = 0; i < nr_entries && size; i++) {
    char line[192];
    size_t length;

    line_of(line, sizeof(line), entries[i], spaces);
    length = strlen(line);
    total += length;
    strscpy(buf, line, size);
    if (length >= size) break;
    buf += length;
    size -= length;
  }
  return total;
}
EXPORT_SYMBOL_GPL(stack_trace_snprint);

unsigned int filter_irq_stacks(unsigned long* entries, unsigned int nr_entries) {
  return nr_entries;
}
EXPORT_SYMBOL_GPL(filter_irq_stacks);

// Records lie one behind the other; a handle is the index of one, in words and plus 1, with the
// caller's extra bits on top. Chains hold handles without those bits.
#define DEPOT_WORDS 8192
#define DEPOT_BUCKETS 64
#define EXTRA_SHIFT (32 - STACK_DEPOT_EXTRA_BITS)

struct record {
  u32 hash;
  u32 next;
  u32 size;
  unsigned long entries[];
};
static u32 depot[DEPOT_WORDS];
static u32 depot_used;
static u32 buckets[DEPOT_BUCKETS];

static struct record* record_of(u32 handle) {
  const u32 index = handle & ((1U << EXTRA_SHIFT) - 1);

  return index && index <= depot_used ? (struct record*)&depot[index - 1] : NULL;
}

static noinline u32 find_record(u32 hash, const unsigned long* entries, unsigned int count) {
  u32 handle = buckets[hash % DEPOT_BUCKETS];

  for (; handle; handle = record_of(handle)->next) {
    const struct record* r = record_of(handle);

    if (r->hash == hash && r->size == count &&
        !memcmp(r->entries, entries, count * sizeof(*entries)))
      break;
  }
  return handle;
}

static noinline u32 add_record(u32 hash, const unsigned long* entries, unsigned int count) {
  const u32 words = sizeof(struct record) / sizeof(u32) + count;
  const u32 handle = depot_used + 1;
  struct record* r;

  if (words > DEPOT_WORDS - depot_used) return 0;
  depot_used += words;
  r = record_of(handle);
  r->hash = hash;
  r->size = count;
  r->next = buckets[hash % DEPOT_BUCKETS];
  memcpy(r->entries, entries, count * sizeof(*entries));
  buckets[hash % DEPOT_BUCKETS] = handle;
  return handle;
}

depot_stack_handle_t __stack_depot_save(unsigned long* entries, unsigned int nr_entries,
                                        unsigned int extra_bits, gfp_t gfp_flags, bool can_alloc) {
  const u32 hash = jhash2((const u32*)entries, nr_entries, 0);
  u32 handle;

  if (!nr_entries) return 0;
  handle = find_record(hash, entries, nr_entries);
  if (!handle && can_alloc) handle = add_record(hash, entries, nr_entries);
  return handle ? handle | extra_bits << EXTRA_SHIFT : 0;
}
EXPORT_SYMBOL_GPL(__stack_depot_save);

depot_stack_handle_t stack_depot_save(unsigned long* entries, unsigned int nr_entries,
                                      gfp_t gfp_flags) {
  return __stack_depot_save(entries, nr_entries, 0, gfp_flags, true);
}
EXPORT_SYMBOL_GPL(stack_depot_save);

unsigned int stack_depot_fetch(depot_stack_handle_t handle, unsigned long** entries) {
  struct record* r = record_of(handle);

  *entries = r ? r->entries : NULL;
  return r ? r->size : 0;
}
EXPORT_SYMBOL_GPL(stack_depot_fetch);

unsigned int stack_depot_get_extra_bits(depot_stack_handle_t handle) {
  return handle >> EXTRA_SHIFT;
}
EXPORT_SYMBOL(stack_depot_get_extra_bits);

void stack_depot_print(depot_stack_handle_t stack) {
  unsigned long* entries;
  const unsigned int count = stack_depot_fetch(stack, &entries);

  if (count) stack_trace_print(entries, count, 0);
}
EXPORT_SYMBOL_GPL(stack_depot_print);

int stack_depot_snprint(depot_stack_handle_t handle, char* buf, size_t size, int spaces) {
  unsigned long* entries;
  const unsigned int count = stack_depot_fetch(handle, &entries);

  return count ? stack_trace_snprint(buf, size, entries, count, spaces) : 0;
}
EXPORT_SYMBOL_GPL(stack_depot_snprint);

// Linux makes its table now, of an entry for each four pages of low memory.
int stack_depot_init(void) {
  static bool done;
  unsigned long entries = roundup_pow_of_two(nr_free_buffer_pages() >> 2);

  if (done) return 0;
  done = true;
  pr_info("Stack Depot allocating hash table of %lu entries with kvcalloc\n",
          clamp(entries, 1UL << 12, 1UL << 20));
  return 0;
}
EXPORT_SYMBOL_GPL(stack_depot_init);
