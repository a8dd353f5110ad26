/*
 * Who the running task is: root in the first user name space, with every capability, as insmod is.
 * Linux: kernel/cred.c, kernel/user_namespace.c, kernel/capability.c.
 */
#include <linux/cred.h>
#include <linux/export.h>
#include <linux/sched/task.h>
#include <linux/uidgid.h>

#include "kernel.h"

/* What modules take of a name space is its address. */
struct user_namespace {
  u8 layout_mm32[412];
};
struct user_namespace init_user_ns;
EXPORT_SYMBOL_GPL(init_user_ns);

#define EVERY_CAPABILITY                            \
  {                                                 \
    { 0xffffffff, (1u << (CAP_LAST_CAP - 31)) - 1 } \
  }
struct cred init_cred = {
    .usage = ATOMIC_LONG_INIT(4),
    .cap_permitted = EVERY_CAPABILITY,
    .cap_effective = EVERY_CAPABILITY,
    .cap_bset = EVERY_CAPABILITY,
    .user_ns = &init_user_ns,
};

/* What cap_clear() copies. */
const kernel_cap_t __cap_empty_set = CAP_EMPTY_SET;
EXPORT_SYMBOL(__cap_empty_set);

void cred_init(void) {
  current->cred = init_task.cred = &init_cred;
  current->real_cred = init_task.real_cred = &init_cred;
}

kuid_t make_kuid(struct user_namespace* ns, uid_t uid) { return KUIDT_INIT(uid); }
EXPORT_SYMBOL(make_kuid);

kgid_t make_kgid(struct user_namespace* ns, gid_t gid) { return KGIDT_INIT(gid); }
EXPORT_SYMBOL(make_kgid);

uid_t from_kuid(struct user_namespace* targ, kuid_t kuid) { return kuid.val; }
EXPORT_SYMBOL(from_kuid);

gid_t from_kgid(struct user_namespace* targ, kgid_t kgid) { return kgid.val; }
EXPORT_SYMBOL(from_kgid);

uid_t from_kuid_munged(struct user_namespace* targ, kuid_t kuid) { return kuid.val; }
EXPORT_SYMBOL(from_kuid_munged);

gid_t from_kgid_munged(struct user_namespace* targ, kgid_t kgid) { return kgid.val; }
EXPORT_SYMBOL(from_kgid_munged);

static noinline bool has(const struct cred* cred, int cap) {
  if ((unsigned int)cap > CAP_LAST_CAP) return false;
  return (cred->cap_effective.cap[cap / 32] >> cap % 32) & 1;
}

bool capable(int cap) { return has(current_cred(), cap); }
EXPORT_SYMBOL(capable);

bool ns_capable(struct user_namespace* ns, int cap) { return has(current_cred(), cap); }
EXPORT_SYMBOL(ns_capable);
