/* Of 6.3 to 6.12: flags of areas by functions, objects that end with an array, sysctl tables
 * without an end, work in the bottom half. */
#include <linux/fs.h>
#include <linux/kthread.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/overflow.h>
#include <linux/rcupdate.h>
#include <linux/slab.h>
#include <linux/sysctl.h>
#include <linux/workqueue.h>

struct numbers {
  int count;
  int each[] __counted_by(count);
};

struct node {
  struct rcu_head rcu;
  int value;
};

static int value = 5;
static struct ctl_table table[] = {
    {
        .procname = "value",
        .data = &value,
        .maxlen = sizeof(int),
        .mode = 0644,
        .proc_handler = proc_dointvec,
    },
};

static void worked(struct work_struct* work) { pr_info("worked\n"); }

static DECLARE_WORK(work, worked);

static int tables_mmap(struct file* file, struct vm_area_struct* vma) {
  vm_flags_set(vma, VM_DONTEXPAND);
  vm_flags_mod(vma, VM_IO, VM_MAYWRITE);
  return 0;
}

static const struct file_operations fops = {
    .owner = THIS_MODULE,
    .mmap = tables_mmap,
    .fop_flags = FOP_MMAP_SYNC,
};

static int waits(void* data) {
  while (!kthread_should_stop()) schedule_timeout_interruptible(1);
  return 3;
}

static int __init tables_init(void) {
  DEFINE_FLEX(struct numbers, n, each, count, 4);
  struct vm_area_struct vma = {.vm_flags = VM_MAYWRITE | VM_READ};
  struct folio* folio = folio_alloc(GFP_KERNEL, 1);
  struct ctl_table_header* header;
  struct task_struct* task;

  pr_info("%d numbers in %zu bytes\n", n->count, struct_size(n, each, n->count));
  kvfree_rcu_mightsleep(kmalloc(sizeof(struct node), GFP_KERNEL));
  pr_info("folio of %lu pages\n", folio_nr_pages(folio));
  folio_put(folio);
  fops.mmap(NULL, &vma);
  pr_info("flags %lx, %x\n", vma.vm_flags, fops.fop_flags);
  queue_work(system_bh_wq, &work);
  flush_work(&work);
  header = register_sysctl("dev/tables", table);
  pr_info("table %d\n", header != NULL);
  unregister_sysctl_table(header);
  task = kthread_run_on_cpu(waits, NULL, 0, "waits/%u");
  schedule_timeout_uninterruptible(5);
  pr_info("thread returned %d\n", kthread_stop(task));
  return 0;
}

static void __exit tables_exit(void) {}

module_init(tables_init);
module_exit(tables_exit);
MODULE_DESCRIPTION("Forms of 6.3 to 6.12");
MODULE_LICENSE("GPL");

// mm32-args: --kernel-version 6.12
// mm32-expect: log ^4 numbers in 20 bytes$
// mm32-expect: log ^table 1$
// mm32-expect: log ^thread returned 3$
