// Bit operations under the names they had until 3.0; part of <linux/bitops.h>. i386 is
// little-endian, so that the bitmaps of ext2 and minix are plain ones.
#include <linux/bitops.h>
#ifndef _LINUX_OLD_BITOPS_MM32_H
#define _LINUX_OLD_BITOPS_MM32_H

#include <linux/version.h>

#if LINUX_VERSION_CODE < KERNEL_VERSION(3, 1, 0)
#define __MM32_OLD_MAP(addr) ((unsigned long*)(addr))
#define generic_ffs(x) ffs(x)
#define generic_fls(x) fls(x)
#define generic_fls64(x) fls64(x)
#define generic_hweight8(w) hweight8(w)
#define generic_hweight16(w) hweight16(w)
#define generic_hweight32(w) hweight32(w)
#define generic_hweight64(w) hweight64(w)
#define generic_test_le_bit(nr, addr) test_bit(nr, __MM32_OLD_MAP(addr))
#define generic___set_le_bit(nr, addr) __set_bit(nr, __MM32_OLD_MAP(addr))
#define generic___clear_le_bit(nr, addr) __clear_bit(nr, __MM32_OLD_MAP(addr))
#define generic_find_next_le_bit(addr, size, from) find_next_bit(__MM32_OLD_MAP(addr), size, from)
#define generic_find_next_zero_le_bit(addr, size, from) \
  find_next_zero_bit(__MM32_OLD_MAP(addr), size, from)
#define ext2_set_bit(nr, addr) __test_and_set_bit(nr, __MM32_OLD_MAP(addr))
#define ext2_clear_bit(nr, addr) __test_and_clear_bit(nr, __MM32_OLD_MAP(addr))
#define ext2_test_bit(nr, addr) test_bit(nr, __MM32_OLD_MAP(addr))
#define ext2_find_first_zero_bit(addr, size) find_first_zero_bit(__MM32_OLD_MAP(addr), size)
#define ext2_find_next_zero_bit(addr, size, from) \
  find_next_zero_bit(__MM32_OLD_MAP(addr), size, from)
#define ext2_find_next_bit(addr, size, from) find_next_bit(__MM32_OLD_MAP(addr), size, from)
#define minix_test_and_set_bit(nr, addr) __test_and_set_bit(nr, __MM32_OLD_MAP(addr))
#define minix_set_bit(nr, addr) __set_bit(nr, __MM32_OLD_MAP(addr))
#define minix_test_and_clear_bit(nr, addr) __test_and_clear_bit(nr, __MM32_OLD_MAP(addr))
#define minix_test_bit(nr, addr) test_bit(nr, __MM32_OLD_MAP(addr))
#define minix_find_first_zero_bit(addr, size) find_first_zero_bit(__MM32_OLD_MAP(addr), size)
#define for_each_bit(bit, addr, size) for_each_set_bit(bit, addr, size)
#endif

#endif
