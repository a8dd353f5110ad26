// The names of the system.
#ifndef _LINUX_UTSNAME_H
#define _LINUX_UTSNAME_H

#include <linux/err.h>
#include <linux/nsproxy.h>
#include <linux/sched.h>
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

struct old_utsname;
struct oldold_utsname;
struct rw_semaphore;
struct user_namespace;

#define __OLD_UTS_LEN 8
struct oldold_utsname {
  char sysname[9];
  char nodename[9];
  char release[9];
  char version[9];
  char machine[9];
};
struct old_utsname {
  char sysname[65];
  char nodename[65];
  char release[65];
  char version[65];
  char machine[65];
};
enum uts_proc {
  UTS_PROC_ARCH,
  UTS_PROC_OSTYPE,
  UTS_PROC_OSRELEASE,
  UTS_PROC_VERSION,
  UTS_PROC_HOSTNAME,
  UTS_PROC_DOMAINNAME
};
struct uts_namespace* copy_utsname(unsigned long flags, struct user_namespace* user_ns,
                                   struct uts_namespace* old_ns);
void free_uts_ns(struct uts_namespace* ns);
void uts_ns_init(void);
void uts_proc_notify(enum uts_proc proc);
extern struct rw_semaphore uts_sem;

// Inline in Linux.
void get_uts_ns(struct uts_namespace* ns);
void put_uts_ns(struct uts_namespace* ns);

#endif
