// The best fraction within bounds for a given ratio.
#ifndef _LINUX_RATIONAL_H
#define _LINUX_RATIONAL_H

void rational_best_approximation(unsigned long numerator, unsigned long denominator,
                                 unsigned long max_n, unsigned long max_d, unsigned long* best_n,
                                 unsigned long* best_d);

#endif
