/*
 * An int3 of a probe was executed: its handlers run, then the displaced instruction. A probe that
 * is hit while handlers run only counts as missed. At the entry of a function the post handlers run
 * before the first instruction, as those of a probe on a call of ftrace do.
 * Linux: kernel/kprobes.c (aggr_*), arch/x86/kernel/kprobes/core.c (kprobe_int3_handler), ftrace.c
 * (kprobe_ftrace_handler).
 *
 * Nothing here may call a function that can be probed, but handlers.
 */
#include <linux/export.h>
#include <linux/irqflags.h>
#include <linux/kprobes.h>
#include <linux/preempt.h>

#include "../kernel.h"
#include "../segments.h"
#include "kprobes.h"

#define FRAME_WORDS 15 /* of struct pt_regs: what an exception in ring 0 saves */

struct kprobe* current_kprobe;
struct kprobe_site* kprobe_stepping;

static void copy_words(void* to, const void* from, unsigned long words) {
  __asm__ volatile("rep movsl" : "+D"(to), "+S"(from), "+c"(words) : : "memory");
}

static void count_missed(struct kprobe_site* site) {
  struct kprobe* p;
  list_for_each_entry(p, &site->probes, list) p->nmissed++;
}

/* Whether a handler has changed where to go on. */
static bool run_pre_handlers(struct kprobe_site* site, struct pt_regs* regs) {
  struct kprobe* p;

  regs->ip = (unsigned long)site->addr + 1;
  list_for_each_entry(p, &site->probes, list) {
    if (kprobe_disabled(p) || !p->pre_handler) continue;
    current_kprobe = p;
    if (p->pre_handler(p, regs)) return true;
  }
  return false;
}

static bool has_post_handler(struct kprobe_site* site) {
  struct kprobe* p;
  list_for_each_entry(p, &site->probes,
                      list) if (!kprobe_disabled(p) && p->post_handler) return true;
  return false;
}

static void run_post_handlers(struct kprobe_site* site, struct pt_regs* regs) {
  struct kprobe* p;

  list_for_each_entry(p, &site->probes, list) {
    if (kprobe_disabled(p) || !p->post_handler) continue;
    current_kprobe = p;
    p->post_handler(p, regs, 0);
  }
}

static void go_on(struct kprobe_site* site, struct pt_regs* regs) {
  if (site->calls_fentry)
    regs->ip = (unsigned long)site->addr + CALL_BYTES;
  else if (!kprobe_emulate(site, regs))
    regs->ip = (unsigned long)site->slot;
}

static void begin(struct kprobe_site* site) {
  preempt_disable();
  current_kprobe = list_first_entry(&site->probes, struct kprobe, list);
}
static void end(void) {
  current_kprobe = NULL;
  preempt_enable_no_resched();
}

static void hit_entry(struct kprobe_site* site, struct pt_regs* regs) {
  regs->orig_ax = 0;
  if (regs->flags & X86_EFLAGS_IF) local_irq_enable();
  if (!run_pre_handlers(site, regs)) {
    regs->ip = (unsigned long)site->addr + CALL_BYTES;
    run_post_handlers(site, regs);
    go_on(site, regs);
  }
  local_irq_disable();
  end();
}

static void hit_instruction(struct kprobe_site* site, struct pt_regs* regs) {
  regs->orig_ax = ~0ul;
  if (run_pre_handlers(site, regs)) {
    end();
  } else if (!has_post_handler(site)) {
    go_on(site, regs);
    end();
  } else if (kprobe_emulate(site, regs)) {
    run_post_handlers(site, regs);
    end();
  } else {
    regs->ip = (unsigned long)site->slot + SLOT_STEP;
    kprobe_stepping = site;
  }
}

static void stepped(struct kprobe_site* site, struct pt_regs* regs) {
  kprobe_stepping = NULL;
  regs->ip = (unsigned long)site->addr + site->length;
  run_post_handlers(site, regs);
  end();
}

static void hit(struct kprobe_site* site, struct pt_regs* regs) {
  if (current_kprobe) {
    count_missed(site);
    go_on(site, regs);
    return;
  }
  begin(site);
  if (site->traced)
    hit_entry(site, regs);
  else
    hit_instruction(site, regs);
}

/* Puts the registers where the exception returns from; handlers may have moved the stack. */
static void leave(struct pt_regs* frame, struct pt_regs* regs) {
  struct pt_regs* const place = (void*)(regs->sp - FRAME_WORDS * sizeof(long));

  copy_words(place, regs, FRAME_WORDS);
  if (place != frame) mm32_exception_return(place);
}

/* `frame` ends with the flags. Whether the int3 was a probe's. */
bool kprobe_int3_handler(struct pt_regs* frame) {
  const unsigned long addr = frame->ip - 1;
  struct kprobe_site* site = kprobe_stepping;
  struct pt_regs regs;
  const bool is_step =
      site && addr == (unsigned long)site->slot + SLOT_STEP + site->length && current_kprobe;

  if ((frame->cs & 3) == 3) return false;
  if (!is_step) {
    site = kprobe_site_at(addr);
    if (!site || !site->armed) return false;
  }
  copy_words(&regs, frame, FRAME_WORDS);
  regs.sp = (unsigned long)&frame->sp;
  regs.ss = __KERNEL_DS;
  regs.__ssh = 0;
  if (is_step)
    stepped(site, &regs);
  else
    hit(site, &regs);
  leave(frame, &regs);
  return true;
}

/* A displaced instruction has failed: it is to be seen where it was written. */
void kprobe_leave_slot(struct pt_regs* frame) {
  struct kprobe_site* const site = kprobe_site_of_slot(frame->ip);

  if (!site || (frame->cs & 3) == 3) return;
  frame->ip = (unsigned long)site->addr;
  if (kprobe_stepping != site) return;
  kprobe_stepping = NULL;
  end();
}
