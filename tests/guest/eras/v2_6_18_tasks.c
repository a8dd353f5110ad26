/* Threads made with kernel_thread, sleeping without a condition, the big lock, interrupts switched
 * off for everybody, functions run on each CPU with a number nobody used: code of 2.6.18. */
#include <asm/system.h>
#include <asm/uaccess.h>
#include <linux/config.h>
#include <linux/interrupt.h>
#include <linux/kernel.h>
#include <linux/list.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/sched.h>
#include <linux/slab.h>
#include <linux/smp.h>
#include <linux/smp_lock.h>
#include <linux/wait.h>

static DECLARE_WAIT_QUEUE_HEAD(queue);
static DECLARE_COMPLETION(done);
static int calls;

static int thread(void* argument) {
  lock_kernel();
  daemonize("era%d", 18);
  unlock_kernel();
  printk("%s says %s\n", current->comm, (char*)argument);
  printk("slept, %ld left\n", interruptible_sleep_on_timeout(&queue, 2));
  complete_and_exit(&done, 0);
}

static void count(void* by) {
  calls += *(int*)by;
  if (!irqs_disabled()) printk("interrupts are on\n");
}

static int __init tasks_init(void) {
  unsigned long flags, off;
  cpumask_t mask;
  int by = 5, pid;

  pid = kernel_thread(thread, "hello", CLONE_FS | CLONE_FILES | CLONE_SIGHAND);
  if (pid < 0) return pid;
  wait_for_completion(&done);

  save_flags(flags);
  cli();
  off = irqs_disabled();
  restore_flags(flags);
  printk("off %lu, on %d\n", off, !irqs_disabled());

  printk("each %d, others %d\n", on_each_cpu(count, &by, 0, 1),
         smp_call_function(count, &by, 0, 1));
  on_each_cpu(count, &by, 0, 1);
  cpus_clear(mask);
  cpu_set(0, mask);
  printk("calls %d, cpus %d first %d\n", calls, cpus_weight(mask), first_cpu(mask));
  printk("area %d\n", verify_area(VERIFY_READ, (void*)0x1000, 4));
  set_fs(KERNEL_DS);
  off = copy_from_user(&calls, &by, sizeof(by));
  set_fs(USER_DS);
  printk("%lu left, calls %d\n", off, calls);
  return 0;
}
static void __exit tasks_exit(void) {}
module_init(tasks_init);
module_exit(tasks_exit);
MODULE_LICENSE("Proprietary");
