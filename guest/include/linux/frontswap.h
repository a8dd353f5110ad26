// Swapping to memory elsewhere.
#ifndef _LINUX_FRONTSWAP_H
#define _LINUX_FRONTSWAP_H

#include <linux/mm.h>
#include <linux/swap.h>

#endif
