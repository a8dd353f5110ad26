// Names in directories, as far as printing needs them.
#ifndef _LINUX_DCACHE_H
#define _LINUX_DCACHE_H

#include <linux/fs_mm32.h>
#define QSTR_INIT(n, l) \
  { .len = l, .name = (const unsigned char*)n }

#endif
