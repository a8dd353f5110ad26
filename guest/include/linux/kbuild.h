// Constants for assembly.
#ifndef _LINUX_KBUILD_H
#define _LINUX_KBUILD_H

#endif
