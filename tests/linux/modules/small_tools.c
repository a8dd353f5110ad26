// Name hashes, polled grace periods, standing still, work on a CPU and after a grace period, queue
// limits, CORDIC, XOR.
#include <linux/cache.h>
#include <linux/cordic.h>
#include <linux/cpumask.h>
#include <linux/crc32.h>
#include <linux/dynamic_queue_limits.h>
#include <linux/module.h>
#include <linux/preempt.h>
#include <linux/raid/xor.h>
#include <linux/random.h>
#include <linux/rcupdate.h>
#include <linux/slab.h>
#include <linux/stop_machine.h>
#include <linux/stringhash.h>
#include <linux/workqueue.h>

static void hashes(void) {
  static char text[64] = "the quick brown fox/jumps over";
  int i;

  for (i = 0; i < 31; i++) {
    u64 both = hashlen_string((void*)(long)(i * 77), text + 30 - i);

    pr_info("%d: %08x %08x %u", i, full_name_hash(NULL, text, i),
            full_name_hash((void*)0x12345678, text + i, 30 - i), hashlen_len(both));
    pr_cont(" %08x\n", hashlen_hash(both));
  }
}

static struct rcu_head head;
static int called;
static void count_call(struct rcu_head* h) { called++; }

static void polls(void) {
  struct rcu_gp_oldstate full, over;
  unsigned long a, b, c;

  a = get_state_synchronize_rcu();
  get_state_synchronize_rcu_full(&full);
  get_completed_synchronize_rcu_full(&over);
  pr_info("new: %d %d, completed %d %d\n", poll_state_synchronize_rcu(a),
          poll_state_synchronize_rcu_full(&full),
          poll_state_synchronize_rcu(get_completed_synchronize_rcu()),
          poll_state_synchronize_rcu_full(&over));
  synchronize_rcu();
  pr_info("after one: %d %d\n", poll_state_synchronize_rcu(a),
          poll_state_synchronize_rcu_full(&full));
  b = start_poll_synchronize_rcu();
  c = start_poll_synchronize_rcu();
  pr_info("started: %d %d\n", poll_state_synchronize_rcu(b), poll_state_synchronize_rcu(c));
  cond_synchronize_rcu(b);
  pr_info("waited: %d\n", poll_state_synchronize_rcu(b));
  cond_synchronize_rcu(c);
  start_poll_synchronize_rcu_full(&full);
  cond_synchronize_rcu_full(&full);
  pr_info("both: %d %d\n", poll_state_synchronize_rcu(c), poll_state_synchronize_rcu_full(&full));
  a = start_poll_synchronize_rcu();
  while (!poll_state_synchronize_rcu(a)) schedule_timeout_uninterruptible(1);
  pr_info("by itself\n");
  call_rcu_tasks(&head, count_call);
  synchronize_rcu_tasks();
  rcu_barrier_tasks();
  pr_info("tasks: %d\n", called);
}

static int still(void* data) {
  pr_info("still: %d, interrupts off %d\n", *(int*)data, irqs_disabled());
  return 42;
}

static long answer(void* data) {
  pr_info("on cpu %u: %ld, kworker %d\n", raw_smp_processor_id(), (long)data,
          !strncmp(current->comm, "kworker", 7));
  return (long)data + 1;
}

static struct rcu_work later;
static void run_later(struct work_struct* work) {
  pr_info("after a grace period: %d\n", to_rcu_work(work) == &later);
}

static struct execute_work at_once;
static void run_at_once(struct work_struct* work) {
  pr_info("at once: %d\n", work == &at_once.work);
}

static void calls(void) {
  int n = 5, cpu, ret;

  ret = stop_machine(still, &n, NULL);
  pr_info("stopped: %d\n", ret);
  pr_info("work: %ld %ld\n", work_on_cpu(0, answer, (void*)7),
          work_on_cpu_safe(0, answer, (void*)8));
  INIT_RCU_WORK(&later, run_later);
  pr_info("queued %d", queue_rcu_work(system_wq, &later));
  pr_cont(" %d\n", queue_rcu_work(system_wq, &later));
  pr_info("flushed %d", flush_rcu_work(&later));
  pr_cont(" %d\n", flush_rcu_work(&later));
  pr_info("executed: %d\n", execute_in_process_context(run_at_once, &at_once));
  migrate_disable();
  migrate_disable();
  migrate_enable();
  migrate_enable();
  pr_info("cpus:");
  for_each_cpu_wrap(cpu, cpu_online_mask, 0) pr_cont(" %d", cpu);
  pr_cont(", next %u %u, any %u %u, spread %u\n", cpumask_next_wrap(-1, cpu_online_mask, 0, false),
          cpumask_any_distribute(cpu_online_mask),
          cpumask_any_and_distribute(cpu_online_mask, cpu_possible_mask),
          cpumask_any(cpu_online_mask), cpumask_local_spread(0, -1));
}

static void show(const char* what, const struct dql* dql) {
  pr_info("%s: queued %u, limit %u, adjusted %u, done %u, over %u, slack %u, free %d\n", what,
          dql->num_queued, dql->limit, dql->adj_limit, dql->num_completed, dql->prev_ovlimit,
          dql->lowest_slack, dql_avail(dql));
}

static void limits(void) {
  struct dql dql;
  u32 seed = 99;
  int i;

  dql_init(&dql, 0);
  show("new", &dql);
  pr_info("bounds %u %u, hold %u\n", dql.min_limit, dql.max_limit, dql.slack_hold_time);
  for (i = 0; i < 60; i++) {
    unsigned int waiting;

    seed = seed * 1664525 + 1013904223;
    dql_queued(&dql, seed >> 20);
    if (seed & 0x400) dql_queued(&dql, 100);
    waiting = dql.num_queued - dql.num_completed;
    // The hold time is always over.
    dql.slack_start_time = jiffies - 10;
    dql_completed(&dql, i % 3 == 0 ? waiting : waiting / (2 + i % 5));
    show("step", &dql);
    if (i == 40) dql.max_limit = 1500;
  }
  dql_reset(&dql);
  show("reset", &dql);
}

static void numbers(void) {
  static u32 blocks[6][1024] __aligned(64);
  void* sources[5] = {blocks[1], blocks[2], blocks[3], blocks[4], blocks[5]};
  int i, k;

  for (i = -1000; i <= 1000; i += i > -200 && i < 200 ? 15 : 77) {
    struct cordic_iq iq = cordic_calc_iq(i);

    pr_info("%d: %d %d, rounded %d %d\n", i, iq.i, iq.q, CORDIC_FLOAT(iq.i), CORDIC_FLOAT(iq.q));
  }
  for (i = 0; i < 6 * 1024; i++) blocks[i / 1024][i % 1024] = i * 0x9e3779b9;
  for (k = 1; k <= 5; k++) {
    xor_blocks(min(k, 4), 4096, blocks[0], sources);
    pr_info("%d blocks: %08x\n", k, crc32(0, blocks[0], 4096));
  }
}

static int __init small_tools_init(void) {
  hashes();
  polls();
  calls();
  limits();
  numbers();
  pr_info("random: %d %d\n", rng_is_initialized(), wait_for_random_bytes());
  return 0;
}

static void __exit small_tools_exit(void) {}

module_init(small_tools_init);
module_exit(small_tools_exit);
MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("Small tools");
