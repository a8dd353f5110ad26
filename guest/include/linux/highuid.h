// The numbers of users that do not fit.
#ifndef _LINUX_HIGHUID_H
#define _LINUX_HIGHUID_H

extern int overflowuid;
extern int overflowgid;
#define DEFAULT_OVERFLOWUID 65534
#define DEFAULT_OVERFLOWGID 65534

#define DEFAULT_FS_OVERFLOWUID 65534
#define DEFAULT_FS_OVERFLOWGID 65534
void __bad_uid(void);
void __bad_gid(void);
extern int fs_overflowuid;
extern int fs_overflowgid;

#endif
