// The hash of names that path lookup uses.
#ifndef _LINUX_STRINGHASH_H
#define _LINUX_STRINGHASH_H

#include <linux/compiler.h>
#include <linux/hash.h>
#include <linux/types.h>

unsigned int full_name_hash(const void* salt, const char*, unsigned int);
u64 hashlen_string(const void* salt, const char* name);

// Length and hash of a name in one number: the hash in the lower half.
#define hashlen_hash(hashlen) ((u32)(hashlen))
#define hashlen_len(hashlen) ((u32)((hashlen) >> 32))
#define hashlen_create(hash, len) ((u64)(len) << 32 | (u32)(hash))

// Inline in Linux.
unsigned long partial_name_hash(unsigned long c, unsigned long prevhash);
unsigned int end_name_hash(unsigned long hash);

// Inline in Linux.
unsigned long partial_name_hash(unsigned long c, unsigned long prevhash);
unsigned int end_name_hash(unsigned long hash);

#endif
