/* A suite of KUnit: what passes, what fails in each way, what is skipped, parameters, resources. */
#include <kunit/test.h>

static int given_back;

static void give_back(void* context) { given_back += *(int*)context; }

static void memory(struct kunit* test) {
  static int one = 1;
  int* cell = kunit_kzalloc(test, sizeof(int), GFP_KERNEL);
  KUNIT_ASSERT_NOT_ERR_OR_NULL(test, cell);
  KUNIT_EXPECT_EQ(test, *cell, 0);
  KUNIT_EXPECT_PTR_EQ(test, kunit_get_current_test(), test);
  KUNIT_ASSERT_EQ(test, kunit_add_action(test, give_back, &one), 0);
  KUNIT_ASSERT_EQ(test, kunit_add_action(test, give_back, &one), 0);
  kunit_release_action(test, give_back, &one);
}
static void failures(struct kunit* test) {
  int five = 5;
  KUNIT_EXPECT_EQ(test, 1, given_back - 1);
  KUNIT_EXPECT_LT(test, five, 3);
  KUNIT_EXPECT_TRUE(test, five == 4);
  KUNIT_EXPECT_STREQ_MSG(test, "north", "south", "at %d", five);
  KUNIT_EXPECT_NOT_ERR_OR_NULL(test, ERR_PTR(-5));
  KUNIT_ASSERT_NULL_MSG(test, NULL, "fine");
  KUNIT_ASSERT_FALSE_MSG(test, five, "the end");
  pr_info("not reached\n");
}
static void elsewhere(struct kunit* test) { kunit_skip(test, "needs %s", "another CPU"); }

static const int numbers[] = {1, 2, 30};
static void describe(const int* number, char* desc) { sprintf(desc, "number %d", *number); }
KUNIT_ARRAY_PARAM(numbers, numbers, describe);
static void small(struct kunit* test) {
  const int* number = test->param_value;
  KUNIT_EXPECT_LE(test, *number, 2);
}

static struct kunit_case cases[] = {KUNIT_CASE(memory),
                                    KUNIT_CASE(failures),
                                    KUNIT_CASE(elsewhere),
                                    KUNIT_CASE_PARAM(small, numbers_gen_params),
                                    {}};
static struct kunit_suite suite = {.name = "cells", .test_cases = cases};
kunit_test_suite(suite);
MODULE_LICENSE("GPL");
