// The memory map of the firmware.
#ifndef _ASM_E820_TYPES_H
#define _ASM_E820_TYPES_H

#include <linux/types.h>

enum e820_type {
  E820_TYPE_RAM = 1,
  E820_TYPE_RESERVED = 2,
  E820_TYPE_ACPI = 3,
  E820_TYPE_NVS = 4,
  E820_TYPE_UNUSABLE = 5,
  E820_TYPE_PMEM = 7,
  E820_TYPE_PRAM = 12,
  E820_TYPE_SOFT_RESERVED = 4026531839,
  E820_TYPE_RESERVED_KERN = 128
};
struct e820_entry {
  u64 addr;
  u64 size;
  enum e820_type type;
};
_Static_assert(sizeof(struct e820_entry) == 20, "struct e820_entry of 6.1 i386");
struct e820_table {
  __u32 nr_entries;
  struct e820_entry entries[131];
};
_Static_assert(sizeof(struct e820_table) == 2624, "struct e820_table of 6.1 i386");

#define E820_MAX_ENTRIES 131

#endif
