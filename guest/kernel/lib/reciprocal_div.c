// Reciprocals, after Granlund and Montgomery, "Division by invariant integers using
// multiplication". Linux: 6.1 lib/math/reciprocal_div.c.
#include <linux/bug.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/math64.h>
#include <linux/reciprocal_div.h>

#include "bug_at.h"

struct reciprocal_value reciprocal_value(u32 d) {
  int bits = fls(d - 1);
  struct reciprocal_value r = {.sh1 = min(bits, 1), .sh2 = max(bits - 1, 0)};
  r.m = (u32)(div_u64(((u64)1 << 32) * (((u64)1 << bits) - d), d) + 1);
  return r;
}
EXPORT_SYMBOL(reciprocal_value);

struct reciprocal_value_adv reciprocal_value_adv(u32 d, u8 prec) {
  int bits = fls(d - 1), shift = bits;
  struct reciprocal_value_adv r = {.exp = bits};
  u64 low, high;
  WARN_AT(bits == 32, "lib/math/reciprocal_div.c", 47,
          "ceil(log2(0x%08x)) == 32, %s doesn't support such divisor", d, __func__);
  low = div_u64((u64)1 << (32 + bits), d);
  high = div_u64(((u64)1 << (32 + bits)) + ((u64)1 << (32 + bits - prec)), d);
  for (; shift > 0 && low >> 1 < high >> 1; shift--) {
    low >>= 1;
    high >>= 1;
  }
  r.m = (u32)high;
  r.sh = shift;
  r.is_wide_m = high > U32_MAX;
  return r;
}
EXPORT_SYMBOL(reciprocal_value_adv);
