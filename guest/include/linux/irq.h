// Interrupt lines.
#ifndef _LINUX_IRQ_H
#define _LINUX_IRQ_H

#include <asm/irq.h>
#include <linux/cpumask.h>
#include <linux/interrupt.h>
#include <linux/irqnr.h>
#include <linux/irqreturn.h>
#include <linux/spinlock.h>
#include <linux/types.h>

#define IRQ_TYPE_NONE 0x00000000
#define IRQ_TYPE_EDGE_RISING 0x00000001
#define IRQ_TYPE_EDGE_FALLING 0x00000002
#define IRQ_TYPE_EDGE_BOTH 0x00000003
#define IRQ_TYPE_LEVEL_HIGH 0x00000004
#define IRQ_TYPE_LEVEL_LOW 0x00000008

struct cpumask;
struct irq_chip;
struct irq_common_data;
struct irq_data;
struct irq_domain;
struct msi_msg;
struct seq_file;

struct irq_data {
  u32 mask;
  unsigned int irq;
  unsigned long hwirq;
  struct irq_common_data* common;
  struct irq_chip* chip;
  struct irq_domain* domain;
  struct irq_data* parent_data;
  void* chip_data;
};
_Static_assert(sizeof(struct irq_data) == 32, "struct irq_data of 6.1 i386");
struct irq_chip {
  const char* name;
  unsigned int (*irq_startup)(struct irq_data*);
  void (*irq_shutdown)(struct irq_data*);
  void (*irq_enable)(struct irq_data*);
  void (*irq_disable)(struct irq_data*);
  void (*irq_ack)(struct irq_data*);
  void (*irq_mask)(struct irq_data*);
  void (*irq_mask_ack)(struct irq_data*);
  void (*irq_unmask)(struct irq_data*);
  void (*irq_eoi)(struct irq_data*);
  int (*irq_set_affinity)(struct irq_data*, const struct cpumask*, bool);
  int (*irq_retrigger)(struct irq_data*);
  int (*irq_set_type)(struct irq_data*, unsigned int);
  int (*irq_set_wake)(struct irq_data*, unsigned int);
  void (*irq_bus_lock)(struct irq_data*);
  void (*irq_bus_sync_unlock)(struct irq_data*);
  void (*irq_suspend)(struct irq_data*);
  void (*irq_resume)(struct irq_data*);
  void (*irq_pm_shutdown)(struct irq_data*);
  void (*irq_calc_mask)(struct irq_data*);
  void (*irq_print_chip)(struct irq_data*, struct seq_file*);
  int (*irq_request_resources)(struct irq_data*);
  void (*irq_release_resources)(struct irq_data*);
  void (*irq_compose_msi_msg)(struct irq_data*, struct msi_msg*);
  void (*irq_write_msi_msg)(struct irq_data*, struct msi_msg*);
  int (*irq_get_irqchip_state)(struct irq_data*, enum irqchip_irq_state, bool*);
  int (*irq_set_irqchip_state)(struct irq_data*, enum irqchip_irq_state, bool);
  int (*irq_set_vcpu_affinity)(struct irq_data*, void*);
  void (*ipi_send_single)(struct irq_data*, unsigned int);
  void (*ipi_send_mask)(struct irq_data*, const struct cpumask*);
  int (*irq_nmi_setup)(struct irq_data*);
  void (*irq_nmi_teardown)(struct irq_data*);
  unsigned long flags;
};
_Static_assert(sizeof(struct irq_chip) == 132, "struct irq_chip of 6.1 i386");

#endif
