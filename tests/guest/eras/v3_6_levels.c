/* Angle brackets are text since 3.6. */
#include <linux/kernel.h>
#include <linux/module.h>

static int __init levels_init(void) {
  printk("<3>first\n<6>second\n");
  printk(KERN_INFO
         "third\n"
         "<4>fourth\n");
  printk("a<1>b\n");
  return 0;
}

static void __exit levels_exit(void) {}

module_init(levels_init);
module_exit(levels_exit);
MODULE_LICENSE("GPL");
