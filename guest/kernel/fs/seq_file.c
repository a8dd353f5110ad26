/*
 * Sequential files: text made record by record into a buffer that grows until a record fits.
 * Linux: fs/seq_file.c.
 */
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/seq_file.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/uaccess.h>

#include "bug_at.h"

static void set_overflow(struct seq_file* m) { m->count = m->size; }

int seq_open(struct file* file, const struct seq_operations* op) {
  struct seq_file* p;

  WARN_ON_AT(file->private_data, "fs/seq_file.c", 61);
  p = kzalloc(sizeof(*p), GFP_KERNEL);
  if (!p) return -ENOMEM;
  file->private_data = p;
  mutex_init(&p->lock);
  p->op = op;
  p->file = file;
  file->f_mode &= ~(fmode_t)0x10; /* FMODE_PWRITE */
  return 0;
}
EXPORT_SYMBOL(seq_open);

/* Doubles the buffer; -ENOMEM. */
static int grow(struct seq_file* m) {
  const size_t size = m->size ? m->size * 2 : PAGE_SIZE;

  kvfree(m->buf);
  m->count = 0;
  m->buf = kvmalloc(size, GFP_KERNEL_ACCOUNT);
  m->size = m->buf ? size : 0;
  return m->buf ? 0 : -ENOMEM;
}

/* Shows the record `p`: its length in m->count; 1: it did not fit. */
static int show(struct seq_file* m, void* p, size_t before) {
  int error = m->op->show(m, p);

  if (error < 0) return error;
  if (error) m->count = before;
  return seq_has_overflowed(m) ? 1 : 0;
}

/* The first record that has text, at m->index. 0: the iteration is in progress at *record. */
static int first_record(struct seq_file* m, void** record) {
  void* p;
  int error;

  for (;;) {
    p = m->op->start(m, &m->index);
    error = IS_ERR_OR_NULL(p) ? PTR_ERR(p) : show(m, p, 0);
    if (IS_ERR_OR_NULL(p) || error < 0) break;
    *record = p;
    if (!error && m->count) return 0;
    if (!error) {
      const loff_t pos = m->index;

      p = m->op->next(m, p, &m->index);
      if (m->index == pos) m->index++;
      m->op->stop(m, p);
      continue;
    }
    m->op->stop(m, p);
    error = grow(m);
    if (error) return error;
  }
  m->op->stop(m, p);
  m->count = 0;
  return error ? error : 1;
}

/* Adds the records behind `p` while they fit, up to `wanted` bytes, and ends the iteration. */
static void more_records(struct seq_file* m, void* p, size_t wanted) {
  while (!IS_ERR_OR_NULL(p)) {
    const size_t before = m->count;
    const loff_t pos = m->index;

    p = m->op->next(m, p, &m->index);
    if (m->index == pos) m->index++;
    if (IS_ERR_OR_NULL(p) || before >= wanted) break;
    if (show(m, p, before)) {
      m->count = before;
      break;
    }
  }
  m->op->stop(m, p);
}

ssize_t seq_read(struct file* file, char __user* buf, size_t size, loff_t* ppos) {
  struct seq_file* m = file->private_data;
  ssize_t copied = 0;
  void* record;
  size_t n;
  int error = 0;

  mutex_lock(&m->lock);
  if (*ppos == 0) {
    m->index = 0;
    m->count = 0;
  }
  if (!m->buf) error = grow(m);
  if (!error && !m->count) {
    m->from = 0;
    error = first_record(m, &record);
    if (!error) more_records(m, record, size);
  }
  if (!error) {
    n = min(m->count, size);
    n -= copy_to_user(buf, m->buf + m->from, n);
    copied = n ? n : -EFAULT;
    m->count -= n;
    m->from += n;
    *ppos += n;
    m->read_pos = *ppos;
  }
  mutex_unlock(&m->lock);
  return error < 0 ? error : copied;
}
EXPORT_SYMBOL(seq_read);

loff_t seq_lseek(struct file* file, loff_t offset, int whence) {
  struct seq_file* m = file->private_data;

  if (whence == SEEK_CUR) offset += file->f_pos;
  if (whence > SEEK_CUR || offset < 0) return -EINVAL;
  if (offset != m->read_pos) {
    m->index = 0;
    m->count = 0;
  }
  m->read_pos = file->f_pos = offset;
  return offset;
}
EXPORT_SYMBOL(seq_lseek);

int seq_release(struct inode* inode, struct file* file) {
  struct seq_file* m = file->private_data;

  kvfree(m->buf);
  kfree(m);
  return 0;
}
EXPORT_SYMBOL(seq_release);

void* single_start(struct seq_file* p, loff_t* pos) { return *pos ? NULL : SEQ_START_TOKEN; }
static void* single_next(struct seq_file* p, void* v, loff_t* pos) {
  ++*pos;
  return NULL;
}
static void single_stop(struct seq_file* p, void* v) {}

