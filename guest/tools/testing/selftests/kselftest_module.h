// What lib/test_*.c of Linux include by this path to count their checks and report them as one line
// each: KSTM_CHECK_ZERO for a check, KSTM_MODULE_LOADERS for init and exit around selftest(). The
// init of a module whose checks failed returns -EINVAL. Linux:
// tools/testing/selftests/kselftest_module.h.
#ifndef __KSELFTEST_MODULE_H
#define __KSELFTEST_MODULE_H

#include <linux/module.h>
#include <linux/panic.h>

#define KSTM_MODULE_GLOBALS()       \
  static unsigned int total_tests;  \
  static unsigned int failed_tests; \
  static unsigned int skipped_tests

#define KSTM_CHECK_ZERO(x)                                 \
  do {                                                     \
    total_tests++;                                         \
    if (x) {                                               \
      pr_warn("TC failed at %s:%d\n", __func__, __LINE__); \
      failed_tests++;                                      \
    }                                                      \
  } while (0)

static inline int kstm_report(unsigned int total, unsigned int failed, unsigned int skipped) {
  if (failed) {
    pr_warn("failed %u out of %u tests\n", failed, total);
    return -EINVAL;
  }
  if (skipped) {
    pr_info("skipped %u tests\n", skipped);
    pr_info("remaining %u tests passed\n", total);
  } else {
    pr_info("all %u tests passed\n", total);
  }
  return 0;
}

#define KSTM_MODULE_LOADERS(name)                                  \
  static int __init name##_init(void) {                            \
    pr_info("loaded.\n");                                          \
    add_taint(TAINT_TEST, LOCKDEP_STILL_OK);                       \
    selftest();                                                    \
    return kstm_report(total_tests, failed_tests, skipped_tests);  \
  }                                                                \
  static void __exit name##_exit(void) { pr_info("unloaded.\n"); } \
  module_init(name##_init);                                        \
  module_exit(name##_exit)

MODULE_INFO(test, "Y");

#endif
