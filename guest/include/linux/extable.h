// Instructions whose faults are repaired.
#ifndef _LINUX_EXTABLE_H
#define _LINUX_EXTABLE_H

#include <linux/types.h>

const struct exception_table_entry* search_exception_tables(unsigned long address);

#endif
