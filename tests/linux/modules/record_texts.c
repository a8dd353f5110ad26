// What one record of the log holds, and what is joined to it.
#line 2 "record_texts.c"
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/printk.h>

static char text[3000];
static char* volatile empty = "";

static void ends(void) {
  pr_info("a");
  pr_cont("b");
  pr_cont("c\n");
  pr_cont("nothing to continue\n");
  pr_info("open");
  pr_err("another level\n");
  pr_info("x");
  printk("no level");
  pr_cont(" continued\n");
  pr_cont(KERN_INFO "continues, with a level\n");
  printk(KERN_INFO "two\nlines\n");
  printk(KERN_INFO "two\n\nlines, open");
  pr_cont(" joined\n");
  printk("\n");
  printk(KERN_INFO "%s", empty);
  printk("%s", empty);
  printk(KERN_INFO "ends twice\n\n");
  printk("<3>text in front\n");
  printk("%s", KERN_ERR "level as an argument\n");
  printk(KERN_INFO "first\n<3>second\n" KERN_ERR "third\n");
  printk(KERN_INFO "zero %c inside\n", 0);
  printk("\001");
  printk("\0019\n");
  printk(
      "\001"
      "1");
  printk("behind an empty one\n");
}

static void lengths(void) {
  static const int cuts[] = {2999, 1023, 992, 991, 990, 989, 988, 987};
  int i, n;

  for (i = 0; i < ARRAY_SIZE(cuts); i++) {
    memset(text, 'x', cuts[i]);
    text[cuts[i]] = '\0';
    n = printk(KERN_INFO "%s\n", text);
    pr_cont(" behind\n");
    pr_info("%d: %d\n", cuts[i], n);
  }
  text[950] = '\0';
  pr_info("%s", text);
  for (i = 0; i < 12; i++) pr_cont("0123456789");
  pr_cont("\n");
  n = printk(KERN_INFO "12345\n");
  pr_info("%d\n", n);
  n = printk("\n");
  pr_info("%d\n", n);
}

static void of_devices(void) {
  struct device* device = root_device_register("recorded");

  dev_info(NULL, "no device %d", 3);
  pr_cont(" continued\n");
  if (IS_ERR(device)) return;
  dev_info(device, "named\n");
  dev_crit(device, "ends here");
  pr_cont("not continued\n");
  dev_notice(device, "two\nlines\n");
  dev_err_once(device, "once\n");
  dev_warn_ratelimited(device, "limited\n");
  pr_info("%d\n", dev_err_probe(device, -ENODEV, "probe %d\n", 7));
  dev_dbg(device, "not seen\n");
  root_device_unregister(device);
}

static int __init record_texts_init(void) {
  ends();
  lengths();
  of_devices();
  return 0;
}

static void __exit record_texts_exit(void) { pr_info("end\n"); }

module_init(record_texts_init);
module_exit(record_texts_exit);
MODULE_LICENSE("GPL");
