// Suspend.
#ifndef _LINUX_SUSPEND_H
#define _LINUX_SUSPEND_H

#include <linux/freezer.h>
#include <linux/init.h>
#include <linux/mm.h>
#include <linux/notifier.h>
#include <linux/pm.h>

#define PM_HIBERNATION_PREPARE 0x0001
#define PM_POST_HIBERNATION 0x0002
#define PM_SUSPEND_PREPARE 0x0003
#define PM_POST_SUSPEND 0x0004
#define PM_RESTORE_PREPARE 0x0005
#define PM_POST_RESTORE 0x0006
int register_pm_notifier(struct notifier_block* nb);
int unregister_pm_notifier(struct notifier_block* nb);
#define pm_notifier(fn, pri)                                                       \
  {                                                                                \
    static struct notifier_block fn##_nb = {.notifier_call = fn, .priority = pri}; \
    register_pm_notifier(&fn##_nb);                                                \
  }

#endif
