// Greatest common divisor.
#ifndef _LINUX_GCD_H
#define _LINUX_GCD_H

#include <linux/compiler.h>
unsigned long gcd(unsigned long a, unsigned long b) __attribute_const__;

#endif
