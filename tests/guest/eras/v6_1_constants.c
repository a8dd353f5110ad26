/* Masks made with the bitmap and bit operations are constants of the compiler, and the text of a
 * failed assertion is that of its own condition. The checks of a
 * self-test module are counted by a header beside those of the kernel. */
#include <asm/page_types.h>
#include <linux/bitmap.h>
#include <linux/build_bug.h>
#include <linux/dynamic_debug.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/stringhash.h>

#include "../tools/testing/selftests/kselftest_module.h"

KSTM_MODULE_GLOBALS();
enum classes { CORE, EDGE };
DECLARE_DYNDBG_CLASSMAP(own_classes, DD_CLASS_TYPE_DISJOINT_BITS, 0, "CORE", "EDGE");

static void constants(void) {
  DECLARE_BITMAP(small, BITS_PER_LONG);
  unsigned long shifted = 0;
  int weight;
  bitmap_clear(small, 0, BITS_PER_LONG);
  if (!test_bit(9, small)) bitmap_set(small, 3, 4);
  weight = bitmap_weight(small, 31);
  BUILD_BUG_ON(!__builtin_constant_p(weight));
  BUILD_BUG_ON(weight != 4);
  __change_bit(31, &shifted);
  bitmap_shift_right(&shifted, &shifted, 27, BITS_PER_LONG);
  BUILD_BUG_ON(!test_bit(4, &shifted));
  BUILD_BUG_ON(shifted != BIT(4));
}

static void selftest(void) {
  DECLARE_BITMAP(small, BITS_PER_LONG);
  unsigned long other = BIT(4);
  constants();
  bitmap_zero(small, BITS_PER_LONG);
  bitmap_set(small, 3, 4);
  __set_bit(20, small);
  bitmap_clear(small, 5, 2);
  KSTM_CHECK_ZERO(small[0] != 0x100018);
  KSTM_CHECK_ZERO(find_first_bit(small, 32) != 3);
  KSTM_CHECK_ZERO(!bitmap_intersects(small, &other, 32));
  KSTM_CHECK_ZERO(PUD_SHIFT != PGDIR_SHIFT);
  KSTM_CHECK_ZERO(hashlen_len(hashlen_create(7, 9)) != 9);
  KSTM_CHECK_ZERO(GENMASK_INPUT_CHECK(4, 2));
  __pr_debug_cls(EDGE, "class %d\n", EDGE);
}
KSTM_MODULE_LOADERS(constants);
MODULE_LICENSE("GPL");
