/*
 * Probes in kernel code: registration. Any number of probes may be at one place; the place is armed
 * while one of them is enabled. A module takes the probes in its code with it.
 * Linux: kernel/kprobes.c.
 */
#include <linux/err.h>
#include <linux/errno.h>
#include <linux/export.h>
#include <linux/kallsyms.h>
#include <linux/kprobes.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "../bug_at.h"
#include "../kernel.h"
#include "host.h"
#include "kprobes.h"

#define TABLE_BITS 6
#define JUMP_ENTRY_BYTES 12

static struct hlist_head sites[1 << TABLE_BITS];
static DEFINE_MUTEX(kprobe_mutex);

/* What runs on the way to a probe. */
void exception_stubs(void);
void common_exception(void);
void arch_rethook_trampoline(void);
void arch_rethook_trampoline_callback(struct pt_regs* regs);
static void* const not_to_be_probed[] = {
    exception_stubs,
    common_exception,
    handle_exception,
    kprobe_int3_handler,
    kprobe_leave_slot,
    kprobe_site_at,
    kprobe_site_of_slot,
    kprobe_emulate,
    mm32_exception_return,
    arch_rethook_trampoline,
    arch_rethook_trampoline_callback,
};

static struct hlist_head* bucket_of(unsigned long addr) {
  return &sites[(addr ^ addr >> TABLE_BITS) % ARRAY_SIZE(sites)];
}

struct kprobe_site* kprobe_site_at(unsigned long addr) {
  struct kprobe_site* site;
  hlist_for_each_entry(site, bucket_of(addr),
                       hlist) if ((unsigned long)site->addr == addr && !site->gone) return site;
  return NULL;
}

struct kprobe_site* kprobe_site_of_slot(unsigned long addr) {
  struct kprobe_site* site;
  unsigned int i;

  for (i = 0; i < ARRAY_SIZE(sites); i++)
    hlist_for_each_entry(
        site, &sites[i],
        hlist) if (site->slot && addr - (unsigned long)site->slot < PAGE_SIZE) return site;
  return NULL;
}

/* The site that has the probe. */
static struct kprobe_site* site_of(const struct kprobe* p) {
  struct kprobe_site* site;
  struct kprobe* other;

  hlist_for_each_entry(site, bucket_of((unsigned long)p->addr), hlist) {
    if (site->addr != p->addr) continue;
    list_for_each_entry(other, &site->probes, list) if (other == p) return site;
  }
  return NULL;
}

static void arm(struct kprobe_site* site) {
  const u8 int3 = INT3;
  if (!site->armed && !site->gone) mm32_poke_text(site->addr, &int3, 1);
  site->armed = !site->gone;
}
static void disarm(struct kprobe_site* site) {
  if (site->armed) mm32_poke_text(site->addr, site->code, 1);
  site->armed = false;
}
static void disarm_unless_enabled(struct kprobe_site* site) {
  struct kprobe* p;
  list_for_each_entry(p, &site->probes, list) if (!kprobe_disabled(p)) return;
  disarm(site);
}

/* Code without the int3 of probes, up to the end of the symbol; the number of bytes. */
static unsigned int original_code(u8* code, unsigned long addr, unsigned long end) {
  const unsigned int n = min_t(unsigned long, MAX_INSN_SIZE - 1, end - addr);
  unsigned int i;

  for (i = 0; i < n; i++) {
    const struct kprobe_site* site = kprobe_site_at(addr + i);
    code[i] = site && site->armed ? site->code[0] : *(u8*)(addr + i);
  }
  return n;
}

/* Reads the instruction at site->addr; whether one begins there, counted from the symbol. */
static bool decode(struct kprobe_site* site, const struct mm32_symbol_place* place) {
  const unsigned long target = (unsigned long)site->addr;
  const unsigned long end = target - place->offset + place->size;
  unsigned long at = target - place->offset;
  unsigned int facts;

  for (;;) {
    facts = mm32_instruction_length(site->code, original_code(site->code, at, end));
    if (facts == 0 || at >= target) break;
    at += facts & 0xff;
  }
  site->length = facts & 0xff;
  site->prefixes = facts >> 8;
  return facts != 0 && at == target;
}

