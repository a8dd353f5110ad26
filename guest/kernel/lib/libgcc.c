// The helpers that gcc calls for 64-bit division when a module divides with / and %, which kernel
// code should not do; older compilers' shifts as well.
#include <linux/export.h>
#include <linux/math64.h>

typedef unsigned long long du;
typedef long long ds;

du __udivdi3(du a, du b);
du __umoddi3(du a, du b);
ds __divdi3(ds a, ds b);
ds __moddi3(ds a, ds b);
du __udivmoddi4(du a, du b, du* rem);
int __ucmpdi2(du a, du b);

du __udivdi3(du a, du b) { return div64_u64(a, b); }
EXPORT_SYMBOL(__udivdi3);
du __umoddi3(du a, du b) {
  u64 remainder;
  div64_u64_rem(a, b, &remainder);
  return remainder;
}
EXPORT_SYMBOL(__umoddi3);
ds __divdi3(ds a, ds b) { return div64_s64(a, b); }
EXPORT_SYMBOL(__divdi3);
ds __moddi3(ds a, ds b) { return a - div64_s64(a, b) * b; }
EXPORT_SYMBOL(__moddi3);
du __udivmoddi4(du a, du b, du* rem) {
  u64 remainder;
  du quotient = div64_u64_rem(a, b, &remainder);
  if (rem) *rem = remainder;
  return quotient;
}
EXPORT_SYMBOL(__udivmoddi4);
int __ucmpdi2(du a, du b) { return a < b ? 0 : a > b ? 2 : 1; }
EXPORT_SYMBOL(__ucmpdi2);
