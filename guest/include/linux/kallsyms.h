// Names of addresses.
#ifndef _LINUX_KALLSYMS_H
#define _LINUX_KALLSYMS_H

#include <linux/kernel.h>
#include <linux/module.h>
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

#endif
