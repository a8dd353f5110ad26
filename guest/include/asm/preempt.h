// The count of reasons not to reschedule.
#ifndef _ASM_PREEMPT_H
#define _ASM_PREEMPT_H

#include <linux/preempt.h>

#endif
