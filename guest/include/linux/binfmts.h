// How programs are started.
#ifndef _LINUX_BINFMTS_H
#define _LINUX_BINFMTS_H

#include <linux/fs.h>
#include <linux/sched.h>
#include <linux/types.h>

struct coredump_params;
struct file;
struct linux_binprm;
struct module;

struct linux_binfmt {
  struct list_head lh;
  struct module* module;
  int (*load_binary)(struct linux_binprm*);
  int (*load_shlib)(struct file*);
  int (*core_dump)(struct coredump_params*);
  unsigned long min_coredump;
};
_Static_assert(sizeof(struct linux_binfmt) == 28, "struct linux_binfmt of 6.1 i386");

#endif
