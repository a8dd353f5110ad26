// What a module says about itself, and struct module.
//
// __this_module itself, in .gnu.linkonce.this_module, comes from a file that the loader generates
// (as the kernel's modpost does); it refers to init_module and cleanup_module weakly.
#ifndef _LINUX_MODULE_H
#define _LINUX_MODULE_H

#include <linux/elf.h>
#include <linux/errno.h>
#include <linux/export.h>
#include <linux/gfp.h>
#include <linux/init.h>
#include <linux/jiffies.h>
#include <linux/kernel.h>
#include <linux/kobject_mm32.h>
#include <linux/ktime.h>
#include <linux/list.h>
#include <linux/local_lock.h>
#include <linux/mmdebug.h>
#include <linux/moduleparam.h>
#include <linux/mutex.h>
#include <linux/percpu.h>
#include <linux/pfn.h>
#include <linux/sched.h>
#include <linux/spinlock.h>
#include <linux/stacktrace.h>
#include <linux/stat.h>
#include <linux/string.h>
#include <linux/types.h>

#define MODULE_NAME_LEN (64 - sizeof(unsigned long))
#define KSYM_NAME_LEN 512
#define KSYM_SYMBOL_LEN 560

enum module_state {
  MODULE_STATE_LIVE,
  MODULE_STATE_COMING,
  MODULE_STATE_GOING,
  MODULE_STATE_UNFORMED
};

struct module_kobject {
  struct kobject kobj;
  struct module* mod;
  struct kobject* drivers_dir;
  void* mp;
  void* kobj_completion;
};
struct module_layout {
  void* base;
  unsigned int size;
  unsigned int text_size;
  unsigned int ro_size;
  unsigned int ro_after_init_size;
  unsigned int unused_mm32[7];
};
struct module {
  enum module_state state;
  struct list_head list;
  char name[MODULE_NAME_LEN];
  struct module_kobject mkobj;
  void* modinfo_attrs;
  const char* version;
  const char* srcversion;
  struct kobject* holders_dir;
  const struct kernel_symbol* syms;
  const s32* crcs;
  unsigned int num_syms;
  u32 param_lock_mm32[5];
  struct kernel_param* kp;
  unsigned int num_kp;
  unsigned int num_gpl_syms;
  const struct kernel_symbol* gpl_syms;
  const s32* gpl_crcs;
  bool using_gplonly_symbols;
  bool sig_ok;
  bool async_probe_requested;
  unsigned int num_exentries;
  struct exception_table_entry* extable;
  int (*init)(void);
  struct module_layout core_layout __aligned(64);
  struct module_layout init_layout;
  unsigned long taints;
  unsigned num_bugs;
  struct list_head bug_list;
  struct bug_entry* bug_table;
  void* kallsyms_mm32[7];
  char* args;
  void __percpu* percpu;
  unsigned int percpu_size;
  void* tables_mm32[10];
  void* jump_entries;
  unsigned int num_jump_entries;
  unsigned int num_trace_bprintk_fmt;
  const char** trace_bprintk_fmt_start;
  void* more_tables_mm32[4];
  unsigned int num_ftrace_callsites;
  unsigned long* ftrace_callsites;
  void* kprobes_text_start;
  unsigned int kprobes_text_size;
  unsigned long* kprobe_blacklist;
  unsigned int num_kprobe_blacklist;
  struct list_head source_list;
  struct list_head target_list;
  void (*exit)(void);
  atomic_t refcnt;
} __aligned(64);

