// Interrupt lines that an int instruction raises: in what context handlers run, sharing, threads,
// while off.
#include <linux/delay.h>
#include <linux/interrupt.h>
#include <linux/irqdesc.h>
#include <linux/module.h>

static int first, second;

static void softirq_part(struct tasklet_struct* t) {
  pr_info("tasklet: softirq %d\n", !!in_serving_softirq());
}
static DECLARE_TASKLET(later, softirq_part);

static irqreturn_t handle(int irq, void* id) {
  pr_info("line %d of %s: hardirq %d, off %d\n", irq, id == &first ? "first" : "second",
          !!in_hardirq(), irqs_disabled());
  tasklet_schedule(&later);
  return id == &first ? IRQ_HANDLED : IRQ_WAKE_THREAD;
}

static irqreturn_t finish(int irq, void* id) {
  pr_info("thread %s: hardirq %d\n", current->comm, !!in_hardirq());
  return IRQ_HANDLED;
}

static irqreturn_t forward(int irq, void* id) {
  pr_info("line %d raises 11: %d, none %d\n", irq, generic_handle_irq(11), generic_handle_irq(77));
  return IRQ_HANDLED;
}

static irqreturn_t no_thread(int irq, void* id) { return IRQ_WAKE_THREAD; }

static int __init raised_line_init(void) {
  int ret = request_irq(11, handle, IRQF_SHARED, "first", &first);
  pr_info("requests: %d %d\n", ret,
          request_threaded_irq(11, handle, finish, IRQF_SHARED, "second", &second));
  asm volatile("int $0x3b");
  msleep(1);
  disable_irq(11);
  asm volatile("int $0x3b");
  pr_info("off\n");
  enable_irq(11);
  msleep(1);
  free_irq(11, &second);
  pr_info("others: %d %d\n", request_irq(5, forward, 0, "forward", NULL),
          request_irq(6, no_thread, 0, "careless", NULL));
  asm volatile("int $0x35");
  asm volatile("int $0x36");
  free_irq(5, NULL);
  free_irq(6, NULL);
  asm volatile("int $0x35");
  free_irq(11, &first);
  return 0;
}

static void __exit raised_line_exit(void) {}

module_init(raised_line_init);
module_exit(raised_line_exit);
MODULE_LICENSE("GPL");
