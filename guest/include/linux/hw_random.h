// Hardware random number generators.
#ifndef _LINUX_HW_RANDOM_H
#define _LINUX_HW_RANDOM_H

#include <linux/completion.h>
#include <linux/kref.h>
#include <linux/list.h>
#include <linux/types.h>

struct completion;
struct device;
struct hwrng;
struct kref;
struct list_head;

struct hwrng {
  const char* name;
  int (*init)(struct hwrng*);
  void (*cleanup)(struct hwrng*);
  int (*data_present)(struct hwrng*, int);
  int (*data_read)(struct hwrng*, u32*);
  int (*read)(struct hwrng*, void*, size_t, bool);
  unsigned long priv;
  unsigned short quality;
  struct list_head list;
  struct kref ref;
  struct completion cleanup_done;
  struct completion dying;
};
int hwrng_register(struct hwrng* rng);
int devm_hwrng_register(struct device* dev, struct hwrng* rng);
void hwrng_unregister(struct hwrng* rng);
void devm_hwrng_unregister(struct device* dve, struct hwrng* rng);
long hwrng_msleep(struct hwrng* rng, unsigned int msecs);
long hwrng_yield(struct hwrng* rng);

#endif
