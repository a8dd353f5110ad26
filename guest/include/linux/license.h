// Which licences let a module use what is exported for the GPL only.
#ifndef _LINUX_LICENSE_H
#define _LINUX_LICENSE_H

#include <linux/string.h>

static inline int license_is_gpl_compatible(const char* license) {
  return !strcmp(license, "GPL") || !strcmp(license, "GPL v2") ||
         !strcmp(license, "GPL and additional rights") || !strcmp(license, "Dual BSD/GPL") ||
         !strcmp(license, "Dual MIT/GPL") || !strcmp(license, "Dual MPL/GPL");
}

#endif
