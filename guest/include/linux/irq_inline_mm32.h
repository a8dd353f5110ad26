// Functions that are inline in Linux, declared only. Part of <linux/irq.h>.
#include <linux/irq.h>
#ifndef _LINUX_IRQ_INLINE_MM32_H
#define _LINUX_IRQ_INLINE_MM32_H

struct cpumask;
struct irq_chip;
struct irq_chip_generic;
struct irq_chip_type;
struct irq_common_data;
struct irq_data;
struct msi_desc;

bool irqd_is_setaffinity_pending(struct irq_data* d);
bool irqd_is_per_cpu(struct irq_data* d);
bool irqd_can_balance(struct irq_data* d);
bool irqd_affinity_was_set(struct irq_data* d);
void irqd_mark_affinity_was_set(struct irq_data* d);
bool irqd_trigger_type_was_set(struct irq_data* d);
u32 irqd_get_trigger_type(struct irq_data* d);
void irqd_set_trigger_type(struct irq_data* d, u32 type);
bool irqd_is_level_type(struct irq_data* d);
void irqd_set_single_target(struct irq_data* d);
bool irqd_is_single_target(struct irq_data* d);
void irqd_set_handle_enforce_irqctx(struct irq_data* d);
bool irqd_is_handle_enforce_irqctx(struct irq_data* d);
bool irqd_is_enabled_on_suspend(struct irq_data* d);
bool irqd_is_wakeup_set(struct irq_data* d);
bool irqd_can_move_in_process_context(struct irq_data* d);
bool irqd_irq_disabled(struct irq_data* d);
bool irqd_irq_masked(struct irq_data* d);
bool irqd_irq_inprogress(struct irq_data* d);
bool irqd_is_wakeup_armed(struct irq_data* d);
bool irqd_is_forwarded_to_vcpu(struct irq_data* d);
void irqd_set_forwarded_to_vcpu(struct irq_data* d);
void irqd_clr_forwarded_to_vcpu(struct irq_data* d);
bool irqd_affinity_is_managed(struct irq_data* d);
bool irqd_is_activated(struct irq_data* d);
void irqd_set_activated(struct irq_data* d);
void irqd_clr_activated(struct irq_data* d);
bool irqd_is_started(struct irq_data* d);
bool irqd_is_managed_and_shutdown(struct irq_data* d);
void irqd_set_can_reserve(struct irq_data* d);
void irqd_clr_can_reserve(struct irq_data* d);
bool irqd_can_reserve(struct irq_data* d);
void irqd_set_affinity_on_activate(struct irq_data* d);
bool irqd_affinity_on_activate(struct irq_data* d);
irq_hw_number_t irqd_to_hwirq(struct irq_data* d);
void irq_move_irq(struct irq_data* data);
void irq_set_chip_and_handler(unsigned int irq, const struct irq_chip* chip,
                              irq_flow_handler_t handle);
void irq_set_handler(unsigned int irq, irq_flow_handler_t handle);
void irq_set_chained_handler(unsigned int irq, irq_flow_handler_t handle);
void irq_set_status_flags(unsigned int irq, unsigned long set);
void irq_clear_status_flags(unsigned int irq, unsigned long clr);
void irq_set_noprobe(unsigned int irq);
void irq_set_probe(unsigned int irq);
void irq_set_nothread(unsigned int irq);
void irq_set_thread(unsigned int irq);
void irq_set_nested_thread(unsigned int irq, bool nest);
void irq_set_percpu_devid_flags(unsigned int irq);
struct irq_chip* irq_get_chip(unsigned int irq);
struct irq_chip* irq_data_get_irq_chip(struct irq_data* d);
void* irq_get_chip_data(unsigned int irq);
void* irq_data_get_irq_chip_data(struct irq_data* d);
void* irq_get_handler_data(unsigned int irq);
void* irq_data_get_irq_handler_data(struct irq_data* d);
struct msi_desc* irq_get_msi_desc(unsigned int irq);
struct msi_desc* irq_data_get_msi_desc(struct irq_data* d);
u32 irq_get_trigger_type(unsigned int irq);
int irq_common_data_get_node(struct irq_common_data* d);
int irq_data_get_node(struct irq_data* d);
const struct cpumask* irq_data_get_affinity_mask(struct irq_data* d);
void irq_data_update_affinity(struct irq_data* d, const struct cpumask* m);
const struct cpumask* irq_get_affinity_mask(int irq);
const struct cpumask* irq_data_get_effective_affinity_mask(struct irq_data* d);
void irq_data_update_effective_affinity(struct irq_data* d, const struct cpumask* m);
const struct cpumask* irq_get_effective_affinity_mask(unsigned int irq);
void irq_free_desc(unsigned int irq);
void irq_free_generic_chip(struct irq_chip_generic* gc);
void irq_destroy_generic_chip(struct irq_chip_generic* gc, u32 msk, unsigned int clr,
                              unsigned int set);
struct irq_chip_type* irq_data_get_chip_type(struct irq_data* d);
void irq_gc_lock(struct irq_chip_generic* gc);
void irq_gc_unlock(struct irq_chip_generic* gc);
void irq_reg_writel(struct irq_chip_generic* gc, u32 val, int reg_offset);
u32 irq_reg_readl(struct irq_chip_generic* gc, int reg_offset);

#endif
