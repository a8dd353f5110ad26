// PCI devices and their drivers.
#ifndef _LINUX_PCI_H
#define _LINUX_PCI_H

#include <linux/atomic.h>
#include <linux/compiler.h>
#include <linux/device.h>
#include <linux/device/driver.h>
#include <linux/dma-mapping.h>
#include <linux/dmapool.h>
#include <linux/errno.h>
#include <linux/init.h>
#include <linux/interrupt.h>
#include <linux/io.h>
#include <linux/ioport.h>
#include <linux/kobject.h>
#include <linux/list.h>
#include <linux/mod_devicetable.h>
#include <linux/module.h>
#include <linux/pci_ids.h>
#include <linux/pci_regs.h>
#include <linux/pm.h>
#include <linux/spinlock_types.h>
#include <linux/types.h>

#define PCI_DEVICE(vend, dev) \
  .vendor = (vend), .device = (dev), .subvendor = PCI_ANY_ID, .subdevice = PCI_ANY_ID
#define PCI_VDEVICE(vend, dev) \
  .vendor = PCI_VENDOR_ID_##vend, .device = (dev), .subvendor = PCI_ANY_ID, .subdevice = PCI_ANY_ID
#define PCI_DEVFN(slot, func) ((((slot)&0x1f) << 3) | ((func)&0x07))
#define PCI_SLOT(devfn) (((devfn) >> 3) & 0x1f)
#define PCI_FUNC(devfn) ((devfn)&0x07)

struct attribute_group;
struct cpumask;
struct device;
struct hotplug_slot;
struct irq_affinity;
struct list_head;
struct module;
struct msix_entry;
struct pci_bus;
struct pci_bus_region;
struct pci_dev;
struct pci_device_id;
struct pci_driver;
struct pci_error_handlers;
struct pci_host_bridge;
struct pci_ops;
struct pci_saved_state;
struct pci_slot;
struct resource;

struct pci_dynids {
  spinlock_t lock;
  struct list_head list;
};
_Static_assert(sizeof(struct pci_dynids) == 12, "struct pci_dynids of 6.1 i386");
struct pci_driver {
  struct list_head node;
  const char* name;
  const struct pci_device_id* id_table;
  int (*probe)(struct pci_dev*, const struct pci_device_id*);
  void (*remove)(struct pci_dev*);
  int (*suspend)(struct pci_dev*, pm_message_t);
  int (*resume)(struct pci_dev*);
  void (*shutdown)(struct pci_dev*);
  int (*sriov_configure)(struct pci_dev*, int);
  int (*sriov_set_msix_vec_count)(struct pci_dev*, int);
  u32 (*sriov_get_vf_total_msix)(struct pci_dev*);
  const struct pci_error_handlers* err_handler;
  const struct attribute_group** groups;
  const struct attribute_group** dev_groups;
  struct device_driver driver;
  struct pci_dynids dynids;
  bool driver_managed_dma;
};
_Static_assert(sizeof(struct pci_driver) == 152, "struct pci_driver of 6.1 i386");
enum pci_bus_speed {
  PCI_SPEED_33MHz = 0,
  PCI_SPEED_66MHz = 1,
  PCI_SPEED_66MHz_PCIX = 2,
  PCI_SPEED_100MHz_PCIX = 3,
  PCI_SPEED_133MHz_PCIX = 4,
  PCI_SPEED_66MHz_PCIX_ECC = 5,
  PCI_SPEED_100MHz_PCIX_ECC = 6,
  PCI_SPEED_133MHz_PCIX_ECC = 7,
  PCI_SPEED_66MHz_PCIX_266 = 9,
  PCI_SPEED_100MHz_PCIX_266 = 10,
  PCI_SPEED_133MHz_PCIX_266 = 11,
  AGP_UNKNOWN = 12,
  AGP_1X = 13,
  AGP_2X = 14,
  AGP_4X = 15,
  AGP_8X = 16,
  PCI_SPEED_66MHz_PCIX_533 = 17,
  PCI_SPEED_100MHz_PCIX_533 = 18,
  PCI_SPEED_133MHz_PCIX_533 = 19,
  PCIE_SPEED_2_5GT = 20,
  PCIE_SPEED_5_0GT = 21,
  PCIE_SPEED_8_0GT = 22,
  PCIE_SPEED_16_0GT = 23,
  PCIE_SPEED_32_0GT = 24,
  PCIE_SPEED_64_0GT = 25,
  PCI_SPEED_UNKNOWN = 255
};
enum pcie_link_width {
  PCIE_LNK_WIDTH_RESRV = 0,
  PCIE_LNK_X1 = 1,
  PCIE_LNK_X2 = 2,
  PCIE_LNK_X4 = 4,
  PCIE_LNK_X8 = 8,
  PCIE_LNK_X12 = 12,
  PCIE_LNK_X16 = 16,
  PCIE_LNK_X32 = 32,
  PCIE_LNK_WIDTH_UNKNOWN = 255
};
enum pcie_reset_state { pcie_deassert_reset = 1, pcie_warm_reset = 2, pcie_hot_reset = 3 };
typedef int pci_power_t;
enum pci_fixup_pass {
  pci_fixup_early = 0,
  pci_fixup_header = 1,
  pci_fixup_final = 2,
  pci_fixup_enable = 3,
  pci_fixup_resume = 4,
  pci_fixup_suspend = 5,
  pci_fixup_resume_early = 6,
  pci_fixup_suspend_late = 7
};

