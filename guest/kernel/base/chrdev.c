/*
 * Numbers of character devices: which ranges are taken, and which cdev serves them.
 *
 * C1: ranges do not overlap. A free major is sought from 248 downwards, which is the first that a
 * freshly booted Debian has free. Linux: fs/char_dev.c.
 */
#include <linux/cdev.h>
#include <linux/device.h>
#include <linux/err.h>
#include <linux/export.h>
#include <linux/fs.h>
#include <linux/kernel.h>
#include <linux/list.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "base/sysfs.h"
#include "bug_at.h"

#define LAST_MAJOR 511
#define DYNAMIC_BEGIN 248
#define DYNAMIC_END 234
#define EXTENDED_BEGIN 511
#define EXTENDED_END 384

struct dev_range {
  struct list_head list;
  unsigned int major, baseminor;
  int count;
  char name[64];
  struct cdev* cdev;
};
static LIST_HEAD(ranges);
static LIST_HEAD(cdevs);

static bool is_used(unsigned int major) {
  const struct dev_range* r;

  list_for_each_entry(r, &ranges, list) if (r->major == major) return true;
  return false;
}

static int free_major(void) {
  int major;

  for (major = DYNAMIC_BEGIN; major >= DYNAMIC_END; major--)
    if (!is_used(major)) return major;
  for (major = EXTENDED_BEGIN; major >= EXTENDED_END; major--)
    if (!is_used(major)) return major;
  return -EBUSY;
}

static bool overlaps(unsigned int major, unsigned int baseminor, int count) {
  const struct dev_range* r;

  list_for_each_entry(r, &ranges, list) if (r->major == major &&
                                            baseminor < r->baseminor + r->count &&
                                            r->baseminor < baseminor + count) return true;
  return false;
}

static noinline struct dev_range* take(unsigned int major, unsigned int baseminor, int count,
                                       const char* name) {
  struct dev_range* r;
  int ret;

  if (major > LAST_MAJOR) {
    pr_err("CHRDEV \"%s\" major requested (%u) is greater than the maximum (%u)\n", name, major,
           LAST_MAJOR);
    return ERR_PTR(-EINVAL);
  }
  if (count > MINORMASK + 1 - baseminor) {
    pr_err(
        "CHRDEV \"%s\" minor range requested (%u-%u) is out of range of maximum range (%u-%u) "
        "for a single major\n",
        name, baseminor, baseminor + count - 1, 0, MINORMASK);
    return ERR_PTR(-EINVAL);
  }
  if (!major) {
    ret = free_major();
    if (ret < 0) {
      pr_err("CHRDEV \"%s\" dynamic allocation region is full\n", name);
      return ERR_PTR(ret);
    }
    major = ret;
  }
  if (overlaps(major, baseminor, count)) return ERR_PTR(-EBUSY);
  r = kzalloc(sizeof(*r), GFP_KERNEL);
  if (!r) return ERR_PTR(-ENOMEM);
  r->major = major;
  r->baseminor = baseminor;
  r->count = count;
  strscpy(r->name, name, sizeof(r->name));
  list_add_tail(&r->list, &ranges);
  return r;
}

static struct dev_range* release(unsigned int major, unsigned int baseminor, int count) {
  struct dev_range* r;

  list_for_each_entry(
      r, &ranges, list) if (r->major == major && r->baseminor == baseminor && r->count == count) {
    list_del(&r->list);
    return r;
  }
  return NULL;
}

static dev_t end_of_major(dev_t n, dev_t to) { return min(MKDEV(MAJOR(n) + 1, 0), to); }

static void release_up_to(dev_t from, dev_t to) {
  dev_t n, next;

  for (n = from; n < to; n = next) {
    next = end_of_major(n, to);
    kfree(release(MAJOR(n), MINOR(n), next - n));
  }
}

int register_chrdev_region(dev_t from, unsigned count, const char* name) {
  const dev_t to = from + count;
  dev_t n, next;

  for (n = from; n < to; n = next) {
    const struct dev_range* r;

    next = end_of_major(n, to);
    r = take(MAJOR(n), MINOR(n), next - n, name);
    if (!IS_ERR(r)) continue;
    release_up_to(from, n);
    return PTR_ERR(r);
  }
  return 0;
}
EXPORT_SYMBOL(register_chrdev_region);

