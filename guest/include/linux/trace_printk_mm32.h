// trace_printk and its family: text for the trace buffer, not for the kernel log.
// Linux: 6.1 include/linux/kernel.h.
#ifndef _LINUX_TRACE_PRINTK_MM32_H
#define _LINUX_TRACE_PRINTK_MM32_H

#include <linux/compiler.h>
#include <linux/instruction_pointer.h>
#include <linux/stringify.h>
#include <stdarg.h>

void trace_printk_init_buffers(void);
int trace_vprintk(unsigned long ip, const char* fmt, va_list args);
int trace_vbprintk(unsigned long ip, const char* fmt, va_list args);
enum ftrace_dump_mode { DUMP_NONE, DUMP_ALL, DUMP_ORIG };
void tracing_on(void);
void tracing_off(void);
int tracing_is_on(void);
void tracing_snapshot(void);
void tracing_snapshot_alloc(void);
void tracing_start(void);
void tracing_stop(void);
void trace_dump_stack(int skip);
void ftrace_dump(enum ftrace_dump_mode oops_dump_mode);
int __trace_bprintk(unsigned long ip, const char* fmt, ...) __printf(2, 3);
int __trace_printk(unsigned long ip, const char* fmt, ...) __printf(2, 3);
int __trace_bputs(unsigned long ip, const char* str);
int __trace_puts(unsigned long ip, const char* str, int size);
int __ftrace_vbprintk(unsigned long ip, const char* fmt, va_list ap);
int __ftrace_vprintk(unsigned long ip, const char* fmt, va_list ap);

// Pointers in this section are how the loader knows that a module uses trace_printk. A format that
// is no constant is formatted by another function, whose lines are cut and not dropped.
#define __mm32_trace_format(text)                                           \
  static const char* __mm32_format __used __section("__trace_printk_fmt") = \
      __builtin_constant_p(text) ? (text) : NULL
#define __mm32_trace_check(fmt, ...)                        \
  do {                                                      \
    if (0) __trace_printk_check_format(fmt, ##__VA_ARGS__); \
  } while (0)
static inline __printf(1, 2) void __trace_printk_check_format(const char* fmt, ...) {}
#define do_trace_printk(fmt, ...)                               \
  do {                                                          \
    __mm32_trace_format(fmt);                                   \
    __mm32_trace_check(fmt, ##__VA_ARGS__);                     \
    if (__builtin_constant_p(fmt))                              \
      __trace_bprintk(_THIS_IP_, __mm32_format, ##__VA_ARGS__); \
    else                                                        \
      __trace_printk(_THIS_IP_, fmt, ##__VA_ARGS__);            \
  } while (0)
#define trace_puts(str)                                                              \
  ({                                                                                 \
    __mm32_trace_format(str);                                                        \
    __builtin_constant_p(str) ? __trace_bputs(_THIS_IP_, __mm32_format)              \
                              : __trace_puts(_THIS_IP_, str, __builtin_strlen(str)); \
  })
// Without arguments the format is the text.
#define __mm32_trace_printk(fmt, ...)                                \
  do {                                                               \
    if (sizeof((char[]){__stringify((__VA_ARGS__))}) > sizeof("()")) \
      do_trace_printk(fmt, ##__VA_ARGS__);                           \
    else                                                             \
      trace_puts(fmt);                                               \
  } while (0)
#define trace_printk(fmt, ...) __mm32_trace_printk(fmt, ##__VA_ARGS__)
#define ftrace_vprintk(fmt, vargs)                        \
  do {                                                    \
    if (__builtin_constant_p(fmt)) {                      \
      __mm32_trace_format(fmt);                           \
      __ftrace_vbprintk(_THIS_IP_, __mm32_format, vargs); \
    } else {                                              \
      __ftrace_vprintk(_THIS_IP_, fmt, vargs);            \
    }                                                     \
  } while (0)

#endif
