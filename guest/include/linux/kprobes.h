// Probes in kernel code.
#ifndef _LINUX_KPROBES_H
#define _LINUX_KPROBES_H

#include <asm/kprobes.h>
#include <asm/ptrace.h>
#include <linux/bug.h>
#include <linux/compiler.h>
#include <linux/freelist.h>
#include <linux/ftrace.h>
#include <linux/linkage.h>
#include <linux/list.h>
#include <linux/llist.h>
#include <linux/mutex.h>
#include <linux/notifier.h>
#include <linux/percpu.h>
#include <linux/ptrace.h>
#include <linux/rcupdate.h>
#include <linux/refcount.h>
#include <linux/rethook.h>
#include <linux/smp.h>
#include <linux/spinlock.h>
#include <linux/types.h>
#include <linux/version.h>

struct kprobe;
struct kretprobe;
struct kretprobe_instance;
struct pt_regs;

typedef int (*kprobe_pre_handler_t)(struct kprobe*, struct pt_regs*);
typedef void (*kprobe_post_handler_t)(struct kprobe*, struct pt_regs*, unsigned long);
// Of before 5.14 and 4.19; the former is called for faults that handlers do not have here.
typedef int (*kprobe_fault_handler_t)(struct kprobe*, struct pt_regs*, int trapnr);
typedef int (*kprobe_break_handler_t)(struct kprobe*, struct pt_regs*);
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
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 14, 0)
  struct arch_specific_insn ainsn;
#else
  union {
    struct arch_specific_insn ainsn;
    struct {
      void* insn_mm32[3];
      kprobe_fault_handler_t fault_handler;
      kprobe_break_handler_t break_handler;
    };
  };
#endif
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
struct kretprobe_instance {
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 18, 0)
  struct rethook_node node;
#else
  union {
    struct rethook_node node;
    struct {
      struct kretprobe* rp;  // before 5.11
      struct task_struct* task;
      struct llist_node llist;
      struct rethook* rethook_mm32;
      kprobe_opcode_t* ret_addr;
      void* fp;
    };
  };
#endif
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

#define NOKPROBE_SYMBOL(fname)                                                  \
  static unsigned long __used __attribute__((__section__("_kprobe_blacklist"))) \
  _kbl_addr_##fname = (unsigned long)fname
#define __kprobes __attribute__((__section__(".kprobes.text")))
#define nokprobe_inline __always_inline
#define KPROBE_FLAG_DISABLED 2
#define KPROBE_FLAG_GONE 1
static inline bool kprobe_gone(struct kprobe* p) { return p->flags & KPROBE_FLAG_GONE; }
static inline bool kprobe_disabled(struct kprobe* p) {
  return p->flags & (KPROBE_FLAG_DISABLED | KPROBE_FLAG_GONE);
}

struct arch_optimized_insn;
struct ftrace_ops;
struct ftrace_regs;
struct kprobe_blacklist_entry;
struct kprobe_ctlblk;
struct kprobe_insn_cache;
struct kretprobe_blackpoint;
struct kretprobe_holder;
struct list_head;
struct mutex;
struct optimized_kprobe;

#define KPROBE_HIT_ACTIVE 0x00000001
#define KPROBE_HIT_SS 0x00000002
#define KPROBE_REENTER 0x00000004
#define KPROBE_HIT_SSDONE 0x00000008
#define KPROBE_FLAG_OPTIMIZED 4
#define KPROBE_FLAG_FTRACE 8
#define KPROBE_FLAG_ON_FUNC_ENTRY 16
#define KRETPROBE_MAX_DATA_SIZE 4096
#define KPROBE_INSN_PAGE_SYM "kprobe_insn_page"
#define KPROBE_OPTINSN_PAGE_SYM "kprobe_optinsn_page"
struct kretprobe_holder {
  struct kretprobe* rp;
  refcount_t ref;
};
struct kretprobe_blackpoint {
  const char* name;
  void* addr;
};
struct kprobe_blacklist_entry {
  struct list_head list;
  unsigned long start_addr;
  unsigned long end_addr;
};
extern typeof(struct kprobe*) current_kprobe;
extern typeof(struct kprobe_ctlblk) kprobe_ctlblk;
void kprobe_busy_begin(void);
void kprobe_busy_end(void);
int arch_trampoline_kprobe(struct kprobe* p);
extern unsigned long __start_kprobe_blacklist[];
extern unsigned long __stop_kprobe_blacklist[];
extern struct kretprobe_blackpoint kretprobe_blacklist[];
int arch_prepare_kprobe(struct kprobe* p);
void arch_arm_kprobe(struct kprobe* p);
void arch_disarm_kprobe(struct kprobe* p);
int arch_init_kprobes(void);
void kprobes_inc_nmissed_count(struct kprobe* p);
bool arch_within_kprobe_blacklist(unsigned long addr);
int arch_populate_kprobe_blacklist(void);
int kprobe_on_func_entry(kprobe_opcode_t* addr, const char* sym, unsigned long offset);
bool within_kprobe_blacklist(unsigned long addr);
int kprobe_add_ksym_blacklist(unsigned long entry);
int kprobe_add_area_blacklist(unsigned long start, unsigned long end);
struct kprobe_insn_cache {
  struct mutex mutex;
  void* (*alloc)(void);
  void (*free)(void*);
  const char* sym;
  struct list_head pages;
  size_t insn_size;
  int nr_garbage;
};
kprobe_opcode_t* __get_insn_slot(struct kprobe_insn_cache* c);
void __free_insn_slot(struct kprobe_insn_cache* c, kprobe_opcode_t* slot, int dirty);
bool __is_insn_slot_addr(struct kprobe_insn_cache* c, unsigned long addr);
int kprobe_cache_get_kallsym(struct kprobe_insn_cache* c, unsigned int* symnum,
                             unsigned long* value, char* type, char* sym);
