// The calls of <linux/pci.h> and the data it declares, as 6.1 declares them.
#include <linux/pci.h>
#ifndef _LINUX_PCI_API_MM32_H
#define _LINUX_PCI_API_MM32_H

#include <linux/pci_structs_mm32.h>

struct bus_type;
struct device;
struct device_node;
struct fwnode_handle;
struct irq_domain;
struct list_head;
struct pci_bus;
struct pci_dev;
struct pci_host_bridge;
struct resource;
struct vm_area_struct;

extern const char* pci_power_names[];
int pcibios_root_bridge_prepare(struct pci_host_bridge* bridge);
int raw_pci_read(unsigned int domain, unsigned int bus, unsigned int devfn, int reg, int len,
                 u32* val);
int raw_pci_write(unsigned int domain, unsigned int bus, unsigned int devfn, int reg, int len,
                  u32 val);
extern unsigned int pci_flags;
extern enum pcie_bus_config_types pcie_bus_config;
extern struct bus_type pci_bus_type;
extern struct list_head pci_root_buses;
void pcibios_resource_survey_bus(struct pci_bus* bus);
void pcibios_bus_add_device(struct pci_dev* pdev);
void pcibios_add_bus(struct pci_bus* bus);
void pcibios_remove_bus(struct pci_bus* bus);
void pcibios_fixup_bus(struct pci_bus*);
int pcibios_enable_device(struct pci_dev*, int mask);
char* pcibios_setup(char* str);
int pci_bus_insert_busn_res(struct pci_bus* b, int bus, int busmax);
int pci_bus_update_busn_res_end(struct pci_bus* b, int busmax);
void pci_bus_release_busn_res(struct pci_bus* b);
void pci_dev_assign_slot(struct pci_dev* dev);
void pci_device_add(struct pci_dev* dev, struct pci_bus* bus);
void pci_read_bridge_bases(struct pci_bus* child);
u8 pci_swizzle_interrupt_pin(const struct pci_dev* dev, u8 pin);
int pci_get_interrupt_pin(struct pci_dev* dev, struct pci_dev** bridge);
void pcibios_setup_bridge(struct pci_bus* bus, unsigned long type);
void pci_sort_breadthfirst(void);
extern unsigned int pcibios_max_latency;
void pci_disable_parity(struct pci_dev* dev);
int pci_wait_for_pending(struct pci_dev* dev, int pos, u16 mask);
void pci_reset_secondary_bus(struct pci_dev* dev);
void pcibios_reset_secondary_bus(struct pci_dev* dev);
void pci_update_resource(struct pci_dev* dev, int resno);
int pci_reassign_resource(struct pci_dev* dev, int i, resource_size_t add_size,
                          resource_size_t align);
struct pci_dev* pci_real_dma_dev(struct pci_dev* dev);
void pci_resume_bus(struct pci_bus* bus);
void pci_bus_set_current_state(struct pci_bus* bus, pci_power_t state);
void set_pcie_port_type(struct pci_dev* pdev);
void set_pcie_hotplug_bridge(struct pci_dev* pdev);
unsigned int pci_rescan_bus_bridge_resize(struct pci_dev* bridge);
resource_size_t pcibios_retrieve_fw_addr(struct pci_dev* dev, int idx);
int pci_claim_bridge_resource(struct pci_dev* bridge, int i);
void pci_assign_unassigned_resources(void);
void pci_assign_unassigned_root_bus_resources(struct pci_bus* bus);
int pci_reassign_bridge_resources(struct pci_dev* bridge, unsigned long type);
void pdev_enable_device(struct pci_dev*);
int pci_enable_resources(struct pci_dev*, int mask);
void pci_assign_irq(struct pci_dev* dev);
void pci_bus_add_resource(struct pci_bus* bus, struct resource* res, unsigned int flags);
void pci_bus_remove_resources(struct pci_bus* bus);
void pci_bus_remove_resource(struct pci_bus* bus, struct resource* res);
int pci_register_io_range(struct fwnode_handle* fwnode, phys_addr_t addr, resource_size_t size);
unsigned long pci_address_to_pio(phys_addr_t addr);
int pci_cfg_space_size(struct pci_dev* dev);
void pci_setup_bridge(struct pci_bus* bus);
resource_size_t pcibios_window_alignment(struct pci_bus* bus, unsigned long type);
int pci_set_vga_state(struct pci_dev* pdev, bool decode, unsigned int command_bits, u32 flags);
extern bool pcie_ports_disabled;
extern bool pcie_ports_native;
void pcie_no_aspm(void);
bool pcie_aspm_support_enabled(void);
bool pci_aer_available(void);
extern int pci_domains_supported;
void pci_register_set_vga_state(arch_set_vga_state_t func);
int pci_mmap_resource_range(struct pci_dev* dev, int bar, struct vm_area_struct* vma,
                            enum pci_mmap_state mmap_state, int write_combine);
