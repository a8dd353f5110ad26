// Coverage for fuzzers: none.
#ifndef _LINUX_KCOV_H
#define _LINUX_KCOV_H

#include <linux/types.h>

struct kcov_remote_arg;

#define KCOV_REMOTE_MAX_HANDLES 0x100
#define KCOV_CMP_CONST (1 << 0)
#define KCOV_CMP_MASK KCOV_CMP_SIZE(3)
#define KCOV_SUBSYSTEM_COMMON (0x00ull << 56)
#define KCOV_SUBSYSTEM_USB (0x01ull << 56)
#define KCOV_SUBSYSTEM_MASK (0xffull << 56)
#define KCOV_INSTANCE_MASK (0xffffffffull)
struct kcov_remote_arg {
  __u32 trace_mode;
  __u32 area_size;
  __u32 num_handles;
  __u64 common_handle __aligned(8);
  __u64 handles[] __aligned(8);
};
enum { KCOV_TRACE_PC, KCOV_TRACE_CMP };

// Inline in Linux.
struct task_struct;
__u64 kcov_remote_handle(__u64 subsys, __u64 inst);
void kcov_task_init(struct task_struct* t);
void kcov_task_exit(struct task_struct* t);
void kcov_prepare_switch(struct task_struct* t);
void kcov_finish_switch(struct task_struct* t);
void kcov_remote_start(u64 handle);
void kcov_remote_stop(void);
u64 kcov_common_handle(void);
void kcov_remote_start_common(u64 id);
void kcov_remote_start_usb(u64 id);
void kcov_remote_start_usb_softirq(u64 id);
void kcov_remote_stop_softirq(void);

#endif
