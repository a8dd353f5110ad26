// What a task is allowed to do.
#ifndef _LINUX_CAPABILITY_H
#define _LINUX_CAPABILITY_H

#include <linux/types.h>
#include <linux/uidgid.h>

#define CAP_CHOWN 0
#define CAP_DAC_OVERRIDE 1
#define CAP_KILL 5
#define CAP_SETUID 7
#define CAP_NET_ADMIN 12
#define CAP_NET_RAW 13
#define CAP_IPC_LOCK 14
#define CAP_SYS_MODULE 16
#define CAP_SYS_RAWIO 17
#define CAP_SYS_PTRACE 19
#define CAP_SYS_ADMIN 21
#define CAP_SYS_BOOT 22
#define CAP_SYS_NICE 23
#define CAP_SYS_RESOURCE 24
#define CAP_SYS_TIME 25
#define CAP_LAST_CAP 40

struct kernel_cap_struct {
  __u32 cap[2];
};
_Static_assert(sizeof(struct kernel_cap_struct) == 8, "struct kernel_cap_struct of 6.1 i386");

typedef struct kernel_cap_struct kernel_cap_t;
struct task_struct;
struct user_namespace;
bool capable(int cap);
bool ns_capable(struct user_namespace* ns, int cap);

struct __user_cap_data_struct;
struct __user_cap_header_struct;
struct cpu_vfs_cap_data;
struct dentry;
struct file;
struct inode;
struct vfs_cap_data;
struct vfs_ns_cap_data;

#define _LINUX_CAPABILITY_VERSION_1 0x19980330
#define _LINUX_CAPABILITY_U32S_1 1
#define _LINUX_CAPABILITY_VERSION_2 0x20071026
#define _LINUX_CAPABILITY_U32S_2 2
#define _LINUX_CAPABILITY_VERSION_3 0x20080522
#define _LINUX_CAPABILITY_U32S_3 2
#define VFS_CAP_REVISION_MASK 0xFF000000
#define VFS_CAP_REVISION_SHIFT 24
#define VFS_CAP_FLAGS_MASK ~VFS_CAP_REVISION_MASK
#define VFS_CAP_FLAGS_EFFECTIVE 0x000001
#define VFS_CAP_REVISION_1 0x01000000
#define VFS_CAP_U32_1 1
#define XATTR_CAPS_SZ_1 (sizeof(__le32) * (1 + 2 * VFS_CAP_U32_1))
#define VFS_CAP_REVISION_2 0x02000000
#define VFS_CAP_U32_2 2
#define XATTR_CAPS_SZ_2 (sizeof(__le32) * (1 + 2 * VFS_CAP_U32_2))
#define VFS_CAP_REVISION_3 0x03000000
#define VFS_CAP_U32_3 2
#define XATTR_CAPS_SZ_3 (sizeof(__le32) * (2 + 2 * VFS_CAP_U32_3))
#define XATTR_CAPS_SZ XATTR_CAPS_SZ_3
#define VFS_CAP_U32 VFS_CAP_U32_3
#define VFS_CAP_REVISION VFS_CAP_REVISION_3
#define CAP_DAC_READ_SEARCH 2
#define CAP_FOWNER 3
#define CAP_FSETID 4
#define CAP_SETGID 6
#define CAP_SETPCAP 8
#define CAP_LINUX_IMMUTABLE 9
#define CAP_NET_BIND_SERVICE 10
#define CAP_NET_BROADCAST 11
#define CAP_IPC_OWNER 15
#define CAP_SYS_CHROOT 18
#define CAP_SYS_PACCT 20
#define CAP_SYS_TTY_CONFIG 26
#define CAP_MKNOD 27
#define CAP_LEASE 28
#define CAP_AUDIT_WRITE 29
#define CAP_AUDIT_CONTROL 30
#define CAP_SETFCAP 31
#define CAP_MAC_OVERRIDE 32
#define CAP_MAC_ADMIN 33
#define CAP_SYSLOG 34
#define CAP_WAKE_ALARM 35
#define CAP_BLOCK_SUSPEND 36
#define CAP_AUDIT_READ 37
#define CAP_PERFMON 38
#define CAP_BPF 39
#define CAP_CHECKPOINT_RESTORE 40
#define _KERNEL_CAPABILITY_VERSION _LINUX_CAPABILITY_VERSION_3
#define _KERNEL_CAPABILITY_U32S _LINUX_CAPABILITY_U32S_3
#define _USER_CAP_HEADER_SIZE (sizeof(struct __user_cap_header_struct))
#define _KERNEL_CAP_T_SIZE (sizeof(kernel_cap_t))
#define CAP_FS_MASK_B1 (CAP_TO_MASK(CAP_MAC_OVERRIDE))
#define CAP_LAST_U32 ((_KERNEL_CAPABILITY_U32S)-1)
#define CAP_LAST_U32_VALID_MASK (CAP_TO_MASK(CAP_LAST_CAP + 1) - 1)
struct __user_cap_header_struct {
  __u32 version;
  int pid;
};
typedef struct __user_cap_header_struct* cap_user_header_t;
struct __user_cap_data_struct {
  __u32 effective;
  __u32 permitted;
  __u32 inheritable;
};
typedef struct __user_cap_data_struct* cap_user_data_t;
struct vfs_cap_data {
  __le32 magic_etc;
  struct {
    __le32 permitted;
    __le32 inheritable;
  } data[2];
};
struct vfs_ns_cap_data {
  __le32 magic_etc;
  struct {
    __le32 permitted;
    __le32 inheritable;
  } data[2];
  __le32 rootid;
};
extern int file_caps_enabled;
struct cpu_vfs_cap_data {
  __u32 magic_etc;
  kernel_cap_t permitted;
  kernel_cap_t inheritable;
  kuid_t rootid;
};
extern const kernel_cap_t __cap_empty_set;
extern const kernel_cap_t __cap_init_eff_set;
bool has_capability(struct task_struct* t, int cap);
bool has_ns_capability(struct task_struct* t, struct user_namespace* ns, int cap);
bool has_capability_noaudit(struct task_struct* t, int cap);
bool has_ns_capability_noaudit(struct task_struct* t, struct user_namespace* ns, int cap);
bool ns_capable_noaudit(struct user_namespace* ns, int cap);
bool ns_capable_setid(struct user_namespace* ns, int cap);
bool privileged_wrt_inode_uidgid(struct user_namespace* ns, struct user_namespace* mnt_userns,
                                 const struct inode* inode);