enum pci_bus_speed pcie_get_speed_cap(struct pci_dev*);
enum pcie_link_width pcie_get_width_cap(struct pci_dev*);
struct pci_dev* pci_alloc_dev(struct pci_bus*);
struct pci_host_bridge* pci_alloc_host_bridge(size_t);
struct pci_host_bridge* devm_pci_alloc_host_bridge(struct device*, size_t);
void pci_free_host_bridge(struct pci_host_bridge*);
struct pci_host_bridge* pci_find_host_bridge(struct pci_bus*);
void pci_set_host_bridge_release(struct pci_host_bridge*, void (*)(struct pci_host_bridge*), void*);
void pcie_bus_configure_settings(struct pci_bus*);
int no_pci_devices(void);
resource_size_t pcibios_align_resource(void*, const struct resource*, resource_size_t,
                                       resource_size_t);
void pci_fixup_cardbus(struct pci_bus*);
void pcibios_resource_to_bus(struct pci_bus*, struct pci_bus_region*, struct resource*);
void pcibios_bus_to_resource(struct pci_bus*, struct resource*, struct pci_bus_region*);
void pcibios_scan_specific_bus(int);
struct pci_bus* pci_find_bus(int, int);
void pci_bus_add_devices(const struct pci_bus*);
struct pci_bus* pci_scan_bus(int, struct pci_ops*, void*);
struct pci_bus* pci_create_root_bus(struct device*, int, struct pci_ops*, void*, struct list_head*);
int pci_host_probe(struct pci_host_bridge*);
struct pci_bus* pci_scan_root_bus(struct device*, int, struct pci_ops*, void*, struct list_head*);
int pci_scan_root_bus_bridge(struct pci_host_bridge*);
struct pci_bus* pci_add_new_bus(struct pci_bus*, struct pci_dev*, int);
struct pci_slot* pci_create_slot(struct pci_bus*, int, const char*, struct hotplug_slot*);
void pci_destroy_slot(struct pci_slot*);
int pci_scan_slot(struct pci_bus*, int);
struct pci_dev* pci_scan_single_device(struct pci_bus*, int);
unsigned int pci_scan_child_bus(struct pci_bus*);
void pci_bus_add_device(struct pci_dev*);
struct resource* pci_find_parent_resource(const struct pci_dev*, struct resource*);
u8 pci_common_swizzle(struct pci_dev*, u8*);
struct pci_dev* pci_dev_get(struct pci_dev*);
void pci_dev_put(struct pci_dev*);
void pci_remove_bus(struct pci_bus*);
void pci_stop_and_remove_bus_device(struct pci_dev*);
void pci_stop_and_remove_bus_device_locked(struct pci_dev*);
void pci_stop_root_bus(struct pci_bus*);
void pci_remove_root_bus(struct pci_bus*);
void pci_setup_cardbus(struct pci_bus*);
u8 pci_bus_find_capability(struct pci_bus*, unsigned int, int);
u8 pci_find_capability(struct pci_dev*, int);
u8 pci_find_next_capability(struct pci_dev*, u8, int);
u8 pci_find_ht_capability(struct pci_dev*, int);
u8 pci_find_next_ht_capability(struct pci_dev*, u8, int);
u16 pci_find_ext_capability(struct pci_dev*, int);
u16 pci_find_next_ext_capability(struct pci_dev*, u16, int);
struct pci_bus* pci_find_next_bus(const struct pci_bus*);
u16 pci_find_vsec_capability(struct pci_dev*, u16, int);
u16 pci_find_dvsec_capability(struct pci_dev*, u16, u16);
u64 pci_get_dsn(struct pci_dev*);
struct pci_dev* pci_get_device(unsigned int, unsigned int, struct pci_dev*);
struct pci_dev* pci_get_subsys(unsigned int, unsigned int, unsigned int, unsigned int,
                               struct pci_dev*);
