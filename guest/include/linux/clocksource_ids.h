// Numbers of clock sources that time stamps carry.
#ifndef _LINUX_CLOCKSOURCE_IDS_H
#define _LINUX_CLOCKSOURCE_IDS_H

#include <linux/types.h>

enum clocksource_ids { CSID_GENERIC, CSID_ARM_ARCH_COUNTER, CSID_MAX };

#endif
