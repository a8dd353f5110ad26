/*
 * What the files of kprobes share.
 *
 * A place in code that has probes is a struct kprobe_site: its first byte is an int3 while one of
 * its probes is enabled. The displaced instruction runs elsewhere (in its slot, which is a page of
 * its own) or is done by C; see site.c.
 *
 *   slot + 0                  the instruction, then a jump behind the place
 *   slot + SLOT_STEP          the instruction, then int3, for the post handlers
 */
#ifndef MM32_KPROBES_H
#define MM32_KPROBES_H

#include <linux/kprobes.h>

#define INT3 0xcc
#define SLOT_STEP 64
#define CALL_BYTES 5

struct kprobe_site {
  struct hlist_node hlist;
  struct list_head probes; /* the newest first, as they run */
  u8* addr;
  u8 code[MAX_INSN_SIZE]; /* the displaced instruction */
  u8 length;
  u8 prefixes; /* of them before the opcode */
  bool armed;
  bool gone;   /* with its module */
  bool traced; /* the entry of a function: as a kprobe on ftrace */
  bool calls_fentry;
  u8* slot;
  struct page* page;
};

extern struct kprobe_site* kprobe_stepping; /* the one that runs its instruction with int3 behind */

struct kprobe_site* kprobe_site_at(unsigned long addr);
/* The site whose slot has that address. */
struct kprobe_site* kprobe_site_of_slot(unsigned long addr);

/* 0 or an error. What the site needs to run its instruction elsewhere. */
int kprobe_prepare_site(struct kprobe_site* site);
void kprobe_free_site(struct kprobe_site* site);
/* Whether the instruction is done by C: then it has been done. */
bool kprobe_emulate(const struct kprobe_site* site, struct pt_regs* regs);

/* 0 when that is the entry of a function, or an error. */
int mm32_probed_function(void* addr, const char* name, unsigned int offset);

/* Ends the exception whose registers are at `frame` (up to and with flags). */
void __noreturn mm32_exception_return(void* frame);

#endif
