#include <linux/mm.h>
#include <linux/notifier.h>

// Inline in Linux.
struct notifier_block;
void memory_dev_init(void);
int register_memory_notifier(struct notifier_block* nb);
void unregister_memory_notifier(struct notifier_block* nb);
int memory_notify(unsigned long val, void* v);
int hotplug_memory_notifier(notifier_fn_t fn, int pri);
