/* Devices of the platform bus that a module makes itself, and what devm_ takes in their probes. */
#include <linux/err.h>
#include <linux/mod_devicetable.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/slab.h>

static int fail;

static void act(void* data) { pr_info("action %s\n", (char*)data); }

static int probe(struct platform_device* p) {
  char* m = devm_kzalloc(&p->dev, 100, GFP_KERNEL);
  char* text = devm_kasprintf(&p->dev, GFP_KERNEL, "of %s", dev_name(&p->dev));
  dev_info(&p->dev, "probe %d id %d driver %s\n", m != NULL, p->id, dev_driver_string(&p->dev));
  platform_set_drvdata(p, m);
  devm_add_action(&p->dev, act, text);
  return fail;
}
static int rem(struct platform_device* p) {
  pr_info("remove %s %d\n", dev_name(&p->dev), platform_get_drvdata(p) != NULL);
  return 0;
}
static const struct platform_device_id table[] = {{"np_two", 2}, {"np_three", 3}, {}};
static struct platform_driver drv = {.probe = probe, .remove = rem, .driver = {.name = "np_dev"}};
static struct platform_driver by_table = {
    .probe = probe, .remove = rem, .driver = {.name = "np_table"}, .id_table = table};
static struct platform_device *dev, *two;

static void first(void) {
  pr_info("driver %d\n", platform_driver_register(&drv));
  dev = platform_device_alloc("np_dev", PLATFORM_DEVID_NONE);
  pr_info("data %d\n", platform_device_add_data(dev, "abc", 4));
  pr_info("add %d\n", platform_device_add(dev));
  pr_info("bound %d\n", dev->dev.driver == &drv.driver);
  pr_info("platdata %s\n", (char*)dev_get_platdata(&dev->dev));
}

static void failing(int err) {
  struct platform_device* p;
  fail = err;
  p = platform_device_register_simple("np_dev", 7, NULL, 0);
  pr_info("failing %d: made %d bound %d data %d\n", err, !IS_ERR(p), p->dev.driver != NULL,
          platform_get_drvdata(p) != NULL);
  platform_device_unregister(p);
  fail = 0;
}

static void tables(void) {
  two = platform_device_register_data(NULL, "np_two", 5, "xyz", 4);
  pr_info("before its driver %d\n", two->dev.driver != NULL);
  pr_info("driver %d\n", platform_driver_register(&by_table));
  pr_info("id %ld\n", (long)platform_get_device_id(two)->driver_data);
  platform_driver_unregister(&by_table);
  pr_info("after its driver %d %d\n", two->dev.driver != NULL, platform_get_drvdata(two) != NULL);
  platform_device_unregister(two);
}

static int __init m_init(void) {
  struct platform_device* p;
  first();
  failing(-EIO);
  failing(-ENODEV);
  tables();
  p = platform_device_alloc("np_never", 3);
  devm_add_action(&p->dev, act, "never added");
  platform_device_put(p);
  platform_device_put(NULL);
  pr_info("add NULL %d\n", platform_device_add(NULL));
  return 0;
}
static void __exit m_exit(void) {
  platform_device_unregister(dev);
  platform_driver_unregister(&drv);
}
module_init(m_init);
module_exit(m_exit);

MODULE_LICENSE("GPL");
