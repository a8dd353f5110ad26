/*
 * Runs KUnit suites and reports them: one line per case and suite, `ok N name` or `not ok N name`,
 * statistics where there is more than one result. Each case runs in a thread; the thread that loads
 * the module waits for it. Linux: 6.1 lib/kunit/test.c, try-catch.c, assert.c. Before 5.18 the
 * lines had a dash before the name and suites no KTAP version line.
 */
#include <kunit/test.h>
#include <linux/completion.h>
#include <linux/export.h>
#include <linux/kthread.h>
#include <linux/sched.h>

#define INDENT "    "

struct results {
  unsigned long passed, failed, skipped, total;
};
struct runner {
  struct kunit_suite* suite;
  struct kunit_case* test_case;
  struct kunit* test;
  struct completion over;
};
struct lines {
  const char* dash;
  bool has_ktap;
};

static struct kunit* current_test;
static struct task_struct* current_thread;
static size_t suites_done;

struct kunit* kunit_get_current_test(void) {
  return current == current_thread ? current_test : NULL;
}
EXPORT_SYMBOL(kunit_get_current_test);

void kunit_mark_skipped_mm32(struct kunit* test, const char* fmt, ...) {
  va_list args;
  if (test->status != KUNIT_FAILURE) test->status = KUNIT_SKIPPED;
  va_start(args, fmt);
  vsnprintf(test->status_comment, sizeof(test->status_comment), fmt, args);
  va_end(args);
}
EXPORT_SYMBOL(kunit_mark_skipped_mm32);

void kunit_end_case_mm32(struct kunit* test) {
  kthread_complete_and_exit(test->over_mm32, 0);
  __builtin_unreachable();
}
EXPORT_SYMBOL(kunit_end_case_mm32);

static void count(struct results* results, enum kunit_status status) {
  if (status == KUNIT_SUCCESS) results->passed++;
  if (status == KUNIT_FAILURE) results->failed++;
  if (status == KUNIT_SKIPPED) results->skipped++;
  results->total++;
}
static void print_results(const char* indent, const char* name, struct results r) {
  if (r.total > 1)
    printk(KERN_INFO "%s# %s: pass:%lu fail:%lu skip:%lu total:%lu", indent, name, r.passed,
           r.failed, r.skipped, r.total);
}
static const char* verdict(enum kunit_status status) {
  return status == KUNIT_FAILURE ? "not ok" : "ok";
}
static void print_result(const struct lines* lines, const char* indent, enum kunit_status status,
                         size_t number, const char* name, const char* comment) {
  const bool skipped = status == KUNIT_SKIPPED;
  printk(KERN_INFO "%s%s %zu %s%s%s%s", indent, verdict(status), number, lines->dash, name,
         skipped ? " # SKIP " : "", skipped ? comment : "");
}

static void clean_up_case(struct runner* runner) {
  if (runner->suite->exit) runner->suite->exit(runner->test);
  kunit_cleanup(runner->test);
}
static int run_in_thread(void* data) {
  struct runner* runner = data;
  struct kunit* test = runner->test;
  const int error = runner->suite->init ? runner->suite->init(test) : 0;
  if (error) {
    kunit_err(test, "failed to initialize: %d\n", error);
    test->status = KUNIT_FAILURE;
  } else {
    runner->test_case->run_case(test);
  }
  kthread_complete_and_exit(&runner->over, 0);
  return 0;
}

// One case with one parameter. The status of the case is the worst of its runs.
static void run_case(struct kunit_suite* suite, struct kunit_case* test_case, struct kunit* test) {
  struct runner runner = {.suite = suite, .test_case = test_case, .test = test};
  init_completion(&runner.over);
  spin_lock_init(&test->lock);
  INIT_LIST_HEAD(&test->resources);
  test->name = test_case->name;
  test->status = KUNIT_SUCCESS;
  test->status_comment[0] = '\0';
  test->over_mm32 = &runner.over;
  current_test = test;
  current_thread = kthread_create(run_in_thread, &runner, "kunit_try_catch_thread");
  if (IS_ERR(current_thread)) {
    kunit_err(test, "internal error occurred preventing test case from running: %ld\n",
              PTR_ERR(current_thread));
    test->status = KUNIT_FAILURE;
  } else {
    wake_up_process(current_thread);
    wait_for_completion(&runner.over);
    clean_up_case(&runner);
  }
  current_test = NULL;
  current_thread = NULL;
  if (test->status == KUNIT_FAILURE || test_case->status == KUNIT_SKIPPED)
    test_case->status = test->status;
}

