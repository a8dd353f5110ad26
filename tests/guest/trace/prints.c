// All forms of trace_printk; one is longer than a line of a trace may be.
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/string.h>

static char text[2000];

static int __init prints_init(void) {
  trace_printk("number %d\n", 5);
  trace_printk("constant\n");
  strcpy(text, "variable\n");
  trace_printk(text);
  memset(text, 'x', sizeof(text) - 1);
  trace_printk("%s\n", text);
  tracing_off();
  trace_printk("switched off\n");
  tracing_on();
  return 0;
}

static void __exit prints_exit(void) { trace_puts("end"); }

module_init(prints_init);
module_exit(prints_exit);
MODULE_LICENSE("GPL");
