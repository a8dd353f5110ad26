// The hash of names that path lookup uses.
#ifndef _LINUX_STRINGHASH_H
#define _LINUX_STRINGHASH_H

#include <linux/compiler.h>
#include <linux/hash.h>
#include <linux/types.h>

unsigned int full_name_hash(const void* salt, const char*, unsigned int);
u64 hashlen_string(const void* salt, const char* name);

// Inline in Linux.
unsigned long partial_name_hash(unsigned long c, unsigned long prevhash);
unsigned int end_name_hash(unsigned long hash);

// Inline in Linux.
unsigned long partial_name_hash(unsigned long c, unsigned long prevhash);
unsigned int end_name_hash(unsigned long hash);

#endif
