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
