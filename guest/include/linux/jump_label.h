// Static keys under their other name, and some that only the boot changes.
#ifndef _LINUX_JUMP_LABEL_H
#define _LINUX_JUMP_LABEL_H

#include <linux/static_key.h>

#define DEFINE_STATIC_KEY_TRUE_RO(name) \
  struct static_key_true name __ro_after_init = STATIC_KEY_TRUE_INIT
#define DEFINE_STATIC_KEY_FALSE_RO(name) \
  struct static_key_false name __ro_after_init = STATIC_KEY_FALSE_INIT
#define DEFINE_STATIC_KEY_ARRAY_TRUE(name, count) \
  struct static_key_true name[count] = {[0 ...(count) - 1] = STATIC_KEY_TRUE_INIT}
#define DEFINE_STATIC_KEY_ARRAY_FALSE(name, count) \
  struct static_key_false name[count] = {[0 ...(count) - 1] = STATIC_KEY_FALSE_INIT}
#define static_branch_inc_cpuslocked(x) static_branch_inc(x)
#define static_branch_dec_cpuslocked(x) static_branch_dec(x)
#define static_branch_enable_cpuslocked(x) static_branch_enable(x)
#define static_branch_disable_cpuslocked(x) static_branch_disable(x)

#include <linux/static_key.h>

#endif
