// What drivers of 3.10 declare and call. Nothing of it is emulated: the calls are made only when
// `never` is set, so the source must compile, link with gaps, and print its lines.
#include <linux/cdev.h>
#include <linux/debugfs.h>
#include <linux/delay.h>
#include <linux/device.h>
#include <linux/fs.h>
#include <linux/hrtimer.h>
#include <linux/init.h>
#include <linux/interrupt.h>
#include <linux/kernel.h>
#include <linux/kobject.h>
#include <linux/kprobes.h>
#include <linux/kthread.h>
#include <linux/miscdevice.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/netdevice.h>
#include <linux/notifier.h>
#include <linux/pci.h>
#include <linux/platform_device.h>
#include <linux/poll.h>
#include <linux/proc_fs.h>
#include <linux/reboot.h>
#include <linux/sched.h>
#include <linux/seq_file.h>
#include <linux/slab.h>
#include <linux/sysfs.h>
#include <linux/uaccess.h>
#include <linux/workqueue.h>

static int never;
module_param(never, int, 0444);

static ssize_t level_show(struct kobject* kobj, struct kobj_attribute* attr, char* buf) {
  return sprintf(buf, "%d\n", never);
}
static ssize_t level_store(struct kobject* kobj, struct kobj_attribute* attr, const char* buf,
                           size_t count) {
  return kstrtoint(buf, 0, &never) ? -EINVAL : count;
}
static struct kobj_attribute level = __ATTR(level, 0664, level_show, level_store);
static struct attribute* attributes[] = {&level.attr, NULL};
static struct attribute_group group = {.attrs = attributes};
static ssize_t size_show(struct device* dev, struct device_attribute* attr, char* buf) {
  return snprintf(buf, PAGE_SIZE, "%lu\n", PAGE_SIZE);
}
static DEVICE_ATTR(size, S_IRUGO, size_show, NULL);

static DECLARE_WAIT_QUEUE_HEAD(readers);
static unsigned int poll_ring(struct file* file, poll_table* table) {
  poll_wait(file, &readers, table);
  return POLLIN | POLLRDNORM;
}
static long ring_ioctl(struct file* file, unsigned int cmd, unsigned long arg) {
  return cmd == _IOR('r', 1, int) ? put_user(never, (int __user*)arg) : -ENOTTY;
}
static int ring_fault(struct vm_area_struct* area, struct vm_fault* vmf) {
  vmf->page = vmalloc_to_page(area->vm_private_data);
  get_page(vmf->page);
  return 0;
}
static const struct vm_operations_struct area_operations = {.fault = ring_fault};
static int ring_mmap(struct file* file, struct vm_area_struct* area) {
  area->vm_ops = &area_operations;
  area->vm_flags |= VM_DONTEXPAND | VM_DONTDUMP;
  area->vm_page_prot = pgprot_noncached(area->vm_page_prot);
  return remap_pfn_range(area, area->vm_start, 0, PAGE_SIZE, area->vm_page_prot);
}
static int ring_open(struct inode* inode, struct file* file) {
  file->private_data = inode->i_cdev;
  return nonseekable_open(inode, file);
}
static const struct file_operations ring = {.owner = THIS_MODULE,
                                            .open = ring_open,
                                            .unlocked_ioctl = ring_ioctl,
                                            .poll = poll_ring,
                                            .mmap = ring_mmap,
                                            .llseek = no_llseek};
static struct miscdevice misc = {.minor = MISC_DYNAMIC_MINOR, .name = "ring", .fops = &ring};

static int numbers_show(struct seq_file* m, void* v) {
  seq_printf(m, "%d\n", never);
  seq_puts(m, "end\n");
  return 0;
}
static int numbers_open(struct inode* inode, struct file* file) {
  return single_open(file, numbers_show, PDE_DATA(inode));
}
static const struct file_operations numbers = {.owner = THIS_MODULE,
                                               .open = numbers_open,
                                               .read = seq_read,
                                               .llseek = seq_lseek,
                                               .release = single_release};

