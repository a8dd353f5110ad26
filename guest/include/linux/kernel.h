// The everyday header: everything that module code expects after including <linux/kernel.h>.
#ifndef _LINUX_KERNEL_H
#define _LINUX_KERNEL_H

#include <asm/byteorder.h>
#include <asm/processor.h>
#include <linux/align.h>
#include <linux/array_size.h>
#include <linux/bitops.h>
#include <linux/build_bug.h>
#include <linux/compiler.h>
#include <linux/container_of.h>
#include <linux/errno.h>
#include <linux/export.h>
#include <linux/instruction_pointer.h>
#include <linux/kstrtox.h>
#include <linux/limits.h>
#include <linux/linkage.h>
#include <linux/log2.h>
#include <linux/math.h>
#include <linux/minmax.h>
#include <linux/panic.h>
#include <linux/printk.h>
#include <linux/stddef.h>
#include <linux/stringify.h>
#include <linux/trace_printk_mm32.h>
#include <linux/typecheck.h>
#include <linux/types.h>
#include <linux/version.h>
#include <stdarg.h>

#define STACK_MAGIC 0xdeadbeef
#define REPEAT_BYTE(x) ((~0ul / 0xff) * (x))
#define PTR_IF(cond, ptr) ((cond) ? (ptr) : NULL)
#define u64_to_user_ptr(x) ((void __user*)(uintptr_t)(u64)(x))
#define upper_32_bits(n) ((u32)(((n) >> 16) >> 16))
#define lower_32_bits(n) ((u32)((n)&0xffffffff))
#define upper_16_bits(n) ((u16)((n) >> 16))
#define lower_16_bits(n) ((u16)((n)&0xffff))
#define __MM32_CONCAT(a, b) a##b
#define CONCATENATE(a, b) __MM32_CONCAT(a, b)
#define __COUNT_ARGS(_0, _1, _2, _3, _4, _5, _6, _7, _8, _9, _10, _11, _12, _n, X...) _n
#define COUNT_ARGS(X...) __COUNT_ARGS(, ##X, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0)
#define VERIFY_OCTAL_PERMISSIONS(perms) (perms)
#define READ 0
#define WRITE 1

#define might_sleep() might_resched()
#define might_sleep_if(cond) \
  do {                       \
    if (cond) might_sleep(); \
  } while (0)
#define cant_sleep()
#define cant_migrate()
#define non_block_start()
#define non_block_end()
#define might_fault()
#define might_resched() \
  do {                  \
  } while (0)

enum system_states {
  SYSTEM_BOOTING,
  SYSTEM_SCHEDULING,
  SYSTEM_FREEING_INITMEM,
  SYSTEM_RUNNING,
  SYSTEM_HALT,
  SYSTEM_POWER_OFF,
  SYSTEM_RESTART,
  SYSTEM_SUSPEND
};
extern enum system_states system_state;

__printf(2, 3) int sprintf(char* buf, const char* fmt, ...);
__printf(2, 0) int vsprintf(char* buf, const char* fmt, va_list args);
__printf(3, 4) int snprintf(char* buf, size_t size, const char* fmt, ...);
__printf(3, 0) int vsnprintf(char* buf, size_t size, const char* fmt, va_list args);
__printf(3, 4) int scnprintf(char* buf, size_t size, const char* fmt, ...);
__printf(3, 0) int vscnprintf(char* buf, size_t size, const char* fmt, va_list args);
__printf(2, 3) char* kasprintf(gfp_t gfp, const char* fmt, ...);
__printf(2, 0) char* kvasprintf(gfp_t gfp, const char* fmt, va_list args);
__printf(2, 0) const char* kvasprintf_const(gfp_t gfp, const char* fmt, va_list args);
__scanf(2, 3) int sscanf(const char* buf, const char* fmt, ...);
__scanf(2, 0) int vsscanf(const char* buf, const char* fmt, va_list args);

int get_option(char** str, int* pint);
char* get_options(const char* str, int nints, int* ints);
unsigned long long memparse(const char* ptr, char** retptr);
bool parse_option_str(const char* str, const char* option);
char* next_arg(char* args, char** param, char** val);

extern const char hex_asc[];
extern const char hex_asc_upper[];
#define hex_asc_lo(x) hex_asc[((x)&0x0f)]
#define hex_asc_hi(x) hex_asc[((x)&0xf0) >> 4]
#define hex_asc_upper_lo(x) hex_asc_upper[((x)&0x0f)]
#define hex_asc_upper_hi(x) hex_asc_upper[((x)&0xf0) >> 4]
static inline char* hex_byte_pack(char* buf, u8 byte) {
  *buf++ = hex_asc_hi(byte);
  *buf++ = hex_asc_lo(byte);
  return buf;
}
#define pack_hex_byte(buf, byte) hex_byte_pack(buf, byte)
static inline char* hex_byte_pack_upper(char* buf, u8 byte) {
  *buf++ = hex_asc_upper_hi(byte);
  *buf++ = hex_asc_upper_lo(byte);
  return buf;
}
int hex_to_bin(unsigned char ch);
int __must_check hex2bin(u8* dst, const char* src, size_t count);
char* bin2hex(char* dst, const void* src, size_t count);
bool mac_pton(const char* s, u8* mac);

bool core_kernel_data(unsigned long addr);
int core_kernel_text(unsigned long addr);
int kernel_text_address(unsigned long addr);
int __kernel_text_address(unsigned long addr);
int func_ptr_is_kernel_text(void* ptr);

#include <linux/bug.h>
#include <linux/kernel_compat_mm32.h>

void __noreturn do_exit(long error_code);
int num_to_str(char* buf, int size, unsigned long long num, unsigned int width);
int no_hash_pointers_enable(char* str);
void bust_spinlocks(int yes);
extern int root_mountflags;
extern bool early_boot_irqs_disabled;

#define sched_annotate_sleep() (void)0

#endif
