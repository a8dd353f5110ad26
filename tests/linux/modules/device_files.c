// Devices of every kind have a folder of sysfs, for attributes and groups of attributes.
#include <linux/device.h>
#include <linux/fs.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/platform_device.h>

static ssize_t value_show(struct device* dev, struct device_attribute* attr, char* buf) {
  return sprintf(buf, "1\n");
}
static DEVICE_ATTR_RO(value);
static DEVICE_ATTR(other, 0444, value_show, NULL);
static struct attribute* attrs[] = {&dev_attr_other.attr, NULL};
static const struct attribute_group plain = {.attrs = attrs};
static const struct attribute_group named = {.name = "inner", .attrs = attrs};
static const struct attribute_group* groups[] = {&named, NULL};
static ssize_t raw_read(struct file* file, struct kobject* kobj, struct bin_attribute* attr,
                        char* buf, loff_t pos, size_t count) {
  return 0;
}
static BIN_ATTR_RO(raw, 16);

static void files(const char* what, struct device* dev) {
  pr_info("%s %s: in sysfs %d, parent %s\n", what, dev_name(dev), dev->kobj.state_in_sysfs,
          dev->kobj.parent ? dev->kobj.parent->name : "none");
  pr_info("file %d\n", device_create_file(dev, &dev_attr_value));
  pr_info("group %d\n", sysfs_create_group(&dev->kobj, &plain));
  pr_info("inner group %d\n", sysfs_create_group(&dev->kobj, &named));
  pr_info("binary %d\n", sysfs_create_bin_file(&dev->kobj, &bin_attr_raw));
  sysfs_remove_bin_file(&dev->kobj, &bin_attr_raw);
  sysfs_remove_group(&dev->kobj, &named);
  sysfs_remove_group(&dev->kobj, &plain);
  device_remove_file(dev, &dev_attr_value);
}

static void own_release(struct device* dev) { pr_info("released %s\n", dev_name(dev)); }
static struct device own = {.init_name = "own_device", .release = own_release, .groups = groups};
static struct device child = {.init_name = "own_child", .release = own_release, .parent = &own};
static struct device twin = {.init_name = "own_device", .release = own_release};
static struct device classed = {.init_name = "classed", .release = own_release};
static const struct file_operations fops = {.owner = THIS_MODULE};
static struct miscdevice misc = {.minor = MISC_DYNAMIC_MINOR, .name = "own_misc", .fops = &fops};

static void classes(void) {
  struct class* cls = class_create(THIS_MODULE, "own_class");
  struct device* dev = device_create(cls, NULL, 0, NULL, "made%d", 3);
  files("made", dev);
  classed.class = cls;
  pr_info("with a class: %d\n", device_register(&classed));
  files("classed", &classed);
  device_unregister(&classed);
  device_unregister(dev);
  class_destroy(cls);
}

static int __init device_files_init(void) {
  struct platform_device* pdev = platform_device_register_simple("own_platform", 2, NULL, 0);
  struct device* root = root_device_register("own_root");
  files("platform", &pdev->dev);
  files("root", root);
  pr_info("own: %d\n", device_register(&own));
  files("own", &own);
  pr_info("child: %d\n", device_register(&child));
  files("child", &child);
  pr_info("misc: %d\n", misc_register(&misc));
  files("misc", misc.this_device);
  classes();
  pr_info("twin: %d\n", device_register(&twin));
  put_device(&twin);
  misc_deregister(&misc);
  device_unregister(&child);
  device_unregister(&own);
  root_device_unregister(root);
  platform_device_unregister(pdev);
  return 0;
}

static void __exit device_files_exit(void) {}

module_init(device_files_init);
module_exit(device_files_exit);
MODULE_LICENSE("GPL");
