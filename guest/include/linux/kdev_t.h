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

// Inline in Linux.
bool old_valid_dev(dev_t dev);
u16 old_encode_dev(dev_t dev);
dev_t old_decode_dev(u16 val);
u32 new_encode_dev(dev_t dev);
dev_t new_decode_dev(u32 dev);
u64 huge_encode_dev(dev_t dev);
dev_t huge_decode_dev(u64 dev);
int sysv_valid_dev(dev_t dev);
u32 sysv_encode_dev(dev_t dev);
unsigned int sysv_major(u32 dev);
unsigned int sysv_minor(u32 dev);

#endif
