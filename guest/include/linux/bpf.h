// BPF.
#ifndef _LINUX_BPF_H
#define _LINUX_BPF_H

#include <linux/types.h>

#endif
