// trace_printk writes to the trace buffer: the log has the notice that comes with such a module.
#include <linux/kernel.h>
#include <linux/module.h>

static void vprint(const char* fmt, ...) {
  va_list args;

  va_start(args, fmt);
  ftrace_vprintk(fmt, args);
  va_end(args);
}

static int __init trace_lines_init(void) {
  char text[16];
  int i;

  strcpy(text, "variable\n");
  trace_printk("number %d and %s\n", 5, "text");
  trace_printk("nothing to format\n");
  trace_printk(text);
  trace_puts("constant\n");
  trace_puts(text);
  vprint("list %d\n", 6);
  pr_info("tracing is %s\n", tracing_is_on() ? "on" : "off");
  tracing_off();
  trace_printk("not written\n");
  pr_info("tracing is %s\n", tracing_is_on() ? "on" : "off");
  tracing_on();
  for (i = 0; i < 3; i++)
    if (i)
      trace_printk("loop %d\n", i);
    else
      trace_puts("no braces\n");
  return 0;
}

static void __exit trace_lines_exit(void) { pr_info("end\n"); }

module_init(trace_lines_init);
module_exit(trace_lines_exit);
MODULE_LICENSE("GPL");
