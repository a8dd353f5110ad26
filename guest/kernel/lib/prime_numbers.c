// Prime numbers, by trial division: nobody asks for many. Linux: lib/math/prime_numbers.c, which
// keeps a sieve.
#include <linux/export.h>
#include <linux/prime_numbers.h>

bool is_prime_number(unsigned long x) {
  unsigned long divisor;

  if (x < 4) return x >= 2;
  if (x % 2 == 0) return false;
  for (divisor = 3; divisor <= x / divisor; divisor += 2)
    if (x % divisor == 0) return false;
  return true;
}
EXPORT_SYMBOL(is_prime_number);

// The first prime above `x`; `x` itself where a word has no room for one.
unsigned long next_prime_number(unsigned long x) {
  unsigned long next;

  for (next = x + 1; next > x && !is_prime_number(next);) next++;
  return next > x ? next : x;
}
EXPORT_SYMBOL(next_prime_number);
