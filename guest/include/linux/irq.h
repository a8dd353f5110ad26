// Interrupt lines.
#ifndef _LINUX_IRQ_H
#define _LINUX_IRQ_H

#include <asm/irq.h>
#include <linux/cpumask.h>
#include <linux/interrupt.h>
#include <linux/io.h>
#include <linux/irqhandler.h>
#include <linux/irqnr.h>
#include <linux/irqreturn.h>
#include <linux/slab.h>
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

struct device;
struct irq_affinity_desc;
struct irq_chip_generic;
struct irq_chip_regs;
struct irq_chip_type;
struct irq_common_data;
struct irq_desc;
struct irq_domain_chip_generic;
struct irq_matrix;
struct irqaction;
struct list_head;
struct module;
struct msi_desc;

#define IRQ_NO_BALANCING_MASK (IRQ_PER_CPU | IRQ_NO_BALANCING)
#define ARCH_IRQ_INIT_FLAGS 0
#define IRQ_DEFAULT_INIT_FLAGS ARCH_IRQ_INIT_FLAGS
#define INVALID_HWIRQ (~0UL)
enum {
  IRQ_TYPE_LEVEL_MASK = 12,
  IRQ_TYPE_SENSE_MASK = 15,
  IRQ_TYPE_DEFAULT = 15,
  IRQ_TYPE_PROBE = 16,
  IRQ_LEVEL = 256,
  IRQ_PER_CPU = 512,
  IRQ_NOPROBE = 1024,
  IRQ_NOREQUEST = 2048,
  IRQ_NOAUTOEN = 4096,
  IRQ_NO_BALANCING = 8192,
  IRQ_MOVE_PCNTXT = 16384,
  IRQ_NESTED_THREAD = 32768,
  IRQ_NOTHREAD = 65536,
  IRQ_PER_CPU_DEVID = 131072,
  IRQ_IS_POLLED = 262144,
  IRQ_DISABLE_UNLAZY = 524288,
  IRQ_HIDDEN = 1048576,
  IRQ_NO_DEBUG = 2097152
};
enum { IRQ_SET_MASK_OK, IRQ_SET_MASK_OK_NOCOPY, IRQ_SET_MASK_OK_DONE };
struct irq_common_data {
  unsigned int state_use_accessors;
  void* handler_data;
  struct msi_desc* msi_desc;
  cpumask_var_t affinity;
  cpumask_var_t effective_affinity;
};
enum {
  IRQD_TRIGGER_MASK = 15,
  IRQD_SETAFFINITY_PENDING = 0x100,
  IRQD_ACTIVATED = 0x200,
  IRQD_NO_BALANCING = 0x400,
  IRQD_PER_CPU = 0x800,
  IRQD_AFFINITY_SET = 0x1000,
  IRQD_LEVEL = 0x2000,
  IRQD_WAKEUP_STATE = 0x4000,
  IRQD_MOVE_PCNTXT = 0x8000,
  IRQD_IRQ_DISABLED = 0x10000,
  IRQD_IRQ_MASKED = 0x20000,
  IRQD_IRQ_INPROGRESS = 0x40000,
  IRQD_WAKEUP_ARMED = 0x80000,
  IRQD_FORWARDED_TO_VCPU = 0x100000,
  IRQD_AFFINITY_MANAGED = 0x200000,
  IRQD_IRQ_STARTED = 0x400000,
  IRQD_MANAGED_SHUTDOWN = 0x800000,
  IRQD_SINGLE_TARGET = 0x1000000,
  IRQD_DEFAULT_TRIGGER_SET = 0x2000000,
  IRQD_CAN_RESERVE = 0x4000000,
  IRQD_HANDLE_ENFORCE_IRQCTX = 0x8000000,
  IRQD_AFFINITY_ON_ACTIVATE = 0x10000000,
  IRQD_IRQ_ENABLED_ON_SUSPEND = 0x20000000
};
enum {
  IRQCHIP_SET_TYPE_MASKED = 1,
  IRQCHIP_EOI_IF_HANDLED,
  IRQCHIP_MASK_ON_SUSPEND = 4,
  IRQCHIP_ONOFFLINE_ENABLED = 8,
  IRQCHIP_SKIP_SET_WAKE = 0x10,
  IRQCHIP_ONESHOT_SAFE = 0x20,
  IRQCHIP_EOI_THREADED = 0x40,
  IRQCHIP_SUPPORTS_LEVEL_MSI = 0x80,
  IRQCHIP_SUPPORTS_NMI = 0x100,
  IRQCHIP_ENABLE_WAKEUP_ON_SUSPEND = 0x200,
  IRQCHIP_AFFINITY_PRE_STARTUP = 0x400,
  IRQCHIP_IMMUTABLE = 0x800
};
int setup_percpu_irq(unsigned int irq, struct irqaction* new);
void remove_percpu_irq(unsigned int irq, struct irqaction* act);
int irq_set_affinity_locked(struct irq_data* data, const struct cpumask* cpumask, bool force);
int irq_set_vcpu_affinity(unsigned int irq, void* vcpu_info);
void irq_migrate_all_off_this_cpu(void);
int irq_affinity_online_cpu(unsigned int cpu);
void __irq_move_irq(struct irq_data* data);
void irq_move_masked_irq(struct irq_data* data);
void irq_force_complete_move(struct irq_desc* desc);
extern int no_irq_affinity;
int irq_set_parent(int irq, int parent_irq);
void handle_level_irq(struct irq_desc* desc);
void handle_fasteoi_irq(struct irq_desc* desc);
void handle_edge_irq(struct irq_desc* desc);
void handle_edge_eoi_irq(struct irq_desc* desc);
void handle_simple_irq(struct irq_desc* desc);
void handle_untracked_irq(struct irq_desc* desc);
void handle_percpu_irq(struct irq_desc* desc);
void handle_percpu_devid_irq(struct irq_desc* desc);
void handle_bad_irq(struct irq_desc* desc);
void handle_nested_irq(unsigned int irq);
void handle_fasteoi_nmi(struct irq_desc* desc);
void handle_percpu_devid_fasteoi_nmi(struct irq_desc* desc);
int irq_chip_compose_msi_msg(struct irq_data* data, struct msi_msg* msg);
int irq_chip_pm_get(struct irq_data* data);
int irq_chip_pm_put(struct irq_data* data);
void handle_fasteoi_ack_irq(struct irq_desc* desc);
void handle_fasteoi_mask_irq(struct irq_desc* desc);
int irq_chip_set_parent_state(struct irq_data* data, enum irqchip_irq_state which, bool val);
int irq_chip_get_parent_state(struct irq_data* data, enum irqchip_irq_state which, bool* state);
void irq_chip_enable_parent(struct irq_data* data);
void irq_chip_disable_parent(struct irq_data* data);
void irq_chip_ack_parent(struct irq_data* data);
int irq_chip_retrigger_hierarchy(struct irq_data* data);
void irq_chip_mask_parent(struct irq_data* data);
void irq_chip_mask_ack_parent(struct irq_data* data);
void irq_chip_unmask_parent(struct irq_data* data);
void irq_chip_eoi_parent(struct irq_data* data);
int irq_chip_set_affinity_parent(struct irq_data* data, const struct cpumask* dest, bool force);
int irq_chip_set_wake_parent(struct irq_data* data, unsigned int on);
int irq_chip_set_vcpu_affinity_parent(struct irq_data* data, void* vcpu_info);
int irq_chip_set_type_parent(struct irq_data* data, unsigned int type);
int irq_chip_request_resources_parent(struct irq_data* data);
void irq_chip_release_resources_parent(struct irq_data* data);
void note_interrupt(struct irq_desc* desc, irqreturn_t action_ret);
int noirqdebug_setup(char* str);
int can_request_irq(unsigned int irq, unsigned long irqflags);
extern struct irq_chip no_irq_chip;
extern struct irq_chip dummy_irq_chip;
void irq_set_chip_and_handler_name(unsigned int irq, const struct irq_chip* chip,
                                   irq_flow_handler_t handle, const char* name);
