// Waiting for bits and variables, and the locks that few use.
#include <linux/async.h>
#include <linux/completion.h>
#include <linux/cpuhotplug.h>
#include <linux/delay.h>
#include <linux/irq_work.h>
#include <linux/kthread.h>
#include <linux/module.h>
#include <linux/percpu-rwsem.h>
#include <linux/rtmutex.h>
#include <linux/smp.h>
#include <linux/wait_bit.h>
#include <linux/ww_mutex.h>

static unsigned long word;
static int variable;
static DEFINE_RT_MUTEX(rt);
static DEFINE_WW_CLASS(wound);
static DEFINE_WD_CLASS(die);
DEFINE_STATIC_PERCPU_RWSEM(shared);
static DECLARE_COMPLETION(go);
static DECLARE_COMPLETION(ended);

static int clear_bits(void *unused)
{
	msleep(20);
	pr_info("other: clears bit 3\n");
	clear_and_wake_up_bit(3, &word);
	msleep(20);
	pr_info("other: sets the variable\n");
	variable = 1;
	wake_up_var(&variable);
	msleep(40);
	clear_and_wake_up_bit(5, &word);
	complete(&ended);
	return 0;
}

static void bits(void)
{
	word = 0x28;
	pr_info("nothing to wait for: %d\n", wait_on_bit(&word, 4, TASK_UNINTERRUPTIBLE));
	kthread_run(clear_bits, NULL, "bits");
	pr_info("bit 3: %d, word %lx\n", wait_on_bit(&word, 3, TASK_UNINTERRUPTIBLE), word);
	wait_var_event(&variable, variable == 1);
	pr_info("variable %d\n", variable);
	pr_info("timeout: %d\n", wait_on_bit_timeout(&word, 5, TASK_UNINTERRUPTIBLE, 2));
	pr_info("lock: %d, word %lx\n", wait_on_bit_lock(&word, 5, TASK_UNINTERRUPTIBLE), word);
	pr_info("var timeout: %ld\n", (long)wait_var_event_timeout(&variable, variable == 2, 3));
	wait_for_completion(&ended);
}

static int takes_rt(void *unused)
{
	pr_info("other: trylock %d\n", rt_mutex_trylock(&rt));
	complete(&go);
	rt_mutex_lock(&rt);
	pr_info("other: has the rt_mutex\n");
	rt_mutex_unlock(&rt);
	complete(&ended);
	return 0;
}

static void rt_mutexes(void)
{
	rt_mutex_lock(&rt);
	reinit_completion(&ended);
	kthread_run(takes_rt, NULL, "rt");
	wait_for_completion(&go);
	msleep(10);
	pr_info("unlock, locked %d\n", rt_mutex_base_is_locked(&rt.rtmutex));
	rt_mutex_unlock(&rt);
	wait_for_completion(&ended);
	pr_info("interruptible %d\n", rt_mutex_lock_interruptible(&rt));
	pr_info("trylock %d\n", rt_mutex_trylock(&rt));
	rt_mutex_unlock(&rt);
	pr_info("locked %d\n", rt_mutex_base_is_locked(&rt.rtmutex));
}

static struct ww_mutex a, b;
static struct ww_class *class;

static int crosses(void *unused)
{
	struct ww_acquire_ctx ctx;
	int ret;

	ww_acquire_init(&ctx, class);
	ret = ww_mutex_lock(&b, &ctx);
	pr_info("other: b %d\n", ret);
	complete(&go);
	msleep(20);
	ret = ww_mutex_lock(&a, &ctx);
	pr_info("other: a %d acquired %u\n", ret, ctx.acquired);
	if (ret == -EDEADLK) {
		ww_mutex_unlock(&b);
		ww_mutex_lock_slow(&a, &ctx);
		pr_info("other: a slowly, then b %d\n", ww_mutex_lock(&b, &ctx));
	}
	ww_acquire_done(&ctx);
	ww_mutex_unlock(&a);
	ww_mutex_unlock(&b);
	ww_acquire_fini(&ctx);
	complete(&ended);
	return 0;
}

static void ww_mutexes(struct ww_class *of)
{
	struct ww_acquire_ctx ctx;
	int ret;

	class = of;
	reinit_completion(&go);
	reinit_completion(&ended);
	ww_mutex_init(&a, of);
	ww_mutex_init(&b, of);
	ww_acquire_init(&ctx, of);
	ret = ww_mutex_lock(&a, &ctx);
	pr_info("a %d, again %d, trylock %d\n", ret, ww_mutex_lock(&a, &ctx), ww_mutex_trylock(&a, NULL));
	kthread_run(crosses, NULL, "crosses");
	wait_for_completion(&go);
	ret = ww_mutex_lock(&b, &ctx);
	pr_info("b %d acquired %u\n", ret, ctx.acquired);
	ww_mutex_unlock(&a);
	ww_mutex_unlock(&b);
	ww_acquire_fini(&ctx);
	wait_for_completion(&ended);
	pr_info("locked %d %d\n", ww_mutex_is_locked(&a), ww_mutex_is_locked(&b));
}

