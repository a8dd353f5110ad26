// trace_printk: lines for the trace buffer. The buffer is the event stream of the host (--trace);
// the kernel log only gets the notice that a module which uses it brings. A text holds 1023 bytes.
// Linux: 6.1 kernel/trace/trace.c, trace_printk.c, ring_buffer.c.
#include <linux/export.h>
#include <linux/irqflags.h>
#include <linux/kernel.h>
#include <linux/printk.h>
#include <linux/stacktrace.h>
#include <linux/string.h>

#include "kernel.h"
#include "lib/host.h"

#define TEXT_MAX 1024

static bool recording = true;

#define NOTICE_RULE "**********************************************************\n"
#define NOTICE_ALARM "**   NOTICE NOTICE NOTICE NOTICE NOTICE NOTICE NOTICE   **\n"
#define NOTICE_BLANK "**                                                      **\n"

void trace_printk_init_buffers(void) {
  static bool told;
  if (told) return;
  told = true;
  pr_warn("\n");
  pr_warn(NOTICE_RULE);
  pr_warn(NOTICE_ALARM);
  pr_warn(NOTICE_BLANK);
  pr_warn("** trace_printk() being used. Allocating extra memory.  **\n");
  pr_warn(NOTICE_BLANK);
  pr_warn("** This means that this is a DEBUG kernel and it is     **\n");
  pr_warn("** unsafe for production use.                           **\n");
  pr_warn(NOTICE_BLANK);
  pr_warn("** If you see this message and you are not debugging    **\n");
  pr_warn("** the kernel, report this immediately to your vendor!  **\n");
  pr_warn(NOTICE_BLANK);
  pr_warn(NOTICE_ALARM);
  pr_warn(NOTICE_RULE);
}
EXPORT_SYMBOL_GPL(trace_printk_init_buffers);

void tracing_on(void) { recording = true; }
EXPORT_SYMBOL_GPL(tracing_on);
void tracing_off(void) { recording = false; }
EXPORT_SYMBOL_GPL(tracing_off);
int tracing_is_on(void) { return recording; }
EXPORT_SYMBOL_GPL(tracing_is_on);

int __trace_puts(unsigned long ip, const char* str, int size) {
  if (!recording) return 0;
  mm32_trace_print(ip, str, size);
  return size;
}
EXPORT_SYMBOL_GPL(__trace_puts);

int __trace_bputs(unsigned long ip, const char* str) {
  return __trace_puts(ip, str, strlen(str)) || !*str;
}
EXPORT_SYMBOL_GPL(__trace_bputs);

int trace_vprintk(unsigned long ip, const char* fmt, va_list args) {
  static char text[TEXT_MAX];
  unsigned long flags;
  int length;
  local_irq_save(flags); /* the text is one for all */
  length = vscnprintf(text, sizeof(text), fmt, args);
  if (recording) mm32_trace_print(ip, text, length);
  local_irq_restore(flags);
  return length;
}
EXPORT_SYMBOL_GPL(trace_vprintk);

int trace_vbprintk(unsigned long ip, const char* fmt, va_list args) {
  return trace_vprintk(ip, fmt, args);
}
EXPORT_SYMBOL_GPL(trace_vbprintk);

int __ftrace_vprintk(unsigned long ip, const char* fmt, va_list ap) {
  return fmt ? trace_vprintk(ip, fmt, ap) : 0;
}
EXPORT_SYMBOL_GPL(__ftrace_vprintk);

int __ftrace_vbprintk(unsigned long ip, const char* fmt, va_list ap) {
  return fmt ? trace_vprintk(ip, fmt, ap) : 0;
}
EXPORT_SYMBOL_GPL(__ftrace_vbprintk);

int __trace_printk(unsigned long ip, const char* fmt, ...) {
  va_list args;
  int length;
  va_start(args, fmt);
  length = __ftrace_vprintk(ip, fmt, args);
  va_end(args);
  return length;
}
EXPORT_SYMBOL_GPL(__trace_printk);

int __trace_bprintk(unsigned long ip, const char* fmt, ...) {
  va_list args;
  int length;
  va_start(args, fmt);
  length = __ftrace_vbprintk(ip, fmt, args);
  va_end(args);
  return length;
}
EXPORT_SYMBOL_GPL(__trace_bprintk);

/* A snapshot would take the lines written so far out of the buffer; what went to the host is there.
 */
static bool snapshot_allocated;

static void snapshot_line(const char* text) {
  __trace_puts((unsigned long)tracing_snapshot, text, strlen(text));
}

void tracing_snapshot(void) {
  if (snapshot_allocated) return;
  snapshot_line("*** SNAPSHOT NOT ALLOCATED ***\n");
  snapshot_line("*** stopping trace here!   ***\n");
  tracing_off();
}
EXPORT_SYMBOL_GPL(tracing_snapshot);

void tracing_snapshot_alloc(void) {
  snapshot_allocated = true;
  tracing_snapshot();
}
EXPORT_SYMBOL_GPL(tracing_snapshot_alloc);

void trace_dump_stack(int skip) {
  static char text[TEXT_MAX];
  unsigned long entries[32], flags;
  unsigned int i, count;
  int length;
  if (!recording) return;
  local_irq_save(flags);
  count = stack_trace_save(entries, ARRAY_SIZE(entries), skip + 1);
  length = scnprintf(text, sizeof(text), "<stack trace>\n");
  for (i = 0; i < count; i++)
    length += scnprintf(text + length, sizeof(text) - length, " => %pS\n", (void*)entries[i]);
  mm32_trace_print(_RET_IP_, text, length);
  local_irq_restore(flags);
}
EXPORT_SYMBOL_GPL(trace_dump_stack);
