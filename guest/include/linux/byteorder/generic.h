#ifndef _LINUX_BYTEORDER_GENERIC_H
#define _LINUX_BYTEORDER_GENERIC_H

#include <asm/byteorder.h>

#define cpu_to_le64s __cpu_to_le64s
#define le64_to_cpus __le64_to_cpus

#endif
