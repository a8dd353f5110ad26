/*
 * Texts of files in /proc: numbers without a format, escapes, dumps; lists that readers share.
 *
 * What does not fit leaves the buffer full, and the caller's reader begins again with a larger one.
 * Linux: fs/seq_file.c.
 */
#include <linux/cpumask.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/percpu.h>
#include <linux/rculist.h>
#include <linux/seq_file.h>
#include <linux/string.h>
#include <linux/string_helpers.h>

int num_to_str(char* buf, int size, unsigned long long num, unsigned int width) {
  char digits[24];
  const int length = scnprintf(digits, sizeof(digits), "%llu", num);
  const int blanks = max_t(int, width - length, 0);
  if (length > size || width > (unsigned int)size) return 0;
  memset(buf, ' ', blanks);
  memcpy(buf + blanks, digits, length);
  return blanks + length;
}

static void put_delimiter(struct seq_file* m, const char* delimiter) {
  if (!delimiter || !delimiter[0]) return;
  if (delimiter[1])
    (seq_puts)(m, delimiter);
  else
    seq_putc(m, delimiter[0]);
}

static bool no_room(struct seq_file* m, size_t bytes) {
  if (m->count + bytes < m->size) return false;
  m->count = m->size;
  return true;
}

static void put_digits(struct seq_file* m, unsigned long long num, unsigned int width) {
  const int digits = num_to_str(m->buf + m->count, m->size - m->count, num, width);
  m->count = digits ? m->count + digits : m->size;
}

void seq_put_decimal_ull_width(struct seq_file* m, const char* delimiter, unsigned long long num,
                               unsigned int width) {
  if (no_room(m, 2)) return;
  put_delimiter(m, delimiter);
  if (!width) width = 1;
  if (!no_room(m, width)) put_digits(m, num, width);
}

void seq_put_decimal_ull(struct seq_file* m, const char* delimiter, unsigned long long num) {
  seq_put_decimal_ull_width(m, delimiter, num, 0);
}
EXPORT_SYMBOL(seq_put_decimal_ull);

void seq_put_decimal_ll(struct seq_file* m, const char* delimiter, long long num) {
  if (no_room(m, 3)) return;
  put_delimiter(m, delimiter);
  if (no_room(m, 2)) return;
  if (num < 0) {
    m->buf[m->count++] = '-';
    num = (long long)-(unsigned long long)num;
  }
  if (num < 10)  // the smallest number, too, as in Linux
    m->buf[m->count++] = '0' + num;
  else
    put_digits(m, num, 0);
}
EXPORT_SYMBOL(seq_put_decimal_ll);

void seq_escape_mem(struct seq_file* m, const char* src, size_t len, unsigned int flags,
                    const char* esc) {
  char* buf;
  const size_t size = seq_get_buf(m, &buf);
  const int ret = string_escape_mem(src, len, buf, size, flags, esc);
  seq_commit(m, ret < size ? ret : -1);
}
EXPORT_SYMBOL(seq_escape_mem);

void seq_hex_dump(struct seq_file* m, const char* prefix_str, int prefix_type, int rowsize,
                  int groupsize, const void* buf, size_t len, bool ascii) {
  const u8* bytes = buf;
  size_t at;
  if (rowsize != 16 && rowsize != 32) rowsize = 16;
  for (at = 0; at < len && !seq_has_overflowed(m); at += rowsize) {
    char* line;
    size_t room;
    int made;
    if (prefix_type == DUMP_PREFIX_ADDRESS)
      (seq_printf)(m, "%s%p: ", prefix_str, bytes + at);
    else if (prefix_type == DUMP_PREFIX_OFFSET)
      (seq_printf)(m, "%s%.8x: ", prefix_str, (unsigned int)at);
    else
      (seq_printf)(m, "%s", prefix_str);
    room = seq_get_buf(m, &line);
    made = hex_dump_to_buffer(bytes + at, min_t(size_t, len - at, rowsize), rowsize, groupsize,
                              line, room, ascii);
    seq_commit(m, made < room ? made : -1);
    seq_putc(m, '\n');
  }
}
EXPORT_SYMBOL(seq_hex_dump);

struct list_head* seq_list_start_rcu(struct list_head* head, loff_t pos) {
  return seq_list_start(head, pos);
}
EXPORT_SYMBOL(seq_list_start_rcu);

struct list_head* seq_list_start_head_rcu(struct list_head* head, loff_t pos) {
  return seq_list_start_head(head, pos);
}
EXPORT_SYMBOL(seq_list_start_head_rcu);

struct list_head* seq_list_next_rcu(void* v, struct list_head* head, loff_t* ppos) {
  return seq_list_next(v, head, ppos);
}
EXPORT_SYMBOL(seq_list_next_rcu);

struct hlist_node* seq_hlist_start_head(struct hlist_head* head, loff_t pos) {
  return pos ? seq_hlist_start(head, pos - 1) : SEQ_START_TOKEN;
}
EXPORT_SYMBOL(seq_hlist_start_head);

struct hlist_node* seq_hlist_start_rcu(struct hlist_head* head, loff_t pos) {
  return seq_hlist_start(head, pos);
}
EXPORT_SYMBOL(seq_hlist_start_rcu);

struct hlist_node* seq_hlist_start_head_rcu(struct hlist_head* head, loff_t pos) {
  return seq_hlist_start_head(head, pos);
}
EXPORT_SYMBOL(seq_hlist_start_head_rcu);

struct hlist_node* seq_hlist_next_rcu(void* v, struct hlist_head* head, loff_t* ppos) {
  return seq_hlist_next(v, head, ppos);
}
EXPORT_SYMBOL(seq_hlist_next_rcu);

struct hlist_node* seq_hlist_start_percpu(struct hlist_head __percpu* head, int* cpu, loff_t pos) {
  for_each_possible_cpu(*cpu) {
    struct hlist_node* node = seq_hlist_start(per_cpu_ptr(head, *cpu), pos);
    if (node) return node;
  }
  return NULL;
}
EXPORT_SYMBOL(seq_hlist_start_percpu);

struct hlist_node* seq_hlist_next_percpu(void* v, struct hlist_head __percpu* head, int* cpu,
                                         loff_t* pos) {
  struct hlist_node* node = v;
  ++*pos;
  if (node->next) return node->next;
  for (*cpu = cpumask_next(*cpu, cpu_possible_mask); *cpu < nr_cpu_ids;
       *cpu = cpumask_next(*cpu, cpu_possible_mask)) {
    struct hlist_head* bucket = per_cpu_ptr(head, *cpu);
    if (!hlist_empty(bucket)) return bucket->first;
  }
  return NULL;
}
EXPORT_SYMBOL(seq_hlist_next_percpu);
