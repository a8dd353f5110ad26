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

struct dev_pm_domain;
struct list_head;
struct mutex;
struct pm_domain_data;
struct pm_subsys_data;

#define PM_EVENT_INVALID (-1)
#define PM_EVENT_ON 0x0000
#define PM_EVENT_FREEZE 0x0001
#define PM_EVENT_SUSPEND 0x0002
#define PM_EVENT_HIBERNATE 0x0004
#define PM_EVENT_QUIESCE 0x0008
#define PM_EVENT_RESUME 0x0010
#define PM_EVENT_THAW 0x0020
#define PM_EVENT_RESTORE 0x0040
#define PM_EVENT_RECOVER 0x0080
#define PM_EVENT_USER 0x0100
#define PM_EVENT_REMOTE 0x0200
#define PM_EVENT_AUTO 0x0400
#define PM_EVENT_SLEEP (PM_EVENT_SUSPEND | PM_EVENT_HIBERNATE)
#define PM_EVENT_USER_SUSPEND (PM_EVENT_USER | PM_EVENT_SUSPEND)
#define PM_EVENT_USER_RESUME (PM_EVENT_USER | PM_EVENT_RESUME)
#define PM_EVENT_REMOTE_RESUME (PM_EVENT_REMOTE | PM_EVENT_RESUME)
#define PM_EVENT_AUTO_SUSPEND (PM_EVENT_AUTO | PM_EVENT_SUSPEND)
#define PM_EVENT_AUTO_RESUME (PM_EVENT_AUTO | PM_EVENT_RESUME)
#define DPM_FLAG_NO_DIRECT_COMPLETE BIT(0)
#define DPM_FLAG_SMART_PREPARE BIT(1)
#define DPM_FLAG_SMART_SUSPEND BIT(2)
#define DPM_FLAG_MAY_SKIP_RESUME BIT(3)
#define PM_EVENT_PRETHAW PM_EVENT_QUIESCE
extern void (*pm_power_off)(void);
extern const char power_group_name[];
struct pm_subsys_data {
  spinlock_t lock;
  unsigned int refcount;
  unsigned int clock_op_might_sleep;
  struct mutex clock_mutex;
  struct list_head clock_list;
  struct pm_domain_data* domain_data;
};
struct dev_pm_domain {
  struct dev_pm_ops ops;
  int (*start)(struct device*);
  void (*detach)(struct device*, bool);
  int (*activate)(struct device*);
  void (*sync)(struct device*);
  void (*dismiss)(struct device*);
};
void device_pm_lock(void);
void dpm_resume_noirq(pm_message_t state);
void dpm_resume_early(pm_message_t state);
void dpm_resume(pm_message_t state);
void dpm_complete(pm_message_t state);
void device_pm_unlock(void);
int dpm_suspend_noirq(pm_message_t state);
int dpm_suspend_late(pm_message_t state);
int dpm_suspend(pm_message_t state);
int dpm_prepare(pm_message_t state);
int pm_generic_prepare(struct device* dev);
void pm_generic_complete(struct device* dev);
bool dev_pm_skip_resume(struct device* dev);
bool dev_pm_skip_suspend(struct device* dev);
enum dpm_order {
  DPM_ORDER_NONE,
  DPM_ORDER_DEV_AFTER_PARENT,
  DPM_ORDER_PARENT_BEFORE_DEV,
  DPM_ORDER_DEV_LAST
};

// Inline in Linux.
bool cxl_mem_active(void);

#define __MM32_PMSG(kind) ((struct pm_message){.event = PM_EVENT_##kind})
#define PMSG_INVALID __MM32_PMSG(INVALID)
#define PMSG_FREEZE __MM32_PMSG(FREEZE)
#define PMSG_QUIESCE __MM32_PMSG(QUIESCE)
#define PMSG_HIBERNATE __MM32_PMSG(HIBERNATE)
#define PMSG_RESUME __MM32_PMSG(RESUME)
#define PMSG_THAW __MM32_PMSG(THAW)
#define PMSG_RESTORE __MM32_PMSG(RESTORE)
#define PMSG_RECOVER __MM32_PMSG(RECOVER)
#define PMSG_USER_SUSPEND __MM32_PMSG(USER_SUSPEND)
#define PMSG_USER_RESUME __MM32_PMSG(USER_RESUME)
#define PMSG_REMOTE_RESUME __MM32_PMSG(REMOTE_RESUME)
#define PMSG_AUTO_SUSPEND __MM32_PMSG(AUTO_SUSPEND)
#define PMSG_AUTO_RESUME __MM32_PMSG(AUTO_RESUME)
#define PMSG_IS_AUTO(msg) (((msg).event & PM_EVENT_AUTO) != 0)

#endif
