// Device numbers: 12 bits of major, 20 of minor.
#ifndef _LINUX_KDEV_T_H
#define _LINUX_KDEV_T_H

#include <linux/types.h>

#define MINORBITS 20
#define MINORMASK ((1U << MINORBITS) - 1)
#define MAJOR(dev) ((unsigned int)((dev) >> MINORBITS))
#define MINOR(dev) ((unsigned int)((dev)&MINORMASK))
#define MKDEV(ma, mi) (((ma) << MINORBITS) | (mi))
#define print_dev_t(buffer, dev) sprintf((buffer), "%u:%u\n", MAJOR(dev), MINOR(dev))

// The numbers outside the kernel: of 16 bits (old), of 32 (new), of 64 (huge), and System V's.
#define format_dev_t(buffer, dev)                     \
  ({                                                  \
    sprintf(buffer, "%u:%u", MAJOR(dev), MINOR(dev)); \
    buffer;                                           \
  })
static __always_inline bool old_valid_dev(dev_t dev) {
  return MAJOR(dev) < 256 && MINOR(dev) < 256;
}
static __always_inline u16 old_encode_dev(dev_t dev) { return (MAJOR(dev) << 8) | MINOR(dev); }
static __always_inline dev_t old_decode_dev(u16 val) { return MKDEV((val >> 8) & 255, val & 255); }
static __always_inline u32 new_encode_dev(dev_t dev) {
  unsigned minor = MINOR(dev);
  return (minor & 0xff) | (MAJOR(dev) << 8) | ((minor & ~0xffu) << 12);
}
static __always_inline dev_t new_decode_dev(u32 dev) {
  return MKDEV((dev >> 8) & 0xfff, (dev & 0xff) | ((dev >> 12) & 0xfff00));
}
static __always_inline u64 huge_encode_dev(dev_t dev) { return new_encode_dev(dev); }
static __always_inline dev_t huge_decode_dev(u64 dev) { return new_decode_dev(dev); }
static __always_inline int sysv_valid_dev(dev_t dev) {
  return MAJOR(dev) < (1 << 14) && MINOR(dev) < (1 << 18);
}
static __always_inline u32 sysv_encode_dev(dev_t dev) { return MINOR(dev) | (MAJOR(dev) << 18); }
static __always_inline unsigned sysv_major(u32 dev) { return (dev >> 18) & 0x3fff; }
static __always_inline unsigned sysv_minor(u32 dev) { return dev & 0x3ffff; }

#endif
