// Firmware files.
#ifndef _LINUX_FIRMWARE_H
#define _LINUX_FIRMWARE_H

#include <linux/compiler.h>
#include <linux/gfp.h>
#include <linux/types.h>

struct device;
struct firmware;
struct module;

struct firmware {
  size_t size;
  const u8* data;
  void* priv;
};
_Static_assert(sizeof(struct firmware) == 12, "struct firmware of 6.1 i386");

bool firmware_request_builtin(struct firmware*, const char*);
int request_firmware(const struct firmware**, const char*, struct device*);
int firmware_request_nowarn(const struct firmware**, const char*, struct device*);
int firmware_request_platform(const struct firmware**, const char*, struct device*);
int request_firmware_nowait(struct module*, bool, const char*, struct device*, gfp_t, void*,
                            void (*)(const struct firmware*, void*));
int request_firmware_direct(const struct firmware**, const char*, struct device*);
int request_firmware_into_buf(const struct firmware**, const char*, struct device*, void*, size_t);
int request_partial_firmware_into_buf(const struct firmware**, const char*, struct device*, void*,
                                      size_t, size_t);
void release_firmware(const struct firmware*);
int firmware_request_cache(struct device*, const char*);

#endif
