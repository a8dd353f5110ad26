// Who wants to be told of what the machine as a whole does: restarts, faults, panics, shortage.
// In mm32 these events end the run or never come: the lists are kept and not called.
// Linux: kernel/{reboot,notifier,panic}.c, mm/oom_kill.c.
#include <linux/export.h>
#include <linux/kdebug.h>
#include <linux/notifier.h>
#include <linux/oom.h>

BLOCKING_NOTIFIER_HEAD(reboot_notifier_list);
ATOMIC_NOTIFIER_HEAD(panic_notifier_list);
EXPORT_SYMBOL(panic_notifier_list);
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
DEFINE_REGISTRATION(die, atomic, die_chain);
DEFINE_REGISTRATION(oom, blocking, oom_notify_list);
