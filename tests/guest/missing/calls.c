/* Calls functions that nobody provides, one of them twice and one through a pointer. */
#include <linux/module.h>

int missing_one(int value);
long long missing_wide(void);
extern int weak_one(void) __attribute__((weak));

static int (*volatile through_pointer)(int) = missing_one;

static int __init calls_init(void) {
  pr_info("one %d, again %d\n", missing_one(1), missing_one(2));
  pr_info("pointer %d, wide %lld\n", through_pointer(3), missing_wide());
  pr_info("weak is %s\n", weak_one ? "there" : "NULL");
  return 0;
}

static void __exit calls_exit(void) { pr_info("bye\n"); }

module_init(calls_init);
module_exit(calls_exit);
MODULE_LICENSE("GPL");

// mm32-expect: status 1
// mm32-expect: message unknown symbol missing_wide, needed at calls_init
