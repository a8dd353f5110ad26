// struct device; part of <linux/device.h>.
#ifndef _LINUX_DEVICE_DEVICE_MM32_H
#define _LINUX_DEVICE_DEVICE_MM32_H

#include <linux/completion.h>
#include <linux/hrtimer.h>
#include <linux/kobject_mm32.h>
#include <linux/mutex.h>
#include <linux/pm.h>
#include <linux/spinlock_types.h>
#include <linux/types.h>
#include <linux/wait_types_mm32.h>
#include <linux/workqueue.h>

struct attribute_group;
struct bus_dma_region;
struct bus_type;
struct class;
struct dev_iommu;
struct dev_pin_info;
struct dev_pm_domain;
struct dev_pm_qos;
struct device;
struct device_driver;
struct device_node;
struct device_physical_location;
struct device_private;
struct device_type;
struct dma_map_ops;
struct em_perf_domain;
struct fwnode_handle;
struct iommu_group;
struct irq_domain;
struct msi_device_data;
struct pm_subsys_data;
struct wake_irq;
struct wakeup_source;

enum dl_dev_state {
  DL_DEV_NO_DRIVER = 0,
  DL_DEV_PROBING = 1,
  DL_DEV_DRIVER_BOUND = 2,
  DL_DEV_UNBINDING = 3
};
struct dev_links_info {
  struct list_head suppliers;
  struct list_head consumers;
  struct list_head defer_sync;
  enum dl_dev_state status;
};
_Static_assert(sizeof(struct dev_links_info) == 28, "struct dev_links_info of 6.1 i386");
enum rpm_request {
  RPM_REQ_NONE = 0,
  RPM_REQ_IDLE = 1,
  RPM_REQ_SUSPEND = 2,
  RPM_REQ_AUTOSUSPEND = 3,
  RPM_REQ_RESUME = 4
};
enum rpm_status {
  RPM_INVALID = -1,
  RPM_ACTIVE = 0,
  RPM_RESUMING = 1,
  RPM_SUSPENDED = 2,
  RPM_SUSPENDING = 3
};
struct dev_pm_info {
  pm_message_t power_state;
  unsigned int can_wakeup : 1;
  unsigned int async_suspend : 1;
  bool in_dpm_list : 1;
  bool is_prepared : 1;
  bool is_suspended : 1;
  bool is_noirq_suspended : 1;
  bool is_late_suspended : 1;
  bool no_pm : 1;
  bool early_init : 1;
  bool direct_complete : 1;
  u32 driver_flags;
  spinlock_t lock;
  struct list_head entry;
  struct completion completion;
  struct wakeup_source* wakeup;
  bool wakeup_path : 1;
  bool syscore : 1;
  bool no_pm_callbacks : 1;
  unsigned int must_resume : 1;
  unsigned int may_skip_resume : 1;
  struct hrtimer suspend_timer;
  u64 timer_expires;
  struct __mm32_work work;
  wait_queue_head_t wait_queue;
  struct wake_irq* wakeirq;
  atomic_t usage_count;
  atomic_t child_count;
  unsigned int disable_depth : 3;
  unsigned int idle_notification : 1;
  unsigned int request_pending : 1;
  unsigned int deferred_resume : 1;
  unsigned int needs_force_resume : 1;
  unsigned int runtime_auto : 1;
  bool ignore_children : 1;
  unsigned int no_callbacks : 1;
  unsigned int irq_safe : 1;
  unsigned int use_autosuspend : 1;
  unsigned int timer_autosuspends : 1;
  unsigned int memalloc_noio : 1;
  unsigned int links_count;
  enum rpm_request request;
  enum rpm_status runtime_status;
  enum rpm_status last_status;
  int runtime_error;
  int autosuspend_delay;
  u64 last_busy;
  u64 active_time;
  u64 suspended_time;
  u64 accounting_timestamp;
  struct pm_subsys_data* subsys_data;
  void (*set_latency_tolerance)(struct device*, s32);
  struct dev_pm_qos* qos;
};
_Static_assert(sizeof(struct dev_pm_info) == 208, "struct dev_pm_info of 6.1 i386");
struct dev_msi_info {
  struct irq_domain* domain;
  struct msi_device_data* data;
};
_Static_assert(sizeof(struct dev_msi_info) == 8, "struct dev_msi_info of 6.1 i386");
struct dev_archdata {};
enum device_removable {
  DEVICE_REMOVABLE_NOT_SUPPORTED = 0,
  DEVICE_REMOVABLE_UNKNOWN = 1,
  DEVICE_FIXED = 2,
  DEVICE_REMOVABLE = 3
};
struct device_dma_parameters {
  unsigned int max_segment_size;
  unsigned int min_align_mask;
  unsigned long segment_boundary_mask;
};
_Static_assert(sizeof(struct device_dma_parameters) == 12,
               "struct device_dma_parameters of 6.1 i386");
struct device {
  struct kobject kobj;
  struct device* parent;
  struct device_private* p;
  const char* init_name;
  const struct device_type* type;
  struct bus_type* bus;
  struct device_driver* driver;
  void* platform_data;
  void* driver_data;
  struct mutex mutex;
  struct dev_links_info links;
  struct dev_pm_info power;
  struct dev_pm_domain* pm_domain;
  struct em_perf_domain* em_pd;
  struct dev_pin_info* pins;
  struct dev_msi_info msi;
  const struct dma_map_ops* dma_ops;
  u64* dma_mask;
  u64 coherent_dma_mask;
  u64 bus_dma_limit;
  const struct bus_dma_region* dma_range_map;
  struct device_dma_parameters* dma_parms;
  struct list_head dma_pools;
#ifdef CONFIG_X86_PAE
  struct io_tlb_mem* dma_io_tlb_mem;
#endif
  struct dev_archdata archdata;
  struct device_node* of_node;
  struct fwnode_handle* fwnode;
  dev_t devt;
  u32 id;
  spinlock_t devres_lock;
  struct list_head devres_head;
  struct class* class;
  const struct attribute_group** groups;
  void (*release)(struct device*);
  struct iommu_group* iommu_group;
  struct dev_iommu* iommu;
  struct device_physical_location* physical_location;
  enum device_removable removable;
  bool offline_disabled : 1;
  bool offline : 1;
  bool of_node_reused : 1;
  bool state_synced : 1;
  bool can_match : 1;
  unsigned long flags[1];
};

_Static_assert(sizeof(struct device) == 444 + sizeof(dma_addr_t), "struct device of 6.1 i386");

#endif
