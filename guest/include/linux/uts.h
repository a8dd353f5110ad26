// What uname says when nobody set it.
#ifndef _LINUX_UTS_H
#define _LINUX_UTS_H

#ifndef UTS_SYSNAME
#define UTS_SYSNAME "Linux"
#endif
#ifndef UTS_NODENAME
#define UTS_NODENAME "(none)"
#endif
#ifndef UTS_DOMAINNAME
#define UTS_DOMAINNAME "(none)"
#endif

#endif
