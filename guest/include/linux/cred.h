// Who a task is.
#ifndef _LINUX_CRED_H
#define _LINUX_CRED_H

#include <linux/atomic.h>
#include <linux/capability.h>
#include <linux/init.h>
#include <linux/key.h>
#include <linux/rcupdate.h>
#include <linux/sched.h>
#include <linux/sched/user.h>
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
void __put_cred(struct cred*);
static inline void put_cred(const struct cred* cred) {
  if (cred && atomic_dec_and_test((atomic_t*)&cred->usage)) __put_cred((struct cred*)cred);
}

struct inode;
struct task_struct;

struct group_info* groups_alloc(int);
void groups_free(struct group_info*);
int in_group_p(kgid_t);
int in_egroup_p(kgid_t);
int groups_search(const struct group_info*, kgid_t);
int set_current_groups(struct group_info*);
void set_groups(struct cred*, struct group_info*);
bool may_setgroups(void);
void groups_sort(struct group_info*);
void __put_cred(struct cred*);
void exit_creds(struct task_struct*);
int copy_creds(struct task_struct*, unsigned long);
const struct cred* get_task_cred(struct task_struct*);
struct cred* cred_alloc_blank(void);
struct cred* prepare_creds(void);
struct cred* prepare_exec_creds(void);
int commit_creds(struct cred*);
void abort_creds(struct cred*);
const struct cred* override_creds(const struct cred*);
void revert_creds(const struct cred*);
struct cred* prepare_kernel_cred(struct task_struct*);
int change_create_files_as(struct cred*, struct inode*);
int set_security_override(struct cred*, u32);
int set_security_override_from_ctx(struct cred*, const char*);
int set_create_files_as(struct cred*, struct inode*);
int cred_fscmp(const struct cred*, const struct cred*);
void cred_init(void);
int set_cred_ucounts(struct cred*);

#define current_sgid() current_cred_xxx(sgid)
#define current_user() current_cred_xxx(user)
#define current_uid_gid(_uid, _gid)             \
  do {                                          \
    const struct cred* __cred = current_cred(); \
    *(_uid) = __cred->uid;                      \
    *(_gid) = __cred->gid;                      \
  } while (0)
#define current_euid_egid(_euid, _egid)         \
  do {                                          \
    const struct cred* __cred = current_cred(); \
    *(_euid) = __cred->euid;                    \
    *(_egid) = __cred->egid;                    \
  } while (0)
#define current_fsuid_fsgid(_fsuid, _fsgid)     \
  do {                                          \
    const struct cred* __cred = current_cred(); \
    *(_fsuid) = __cred->fsuid;                  \
    *(_fsgid) = __cred->fsgid;                  \
  } while (0)

#ifndef current_cap
#define current_cap() (current_cred_xxx(cap_effective))
#endif
static inline struct group_info* get_group_info(struct group_info* gi) {
  atomic_inc(&gi->usage);
  return gi;
}
static inline struct cred* get_new_cred(struct cred* cred) {
  atomic_inc(&cred->usage);
  return cred;
}
static inline const struct cred* get_cred_rcu(const struct cred* cred) {
  if (!cred || !atomic_inc_not_zero(&((struct cred*)cred)->usage)) return NULL;
  return cred;
}
static inline void validate_creds(const struct cred* cred) {}
static inline void validate_creds_for_do_exit(struct task_struct* tsk) {}
static inline void validate_process_creds(void) {}
static inline bool cap_ambient_invariant_ok(const struct cred* cred) {
  return cap_issubset(cred->cap_ambient, cap_intersect(cred->cap_permitted, cred->cap_inheritable));
}

#endif
