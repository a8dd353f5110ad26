/* Static calls and static keys that change while the module runs. */
#include <linux/jump_label.h>
#include <linux/module.h>
#include <linux/static_call.h>

static int one_more(int x) { return x + 1; }
static int twice(int x) { return 2 * x; }
static void speak(void) { pr_info("spoken\n"); }

DEFINE_STATIC_CALL(compute, one_more);
DEFINE_STATIC_CALL_NULL(perhaps, speak);
DEFINE_STATIC_CALL_RET0(nothing, one_more);
static DEFINE_STATIC_KEY_FALSE(off);
static DEFINE_STATIC_KEY_TRUE(on);
static struct static_key old_style = STATIC_KEY_INIT_FALSE;

static noinline void show(const char* when) {
  pr_info("%s: off %d %d on %d %d old %d counts %d %d\n", when,
          static_branch_unlikely(&off) ? 1 : 0, static_branch_likely(&off) ? 1 : 0,
          static_branch_unlikely(&on) ? 1 : 0, static_branch_likely(&on) ? 1 : 0,
          static_key_false(&old_style) ? 1 : 0, static_key_count(&off.key),
          static_key_count(&on.key));
}

static void calls(void) {
  pr_info("compute %d", static_call(compute)(20));
  static_call_update(compute, twice);
  pr_cont(" %d query %d\n", static_call(compute)(20), static_call_query(compute) == twice);
  static_call_cond(perhaps)();
  static_call_update(perhaps, speak);
  static_call_cond(perhaps)();
  static_call_update(perhaps, NULL);
  static_call_cond(perhaps)();
  pr_info("nothing %d", static_call(nothing)(5));
  static_call_update(nothing, twice);
  pr_cont(" %d", static_call(nothing)(5));
  static_call_update(nothing, (void*)__static_call_return0);
  pr_cont(" %d\n", static_call(nothing)(5));
}

static int __init static_calls_init(void) {
  calls();
  show("start");
  static_branch_enable(&off);
  static_branch_disable(&on);
  show("changed");
  static_branch_inc(&off);
  static_branch_inc(&on);
  show("counted");
  static_branch_dec(&off);
  static_branch_dec(&on);
  show("uncounted");
  static_key_slow_inc(&old_style);
  show("old on");
  static_key_slow_dec(&old_style);
  static_branch_disable(&off);
  show("old off");
  return 0;
}

static void __exit static_calls_exit(void) { show("exit"); }

module_init(static_calls_init);
module_exit(static_calls_exit);
MODULE_LICENSE("GPL");
