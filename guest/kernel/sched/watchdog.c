// Watchdogs of CPUs that do not come back, and the freezer: neither is at work here.
// Linux: 6.1 kernel/watchdog.c, kernel/watchdog_hld.c, kernel/freezer.c.
#include <linux/export.h>
#include <linux/nmi.h>
#include <linux/sched.h>

#undef arch_touch_nmi_watchdog
#undef touch_softlockup_watchdog
#define PF_NOFREEZE_BIT 0x00008000

void arch_touch_nmi_watchdog(void);
void arch_touch_nmi_watchdog(void) {}
EXPORT_SYMBOL(arch_touch_nmi_watchdog);
void touch_softlockup_watchdog(void);
void touch_softlockup_watchdog(void) {}
EXPORT_SYMBOL(touch_softlockup_watchdog);

// Whether the task was frozen meanwhile.
bool set_freezable(void);
bool set_freezable(void) {
  current->flags &= ~PF_NOFREEZE_BIT;
  return false;
}
EXPORT_SYMBOL(set_freezable);
