// Functions that are inline in Linux, declared only. Part of <linux/pci.h>.
#include <linux/pci.h>
#ifndef _LINUX_PCI_INLINE_MM32_H
#define _LINUX_PCI_INLINE_MM32_H

struct device_driver;
struct device_node;
struct irq_domain;
struct msix_entry;
struct pci_bus;
struct pci_dev;
struct pci_driver;
struct pci_host_bridge;
struct pci_slot;
struct resource;

const char* pci_slot_name(const struct pci_slot* slot);
const char* pci_power_name(pci_power_t state);
struct pci_dev* pci_physfn(struct pci_dev* dev);
int pci_channel_offline(struct pci_dev* pdev);
void* pci_host_bridge_priv(struct pci_host_bridge* bridge);
struct pci_host_bridge* pci_host_bridge_from_priv(void* priv);
u16 pci_dev_id(struct pci_dev* dev);
bool pci_is_root_bus(struct pci_bus* pbus);
bool pci_is_bridge(struct pci_dev* dev);
struct pci_dev* pci_upstream_bridge(struct pci_dev* dev);
bool pci_dev_msi_enabled(struct pci_dev* pci_dev);
int pcibios_err_to_errno(int err);
struct pci_driver* to_pci_driver(struct device_driver* drv);
void pci_set_flags(int flags);
void pci_add_flags(int flags);
void pci_clear_flags(int flags);
int pci_has_flag(int flag);
int pcie_capability_clear_and_set_word(struct pci_dev* dev, int pos, u16 clear, u16 set);
int pcie_capability_set_word(struct pci_dev* dev, int pos, u16 set);
int pcie_capability_set_dword(struct pci_dev* dev, int pos, u32 set);
int pcie_capability_clear_word(struct pci_dev* dev, int pos, u16 clear);
int pcie_capability_clear_dword(struct pci_dev* dev, int pos, u32 clear);
bool pci_intx_mask_supported(struct pci_dev* pdev);
int pci_is_enabled(struct pci_dev* pdev);
int pci_is_managed(struct pci_dev* pdev);
int pci_rebar_bytes_to_size(u64 bytes);
struct resource* pci_request_config_region_exclusive(struct pci_dev* pdev, unsigned int offset,
                                                     unsigned int len, const char* name);
void pci_release_config_region(struct pci_dev* pdev, unsigned int offset, unsigned int len);
pci_bus_addr_t pci_bus_address(struct pci_dev* pdev, int bar);
int pci_enable_msix_exact(struct pci_dev* dev, struct msix_entry* entries, int nvec);
int pci_irqd_intx_xlate(struct irq_domain* d, struct device_node* node, const u32* intspec,
                        unsigned int intsize, unsigned long* out_hwirq, unsigned int* out_type);
int pci_request_io_regions(struct pci_dev* pdev, const char* name);
void pci_release_io_regions(struct pci_dev* pdev);
int pci_request_mem_regions(struct pci_dev* pdev, const char* name);
void pci_release_mem_regions(struct pci_dev* pdev);
int pci_alloc_irq_vectors(struct pci_dev* dev, unsigned int min_vecs, unsigned int max_vecs,
                          unsigned int flags);
void* pci_get_drvdata(struct pci_dev* pdev);
void pci_set_drvdata(struct pci_dev* pdev, void* data);
const char* pci_name(const struct pci_dev* pdev);
int pci_pcie_cap(struct pci_dev* dev);
bool pci_is_pcie(struct pci_dev* dev);
u16 pcie_caps_reg(const struct pci_dev* dev);
int pci_pcie_type(const struct pci_dev* dev);
struct pci_dev* pcie_find_root_port(struct pci_dev* dev);
bool pci_dev_is_disconnected(const struct pci_dev* dev);
struct device_node* pci_device_to_OF_node(const struct pci_dev* pdev);
struct device_node* pci_bus_to_OF_node(struct pci_bus* bus);
void pci_set_dev_assigned(struct pci_dev* pdev);
void pci_clear_dev_assigned(struct pci_dev* pdev);
bool pci_is_dev_assigned(struct pci_dev* pdev);
bool pci_ari_enabled(struct pci_bus* bus);
bool pci_is_thunderbolt_attached(struct pci_dev* pdev);

#endif