bool capable_wrt_inode_uidgid(struct user_namespace* mnt_userns, const struct inode* inode,
                              int cap);
bool file_ns_capable(const struct file* file, struct user_namespace* ns, int cap);
bool ptracer_capable(struct task_struct* tsk, struct user_namespace* ns);
int get_vfs_caps_from_disk(struct user_namespace* mnt_userns, const struct dentry* dentry,
                           struct cpu_vfs_cap_data* cpu_caps);
int cap_convert_nscap(struct user_namespace* mnt_userns, struct dentry* dentry, const void** ivalue,
                      size_t size);

#define CAP_TO_INDEX(x) ((x) >> 5)
#define CAP_TO_MASK(x) (1U << ((x)&31))
#define cap_raise(c, flag) ((c).cap[CAP_TO_INDEX(flag)] |= CAP_TO_MASK(flag))
#define cap_lower(c, flag) ((c).cap[CAP_TO_INDEX(flag)] &= ~CAP_TO_MASK(flag))
#define cap_raised(c, flag) ((c).cap[CAP_TO_INDEX(flag)] & CAP_TO_MASK(flag))
#define CAP_FOR_EACH_U32(__capi) for (__capi = 0; __capi < _KERNEL_CAPABILITY_U32S; ++__capi)
#define CAP_FS_MASK_B0                                                               \
  (CAP_TO_MASK(CAP_CHOWN) | CAP_TO_MASK(CAP_MKNOD) | CAP_TO_MASK(CAP_DAC_OVERRIDE) | \
   CAP_TO_MASK(CAP_DAC_READ_SEARCH) | CAP_TO_MASK(CAP_FOWNER) | CAP_TO_MASK(CAP_FSETID))
