/*
 * Names and addresses, as code of the kernel asks for them. Modules are not given these functions,
 * but may find them by a probe. Linux: kernel/kallsyms.c.
 */
#include <linux/kallsyms.h>

#include "kprobes/host.h"

unsigned long kallsyms_lookup_name(const char* name) { return mm32_symbol_address(name); }

int kallsyms_lookup_size_offset(unsigned long addr, unsigned long* size, unsigned long* offset) {
  struct mm32_symbol_place place;

  if (!mm32_symbol_place(addr, &place)) return 0;
  if (size) *size = place.size;
  if (offset) *offset = place.offset;
  return 1;
}