extern struct kprobe_insn_cache kprobe_insn_slots;
struct optimized_kprobe {
  struct kprobe kp;
  struct list_head list;
  struct arch_optimized_insn optinsn;
};
int arch_check_optimized_kprobe(struct optimized_kprobe* op);
int arch_prepare_optimized_kprobe(struct optimized_kprobe* op, struct kprobe* orig);
void arch_remove_optimized_kprobe(struct optimized_kprobe* op);
void arch_optimize_kprobes(struct list_head* oplist);
void arch_unoptimize_kprobes(struct list_head* oplist, struct list_head* done_list);
void arch_unoptimize_kprobe(struct optimized_kprobe* op);
int arch_within_optimized_kprobe(struct optimized_kprobe* op, kprobe_opcode_t* addr);
void opt_pre_handler(struct kprobe* p, struct pt_regs* regs);
extern struct kprobe_insn_cache kprobe_optinsn_slots;
void wait_for_kprobe_optimizer(void);
bool optprobe_queued_unopt(struct optimized_kprobe* op);
bool kprobe_disarmed(struct kprobe* p);
void kprobe_ftrace_handler(unsigned long ip, unsigned long parent_ip, struct ftrace_ops* ops,
                           struct ftrace_regs* fregs);
int arch_prepare_kprobe_ftrace(struct kprobe* p);
struct kprobe* get_kprobe(void* addr);
kprobe_opcode_t* kprobe_lookup_name(const char* name, unsigned int offset);
kprobe_opcode_t* arch_adjust_kprobe_addr(unsigned long addr, unsigned long offset,
                                         bool* on_func_entry);
void kprobe_free_init_mem(void);
void dump_kprobe(struct kprobe* kp);
void* alloc_insn_page(void);
void* alloc_optinsn_page(void);
void free_optinsn_page(void* page);
int kprobe_get_kallsym(unsigned int symnum, unsigned long* value, char* type, char* sym);
int arch_kprobe_get_kallsym(unsigned int* symnum, unsigned long* value, char* type, char* sym);

static inline bool kprobe_optimized(struct kprobe* p) { return p->flags & KPROBE_FLAG_OPTIMIZED; }
static inline bool kprobe_ftrace(struct kprobe* p) { return p->flags & KPROBE_FLAG_FTRACE; }
static inline struct kretprobe* get_kretprobe(struct kretprobe_instance* ri) {
  return ri->node.rethook->data;
}
static inline unsigned long get_kretprobe_retaddr(struct kretprobe_instance* ri) {
  return ri->node.ret_addr;
}
static inline int disable_kretprobe(struct kretprobe* rp) { return disable_kprobe(&rp->kp); }
static inline int enable_kretprobe(struct kretprobe* rp) { return enable_kprobe(&rp->kp); }

// Inline in Linux.
struct llist_node;
struct task_struct;
kprobe_opcode_t* get_insn_slot(void);
void free_insn_slot(kprobe_opcode_t* slot, int dirty);
bool is_kprobe_insn_slot(unsigned long addr);
kprobe_opcode_t* get_optinsn_slot(void);
void free_optinsn_slot(kprobe_opcode_t* slot, int dirty);
bool is_kprobe_optinsn_slot(unsigned long addr);
struct kprobe* kprobe_running(void);
void reset_current_kprobe(void);
struct kprobe_ctlblk* get_kprobe_ctlblk(void);
bool is_kretprobe_trampoline(unsigned long addr);
unsigned long kretprobe_find_ret_addr(struct task_struct* tsk, void* fp, struct llist_node** cur);
bool kprobe_page_fault(struct pt_regs* regs, unsigned int trap);

static inline int init_test_probes(void) { return 0; }

#endif
