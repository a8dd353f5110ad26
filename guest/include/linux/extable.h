// Tables of instructions that may fault.
#ifndef _LINUX_EXTABLE_H
#define _LINUX_EXTABLE_H

#include <linux/types.h>

struct exception_table_entry;
struct module;
const struct exception_table_entry* search_exception_tables(unsigned long add);
const struct exception_table_entry* search_module_extables(unsigned long addr);
void trim_init_extable(struct module* m);
void sort_extable(struct exception_table_entry* start, struct exception_table_entry* finish);

#endif
