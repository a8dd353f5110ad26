// Checks of KCSAN, which is not configured.
#ifndef _LINUX_KCSAN_CHECKS_H
#define _LINUX_KCSAN_CHECKS_H

#include <linux/types.h>

static inline void kcsan_check_read(const volatile void* p, size_t size) {}
static inline void kcsan_check_write(const volatile void* p, size_t size) {}
static inline void kcsan_check_read_write(const volatile void* p, size_t size) {}
static inline void kcsan_check_atomic_read(const volatile void* p, size_t size) {}
static inline void kcsan_check_atomic_write(const volatile void* p, size_t size) {}
static inline void kcsan_disable_current(void) {}
static inline void kcsan_enable_current(void) {}
static inline void kcsan_nestable_atomic_begin(void) {}
static inline void kcsan_nestable_atomic_end(void) {}
static inline void kcsan_flat_atomic_begin(void) {}
static inline void kcsan_flat_atomic_end(void) {}
static inline void kcsan_atomic_next(int n) {}
static inline void kcsan_set_access_mask(unsigned long mask) {}

#endif
