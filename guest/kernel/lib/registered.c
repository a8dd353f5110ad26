// Who wants to be told of what the machine as a whole does: restarts, faults, panics, shortage.
//
// The lists are kept for those events; mm32 has no restart, and does not reclaim memory.
// Linux: kernel/{reboot,notifier,panic}.c, mm/{oom_kill,vmscan}.c.
#include <linux/export.h>
#include <linux/kdebug.h>
#include <linux/list.h>
#include <linux/notifier.h>
#include <linux/oom.h>
#include <linux/shrinker.h>
#include <linux/slab.h>

BLOCKING_NOTIFIER_HEAD(reboot_notifier_list);
ATOMIC_NOTIFIER_HEAD(panic_notifier_list);
EXPORT_SYMBOL(panic_notifier_list);
static ATOMIC_NOTIFIER_HEAD(die_chain);
static BLOCKING_NOTIFIER_HEAD(oom_notify_list);
static LIST_HEAD(shrinkers);

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

#undef register_shrinker
int register_shrinker(struct shrinker* shrinker, const char* fmt, ...) {
  shrinker->nr_deferred = kzalloc(sizeof(atomic_long_t), GFP_KERNEL);
  if (!shrinker->nr_deferred) return -ENOMEM;
  list_add_tail(&shrinker->list, &shrinkers);
  shrinker->flags |= SHRINKER_REGISTERED;
  return 0;
}
EXPORT_SYMBOL(register_shrinker);

void unregister_shrinker(struct shrinker* shrinker) {
  if (!(shrinker->flags & SHRINKER_REGISTERED)) return;
  list_del(&shrinker->list);
  shrinker->flags &= ~SHRINKER_REGISTERED;
  kfree(shrinker->nr_deferred);
  shrinker->nr_deferred = NULL;
}
EXPORT_SYMBOL(unregister_shrinker);

void synchronize_shrinkers(void) {}
EXPORT_SYMBOL(synchronize_shrinkers);
