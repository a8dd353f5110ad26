// Devices that the board has, and their drivers.
#ifndef _LINUX_PLATFORM_DEVICE_H
#define _LINUX_PLATFORM_DEVICE_H

#include <linux/device.h>
#include <linux/device/device_mm32.h>
#include <linux/device/driver.h>
#include <linux/ioport.h>
#include <linux/mod_devicetable.h>
#include <linux/module.h>
#include <linux/pm.h>
#include <linux/types.h>

struct device;
struct device_driver;
struct fwnode_handle;
struct irq_affinity;
struct mfd_cell;
struct module;
struct platform_device;
struct platform_device_id;
struct platform_device_info;
struct platform_driver;
struct property_entry;
struct resource;

struct pdev_archdata {};
struct platform_device {
  const char* name;
  int id;
  bool id_auto;
  struct device dev;
  u64 platform_dma_mask;
  struct device_dma_parameters dma_parms;
  u32 num_resources;
  struct resource* resource;
  const struct platform_device_id* id_entry;
  const char* driver_override;
  struct mfd_cell* mfd_cell;
  struct pdev_archdata archdata;
};
struct platform_driver {
  int (*probe)(struct platform_device*);
  int (*remove)(struct platform_device*);
  void (*remove_new)(struct platform_device*);
  void (*shutdown)(struct platform_device*);
  int (*suspend)(struct platform_device*, pm_message_t);
  int (*resume)(struct platform_device*);
  struct device_driver driver;
  const struct platform_device_id* id_table;
  bool prevent_deferred_probe;
  bool driver_managed_dma;
};
_Static_assert(sizeof(struct platform_driver) == 108, "struct platform_driver of 6.1 i386");
struct platform_device_info {
  struct device* parent;
  struct fwnode_handle* fwnode;
  bool of_node_reused;
  const char* name;
  int id;
  const struct resource* res;
  unsigned int num_res;
  const void* data;
  size_t size_data;
  u64 dma_mask;
  const struct property_entry* properties;
};
_Static_assert(sizeof(struct platform_device_info) == 48,
               "struct platform_device_info of 6.1 i386");

int platform_device_register(struct platform_device*);
void platform_device_unregister(struct platform_device*);
struct resource* platform_get_resource(struct platform_device*, unsigned int, unsigned int);
struct resource* platform_get_mem_or_io(struct platform_device*, unsigned int);
struct device* platform_find_device_by_driver(struct device*, const struct device_driver*);
void* devm_platform_get_and_ioremap_resource(struct platform_device*, unsigned int,
                                             struct resource**);
void* devm_platform_ioremap_resource(struct platform_device*, unsigned int);
void* devm_platform_ioremap_resource_byname(struct platform_device*, const char*);
int platform_get_irq(struct platform_device*, unsigned int);
int platform_get_irq_optional(struct platform_device*, unsigned int);
int platform_irq_count(struct platform_device*);
int devm_platform_get_irqs_affinity(struct platform_device*, struct irq_affinity*, unsigned int,
                                    unsigned int, int**);
struct resource* platform_get_resource_byname(struct platform_device*, unsigned int, const char*);
int platform_get_irq_byname(struct platform_device*, const char*);
int platform_get_irq_byname_optional(struct platform_device*, const char*);
int platform_add_devices(struct platform_device**, int);
struct platform_device* platform_device_register_full(const struct platform_device_info*);
struct platform_device* platform_device_alloc(const char*, int);
int platform_device_add_resources(struct platform_device*, const struct resource*, unsigned int);
int platform_device_add_data(struct platform_device*, const void*, size_t);
int platform_device_add(struct platform_device*);
void platform_device_del(struct platform_device*);
void platform_device_put(struct platform_device*);
int __platform_driver_register(struct platform_driver*, struct module*);
void platform_driver_unregister(struct platform_driver*);
int __platform_driver_probe(struct platform_driver*, int (*)(struct platform_device*),
                            struct module*);
struct platform_device* __platform_create_bundle(struct platform_driver*,
                                                 int (*)(struct platform_device*), struct resource*,
                                                 unsigned int, const void*, size_t, struct module*);
int __platform_register_drivers(struct platform_driver* const*, unsigned int, struct module*);
void platform_unregister_drivers(struct platform_driver* const*, unsigned int);

#define PLATFORM_DEVID_NONE (-1)
#define PLATFORM_DEVID_AUTO (-2)
#define to_platform_device(x) container_of((x), struct platform_device, dev)
#define to_platform_driver(drv) container_of((drv), struct platform_driver, driver)
#define platform_get_device_id(pdev) ((pdev)->id_entry)
#define platform_driver_register(drv) __platform_driver_register(drv, THIS_MODULE)
#define platform_driver_probe(drv, probe) __platform_driver_probe(drv, probe, THIS_MODULE)
static inline void* platform_get_drvdata(const struct platform_device* pdev) {
  return dev_get_drvdata(&pdev->dev);
}
static inline void platform_set_drvdata(struct platform_device* pdev, void* data) {
  dev_set_drvdata(&pdev->dev, data);
}
static inline struct platform_device* platform_device_register_resndata(
    struct device* parent, const char* name, int id, const struct resource* res, unsigned int num,
    const void* data, size_t size) {
  struct platform_device_info info = {.parent = parent,
                                      .name = name,
                                      .id = id,
                                      .res = res,
                                      .num_res = num,
                                      .data = data,
                                      .size_data = size};
  return platform_device_register_full(&info);
}
static inline struct platform_device* platform_device_register_simple(const char* name, int id,
                                                                      const struct resource* res,
                                                                      unsigned int num) {
  return platform_device_register_resndata(NULL, name, id, res, num, NULL, 0);
}
#define module_platform_driver(drv) \
  module_driver(drv, platform_driver_register, platform_driver_unregister)

struct bus_type;

extern struct bus_type platform_bus_type;
extern struct device platform_bus;
int platform_pm_suspend(struct device* dev);
int platform_pm_resume(struct device* dev);
int platform_pm_freeze(struct device* dev);
int platform_pm_thaw(struct device* dev);
int platform_pm_poweroff(struct device* dev);
int platform_pm_restore(struct device* dev);
void early_platform_cleanup(void);

#define builtin_platform_driver(__platform_driver) \
  builtin_driver(__platform_driver, platform_driver_register)
#define module_platform_driver_probe(__platform_driver, __platform_probe) \
  static int __init __platform_driver##_init(void) {                      \
    return platform_driver_probe(&(__platform_driver), __platform_probe); \
  }                                                                       \
  module_init(__platform_driver##_init);                                  \
  static void __exit __platform_driver##_exit(void) {                     \
    platform_driver_unregister(&(__platform_driver));                     \
  }                                                                       \
  module_exit(__platform_driver##_exit);
static inline struct platform_device* platform_device_register_data(struct device* parent,
                                                                    const char* name, int id,
                                                                    const void* data, size_t size) {
  struct platform_device_info info = {
      .parent = parent, .name = name, .id = id, .data = data, .size_data = size};
  return platform_device_register_full(&info);
}

// Inline in Linux.
int is_sh_early_platform_device(struct platform_device* pdev);

#define platform_create_bundle(driver, probe, res, n_res, data, size) \
  __platform_create_bundle(driver, probe, res, n_res, data, size, THIS_MODULE)
#define platform_register_drivers(drivers, count) \
  __platform_register_drivers(drivers, count, THIS_MODULE)
#define dev_is_platform(dev) ((dev)->bus == &platform_bus_type)

#endif