struct pci_dev* pci_get_slot(struct pci_bus*, unsigned int);
struct pci_dev* pci_get_domain_bus_and_slot(int, unsigned int, unsigned int);
struct pci_dev* pci_get_class(unsigned int, struct pci_dev*);
int pci_dev_present(const struct pci_device_id*);
int pci_bus_read_config_byte(struct pci_bus*, unsigned int, int, u8*);
int pci_bus_read_config_word(struct pci_bus*, unsigned int, int, u16*);
int pci_bus_read_config_dword(struct pci_bus*, unsigned int, int, u32*);
int pci_bus_write_config_byte(struct pci_bus*, unsigned int, int, u8);
int pci_bus_write_config_word(struct pci_bus*, unsigned int, int, u16);
int pci_bus_write_config_dword(struct pci_bus*, unsigned int, int, u32);
int pci_generic_config_read(struct pci_bus*, unsigned int, int, int, u32*);
int pci_generic_config_write(struct pci_bus*, unsigned int, int, int, u32);
int pci_generic_config_read32(struct pci_bus*, unsigned int, int, int, u32*);
int pci_generic_config_write32(struct pci_bus*, unsigned int, int, int, u32);
struct pci_ops* pci_bus_set_ops(struct pci_bus*, struct pci_ops*);
int pci_read_config_byte(const struct pci_dev*, int, u8*);
int pci_read_config_word(const struct pci_dev*, int, u16*);
int pci_read_config_dword(const struct pci_dev*, int, u32*);
int pci_write_config_byte(const struct pci_dev*, int, u8);
int pci_write_config_word(const struct pci_dev*, int, u16);
int pci_write_config_dword(const struct pci_dev*, int, u32);
int pcie_capability_read_word(struct pci_dev*, int, u16*);
int pcie_capability_read_dword(struct pci_dev*, int, u32*);
int pcie_capability_write_word(struct pci_dev*, int, u16);
int pcie_capability_write_dword(struct pci_dev*, int, u32);
int pcie_capability_clear_and_set_word_unlocked(struct pci_dev*, int, u16, u16);
int pcie_capability_clear_and_set_word_locked(struct pci_dev*, int, u16, u16);
int pcie_capability_clear_and_set_dword(struct pci_dev*, int, u32, u32);
int pci_user_read_config_byte(struct pci_dev*, int, u8*);
int pci_user_read_config_word(struct pci_dev*, int, u16*);
int pci_user_read_config_dword(struct pci_dev*, int, u32*);
int pci_user_write_config_byte(struct pci_dev*, int, u8);
int pci_user_write_config_word(struct pci_dev*, int, u16);
int pci_user_write_config_dword(struct pci_dev*, int, u32);
int pci_enable_device(struct pci_dev*);
int pci_enable_device_io(struct pci_dev*);
int pci_enable_device_mem(struct pci_dev*);
int pci_reenable_device(struct pci_dev*);
int pcim_enable_device(struct pci_dev*);
void pcim_pin_device(struct pci_dev*);
void pci_disable_device(struct pci_dev*);
void pci_set_master(struct pci_dev*);
void pci_clear_master(struct pci_dev*);
int pci_set_pcie_reset_state(struct pci_dev*, enum pcie_reset_state);
int pci_set_cacheline_size(struct pci_dev*);
int pci_set_mwi(struct pci_dev*);
int pcim_set_mwi(struct pci_dev*);
int pci_try_set_mwi(struct pci_dev*);
void pci_clear_mwi(struct pci_dev*);
void pci_intx(struct pci_dev*, int);
bool pci_check_and_mask_intx(struct pci_dev*);
bool pci_check_and_unmask_intx(struct pci_dev*);
int pci_wait_for_pending_transaction(struct pci_dev*);
int pcix_get_max_mmrbc(struct pci_dev*);
int pcix_get_mmrbc(struct pci_dev*);
int pcix_set_mmrbc(struct pci_dev*, int);
int pcie_get_readrq(struct pci_dev*);
int pcie_set_readrq(struct pci_dev*, int);
int pcie_get_mps(struct pci_dev*);
int pcie_set_mps(struct pci_dev*, int);
u32 pcie_bandwidth_available(struct pci_dev*, struct pci_dev**, enum pci_bus_speed*,
                             enum pcie_link_width*);
