// Power management while running.
#ifndef _LINUX_PM_RUNTIME_H
#define _LINUX_PM_RUNTIME_H

#include <linux/device.h>
#include <linux/jiffies.h>
#include <linux/notifier.h>
#include <linux/pm.h>

struct device;
struct device_link;
struct workqueue_struct;

#define RPM_ASYNC 0x01
#define RPM_NOWAIT 0x02
#define RPM_GET_PUT 0x04
#define RPM_AUTO 0x08
extern struct workqueue_struct* pm_wq;
int pm_generic_runtime_suspend(struct device* dev);
int pm_generic_runtime_resume(struct device* dev);
bool pm_runtime_need_not_resume(struct device* dev);
int pm_runtime_force_suspend(struct device* dev);
int pm_runtime_force_resume(struct device* dev);
int __pm_runtime_idle(struct device* dev, int rpmflags);
int __pm_runtime_suspend(struct device* dev, int rpmflags);
int __pm_runtime_resume(struct device* dev, int rpmflags);
int pm_runtime_get_if_active(struct device* dev, bool ign_usage_count);
int pm_schedule_suspend(struct device* dev, unsigned int delay);
int __pm_runtime_set_status(struct device* dev, unsigned int status);
int pm_runtime_barrier(struct device* dev);
void pm_runtime_enable(struct device* dev);
void __pm_runtime_disable(struct device* dev, bool check_resume);
void pm_runtime_allow(struct device* dev);
void pm_runtime_forbid(struct device* dev);
void pm_runtime_no_callbacks(struct device* dev);
void pm_runtime_irq_safe(struct device* dev);
void __pm_runtime_use_autosuspend(struct device* dev, bool use);
void pm_runtime_set_autosuspend_delay(struct device* dev, int delay);
u64 pm_runtime_autosuspend_expiration(struct device* dev);
void pm_runtime_update_max_time_suspended(struct device* dev, s64 delta_ns);
void pm_runtime_set_memalloc_noio(struct device* dev, bool enable);
void pm_runtime_get_suppliers(struct device* dev);
void pm_runtime_put_suppliers(struct device* dev);
void pm_runtime_new_link(struct device* dev);
void pm_runtime_drop_link(struct device_link* link);
void pm_runtime_release_supplier(struct device_link* link);
int devm_pm_runtime_set_active_enabled(struct device* dev);
int devm_pm_runtime_enable(struct device* dev);
int devm_pm_runtime_get_noresume(struct device* dev);
u64 pm_runtime_suspended_time(struct device* dev);

// Inline in Linux.
struct work_struct;
bool queue_pm_work(struct work_struct* work);
int pm_runtime_get_if_in_use(struct device* dev);
void pm_suspend_ignore_children(struct device* dev, bool enable);
void pm_runtime_get_noresume(struct device* dev);
void pm_runtime_put_noidle(struct device* dev);
bool pm_runtime_suspended(struct device* dev);
bool pm_runtime_active(struct device* dev);
bool pm_runtime_status_suspended(struct device* dev);
bool pm_runtime_enabled(struct device* dev);
bool pm_runtime_has_no_callbacks(struct device* dev);
void pm_runtime_mark_last_busy(struct device* dev);
bool pm_runtime_is_irq_safe(struct device* dev);
int pm_runtime_idle(struct device* dev);
int pm_runtime_suspend(struct device* dev);
int pm_runtime_autosuspend(struct device* dev);
int pm_runtime_resume(struct device* dev);
int pm_request_idle(struct device* dev);
int pm_request_resume(struct device* dev);
int pm_request_autosuspend(struct device* dev);
int pm_runtime_get(struct device* dev);
int pm_runtime_get_sync(struct device* dev);
int pm_runtime_resume_and_get(struct device* dev);
int pm_runtime_put(struct device* dev);
int pm_runtime_put_autosuspend(struct device* dev);
int pm_runtime_put_sync(struct device* dev);
int pm_runtime_put_sync_suspend(struct device* dev);
int pm_runtime_put_sync_autosuspend(struct device* dev);
int pm_runtime_set_active(struct device* dev);
int pm_runtime_set_suspended(struct device* dev);
void pm_runtime_disable(struct device* dev);
void pm_runtime_use_autosuspend(struct device* dev);
void pm_runtime_dont_use_autosuspend(struct device* dev);

#endif
