// The lockup watchdogs and requests for backtraces.
#ifndef _LINUX_NMI_H
#define _LINUX_NMI_H

#include <asm/irq.h>
#include <linux/sched.h>
#include <linux/types.h>

struct cpumask;
struct ctl_table;
struct pt_regs;

#define NMI_WATCHDOG_ENABLED_BIT 0
#define SOFT_WATCHDOG_ENABLED_BIT 1
#define NMI_WATCHDOG_ENABLED (1 << NMI_WATCHDOG_ENABLED_BIT)
#define SOFT_WATCHDOG_ENABLED (1 << SOFT_WATCHDOG_ENABLED_BIT)
#define NMI_WATCHDOG_SYSCTL_PERM 0644
void lockup_detector_init(void);
void lockup_detector_soft_poweroff(void);
void lockup_detector_cleanup(void);
bool is_hardlockup(void);
extern int watchdog_user_enabled;
extern int nmi_watchdog_user_enabled;
extern int soft_watchdog_user_enabled;
extern int watchdog_thresh;
extern unsigned long watchdog_enabled;
extern struct cpumask watchdog_cpumask;
extern unsigned long* watchdog_cpumask_bits;
extern int sysctl_softlockup_all_cpu_backtrace;
extern int sysctl_hardlockup_all_cpu_backtrace;
void touch_softlockup_watchdog_sched(void);
void touch_softlockup_watchdog(void);
void touch_softlockup_watchdog_sync(void);
void touch_all_softlockup_watchdogs(void);
extern unsigned int softlockup_panic;
int lockup_detector_online_cpu(unsigned int cpu);
int lockup_detector_offline_cpu(unsigned int cpu);
void reset_hung_task_detector(void);
void hardlockup_detector_disable(void);
extern unsigned int hardlockup_panic;
void arch_touch_nmi_watchdog(void);
void hardlockup_detector_perf_stop(void);
void hardlockup_detector_perf_restart(void);
void hardlockup_detector_perf_disable(void);
void hardlockup_detector_perf_enable(void);
void hardlockup_detector_perf_cleanup(void);
int hardlockup_detector_perf_init(void);
void watchdog_nmi_stop(void);
void watchdog_nmi_start(void);
int watchdog_nmi_probe(void);
int watchdog_nmi_enable(unsigned int cpu);
void watchdog_nmi_disable(unsigned int cpu);
void lockup_detector_reconfigure(void);
void nmi_trigger_cpumask_backtrace(const cpumask_t* mask, bool exclude_self,
                                   void (*raise)(cpumask_t*));
bool nmi_cpu_backtrace(struct pt_regs* regs);
u64 hw_nmi_get_sample_period(int watchdog_thresh);
int proc_watchdog(struct ctl_table*, int, void*, size_t*, loff_t*);
int proc_nmi_watchdog(struct ctl_table*, int, void*, size_t*, loff_t*);
int proc_soft_watchdog(struct ctl_table*, int, void*, size_t*, loff_t*);
int proc_watchdog_thresh(struct ctl_table*, int, void*, size_t*, loff_t*);
int proc_watchdog_cpumask(struct ctl_table*, int, void*, size_t*, loff_t*);

static inline void touch_nmi_watchdog(void) {
  arch_touch_nmi_watchdog();
  touch_softlockup_watchdog();
}
static inline void watchdog_update_hrtimer_threshold(u64 period) {}
// No other CPU can be asked.
static inline bool trigger_all_cpu_backtrace(void) { return false; }
static inline bool trigger_allbutself_cpu_backtrace(void) { return false; }
static inline bool trigger_cpumask_backtrace(struct cpumask* mask) { return false; }
static inline bool trigger_single_cpu_backtrace(int cpu) { return false; }

#endif