#define CAP_EMPTY_SET ((kernel_cap_t){{0, 0}})
#define CAP_FULL_SET ((kernel_cap_t){{~0, CAP_LAST_U32_VALID_MASK}})
#define CAP_FS_SET \
  ((kernel_cap_t){{CAP_FS_MASK_B0 | CAP_TO_MASK(CAP_LINUX_IMMUTABLE), CAP_FS_MASK_B1}})
#define CAP_NFSD_SET \
  ((kernel_cap_t){{CAP_FS_MASK_B0 | CAP_TO_MASK(CAP_SYS_RESOURCE), CAP_FS_MASK_B1}})
#define cap_clear(c)     \
  do {                   \
    (c) = CAP_EMPTY_SET; \
  } while (0)
#define CAP_BOP_ALL(c, a, b, OP)                         \
  do {                                                   \
    unsigned __capi;                                     \
    CAP_FOR_EACH_U32(__capi)                             \
    (c).cap[__capi] = (a).cap[__capi] OP(b).cap[__capi]; \
  } while (0)
#define CAP_UOP_ALL(c, a, OP)                                      \
  do {                                                             \
    unsigned __capi;                                               \
    CAP_FOR_EACH_U32(__capi)(c).cap[__capi] = OP((a).cap[__capi]); \
  } while (0)
static inline kernel_cap_t cap_combine(const kernel_cap_t a, const kernel_cap_t b) {
  return (kernel_cap_t){{a.cap[0] | b.cap[0], a.cap[1] | b.cap[1]}};
}
static inline kernel_cap_t cap_intersect(const kernel_cap_t a, const kernel_cap_t b) {
  return (kernel_cap_t){{a.cap[0] & b.cap[0], a.cap[1] & b.cap[1]}};
}
static inline kernel_cap_t cap_drop(const kernel_cap_t a, const kernel_cap_t drop) {
  return (kernel_cap_t){{a.cap[0] & ~drop.cap[0], a.cap[1] & ~drop.cap[1]}};
}
static inline kernel_cap_t cap_invert(const kernel_cap_t c) {
  return (kernel_cap_t){{~c.cap[0], ~c.cap[1]}};
}
static inline bool cap_isclear(const kernel_cap_t a) { return !(a.cap[0] | a.cap[1]); }
static inline bool cap_issubset(const kernel_cap_t a, const kernel_cap_t set) {
  return cap_isclear(cap_drop(a, set));
}
static inline kernel_cap_t cap_drop_fs_set(const kernel_cap_t a) { return cap_drop(a, CAP_FS_SET); }
static inline kernel_cap_t cap_raise_fs_set(const kernel_cap_t a, const kernel_cap_t permitted) {
  return cap_combine(a, cap_intersect(permitted, CAP_FS_SET));
}
static inline kernel_cap_t cap_drop_nfsd_set(const kernel_cap_t a) {
  return cap_drop(a, CAP_NFSD_SET);
}
static inline kernel_cap_t cap_raise_nfsd_set(const kernel_cap_t a, const kernel_cap_t permitted) {
  return cap_combine(a, cap_intersect(permitted, CAP_NFSD_SET));
}
static inline bool perfmon_capable(void) { return capable(CAP_PERFMON) || capable(CAP_SYS_ADMIN); }
static inline bool bpf_capable(void) { return capable(CAP_BPF) || capable(CAP_SYS_ADMIN); }
static inline bool checkpoint_restore_ns_capable(struct user_namespace* ns) {
  return ns_capable(ns, CAP_CHECKPOINT_RESTORE) || ns_capable(ns, CAP_SYS_ADMIN);
}
static inline bool checkpoint_restore_ns_capable_noaudit(struct user_namespace* ns) {
  return ns_capable_noaudit(ns, CAP_CHECKPOINT_RESTORE) || ns_capable_noaudit(ns, CAP_SYS_ADMIN);
}

#define cap_valid(x) ((x) >= 0 && (x) <= CAP_LAST_CAP)

#endif
