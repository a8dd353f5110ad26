/* Of 6.7 to 6.12: allocated shrinkers, conditional guards, caches by a structure, sizes that need
 * not be said. */
#include <linux/cleanup.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/platform_device.h>
#include <linux/shrinker.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/timer.h>
#include <linux/unaligned.h>

static DEFINE_MUTEX(outer);
static DEFINE_MUTEX(inner);
static struct timer_list timer;
static int removed;

static void expired(struct timer_list* t) {}

static unsigned long count_objects(struct shrinker* s, struct shrink_control* sc) {
  return *(int*)s->private_data;
}

static unsigned long scan_objects(struct shrinker* s, struct shrink_control* sc) {
  return SHRINK_STOP;
}

static int forms_probe(struct platform_device* dev) {
  pr_info("probed %s\n", dev->name);
  return 0;
}

static void forms_remove(struct platform_device* dev) { removed++; }

static struct platform_driver forms_driver = {
    .probe = forms_probe,
    .remove = forms_remove,
    .driver = {.name = "forms"},
};

static int count = 0;

static int __init forms_init(void) {
  char* text __free(kfree) = kmalloc(16, GFP_KERNEL);
  struct kmem_cache_args args = {.align = 32, .useroffset = 0};
  struct kmem_cache* cache = kmem_cache_create("forms", 40, &args, SLAB_HWCACHE_ALIGN);
  struct shrinker* s = shrinker_alloc(0, "forms-%d", 1);
  struct platform_device* dev;
  char copy[8];

  guard(mutex)(&outer);
  scoped_guard(mutex_intr, &inner) pr_info("inner locked %d\n", mutex_is_locked(&inner));
  pr_info("inner locked %d\n", mutex_is_locked(&inner));
  scoped_cond_guard(mutex_try, pr_info("outer is taken\n"), &outer) pr_info("outer is free\n");

  pr_info("copied %zd of %s", strscpy(copy, "a long text"), copy);
  pr_info("copied %zd of %s\n", strscpy(text, "short", 16), text);
  pr_info("unaligned %x\n", get_unaligned_le16(copy + 1));
  pr_info("objects of %u\n", kmem_cache_size(cache));
  kmem_cache_destroy(cache);

  s->count_objects = count_objects;
  s->scan_objects = scan_objects;
  s->private_data = &count;
  shrinker_register(s);
  shrinker_free(s);

  timer_setup(&timer, expired, 0);
  mod_timer(&timer, jiffies + HZ);
  pr_info("timer was pending %d\n", timer_delete_sync(&timer));

  platform_driver_register(&forms_driver);
  dev = platform_device_register_simple("forms", -1, NULL, 0);
  platform_device_unregister(dev);
  platform_driver_unregister(&forms_driver);
  pr_info("removed %d\n", removed);
  return 0;
}

static void __exit forms_exit(void) {}

module_init(forms_init);
module_exit(forms_exit);
MODULE_DESCRIPTION("Forms of 6.12");
MODULE_LICENSE("GPL");

// mm32-args: --kernel-version 6.12
// mm32-expect: log ^inner locked 1$
// mm32-expect: log ^outer is taken$
// mm32-expect: log ^removed 1$
