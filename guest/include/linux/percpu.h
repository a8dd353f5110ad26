// Dynamic per-CPU memory.
#ifndef _LINUX_PERCPU_H
#define _LINUX_PERCPU_H

#include <linux/percpu-defs.h>
#include <linux/smp.h>
#include <linux/types.h>

void __percpu* __alloc_percpu(size_t size, size_t align);
void __percpu* __alloc_percpu_gfp(size_t size, size_t align, gfp_t gfp);
void free_percpu(void __percpu* pdata);
#define alloc_percpu(type) ((typeof(type) __percpu*)__alloc_percpu(sizeof(type), __alignof__(type)))
#define alloc_percpu_gfp(type, gfp) \
  ((typeof(type) __percpu*)__alloc_percpu_gfp(sizeof(type), __alignof__(type), gfp))

#endif
