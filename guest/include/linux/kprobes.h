// Probes in kernel code.
#ifndef _LINUX_KPROBES_H
#define _LINUX_KPROBES_H

#include <asm/ptrace.h>
#include <linux/ftrace.h>
#include <linux/list.h>
#include <linux/llist.h>
#include <linux/mutex.h>
#include <linux/notifier.h>
#include <linux/percpu.h>
#include <linux/ptrace.h>
#include <linux/smp.h>
#include <linux/spinlock.h>
#include <linux/types.h>

struct freelist_node;
struct kprobe;
struct kretprobe;
struct kretprobe_instance;
struct pt_regs;
struct rethook;

typedef u8 kprobe_opcode_t;
typedef int (*kprobe_pre_handler_t)(struct kprobe*, struct pt_regs*);
typedef void (*kprobe_post_handler_t)(struct kprobe*, struct pt_regs*, unsigned long);
struct arch_specific_insn {
  kprobe_opcode_t* insn;
  unsigned int boostable : 1;
  unsigned char size;
  union {
    unsigned char opcode;
    struct {
      unsigned char type;
    } jcc;
    struct {
      unsigned char type;
      unsigned char asize;
    } loop;
    struct {
      unsigned char reg;
    } indirect;
  };
  s32 rel32;
  void (*emulate_op)(struct kprobe*, struct pt_regs*);
  int tp_len;
};
_Static_assert(sizeof(struct arch_specific_insn) == 20, "struct arch_specific_insn of 6.1 i386");
struct kprobe {
  struct hlist_node hlist;
  struct list_head list;
  unsigned long nmissed;
  kprobe_opcode_t* addr;
  const char* symbol_name;
  unsigned int offset;
  kprobe_pre_handler_t pre_handler;
  kprobe_post_handler_t post_handler;
  kprobe_opcode_t opcode;
  struct arch_specific_insn ainsn;
  u32 flags;
};
_Static_assert(sizeof(struct kprobe) == 68, "struct kprobe of 6.1 i386");
typedef int (*kretprobe_handler_t)(struct kretprobe_instance*, struct pt_regs*);
struct kretprobe {
  struct kprobe kp;
  kretprobe_handler_t handler;
  kretprobe_handler_t entry_handler;
  int maxactive;
  int nmissed;
  size_t data_size;
  struct rethook* rh;
};
_Static_assert(sizeof(struct kretprobe) == 92, "struct kretprobe of 6.1 i386");
struct freelist_node {
  atomic_t refs;
  struct freelist_node* next;
};
_Static_assert(sizeof(struct freelist_node) == 8, "struct freelist_node of 6.1 i386");
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
struct kretprobe_instance {
  struct rethook_node node;
  char data[];
};
_Static_assert(sizeof(struct kretprobe_instance) == 24, "struct kretprobe_instance of 6.1 i386");

int register_kprobe(struct kprobe*);
void unregister_kprobe(struct kprobe*);
int register_kprobes(struct kprobe**, int);
void unregister_kprobes(struct kprobe**, int);
int register_kretprobe(struct kretprobe*);
void unregister_kretprobe(struct kretprobe*);
int register_kretprobes(struct kretprobe**, int);
void unregister_kretprobes(struct kretprobe**, int);
int disable_kprobe(struct kprobe*);
int enable_kprobe(struct kprobe*);

#define NOKPROBE_SYMBOL(fname)
#define __kprobes
#define nokprobe_inline inline
#define KPROBE_FLAG_DISABLED 2
static inline bool kprobe_disabled(struct kprobe* p) { return p->flags & KPROBE_FLAG_DISABLED; }

#endif
