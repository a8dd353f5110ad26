// Descriptor tables: reading the registers that point to them.
#ifndef _ASM_DESC_H
#define _ASM_DESC_H

#include <asm/desc_defs.h>
#include <asm/segment.h>
#include <linux/percpu.h>
#include <linux/smp.h>

static inline void store_idt(struct desc_ptr* dtr) { __asm__ __volatile__("sidt %0" : "=m"(*dtr)); }
static inline void native_store_gdt(struct desc_ptr* dtr) {
  __asm__ __volatile__("sgdt %0" : "=m"(*dtr));
}
#define store_gdt(dtr) native_store_gdt(dtr)
static inline unsigned long store_tr(void) {
  unsigned long tr;
  __asm__ __volatile__("str %0" : "=r"(tr));
  return tr;
}
static inline unsigned long get_desc_base(const struct desc_struct* desc) {
  return desc->base0 | (desc->base1 << 16) | ((unsigned long)desc->base2 << 24);
}
static inline unsigned long get_desc_limit(const struct desc_struct* desc) {
  return desc->limit0 | (desc->limit1 << 16);
}
static inline unsigned long gate_offset(const gate_desc* g) {
  return g->offset_low | ((unsigned long)g->offset_middle << 16);
}

#endif
