// pr_debug of modules built with dynamic debug: the call that a switched-on site makes, and the
// parameter that switches classes. Sites are off, as after boot without options.
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/moduleparam.h>

struct _ddebug {  // 6.1 include/linux/dynamic_debug.h
  const char* modname;
  const char* function;
  const char* filename;
  const char* format;
  unsigned int lineno : 18;
  unsigned int class_id : 6;
  unsigned int flags : 8;
};

void __dynamic_pr_debug(struct _ddebug* descriptor, const char* fmt, ...);
void __dynamic_pr_debug(struct _ddebug* descriptor, const char* fmt, ...) {
  struct va_format vaf;
  va_list args;
  va_start(args, fmt);
  vaf.fmt = fmt;
  vaf.va = &args;
  _printk(KERN_DEBUG "%pV", &vaf);
  va_end(args);
}
EXPORT_SYMBOL(__dynamic_pr_debug);

static int set_classes(const char* val, const struct kernel_param* kp) { return 0; }
static int get_classes(char* buffer, const struct kernel_param* kp) {
  return scnprintf(buffer, 16, "0x0\n");
}
const struct kernel_param_ops param_ops_dyndbg_classes = {.set = set_classes, .get = get_classes};
EXPORT_SYMBOL(param_ops_dyndbg_classes);
