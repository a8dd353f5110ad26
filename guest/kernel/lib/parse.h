// Number parsing shared by kstrtox.c and sscanf.c.
#ifndef GUEST_KERNEL_LIB_PARSE_H
#define GUEST_KERNEL_LIB_PARSE_H

#include <linux/types.h>

// Settles base 0 by the prefix and returns s without "0x".
const char* parse_base(const char* s, unsigned int* base);
// The number of digits read, with bit 31 set when the value did not fit.
unsigned int parse_digits(const char* s, unsigned int base, u64* value, size_t max_chars);
// As simple_strtoull, reading at most max_chars characters, prefix included.
unsigned long long parse_simple(const char* s, char** end, unsigned int base, size_t max_chars);

#endif
