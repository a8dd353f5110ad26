// Names that <linux/kernel.h> had in earlier versions and lost since.
#ifndef _LINUX_KERNEL_COMPAT_MM32_H
#define _LINUX_KERNEL_COMPAT_MM32_H

#include <linux/kstrtox.h>
#define strict_strtoul(cp, base, res) kstrtoul(cp, base, res)
#define strict_strtol(cp, base, res) kstrtol(cp, base, res)
#define strict_strtoull(cp, base, res) kstrtoull(cp, base, res)
#define strict_strtoll(cp, base, res) kstrtoll(cp, base, res)
#define NIPQUAD(addr)                                                                 \
  ((unsigned char*)&addr)[0], ((unsigned char*)&addr)[1], ((unsigned char*)&addr)[2], \
      ((unsigned char*)&addr)[3]
#define NIPQUAD_FMT "%u.%u.%u.%u"

#endif
