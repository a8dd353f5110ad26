// Workers of one's own, sleepable RCU and its notifiers, deferred freeing, registrations of events.
#include <linux/completion.h>
#include <linux/delay.h>
#include <linux/kthread.h>
#include <linux/module.h>
#include <linux/notifier.h>
#include <linux/reboot.h>
#include <linux/shrinker.h>
#include <linux/slab.h>
#include <linux/srcu.h>
MODULE_LICENSE("GPL");

struct job {
  struct kthread_work work;
  int number;
};
static void run(struct kthread_work* work) {
  struct job* job = container_of(work, struct job, work);

  pr_info("job %d in %.6s\n", job->number, current->comm);
  if (job->number == 2) msleep(20);
}
static struct kthread_delayed_work later;
static void run_later(struct kthread_work* work) { pr_info("later\n"); }

static void workers(void) {
  struct kthread_worker* worker = kthread_create_worker(0, "myworker");
  struct job jobs[3];
  int i;

  for (i = 0; i < 3; i++) {
    jobs[i].number = i + 1;
    kthread_init_work(&jobs[i].work, run);
    pr_info("queue %d\n", kthread_queue_work(worker, &jobs[i].work));
    pr_info("again %d\n", kthread_queue_work(worker, &jobs[i].work));
  }
  kthread_flush_worker(worker);
  pr_info("flushed\n");
  pr_info("queue %d\n", kthread_queue_work(worker, &jobs[0].work));
  kthread_flush_work(&jobs[0].work);
  pr_info("cancel %d\n", kthread_cancel_work_sync(&jobs[0].work));
  kthread_init_delayed_work(&later, run_later);
  pr_info("delayed %d\n", kthread_queue_delayed_work(worker, &later, 5));
  pr_info("mod %d\n", kthread_mod_delayed_work(worker, &later, 2));
  msleep(50);
  pr_info("delayed %d\n", kthread_queue_delayed_work(worker, &later, 1000));
  pr_info("cancel %d\n", kthread_cancel_delayed_work_sync(&later));
  kthread_destroy_worker(worker);
}

static int called(struct notifier_block* nb, unsigned long action, void* data) {
  pr_info("notifier %d: %lu\n", nb->priority, action);
  return action == 2 ? NOTIFY_STOP : NOTIFY_OK;
}
static struct notifier_block low = {.notifier_call = called};
static struct notifier_block high = {.notifier_call = called, .priority = 5};

static void notifiers(void) {
  struct srcu_notifier_head* head = kzalloc(sizeof(*head), GFP_KERNEL);

  srcu_init_notifier_head(head);
  pr_info("register %d\n", srcu_notifier_chain_register(head, &low));
  pr_info("register %d\n", srcu_notifier_chain_register(head, &high));
  pr_info("call %x\n", srcu_notifier_call_chain(head, 1, NULL));
  pr_info("call %x\n", srcu_notifier_call_chain(head, 2, NULL));
  pr_info("unregister %d\n", srcu_notifier_chain_unregister(head, &high));
  pr_info("unregister %d\n", srcu_notifier_chain_unregister(head, &high));
  srcu_notifier_chain_unregister(head, &low);
  srcu_cleanup_notifier_head(head);
  kfree(head);
  pr_info("reboot %d\n", register_reboot_notifier(&low));
  pr_info("reboot %d\n", unregister_reboot_notifier(&low));
}

DEFINE_STATIC_SRCU(srcu);
static int in_reader;
static int reader(void* data) {
  int idx = srcu_read_lock(&srcu);

  in_reader = 1;
  msleep(60);
  pr_info("reader leaves\n");
  srcu_read_unlock(&srcu, idx);
  complete(data);
  return 0;
}

struct object {
  int value;
  struct rcu_head rcu;
};
static void free_object(struct rcu_head* head) {
  struct object* object = container_of(head, struct object, rcu);

  pr_info("free %d, softirq %d\n", object->value, !!in_softirq());
  kfree(object);
}

static void readers(void) {
  DECLARE_COMPLETION_ONSTACK(done);
  struct object *a = kmalloc(sizeof(*a), GFP_KERNEL), *b = kmalloc(sizeof(*b), GFP_KERNEL);

  kthread_run(reader, &done, "reader");
  while (!in_reader) msleep(1);
  synchronize_srcu(&srcu);
  pr_info("synchronized\n");
  wait_for_completion(&done);
  a->value = 1;
  b->value = 2;
  rcu_read_lock();
  call_rcu(&a->rcu, free_object);
  pr_info("called\n");
  rcu_read_unlock();
  pr_info("left\n");
  call_rcu(&b->rcu, free_object);
  rcu_barrier();
  pr_info("barrier\n");
  a = kmalloc(sizeof(*a), GFP_KERNEL);
  kfree_rcu(a, rcu);
  synchronize_rcu();
  pr_info("done\n");
}

static unsigned long count(struct shrinker* s, struct shrink_control* sc) { return 0; }
static struct shrinker shrinker = {.count_objects = count, .scan_objects = count, .seeks = 2};

static int __init workers_init(void) {
  workers();
  notifiers();
  readers();
  pr_info("shrinker %d\n", register_shrinker(&shrinker, "mine"));
  pr_info("flags %x\n", shrinker.flags & 1);
  unregister_shrinker(&shrinker);
  pr_info("unregistered, flags %x\n", shrinker.flags & 1);
  return 0;
}
static void __exit workers_exit(void) {}
module_init(workers_init);
module_exit(workers_exit);
