/*
 * Copies between kernel and user memory. A fault on the way ends the copy: the exception table
 * names the instruction that may fault and where to go on, with the bytes left in ECX.
 * Linux: arch/x86/lib/usercopy_32.c, lib/usercopy.c.
 */
#include <linux/errno.h>
#include <linux/export.h>
#include <linux/string.h>
#include <linux/types.h>

#define USER_LIMIT 0xc0000000ul

static int user_range_ok(unsigned long addr, unsigned long size) {
  return size <= USER_LIMIT && addr <= USER_LIMIT - size;
}

static unsigned long copy_bytes(void* to, const void* from, unsigned long n) {
  __asm__ volatile(
      "1:	rep movsb\n"
      "2:\n"
      ".pushsection __ex_table, \"a\"\n"
      ".balign 4\n"
      ".long 1b - .\n"
      ".long 2b - .\n"
      ".long 3\n"
      ".popsection"
      : "+c"(n), "+S"(from), "+D"(to)
      :
      : "memory");
  return n;
}

unsigned long _copy_to_user(void* to, const void* from, unsigned long n) {
  if (!user_range_ok((unsigned long)to, n)) return n;
  return copy_bytes(to, from, n);
}
EXPORT_SYMBOL(_copy_to_user);

unsigned long _copy_from_user(void* to, const void* from, unsigned long n) {
  unsigned long left = n;

  if (user_range_ok((unsigned long)from, n)) left = copy_bytes(to, from, n);
  if (left) memset((char*)to + (n - left), 0, left);
  return left;
}
EXPORT_SYMBOL(_copy_from_user);

/* What the copies of the headers that know the range to be good end in. */
unsigned long __copy_user_ll(void* to, const void* from, unsigned long n) {
  return copy_bytes(to, from, n);
}
EXPORT_SYMBOL(__copy_user_ll);

unsigned long __copy_from_user_ll_nocache_nozero(void* to, const void* from, unsigned long n) {
  return copy_bytes(to, from, n);
}
EXPORT_SYMBOL(__copy_from_user_ll_nocache_nozero);

unsigned long clear_user(void* to, unsigned long n) {
  if (!user_range_ok((unsigned long)to, n)) return n;
  __asm__ volatile(
      "1:	rep stosb\n"
      "2:\n"
      ".pushsection __ex_table, \"a\"\n"
      ".balign 4\n"
      ".long 1b - .\n"
      ".long 2b - .\n"
      ".long 3\n"
      ".popsection"
      : "+c"(n), "+D"(to)
      : "a"(0)
      : "memory");
  return n;
}
EXPORT_SYMBOL(clear_user);

/* Kernel memory that may not be mapped. A user address is -ERANGE, a fault -EFAULT. Linux:
 * mm/maccess.c, arch/x86/mm/maccess.c. */
long copy_from_kernel_nofault(void* to, const void* from, size_t n) {
  if ((unsigned long)from < USER_LIMIT) return -ERANGE;
  return copy_bytes(to, from, n) ? -EFAULT : 0;
}
EXPORT_SYMBOL(copy_from_kernel_nofault);

long copy_to_kernel_nofault(void* to, const void* from, size_t n) {
  return copy_bytes(to, from, n) ? -EFAULT : 0;
}
EXPORT_SYMBOL(copy_to_kernel_nofault);

/* For tasks that have lifted the limit of user addresses (set_fs, until 5.18); modules of any
 * licence may. Answers how many bytes were left. */
unsigned long __mm32_copy_any(void* to, const void* from, unsigned long n) {
  return copy_bytes(to, from, n);
}
EXPORT_SYMBOL(__mm32_copy_any);

long copy_from_user_nofault(void* to, const void* from, size_t n) {
  if (!user_range_ok((unsigned long)from, n)) return -EFAULT;
  return copy_bytes(to, from, n) ? -EFAULT : 0;
}
EXPORT_SYMBOL(copy_from_user_nofault);

long copy_to_user_nofault(void* to, const void* from, size_t n) {
  if (!user_range_ok((unsigned long)to, n)) return -EFAULT;
  return copy_bytes(to, from, n) ? -EFAULT : 0;
}
EXPORT_SYMBOL(copy_to_user_nofault);

#define GET_WORD(bytes, type)                                                                     \
  case bytes: {                                                                                   \
    unsigned long word;                                                                           \
    __asm__ volatile("call __get_user_" #bytes : "=a"(error), "=d"(word) : "0"(from) : "memory"); \
    *(type*)to = (type)word;                                                                      \
    return error;                                                                                 \
  }
int __mm32_get_user(void* to, const void* from, unsigned long n) {
  unsigned long* words = to;
  int error;

  switch (n) {
    GET_WORD(1, u8)
    GET_WORD(2, u16)
    GET_WORD(4, u32)
  }
  __asm__ volatile("call __get_user_8"
                   : "=a"(error), "=d"(words[0]), "=c"(words[1])
                   : "0"(from)
                   : "memory");
  return error;
}
EXPORT_SYMBOL(__mm32_get_user);

#define PUT_WORD(bytes, type)                                          \
  case bytes:                                                          \
    __asm__ volatile("call __put_user_" #bytes                         \
                     : "=c"(error)                                     \
                     : "a"((unsigned long)*(const type*)from), "0"(to) \
                     : "ebx", "memory");                               \
    return error;
int __mm32_put_user(void* to, const void* from, unsigned long n) {
  const unsigned long* words = from;
  int error;

  switch (n) {
    PUT_WORD(1, u8)
    PUT_WORD(2, u16)
    PUT_WORD(4, u32)
  }
  __asm__ volatile("call __put_user_8"
                   : "=c"(error)
                   : "a"(words[0]), "d"(words[1]), "0"(to)
                   : "ebx", "memory");
  return error;
}
EXPORT_SYMBOL(__mm32_put_user);

/* The length without the terminator, `count` when there is none in it; -EFAULT. */
long strncpy_from_user(char* dst, const char* src, long count);
long strncpy_from_user(char* dst, const char* src, long count) {
  long i;

  for (i = 0; i < count; i++) {
    if (!user_range_ok((unsigned long)src + i, 1) || copy_bytes(dst + i, src + i, 1))
      return -EFAULT;
    if (!dst[i]) break;
  }
  return i;
}
EXPORT_SYMBOL(strncpy_from_user);

/* With the terminator; more than `n`: there is none in it; 0: a fault. */
long strnlen_user(const char* str, long n);
long strnlen_user(const char* str, long n) {
  long i;
  char c;

  for (i = 0; i < n; i++) {
    if (!user_range_ok((unsigned long)str + i, 1) || copy_bytes(&c, str + i, 1)) return 0;
    if (!c) return i + 1;
  }
  return n + 1;
}
EXPORT_SYMBOL(strnlen_user);

/* 1: all are zero, 0: not, or -EFAULT. */
int check_zeroed_user(const void* from, unsigned long size);
int check_zeroed_user(const void* from, unsigned long size) {
  unsigned long i;
  char c;

  if (!user_range_ok((unsigned long)from, size)) return -EFAULT;
  for (i = 0; i < size; i++) {
    if (copy_bytes(&c, (const char*)from + i, 1)) return -EFAULT;
    if (c) return 0;
  }
  return 1;
}
EXPORT_SYMBOL(check_zeroed_user);
