/*
 * Modules as other modules see them: the list, the states with their notifiers, use counts, and
 * symbols by name. The host loads and unloads (emu/machine/modules.cpp) and tells of each step.
 * Linux: kernel/module/main.c.
 */
#include <linux/export.h>
#include <linux/module.h>
#include <linux/notifier.h>
#include <linux/poison.h>

#include "bug_at.h"
#include "kernel.h"

/* One reference is the module's own while it is loaded; the loader holds another during init. */
#define OWN_REFERENCE 1

static LIST_HEAD(modules);
static BLOCKING_NOTIFIER_HEAD(module_notify_list);

static void tell(struct module* mod, enum module_state state) {
  mod->state = state;
  blocking_notifier_call_chain(&module_notify_list, state, mod);
}

void load_module(struct module* mod) {
  list_add(&mod->list, &modules);
  INIT_LIST_HEAD(&mod->source_list);
  INIT_LIST_HEAD(&mod->target_list);
  INIT_LIST_HEAD(&mod->bug_list);
  atomic_set(&mod->refcnt, OWN_REFERENCE + 1);
  if (mod->num_trace_bprintk_fmt) trace_printk_init_buffers();
  tell(mod, MODULE_STATE_COMING);
}

void mm32_module_live(struct module* mod) {
  kprobes_code_going(&mod->init_layout);
  tell(mod, MODULE_STATE_LIVE);
  module_put(mod);
}

/* Its init returned a positive number, which means nothing. */
void mm32_init_returned(struct module* mod, int result) {
  pr_warn(
      "do_init_module: '%s'->init suspiciously returned %d, it should follow 0/-E convention\n"
      "do_init_module: loading module anyway...\n",
      mod->name, result);
  dump_stack();
}

/* 0 when nobody uses the module any more; its exit function may run then. */
int mm32_module_stop(struct module* mod) {
  int users = module_refcount(mod);
  if (users > 0) return users;
  mod->state = MODULE_STATE_GOING;
  atomic_sub(OWN_REFERENCE, &mod->refcnt);
  return 0;
}

/* A module may have taken itself off the list, to hide. */
void mm32_module_going(struct module* mod) {
  kprobes_code_going(&mod->core_layout);
  kprobes_code_going(&mod->init_layout);
  tell(mod, MODULE_STATE_GOING);
  if (mod->list.next != LIST_POISON1 && !list_empty(&mod->list)) list_del(&mod->list);
}

int register_module_notifier(struct notifier_block* nb) {
  return blocking_notifier_chain_register(&module_notify_list, nb);
}
EXPORT_SYMBOL(register_module_notifier);
int unregister_module_notifier(struct notifier_block* nb) {
  return blocking_notifier_chain_unregister(&module_notify_list, nb);
}
EXPORT_SYMBOL(unregister_module_notifier);

void __module_get(struct module* mod) {
  if (mod) atomic_inc(&mod->refcnt);
}
EXPORT_SYMBOL(__module_get);

bool try_module_get(struct module* mod) {
  if (!mod) return true;
  return module_is_live(mod) && atomic_inc_not_zero(&mod->refcnt);
}
EXPORT_SYMBOL(try_module_get);

void module_put(struct module* mod) {
  if (mod) WARN_ON_AT(atomic_dec_if_positive(&mod->refcnt) < 0, "kernel/module/main.c", 857);
}
EXPORT_SYMBOL(module_put);

int module_refcount(struct module* mod) { return atomic_read(&mod->refcnt) - OWN_REFERENCE; }
EXPORT_SYMBOL(module_refcount);

struct module* find_module(const char* name) {
  struct module* mod;
  list_for_each_entry(mod, &modules, list) if (strcmp(mod->name, name) == 0) return mod;
  return NULL;
}
EXPORT_SYMBOL_GPL(find_module);

static bool within(const struct module_layout* layout, unsigned long addr, unsigned int size) {
  return layout->base && addr - (unsigned long)layout->base < size;
}

struct module* __module_address(unsigned long addr) {
  struct module* mod;
  list_for_each_entry(mod, &modules,
                      list) if (within(&mod->core_layout, addr, mod->core_layout.size) ||
                                within(&mod->init_layout, addr, mod->init_layout.size)) return mod;
  return NULL;
}

struct module* __module_text_address(unsigned long addr) {
  struct module* mod = __module_address(addr);
  if (mod && !within(&mod->core_layout, addr, mod->core_layout.text_size) &&
      !within(&mod->init_layout, addr, mod->init_layout.text_size))
    return NULL;
  return mod;
}

bool is_module_address(unsigned long addr) { return __module_address(addr) != NULL; }
bool is_module_text_address(unsigned long addr) { return __module_text_address(addr) != NULL; }

void* __symbol_get(const char* symbol) {
  void* address = mm32_exported_symbol(symbol);
  struct module* owner;
  if (!address) return NULL;
  if (!mm32_is_gpl_export(symbol)) {
    pr_warn("failing symbol_get of non-GPLONLY symbol %s.\n", symbol);
    return NULL;
  }
  owner = __module_address((unsigned long)address);
  if (owner && (owner->state == MODULE_STATE_COMING || !try_module_get(owner))) return NULL;
  return address;
}
EXPORT_SYMBOL_GPL(__symbol_get);

void symbol_put_addr(void* addr) { module_put(__module_address((unsigned long)addr)); }
EXPORT_SYMBOL_GPL(symbol_put_addr);
void __symbol_put(const char* symbol) { symbol_put_addr(mm32_exported_symbol(symbol)); }
EXPORT_SYMBOL(__symbol_put);
