// Power management of a device.
#ifndef _LINUX_PM_H
#define _LINUX_PM_H

#include <linux/completion.h>
#include <linux/hrtimer.h>
#include <linux/list.h>
#include <linux/spinlock.h>
#include <linux/timer.h>
#include <linux/types.h>
#include <linux/wait.h>

struct device;

struct dev_pm_ops {
  int (*prepare)(struct device*);
  void (*complete)(struct device*);
  int (*suspend)(struct device*);
  int (*resume)(struct device*);
  int (*freeze)(struct device*);
  int (*thaw)(struct device*);
  int (*poweroff)(struct device*);
  int (*restore)(struct device*);
  int (*suspend_late)(struct device*);
  int (*resume_early)(struct device*);
  int (*freeze_late)(struct device*);
  int (*thaw_early)(struct device*);
  int (*poweroff_late)(struct device*);
  int (*restore_early)(struct device*);
  int (*suspend_noirq)(struct device*);
  int (*resume_noirq)(struct device*);
  int (*freeze_noirq)(struct device*);
  int (*thaw_noirq)(struct device*);
  int (*poweroff_noirq)(struct device*);
  int (*restore_noirq)(struct device*);
  int (*runtime_suspend)(struct device*);
  int (*runtime_resume)(struct device*);
  int (*runtime_idle)(struct device*);
};
_Static_assert(sizeof(struct dev_pm_ops) == 92, "struct dev_pm_ops of 6.1 i386");
struct pm_message {
  int event;
};
_Static_assert(sizeof(struct pm_message) == 4, "struct pm_message of 6.1 i386");
typedef struct pm_message pm_message_t;

void pm_vt_switch_required(struct device*, bool);
void pm_vt_switch_unregister(struct device*);
int dev_pm_get_subsys_data(struct device*);
void dev_pm_put_subsys_data(struct device*);
void dpm_resume_start(pm_message_t);
void dpm_resume_end(pm_message_t);
int dpm_suspend_end(pm_message_t);
int dpm_suspend_start(pm_message_t);
void __suspend_report_result(const char*, struct device*, void*, int);
int device_pm_wait_for_dev(struct device*, struct device*);
void dpm_for_each_dev(void*, void (*)(struct device*, void*));
int pm_generic_suspend_late(struct device*);
int pm_generic_suspend_noirq(struct device*);
int pm_generic_suspend(struct device*);
int pm_generic_resume_early(struct device*);
int pm_generic_resume_noirq(struct device*);
int pm_generic_resume(struct device*);
int pm_generic_freeze_noirq(struct device*);
int pm_generic_freeze_late(struct device*);
int pm_generic_freeze(struct device*);
int pm_generic_thaw_noirq(struct device*);
int pm_generic_thaw_early(struct device*);
int pm_generic_thaw(struct device*);
int pm_generic_restore_noirq(struct device*);
int pm_generic_restore_early(struct device*);
int pm_generic_restore(struct device*);
int pm_generic_poweroff_noirq(struct device*);
int pm_generic_poweroff_late(struct device*);
int pm_generic_poweroff(struct device*);

#define PMSG_ON ((struct pm_message){.event = 0})
#define PMSG_SUSPEND ((struct pm_message){.event = 2})
#define SET_SYSTEM_SLEEP_PM_OPS(suspend_fn, resume_fn)                                 \
  .suspend = suspend_fn, .resume = resume_fn, .freeze = suspend_fn, .thaw = resume_fn, \
  .poweroff = suspend_fn, .restore = resume_fn,
#define SET_RUNTIME_PM_OPS(suspend_fn, resume_fn, idle_fn) \
  .runtime_suspend = suspend_fn, .runtime_resume = resume_fn, .runtime_idle = idle_fn,
#define SYSTEM_SLEEP_PM_OPS(suspend_fn, resume_fn) SET_SYSTEM_SLEEP_PM_OPS(suspend_fn, resume_fn)
#define RUNTIME_PM_OPS(suspend_fn, resume_fn, idle_fn) \
  SET_RUNTIME_PM_OPS(suspend_fn, resume_fn, idle_fn)
#define SIMPLE_DEV_PM_OPS(name, suspend_fn, resume_fn) \
  const struct dev_pm_ops __maybe_unused name = {SET_SYSTEM_SLEEP_PM_OPS(suspend_fn, resume_fn)}
#define DEFINE_SIMPLE_DEV_PM_OPS(name, suspend_fn, resume_fn) \
  SIMPLE_DEV_PM_OPS(name, suspend_fn, resume_fn)
#define UNIVERSAL_DEV_PM_OPS(name, suspend_fn, resume_fn, idle_fn)        \
  const struct dev_pm_ops __maybe_unused name = {SET_SYSTEM_SLEEP_PM_OPS( \
      suspend_fn, resume_fn) SET_RUNTIME_PM_OPS(suspend_fn, resume_fn, idle_fn)}
#define pm_ptr(ptr) (ptr)
#define pm_sleep_ptr(ptr) (ptr)

#endif
