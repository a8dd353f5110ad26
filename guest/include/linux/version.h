// The version that module sources see. Another one is chosen with -DLINUX_VERSION_CODE=…
#ifndef _LINUX_VERSION_H
#define _LINUX_VERSION_H

#define KERNEL_VERSION(a, b, c) (((a) << 16) + ((b) << 8) + ((c) > 255 ? 255 : (c)))
#ifndef LINUX_VERSION_CODE
#define MM32_NO_VERSION_CHOSEN  // sources of all ages are to work
#define LINUX_VERSION_CODE KERNEL_VERSION(6, 1, 176)
#endif
#define LINUX_VERSION_MAJOR (LINUX_VERSION_CODE >> 16)
#define LINUX_VERSION_PATCHLEVEL ((LINUX_VERSION_CODE >> 8) & 0xff)
#define LINUX_VERSION_SUBLEVEL (LINUX_VERSION_CODE & 0xff)
#define RHEL_RELEASE_VERSION(a, b) (((a) << 8) + (b))

#endif
