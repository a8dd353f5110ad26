// Freezing of tasks for suspend: the machine is never suspended, so nobody is asked to freeze.
// Linux 6.1: kernel/freezer.c.
#include <linux/export.h>
#include <linux/freezer.h>
#include <linux/static_key.h>

DEFINE_STATIC_KEY_FALSE(freezer_active);
EXPORT_SYMBOL(freezer_active);

bool freezing_slow_path(struct task_struct* p) { return false; }
EXPORT_SYMBOL(freezing_slow_path);

bool __refrigerator(bool check_kthr_stop) {
  set_current_state(TASK_RUNNING);
  return false;
}
EXPORT_SYMBOL(__refrigerator);
