// Blocks of memory that come and go; Debian's i386 kernels have no memory hotplug.
#ifndef _LINUX_MEMORY_H
#define _LINUX_MEMORY_H

#include <linux/mm.h>
#include <linux/notifier.h>

#define MEM_ONLINE (1 << 0)
#define MEM_GOING_OFFLINE (1 << 1)
#define MEM_OFFLINE (1 << 2)
#define MEM_GOING_ONLINE (1 << 3)
#define MEM_CANCEL_ONLINE (1 << 4)
#define MEM_CANCEL_OFFLINE (1 << 5)
#define SLAB_CALLBACK_PRI 1
#define IPC_CALLBACK_PRI 10

static inline void memory_dev_init(void) {}
static inline int register_memory_notifier(struct notifier_block* nb) { return 0; }
static inline void unregister_memory_notifier(struct notifier_block* nb) {}
static inline int memory_notify(unsigned long val, void* v) { return 0; }
static inline int hotplug_memory_notifier(notifier_fn_t fn, int pri) { return 0; }
#define register_hotmemory_notifier(nb) \
  ({                                    \
    (void)(nb);                         \
    0;                                  \
  })
#define unregister_hotmemory_notifier(nb) ({ (void)(nb); })

#endif
