// Frame numbers with flags.
#ifndef _LINUX_PFN_T_H
#define _LINUX_PFN_T_H

#include <linux/mm.h>
#include <linux/pfn.h>

#endif