int single_open(struct file* file, int (*show)(struct seq_file*, void*), void* data) {
  struct seq_operations* op = kmalloc(sizeof(*op), GFP_KERNEL_ACCOUNT);
  int res = -ENOMEM;

  if (!op) return res;
  *op = (struct seq_operations){single_start, single_stop, single_next, show};
  res = seq_open(file, op);
  if (res)
    kfree(op);
  else
    ((struct seq_file*)file->private_data)->private = data;
  return res;
}
EXPORT_SYMBOL(single_open);

int single_open_size(struct file* file, int (*show)(struct seq_file*, void*), void* data,
                     size_t size) {
  char* buf = kvmalloc(size, GFP_KERNEL_ACCOUNT);
  struct seq_file* m;
  int ret;

  if (!buf) return -ENOMEM;
  ret = single_open(file, show, data);
  if (ret) {
    kvfree(buf);
    return ret;
  }
  m = file->private_data;
  m->buf = buf;
  m->size = size;
  return 0;
}
EXPORT_SYMBOL(single_open_size);

int single_release(struct inode* inode, struct file* file) {
  const struct seq_operations* op = ((struct seq_file*)file->private_data)->op;
  int res = seq_release(inode, file);

  kfree(op);
  return res;
}
EXPORT_SYMBOL(single_release);

void* __seq_open_private(struct file* f, const struct seq_operations* ops, int psize) {
  void* private = kzalloc(psize, GFP_KERNEL_ACCOUNT);

  if (!private) return NULL;
  if (seq_open(f, ops)) {
    kfree(private);
    return NULL;
  }
  ((struct seq_file*)f->private_data)->private = private;
  return private;
}
EXPORT_SYMBOL(__seq_open_private);

int seq_open_private(struct file* filp, const struct seq_operations* ops, int psize) {
  return __seq_open_private(filp, ops, psize) ? 0 : -ENOMEM;
}
EXPORT_SYMBOL(seq_open_private);

int seq_release_private(struct inode* inode, struct file* file) {
  struct seq_file* seq = file->private_data;

  kfree(seq->private);
  seq->private = NULL;
  return seq_release(inode, file);
}
EXPORT_SYMBOL(seq_release_private);

void seq_vprintf(struct seq_file* m, const char* f, va_list args) {
  int len;

  if (m->count < m->size) {
    len = vsnprintf(m->buf + m->count, m->size - m->count, f, args);
    if (m->count + len < m->size) {
      m->count += len;
      return;
    }
  }
  set_overflow(m);
}
EXPORT_SYMBOL(seq_vprintf);

void seq_printf(struct seq_file* m, const char* f, ...) {
  va_list args;

  va_start(args, f);
  seq_vprintf(m, f, args);
  va_end(args);
}
EXPORT_SYMBOL(seq_printf);

int seq_write(struct seq_file* seq, const void* data, size_t len) {
  if (seq->count + len >= seq->size) {
    set_overflow(seq);
    return -1;
  }
  memcpy(seq->buf + seq->count, data, len);
  seq->count += len;
  return 0;
}
EXPORT_SYMBOL(seq_write);

void seq_putc(struct seq_file* m, char c) {
  if (m->count < m->size) m->buf[m->count++] = c;
}
EXPORT_SYMBOL(seq_putc);

void seq_puts(struct seq_file* m, const char* s) { seq_write(m, s, strlen(s)); }
EXPORT_SYMBOL(seq_puts);

void seq_pad(struct seq_file* m, char c);
void seq_pad(struct seq_file* m, char c) {
  int size = m->pad_until - m->count;

  for (; size > 0; size--) seq_putc(m, ' ');
  if (c) seq_putc(m, c);
}
EXPORT_SYMBOL(seq_pad);

struct list_head* seq_list_start(struct list_head* head, loff_t pos) {
  struct list_head* at;

  list_for_each(at, head) if (pos-- == 0) return at;
  return NULL;
}
EXPORT_SYMBOL(seq_list_start);

struct list_head* seq_list_start_head(struct list_head* head, loff_t pos) {
  return pos ? seq_list_start(head, pos - 1) : head;
}
EXPORT_SYMBOL(seq_list_start_head);

struct list_head* seq_list_next(void* v, struct list_head* head, loff_t* ppos) {
  struct list_head* next = ((struct list_head*)v)->next;

  ++*ppos;
  return next == head ? NULL : next;
}
EXPORT_SYMBOL(seq_list_next);

struct hlist_node* seq_hlist_start(struct hlist_head* head, loff_t pos);
struct hlist_node* seq_hlist_start(struct hlist_head* head, loff_t pos) {
  struct hlist_node* node;

  for (node = head->first; node; node = node->next)
    if (pos-- == 0) return node;
  return NULL;
}
EXPORT_SYMBOL(seq_hlist_start);

struct hlist_node* seq_hlist_next(void* v, struct hlist_head* head, loff_t* ppos);
struct hlist_node* seq_hlist_next(void* v, struct hlist_head* head, loff_t* ppos) {
  ++*ppos;
  return v == SEQ_START_TOKEN ? head->first : ((struct hlist_node*)v)->next;
}
EXPORT_SYMBOL(seq_hlist_next);
