/* Waiting without waiting: completions, wait queues and sequence locks of the one task, who it is,
 * and messages whose prefix brings arguments of its own. */
#define pr_fmt(fmt) "%s:%s(): " fmt, KBUILD_MODNAME, __func__
#include <linux/completion.h>
#include <linux/cred.h>
#include <linux/highmem.h>
#include <linux/module.h>
#include <linux/sched/mm.h>
#include <linux/seqlock.h>
#include <linux/wait.h>
#include <linux/workqueue.h>

static DECLARE_COMPLETION(done);
static DECLARE_WAIT_QUEUE_HEAD(queue);
static DEFINE_SEQLOCK(lock);
static int condition;

static void set_condition(struct work_struct *work)
{
	condition = 1;
	complete(&done);
	wake_up(&queue);
}
static DECLARE_WORK(work, set_condition);

static void use_completions(void)
{
	complete(&done);
	complete(&done);
	wait_for_completion(&done);
	pr_info("try %d, then %d\n", try_wait_for_completion(&done), try_wait_for_completion(&done));
	pr_info("timeout leaves %lu\n", wait_for_completion_timeout(&done, 2));
	schedule_work(&work);
	wait_for_completion(&done);
	pr_info("condition %d, done %d\n", condition, completion_done(&done));
	complete_all(&done);
	wait_for_completion(&done);
	pr_info("after complete_all: done %d, interruptible %d\n", completion_done(&done),
		wait_for_completion_interruptible(&done));
	reinit_completion(&done);
	pr_info("reinitialised: done %d\n", completion_done(&done));
}

static void use_queues(void)
{
	DEFINE_WAIT(entry);

	pr_info("holds already: %d\n", wait_event_interruptible(queue, condition));
	pr_info("timeout leaves %ld\n", wait_event_timeout(queue, !condition, 2));
	prepare_to_wait(&queue, &entry, TASK_INTERRUPTIBLE);
	pr_info("waiters %d\n", waitqueue_active(&queue));
	wake_up(&queue);
	pr_info("waiters %d, running %d\n", waitqueue_active(&queue),
		get_current_state() == TASK_RUNNING);
	finish_wait(&queue, &entry);
}

static int __init waiting_init(void)
{
	unsigned int start = read_seqbegin(&lock), flags;

	pr_debug("not shown\n");
	use_completions();
	use_queues();
	write_seqlock(&lock);
	write_sequnlock(&lock);
	pr_info("read again: %d\n", read_seqretry(&lock, start) != 0);
	flags = memalloc_noio_save();
	pr_info("I/O allowed: %d\n", (current_gfp_context(GFP_KERNEL) & __GFP_IO) != 0);
	memalloc_noio_restore(flags);
	pr_info("I/O allowed: %d\n", (current_gfp_context(GFP_KERNEL) & __GFP_IO) != 0);
	pr_info("uid %u, may load modules: %d\n", from_kuid(&init_user_ns, current_uid()),
		capable(CAP_SYS_MODULE));
	pr_info("kmap window on a 4 MB boundary: %d\n", PKMAP_BASE % 0x400000 == 0);
	return 0;
}

static void __exit waiting_exit(void)
{
}

module_init(waiting_init);
module_exit(waiting_exit);
MODULE_LICENSE("GPL");
