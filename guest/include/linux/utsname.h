// The names of the system.
#ifndef _LINUX_UTSNAME_H
#define _LINUX_UTSNAME_H

#include <linux/types.h>
#include <linux/version.h>

#define __NEW_UTS_LEN 64
struct new_utsname {
  char sysname[__NEW_UTS_LEN + 1];
  char nodename[__NEW_UTS_LEN + 1];
  char release[__NEW_UTS_LEN + 1];
  char version[__NEW_UTS_LEN + 1];
  char machine[__NEW_UTS_LEN + 1];
  char domainname[__NEW_UTS_LEN + 1];
};
struct uts_namespace {
  struct new_utsname name;
  char end_mm32[26];
};
_Static_assert(sizeof(struct uts_namespace) == 416, "struct uts_namespace of 6.1 i386");
extern struct uts_namespace init_uts_ns;
static inline struct new_utsname* init_utsname(void) { return &init_uts_ns.name; }
static inline struct new_utsname* utsname(void) { return &init_uts_ns.name; }
#define system_utsname (init_uts_ns.name)

#endif