int alloc_chrdev_region(dev_t* dev, unsigned baseminor, unsigned count, const char* name) {
  const struct dev_range* r = take(0, baseminor, count, name);

  if (IS_ERR(r)) return PTR_ERR(r);
  *dev = MKDEV(r->major, r->baseminor);
  return 0;
}
EXPORT_SYMBOL(alloc_chrdev_region);

void unregister_chrdev_region(dev_t from, unsigned count) { release_up_to(from, from + count); }
EXPORT_SYMBOL(unregister_chrdev_region);

int __register_chrdev(unsigned int major, unsigned int baseminor, unsigned int count,
                      const char* name, const struct file_operations* fops) {
  struct dev_range* r = take(major, baseminor, count, name);
  struct cdev* cdev;
  int err = -ENOMEM;

  if (IS_ERR(r)) return PTR_ERR(r);
  cdev = cdev_alloc();
  if (cdev) {
    cdev->owner = fops->owner;
    cdev->ops = fops;
    kobject_set_name(&cdev->kobj, "%s", name);
    err = cdev_add(cdev, MKDEV(r->major, baseminor), count);
  }
  if (err) {
    if (cdev) kobject_put(&cdev->kobj);
    kfree(release(r->major, baseminor, count));
    return err;
  }
  r->cdev = cdev;
  return major ? 0 : r->major;
}
EXPORT_SYMBOL(__register_chrdev);

void __unregister_chrdev(unsigned int major, unsigned int baseminor, unsigned int count,
                         const char* name) {
  struct dev_range* r = release(major, baseminor, count);

  if (r && r->cdev) cdev_del(r->cdev);
  kfree(r);
}
EXPORT_SYMBOL(__unregister_chrdev);

static void cdev_default_release(struct kobject* kobj) { kobject_put(kobj->parent); }
static void cdev_dynamic_release(struct kobject* kobj) {
  struct kobject* parent = kobj->parent;

  kfree(container_of(kobj, struct cdev, kobj));
  kobject_put(parent);
}
static const struct kobj_type ktype_cdev_default = {.release = cdev_default_release};
static const struct kobj_type ktype_cdev_dynamic = {.release = cdev_dynamic_release};

void cdev_init(struct cdev* cdev, const struct file_operations* fops) {
  memset(cdev, 0, sizeof(*cdev));
  INIT_LIST_HEAD(&cdev->list);
  kobject_init(&cdev->kobj, &ktype_cdev_default);
  cdev->ops = fops;
}
EXPORT_SYMBOL(cdev_init);

struct cdev* cdev_alloc(void) {
  struct cdev* p = kzalloc(sizeof(*p), GFP_KERNEL);

  if (!p) return NULL;
  INIT_LIST_HEAD(&p->list);
  kobject_init(&p->kobj, &ktype_cdev_dynamic);
  return p;
}
EXPORT_SYMBOL(cdev_alloc);

int cdev_add(struct cdev* p, dev_t dev, unsigned count) {
  p->dev = dev;
  p->count = count;
  if (WARN_ON_AT(dev == MKDEV(0, 0) && count == 0, "fs/char_dev.c", 486)) return -EBUSY;
  list_del_init(&p->list);
  list_add_tail(&p->list, &cdevs);
  kobject_get(p->kobj.parent);
  return 0;
}
EXPORT_SYMBOL(cdev_add);

void cdev_del(struct cdev* p) {
  list_del_init(&p->list);
  kobject_put(&p->kobj);
}
EXPORT_SYMBOL(cdev_del);

void cdev_set_parent(struct cdev* p, struct kobject* kobj) { p->kobj.parent = kobj; }
EXPORT_SYMBOL(cdev_set_parent);

int cdev_device_add(struct cdev* cdev, struct device* dev) {
  int rc;

  if (dev->devt) {
    cdev_set_parent(cdev, &dev->kobj);
    rc = cdev_add(cdev, dev->devt, 1);
    if (rc) return rc;
  }
  rc = device_add(dev);
  if (rc && dev->devt) cdev_del(cdev);
  return rc;
}
EXPORT_SYMBOL(cdev_device_add);

void cdev_device_del(struct cdev* cdev, struct device* dev) {
  device_del(dev);
  if (dev->devt) cdev_del(cdev);
}
EXPORT_SYMBOL(cdev_device_del);
