/*
 * The displaced instruction of a probe: which can be displaced, the slot where it runs, and what
 * cannot run elsewhere because it depends on its address, or changes it.
 * Linux: arch/x86/kernel/kprobes/core.c.
 */
#include <linux/err.h>
#include <linux/gfp.h>
#include <linux/set_memory.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/vmalloc.h>

#include "host.h"
#include "kprobes.h"

#define FLAG_CARRY 0x1
#define FLAG_PARITY 0x4
#define FLAG_ZERO 0x40
#define FLAG_SIGN 0x80
#define FLAG_OVERFLOW 0x800
#define ADDRESS_SIZE_PREFIX 0x67

enum group5 { GROUP5_CALL = 2, GROUP5_FAR_CALL, GROUP5_JUMP, GROUP5_FAR_JUMP };

static u8 opcode_of(const struct kprobe_site* site) { return site->code[site->prefixes]; }
static u8 operand_of(const struct kprobe_site* site) { return site->code[site->prefixes + 1]; }
static bool is_near_jcc(const struct kprobe_site* site) {
  return opcode_of(site) == 0x0f && (operand_of(site) & 0xf0) == 0x80;
}

/* 1: C does it; 0: it runs in a slot; or an error. */
static int kind_of(const struct kprobe_site* site) {
  const u8 op = opcode_of(site), extension = (operand_of(site) >> 3) & 7;

  if (op == INT3) return -EINVAL;
  switch (op) {
    case 0x9a:
    case 0xca:
    case 0xcb:
    case 0xcd:
    case 0xce:
    case 0xcf:
    case 0xea:
    case 0xf1:
      return -EOPNOTSUPP;
    case 0x70 ... 0x7f:
    case 0xc2:
    case 0xc3:
    case 0xe0 ... 0xe3:
    case 0xe8:
    case 0xe9:
    case 0xeb:
      return 1;
    case 0xff:
      if (extension < GROUP5_CALL || extension > GROUP5_FAR_JUMP) return 0;
      return operand_of(site) >= 0xc0 && (extension == GROUP5_CALL || extension == GROUP5_JUMP)
                 ? 1
                 : -EOPNOTSUPP;
    default:
      return is_near_jcc(site);
  }
}

static int make_slot(struct kprobe_site* site) {
  u8 code[MAX_INSN_SIZE + CALL_BYTES];
  long distance;

  site->page = alloc_page(GFP_KERNEL);
  if (!site->page) return -ENOMEM;
  site->slot = vmap(&site->page, 1, VM_MAP, PAGE_KERNEL_EXEC);
  if (!site->slot || set_memory_x((unsigned long)site->slot, 1)) return -ENOMEM;
  memcpy(code, site->code, site->length);
  code[site->length] = INT3;
  mm32_poke_text(site->slot + SLOT_STEP, code, site->length + 1);
  code[site->length] = 0xe9;
  distance = site->addr - (site->slot + CALL_BYTES);
  memcpy(&code[site->length + 1], &distance, sizeof(distance));
  mm32_poke_text(site->slot, code, site->length + CALL_BYTES);
  return 0;
}

int kprobe_prepare_site(struct kprobe_site* site) {
  const int kind = kind_of(site);

  if (kind < 0) return kind;
  return kind == 0 ? make_slot(site) : 0;
}

void kprobe_free_site(struct kprobe_site* site) {
  if (site->slot) vunmap(site->slot);
  if (site->page) __free_page(site->page);
  kfree(site);
}

static bool condition_holds(u8 condition, unsigned long flags) {
  const bool less = !(flags & FLAG_SIGN) != !(flags & FLAG_OVERFLOW);
  bool holds = false;

  switch ((condition >> 1) & 7) {
    case 0:
      holds = flags & FLAG_OVERFLOW;
      break;
    case 1:
      holds = flags & FLAG_CARRY;
      break;
    case 2:
      holds = flags & FLAG_ZERO;
      break;
    case 3:
      holds = flags & (FLAG_CARRY | FLAG_ZERO);
      break;
    case 4:
      holds = flags & FLAG_SIGN;
      break;
    case 5:
      holds = flags & FLAG_PARITY;
      break;
    case 6:
      holds = less;
      break;
    case 7:
      holds = less || (flags & FLAG_ZERO);
      break;
  }
  return holds != (condition & 1);
}

/* LOOPNE, LOOPE, LOOP, JCXZ. */
static bool loop_goes_on(const struct kprobe_site* site, struct pt_regs* regs) {
  const bool is_short = site->prefixes && site->code[0] == ADDRESS_SIZE_PREFIX;
  const unsigned long mask = is_short ? 0xffff : ~0ul;
  const u8 op = opcode_of(site);

  if (op == 0xe3) return (regs->cx & mask) == 0;
  regs->cx = (regs->cx & ~mask) | ((regs->cx - 1) & mask);
  if ((regs->cx & mask) == 0) return false;
  if (op == 0xe2) return true;
  return !(regs->flags & FLAG_ZERO) == (op == 0xe0);
}

static unsigned long* register_of(struct pt_regs* regs, u8 number) {
  unsigned long* const by_number[] = {&regs->ax, &regs->cx, &regs->dx, &regs->bx,
                                      &regs->sp, &regs->bp, &regs->si, &regs->di};
  return by_number[number & 7];
}

static void push(struct pt_regs* regs, unsigned long value) {
  regs->sp -= sizeof(value);
  *(unsigned long*)regs->sp = value;
}
static void return_near(struct pt_regs* regs, unsigned int more) {
  regs->ip = *(unsigned long*)regs->sp;
  regs->sp += sizeof(regs->ip) + more;
}

bool kprobe_emulate(const struct kprobe_site* site, struct pt_regs* regs) {
  const u8* const operand = &site->code[site->prefixes + 1];
  const unsigned long next = (unsigned long)site->addr + site->length;
  const u8 op = opcode_of(site);
  unsigned long target;

  switch (op) {
    case 0xe8:
      push(regs, next);
      regs->ip = next + *(const s32*)operand;
      return true;
    case 0xe9:
      regs->ip = next + *(const s32*)operand;
      return true;
    case 0xeb:
      regs->ip = next + *(const s8*)operand;
      return true;
    case 0xc2:
    case 0xc3:
      return_near(regs, op == 0xc2 ? *(const u16*)operand : 0);
      return true;
    case 0x70 ... 0x7f:
      regs->ip = next + (condition_holds(op, regs->flags) ? *(const s8*)operand : 0);
      return true;
    case 0xe0 ... 0xe3:
      regs->ip = next + (loop_goes_on(site, regs) ? *(const s8*)operand : 0);
      return true;
    case 0xff:
      if (kind_of(site) != 1) return false;
      target = *register_of(regs, *operand);
      if (((*operand >> 3) & 7) == GROUP5_CALL) push(regs, next);
      regs->ip = target;
      return true;
    default:
      if (!is_near_jcc(site)) return false;
      regs->ip = next + (condition_holds(*operand, regs->flags) ? *(const s32*)(operand + 1) : 0);
      return true;
  }
}
