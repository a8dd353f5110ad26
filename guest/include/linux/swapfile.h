// Swap devices.
#ifndef _LINUX_SWAPFILE_H
#define _LINUX_SWAPFILE_H

#endif
