// Instructions that may fault.
#ifndef _ASM_EXTABLE_H
#define _ASM_EXTABLE_H

struct exception_table_entry {
  int insn;
  int fixup;
  int data;
};
_Static_assert(sizeof(struct exception_table_entry) == 12,
               "struct exception_table_entry of 6.1 i386");

#endif
