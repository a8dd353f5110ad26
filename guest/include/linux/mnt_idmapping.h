// Owners of files as a mount shows them.
#ifndef _LINUX_MNT_IDMAPPING_H
#define _LINUX_MNT_IDMAPPING_H

#include <linux/types.h>
#include <linux/uidgid.h>

#define INVALID_VFSUID VFSUIDT_INIT(INVALID_UID)
#define INVALID_VFSGID VFSGIDT_INIT(INVALID_GID)
typedef struct {
  uid_t val;
} vfsuid_t;
typedef struct {
  gid_t val;
} vfsgid_t;

// Inline in Linux.
struct user_namespace;
bool vfsuid_valid(vfsuid_t uid);
bool vfsgid_valid(vfsgid_t gid);
bool vfsuid_eq(vfsuid_t left, vfsuid_t right);
bool vfsgid_eq(vfsgid_t left, vfsgid_t right);
bool vfsuid_eq_kuid(vfsuid_t vfsuid, kuid_t kuid);
bool vfsgid_eq_kgid(vfsgid_t vfsgid, kgid_t kgid);
int vfsgid_in_group_p(vfsgid_t vfsgid);
bool initial_idmapping(const struct user_namespace* ns);
bool no_idmapping(const struct user_namespace* mnt_userns, const struct user_namespace* fs_userns);
vfsuid_t make_vfsuid(struct user_namespace* mnt_userns, struct user_namespace* fs_userns,
                     kuid_t kuid);
kuid_t mapped_kuid_fs(struct user_namespace* mnt_userns, struct user_namespace* fs_userns,
                      kuid_t kuid);
vfsgid_t make_vfsgid(struct user_namespace* mnt_userns, struct user_namespace* fs_userns,
                     kgid_t kgid);
kgid_t mapped_kgid_fs(struct user_namespace* mnt_userns, struct user_namespace* fs_userns,
                      kgid_t kgid);
kuid_t from_vfsuid(struct user_namespace* mnt_userns, struct user_namespace* fs_userns,
                   vfsuid_t vfsuid);
kuid_t mapped_kuid_user(struct user_namespace* mnt_userns, struct user_namespace* fs_userns,
                        kuid_t kuid);
bool vfsuid_has_fsmapping(struct user_namespace* mnt_userns, struct user_namespace* fs_userns,
                          vfsuid_t vfsuid);
kuid_t vfsuid_into_kuid(vfsuid_t vfsuid);
kgid_t from_vfsgid(struct user_namespace* mnt_userns, struct user_namespace* fs_userns,
                   vfsgid_t vfsgid);
kgid_t mapped_kgid_user(struct user_namespace* mnt_userns, struct user_namespace* fs_userns,
                        kgid_t kgid);
bool vfsgid_has_fsmapping(struct user_namespace* mnt_userns, struct user_namespace* fs_userns,
                          vfsgid_t vfsgid);
kgid_t vfsgid_into_kgid(vfsgid_t vfsgid);
kuid_t mapped_fsuid(struct user_namespace* mnt_userns, struct user_namespace* fs_userns);
kgid_t mapped_fsgid(struct user_namespace* mnt_userns, struct user_namespace* fs_userns);

#endif
