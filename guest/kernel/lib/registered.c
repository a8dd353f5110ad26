// Who wants to be told of what the machine as a whole does: restarts, faults, panics, shortage.
// In mm32 these events end the run or never come: the lists are kept and not called.
// Linux: kernel/{reboot,notifier,panic}.c, mm/oom_kill.c.
#include <linux/crash_dump.h>
#include <linux/export.h>
#include <linux/kdebug.h>
#include <linux/notifier.h>
#include <linux/oom.h>
#include <linux/reboot.h>
#include <linux/suspend.h>
#include <linux/syscore_ops.h>

BLOCKING_NOTIFIER_HEAD(reboot_notifier_list);
ATOMIC_NOTIFIER_HEAD(panic_notifier_list);
EXPORT_SYMBOL(panic_notifier_list);
static BLOCKING_NOTIFIER_HEAD(pm_chain);
static ATOMIC_NOTIFIER_HEAD(restart_handlers);
static ATOMIC_NOTIFIER_HEAD(die_chain);
static BLOCKING_NOTIFIER_HEAD(oom_notify_list);

#define DEFINE_REGISTRATION(what, kind, list)                   \
  int register_##what##_notifier(struct notifier_block* nb);    \
  int register_##what##_notifier(struct notifier_block* nb) {   \
    return kind##_notifier_chain_register(&list, nb);           \
  }                                                             \
  EXPORT_SYMBOL(register_##what##_notifier);                    \
  int unregister_##what##_notifier(struct notifier_block* nb);  \
  int unregister_##what##_notifier(struct notifier_block* nb) { \
    return kind##_notifier_chain_unregister(&list, nb);         \
  }                                                             \
  EXPORT_SYMBOL(unregister_##what##_notifier)
DEFINE_REGISTRATION(reboot, blocking, reboot_notifier_list);
DEFINE_REGISTRATION(pm, blocking, pm_chain);
DEFINE_REGISTRATION(die, atomic, die_chain);
DEFINE_REGISTRATION(oom, blocking, oom_notify_list);

int register_restart_handler(struct notifier_block* nb) {
  return atomic_notifier_chain_register(&restart_handlers, nb);
}
EXPORT_SYMBOL(register_restart_handler);
int unregister_restart_handler(struct notifier_block* nb) {
  return atomic_notifier_chain_unregister(&restart_handlers, nb);
}
EXPORT_SYMBOL(unregister_restart_handler);

static LIST_HEAD(syscore_list);
void register_syscore_ops(struct syscore_ops* ops) { list_add_tail(&ops->node, &syscore_list); }
EXPORT_SYMBOL_GPL(register_syscore_ops);
void unregister_syscore_ops(struct syscore_ops* ops) { list_del(&ops->node); }
EXPORT_SYMBOL_GPL(unregister_syscore_ops);

// No kernel crashed before this one.
unsigned long long elfcorehdr_addr = -1ULL;
EXPORT_SYMBOL_GPL(elfcorehdr_addr);
