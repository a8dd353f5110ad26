// Hooked returns of functions.
#ifndef _LINUX_RETHOOK_H
#define _LINUX_RETHOOK_H

#include <linux/freelist.h>
#include <linux/kallsyms.h>
#include <linux/llist.h>
#include <linux/rcupdate.h>
#include <linux/refcount.h>

struct pt_regs;
struct rethook_node;
typedef void (*rethook_handler_t)(struct rethook_node*, void*, struct pt_regs*);

struct rethook {
  void* data;
  rethook_handler_t handler;
  struct freelist_head pool;
  refcount_t ref;
  struct rcu_head rcu;
};
_Static_assert(sizeof(struct rethook) == 24, "struct rethook of 6.1 i386");
struct rethook_node {
  union {
    struct freelist_node freelist;
    struct callback_head rcu;
  };
  struct llist_node llist;
  struct rethook* rethook;
  unsigned long ret_addr;
  unsigned long frame;
};
_Static_assert(sizeof(struct rethook_node) == 24, "struct rethook_node of 6.1 i386");

void arch_rethook_trampoline(void);
static inline bool is_rethook_trampoline(unsigned long addr) {
  return addr == (unsigned long)arch_rethook_trampoline;
}

#endif
