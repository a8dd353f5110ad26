/* Prints its parameters. */
#include <linux/module.h>
#include <linux/moduleparam.h>

static int number = 1;
static bool flag;
module_param(number, int, 0);
module_param(flag, bool, 0);

static int show(void) {
  printk("number=%d flag=%d\n", number, flag);
  return 0;
}

static void nothing(void) {}

module_init(show);
module_exit(nothing);
MODULE_LICENSE("GPL");

// mm32-args: number=7
// mm32-expect: log ^number=7 flag=0$