void pci_resource_to_user(const struct pci_dev* dev, int bar, const struct resource* rsrc,
                          resource_size_t* start, resource_size_t* end);
extern int pci_pci_problems;
extern unsigned long pci_cardbus_io_size;
extern unsigned long pci_cardbus_mem_size;
extern u8 pci_dfl_cache_line_size;
extern u8 pci_cache_line_size;
void pcibios_disable_device(struct pci_dev* dev);
void pcibios_set_master(struct pci_dev* dev);
int pcibios_set_pcie_reset_state(struct pci_dev* dev, enum pcie_reset_state state);
int pcibios_device_add(struct pci_dev* dev);
void pcibios_release_device(struct pci_dev* dev);
void pcibios_penalize_isa_irq(int irq, int active);
int pcibios_alloc_irq(struct pci_dev* dev);
void pcibios_free_irq(struct pci_dev* dev);
resource_size_t pcibios_default_alignment(void);
void pci_mmcfg_early_init(void);
void pci_mmcfg_late_init(void);
int pci_ext_cfg_avail(void);
int pci_iov_virtfn_bus(struct pci_dev* dev, int id);
int pci_iov_sysfs_link(struct pci_dev* dev, struct pci_dev* virtfn, int id);
int pci_iov_add_virtfn(struct pci_dev* dev, int id);
void pci_iov_remove_virtfn(struct pci_dev* dev, int id);
resource_size_t pci_iov_resource_size(struct pci_dev* dev, int resno);
void pci_vf_drivers_autoprobe(struct pci_dev* dev, bool probe);
int pcibios_sriov_enable(struct pci_dev* pdev, u16 num_vfs);
int pcibios_sriov_disable(struct pci_dev* pdev);
resource_size_t pcibios_iov_resource_alignment(struct pci_dev* dev, int resno);
void pci_request_acs(void);
bool pci_acs_enabled(struct pci_dev* pdev, u16 acs_flags);
bool pci_acs_path_enabled(struct pci_dev* start, struct pci_dev* end, u16 acs_flags);
struct irq_domain* pci_host_bridge_of_msi_domain(struct pci_bus* bus);
bool pci_host_of_has_msi_map(struct device* dev);
struct device_node* pcibios_get_phb_of_node(struct pci_bus* bus);
struct irq_domain* pci_host_bridge_acpi_msi_domain(struct pci_bus* bus);
void pci_msi_register_fwnode_provider(struct fwnode_handle* (*fn)(struct device*));
bool arch_pci_dev_is_removable(struct pci_dev* pdev);
void pci_add_dma_alias(struct pci_dev* dev, u8 devfn_from, unsigned int nr_devfns);
bool pci_devs_are_dma_aliases(struct pci_dev* dev1, struct pci_dev* dev2);
int pci_for_each_dma_alias(struct pci_dev* pdev, int (*fn)(struct pci_dev*, u16, void*),
                           void* data);
void pci_uevent_ers(struct pci_dev* pdev, enum pci_ers_result err_type);

#endif
