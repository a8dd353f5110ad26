// Checks of KASAN, which is not configured.
#ifndef _LINUX_KASAN_CHECKS_H
#define _LINUX_KASAN_CHECKS_H

#include <linux/types.h>

static inline bool __kasan_check_read(const volatile void* p, unsigned int size) { return true; }
static inline bool __kasan_check_write(const volatile void* p, unsigned int size) { return true; }
static inline bool kasan_check_read(const volatile void* p, unsigned int size) { return true; }
static inline bool kasan_check_write(const volatile void* p, unsigned int size) { return true; }

#endif
