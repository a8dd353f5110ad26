// What modules ask of the rest of the kernel: firmware, programs, other modules, credentials, the
// FPU, the freezer, names and their hashes, lines about devices.
#define DEBUG
#include <asm/fpu/api.h>
#include <linux/cred.h>
#include <linux/delay.h>
#include <linux/firmware.h>
#include <linux/freezer.h>
#include <linux/kmod.h>
#include <linux/kthread.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/slab.h>
#include <linux/stop_machine.h>
#include <linux/stringhash.h>
#include <linux/suspend.h>
#include <linux/umh.h>

static void loaded(const struct firmware* fw, void* context) {
  pr_info("asked in the background: %d, %s\n", fw != NULL, (char*)context);
}

static void firmware(struct device* dev) {
  const struct firmware* fw = (void*)1;
  int error = request_firmware(&fw, "none.bin", dev);
  pr_info("firmware: %d, %d\n", error, fw != NULL);
  release_firmware(fw);
  pr_info("without a warning: %d\n", firmware_request_nowarn(&fw, "quiet.bin", dev));
  pr_info("direct: %d\n", request_firmware_direct(&fw, "direct.bin", dev));
  pr_info("no name: %d\n", request_firmware(&fw, "", dev));
  pr_info("elsewhere: %d\n", request_firmware(&fw, "a/../b", dev));
  error = request_firmware_nowait(THIS_MODULE, 1, "late.bin", dev, GFP_KERNEL, "context", loaded);
  pr_info("later: %d\n", error);
  msleep(100);
}

static void programs(void) {
  char *argv[] = {"/no/such", NULL}, *envp[] = {NULL};
  pr_info("module: %d\n", request_module("nosuchmodule-%d", 5));
  pr_info("program: %d\n", call_usermodehelper("/no/such", argv, envp, UMH_WAIT_PROC));
  pr_info("started: %d\n", call_usermodehelper("/no/such", argv, envp, UMH_WAIT_EXEC));
  pr_info("not waited for: %d\n", call_usermodehelper("/no/such", argv, envp, UMH_NO_WAIT));
  pr_info("no path: %d\n", call_usermodehelper("", argv, envp, UMH_WAIT_EXEC));
}

static void credentials(void) {
  const struct cred* old;
  struct cred* new = prepare_kernel_cred(NULL);
  pr_info("kernel's: %u, capabilities %x\n", new->uid.val, new->cap_effective.cap[0]);
  old = override_creds(new);
  pr_info("taken over: %d\n", current_cred() == new);
  revert_creds(old);
  pr_info("back: %d\n", current_cred() == old);
  put_cred(new);
  new = prepare_creds();
  new->uid.val = new->euid.val = 1000;
  pr_info("committed: %d\n", commit_creds(new));
  pr_info("now %u\n", current_uid().val);
  pr_info("committed: %d\n", commit_creds(prepare_kernel_cred(NULL)));
  pr_info("now %u\n", current_uid().val);
  abort_creds(prepare_creds());
}

static int alone(void* irqs) {
  *(int*)irqs = irqs_disabled();
  return -5;
}

static int freezable(void* unused) {
  set_freezable();
  pr_info("freezing: %d %d\n", try_to_freeze(), freezing(current));
  while (!kthread_freezable_should_stop(NULL)) msleep(5);
  return 3;
}

static int on_suspend(struct notifier_block* nb, unsigned long event, void* unused) { return 0; }
static struct notifier_block watcher = {.notifier_call = on_suspend};

static void tasks(void) {
  struct task_struct* thread;
  int irqs_off = 0;
  int error = stop_machine(alone, &irqs_off, NULL);
  pr_info("alone: %d, %d\n", error, irqs_off);
  thread = kthread_run(freezable, NULL, "freezable");
  msleep(20);
  pr_info("thread: %d\n", kthread_stop(thread));
  pr_info("watched: %d\n", register_pm_notifier(&watcher));
  pr_info("no more: %d\n", unregister_pm_notifier(&watcher));
  kernel_fpu_begin();
  pr_info("FPU: %d\n", irq_fpu_usable());
  kernel_fpu_end();
  pr_info("FPU: %d\n", irq_fpu_usable());
}

static void names(void) {
  static const char text[] = "a name of some length";
  unsigned int i;
  for (i = 0; i < sizeof(text); i += 3) pr_info("hash %08x\n", full_name_hash(NULL, text, i));
  pr_info("salted %08x\n", full_name_hash((void*)0x1234, text, 7));
  pr_info("with length %016llx\n", hashlen_string((void*)0x77, text));
}

static int __init kernel_services_init(void) {
  struct platform_device* pdev = platform_device_register_simple("served", -1, NULL, 0);
  if (IS_ERR(pdev)) return PTR_ERR(pdev);
  firmware(&pdev->dev);
  programs();
  credentials();
  tasks();
  names();
  pr_info("probe: %d\n", dev_err_probe(&pdev->dev, -EINVAL, "step %d\n", 3));
  pr_info("probe: %d\n", dev_err_probe(&pdev->dev, -EPROBE_DEFER, "step %d\n", 4));
  dev_dbg(&pdev->dev, "debugging %d\n", 1);
  dev_info_once(&pdev->dev, "once\n");
  dev_warn_ratelimited(&pdev->dev, "now and then\n");
  platform_device_unregister(pdev);
  return 0;
}

static void __exit kernel_services_exit(void) { pr_info("who unloads: %u\n", current_uid().val); }

module_init(kernel_services_init);
module_exit(kernel_services_exit);
MODULE_LICENSE("GPL");
