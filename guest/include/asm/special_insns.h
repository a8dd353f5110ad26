// Instructions for which C has no words: control registers, caches.
#ifndef _ASM_SPECIAL_INSNS_H
#define _ASM_SPECIAL_INSNS_H

#include <asm/processor.h>

#define native_read_cr0() read_cr0()
#define native_read_cr2() read_cr2()
#define native_read_cr4() __read_cr4()
#define __native_read_cr3() __read_cr3()
#define native_write_cr0(value) write_cr0(value)
static inline void write_cr3(unsigned long value) {
  __asm__ __volatile__("mov %0,%%cr3" : : "r"(value) : "memory");
}
static inline void __write_cr4(unsigned long value) {
  __asm__ __volatile__("mov %0,%%cr4" : : "r"(value) : "memory");
}
#define native_write_cr3(value) write_cr3(value)
static inline void native_wbinvd(void) { __asm__ __volatile__("wbinvd" : : : "memory"); }
#define wbinvd() native_wbinvd()
static inline void clflush(volatile void* p) {
  __asm__ __volatile__("clflush %0" : "+m"(*(volatile char*)p));
}
#define nop() __asm__ __volatile__("nop")

static inline void write_cr2(unsigned long value) {
  __asm__ __volatile__("mov %0,%%cr2" : : "r"(value) : "memory");
}
#define native_write_cr2(value) write_cr2(value)
#define native_write_cr4(value) __write_cr4(value)
static inline void clflushopt(volatile void* p) {
  __asm__ __volatile__(".byte 0x66; clflush %0" : "+m"(*(volatile char*)p));
}
static inline void clwb(volatile void* p) { clflush(p); }
static inline void serialize(void) { __asm__ __volatile__(".byte 0xf, 0x1, 0xe8" : : : "memory"); }
static inline u32 rdpkru(void) { return 0; }
static inline void wrpkru(u32 pkru) {}
static inline void load_gs_index(unsigned int selector) {
  __asm__ __volatile__("movl %0,%%gs" : : "r"(selector) : "memory");
}

#endif
