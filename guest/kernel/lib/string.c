// Memory blocks: memcpy, memset and their family.
//
// memcpy and memset use the string instructions, as the real i386 kernel does: a fault is reported
// at the first byte that cannot be reached.
#include <linux/export.h>
#include <linux/string.h>

#ifndef __clang__  // these loops must not become calls of the functions that they are
#pragma GCC optimize("no-tree-loop-distribute-patterns")
#endif

#undef memcpy
#undef memmove
#undef memset
#undef memcmp

void* memcpy(void* dest, const void* src, size_t n) {
  int ecx, edi, esi;
  __asm__ __volatile__(
      "rep; movsl\n\t"
      "movl %4,%%ecx\n\t"
      "andl $3,%%ecx\n\t"
      "jz 1f\n\t"
      "rep; movsb\n"
      "1:"
      : "=&c"(ecx), "=&D"(edi), "=&S"(esi)
      : "0"(n / 4), "g"(n), "1"(dest), "2"(src)
      : "memory", "cc");
  return dest;
}
EXPORT_SYMBOL(memcpy);

void* memmove(void* dest, const void* src, size_t n) {
  char* to = dest;
  const char* from = src;
  if (to <= from || to >= from + n) return memcpy(dest, src, n);
  while (n && ((unsigned long)(to + n) & 3)) {
    n--;
    to[n] = from[n];
  }
  for (; n >= 4; n -= 4) *(u32*)(to + n - 4) = *(const u32*)(from + n - 4);
  while (n--) to[n] = from[n];
  return dest;
}
EXPORT_SYMBOL(memmove);

void* memset(void* s, int c, size_t n) {
  int ecx, edi;
  u32 pattern = (u8)c * 0x01010101u;
  __asm__ __volatile__(
      "rep; stosl\n\t"
      "movl %3,%%ecx\n\t"
      "andl $3,%%ecx\n\t"
      "rep; stosb"
      : "=&c"(ecx), "=&D"(edi)
      : "a"(pattern), "g"(n), "0"(n / 4), "1"(s)
      : "memory", "cc");
  return s;
}
EXPORT_SYMBOL(memset);

void* memset16(uint16_t* s, uint16_t v, size_t count) {
  size_t i;
  for (i = 0; i < count; i++) s[i] = v;
  return s;
}
EXPORT_SYMBOL(memset16);

void* memset32(uint32_t* s, uint32_t v, size_t count) {
  size_t i;
  for (i = 0; i < count; i++) s[i] = v;
  return s;
}
EXPORT_SYMBOL(memset32);

void* memset64(uint64_t* s, uint64_t v, size_t count) {
  size_t i;
  for (i = 0; i < count; i++) s[i] = v;
  return s;
}
EXPORT_SYMBOL(memset64);

void memzero_explicit(void* s, size_t n) {
  memset(s, 0, n);
  __asm__ __volatile__("" : : "r"(s) : "memory");
}
EXPORT_SYMBOL(memzero_explicit);

int memcmp(const void* a, const void* b, size_t n) {
  const u8 *x = a, *y = b;
  for (; n >= 4 && *(const u32*)x == *(const u32*)y; n -= 4) {
    x += 4;
    y += 4;
  }
  for (; n; n--, x++, y++) {
    if (*x != *y) return *x - *y;
  }
  return 0;
}
EXPORT_SYMBOL(memcmp);

int bcmp(const void* a, const void* b, size_t n) { return memcmp(a, b, n); }
EXPORT_SYMBOL(bcmp);

void* memchr(const void* s, int c, size_t n) {
  const u8* p = s;
  for (; n; n--, p++) {
    if (*p == (u8)c) return (void*)p;
  }
  return NULL;
}
EXPORT_SYMBOL(memchr);

void* memscan(void* s, int c, size_t n) {
  u8* p = s;
  while (n && *p != (u8)c) {
    p++;
    n--;
  }
  return p;
}
EXPORT_SYMBOL(memscan);

void* memchr_inv(const void* s, int c, size_t n) {
  const u8* p = s;
  const u32 pattern = (u8)c * 0x01010101u;
  for (; n && (unsigned long)p & 3; n--, p++) {
    if (*p != (u8)c) return (void*)p;
  }
  for (; n >= 4 && *(const u32*)p == pattern; n -= 4) p += 4;
  for (; n; n--, p++) {
    if (*p != (u8)c) return (void*)p;
  }
  return NULL;
}
EXPORT_SYMBOL(memchr_inv);

void memcpy_and_pad(void* dest, size_t dest_len, const void* src, size_t count, int pad) {
  size_t copied = dest_len < count ? dest_len : count;
  memcpy(dest, src, copied);
  memset(dest + copied, pad, dest_len - copied);
}
EXPORT_SYMBOL(memcpy_and_pad);

ssize_t memory_read_from_buffer(void* to, size_t count, loff_t* ppos, const void* from,
                                size_t available) {
  loff_t pos = *ppos;
  if (pos < 0) return -EINVAL;
  if (pos >= (loff_t)available) return 0;
  if (count > available - (size_t)pos) count = available - (size_t)pos;
  memcpy(to, from + (size_t)pos, count);
  *ppos = pos + count;
  return count;
}
EXPORT_SYMBOL(memory_read_from_buffer);
