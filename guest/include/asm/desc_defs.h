// Entries of descriptor tables.
#ifndef _ASM_DESC_DEFS_H
#define _ASM_DESC_DEFS_H

#include <linux/types.h>

struct desc_struct {
  u16 limit0;
  u16 base0;
  u16 base1 : 8;
  u16 type : 4;
  u16 s : 1;
  u16 dpl : 2;
  u16 p : 1;
  u16 limit1 : 4;
  u16 avl : 1;
  u16 l : 1;
  u16 d : 1;
  u16 g : 1;
  u16 base2 : 8;
};
_Static_assert(sizeof(struct desc_struct) == 8, "struct desc_struct of 6.1 i386");
struct idt_bits {
  u16 ist : 3;
  u16 zero : 5;
  u16 type : 5;
  u16 dpl : 2;
  u16 p : 1;
};
_Static_assert(sizeof(struct idt_bits) == 2, "struct idt_bits of 6.1 i386");
struct gate_struct {
  u16 offset_low;
  u16 segment;
  struct idt_bits bits;
  u16 offset_middle;
};
_Static_assert(sizeof(struct gate_struct) == 8, "struct gate_struct of 6.1 i386");
struct desc_ptr {
  unsigned short size;
  unsigned long address;
} __packed;
_Static_assert(sizeof(struct desc_ptr) == 6, "struct desc_ptr of 6.1 i386");

typedef struct gate_struct gate_desc;

#endif
