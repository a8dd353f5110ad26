// Ticks in a second.
#ifndef _ASM_PARAM_H
#define _ASM_PARAM_H

#ifndef HZ
#define HZ CONFIG_HZ
#endif
#define USER_HZ 100

#endif
