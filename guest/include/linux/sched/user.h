#ifndef _LINUX_SCHED_USER_H
#define _LINUX_SCHED_USER_H

#include <linux/percpu_counter.h>
#include <linux/ratelimit_types.h>
#include <linux/sched.h>
#include <linux/uidgid.h>

struct hlist_node;
struct percpu_counter;
struct ratelimit_state;
struct user_struct;

#define INIT_USER (&root_user)
struct user_struct {
  refcount_t __count;
  struct percpu_counter epoll_watches;
  unsigned long unix_inflight;
  atomic_long_t pipe_bufs;
  struct hlist_node uidhash_node;
  kuid_t uid;
  atomic_long_t locked_vm;
  struct ratelimit_state ratelimit;
};
int uids_sysfs_init(void);
struct user_struct* find_user(kuid_t);
extern struct user_struct root_user;
struct user_struct* alloc_uid(kuid_t);
void free_uid(struct user_struct*);

static inline struct user_struct* get_uid(struct user_struct* u) {
  refcount_inc(&u->__count);
  return u;
}

#endif