static void run_parameters(struct kunit_suite* suite, struct kunit_case* test_case,
                           struct kunit* test, const struct lines* lines, struct results* results) {
  char desc[KUNIT_PARAM_DESC_SIZE] = "";
  test->param_value = test_case->generate_params(NULL, desc);
  if (lines->has_ktap) printk(KERN_INFO INDENT INDENT "KTAP version 1\n");
  printk(KERN_INFO INDENT INDENT "# Subtest: %s", test_case->name);
  while (test->param_value) {
    run_case(suite, test_case, test);
    if (!desc[0]) snprintf(desc, sizeof(desc), "param-%d", test->param_index);
    print_result(lines, INDENT INDENT, test->status, test->param_index + 1, desc,
                 test->status_comment);
    desc[0] = '\0';
    test->param_value = test_case->generate_params(test->param_value, desc);
    test->param_index++;
    count(results, test->status);
  }
}

static enum kunit_status suite_status(const struct kunit_suite* suite) {
  const struct kunit_case* test_case;
  enum kunit_status status = KUNIT_SKIPPED;
  if (suite->suite_init_err) return KUNIT_FAILURE;
  for (test_case = suite->test_cases; test_case->run_case; test_case++) {
    if (test_case->status == KUNIT_FAILURE) return KUNIT_FAILURE;
    if (test_case->status == KUNIT_SUCCESS) status = KUNIT_SUCCESS;
  }
  return status;
}

static void run_cases(struct kunit_suite* suite, struct kunit* test, const struct lines* lines) {
  struct results all = {}, totals = {};
  struct kunit_case* test_case;
  size_t number = 0;
  for (test_case = suite->test_cases; test_case->run_case; test_case++) {
    struct results own = {};
    memset(test, 0, sizeof(*test));
    test_case->status = KUNIT_SKIPPED;
    if (test_case->generate_params) {
      run_parameters(suite, test_case, test, lines, &own);
    } else {
      run_case(suite, test_case, test);
      count(&own, test->status);
    }
    print_results(INDENT, test_case->name, own);
    print_result(lines, INDENT, test_case->status, ++number, test_case->name, test->status_comment);
    count(&all, test_case->status);
    totals.passed += own.passed;
    totals.failed += own.failed;
    totals.skipped += own.skipped;
    totals.total += own.total;
  }
  if (suite->suite_exit) suite->suite_exit(suite);
  print_results("", suite->name, all);
  print_results("", "Totals", totals);
}

static void run_suite(struct kunit_suite* suite, struct kunit* test, const struct lines* lines) {
  size_t cases = 0;
  while (suite->test_cases[cases].run_case) cases++;
  suite->suite_init_err = suite->suite_init ? suite->suite_init(suite) : 0;
  if (suite->suite_init_err) {
    printk(KERN_ERR INDENT "# %s:     # failed to initialize (%d)", suite->name,
           suite->suite_init_err);
  } else {
    if (lines->has_ktap) printk(KERN_INFO INDENT "KTAP version 1\n");
    printk(KERN_INFO INDENT "# Subtest: %s\n", suite->name);
    printk(KERN_INFO INDENT "1..%zu\n", cases);
    run_cases(suite, test, lines);
  }
  print_result(lines, "", suite_status(suite), ++suites_done, suite->name, "");
}

int kunit_run_suites_mm32(struct kunit_suite* const* suites, int n, unsigned int version) {
  const bool recent = version >= KERNEL_VERSION(5, 18, 0);
  const struct lines lines = {recent ? "" : "- ", recent};
  struct kunit* test = kzalloc(sizeof(*test), GFP_KERNEL);
  int i;
  if (!test) return -ENOMEM;
  add_taint(TAINT_TEST, LOCKDEP_STILL_OK);
  for (i = 0; i < n && suites[i]; i++) run_suite(suites[i], test, &lines);
  kfree(test);
  return 0;
}
EXPORT_SYMBOL(kunit_run_suites_mm32);
