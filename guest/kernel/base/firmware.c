// Firmware files, of which there are none: requests are checked, reported and refused as on a
// machine with an empty /lib/firmware. The lines are those of Debian's kernel.
// Linux 6.1: drivers/base/firmware_loader/main.c.
#include <linux/device.h>
#include <linux/export.h>
#include <linux/firmware.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/workqueue.h>

// It looks for the file and for its compressed form.
static void look_for(const char* name, struct device* device) {
  int form;
  for (form = 0; form < 2; form++) {
    dev_err(device, "firmware: failed to load %s (%d)\n", name, -ENOENT);
    pr_err_once(
        "firmware_class: See https://wiki.debian.org/Firmware for information about missing "
        "firmware\n");
  }
}

static bool leaves_its_folder(const char* name) {
  const char* at = name;
  while ((at = strstr(at, "..")) != NULL) {
    if ((at == name || at[-1] == '/') && (!at[2] || at[2] == '/')) return true;
    at += 2;
  }
  return false;
}

static int refuse(const struct firmware** fw, const char* name, struct device* device,
                  bool says_so) {
  if (!fw) return -EINVAL;
  *fw = NULL;
  if (!name || !*name) return -EINVAL;
  if (leaves_its_folder(name)) {
    dev_warn(device, "Firmware load for '%s' refused, path contains '..' component\n", name);
    return -EINVAL;
  }
  look_for(name, device);
  if (says_so)
    dev_warn(device, "Direct firmware load for %s failed with error %d\n", name, -ENOENT);
  return -ENOENT;
}

int request_firmware(const struct firmware** fw, const char* name, struct device* device) {
  return refuse(fw, name, device, true);
}
EXPORT_SYMBOL(request_firmware);

int firmware_request_nowarn(const struct firmware** fw, const char* name, struct device* device) {
  return refuse(fw, name, device, false);
}
EXPORT_SYMBOL_GPL(firmware_request_nowarn);

int request_firmware_direct(const struct firmware** fw, const char* name, struct device* device) {
  return refuse(fw, name, device, false);
}
EXPORT_SYMBOL_GPL(request_firmware_direct);

int firmware_request_platform(const struct firmware** fw, const char* name, struct device* device) {
  return refuse(fw, name, device, true);
}
EXPORT_SYMBOL_GPL(firmware_request_platform);

int firmware_request_cache(struct device* device, const char* name) { return 0; }
EXPORT_SYMBOL_GPL(firmware_request_cache);

int request_firmware_into_buf(const struct firmware** fw, const char* name, struct device* device,
                              void* buf, size_t size) {
  return refuse(fw, name, device, true);
}
EXPORT_SYMBOL(request_firmware_into_buf);

int request_partial_firmware_into_buf(const struct firmware** fw, const char* name,
                                      struct device* device, void* buf, size_t size,
                                      size_t offset) {
  return refuse(fw, name, device, true);
}
EXPORT_SYMBOL(request_partial_firmware_into_buf);

void release_firmware(const struct firmware* fw) {}
EXPORT_SYMBOL(release_firmware);

struct request {
  struct work_struct work;
  struct module* module;
  struct device* device;
  void* context;
  void (*cont)(const struct firmware* fw, void* context);
  char name[];
};

static void serve(struct work_struct* work) {
  struct request* request = container_of(work, struct request, work);
  const struct firmware* fw;
  refuse(&fw, request->name, request->device, true);
  request->cont(fw, request->context);
  put_device(request->device);
  module_put(request->module);
  kfree(request);
}

int request_firmware_nowait(struct module* module, bool uevent, const char* name,
                            struct device* device, gfp_t gfp, void* context,
                            void (*cont)(const struct firmware* fw, void* context)) {
  struct request* request = kzalloc(sizeof(*request) + strlen(name) + 1, gfp);
  if (!request) return -ENOMEM;
  if (!try_module_get(module)) {
    kfree(request);
    return -EFAULT;
  }
  request->module = module;
  request->device = get_device(device);
  request->context = context;
  request->cont = cont;
  strcpy(request->name, name);
  INIT_WORK(&request->work, serve);
  schedule_work(&request->work);
  return 0;
}
EXPORT_SYMBOL(request_firmware_nowait);