static int reads(void *unused)
{
	complete(&go);
	percpu_down_read(&shared);
	pr_info("other: reads\n");
	percpu_up_read(&shared);
	complete(&ended);
	return 0;
}

static void percpu_rwsems(void)
{
	struct percpu_rw_semaphore own;

	pr_info("init %d\n", percpu_init_rwsem(&own));
	percpu_down_read(&own);
	pr_info("try %d\n", percpu_down_read_trylock(&own));
	percpu_up_read(&own);
	percpu_up_read(&own);
	percpu_down_write(&own);
	pr_info("write locked %d\n", percpu_is_write_locked(&own));
	percpu_up_write(&own);
	percpu_free_rwsem(&own);
	reinit_completion(&go);
	reinit_completion(&ended);
	percpu_down_write(&shared);
	kthread_run(reads, NULL, "reads");
	wait_for_completion(&go);
	msleep(20);
	pr_info("writer ends\n");
	percpu_up_write(&shared);
	wait_for_completion(&ended);
}

static void in_interrupt_work(struct irq_work *work)
{
	pr_info("irq work: hardirq %d irqs off %d pending %d busy %d\n", !!in_hardirq(), irqs_disabled(),
		irq_work_is_pending(work), irq_work_is_busy(work));
}
static DEFINE_IRQ_WORK(now, in_interrupt_work);
static struct irq_work later = IRQ_WORK_INIT_LAZY(in_interrupt_work);

static void works(void)
{
	unsigned long flags;

	pr_info("queue %d\n", irq_work_queue(&now));
	irq_work_sync(&now);
	local_irq_save(flags);
	irq_work_queue(&now);
	pr_info("again %d, pending %d\n", irq_work_queue(&now), irq_work_is_pending(&now));
	local_irq_restore(flags);
	irq_work_sync(&now);
	irq_work_queue(&later);
	irq_work_sync(&later);
	pr_info("busy %d\n", irq_work_is_busy(&later));
}

static void aside(void *data, async_cookie_t cookie)
{
	msleep(5 * (long)data);
	pr_info("async %ld\n", (long)data);
}
static ASYNC_DOMAIN_EXCLUSIVE(own_domain);

static void asides(void)
{
	async_cookie_t first = async_schedule(aside, (void *)4L);
	async_cookie_t second = async_schedule_domain(aside, (void *)2L, &own_domain);

	pr_info("cookies differ by %lld\n", second - first);
	async_synchronize_full_domain(&own_domain);
	pr_info("own domain done\n");
	async_synchronize_cookie(first + 1);
	pr_info("all done\n");
}

static void on_cpu(void *info)
{
	pr_info("%s: irqs off %d, interrupt %d\n", (char *)info, irqs_disabled(), !!in_interrupt());
}
static bool yes(int cpu, void *info)
{
	return cpu == 0;
}
static int comes(unsigned int cpu)
{
	pr_info("cpu %u comes\n", cpu);
	return 0;
}
static int goes(unsigned int cpu)
{
	pr_info("cpu %u goes\n", cpu);
	return 0;
}
static int refuses(unsigned int cpu)
{
	return -EBUSY;
}

static void cpus(void)
{
	int state;

	on_each_cpu(on_cpu, "each", 1);
	on_each_cpu_cond(yes, on_cpu, "cond", true);
	pr_info("single %d\n", smp_call_function_single(0, on_cpu, "single", 1));
	pr_info("no such %d\n", smp_call_function_single(77, on_cpu, "none", 1));
	state = cpuhp_setup_state(CPUHP_AP_ONLINE_DYN, "tests:online", comes, goes);
	pr_info("state %d\n", state > 0);
	cpuhp_remove_state(state);
	pr_info("refused %d\n", cpuhp_setup_state(CPUHP_AP_ONLINE_DYN, "tests:bad", refuses, NULL));
}

static int __init rare_locks_init(void)
{
	bits();
	rt_mutexes();
	ww_mutexes(&die);
	ww_mutexes(&wound);
	percpu_rwsems();
	works();
	asides();
	cpus();
	return 0;
}
static void __exit rare_locks_exit(void) {}
module_init(rare_locks_init);
module_exit(rare_locks_exit);
MODULE_LICENSE("GPL");
