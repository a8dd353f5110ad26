// More for files of records: escaped text, hex dumps, lists that change under RCU.
// Linux 6.1: fs/seq_file.c.
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/rculist.h>
#include <linux/seq_file.h>
#include <linux/string_helpers.h>

void seq_escape_mem(struct seq_file* m, const char* src, size_t len, unsigned int flags,
                    const char* esc) {
  const size_t room = m->count < m->size ? m->size - m->count : 0;
  const int wanted = string_escape_mem(src, len, room ? m->buf + m->count : NULL, room, flags, esc);
  m->count = wanted < (int)room ? m->count + wanted : m->size;
}
EXPORT_SYMBOL(seq_escape_mem);

void seq_hex_dump(struct seq_file* m, const char* prefix_str, int prefix_type, int rowsize,
                  int groupsize, const void* buf, size_t len, bool ascii) {
  const u8* bytes = buf;
  size_t at;
  if (rowsize != 16 && rowsize != 32) rowsize = 16;
  for (at = 0; at < len && !seq_has_overflowed(m); at += rowsize) {
    char line[32 * 3 + 2 + 32 + 1];
    const size_t part = min_t(size_t, len - at, rowsize);
    if (prefix_type == DUMP_PREFIX_ADDRESS)
      seq_printf(m, "%s%p: ", prefix_str, bytes + at);
    else if (prefix_type == DUMP_PREFIX_OFFSET)
      seq_printf(m, "%s%.8zx: ", prefix_str, at);
    else
      seq_printf(m, "%s", prefix_str);
    hex_dump_to_buffer(bytes + at, part, rowsize, groupsize, line, sizeof line, ascii);
    seq_puts(m, line);
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
