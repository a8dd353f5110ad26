// A bus of one's own: devices and drivers that come in either order, match, fail and go.
#include <linux/device.h>
#include <linux/module.h>
#include <linux/notifier.h>
#include <linux/slab.h>
#include <linux/string.h>

static int own_match(struct device *dev, struct device_driver *drv)
{
	int match = !strncmp(dev_name(dev), drv->name, strlen(drv->name));

	pr_info("match %s %s: %d\n", dev_name(dev), drv->name, match);
	return match;
}
static struct bus_type own = { .name = "mm32_own", .match = own_match };
static struct bus_type none = { .name = "mm32_none" };

static ssize_t version_show(struct bus_type *bus, char *buf)
{
	return sprintf(buf, "1\n");
}
static BUS_ATTR_RO(version);

static void released(struct device *dev)
{
	pr_info("release %s\n", dev_name(dev));
	kfree(dev);
}

static struct device *make(const char *name)
{
	struct device *dev = kzalloc(sizeof(*dev), GFP_KERNEL);

	dev->bus = &own;
	dev->release = released;
	dev_set_name(dev, "%s", name);
	pr_info("add %s: %d\n", name, device_register(dev));
	return dev;
}

static int probe(struct device *dev)
{
	pr_info("probe %s by %s\n", dev_name(dev), dev->driver->name);
	devm_kzalloc(dev, 100, GFP_KERNEL);
	dev_set_drvdata(dev, "data");
	return strchr(dev_name(dev), 'x') ? -EIO : strchr(dev_name(dev), 'n') ? -ENODEV : 0;
}
static int removed(struct device *dev)
{
	pr_info("remove %s, data %s\n", dev_name(dev), (char *)dev_get_drvdata(dev));
	return 0;
}
static struct device_driver disk = { .name = "disk", .bus = &own, .probe = probe, .remove = removed };
static struct device_driver tape = { .name = "tape", .bus = &own, .probe = probe, .remove = removed };
static struct device_driver same = { .name = "disk", .bus = &own };
static struct device_driver lost = { .name = "lost", .bus = &none };

static int notified(struct notifier_block *nb, unsigned long event, void *data)
{
	pr_info("event %lu of %s\n", event, dev_name(data));
	return 0;
}
static struct notifier_block notifier = { .notifier_call = notified };

static int count(struct device *dev, void *data)
{
	pr_info("device %s\n", dev_name(dev));
	return ++*(int *)data == 3 ? -EINTR : 0;
}
static int count_drivers(struct device_driver *drv, void *data)
{
	pr_info("driver %s\n", drv->name);
	return 0;
}

static int __init own_bus_init(void)
{
	struct device *a, *b, *c, *d, *found;
	int n = 0;

	pr_info("bus %d\n", bus_register(&own));
	pr_info("file %d\n", bus_create_file(&own, &bus_attr_version));
	pr_info("notifier %d\n", bus_register_notifier(&own, &notifier));
	a = make("disk1");
	pr_info("driver %d\n", driver_register(&disk));
	pr_info("bound %d\n", a->driver == &disk);
	pr_info("same %d lost %d\n", driver_register(&same), driver_register(&lost));
	b = make("disk2");
	c = make("tape-x");
	d = make("tape-n");
	pr_info("tape %d\n", driver_register(&tape));
	pr_info("bound %d %d\n", !!c->driver, !!d->driver);
	pr_info("each %d\n", bus_for_each_dev(&own, NULL, &n, count));
	pr_info("behind b %d\n", bus_for_each_dev(&own, b, &n, count));
	bus_for_each_drv(&own, NULL, NULL, count_drivers);
	found = bus_find_device_by_name(&own, NULL, "disk2");
	pr_info("found %d\n", found == b);
	put_device(found);
	pr_info("none %d, driver %d\n", !!bus_find_device_by_name(&own, NULL, "disk9"), driver_find("tape", &own) == &tape);
	n = 0;
	pr_info("of disk: %d\n", driver_for_each_device(&disk, NULL, &n, count));
	device_release_driver(a);
	pr_info("rescan %d\n", bus_rescan_devices(&own));
	device_unregister(b);
	driver_unregister(&disk);
	pr_info("bound %d\n", !!a->driver);
	device_unregister(a);
	driver_unregister(&tape);
	device_unregister(d);
	device_unregister(c);
	bus_unregister_notifier(&own, &notifier);
	bus_remove_file(&own, &bus_attr_version);
	bus_unregister(&own);
	return 0;
}
static void __exit own_bus_exit(void) {}
module_init(own_bus_init);
module_exit(own_bus_exit);
MODULE_LICENSE("GPL");
