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

struct fw_upload;
struct fw_upload_ops;

#define FW_ACTION_NOUEVENT 0
#define FW_ACTION_UEVENT 1
enum fw_upload_err {
  FW_UPLOAD_ERR_NONE,
  FW_UPLOAD_ERR_HW_ERROR,
  FW_UPLOAD_ERR_TIMEOUT,
  FW_UPLOAD_ERR_CANCELED,
  FW_UPLOAD_ERR_BUSY,
  FW_UPLOAD_ERR_INVALID_SIZE,
  FW_UPLOAD_ERR_RW_ERROR,
  FW_UPLOAD_ERR_WEAROUT,
  FW_UPLOAD_ERR_MAX
};
struct fw_upload {
  void* dd_handle;
  void* priv;
};
struct fw_upload_ops {
  enum fw_upload_err (*prepare)(struct fw_upload*, const u8*, u32);
  enum fw_upload_err (*write)(struct fw_upload*, const u8*, u32, u32, u32*);
  enum fw_upload_err (*poll_complete)(struct fw_upload*);
  void (*cancel)(struct fw_upload*);
  void (*cleanup)(struct fw_upload*);
};

// Inline in Linux.
struct fw_upload* firmware_upload_register(struct module* module, struct device* parent,
                                           const char* name, const struct fw_upload_ops* ops,
                                           void* dd_handle);
void firmware_upload_unregister(struct fw_upload* fw_upload);

#endif