void pcie_print_link_status(struct pci_dev*);
int pcie_reset_flr(struct pci_dev*, bool);
int pcie_flr(struct pci_dev*);
int __pci_reset_function_locked(struct pci_dev*);
int pci_reset_function(struct pci_dev*);
int pci_reset_function_locked(struct pci_dev*);
int pci_try_reset_function(struct pci_dev*);
int pci_probe_reset_slot(struct pci_slot*);
int pci_probe_reset_bus(struct pci_bus*);
int pci_reset_bus(struct pci_dev*);
int pci_assign_resource(struct pci_dev*, int);
void pci_release_resource(struct pci_dev*, int);
u32 pci_rebar_get_possible_sizes(struct pci_dev*, int);
int pci_resize_resource(struct pci_dev*, int, int);
int pci_select_bars(struct pci_dev*, unsigned long);
bool pci_device_is_present(struct pci_dev*);
void pci_ignore_hotplug(struct pci_dev*);
int pci_status_get_and_clear_errors(struct pci_dev*);
int pci_request_irq(struct pci_dev*, unsigned int, irq_handler_t, irq_handler_t, void*, const char*,
                    ...) __printf(6, 7);
void pci_free_irq(struct pci_dev*, unsigned int, void*);
int pci_enable_rom(struct pci_dev*);
void pci_disable_rom(struct pci_dev*);
void* pci_map_rom(struct pci_dev*, size_t*);
void pci_unmap_rom(struct pci_dev*, void*);
int pci_save_state(struct pci_dev*);
void pci_restore_state(struct pci_dev*);
struct pci_saved_state* pci_store_saved_state(struct pci_dev*);
int pci_load_saved_state(struct pci_dev*, struct pci_saved_state*);
int pci_load_and_free_saved_state(struct pci_dev*, struct pci_saved_state**);
int pci_platform_power_transition(struct pci_dev*, pci_power_t);
int pci_set_power_state(struct pci_dev*, pci_power_t);
int pci_set_power_state_locked(struct pci_dev*, pci_power_t);
pci_power_t pci_choose_state(struct pci_dev*, pm_message_t);
bool pci_pme_capable(struct pci_dev*, pci_power_t);
void pci_pme_active(struct pci_dev*, bool);
int pci_enable_wake(struct pci_dev*, pci_power_t, bool);
int pci_wake_from_d3(struct pci_dev*, bool);
int pci_prepare_to_sleep(struct pci_dev*);
int pci_back_from_sleep(struct pci_dev*);
bool pci_dev_run_wake(struct pci_dev*);
void pci_d3cold_enable(struct pci_dev*);
void pci_d3cold_disable(struct pci_dev*);
bool pcie_relaxed_ordering_enabled(struct pci_dev*);
unsigned int pci_rescan_bus(struct pci_bus*);
void pci_lock_rescan_remove(void);
void pci_unlock_rescan_remove(void);
ssize_t pci_read_vpd(struct pci_dev*, loff_t, size_t, void*);
ssize_t pci_write_vpd(struct pci_dev*, loff_t, size_t, const void*);
ssize_t pci_read_vpd_any(struct pci_dev*, loff_t, size_t, void*);
ssize_t pci_write_vpd_any(struct pci_dev*, loff_t, size_t, const void*);
void pci_bus_assign_resources(const struct pci_bus*);
void pci_bus_claim_resources(struct pci_bus*);
void pci_bus_size_bridges(struct pci_bus*);
int pci_claim_resource(struct pci_dev*, int);
void pci_assign_unassigned_bridge_resources(struct pci_dev*);
void pci_assign_unassigned_bus_resources(struct pci_bus*);
struct resource* pci_find_resource(struct pci_dev*, struct resource*);
int pci_request_regions(struct pci_dev*, const char*);
int pci_request_regions_exclusive(struct pci_dev*, const char*);
void pci_release_regions(struct pci_dev*);
int pci_request_region(struct pci_dev*, int, const char*);
void pci_release_region(struct pci_dev*, int);
int pci_request_selected_regions(struct pci_dev*, int, const char*);
int pci_request_selected_regions_exclusive(struct pci_dev*, int, const char*);
void pci_release_selected_regions(struct pci_dev*, int);
void pci_add_resource(struct list_head*, struct resource*);
void pci_add_resource_offset(struct list_head*, struct resource*, resource_size_t);
void pci_free_resource_list(struct list_head*);
struct resource* pci_bus_resource_n(const struct pci_bus*, int);
int devm_request_pci_bus_resources(struct device*, struct list_head*);
int pci_bridge_secondary_bus_reset(struct pci_dev*);
int pci_bus_alloc_resource(struct pci_bus*, struct resource*, resource_size_t, resource_size_t,
                           resource_size_t, unsigned long,
                           resource_size_t (*)(void*, const struct resource*, resource_size_t,
                                               resource_size_t),
                           void*);