int irq_set_percpu_devid(unsigned int irq);
int irq_set_percpu_devid_partition(unsigned int irq, const struct cpumask* affinity);
int irq_get_percpu_devid_partition(unsigned int irq, struct cpumask* affinity);
void __irq_set_handler(unsigned int irq, irq_flow_handler_t handle, int is_chained,
                       const char* name);
void irq_set_chained_handler_and_data(unsigned int irq, irq_flow_handler_t handle, void* data);
void irq_modify_status(unsigned int irq, unsigned long clr, unsigned long set);
int irq_set_chip(unsigned int irq, const struct irq_chip* chip);
int irq_set_handler_data(unsigned int irq, void* data);
int irq_set_chip_data(unsigned int irq, void* data);
int irq_set_irq_type(unsigned int irq, unsigned int type);
int irq_set_msi_desc(unsigned int irq, struct msi_desc* entry);
int irq_set_msi_desc_off(unsigned int irq_base, unsigned int irq_offset, struct msi_desc* entry);
struct irq_data* irq_get_irq_data(unsigned int irq);
unsigned int arch_dynirq_lower_bound(unsigned int from);
int __irq_alloc_descs(int irq, unsigned int from, unsigned int cnt, int node, struct module* owner,
                      const struct irq_affinity_desc* affinity);
