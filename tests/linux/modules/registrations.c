// What modules register: files in proc and debugfs, numbers and names of devices, classes, objects.
#include <linux/cdev.h>
#include <linux/debugfs.h>
#include <linux/device.h>
#include <linux/fs.h>
#include <linux/kernel.h>
#include <linux/kobject.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/proc_fs.h>
#include <linux/seq_file.h>
#include <linux/sysfs.h>
MODULE_LICENSE("GPL");
#define P(f, ...) pr_info("%d: " f "\n", __LINE__, ##__VA_ARGS__)
static int show(struct seq_file* m, void* v) {
  seq_puts(m, "x\n");
  return 0;
}
static int op(struct inode* i, struct file* f) { return single_open(f, show, NULL); }
static const struct proc_ops po = {.proc_open = op,
                                   .proc_read = seq_read,
                                   .proc_lseek = seq_lseek,
                                   .proc_release = single_release};
static const struct file_operations fo = {.owner = THIS_MODULE, .open = op, .read = seq_read};
static struct miscdevice m1 = {.minor = MISC_DYNAMIC_MINOR, .name = "m1x", .fops = &fo},
                         m2 = {.minor = MISC_DYNAMIC_MINOR, .name = "m2x", .fops = &fo},
                         m3 = {.minor = 200, .name = "m3x", .fops = &fo},
                         m4 = {.minor = 200, .name = "m4x", .fops = &fo};
static int foo;
static ssize_t foo_show(struct kobject* k, struct kobj_attribute* a, char* b) {
  return sysfs_emit(b, "%d\n", foo);
}
static struct kobj_attribute fa = __ATTR_RO(foo);
static void rel(struct kobject* k) {
  P("release %s", kobject_name(k));
  kfree(k);
}
static struct kobj_type kt = {.release = rel, .sysfs_ops = &kobj_sysfs_ops};
static int __init m_init(void) {
  struct proc_dir_entry *d, *e;
  struct dentry *dd, *de;
  dev_t dev, dev2;
  struct cdev* c;
  struct class* cl;
  struct device* dv;
  static u32 v32;
  struct kobject *k, *k2;
  struct kset* ks;
  int r;
  d = proc_mkdir("mydir", NULL);
  e = proc_create("f1", 0444, d, &po);
  P("%d %d", !!d, !!e);
  e = proc_create("f1", 0444, d, &po);
  P("%d", !!e);
  e = proc_create("mydir", 0444, NULL, &po);
  P("%d", !!e);
  e = proc_create("nodir/x", 0444, NULL, &po);
  P("%d", !!e);
  e = proc_create("driver/xx", 0, NULL, &po);
  P("%d", !!e);
  proc_remove(e);
  e = proc_create("", 0, NULL, &po);
  P("%d", !!e);
  remove_proc_entry("nothere", NULL);
  remove_proc_entry("mydir", NULL);
  d = proc_mkdir("mydir2", NULL);
  proc_create("f1", 0444, d, &po);
  proc_symlink("ln", d, "/tmp");
  P("%d", remove_proc_subtree("mydir2", NULL));
  P("%d", remove_proc_subtree("mydir2", NULL));
  proc_remove(NULL);
  dd = debugfs_create_dir("dbg", NULL);
  de = debugfs_create_file("f", 0644, dd, NULL, &fo);
  P("%d %d", IS_ERR(dd), IS_ERR(de));
  de = debugfs_create_file("f", 0644, dd, NULL, &fo);
  P("%ld", PTR_ERR(de));
  de = debugfs_create_dir("dbg", NULL);
  P("%ld", PTR_ERR(de));
  debugfs_create_u32("v", 0600, dd, &v32);
  P("%d", debugfs_lookup("v", dd) != NULL);
  P("%d", debugfs_lookup("w", dd) != NULL);
  debugfs_remove(dd);
  debugfs_remove(NULL);
  debugfs_remove_recursive(ERR_PTR(-5));
  P("%d", alloc_chrdev_region(&dev, 0, 3, "chr"));
  P("%d:%d", MAJOR(dev), MINOR(dev));
  P("%d", alloc_chrdev_region(&dev2, 5, 1, "chr2"));
  P("%d:%d", MAJOR(dev2), MINOR(dev2));
  P("%d", register_chrdev_region(dev, 1, "dup"));
  P("%d", register_chrdev_region(MKDEV(600, 0), 1, "big"));
  P("%d", register_chrdev_region(MKDEV(210, 5), 10, "ok"));
  P("%d", register_chrdev_region(MKDEV(210, 14), 10, "overlap"));
  unregister_chrdev_region(MKDEV(210, 5), 10);
  r = register_chrdev(0, "old", &fo);
  P("%d", r);
  P("%d", register_chrdev(r, "old2", &fo));
  unregister_chrdev(r, "old");
  P("%d", register_chrdev(1000, "old3", &fo));
  c = cdev_alloc();
  c->ops = &fo;
  P("%d", cdev_add(c, dev, 3));
  cdev_del(c);
  cl = class_create(THIS_MODULE, "mycls");
  P("%d", IS_ERR(cl));
  {
    struct class* c2 = class_create(THIS_MODULE, "mycls");
    P("%ld", PTR_ERR(c2));
  }
  dv = device_create(cl, NULL, dev, NULL, "dev%d", 0);
  P("%d %s", IS_ERR(dv), dev_name(dv));
  {
    struct device* d2 = device_create(cl, NULL, dev, NULL, "dev%d", 0);
    P("%ld", PTR_ERR(d2));
  }
  device_destroy(cl, dev);
  class_destroy(cl);
  unregister_chrdev_region(dev, 3);
  unregister_chrdev_region(dev2, 1);
  P("%d %d", misc_register(&m1), m1.minor);
  P("%d %d", misc_register(&m2), m2.minor);
  P("%d", misc_register(&m3));
  P("%d", misc_register(&m4));
  misc_deregister(&m2);
  P("%d", m2.minor);
  misc_deregister(&m1);
  misc_deregister(&m3);
  k = kobject_create_and_add("kob", kernel_kobj);
  P("%d %s", !!k, kobject_name(k));
  P("%d", sysfs_create_file(k, &fa.attr));
  P("%d", sysfs_create_file(k, &fa.attr));
  {
    char* p = kobject_get_path(k, GFP_KERNEL);
    P("%s", p);
    kfree(p);
  }
  k2 = kzalloc(sizeof(*k2), GFP_KERNEL);
  P("%d", kobject_init_and_add(k2, &kt, k, "child%d", 1));
  {
    char* p = kobject_get_path(k2, GFP_KERNEL);
    P("%s", p);
    kfree(p);
  }
  kobject_put(k2);
  k2 = kzalloc(sizeof(*k2), GFP_KERNEL);
  P("%d", kobject_init_and_add(k2, &kt, kernel_kobj, "kob"));
  kobject_put(k2);
  sysfs_remove_file(k, &fa.attr);
  kobject_put(k);
  ks = kset_create_and_add("myset", NULL, kernel_kobj);
  k2 = kzalloc(sizeof(*k2), GFP_KERNEL);
  k2->kset = ks;
  P("%d", kobject_init_and_add(k2, &kt, NULL, "inset"));
  P("%d", kset_find_obj(ks, "inset") == k2);
  kobject_put(k2);
  P("%d", kobject_uevent(k2, KOBJ_ADD));
  kobject_put(k2);
  kset_unregister(ks);
  return 0;
}
static void __exit m_exit(void) {}
module_init(m_init);
module_exit(m_exit);
