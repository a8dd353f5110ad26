// Interrupt handlers, softirqs and tasklets.
#ifndef _LINUX_INTERRUPT_H
#define _LINUX_INTERRUPT_H

#include <asm/irq.h>
#include <asm/ptrace.h>
#include <asm/sections.h>
#include <linux/atomic.h>
#include <linux/bitops.h>
#include <linux/cache.h>
#include <linux/cpumask.h>
#include <linux/hardirq.h>
#include <linux/hrtimer.h>
#include <linux/irqflags.h>
#include <linux/irqnr.h>
#include <linux/irqreturn.h>
#include <linux/jump_label.h>
#include <linux/kernel.h>
#include <linux/kref.h>
#include <linux/preempt.h>
#include <linux/sched.h>
#include <linux/smp.h>
#include <linux/types.h>
#include <linux/version.h>
#include <linux/workqueue.h>

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
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 9, 0)
#define DECLARE_TASKLET(name, _func, _data) \
  struct tasklet_struct name = {.count = ATOMIC_INIT(0), .func = (_func), .data = (_data)}
#define DECLARE_TASKLET_DISABLED(name, _func, _data) \
  struct tasklet_struct name = {.count = ATOMIC_INIT(1), .func = (_func), .data = (_data)}
#else
#define DECLARE_TASKLET(name, _callback) \
  struct tasklet_struct name = {         \
      .count = ATOMIC_INIT(0), .callback = _callback, .use_callback = true}
#define DECLARE_TASKLET_DISABLED(name, _callback) \
  struct tasklet_struct name = {                  \
      .count = ATOMIC_INIT(1), .callback = _callback, .use_callback = true}
#endif
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

struct irq_affinity;
struct irq_affinity_desc;
struct irq_affinity_notify;
struct irqaction;
struct kref;
struct proc_dir_entry;
struct seq_file;
struct softirq_action;
struct static_key_false;
struct task_struct;
struct work_struct;

#define IRQF_TRIGGER_MASK \
  (IRQF_TRIGGER_HIGH | IRQF_TRIGGER_LOW | IRQF_TRIGGER_RISING | IRQF_TRIGGER_FALLING)
#define IRQF_TRIGGER_PROBE 0x00000010
#define __IRQF_TIMER 0x00000200
#define IRQF_IRQPOLL 0x00001000
#define IRQF_FORCE_RESUME 0x00008000
#define IRQF_EARLY_RESUME 0x00020000
#define IRQF_COND_SUSPEND 0x00040000
#define IRQF_NO_DEBUG 0x00100000
#define IRQ_AFFINITY_MAX_SETS 4
#define local_softirq_pending_ref irq_stat.__softirq_pending
#define __softirq_entry __section(".softirqentry.text")
enum { IRQC_IS_HARDIRQ, IRQC_IS_NESTED };
struct irqaction {
  irq_handler_t handler;
  void* dev_id;
  void* percpu_dev_id;
  struct irqaction* next;
  irq_handler_t thread_fn;
  struct task_struct* thread;
  struct irqaction* secondary;
  unsigned int irq;
  unsigned int flags;
  unsigned long thread_flags;
  unsigned long thread_mask;
  const char* name;
  struct proc_dir_entry* dir;
} ____cacheline_aligned;
int request_nmi(unsigned int irq, irq_handler_t handler, unsigned long flags, const char* name,
                void* dev);
int request_percpu_nmi(unsigned int irq, irq_handler_t handler, const char* devname, void* dev);
const void* free_nmi(unsigned int irq, void* dev_id);
void free_percpu_nmi(unsigned int irq, void* percpu_dev_id);
void disable_nmi_nosync(unsigned int irq);
void disable_percpu_nmi(unsigned int irq);
void enable_nmi(unsigned int irq);
void enable_percpu_nmi(unsigned int irq, unsigned int type);
int prepare_percpu_nmi(unsigned int irq);
void teardown_percpu_nmi(unsigned int irq);
void suspend_device_irqs(void);
void resume_device_irqs(void);
void rearm_wake_irq(unsigned int irq);
struct irq_affinity_notify {
  unsigned int irq;
  struct kref kref;
  struct work_struct work;
  void (*notify)(struct irq_affinity_notify*, const cpumask_t*);
  void (*release)(struct kref*);
};
struct irq_affinity {
  unsigned int pre_vectors;
  unsigned int post_vectors;
  unsigned int nr_sets;
  unsigned int set_size[4];
  void (*calc_sets)(struct irq_affinity*, unsigned int);
  void* priv;
};
struct irq_affinity_desc {
  struct cpumask mask;
  unsigned int is_managed : 1;
};
extern cpumask_var_t irq_default_affinity;
int irq_can_set_affinity(unsigned int irq);
int irq_select_affinity(unsigned int irq);
int irq_update_affinity_desc(unsigned int irq, struct irq_affinity_desc* affinity);
struct irq_affinity_desc* irq_create_affinity_masks(unsigned int nvec, struct irq_affinity* affd);
unsigned int irq_calc_affinity_vectors(unsigned int minvec, unsigned int maxvec,
                                       const struct irq_affinity* affd);
extern struct static_key_false force_irqthreads_key;
extern const char* const softirq_to_name[10];
struct softirq_action {
  void (*action)(struct softirq_action*);
};
void do_softirq(void);
void __do_softirq(void);
void open_softirq(int nr, void (*action)(struct softirq_action*));
void softirq_init(void);
void __raise_softirq_irqoff(unsigned int nr);
void raise_softirq_irqoff(unsigned int nr);
void raise_softirq(unsigned int nr);
extern typeof(struct task_struct*) ksoftirqd;
void init_irq_proc(void);
int show_interrupts(struct seq_file* p, void* v);
int arch_show_interrupts(struct seq_file* p, int prec);
int early_irq_init(void);
int arch_probe_nr_irqs(void);
int arch_early_irq_init(void);

static inline int __must_check request_percpu_irq(unsigned int irq, irq_handler_t handler,
                                                  const char* devname, void __percpu* dev) {
  return __request_percpu_irq(irq, handler, 0, devname, dev);
}
static inline int enable_irq_wake(unsigned int irq) { return irq_set_irq_wake(irq, 1); }
static inline int disable_irq_wake(unsigned int irq) { return irq_set_irq_wake(irq, 0); }
static inline int irq_set_affinity_hint(unsigned int irq, const struct cpumask* mask) {
  return __irq_apply_affinity_hint(irq, mask, true);
}
static inline int tasklet_trylock(struct tasklet_struct* t) {
  return !test_and_set_bit(TASKLET_STATE_RUN, &t->state);
}

static inline int irq_update_affinity_hint(unsigned int irq, const struct cpumask* m) {
  return __irq_apply_affinity_hint(irq, m, false);
}
static inline int irq_set_affinity_and_hint(unsigned int irq, const struct cpumask* m) {
  return __irq_apply_affinity_hint(irq, m, true);
}
static inline void disable_irq_nosync_lockdep(unsigned int irq) { disable_irq_nosync(irq); }
static inline void disable_irq_nosync_lockdep_irqsave(unsigned int irq, unsigned long* flags) {
  disable_irq_nosync(irq);
}
static inline void disable_irq_lockdep(unsigned int irq) { disable_irq(irq); }
static inline void enable_irq_lockdep(unsigned int irq) { enable_irq(irq); }
static inline void enable_irq_lockdep_irqrestore(unsigned int irq, unsigned long* flags) {
  enable_irq(irq);
}
#define hard_irq_disable() \
  do {                     \
  } while (0)

#endif