int __devm_irq_alloc_descs(struct device* dev, int irq, unsigned int from, unsigned int cnt,
                           int node, struct module* owner,
                           const struct irq_affinity_desc* affinity);
void irq_free_descs(unsigned int irq, unsigned int cnt);
struct irq_chip_regs {
  unsigned long enable;
  unsigned long disable;
  unsigned long mask;
  unsigned long ack;
  unsigned long eoi;
  unsigned long type;
  unsigned long polarity;
};
struct irq_chip_type {
  struct irq_chip chip;
  struct irq_chip_regs regs;
  irq_flow_handler_t handler;
  u32 type;
  u32 mask_cache_priv;
  u32* mask_cache;
};
struct irq_chip_generic {
  raw_spinlock_t lock;
  void* reg_base;
  u32 (*reg_readl)(void*);
  void (*reg_writel)(u32, void*);
  void (*suspend)(struct irq_chip_generic*);
  void (*resume)(struct irq_chip_generic*);
  unsigned int irq_base;
  unsigned int irq_cnt;
  u32 mask_cache;
  u32 type_cache;
  u32 polarity_cache;
  u32 wake_enabled;
  u32 wake_active;
  unsigned int num_ct;
  void* private;
  unsigned long installed;
  unsigned long unused;
  struct irq_domain* domain;
  struct list_head list;
  struct irq_chip_type chip_types[];
};
enum irq_gc_flags {
  IRQ_GC_INIT_MASK_CACHE = 1,
  IRQ_GC_INIT_NESTED_LOCK,
  IRQ_GC_MASK_CACHE_PER_TYPE = 4,
  IRQ_GC_NO_MASK = 8,
  IRQ_GC_BE_IO = 0x10
};
struct irq_domain_chip_generic {
  unsigned int irqs_per_chip;
  unsigned int num_chips;
  unsigned int irq_flags_to_clear;
  unsigned int irq_flags_to_set;
  enum irq_gc_flags gc_flags;
  struct irq_chip_generic* gc[];
};
void irq_gc_noop(struct irq_data* d);
void irq_gc_mask_disable_reg(struct irq_data* d);
void irq_gc_mask_set_bit(struct irq_data* d);
void irq_gc_mask_clr_bit(struct irq_data* d);
void irq_gc_unmask_enable_reg(struct irq_data* d);
void irq_gc_ack_set_bit(struct irq_data* d);
void irq_gc_ack_clr_bit(struct irq_data* d);
void irq_gc_mask_disable_and_ack_set(struct irq_data* d);
void irq_gc_eoi(struct irq_data* d);
int irq_gc_set_wake(struct irq_data* d, unsigned int on);
int irq_map_generic_chip(struct irq_domain* d, unsigned int virq, irq_hw_number_t hw_irq);
void irq_unmap_generic_chip(struct irq_domain* d, unsigned int virq);
struct irq_chip_generic* irq_alloc_generic_chip(const char* name, int nr_ct, unsigned int irq_base,
                                                void* reg_base, irq_flow_handler_t handler);
