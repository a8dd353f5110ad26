// Damage that checks find, each in a thread of its own, and wrong uses that are only warned of.
#include <linux/delay.h>
#include <linux/errno.h>
#include <linux/genalloc.h>
#include <linux/kthread.h>
#include <linux/list.h>
#include <linux/module.h>
#include <linux/timer.h>

static void list_damage(int which) {
  struct list_head a, b, c, head;
  INIT_LIST_HEAD(&head);
  list_add(&a, &head);
  list_add(&b, &head);
  if (which == 0) __list_add(&c, NULL, &head);
  if (which == 1) __list_add(&c, &head, NULL);
  if (which == 2) b.prev = &a;
  if (which == 2) list_add(&c, &head);
  if (which == 3) head.next = &a;
  if (which == 3) __list_add(&c, &head, &b);
  if (which == 4) list_add(&b, &head);
  if (which == 5) a.next = NULL;
  if (which == 6) a.prev = NULL;
  if (which == 7) list_del(&a);
  if (which == 8) a.prev = LIST_POISON2;
  if (which == 9) b.next = &head;
  if (which == 10) head.prev = &b;
  list_del(&a);
}

static int damage(void* which) {
  pr_info("case %d\n", (int)(long)which);
  if ((long)which < 11) list_damage((long)which);
  pr_info("case %d goes on\n", (int)(long)which);
  return 0;
}

static void expired(struct timer_list* timer) { pr_info("expired\n"); }

static void timers(void) {
  struct timer_list timer;
  timer_setup_on_stack(&timer, expired, 0);
  timer.expires = jiffies + 2;
  add_timer(&timer);
  add_timer(&timer);
  msleep(50);
  timer_setup_on_stack(&timer, NULL, 0);
  pr_info("without a function: %d\n", mod_timer(&timer, jiffies + 1));
  add_timer(&timer);
  pr_info("pending: %d\n", timer_pending(&timer));
  destroy_timer_on_stack(&timer);
}

static int __init damage_init(void) {
  struct gen_pool* pool = gen_pool_create(4, -1);
  long which;
  for (which = 0; which < 12; which++) {
    kthread_run(damage, (void*)which, "damage%ld", which);
    msleep(20);
  }
  timers();
  gen_pool_add(pool, 0x1000, 0x1000, -1);
  pr_info("pool: %lx\n", gen_pool_alloc(pool, 100));
  gen_pool_destroy(pool);
  return 0;
}

module_init(damage_init);
MODULE_LICENSE("GPL");