phys_addr_t pci_pio_to_address(unsigned long);
int pci_remap_iospace(const struct resource*, phys_addr_t);
int devm_pci_remap_iospace(struct device*, const struct resource*, phys_addr_t);
void pci_unmap_iospace(struct resource*);
void* devm_pci_remap_cfgspace(struct device*, resource_size_t, resource_size_t);
void* devm_pci_remap_cfg_resource(struct device*, struct resource*);
int __pci_register_driver(struct pci_driver*, struct module*, const char*);
void pci_unregister_driver(struct pci_driver*);
struct pci_driver* pci_dev_driver(const struct pci_dev*);
int pci_add_dynid(struct pci_driver*, unsigned int, unsigned int, unsigned int, unsigned int,
                  unsigned int, unsigned int, unsigned long);
const struct pci_device_id* pci_match_id(const struct pci_device_id*, struct pci_dev*);
int pci_scan_bridge(struct pci_bus*, struct pci_dev*, int, int);
void pci_walk_bus(struct pci_bus*, int (*)(struct pci_dev*, void*), void*);
void pci_walk_bus_locked(struct pci_bus*, int (*)(struct pci_dev*, void*), void*);
unsigned char pci_bus_max_busnr(struct pci_bus*);
int pci_msi_vec_count(struct pci_dev*);
void pci_disable_msi(struct pci_dev*);
int pci_msix_vec_count(struct pci_dev*);
void pci_disable_msix(struct pci_dev*);
void pci_restore_msi_state(struct pci_dev*);
int pci_msi_enabled(void);
int pci_enable_msi(struct pci_dev*);
int pci_enable_msix_range(struct pci_dev*, struct msix_entry*, int, int);
int pci_alloc_irq_vectors_affinity(struct pci_dev*, unsigned int, unsigned int, unsigned int,
                                   struct irq_affinity*);
