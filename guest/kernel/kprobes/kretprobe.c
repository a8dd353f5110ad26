/*
 * Probes of returns: a probe at the entry of a function puts a trampoline in the place of the
 * return address, and keeps the address in an instance; the trampoline (entry.S) gives it back.
 *
 * All instances in use are in one list, the newest first. R1: of one stack the newest has the
 * lowest frame, for what lies below was left without a return (its task died); such instances go
 * back to their pool when the stack is used again. Two probes of one function have instances of one
 * frame, and the newer one has the trampoline as its return address.
 * Linux: kernel/kprobes.c, kernel/trace/rethook.c, arch/x86/kernel/rethook.c.
 */
#include <linux/err.h>
#include <linux/export.h>
#include <linux/kprobes.h>
#include <linux/rethook.h>
#include <linux/sched.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "../kernel.h"
#include "kprobes.h"

#define DEFAULT_MAXACTIVE 10

struct llist_node* __mm32_rethooks;

static const unsigned long trampoline = (unsigned long)arch_rethook_trampoline;

static struct rethook_node* node_of(struct llist_node* link) {
  return link ? container_of(link, struct rethook_node, llist) : NULL;
}

static struct rethook_node* take(struct rethook* rh) {
  struct freelist_node* const first = rh->pool.head;
  if (!first) return NULL;
  rh->pool.head = first->next;
  return container_of(first, struct rethook_node, freelist);
}

static void free_node(struct rethook_node* node) {
  struct rethook* const rh = node->rethook;
  kfree(node);
  if (refcount_dec_and_test(&rh->ref)) kfree(rh);
}

static void give_back(struct rethook_node* node) {
  struct rethook* const rh = node->rethook;
  if (!rh->handler) {
    free_node(node);
    return;
  }
  node->freelist.next = rh->pool.head;
  rh->pool.head = &node->freelist;
}

/* Those that are in use are freed when their functions return. */
static void free_rethook(struct rethook* rh) {
  struct rethook_node* node;

  rh->handler = NULL;
  while ((node = take(rh))) free_node(node);
  if (refcount_dec_and_test(&rh->ref)) kfree(rh);
}

static bool was_left(const struct rethook_node* node, unsigned long frame) {
  if ((node->frame ^ frame) & ~(THREAD_SIZE - 1)) return false;
  return node->frame < frame ||
         (node->frame == frame && *(const unsigned long*)frame != trampoline);
}

static void drop_left_instances(unsigned long frame) {
  struct llist_node** link = &__mm32_rethooks;

  while (*link) {
    struct rethook_node* const node = node_of(*link);
    if (was_left(node, frame)) {
      *link = node->llist.next;
      give_back(node);
    } else {
      link = &node->llist.next;
    }
  }
}

static void hook(struct rethook_node* node, struct pt_regs* regs) {
  unsigned long* const slot = (unsigned long*)regs->sp;

  node->frame = regs->sp;
  node->ret_addr = *slot;
  *slot = trampoline;
  node->llist.next = __mm32_rethooks;
  __mm32_rethooks = &node->llist;
}

/* Code of before 5.11 finds these where a free instance has its link. */
static void name_owner(struct kretprobe_instance* ri, struct kretprobe* rp) {
  struct {
    struct kretprobe* rp;
    struct task_struct* task;
  }* const owner = (void*)ri;

  owner->rp = rp;
  owner->task = current;
}

static int pre_handler_kretprobe(struct kprobe* p, struct pt_regs* regs) {
  struct kretprobe* const rp = container_of(p, struct kretprobe, kp);
  struct kretprobe_instance* ri;
  struct rethook_node* node;

  drop_left_instances(regs->sp);
  node = take(rp->rh);
  if (!node) {
    rp->nmissed++;
    return 0;
  }
  ri = container_of(node, struct kretprobe_instance, node);
  name_owner(ri, rp);
  if (rp->entry_handler && rp->entry_handler(ri, regs))
    give_back(node);
  else
    hook(node, regs);
  return 0;
}

/* The address to which the function of that frame returns, or 0. */
static unsigned long return_address_of(unsigned long frame) {
  struct rethook_node* node;

  for (node = node_of(__mm32_rethooks); node; node = node_of(node->llist.next))
    if (node->frame == frame && node->ret_addr != trampoline) return node->ret_addr;
  return 0;
}

