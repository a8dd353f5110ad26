// Pools of compressed pages.
#ifndef _LINUX_ZPOOL_H
#define _LINUX_ZPOOL_H

#endif
