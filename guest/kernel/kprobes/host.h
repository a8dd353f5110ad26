/* What probes ask of the host: emu/export/kprobes.cpp. */
#ifndef MM32_KPROBES_HOST_H
#define MM32_KPROBES_HOST_H

#include <linux/types.h>

/* The address of a symbol of the kernel or a module ("module:name" asks one module), or 0. */
unsigned long mm32_symbol_address(const char* name);

struct mm32_symbol_place {
  u32 offset; /* in the symbol */
  u32 size;   /* of the symbol */
  u32 in_text;
  u32 in_kernel; /* not in a module */
};
/* 0: no symbol has the address. */
int mm32_symbol_place(unsigned long addr, struct mm32_symbol_place* place);

/* The length of the instruction in the low byte, that of its prefixes in the next; 0: it is none.
 */
unsigned int mm32_instruction_length(const void* code, unsigned int bytes);

/* Whether a BUG or a WARN stands there. */
int mm32_has_bug_entry(unsigned long addr);

/* Writes code, whatever the rights of its page; at most 30 bytes. */
void mm32_poke_text(void* at, const void* code, unsigned int bytes);

#endif
