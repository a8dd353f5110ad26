// Mappings made and undone where it may not, or just may, be done, one a run:
// mapping_contexts.cases.
#include <asm/pgtable.h>
#include <asm/set_memory.h>
#include <linux/delay.h>
#include <linux/highmem.h>
#include <linux/interrupt.h>
#include <linux/io.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/sched.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/timer.h>
#include <linux/vmalloc.h>

static char* which = "";
module_param(which, charp, 0);
#define DEVICE 0xf0000000ul
static DEFINE_SPINLOCK(lock);
static void* area;
static void __iomem* io;
static struct page* page;
static void (*in_timer)(void);
static int done;
static void fire(struct timer_list* t) {
  in_timer();
  done = 1;
}
static DEFINE_TIMER(timer, fire);
static void by_timer(void (*fn)(void)) {
  in_timer = fn;
  mod_timer(&timer, jiffies + 1);
  while (!done) msleep(10);
}

static void locked_vfree(void) {
  char* p = vmalloc(PAGE_SIZE);
  spin_lock(&lock);
  vfree(p);
  spin_unlock(&lock);
}
static void irqs_off_vfree(void) {
  char* p = vmalloc(PAGE_SIZE);
  local_irq_disable();
  vfree(p);
  local_irq_enable();
}
static void free_area(void) {
  vfree(area);
  pr_info("freed in softirq\n");
}
static void softirq_vfree(void) {
  area = vmalloc(3 * PAGE_SIZE);
  by_timer(free_area);
  msleep(20);
  pr_info("gone %d\n", vmalloc_to_page(area) == NULL);
}
static void locked_vunmap(void) {
  char* p = vmap(&page, 1, VM_MAP, PAGE_KERNEL);
  spin_lock(&lock);
  vunmap(p);
  spin_unlock(&lock);
}
static void locked_vmalloc(void) {
  char* p;
  spin_lock(&lock);
  p = vmalloc(PAGE_SIZE);
  spin_unlock(&lock);
  pr_info("%d\n", p != NULL);
  vfree(p);
}
static void locked_vmalloc_atomic(void) {
  char* p;
  spin_lock(&lock);
  p = __vmalloc(PAGE_SIZE, GFP_ATOMIC);
  spin_unlock(&lock);
  pr_info("%d\n", p != NULL);
  vfree(p);
}
static void locked_vmap(void) {
  char* p;
  spin_lock(&lock);
  p = vmap(&page, 1, VM_MAP, PAGE_KERNEL);
  spin_unlock(&lock);
  pr_info("%d\n", p != NULL);
  vunmap(p);
}
static void locked_ioremap(void) {
  spin_lock(&lock);
  io = ioremap(DEVICE, 100);
  spin_unlock(&lock);
  pr_info("%d\n", io != NULL);
  iounmap(io);
}
static void locked_iounmap(void) {
  io = ioremap(DEVICE, 100);
  spin_lock(&lock);
  iounmap(io);
  spin_unlock(&lock);
}
static void locked_vm_map_ram(void) {
  char* p;
  spin_lock(&lock);
  p = vm_map_ram(&page, 1, -1);
  spin_unlock(&lock);
  pr_info("%d\n", p != NULL);
  vm_unmap_ram(p, 1);
}
static void locked_vm_unmap_ram(void) {
  char* p = vm_map_ram(&page, 1, -1);
  spin_lock(&lock);
  vm_unmap_ram(p, 1);
  spin_unlock(&lock);
}
static void locked_set_memory(void) {
  unsigned long p = __get_free_page(GFP_KERNEL);
  spin_lock(&lock);
  pr_info("%d\n", set_memory_uc(p, 1));
  pr_info("%d\n", set_memory_wb(p, 1));
  spin_unlock(&lock);
  free_page(p);
}
static void map_page(void) {
  char* p = kmap(page);
  pr_info("kmap in softirq %d\n", p != NULL);
}
static void softirq_kmap(void) { by_timer(map_page); }
static void unmap_page(void) { kunmap(page); }
static void softirq_kunmap(void) {
  kmap(page);
  by_timer(unmap_page);
}
static void map_atomic(void) {
  char* p = kmap_atomic(page);
  *p = 1;
  pr_info("kmap_atomic count %x\n", preempt_count());
  kunmap_atomic(p);
}
static void softirq_kmap_atomic(void) {
  char* p = kmap_local_page(page);
  by_timer(map_atomic);
  *p = 2;
  kunmap_local(p);
}
static void locked_kmap(void) {
  char* p;
  spin_lock(&lock);
  p = kmap(page);
  kunmap(page);
  spin_unlock(&lock);
}
static void local_then_sleep(void) {
  char* p = kmap_local_page(page);
  *p = 7;
  msleep(1);
  pr_info("%d\n", *p);
  kunmap_local(p);
}
static void locked_kvfree(void) {
  char* p = kvmalloc(9 << 20, GFP_KERNEL);
  spin_lock(&lock);
  kvfree(p);
  spin_unlock(&lock);
}
static void locked_unmap_aliases(void) {
  spin_lock(&lock);
  vm_unmap_aliases();
  spin_unlock(&lock);
}
static void locked_memremap(void) {
  void* p;
  spin_lock(&lock);
  p = memremap(DEVICE, 100, MEMREMAP_WB);
  spin_unlock(&lock);
  memunmap(p);
}
static void bh_off_vfree(void) {
  char* p = vmalloc(PAGE_SIZE);
  local_bh_disable();
  vfree(p);
  local_bh_enable();
}
static void bh_off_kmap(void) {
  local_bh_disable();
  kmap(page);
  kunmap(page);
  local_bh_enable();
}
static void preempt_off_iounmap(void) {
  io = ioremap(DEVICE, 100);
  preempt_disable();
  iounmap(io);
  preempt_enable();
}
static void return_atomic(void) { kmap_atomic(page); }
static void return_local(void) { kmap_local_page(page); }
static void pagefault_off_read(void) {
  char* p = vmalloc(PAGE_SIZE);
  pagefault_disable();
  *(volatile char*)(p + PAGE_SIZE);
  pagefault_enable();
}
static void kmap_twice_unmap_once(void) {
  kmap(page);
  kmap(page);
  kunmap(page);
}
static void kmap_freed(void) {
  kmap(page);
  __free_page(page);
  page = alloc_page(GFP_HIGHUSER);
}
static void local_nest_cross(void) {
  char *a = kmap_local_page(page), *b = kmap_atomic(page);
  kunmap_local(a);
  kunmap_atomic(b);
  pr_info("idx %d count %x\n", current->kmap_ctrl.idx, preempt_count());
}
static void unmap_local_zero(void) {
  kunmap_local(NULL);
  pr_info("idx %d\n", current->kmap_ctrl.idx);
}
static void unmap_local_pkmap(void) {
  char* p = kmap(page);
  kunmap_local(p);
  pr_info("idx %d\n", current->kmap_ctrl.idx);
  kunmap(page);
}
static void use_after_iounmap(void) {
  io = ioremap(DEVICE, 100);
  iounmap(io);
  vm_unmap_aliases();
  writel(1, io);
}
static void write_ro_vmap(void) {
  char* p = vmap(&page, 1, VM_MAP, PAGE_KERNEL_RO);
  *p = 1;
}
static void vfree_module(void) { vfree(THIS_MODULE); }
static void vfree_ioremap(void) {
  io = ioremap(DEVICE, 5 * PAGE_SIZE);
  vfree((void __force*)io);
  pr_info("gone %d\n", vmalloc_to_page(io) == NULL);
}
static void iounmap_vmalloc(void) {
  char* p = vmalloc(PAGE_SIZE);
  iounmap(p);
  pr_info("gone %d\n", vmalloc_to_page(p) == NULL);
}
static void vunmap_vmalloc(void) {
  char* p = vmalloc(PAGE_SIZE);
  vunmap(p);
  pr_info("gone %d\n", vmalloc_to_page(p) == NULL);
}
static void vfree_vmap(void) {
  char* p = vmap(&page, 1, VM_MAP, PAGE_KERNEL);
  vfree(p);
  pr_info("refs %d\n", page_count(page));
}
static void kvfree_odd(void) {
  char* p = kvmalloc(9 << 20, GFP_KERNEL);
  kvfree(p + 8);
}
static void memunmap_low(void) { memunmap((void*)0xc2000000); }
static void unmap_ram_wrong_count(void) {
  char* p;
  struct page* pg[4] = {page, page, page, page};
  p = vm_map_ram(pg, 4, -1);
  vm_unmap_ram(p, 2);
  pr_info("%d %d\n", vmalloc_to_page(p) == NULL, vmalloc_to_page(p + 2 * PAGE_SIZE) == page);
  vm_unmap_ram(p + 2 * PAGE_SIZE, 2);
}
static void unmap_ram_twice(void) {
  char* p = vm_map_ram(&page, 1, -1);
  vm_unmap_ram(p, 1);
  vm_unmap_ram(p, 1);
  pr_info("twice\n");
}
static void free_mapped_page(void) {
  char* p = kmap_local_page(page);
  __free_page(page);
  *p = 3;
  kunmap_local(p);
  page = alloc_page(GFP_HIGHUSER);
}
#define CASE(n) \
  { #n, n }
static const struct {
  const char* name;
  void (*run)(void);
} cases[] = {CASE(locked_vfree),
             CASE(irqs_off_vfree),
             CASE(softirq_vfree),
             CASE(locked_vunmap),
             CASE(locked_vmalloc),
             CASE(locked_vmalloc_atomic),
             CASE(locked_vmap),
             CASE(locked_ioremap),
             CASE(locked_iounmap),
             CASE(locked_vm_map_ram),
             CASE(locked_vm_unmap_ram),
             CASE(locked_set_memory),
             CASE(softirq_kmap),
             CASE(softirq_kunmap),
             CASE(softirq_kmap_atomic),
             CASE(locked_kmap),
             CASE(local_then_sleep),
             CASE(locked_kvfree),
             CASE(locked_unmap_aliases),
             CASE(locked_memremap),
             CASE(bh_off_vfree),
             CASE(bh_off_kmap),
             CASE(preempt_off_iounmap),
             CASE(return_atomic),
             CASE(return_local),
             CASE(pagefault_off_read),
             CASE(kmap_twice_unmap_once),
             CASE(kmap_freed),
             CASE(local_nest_cross),
             CASE(unmap_local_zero),
             CASE(unmap_local_pkmap),
             CASE(use_after_iounmap),
             CASE(write_ro_vmap),
             CASE(vfree_module),
             CASE(vfree_ioremap),
             CASE(iounmap_vmalloc),
             CASE(vunmap_vmalloc),
             CASE(vfree_vmap),
             CASE(kvfree_odd),
             CASE(memunmap_low),
             CASE(unmap_ram_wrong_count),
             CASE(unmap_ram_twice),
             CASE(free_mapped_page)};
static int __init start(void) {
  unsigned i;
  page = alloc_page(GFP_HIGHUSER);
  for (i = 0; i < ARRAY_SIZE(cases); i++)
    if (!strcmp(cases[i].name, which)) {
      cases[i].run();
      pr_info("the task goes on\n");
      return 0;
    }
  return -ENOENT;
}
static void __exit stop(void) {}
module_init(start);
module_exit(stop);
MODULE_LICENSE("GPL");
