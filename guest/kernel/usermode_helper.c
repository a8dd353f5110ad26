/*
 * Programs that the kernel starts. There is no file system: no program is found, and neither is
 * modprobe for request_module(). Linux 6.1: kernel/umh.c, kernel/module/kmod.c.
 */
#include <linux/cred.h>
#include <linux/export.h>
#include <linux/kmod.h>
#include <linux/slab.h>
#include <linux/umh.h>

static void forget(struct subprocess_info* info) {
  if (info->cleanup) info->cleanup(info);
  kfree(info);
}

struct subprocess_info* call_usermodehelper_setup(
    const char* path, char** argv, char** envp, gfp_t gfp_mask,
    int (*init)(struct subprocess_info* info, struct cred* cred),
    void (*cleanup)(struct subprocess_info* info), void* data) {
  struct subprocess_info* info = kzalloc(sizeof(*info), gfp_mask);
  if (!info) return NULL;
  info->path = path;
  info->argv = argv;
  info->envp = envp;
  info->init = init;
  info->cleanup = cleanup;
  info->data = data;
  return info;
}
EXPORT_SYMBOL(call_usermodehelper_setup);

/* What the new process says: its preparations may fail, and there is nothing to execute. */
static int start(struct subprocess_info* info) {
  struct cred* cred = prepare_kernel_cred(NULL);
  int error;
  if (!cred) return -ENOMEM;
  error = info->init ? info->init(info, cred) : 0;
  abort_creds(cred);
  return error ? error : -ENOENT;
}

int call_usermodehelper_exec(struct subprocess_info* info, int wait) {
  int result = 0;
  if (!info->path) {
    forget(info);
    return -EINVAL;
  }
  if (*info->path) result = start(info);
  forget(info);
  return (wait & ~(UMH_KILLABLE | UMH_FREEZABLE)) == UMH_NO_WAIT ? 0 : result;
}
EXPORT_SYMBOL(call_usermodehelper_exec);

int call_usermodehelper(const char* path, char** argv, char** envp, int wait) {
  const gfp_t gfp_mask = wait == UMH_NO_WAIT ? GFP_ATOMIC : GFP_KERNEL;
  struct subprocess_info* info =
      call_usermodehelper_setup(path, argv, envp, gfp_mask, NULL, NULL, NULL);
  return info ? call_usermodehelper_exec(info, wait) : -ENOMEM;
}
EXPORT_SYMBOL(call_usermodehelper);

int __request_module(bool wait, const char* fmt, ...) {
  char name[64 - sizeof(unsigned long)];
  va_list args;
  int length;
  va_start(args, fmt);
  length = vsnprintf(name, sizeof name, fmt, args);
  va_end(args);
  return length >= (int)sizeof name ? -ENAMETOOLONG : -ENOENT;
}
EXPORT_SYMBOL(__request_module);
