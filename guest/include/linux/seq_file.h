// Sequential files: the layout of 6.1 and the calls.
#ifndef _LINUX_SEQ_FILE_H
#define _LINUX_SEQ_FILE_H

#include <linux/bug.h>
#include <linux/cpumask.h>
#include <linux/cred.h>
#include <linux/fs.h>
#include <linux/mutex.h>
#include <linux/nodemask.h>
#include <linux/string.h>
#include <linux/string_helpers.h>
#include <linux/types.h>
#include <linux/version.h>

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

struct dentry;
struct file;
struct hlist_head;
struct hlist_node;
struct iov_iter;
struct kiocb;
struct list_head;
struct path;

void seq_pad(struct seq_file* m, char c);
char* mangle_path(char* s, const char* p, const char* esc);
ssize_t seq_read_iter(struct kiocb* iocb, struct iov_iter* iter);
void seq_put_decimal_ull_width(struct seq_file* m, const char* delimiter, unsigned long long num,
                               unsigned int width);
void seq_put_decimal_ull(struct seq_file* m, const char* delimiter, unsigned long long num);
void seq_put_decimal_ll(struct seq_file* m, const char* delimiter, long long num);
void seq_put_hex_ll(struct seq_file* m, const char* delimiter, unsigned long long v,
                    unsigned int width);
void seq_escape_mem(struct seq_file* m, const char* src, size_t len, unsigned int flags,
                    const char* esc);
void seq_hex_dump(struct seq_file* m, const char* prefix_str, int prefix_type, int rowsize,
                  int groupsize, const void* buf, size_t len, bool ascii);
int seq_path(struct seq_file*, const struct path*, const char*);
int seq_file_path(struct seq_file*, struct file*, const char*);
int seq_dentry(struct seq_file*, struct dentry*, const char*);
int seq_path_root(struct seq_file* m, const struct path* path, const struct path* root,
                  const char* esc);
void* single_start(struct seq_file*, loff_t*);
void seq_bprintf(struct seq_file* m, const char* f, const u32* binary);
struct list_head* seq_list_start_rcu(struct list_head* head, loff_t pos);
struct list_head* seq_list_start_head_rcu(struct list_head* head, loff_t pos);
struct list_head* seq_list_next_rcu(void* v, struct list_head* head, loff_t* ppos);
struct hlist_node* seq_hlist_start(struct hlist_head* head, loff_t pos);
struct hlist_node* seq_hlist_start_head(struct hlist_head* head, loff_t pos);
struct hlist_node* seq_hlist_next(void* v, struct hlist_head* head, loff_t* ppos);
struct hlist_node* seq_hlist_start_rcu(struct hlist_head* head, loff_t pos);
struct hlist_node* seq_hlist_start_head_rcu(struct hlist_head* head, loff_t pos);
struct hlist_node* seq_hlist_next_rcu(void* v, struct hlist_head* head, loff_t* ppos);
struct hlist_node* seq_hlist_start_percpu(struct hlist_head* head, int* cpu, loff_t pos);
struct hlist_node* seq_hlist_next_percpu(void* v, struct hlist_head* head, int* cpu, loff_t* pos);
void seq_file_init(void);

#define DEFINE_SEQ_ATTRIBUTE(__name)                                          \
  static int __name##_open(struct inode* inode, struct file* file) {          \
    int ret = seq_open(file, &__name##_sops);                                 \
    if (!ret && inode->i_private) {                                           \
      struct seq_file* seq_f = file->private_data;                            \
      seq_f->private = inode->i_private;                                      \
    }                                                                         \
    return ret;                                                               \
  }                                                                           \
  static const struct file_operations __name##_fops = {.owner = THIS_MODULE,  \
                                                       .open = __name##_open, \
                                                       .read = seq_read,      \
                                                       .llseek = seq_lseek,   \
                                                       .release = seq_release}
#define DEFINE_PROC_SHOW_ATTRIBUTE(__name)                                      \
  static int __name##_open(struct inode* inode, struct file* file) {            \
    return single_open(file, __name##_show, pde_data(inode));                   \
  }                                                                             \
  static const struct proc_ops __name##_proc_ops = {.proc_open = __name##_open, \
                                                    .proc_read = seq_read,      \
                                                    .proc_lseek = seq_lseek,    \
                                                    .proc_release = single_release}
static inline size_t seq_get_buf(struct seq_file* m, char** bufp) {
  const size_t left = m->count < m->size ? m->size - m->count : 0;
  *bufp = left ? m->buf + m->count : NULL;
  return left;
}
static inline void seq_commit(struct seq_file* m, int num) {
  m->count = num < 0 ? m->size : m->count + num;
}
static inline void seq_setwidth(struct seq_file* m, size_t size) { m->pad_until = m->count + size; }
static inline void seq_escape_str(struct seq_file* m, const char* src, unsigned int flags,
                                  const char* esc) {
  seq_escape_mem(m, src, strlen(src), flags, esc);
}
static inline void seq_escape(struct seq_file* m, const char* s, const char* esc) {
  seq_escape_str(m, s, ESCAPE_OCTAL, esc);
}

struct user_namespace;

static inline struct user_namespace* seq_user_ns(struct seq_file* seq) { return &init_user_ns; }
static inline void seq_show_option(struct seq_file* m, const char* name, const char* value) {
  seq_putc(m, ',');
  seq_escape(m, name, ",= \t\n\\");
  if (!value) return;
  seq_putc(m, '=');
  seq_escape(m, value, ", \t\n\\");
}

#if LINUX_VERSION_CODE < KERNEL_VERSION(4, 3, 0)
// Until 4.3 they answered whether the buffer had room: 0 or -1.
#define __MM32_SEQ_FITS(m, call)             \
  ({                                         \
    struct seq_file* __seq_mm32 = (m);       \
    call;                                    \
    seq_has_overflowed(__seq_mm32) ? -1 : 0; \
  })
#define seq_printf(m, ...) __MM32_SEQ_FITS(m, (seq_printf)(__seq_mm32, __VA_ARGS__))
#define seq_puts(m, s) __MM32_SEQ_FITS(m, (seq_puts)(__seq_mm32, s))
#define seq_putc(m, c) __MM32_SEQ_FITS(m, (seq_putc)(__seq_mm32, c))
#endif

#endif
