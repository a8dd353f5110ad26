// Sequential files: the layout of 6.1 and the calls.
#ifndef _LINUX_SEQ_FILE_H
#define _LINUX_SEQ_FILE_H

#include <linux/bug.h>
#include <linux/fs.h>
#include <linux/mutex.h>
#include <linux/string.h>
#include <linux/types.h>

struct seq_operations;
struct seq_file {
  char* buf;
  size_t size;
  size_t from;
  size_t count;
  size_t pad_until;
  loff_t index;
  loff_t read_pos;
  struct mutex lock;
  const struct seq_operations* op;
  int poll_event;
  const struct file* file;
  void* private;
};
_Static_assert(sizeof(struct seq_file) == 72, "struct seq_file of 6.1 i386");
struct seq_operations {
  void* (*start)(struct seq_file* m, loff_t* pos);
  void (*stop)(struct seq_file* m, void* v);
  void* (*next)(struct seq_file* m, void* v, loff_t* pos);
  int (*show)(struct seq_file* m, void* v);
};
#define SEQ_SKIP 1
#define SEQ_START_TOKEN ((void*)1)
int seq_open(struct file*, const struct seq_operations*);
ssize_t seq_read(struct file*, char __user*, size_t, loff_t*);
loff_t seq_lseek(struct file*, loff_t, int);
int seq_release(struct inode*, struct file*);
int seq_write(struct seq_file* seq, const void* data, size_t len);
void seq_printf(struct seq_file* m, const char* fmt, ...) __printf(2, 3);
void seq_vprintf(struct seq_file* m, const char* fmt, va_list args);
void seq_putc(struct seq_file* m, char c);
void seq_puts(struct seq_file* m, const char* s);
int single_open(struct file*, int (*)(struct seq_file*, void*), void*);
int single_open_size(struct file*, int (*)(struct seq_file*, void*), void*, size_t);
int single_release(struct inode*, struct file*);
void* __seq_open_private(struct file*, const struct seq_operations*, int);
int seq_open_private(struct file*, const struct seq_operations*, int);
int seq_release_private(struct inode*, struct file*);
struct list_head* seq_list_start(struct list_head* head, loff_t pos);
struct list_head* seq_list_start_head(struct list_head* head, loff_t pos);
struct list_head* seq_list_next(void* v, struct list_head* head, loff_t* ppos);
static inline bool seq_has_overflowed(struct seq_file* m) { return m->count == m->size; }
#define DEFINE_SHOW_ATTRIBUTE(__name)                                         \
  static int __name##_open(struct inode* inode, struct file* file) {          \
    return single_open(file, __name##_show, inode->i_private);                \
  }                                                                           \
  static const struct file_operations __name##_fops = {.owner = THIS_MODULE,  \
                                                       .open = __name##_open, \
                                                       .read = seq_read,      \
                                                       .llseek = seq_lseek,   \
                                                       .release = single_release}

#endif
