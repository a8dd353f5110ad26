// Interrupt handlers, softirqs and tasklets.
#ifndef _LINUX_INTERRUPT_H
#define _LINUX_INTERRUPT_H

#include <linux/bitops.h>
#include <linux/cpumask.h>
#include <linux/hardirq.h>
#include <linux/hrtimer.h>
#include <linux/irqflags.h>
#include <linux/irqreturn.h>
#include <linux/kernel.h>
#include <linux/kref.h>
#include <linux/preempt.h>
#include <linux/sched.h>
#include <linux/smp.h>
#include <linux/types.h>

typedef irqreturn_t (*irq_handler_t)(int, void*);
#define IRQF_TRIGGER_NONE 0x00000000
#define IRQF_TRIGGER_RISING 0x00000001
#define IRQF_TRIGGER_FALLING 0x00000002
#define IRQF_TRIGGER_HIGH 0x00000004
#define IRQF_TRIGGER_LOW 0x00000008
#define IRQF_SHARED 0x00000080
#define IRQF_PROBE_SHARED 0x00000100
#define IRQF_TIMER 0x00014200
#define IRQF_PERCPU 0x00000400
#define IRQF_NOBALANCING 0x00000800
#define IRQF_ONESHOT 0x00002000
#define IRQF_NO_SUSPEND 0x00004000
#define IRQF_NO_THREAD 0x00010000
#define IRQF_NO_AUTOEN 0x00080000
#define IRQF_DISABLED 0x00000020
#define SA_INTERRUPT IRQF_DISABLED
#define SA_SHIRQ IRQF_SHARED

struct cpumask;
struct device;
struct irq_affinity_notify;
struct tasklet_struct;

struct tasklet_struct {
  struct tasklet_struct* next;
  unsigned long state;
  atomic_t count;
  bool use_callback;
  union {
    void (*func)(unsigned long);
    void (*callback)(struct tasklet_struct*);
  };
  unsigned long data;
};
_Static_assert(sizeof(struct tasklet_struct) == 24, "struct tasklet_struct of 6.1 i386");
typedef irqreturn_t (*irq_handler_t)(int, void*);
enum irqchip_irq_state {
  IRQCHIP_STATE_PENDING = 0,
  IRQCHIP_STATE_ACTIVE = 1,
  IRQCHIP_STATE_MASKED = 2,
  IRQCHIP_STATE_LINE_LEVEL = 3
};

irqreturn_t no_action(int, void*);
int request_threaded_irq(unsigned int, irq_handler_t, irq_handler_t, unsigned long, const char*,
                         void*);
int request_any_context_irq(unsigned int, irq_handler_t, unsigned long, const char*, void*);
int __request_percpu_irq(unsigned int, irq_handler_t, unsigned long, const char*, void*);
const void* free_irq(unsigned int, void*);
void free_percpu_irq(unsigned int, void*);
int devm_request_threaded_irq(struct device*, unsigned int, irq_handler_t, irq_handler_t,
                              unsigned long, const char*, void*);
int devm_request_any_context_irq(struct device*, unsigned int, irq_handler_t, unsigned long,
                                 const char*, void*);
void devm_free_irq(struct device*, unsigned int, void*);
bool irq_has_action(unsigned int);
void disable_irq_nosync(unsigned int);
bool disable_hardirq(unsigned int);
void disable_irq(unsigned int);
void disable_percpu_irq(unsigned int);
void enable_irq(unsigned int);
void enable_percpu_irq(unsigned int, unsigned int);
bool irq_percpu_is_enabled(unsigned int);
void irq_wake_thread(unsigned int, void*);
int irq_inject_interrupt(unsigned int);
int irq_set_affinity(unsigned int, const struct cpumask*);
int irq_force_affinity(unsigned int, const struct cpumask*);
int __irq_apply_affinity_hint(unsigned int, const struct cpumask*, bool);
int irq_set_affinity_notifier(unsigned int, struct irq_affinity_notify*);
int irq_set_irq_wake(unsigned int, unsigned int);
int irq_get_irqchip_state(unsigned int, enum irqchip_irq_state, bool*);
int irq_set_irqchip_state(unsigned int, enum irqchip_irq_state, bool);
void tasklet_unlock(struct tasklet_struct*);
void tasklet_unlock_wait(struct tasklet_struct*);
void tasklet_unlock_spin_wait(struct tasklet_struct*);
void __tasklet_schedule(struct tasklet_struct*);
void __tasklet_hi_schedule(struct tasklet_struct*);
void tasklet_kill(struct tasklet_struct*);
void tasklet_init(struct tasklet_struct*, void (*)(unsigned long), unsigned long);
void tasklet_setup(struct tasklet_struct*, void (*)(struct tasklet_struct*));
unsigned long probe_irq_on(void);
int probe_irq_off(unsigned long);
unsigned int probe_irq_mask(unsigned long);

enum {
  HI_SOFTIRQ,
  TIMER_SOFTIRQ,
  NET_TX_SOFTIRQ,
  NET_RX_SOFTIRQ,
  BLOCK_SOFTIRQ,
  IRQ_POLL_SOFTIRQ,
  TASKLET_SOFTIRQ,
  SCHED_SOFTIRQ,
  HRTIMER_SOFTIRQ,
  RCU_SOFTIRQ,
  NR_SOFTIRQS
};
enum { TASKLET_STATE_SCHED, TASKLET_STATE_RUN };
#define IRQ_NOTCONNECTED (1U << 31)

static inline int request_irq(unsigned int irq, irq_handler_t handler, unsigned long flags,
                              const char* name, void* dev) {
  return request_threaded_irq(irq, handler, NULL, flags, name, dev);
}
static inline int devm_request_irq(struct device* dev, unsigned int irq, irq_handler_t handler,
                                   unsigned long irqflags, const char* devname, void* dev_id) {
  return devm_request_threaded_irq(dev, irq, handler, NULL, irqflags, devname, dev_id);
}
#define DECLARE_TASKLET(name, _callback) \
  struct tasklet_struct name = {         \
      .count = ATOMIC_INIT(0), .callback = _callback, .use_callback = true}
#define DECLARE_TASKLET_DISABLED(name, _callback) \
  struct tasklet_struct name = {                  \
      .count = ATOMIC_INIT(1), .callback = _callback, .use_callback = true}
#define DECLARE_TASKLET_OLD(name, _func) \
  struct tasklet_struct name = {.count = ATOMIC_INIT(0), .func = _func}
#define DECLARE_TASKLET_DISABLED_OLD(name, _func) \
  struct tasklet_struct name = {.count = ATOMIC_INIT(1), .func = _func}
#define from_tasklet(var, callback_tasklet, tasklet_fieldname) \
  container_of(callback_tasklet, typeof(*var), tasklet_fieldname)
static inline void tasklet_schedule(struct tasklet_struct* t) {
  if (!test_and_set_bit(TASKLET_STATE_SCHED, &t->state)) __tasklet_schedule(t);
}
static inline void tasklet_hi_schedule(struct tasklet_struct* t) {
  if (!test_and_set_bit(TASKLET_STATE_SCHED, &t->state)) __tasklet_hi_schedule(t);
}
static inline void tasklet_disable_nosync(struct tasklet_struct* t) { atomic_inc(&t->count); }
static inline void tasklet_disable(struct tasklet_struct* t) {
  atomic_inc(&t->count);
  smp_mb();
}
static inline void tasklet_enable(struct tasklet_struct* t) {
  smp_mb__before_atomic();
  atomic_dec(&t->count);
}

#endif
