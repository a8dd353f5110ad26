// Notifier chains: lists of callbacks by descending priority.
#ifndef _LINUX_NOTIFIER_H
#define _LINUX_NOTIFIER_H

#include <linux/errno.h>
#include <linux/rwsem.h>
#include <linux/spinlock_types.h>
#include <linux/srcu.h>
#include <linux/srcutree.h>

struct notifier_block;
typedef int (*notifier_fn_t)(struct notifier_block* nb, unsigned long action, void* data);
struct notifier_block {
  notifier_fn_t notifier_call;
  struct notifier_block* next;
  int priority;
};
struct atomic_notifier_head {
  spinlock_t lock;
  struct notifier_block* head;
};
struct blocking_notifier_head {
  struct rw_semaphore rwsem;
  struct notifier_block* head;
};
struct raw_notifier_head {
  struct notifier_block* head;
};
_Static_assert(sizeof(struct blocking_notifier_head) == 28, "6.1 i386");
#define ATOMIC_NOTIFIER_INIT(name) \
  { .lock = __SPIN_LOCK_UNLOCKED(name.lock), .head = NULL }
#define BLOCKING_NOTIFIER_INIT(name) \
  { .rwsem = __RWSEM_INITIALIZER((name).rwsem), .head = NULL }
#define RAW_NOTIFIER_INIT(name) \
  { .head = NULL }
#define ATOMIC_NOTIFIER_HEAD(name) struct atomic_notifier_head name = ATOMIC_NOTIFIER_INIT(name)
#define BLOCKING_NOTIFIER_HEAD(name) \
  struct blocking_notifier_head name = BLOCKING_NOTIFIER_INIT(name)
#define RAW_NOTIFIER_HEAD(name) struct raw_notifier_head name = RAW_NOTIFIER_INIT(name)
#define ATOMIC_INIT_NOTIFIER_HEAD(name) \
  do {                                  \
    spin_lock_init(&(name)->lock);      \
    (name)->head = NULL;                \
  } while (0)
#define BLOCKING_INIT_NOTIFIER_HEAD(name) \
  do {                                    \
    init_rwsem(&(name)->rwsem);           \
    (name)->head = NULL;                  \
  } while (0)
#define RAW_INIT_NOTIFIER_HEAD(name) ((void)((name)->head = NULL))

#define NOTIFY_DONE 0x0000
#define NOTIFY_OK 0x0001
#define NOTIFY_STOP_MASK 0x8000
#define NOTIFY_BAD (NOTIFY_STOP_MASK | 0x0002)
#define NOTIFY_STOP (NOTIFY_OK | NOTIFY_STOP_MASK)
static inline int notifier_from_errno(int err) {
  return err ? NOTIFY_STOP_MASK | (NOTIFY_OK - err) : NOTIFY_OK;
}
static inline int notifier_to_errno(int ret) {
  ret &= ~NOTIFY_STOP_MASK;
  return ret > NOTIFY_OK ? NOTIFY_OK - ret : 0;
}
#define __MM32_NOTIFIER(kind)                                                                     \
  int kind##_notifier_chain_register(struct kind##_notifier_head* nh, struct notifier_block* nb); \
  int kind##_notifier_chain_unregister(struct kind##_notifier_head* nh,                           \
                                       struct notifier_block* nb);                                \
  int kind##_notifier_call_chain(struct kind##_notifier_head* nh, unsigned long val, void* v);
__MM32_NOTIFIER(atomic)
__MM32_NOTIFIER(blocking)
__MM32_NOTIFIER(raw)
int atomic_notifier_chain_register_unique_prio(struct atomic_notifier_head* nh,
                                               struct notifier_block* nb);
int blocking_notifier_chain_register_unique_prio(struct blocking_notifier_head* nh,
                                                 struct notifier_block* nb);
int blocking_notifier_call_chain_robust(struct blocking_notifier_head* nh, unsigned long val_up,
                                        unsigned long val_down, void* v);
int raw_notifier_call_chain_robust(struct raw_notifier_head* nh, unsigned long val_up,
                                   unsigned long val_down, void* v);

struct mutex;
struct srcu_notifier_head;
struct srcu_struct;

#define NETLINK_URELEASE 0x0001
#define KBD_KEYCODE 0x0001
#define KBD_UNBOUND_KEYCODE 0x0002
#define KBD_UNICODE 0x0003
#define KBD_KEYSYM 0x0004
#define KBD_POST_KEYSYM 0x0005
struct srcu_notifier_head {
  struct mutex mutex;
  struct srcu_struct srcu;
  struct notifier_block* head;
};
void srcu_init_notifier_head(struct srcu_notifier_head* nh);
#define srcu_cleanup_notifier_head(head) cleanup_srcu_struct(&(head)->srcu)
int srcu_notifier_chain_register(struct srcu_notifier_head* nh, struct notifier_block* nb);
int srcu_notifier_chain_unregister(struct srcu_notifier_head* nh, struct notifier_block* nb);
int srcu_notifier_call_chain(struct srcu_notifier_head* nh, unsigned long val, void* v);
bool atomic_notifier_call_chain_is_empty(struct atomic_notifier_head* nh);
extern struct blocking_notifier_head reboot_notifier_list;

#endif
