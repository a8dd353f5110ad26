// Interrupt lines: asking for them with every kind of flags, sharing, threads, switching off and
// on, freeing.
#include <linux/delay.h>
#include <linux/interrupt.h>
#include <linux/irq.h>
#include <linux/module.h>

static int first, second, hits, threads;

static irqreturn_t handle(int irq, void* id) {
  hits++;
  return IRQ_HANDLED;
}

static irqreturn_t finish(int irq, void* id) {
  threads++;
  pr_info("thread of %d: %d, '%s'\n", irq, id == &second, current->comm);
  return IRQ_HANDLED;
}

static const char* freed(int irq, void* id) { return free_irq(irq, id) ?: "none"; }

static void all_lines(void) {
  int irq, ret;

  for (irq = 0; irq < 20; irq++) {
    ret = request_irq(irq, handle, 0, "alone", NULL);
    pr_info("line %d: %d, taken %d\n", irq, ret, irq_has_action(irq));
    if (!ret) pr_info("freed %s, taken %d\n", freed(irq, NULL), irq_has_action(irq));
    ret = request_irq(irq, handle, IRQF_SHARED, "shared", &first);
    pr_info("shared %d: %d\n", irq, ret);
    if (!ret) free_irq(irq, &first);
  }
}

static void requests(void) {
  pr_info("no handler %d", request_irq(5, NULL, 0, "x", NULL));
  pr_cont(", shared by nobody %d", request_irq(5, handle, IRQF_SHARED, "x", NULL));
  pr_cont(", not connected %d", request_irq(IRQ_NOTCONNECTED, handle, 0, "x", NULL));
  pr_cont(", none %d", request_irq(4000, handle, 0, "x", NULL));
  pr_cont(", shared and off %d", request_irq(5, handle, IRQF_SHARED | IRQF_NO_AUTOEN, "x", &first));
  pr_cont(", suspend %d %d\n", request_irq(5, handle, IRQF_COND_SUSPEND, "x", &first),
          request_irq(5, handle, IRQF_SHARED | IRQF_NO_SUSPEND | IRQF_COND_SUSPEND, "x", &first));
  pr_info("thread without ONESHOT: %d\n", request_threaded_irq(5, NULL, finish, 0, "x", NULL));
  pr_info("first %d\n", request_irq(5, handle, IRQF_SHARED, "first", &first));
  pr_info("not shared %d\n", request_irq(5, handle, 0, "second", &second));
  pr_info("quietly %d\n", request_irq(5, handle, IRQF_PROBE_SHARED, "second", &second));
  pr_info("oneshot %d\n", request_irq(5, handle, IRQF_SHARED | IRQF_ONESHOT, "second", &second));
  pr_info("edge %d\n",
          request_irq(5, handle, IRQF_SHARED | IRQF_TRIGGER_RISING, "second", &second));
  pr_info("freed %s", freed(5, &first));
  pr_cont(" %s, taken %d\n", freed(5, &second), irq_has_action(5));
  pr_info("none: %s\n", freed(4000, &first));
  pr_info("any context %d", request_any_context_irq(10, handle, IRQF_SHARED, "ten", &first));
  pr_cont(", again %d", request_any_context_irq(10, handle, 0, "ten", &first));
  pr_cont(", freed %s\n", freed(10, &first));
}

static void switches(void) {
  int ret = request_irq(5, handle, 0, "five", &first);

  disable_irq(5);
  disable_irq_nosync(5);
  pr_info("hard %d\n", disable_hardirq(5));
  enable_irq(5);
  enable_irq(5);
  enable_irq(5);
  synchronize_irq(5);
  pr_info("%d, synchronized %d, inject %d, hits %d\n", ret, synchronize_hardirq(5),
          irq_inject_interrupt(5), hits);
  pr_info("freed %s\n", freed(5, &first));
  ret = request_irq(7, handle, IRQF_NO_AUTOEN, "seven", &first);
  enable_irq(7);
  pr_info("off at first: %d, freed %s\n", ret, freed(7, &first));
  disable_irq(4000);
  enable_irq(4000);
}

static void threaded(void) {
  int ret = request_threaded_irq(5, handle, finish, IRQF_SHARED, "five", &second), ret2;

  ret2 = request_threaded_irq(7, NULL, finish, IRQF_ONESHOT, "a long name of a line", &second);
  msleep(20);
  pr_info("threads %d %d: ran %d\n", ret, ret2, threads);
  irq_wake_thread(5, &second);
  irq_wake_thread(5, &first);
  irq_wake_thread(7, &second);
  msleep(20);
  pr_info("woken: ran %d\n", threads);
  pr_info("freed %s", freed(5, &second));
  pr_cont(" %s\n", freed(7, &second));
}

static int __init interrupt_lines_init(void) {
  all_lines();
  requests();
  switches();
  threaded();
  return 0;
}

static void __exit interrupt_lines_exit(void) {}

module_init(interrupt_lines_init);
module_exit(interrupt_lines_exit);
MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("Interrupt lines");
