/*
 * Miscellaneous character devices: major 10, minors given or chosen from 127 downwards.
 * Linux: drivers/char/misc.c.
 */
#include <linux/bitmap.h>
#include <linux/device.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/miscdevice.h>

#include "base/sysfs.h"
#include "bug_at.h"

#define DYNAMIC_MINORS 128
#define TAKEN_MINORS 3 /* by Debian's own devices */

static LIST_HEAD(misc_list);
static DECLARE_BITMAP(chosen, DYNAMIC_MINORS) = {(1 << TAKEN_MINORS) - 1};

static int choose_minor(struct miscdevice* misc) {
  const int i = find_first_zero_bit(chosen, DYNAMIC_MINORS);

  if (i >= DYNAMIC_MINORS) return -EBUSY;
  __set_bit(i, chosen);
  misc->minor = DYNAMIC_MINORS - i - 1;
  return 0;
}

static void release_minor(struct miscdevice* misc, bool was_dynamic) {
  const int i = DYNAMIC_MINORS - misc->minor - 1;

  if (i >= 0 && i < DYNAMIC_MINORS) __clear_bit(i, chosen);
  if (was_dynamic) misc->minor = MISC_DYNAMIC_MINOR;
}

int misc_register(struct miscdevice* misc) {
  const bool is_dynamic = misc->minor == MISC_DYNAMIC_MINOR;
  const struct miscdevice* other;
  int err;

  INIT_LIST_HEAD(&misc->list);
  if (is_dynamic) {
    err = choose_minor(misc);
    if (err) return err;
  } else {
    list_for_each_entry(other, &misc_list, list) if (other->minor == misc->minor) return -EBUSY;
  }
  misc->this_device =
      device_create_with_groups(misc_class(), misc->parent, MKDEV(MISC_MAJOR, misc->minor), misc,
                                misc->groups, "%s", misc->name);
  if (IS_ERR(misc->this_device)) {
    release_minor(misc, is_dynamic);
    return PTR_ERR(misc->this_device);
  }
  list_add(&misc->list, &misc_list);
  return 0;
}
EXPORT_SYMBOL(misc_register);

#undef misc_deregister
void misc_deregister(struct miscdevice* misc) {
  if (WARN_ON_AT(list_empty(&misc->list), "drivers/char/misc.c", 247)) return;
  list_del(&misc->list);
  device_destroy(misc_class(), MKDEV(MISC_MAJOR, misc->minor));
  release_minor(misc, false);
}
EXPORT_SYMBOL(misc_deregister);
