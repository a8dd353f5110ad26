// Merging of equal pages.
#ifndef _LINUX_KSM_H
#define _LINUX_KSM_H

#include <linux/mm.h>
#include <linux/pagemap.h>
#include <linux/rmap.h>

#endif