static int worker(void* data) {
  while (!kthread_should_stop()) schedule_timeout_interruptible(HZ);
  return 0;
}
static struct delayed_work later;
static void do_later(struct work_struct* work) {
  schedule_delayed_work(to_delayed_work(work), msecs_to_jiffies(10));
}
static enum hrtimer_restart rang(struct hrtimer* timer) {
  hrtimer_forward_now(timer, ktime_set(0, 1000));
  return HRTIMER_RESTART;
}
static struct hrtimer timer;
static irqreturn_t fast(int irq, void* dev) { return IRQ_WAKE_THREAD; }
static irqreturn_t slow(int irq, void* dev) { return IRQ_HANDLED; }
static int before_fork(struct kprobe* probe, struct pt_regs* regs) {
  printk("at %lx\n", regs->ip);
  return 0;
}
static struct kprobe probe = {.symbol_name = "do_fork", .pre_handler = before_fork};
static int at_reboot(struct notifier_block* block, unsigned long action, void* data) {
  return NOTIFY_DONE;
}
static struct notifier_block block = {.notifier_call = at_reboot};
static int ring_probe(struct platform_device* pdev) {
  struct resource* res = platform_get_resource(pdev, IORESOURCE_MEM, 0);
  void* state = devm_kzalloc(&pdev->dev, 16, GFP_KERNEL);
  platform_set_drvdata(pdev, state);
  dev_info(&pdev->dev, "%pR irq %d\n", res, platform_get_irq(pdev, 0));
  return 0;
}
static int ring_remove(struct platform_device* pdev) { return 0; }
static struct platform_driver driver = {
    .probe = ring_probe, .remove = ring_remove, .driver = {.name = "ring", .owner = THIS_MODULE}};
static netdev_tx_t transmit(struct sk_buff* skb, struct net_device* dev) {
  dev->stats.tx_packets++;
  dev_kfree_skb(skb);
  return NETDEV_TX_OK;
}
static const struct net_device_ops net_operations = {.ndo_start_xmit = transmit};

static void print_tasks(void) {
  struct task_struct *task, *thread;
  struct vm_area_struct* area;
  for_each_process(task) {
    struct mm_struct* mm = get_task_mm(task);
    if (!mm) continue;
    down_read(&mm->mmap_sem);
    for (area = mm->mmap; area; area = area->vm_next)
      printk("%08lx-%08lx %lx\n", area->vm_start, area->vm_end, area->vm_flags);
    up_read(&mm->mmap_sem);
    mmput(mm);
  }
  do_each_thread(task, thread) {
    printk("%s %d %ld cpu %d\n", thread->comm, thread->pid, thread->state, task_cpu(thread));
  }
  while_each_thread(task, thread);
}

static void call_all(void) {
  static dev_t numbers_of;
  static struct cdev cdev;
  struct class* class = class_create(THIS_MODULE, "ring");
  struct task_struct* task = kthread_run(worker, NULL, "worker/%d", 0);
  struct kobject* kobj = kobject_create_and_add("ring", kernel_kobj);
  struct dentry* folder = debugfs_create_dir("ring", NULL);
  alloc_chrdev_region(&numbers_of, 0, 1, "ring");
  cdev_init(&cdev, &ring);
  cdev_add(&cdev, numbers_of, 1);
  device_create_file(device_create(class, NULL, numbers_of, NULL, "ring%d", 0), &dev_attr_size);
  misc_register(&misc);
  proc_create_data("numbers", 0444, NULL, &numbers, NULL);
  debugfs_create_file("numbers", 0444, folder, NULL, &numbers);
  if (sysfs_create_group(kobj, &group)) kobject_put(kobj);
  kthread_stop(task);
  INIT_DELAYED_WORK(&later, do_later);
  schedule_delayed_work(&later, HZ);
  cancel_delayed_work_sync(&later);
  hrtimer_init(&timer, CLOCK_MONOTONIC, HRTIMER_MODE_REL);
  timer.function = rang;
  hrtimer_start(&timer, ktime_set(1, 0), HRTIMER_MODE_REL);
  if (request_threaded_irq(9, fast, slow, IRQF_SHARED, "ring", &misc)) free_irq(9, &misc);
  register_kprobe(&probe);
  register_reboot_notifier(&block);
  platform_driver_register(&driver);
  print_tasks();
}

static int __init drivers_init(void) {
  if (never) call_all();
  printk("group %s, attribute %s %o\n", group.attrs[0]->name, dev_attr_size.attr.name,
         dev_attr_size.attr.mode);
  printk("ioctl %ld\n", ring.unlocked_ioctl(NULL, 0, 0));
  printk("driver %s, probe %s, device ops %d\n", driver.driver.name, probe.symbol_name,
         net_operations.ndo_start_xmit == transmit);
  return 0;
}
static void __exit drivers_exit(void) {}
module_init(drivers_init);
module_exit(drivers_exit);
MODULE_LICENSE("GPL");

// mm32-args: --kernel-version 3.10 --run-missing zero
// mm32-expect: log ^group level, attribute size 444$
// mm32-expect: log ^driver ring, probe do_fork, device ops 1$
