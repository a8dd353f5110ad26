// Descriptions of interrupt lines.
#ifndef _LINUX_IRQDESC_H
#define _LINUX_IRQDESC_H

#include <linux/irq.h>

// Inline in Linux.
struct irq_chip;
struct irq_data;
struct irq_desc;
struct lock_class_key;
unsigned int irq_desc_kstat_cpu(struct irq_desc* desc, unsigned int cpu);
struct irq_desc* irq_data_to_desc(struct irq_data* data);
unsigned int irq_desc_get_irq(struct irq_desc* desc);
struct irq_data* irq_desc_get_irq_data(struct irq_desc* desc);
struct irq_chip* irq_desc_get_chip(struct irq_desc* desc);
void* irq_desc_get_chip_data(struct irq_desc* desc);
void* irq_desc_get_handler_data(struct irq_desc* desc);
void generic_handle_irq_desc(struct irq_desc* desc);
int generic_handle_irq(unsigned int irq);
int generic_handle_irq_safe(unsigned int irq);
int irq_desc_has_action(struct irq_desc* desc);
void irq_set_handler_locked(struct irq_data* data, irq_flow_handler_t handler);
void irq_set_chip_handler_name_locked(struct irq_data* data, const struct irq_chip* chip,
                                      irq_flow_handler_t handler, const char* name);
bool irq_balancing_disabled(unsigned int irq);
bool irq_is_percpu(unsigned int irq);
bool irq_is_percpu_devid(unsigned int irq);
void irq_set_lockdep_class(unsigned int irq, struct lock_class_key* lock_class,
                           struct lock_class_key* request_class);

#endif
