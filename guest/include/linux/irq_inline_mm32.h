// State of interrupts, chips and their registers. Part of <linux/irq.h>.
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

void irq_move_irq(struct irq_data* data);

#define __irqd_to_state(d) ((d)->common->state_use_accessors)
static inline bool irqd_is_setaffinity_pending(struct irq_data* d) {
  return __irqd_to_state(d) & IRQD_SETAFFINITY_PENDING;
}
static inline bool irqd_is_per_cpu(struct irq_data* d) { return __irqd_to_state(d) & IRQD_PER_CPU; }
static inline bool irqd_affinity_was_set(struct irq_data* d) {
  return __irqd_to_state(d) & IRQD_AFFINITY_SET;
}
static inline bool irqd_trigger_type_was_set(struct irq_data* d) {
  return __irqd_to_state(d) & IRQD_DEFAULT_TRIGGER_SET;
}
static inline bool irqd_is_level_type(struct irq_data* d) {
  return __irqd_to_state(d) & IRQD_LEVEL;
}
static inline bool irqd_is_single_target(struct irq_data* d) {
  return __irqd_to_state(d) & IRQD_SINGLE_TARGET;
}
static inline bool irqd_is_handle_enforce_irqctx(struct irq_data* d) {
  return __irqd_to_state(d) & IRQD_HANDLE_ENFORCE_IRQCTX;
}
static inline bool irqd_is_enabled_on_suspend(struct irq_data* d) {
  return __irqd_to_state(d) & IRQD_IRQ_ENABLED_ON_SUSPEND;
}
static inline bool irqd_is_wakeup_set(struct irq_data* d) {
  return __irqd_to_state(d) & IRQD_WAKEUP_STATE;
}
static inline bool irqd_can_move_in_process_context(struct irq_data* d) {
  return __irqd_to_state(d) & IRQD_MOVE_PCNTXT;
}
static inline bool irqd_irq_disabled(struct irq_data* d) {
  return __irqd_to_state(d) & IRQD_IRQ_DISABLED;
}
static inline bool irqd_irq_masked(struct irq_data* d) {
  return __irqd_to_state(d) & IRQD_IRQ_MASKED;
}
static inline bool irqd_irq_inprogress(struct irq_data* d) {
  return __irqd_to_state(d) & IRQD_IRQ_INPROGRESS;
}
static inline bool irqd_is_wakeup_armed(struct irq_data* d) {
  return __irqd_to_state(d) & IRQD_WAKEUP_ARMED;
}
static inline bool irqd_is_forwarded_to_vcpu(struct irq_data* d) {
  return __irqd_to_state(d) & IRQD_FORWARDED_TO_VCPU;
}
static inline bool irqd_affinity_is_managed(struct irq_data* d) {
  return __irqd_to_state(d) & IRQD_AFFINITY_MANAGED;
}
static inline bool irqd_is_activated(struct irq_data* d) {
  return __irqd_to_state(d) & IRQD_ACTIVATED;
}
static inline bool irqd_is_started(struct irq_data* d) {
  return __irqd_to_state(d) & IRQD_IRQ_STARTED;
}
static inline bool irqd_is_managed_and_shutdown(struct irq_data* d) {
  return __irqd_to_state(d) & IRQD_MANAGED_SHUTDOWN;
}
static inline bool irqd_can_reserve(struct irq_data* d) {
  return __irqd_to_state(d) & IRQD_CAN_RESERVE;
}
static inline bool irqd_affinity_on_activate(struct irq_data* d) {
  return __irqd_to_state(d) & IRQD_AFFINITY_ON_ACTIVATE;
}
static inline bool irqd_can_balance(struct irq_data* d) {
  return !(__irqd_to_state(d) & (IRQD_PER_CPU | IRQD_NO_BALANCING));
}
static inline void irqd_mark_affinity_was_set(struct irq_data* d) {
  __irqd_to_state(d) |= IRQD_AFFINITY_SET;
}
static inline void irqd_set_single_target(struct irq_data* d) {
  __irqd_to_state(d) |= IRQD_SINGLE_TARGET;
}
static inline void irqd_set_handle_enforce_irqctx(struct irq_data* d) {
  __irqd_to_state(d) |= IRQD_HANDLE_ENFORCE_IRQCTX;
}
static inline void irqd_set_forwarded_to_vcpu(struct irq_data* d) {
  __irqd_to_state(d) |= IRQD_FORWARDED_TO_VCPU;
}
static inline void irqd_clr_forwarded_to_vcpu(struct irq_data* d) {
  __irqd_to_state(d) &= ~IRQD_FORWARDED_TO_VCPU;
}
static inline void irqd_set_activated(struct irq_data* d) { __irqd_to_state(d) |= IRQD_ACTIVATED; }
static inline void irqd_clr_activated(struct irq_data* d) { __irqd_to_state(d) &= ~IRQD_ACTIVATED; }
static inline void irqd_set_can_reserve(struct irq_data* d) {
  __irqd_to_state(d) |= IRQD_CAN_RESERVE;
}
static inline void irqd_clr_can_reserve(struct irq_data* d) {
  __irqd_to_state(d) &= ~IRQD_CAN_RESERVE;
}
static inline void irqd_set_affinity_on_activate(struct irq_data* d) {
  __irqd_to_state(d) |= IRQD_AFFINITY_ON_ACTIVATE;
}
static inline u32 irqd_get_trigger_type(struct irq_data* d) {
  return __irqd_to_state(d) & IRQD_TRIGGER_MASK;
}
static inline void irqd_set_trigger_type(struct irq_data* d, u32 type) {
  u32 state = __irqd_to_state(d) & ~IRQD_TRIGGER_MASK;
  __irqd_to_state(d) = state | (type & IRQD_TRIGGER_MASK) | IRQD_DEFAULT_TRIGGER_SET;
}
static inline irq_hw_number_t irqd_to_hwirq(struct irq_data* d) { return d->hwirq; }
static inline void irq_set_chip_and_handler(unsigned int irq, const struct irq_chip* chip,
                                            irq_flow_handler_t handle) {
  irq_set_chip_and_handler_name(irq, chip, handle, NULL);
}
static inline void irq_set_handler(unsigned int irq, irq_flow_handler_t handle) {
  __irq_set_handler(irq, handle, 0, NULL);
}
static inline void irq_set_chained_handler(unsigned int irq, irq_flow_handler_t handle) {
  __irq_set_handler(irq, handle, 1, NULL);
}
static inline void irq_set_status_flags(unsigned int irq, unsigned long set) {
  irq_modify_status(irq, 0, set);
}
static inline void irq_clear_status_flags(unsigned int irq, unsigned long clr) {
  irq_modify_status(irq, clr, 0);
}
static inline void irq_set_noprobe(unsigned int irq) { irq_modify_status(irq, 0, IRQ_NOPROBE); }
static inline void irq_set_probe(unsigned int irq) { irq_modify_status(irq, IRQ_NOPROBE, 0); }
static inline void irq_set_nothread(unsigned int irq) { irq_modify_status(irq, 0, IRQ_NOTHREAD); }
static inline void irq_set_thread(unsigned int irq) { irq_modify_status(irq, IRQ_NOTHREAD, 0); }
static inline void irq_set_nested_thread(unsigned int irq, bool nest) {
  irq_modify_status(irq, nest ? 0 : IRQ_NESTED_THREAD, nest ? IRQ_NESTED_THREAD : 0);
}
static inline void irq_set_percpu_devid_flags(unsigned int irq) {
  irq_set_status_flags(irq,
                       IRQ_NOAUTOEN | IRQ_PER_CPU | IRQ_NOTHREAD | IRQ_NOPROBE | IRQ_PER_CPU_DEVID);
}
static inline struct irq_chip* irq_data_get_irq_chip(struct irq_data* d) { return d->chip; }
static inline struct irq_chip* irq_get_chip(unsigned int irq) {
  struct irq_data* d = irq_get_irq_data(irq);
  return d ? d->chip : NULL;
}
static inline void* irq_data_get_irq_chip_data(struct irq_data* d) { return d->chip_data; }
static inline void* irq_get_chip_data(unsigned int irq) {
  struct irq_data* d = irq_get_irq_data(irq);
  return d ? d->chip_data : NULL;
}
static inline void* irq_data_get_irq_handler_data(struct irq_data* d) {
  return d->common->handler_data;
}
static inline void* irq_get_handler_data(unsigned int irq) {
  struct irq_data* d = irq_get_irq_data(irq);
  return d ? d->common->handler_data : NULL;
}
static inline struct msi_desc* irq_data_get_msi_desc(struct irq_data* d) {
  return d->common->msi_desc;
}
static inline struct msi_desc* irq_get_msi_desc(unsigned int irq) {
  struct irq_data* d = irq_get_irq_data(irq);
  return d ? d->common->msi_desc : NULL;
}
static inline u32 irq_get_trigger_type(unsigned int irq) {
  struct irq_data* d = irq_get_irq_data(irq);
  return d ? irqd_get_trigger_type(d) : 0;
}
static inline int irq_common_data_get_node(struct irq_common_data* d) { return 0; }
static inline int irq_data_get_node(struct irq_data* d) { return 0; }
static inline const struct cpumask* irq_data_get_affinity_mask(struct irq_data* d) {
  return d->common->affinity;
}
static inline void irq_data_update_affinity(struct irq_data* d, const struct cpumask* m) {
  cpumask_copy(d->common->affinity, m);
}
static inline const struct cpumask* irq_get_affinity_mask(int irq) {
  struct irq_data* d = irq_get_irq_data(irq);
  return d ? d->common->affinity : NULL;
}
static inline const struct cpumask* irq_data_get_effective_affinity_mask(struct irq_data* d) {
  return d->common->effective_affinity;
}
static inline void irq_data_update_effective_affinity(struct irq_data* d, const struct cpumask* m) {
  cpumask_copy(d->common->effective_affinity, m);
}
static inline const struct cpumask* irq_get_effective_affinity_mask(unsigned int irq) {
  struct irq_data* d = irq_get_irq_data(irq);
  return d ? d->common->effective_affinity : NULL;
}
static inline void irq_free_desc(unsigned int irq) { irq_free_descs(irq, 1); }
static inline void irq_free_generic_chip(struct irq_chip_generic* gc) { kfree(gc); }
static inline void irq_destroy_generic_chip(struct irq_chip_generic* gc, u32 msk, unsigned int clr,
                                            unsigned int set) {
  irq_remove_generic_chip(gc, msk, clr, set);
  irq_free_generic_chip(gc);
}
static inline struct irq_chip_type* irq_data_get_chip_type(struct irq_data* d) {
  return container_of(d->chip, struct irq_chip_type, chip);
}
static inline void irq_gc_lock(struct irq_chip_generic* gc) { raw_spin_lock(&gc->lock); }
static inline void irq_gc_unlock(struct irq_chip_generic* gc) { raw_spin_unlock(&gc->lock); }
static inline void irq_reg_writel(struct irq_chip_generic* gc, u32 val, int reg_offset) {
  if (gc->reg_writel)
    gc->reg_writel(val, gc->reg_base + reg_offset);
  else
    writel(val, gc->reg_base + reg_offset);
}
static inline u32 irq_reg_readl(struct irq_chip_generic* gc, int reg_offset) {
  void __iomem* reg = gc->reg_base + reg_offset;
  return gc->reg_readl ? gc->reg_readl(reg) : readl(reg);
}
#define irq_alloc_descs(irq, from, cnt, node) \
  __irq_alloc_descs(irq, from, cnt, node, THIS_MODULE, NULL)