void irq_setup_generic_chip(struct irq_chip_generic* gc, u32 msk, enum irq_gc_flags flags,
                            unsigned int clr, unsigned int set);
int irq_setup_alt_chip(struct irq_data* d, unsigned int type);
void irq_remove_generic_chip(struct irq_chip_generic* gc, u32 msk, unsigned int clr,
                             unsigned int set);
struct irq_chip_generic* devm_irq_alloc_generic_chip(struct device* dev, const char* name,
                                                     int num_ct, unsigned int irq_base,
                                                     void* reg_base, irq_flow_handler_t handler);
int devm_irq_setup_generic_chip(struct device* dev, struct irq_chip_generic* gc, u32 msk,
                                enum irq_gc_flags flags, unsigned int clr, unsigned int set);
struct irq_chip_generic* irq_get_domain_generic_chip(struct irq_domain* d, unsigned int hw_irq);
int __irq_alloc_domain_generic_chips(struct irq_domain* d, int irqs_per_chip, int num_ct,
                                     const char* name, irq_flow_handler_t handler, unsigned int clr,
                                     unsigned int set, enum irq_gc_flags flags);
struct irq_matrix* irq_alloc_matrix(unsigned int matrix_bits, unsigned int alloc_start,
                                    unsigned int alloc_end);
void irq_matrix_online(struct irq_matrix* m);
void irq_matrix_offline(struct irq_matrix* m);
void irq_matrix_assign_system(struct irq_matrix* m, unsigned int bit, bool replace);
int irq_matrix_reserve_managed(struct irq_matrix* m, const struct cpumask* msk);
void irq_matrix_remove_managed(struct irq_matrix* m, const struct cpumask* msk);
int irq_matrix_alloc_managed(struct irq_matrix* m, const struct cpumask* msk,
                             unsigned int* mapped_cpu);
void irq_matrix_reserve(struct irq_matrix* m);
void irq_matrix_remove_reserved(struct irq_matrix* m);
int irq_matrix_alloc(struct irq_matrix* m, const struct cpumask* msk, bool reserved,
                     unsigned int* mapped_cpu);
void irq_matrix_free(struct irq_matrix* m, unsigned int cpu, unsigned int bit, bool managed);
void irq_matrix_assign(struct irq_matrix* m, unsigned int bit);
unsigned int irq_matrix_available(struct irq_matrix* m, bool cpudown);
unsigned int irq_matrix_allocated(struct irq_matrix* m);
unsigned int irq_matrix_reserved(struct irq_matrix* m);
void irq_matrix_debug_show(struct seq_file* sf, struct irq_matrix* m, int ind);
irq_hw_number_t ipi_get_hwirq(unsigned int irq, unsigned int cpu);
int __ipi_send_single(struct irq_desc* desc, unsigned int cpu);
int __ipi_send_mask(struct irq_desc* desc, const struct cpumask* dest);
int ipi_send_single(unsigned int virq, unsigned int cpu);
int ipi_send_mask(unsigned int virq, const struct cpumask* dest);

#include <linux/irq_inline_mm32.h>
#include <linux/irqdesc.h>

#endif
