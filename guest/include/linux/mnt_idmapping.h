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

#endif