#define __MM32_AT(member, offset) \
  _Static_assert(offsetof(struct module, member) == offset, "struct module of 6.1 i386: " #member)
__MM32_AT(name, 12);
__MM32_AT(mkobj, 72);
__MM32_AT(version, 128);
__MM32_AT(syms, 140);
__MM32_AT(kp, 172);
__MM32_AT(extable, 200);
__MM32_AT(init, 204);
__MM32_AT(core_layout, 256);
__MM32_AT(init_layout, 304);
__MM32_AT(taints, 352);
__MM32_AT(bug_table, 368);
__MM32_AT(args, 400);
__MM32_AT(percpu, 404);
__MM32_AT(trace_bprintk_fmt_start, 464);
__MM32_AT(source_list, 508);
__MM32_AT(exit, 524);
__MM32_AT(refcnt, 528);
_Static_assert(sizeof(struct module) == 576, "struct module of 6.1 i386");

#define MODULE_INFO(tag, info) __MODULE_INFO(tag, tag, info)
#define MODULE_ALIAS(_alias) MODULE_INFO(alias, _alias)
#define MODULE_SOFTDEP(_softdep) MODULE_INFO(softdep, _softdep)
#define MODULE_LICENSE(_license) MODULE_INFO(license, _license)
#define MODULE_AUTHOR(_author) MODULE_INFO(author, _author)
#define MODULE_DESCRIPTION(_description) MODULE_INFO(description, _description)
#define MODULE_VERSION(_version) MODULE_INFO(version, _version)
#define MODULE_FIRMWARE(_firmware) MODULE_INFO(firmware, _firmware)
#define MODULE_IMPORT_NS(ns) MODULE_INFO(import_ns, __stringify(ns))
#define MODULE_SUPPORTED_DEVICE(name)
#define MODULE_DEVICE_TABLE(type, name)
#define MODULE_ALIAS_CHARDEV(major, minor) \
  MODULE_ALIAS("char-major-" __stringify(major) "-" __stringify(minor))
#define MODULE_ALIAS_CHARDEV_MAJOR(major) MODULE_ALIAS("char-major-" __stringify(major) "-*")
#define EXPORT_NO_SYMBOLS
#define SET_MODULE_OWNER(device)
#define module_put_and_exit(code) module_put_and_kthread_exit(code)

bool try_module_get(struct module* module);
void __module_get(struct module* module);
void module_put(struct module* module);
int module_refcount(struct module* mod);
struct module* __module_address(unsigned long addr);
struct module* __module_text_address(unsigned long addr);
struct module* find_module(const char* name);
bool is_module_address(unsigned long addr);
bool is_module_text_address(unsigned long addr);
void* __symbol_get(const char* symbol);
void __symbol_put(const char* symbol);
void symbol_put_addr(void* addr);
#define symbol_get(x) ((typeof(&x))(__symbol_get(__stringify(x))))
#define symbol_put(x) __symbol_put(__stringify(x))
#define symbol_request(x) symbol_get(x)
static inline bool module_is_live(struct module* mod) { return mod->state != MODULE_STATE_GOING; }
static inline const char* module_name(struct module* mod) { return mod ? mod->name : "kernel"; }
static inline bool within_module_core(unsigned long addr, const struct module* mod) {
  return addr - (unsigned long)mod->core_layout.base < mod->core_layout.size;
}
static inline bool within_module_init(unsigned long addr, const struct module* mod) {
  return addr - (unsigned long)mod->init_layout.base < mod->init_layout.size;
}
static inline bool within_module(unsigned long addr, const struct module* mod) {
  return within_module_init(addr, mod) || within_module_core(addr, mod);
}
#define MOD_INC_USE_COUNT __module_get(THIS_MODULE)
#define MOD_DEC_USE_COUNT module_put(THIS_MODULE)
__printf(2, 3) int __request_module(bool wait, const char* name, ...);
#define request_module(mod...) __request_module(true, mod)
#define request_module_nowait(mod...) __request_module(false, mod)
struct notifier_block;
int register_module_notifier(struct notifier_block* nb);
int unregister_module_notifier(struct notifier_block* nb);
#define module_driver(driver, reg, unreg, ...)                                    \
  static int __init driver##_init(void) { return reg(&(driver), ##__VA_ARGS__); } \
  module_init(driver##_init);                                                     \
  static void __exit driver##_exit(void) { unreg(&(driver), ##__VA_ARGS__); }     \
  module_exit(driver##_exit)

#include <linux/module_usual_mm32.h>
#include <linux/version.h>
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 10, 0)
#include <linux/range.h>
#endif
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 14, 0)
#include <linux/panic_notifier.h>
#endif
#if LINUX_VERSION_CODE < KERNEL_VERSION(3, 4, 0)
#include <asm/local.h>
#endif

#endif
