// Small exports that belong to no family: bits for compilers, checks, comparisons, counts of CPUs,
// flags. Linux: 6.1 lib/{clz_ctz,check_signature,win_minmax,debug_locks,dump_stack,net_utils}.c,
// kernel/cpu.c, crypto/memneq.c.
#include <asm/checksum.h>
#include <linux/bitops.h>
#include <linux/bug.h>
#include <linux/ctype.h>
#include <linux/export.h>
#include <linux/io.h>
#include <linux/kernel.h>
#include <linux/string.h>

// gcc may call these for __builtin_clz and its like.
int __clzsi2(int val);
int __clzsi2(int val) { return 32 - fls(val); }
EXPORT_SYMBOL(__clzsi2);
int __ctzsi2(int val);
int __ctzsi2(int val) { return __ffs(val); }
EXPORT_SYMBOL(__ctzsi2);
int __clzdi2(long val);  // Linux declares them so on 32-bit machines
int __clzdi2(long val) { return 32 - fls((int)val); }
EXPORT_SYMBOL(__clzdi2);
int __ctzdi2(long val);
int __ctzdi2(long val) { return __ffs((u32)val); }
EXPORT_SYMBOL(__ctzdi2);

int check_signature(const volatile void __iomem* io_addr, const unsigned char* signature,
                    int length);
int check_signature(const volatile void __iomem* io_addr, const unsigned char* signature,
                    int length) {
  for (; length--; io_addr++, signature++) {
    if (readb(io_addr) != *signature) return 0;
  }
  return 1;
}
EXPORT_SYMBOL(check_signature);

// The Internet checksum, not folded.
asmlinkage __wsum csum_partial(const void* buff, int len, __wsum sum) {
  const u8* p = buff;
  u64 total = sum;
  for (; len >= 4; len -= 4, p += 4) total += *(const u32*)p;
  // What remains is the lower part of one more word.
  for (int i = 0; i < len; i++) total += (u32)p[i] << (8 * i);
  while (total >> 32) total = (u32)total + (total >> 32);
  return (__wsum)total;
}
EXPORT_SYMBOL(csum_partial);

asmlinkage __wsum csum_partial_copy_generic(const void* src, void* dst, int len) {
  memcpy(dst, src, len);
  return csum_partial(dst, len, ~0u);
}
EXPORT_SYMBOL(csum_partial_copy_generic);

// XX:XX:XX:XX:XX:XX, with any separator that follows two digits.
bool mac_pton(const char* s, u8* mac) {
  int i;
  if (strnlen(s, 17) < 17) return false;
  for (i = 0; i < 6; i++) {
    if (!isxdigit(s[i * 3]) || !isxdigit(s[i * 3 + 1])) return false;
    if (i != 5 && s[i * 3 + 2] != ':') return false;
  }
  for (i = 0; i < 6; i++) mac[i] = hex_to_bin(s[i * 3]) << 4 | hex_to_bin(s[i * 3 + 1]);
  return true;
}
EXPORT_SYMBOL(mac_pton);

int debug_locks = 1;
EXPORT_SYMBOL_GPL(debug_locks);
int debug_locks_silent;
EXPORT_SYMBOL_GPL(debug_locks_silent);
int debug_locks_off(void);
int debug_locks_off(void) {
  bool were_on = debug_locks;
  debug_locks = 0;
  return were_on && !debug_locks_silent;
}
EXPORT_SYMBOL_GPL(debug_locks_off);
void dump_stack_lvl(const char* log_lvl);
void dump_stack_lvl(const char* log_lvl) { dump_stack(); }
EXPORT_SYMBOL(dump_stack_lvl);

// Constant time: no branch depends on the data.
unsigned long __crypto_memneq(const void* a, const void* b, size_t size);
unsigned long __crypto_memneq(const void* a, const void* b, size_t size) {
  const volatile u8 *x = a, *y = b;
  unsigned long different = 0;
  while (size--) different |= *x++ ^ *y++;
  return different;
}
EXPORT_SYMBOL(__crypto_memneq);
void __crypto_xor(u8* dst, const u8* src1, const u8* src2, unsigned int len);
void __crypto_xor(u8* dst, const u8* src1, const u8* src2, unsigned int len) {
  while (len--) *dst++ = *src1++ ^ *src2++;
}
EXPORT_SYMBOL(__crypto_xor);

// No task has a controlling terminal.
struct tty_struct* get_current_tty(void);
struct tty_struct* get_current_tty(void) {
  return NULL;
}
EXPORT_SYMBOL_GPL(get_current_tty);

int fips_enabled;
EXPORT_SYMBOL_GPL(fips_enabled);
