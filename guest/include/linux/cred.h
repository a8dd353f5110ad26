// Who a task is.
#ifndef _LINUX_CRED_H
#define _LINUX_CRED_H

#include <linux/atomic.h>
#include <linux/capability.h>
#include <linux/rcupdate.h>
#include <linux/sched.h>
#include <linux/types.h>
#include <linux/uidgid.h>

struct group_info;
struct key;
struct ucounts;
struct user_namespace;
struct user_struct;

struct cred {
  atomic_long_t usage;
  kuid_t uid;
  kgid_t gid;
  kuid_t suid;
  kgid_t sgid;
  kuid_t euid;
  kgid_t egid;
  kuid_t fsuid;
  kgid_t fsgid;
  unsigned int securebits;
  kernel_cap_t cap_inheritable;
  kernel_cap_t cap_permitted;
  kernel_cap_t cap_effective;
  kernel_cap_t cap_bset;
  kernel_cap_t cap_ambient;
  unsigned char jit_keyring;
  struct key* session_keyring;
  struct key* process_keyring;
  struct key* thread_keyring;
  struct key* request_key_auth;
  void* security;
  struct user_struct* user;
  struct user_namespace* user_ns;
  struct ucounts* ucounts;
  struct group_info* group_info;
  union {
    int non_rcu;
    struct callback_head rcu;
  };
};
_Static_assert(sizeof(struct cred) == 128, "struct cred of 6.1 i386");
struct group_info {
  atomic_t usage;
  int ngroups;
  kgid_t gid[];
};
_Static_assert(sizeof(struct group_info) == 8, "struct group_info of 6.1 i386");

extern struct cred init_cred;
#define current_cred() rcu_dereference(current->cred)
#define __task_cred(task) rcu_dereference((task)->real_cred)
#define current_cred_xxx(xxx) (current_cred()->xxx)
#define current_uid() current_cred_xxx(uid)
#define current_gid() current_cred_xxx(gid)
#define current_euid() current_cred_xxx(euid)
#define current_egid() current_cred_xxx(egid)
#define current_suid() current_cred_xxx(suid)
#define current_fsuid() current_cred_xxx(fsuid)
#define current_fsgid() current_cred_xxx(fsgid)
#define current_user_ns() (&init_user_ns)
#define task_cred_xxx(task, xxx) (__task_cred(task)->xxx)
#define task_uid(task) task_cred_xxx((task), uid)
#define task_euid(task) task_cred_xxx((task), euid)
static inline const struct cred* get_cred(const struct cred* cred) {
  atomic_inc((atomic_t*)&cred->usage);
  return cred;
}
#define get_current_cred() get_cred(current_cred())
static inline void put_cred(const struct cred* cred) { atomic_dec((atomic_t*)&cred->usage); }

#endif
