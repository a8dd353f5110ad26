/* Needs two functions that no kernel has, one of them in two places. */
#include <linux/module.h>

int no_such_function(int);
int not_there_either(void);

static int wants_both(void) {
  int sum = no_such_function(1);
  return sum + not_there_either();
}

static void wants_one(void) {
  no_such_function(2);
}

module_init(wants_both);
module_exit(wants_one);
MODULE_LICENSE("GPL");

// mm32-expect: status 1
// mm32-expect: message unknown symbol no_such_function
