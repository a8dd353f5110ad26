// Names of addresses.
#ifndef _LINUX_KALLSYMS_H
#define _LINUX_KALLSYMS_H

#include <asm/sections.h>
#include <linux/errno.h>
#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/stddef.h>
#include <linux/types.h>
int sprint_symbol(char* buffer, unsigned long address);
int sprint_symbol_no_offset(char* buffer, unsigned long address);
int sprint_symbol_build_id(char* buffer, unsigned long address);
unsigned long kallsyms_lookup_name(const char* name);
static inline void print_symbol(const char* fmt, unsigned long address) {
  char name[KSYM_SYMBOL_LEN];
  sprint_symbol(name, address);
  printk(fmt, name);
}
static inline void print_ip_sym(const char* loglvl, unsigned long ip) {
  printk("%s[<%px>] %pS\n", loglvl, (void*)ip, (void*)ip);
}

struct cred;
struct module;

int kallsyms_on_each_symbol(int (*fn)(void*, const char*, struct module*, unsigned long),
                            void* data);
int kallsyms_on_each_match_symbol(int (*fn)(void*, unsigned long), const char* name, void* data);
int kallsyms_lookup_size_offset(unsigned long addr, unsigned long* symbolsize,
                                unsigned long* offset);
const char* kallsyms_lookup(unsigned long addr, unsigned long* symbolsize, unsigned long* offset,
                            char** modname, char* namebuf);
int sprint_backtrace(char* buffer, unsigned long address);
int sprint_backtrace_build_id(char* buffer, unsigned long address);
int lookup_symbol_name(unsigned long addr, char* symname);
int lookup_symbol_attrs(unsigned long addr, unsigned long* size, unsigned long* offset,
                        char* modname, char* name);
bool kallsyms_show_value(const struct cred* cred);

static inline int is_kernel_text(unsigned long addr) {
  return addr >= (unsigned long)_stext && addr < (unsigned long)_etext;
}
static inline int is_kernel(unsigned long addr) {
  return addr >= (unsigned long)_stext && addr < (unsigned long)_end;
}
static inline int is_ksym_addr(unsigned long addr) { return is_kernel(addr); }
static inline void* dereference_symbol_descriptor(void* ptr) { return ptr; }

#endif
