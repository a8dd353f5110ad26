// trace_printk: text for a trace buffer that nobody reads here; what the log shows of it is the
// notice.
//
// Linux says so when a module with such calls is loaded, here it is said before the first one.
// T1: nothing is kept, a call returns what it would have stored. Linux: 6.1 kernel/trace/trace.c.
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/string.h>

static bool noticed, off;

void trace_printk_init_buffers(void) {
  static const char* const lines[] = {
      "   NOTICE NOTICE NOTICE NOTICE NOTICE NOTICE NOTICE   ",
      "",
      " trace_printk() being used. Allocating extra memory.",
      "",
      " This means that this is a DEBUG kernel and it is",
      " unsafe for production use.",
      "",
      " If you see this message and you are not debugging",
      " the kernel, report this immediately to your vendor!",
      "",
      "   NOTICE NOTICE NOTICE NOTICE NOTICE NOTICE NOTICE   ",
  };
  int i;
  if (noticed) return;
  noticed = true;
  pr_warn("\n");
  pr_warn("**********************************************************\n");
  for (i = 0; i < ARRAY_SIZE(lines); i++) pr_warn("**%-54s**\n", lines[i]);
  pr_warn("**********************************************************\n");
}
EXPORT_SYMBOL_GPL(trace_printk_init_buffers);

int __ftrace_vprintk(unsigned long ip, const char* fmt, va_list ap) {
  trace_printk_init_buffers();
  return vsnprintf(NULL, 0, fmt, ap);
}
EXPORT_SYMBOL_GPL(__ftrace_vprintk);

int __ftrace_vbprintk(unsigned long ip, const char* fmt, va_list ap) {
  return __ftrace_vprintk(ip, fmt, ap);
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

int __trace_puts(unsigned long ip, const char* str, int size) {
  trace_printk_init_buffers();
  return off ? 0 : size;
}
EXPORT_SYMBOL_GPL(__trace_puts);

int __trace_bputs(unsigned long ip, const char* str) {
  trace_printk_init_buffers();
  return !off;
}
EXPORT_SYMBOL_GPL(__trace_bputs);

void trace_dump_stack(int skip) {}
EXPORT_SYMBOL_GPL(trace_dump_stack);

void tracing_on(void) { off = false; }
EXPORT_SYMBOL_GPL(tracing_on);

void tracing_off(void) { off = true; }
EXPORT_SYMBOL_GPL(tracing_off);

int tracing_is_on(void) { return !off; }
EXPORT_SYMBOL_GPL(tracing_is_on);