static bool is_reserved(const struct module* mod, unsigned long addr, unsigned long symbol) {
  const unsigned long text = mod ? (unsigned long)mod->kprobes_text_start : 0;
  const s32* entry;
  unsigned int i;

  if (mm32_has_bug_entry(addr)) return true;
  for (i = 0; i < ARRAY_SIZE(not_to_be_probed); i++)
    if ((unsigned long)not_to_be_probed[i] == symbol) return true;
  if (!mod) return false;
  if (addr - text < mod->kprobes_text_size) return true;
  for (i = 0; i < mod->num_kprobe_blacklist; i++)
    if (mod->kprobe_blacklist[i] == symbol) return true;
  for (i = 0; i < mod->num_jump_entries; i++) {
    entry = mod->jump_entries + i * JUMP_ENTRY_BYTES;
    if ((unsigned long)entry + entry[0] == addr) return true;
  }
  return false;
}

static bool in_init_text(const struct module* mod, unsigned long addr) {
  const struct module_layout* init = &mod->init_layout;
  return init->base && addr - (unsigned long)init->base < init->text_size;
}

/* 0 with a reference to the module that has the code, or an error. */
static int check_address(unsigned long addr, const struct mm32_symbol_place* place,
                         struct module** mod) {
  *mod = NULL;
  if (!place->in_text) return -EINVAL;
  if (!place->in_kernel) {
    *mod = __module_text_address(addr);
    if (!*mod) return -EINVAL;
  }
  if (is_reserved(*mod, addr, addr - place->offset)) return -EINVAL;
  if (*mod && !try_module_get(*mod)) return -ENOENT;
  return 0;
}

/* The address that the probe means, or an error; and what is known about it. */
static unsigned long find_address(void* addr, const char* name, unsigned int offset,
                                  struct mm32_symbol_place* place) {
  unsigned long at = (unsigned long)addr;

  if (!name == !addr) return -EINVAL;
  if (name) at = kallsyms_lookup_name(name);
  if (!at) return -ENOENT;
  at += offset;
  return mm32_symbol_place(at, place) ? at : -ENOENT;
}

/* Whether the compiler put a call of __fentry__ there. */
static bool calls_fentry(const struct kprobe_site* site) {
  extern char __fentry__[];
  s32 distance;

  memcpy(&distance, &site->code[1], sizeof(distance));
  return site->code[0] == 0xe8 &&
         (unsigned long)site->addr + CALL_BYTES + distance == (unsigned long)__fentry__;
}

/* The kernel's functions and those of a module that was built without such calls all count as
 * traced at their entry. */
static bool is_traced(const struct kprobe_site* site, const struct mm32_symbol_place* place,
                      const struct module* mod) {
  return place->offset == 0 && (!mod || !mod->num_ftrace_callsites || site->calls_fentry);
}

static int new_site(struct kprobe* p, const struct mm32_symbol_place* place,
                    const struct module* mod, struct kprobe_site** result) {
  struct kprobe_site* site = kzalloc(sizeof(*site), GFP_KERNEL);
  int error;

  if (!site) return -ENOMEM;
  INIT_LIST_HEAD(&site->probes);
  site->addr = p->addr;
  error = decode(site, place) ? 0 : -EILSEQ;
  if (!error) {
    site->calls_fentry = calls_fentry(site);
    site->traced = is_traced(site, place, mod);
    error = kprobe_prepare_site(site);
  }
  if (error) {
    kprobe_free_site(site);
    return error;
  }
  hlist_add_head(&site->hlist, bucket_of((unsigned long)site->addr));
  *result = site;
  return 0;
}

static int add_probe(struct kprobe* p, const struct mm32_symbol_place* place,
                     const struct module* mod) {
  struct kprobe_site* site = kprobe_site_at((unsigned long)p->addr);
  int error = site ? 0 : new_site(p, place, mod, &site);

  if (error) return error;
  if (place->offset == 0) p->flags |= KPROBE_FLAG_ON_FUNC_ENTRY;
  if (site->traced) {
    p->flags |= KPROBE_FLAG_FTRACE;
  } else {
    p->opcode = site->code[0];
    p->ainsn.insn = site->slot ? site->slot : site->code;
  }
  INIT_HLIST_NODE(&p->hlist);
  list_add(&p->list, &site->probes);
  if (!kprobe_disabled(p)) arm(site);
  return 0;
}

