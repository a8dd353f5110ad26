// The keys that reach the kernel itself.
#ifndef _LINUX_SYSRQ_H
#define _LINUX_SYSRQ_H

#include <linux/errno.h>
#include <linux/types.h>

struct sysrq_key_op;

#define SYSRQ_ENABLE_LOG 0x0002
#define SYSRQ_ENABLE_KEYBOARD 0x0004
#define SYSRQ_ENABLE_DUMP 0x0008
#define SYSRQ_ENABLE_SYNC 0x0010
#define SYSRQ_ENABLE_REMOUNT 0x0020
#define SYSRQ_ENABLE_SIGNAL 0x0040
#define SYSRQ_ENABLE_BOOT 0x0080
#define SYSRQ_ENABLE_RTNICE 0x0100
struct sysrq_key_op {
  void (*const handler)(int);
  const char* const help_msg;
  const char* const action_msg;
  const int enable_mask;
};
void handle_sysrq(int key);
void __handle_sysrq(int key, bool check_mask);
int register_sysrq_key(int key, const struct sysrq_key_op* op);
int unregister_sysrq_key(int key, const struct sysrq_key_op* op);
extern const struct sysrq_key_op* __sysrq_reboot_op;
int sysrq_toggle_support(int enable_mask);
int sysrq_mask(void);

#endif
