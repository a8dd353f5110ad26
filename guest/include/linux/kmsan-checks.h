// Checks of KMSAN, which is not configured.
#ifndef _LINUX_KMSAN_CHECKS_H
#define _LINUX_KMSAN_CHECKS_H

#include <linux/types.h>

static inline void kmsan_poison_memory(const void* p, size_t size, gfp_t flags) {}
static inline void kmsan_unpoison_memory(const void* p, size_t size) {}
static inline void kmsan_check_memory(const void* p, size_t size) {}
static inline void kmsan_copy_to_user(void __user* to, const void* from, size_t size, size_t left) {
}

#endif