void pci_free_irq_vectors(struct pci_dev*);
int pci_irq_vector(struct pci_dev*, unsigned int);
const struct cpumask* pci_irq_get_affinity(struct pci_dev*, int);
int pci_disable_link_state(struct pci_dev*, int);
int pci_disable_link_state_locked(struct pci_dev*, int);
bool pcie_aspm_enabled(struct pci_dev*);
bool pci_ats_disabled(void);
int pci_enable_ptm(struct pci_dev*, u8*);
void pci_disable_ptm(struct pci_dev*);
bool pcie_ptm_enabled(struct pci_dev*);
void pci_cfg_access_lock(struct pci_dev*);
bool pci_cfg_access_trylock(struct pci_dev*);
void pci_cfg_access_unlock(struct pci_dev*);
void pci_dev_lock(struct pci_dev*);
int pci_dev_trylock(struct pci_dev*);
void pci_dev_unlock(struct pci_dev*);
void pci_fixup_device(enum pci_fixup_pass, struct pci_dev*);
void* pcim_iomap(struct pci_dev*, int, unsigned long);
void pcim_iounmap(struct pci_dev*, void*);
void* const* pcim_iomap_table(struct pci_dev*);
int pcim_iomap_regions(struct pci_dev*, int, const char*);
int pcim_iomap_regions_request_all(struct pci_dev*, int, const char*);
void pcim_iounmap_regions(struct pci_dev*, int);
void* pci_ioremap_bar(struct pci_dev*, int);
void* pci_ioremap_wc_bar(struct pci_dev*, int);
int pci_iov_virtfn_devfn(struct pci_dev*, int);
int pci_iov_vf_id(struct pci_dev*);
void* pci_iov_get_pf_drvdata(struct pci_dev*, struct pci_driver*);
int pci_enable_sriov(struct pci_dev*, int);
void pci_disable_sriov(struct pci_dev*);
int pci_num_vf(struct pci_dev*);
int pci_vfs_assigned(struct pci_dev*);
int pci_sriov_set_totalvfs(struct pci_dev*, u16);
int pci_sriov_get_totalvfs(struct pci_dev*);
int pci_sriov_configure_simple(struct pci_dev*, int);
void pci_hp_create_module_link(struct pci_slot*);
void pci_hp_remove_module_link(struct pci_slot*);
int pci_enable_atomic_ops_to_root(struct pci_dev*, u32);
void* pci_vpd_alloc(struct pci_dev*, unsigned int*);
int pci_vpd_find_id_string(const u8*, unsigned int, unsigned int*);
int pci_vpd_find_ro_info_keyword(const void*, unsigned int, const char*, unsigned int*);
int pci_vpd_check_csum(const void*, unsigned int);
bool pci_pr3_present(struct pci_dev*);

#define pci_register_driver(driver) __pci_register_driver(driver, THIS_MODULE, KBUILD_MODNAME)
#define module_pci_driver(drv) module_driver(drv, pci_register_driver, pci_unregister_driver)

#include <linux/pci_api_mm32.h>
#include <linux/pci_flags_mm32.h>
#include <linux/pci_inline_mm32.h>
#include <linux/pci_structs_mm32.h>

#define to_pci_dev(n) container_of(n, struct pci_dev, dev)
#define for_each_pci_dev(d) while ((d = pci_get_device(PCI_ANY_ID, PCI_ANY_ID, d)) != NULL)
#define PCI_DEVID(bus, devfn) ((((u16)(bus)) << 8) | (devfn))
#define PCI_BUS_NUM(x) (((x) >> 8) & 0xff)

#endif