#define irq_alloc_desc(node) irq_alloc_descs(-1, 1, 1, node)
#define irq_alloc_desc_at(at, node) irq_alloc_descs(at, at, 1, node)
#define irq_alloc_desc_from(from, node) irq_alloc_descs(-1, from, 1, node)
#define irq_alloc_descs_from(from, cnt, node) irq_alloc_descs(-1, from, cnt, node)
#define devm_irq_alloc_descs(dev, irq, from, cnt, node) \
  __devm_irq_alloc_descs(dev, irq, from, cnt, node, THIS_MODULE, NULL)
#define devm_irq_alloc_desc(dev, node) devm_irq_alloc_descs(dev, -1, 1, 1, node)
#define devm_irq_alloc_desc_at(dev, at, node) devm_irq_alloc_descs(dev, at, at, 1, node)
#define devm_irq_alloc_desc_from(dev, from, node) devm_irq_alloc_descs(dev, -1, from, 1, node)
#define devm_irq_alloc_descs_from(dev, from, cnt, node) \
  devm_irq_alloc_descs(dev, -1, from, cnt, node)
#define irq_gc_lock_irqsave(gc, flags) raw_spin_lock_irqsave(&(gc)->lock, flags)
#define irq_gc_unlock_irqrestore(gc, flags) raw_spin_unlock_irqrestore(&(gc)->lock, flags)
#define IRQ_MSK(n) (u32)((n) < 32 ? ((1 << (n)) - 1) : UINT_MAX)

#endif
