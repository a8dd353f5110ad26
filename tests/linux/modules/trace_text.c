// trace_printk: what the log shows of it, what the calls return, tracing on and off.
#include <linux/kernel.h>
#include <linux/module.h>

static int __init trace_text_init(void) {
  int n = 3, ret;
  char text[] = "variable";

  trace_printk("nothing but text\n");
  trace_printk("number %d\n", n);
  trace_puts("a line\n");
  trace_puts(text);
  ret = __trace_printk(_THIS_IP_, "%d and %s", n, text);
  pr_info("returned %d, on %d\n", ret, tracing_is_on());
  tracing_off();
  ret = __trace_printk(_THIS_IP_, "%d", n);
  pr_info("returned %d, on %d\n", ret, tracing_is_on());
  tracing_on();
  pr_info("on %d\n", tracing_is_on());
  return 0;
}

static void __exit trace_text_exit(void) {}

module_init(trace_text_init);
module_exit(trace_text_exit);
MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("Text for the trace");