static void kretprobe_rethook_handler(struct rethook_node* node, void* data, struct pt_regs* regs) {
  struct kretprobe* const rp = data;

  if (!rp->handler || kprobe_disabled(&rp->kp)) return;
  current_kprobe = &rp->kp;
  rp->handler(container_of(node, struct kretprobe_instance, node), regs);
  current_kprobe = NULL;
}

/* Takes the newest instance of that frame out of the list. */
static struct rethook_node* take_hooked(unsigned long frame) {
  struct llist_node** link = &__mm32_rethooks;

  while (*link && node_of(*link)->frame != frame) link = &(*link)->next;
  if (*link) {
    struct rethook_node* const node = node_of(*link);
    *link = node->llist.next;
    return node;
  }
  return NULL;
}

void arch_rethook_trampoline_callback(struct pt_regs* regs) {
  unsigned long* const last = (unsigned long*)regs + sizeof(*regs) / sizeof(long) - 1;
  const unsigned long frame = (unsigned long)last;
  const unsigned long address = return_address_of(frame);
  unsigned long next;

  BUG_ON(!address);
  regs->ip = address;
  regs->sp = frame + sizeof(long);
  preempt_disable();
  do {
    struct rethook_node* const node = take_hooked(frame);
    next = node->ret_addr;
    if (node->rethook->handler) node->rethook->handler(node, node->rethook->data, regs);
    give_back(node);
  } while (next == trampoline);
  preempt_enable_no_resched();
  last[-1] = regs->flags;
  last[0] = address;
}

static int make_instances(struct kretprobe* rp) {
  int i;

  rp->rh = kzalloc(sizeof(*rp->rh), GFP_KERNEL);
  if (!rp->rh) return -ENOMEM;
  rp->rh->data = rp;
  rp->rh->handler = kretprobe_rethook_handler;
  refcount_set(&rp->rh->ref, 1);
  for (i = 0; i < rp->maxactive; i++) {
    struct kretprobe_instance* ri = kzalloc(sizeof(*ri) + rp->data_size, GFP_KERNEL);
    if (!ri) {
      free_rethook(rp->rh);
      rp->rh = NULL;
      return -ENOMEM;
    }
    ri->node.rethook = rp->rh;
    refcount_inc(&rp->rh->ref);
    give_back(&ri->node);
  }
  return 0;
}

int register_kretprobe(struct kretprobe* rp) {
  int error = mm32_probed_function(rp->kp.addr, rp->kp.symbol_name, rp->kp.offset);

  if (error) return error;
  if (rp->kp.symbol_name && strcmp(rp->kp.symbol_name, "__switch_to") == 0) return -EINVAL;
  if (rp->data_size > KRETPROBE_MAX_DATA_SIZE) return -E2BIG;
  rp->kp.pre_handler = pre_handler_kretprobe;
  rp->kp.post_handler = NULL;
  if (rp->maxactive <= 0) rp->maxactive = DEFAULT_MAXACTIVE;
  error = make_instances(rp);
  if (error) return error;
  rp->nmissed = 0;
  error = register_kprobe(&rp->kp);
  if (error) {
    free_rethook(rp->rh);
    rp->rh = NULL;
  }
  return error;
}
EXPORT_SYMBOL_GPL(register_kretprobe);

/* Functions that have not returned yet still come to the trampoline. */
void unregister_kretprobes(struct kretprobe** rps, int num) {
  int i;

  for (i = 0; i < num; i++) {
    unregister_kprobe(&rps[i]->kp);
    if (rps[i]->kp.addr && rps[i]->rh) free_rethook(rps[i]->rh);
  }
}
EXPORT_SYMBOL_GPL(unregister_kretprobes);

void unregister_kretprobe(struct kretprobe* rp) { unregister_kretprobes(&rp, 1); }
EXPORT_SYMBOL_GPL(unregister_kretprobe);

int register_kretprobes(struct kretprobe** rps, int num) {
  int i, error = 0;

  if (num <= 0) return -EINVAL;
  for (i = 0; i < num && !error; i++) error = register_kretprobe(rps[i]);
  if (error) unregister_kretprobes(rps, i - 1);
  return error;
}
EXPORT_SYMBOL_GPL(register_kretprobes);
