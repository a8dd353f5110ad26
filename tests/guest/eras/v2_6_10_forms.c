// Forms of 2.6.10 that later versions dropped: works and tasklets with data, set_fs, members of
// the task, areas as a list, nopage.
#include <linux/config.h>
#include <linux/init.h>
#include <linux/interrupt.h>
#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/sched.h>
#include <linux/workqueue.h>
#include <asm/uaccess.h>

static int amount = 7;
static void do_work(void* data) { printk("work got %d\n", *(int*)data); }
static DECLARE_WORK(static_work, do_work, &amount);
static struct work_struct dynamic_work;

static void do_tasklet(unsigned long data) { printk("tasklet got %lu\n", data); }
DECLARE_TASKLET(tasklet, do_tasklet, 11);

static struct page* no_page(struct vm_area_struct* area, unsigned long address, int* type) {
  struct page* page = virt_to_page(PAGE_OFFSET);
  get_page(page);
  if (type) *type = VM_FAULT_MINOR;
  return page;
}
static struct vm_operations_struct operations = {.nopage = no_page};

static void user_accesses(void) {
  mm_segment_t before = get_fs();
  char from[4] = "abc", to[4] = "";
  printk("user limit: %lu bytes not copied\n", copy_from_user(to, from, 4));
  set_fs(KERNEL_DS);
  printk("kernel limit: %lu bytes not copied, %s, %d\n", copy_from_user(to, from, 4), to,
         access_ok(VERIFY_READ, from, 4) != 0);
  set_fs(before);
  printk("limit as before: %d\n", segment_eq(get_fs(), USER_DS));
}

static int __init forms_init(void) {
  struct vm_area_struct* area;
  int areas = 0;
  schedule_work(&static_work);
  flush_scheduled_work();
  amount = 9;
  INIT_WORK(&dynamic_work, do_work, &amount);
  schedule_work(&dynamic_work);
  flush_scheduled_work();
  printk("tasklet's data %lu\n", tasklet.data);
  tasklet.func(tasklet.data);
  user_accesses();
  printk("uid %d, euid %d, gid %d, state %ld\n", current->uid, current->euid, current->gid,
         current->state);
  for (area = current->mm->mmap; area; area = area->vm_next) areas++;
  printk("%d areas, nopage is there %d\n", areas, operations.nopage == no_page);
  printk("pages %d\n", totalram_pages > 1000 && num_physpages >= totalram_pages);
  return 0;
}
static void __exit forms_exit(void) {}
module_init(forms_init);
module_exit(forms_exit);
MODULE_LICENSE("GPL");

// mm32-args: --kernel-version 2.6.10 --run-missing zero
// mm32-expect: log ^work got 7$
// mm32-expect: log ^pages 1$
