// What the core of the system calls at suspend and shutdown.
#ifndef _LINUX_SYSCORE_OPS_H
#define _LINUX_SYSCORE_OPS_H

#include <linux/list.h>
#include <linux/types.h>

struct syscore_ops;

struct syscore_ops {
  struct list_head node;
  int (*suspend)(void);
  void (*resume)(void);
  void (*shutdown)(void);
};
_Static_assert(sizeof(struct syscore_ops) == 20, "struct syscore_ops of 6.1 i386");

void register_syscore_ops(struct syscore_ops*);
void unregister_syscore_ops(struct syscore_ops*);
int syscore_suspend(void);
void syscore_resume(void);

void syscore_shutdown(void);

#endif