int register_kprobe(struct kprobe* p) {
  struct mm32_symbol_place place;
  struct module* mod;
  unsigned long addr = find_address(p->addr, p->symbol_name, p->offset, &place);
  int result;

  if (IS_ERR_VALUE(addr)) return addr;
  p->addr = (kprobe_opcode_t*)addr;
  if (WARN_ON_ONCE_AT(site_of(p), "kernel/kprobes.c", 1524)) return -EINVAL;
  p->flags &= KPROBE_FLAG_DISABLED;
  p->nmissed = 0;
  INIT_LIST_HEAD(&p->list);
  result = check_address(addr, &place, &mod);
  if (result) return result;
  if (mod && in_init_text(mod, addr) && mod->state != MODULE_STATE_COMING) {
    module_put(mod);
    return -ENOENT;
  }
  mutex_lock(&kprobe_mutex);
  result = add_probe(p, &place, mod);
  mutex_unlock(&kprobe_mutex);
  module_put(mod);
  return result;
}
EXPORT_SYMBOL_GPL(register_kprobe);

/* Linux leaves a disabled flag in every probe that was unregistered. */
static void remove(struct kprobe* p) {
  struct kprobe_site* site = site_of(p);

  if (!site) {
    p->addr = NULL;
    return;
  }
  p->flags |= KPROBE_FLAG_DISABLED;
  list_del(&p->list);
  disarm_unless_enabled(site);
  if (!list_empty(&site->probes)) return;
  hlist_del(&site->hlist);
  if (kprobe_stepping == site) kprobe_stepping = NULL;
  kprobe_free_site(site);
}

void unregister_kprobes(struct kprobe** kps, int num) {
  int i;

  if (num <= 0) return;
  mutex_lock(&kprobe_mutex);
  for (i = 0; i < num; i++) remove(kps[i]);
  mutex_unlock(&kprobe_mutex);
}
EXPORT_SYMBOL_GPL(unregister_kprobes);

void unregister_kprobe(struct kprobe* p) { unregister_kprobes(&p, 1); }
EXPORT_SYMBOL_GPL(unregister_kprobe);

int register_kprobes(struct kprobe** kps, int num) {
  int i, error = 0;

  if (num <= 0) return -EINVAL;
  for (i = 0; i < num && !error; i++) error = register_kprobe(kps[i]);
  if (error) unregister_kprobes(kps, i - 1);
  return error;
}
EXPORT_SYMBOL_GPL(register_kprobes);

int disable_kprobe(struct kprobe* p) {
  struct kprobe_site* site;

  mutex_lock(&kprobe_mutex);
  site = site_of(p);
  if (site) {
    p->flags |= KPROBE_FLAG_DISABLED;
    disarm_unless_enabled(site);
  }
  mutex_unlock(&kprobe_mutex);
  return site ? 0 : -EINVAL;
}
EXPORT_SYMBOL_GPL(disable_kprobe);

int enable_kprobe(struct kprobe* p) {
  struct kprobe_site* site;
  int result = -EINVAL;

  mutex_lock(&kprobe_mutex);
  site = site_of(p);
  if (site && !kprobe_gone(p)) {
    p->flags &= ~KPROBE_FLAG_DISABLED;
    arm(site);
    result = 0;
  }
  mutex_unlock(&kprobe_mutex);
  return result;
}
EXPORT_SYMBOL_GPL(enable_kprobe);

/* The code of a module goes, or only its init part: with it the probes in it. */
void kprobes_code_going(const struct module_layout* layout) {
  const unsigned long begin = (unsigned long)layout->base;
  struct kprobe_site* site;
  struct kprobe* p;
  unsigned int i;

  for (i = 0; i < ARRAY_SIZE(sites); i++) hlist_for_each_entry(site, &sites[i], hlist) {
      if (site->gone || (unsigned long)site->addr - begin >= layout->size) continue;
      disarm(site);
      site->gone = true;
      list_for_each_entry(p, &site->probes, list) p->flags |= KPROBE_FLAG_GONE;
    }
}

int mm32_probed_function(void* addr, const char* name, unsigned int offset) {
  struct mm32_symbol_place place;
  const unsigned long at = find_address(addr, name, offset, &place);

  if (IS_ERR_VALUE(at)) return at;
  return place.offset == 0 ? 0 : -EINVAL;
}
