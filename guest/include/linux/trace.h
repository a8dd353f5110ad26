// Arrays of trace buffers.
#ifndef _LINUX_TRACE_H
#define _LINUX_TRACE_H

#include <linux/types.h>

struct trace_array;
struct trace_export;

#define TRACE_EXPORT_FUNCTION BIT(0)
#define TRACE_EXPORT_EVENT BIT(1)
#define TRACE_EXPORT_MARKER BIT(2)
struct trace_export {
  struct trace_export* next;
  void (*write)(struct trace_export*, const void*, unsigned int);
  int flags;
};
int register_ftrace_export(struct trace_export* export);
int unregister_ftrace_export(struct trace_export* export);
int __trace_array_puts(struct trace_array* tr, unsigned long ip, const char* str, int size);
int osnoise_arch_register(void);
void osnoise_arch_unregister(void);
void osnoise_trace_irq_entry(int id);
void osnoise_trace_irq_exit(int id, const char* desc);

#endif
