// Who takes the log when the kernel dies.
#ifndef _LINUX_KMSG_DUMP_H
#define _LINUX_KMSG_DUMP_H

#include <linux/errno.h>
#include <linux/list.h>
#include <linux/types.h>

struct kmsg_dump_iter;
struct kmsg_dumper;

enum kmsg_dump_reason {
  KMSG_DUMP_UNDEF = 0,
  KMSG_DUMP_PANIC = 1,
  KMSG_DUMP_OOPS = 2,
  KMSG_DUMP_EMERG = 3,
  KMSG_DUMP_SHUTDOWN = 4,
  KMSG_DUMP_MAX = 5
};
struct kmsg_dumper {
  struct list_head list;
  void (*dump)(struct kmsg_dumper*, enum kmsg_dump_reason);
  enum kmsg_dump_reason max_reason;
  bool registered;
};
_Static_assert(sizeof(struct kmsg_dumper) == 20, "struct kmsg_dumper of 6.1 i386");

bool kmsg_dump_get_line(struct kmsg_dump_iter*, bool, char*, size_t, size_t*);
bool kmsg_dump_get_buffer(struct kmsg_dump_iter*, bool, char*, size_t, size_t*);
void kmsg_dump_rewind(struct kmsg_dump_iter*);
int kmsg_dump_register(struct kmsg_dumper*);
int kmsg_dump_unregister(struct kmsg_dumper*);
const char* kmsg_dump_reason_str(enum kmsg_dump_reason);

struct kmsg_dump_iter;

struct kmsg_dump_iter {
  u64 cur_seq;
  u64 next_seq;
};
void kmsg_dump(enum kmsg_dump_reason reason);

#endif
