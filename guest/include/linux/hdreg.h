// Geometry of disks.
#ifndef _LINUX_HDREG_H
#define _LINUX_HDREG_H

#endif
