// Probes of the kernel's functions: the look-up of names that foreign modules get that way, counts
// of allocations, and returns.
#include <linux/kprobes.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

#define SHOW(call) pr_info("%s = %d\n", #call, call)
#define SIZE 3331

static unsigned long (*lookup)(const char* name);

static int find_lookup(void) {
  struct kprobe p = {.symbol_name = "kallsyms_lookup_name"};
  int error = register_kprobe(&p);

  if (error) return error;
  lookup = (void*)p.addr;
  unregister_kprobe(&p);
  pr_info("kfree %d, kmalloc_nothing %d\n", lookup("kfree") == (unsigned long)kfree,
          lookup("kmalloc_nothing") != 0);
  return 0;
}

static int allocations, frees;
static void* watched;

static int on_kmalloc(struct kprobe* p, struct pt_regs* regs) {
  if (regs->ax == SIZE) allocations++;
  return 0;
}
static int on_kfree(struct kprobe* p, struct pt_regs* regs) {
  if (regs->ax == (unsigned long)watched) frees++;
  return 0;
}

static noinline void count(void) {
  struct kprobe alloc = {.symbol_name = "__kmalloc", .pre_handler = on_kmalloc};
  struct kprobe release = {.symbol_name = "kfree", .pre_handler = on_kfree};
  volatile size_t size = SIZE;
  int i;

  SHOW(register_kprobe(&alloc));
  SHOW(register_kprobe(&release));
  for (i = 0; i < 100; i++) {
    watched = kmalloc(size, GFP_KERNEL);
    kfree(watched);
  }
  unregister_kprobe(&release);
  unregister_kprobe(&alloc);
  watched = kmalloc(size, GFP_KERNEL);
  kfree(watched);
  pr_info("%d allocations, %d frees, missed %lu %lu\n", allocations, frees, alloc.nmissed,
          release.nmissed);
}

static void* returned;
static int at_return(struct kretprobe_instance* ri, struct pt_regs* regs) {
  if (*(unsigned long*)ri->data != SIZE) return 0;
  returned = (void*)regs_return_value(regs);
  pr_info("returns to %ps, ip is there: %d, probe of %s, frame %ld\n",
          (void*)get_kretprobe_retaddr(ri), regs->ip == get_kretprobe_retaddr(ri),
          get_kretprobe(ri)->kp.symbol_name, (long)(regs->sp - ri->node.frame));
  return 0;
}
static int at_entry(struct kretprobe_instance* ri, struct pt_regs* regs) {
  *(unsigned long*)ri->data = regs->ax;
  return regs->ax != SIZE;
}

static noinline void returns(void) {
  struct kretprobe rp = {.kp.symbol_name = "__kmalloc",
                         .handler = at_return,
                         .entry_handler = at_entry,
                         .data_size = sizeof(long)};
  volatile size_t size = SIZE;
  void* p;

  SHOW(register_kretprobe(&rp));
  pr_info("maxactive %d\n", rp.maxactive);
  p = kmalloc(size, GFP_KERNEL);
  pr_info("seen: %d\n", p == returned);
  kfree(p);
  size = 100;
  kfree(kmalloc(size, GFP_KERNEL));
  unregister_kretprobe(&rp);
  pr_info("missed %d and %lu\n", rp.nmissed, rp.kp.nmissed);
}

static noinline int depth(int n) {
  asm volatile("" : "+r"(n));
  return n == 0 ? 0 : 1 + depth(n - 1);
}
static int show_depth(struct kretprobe_instance* ri, struct pt_regs* regs) {
  pr_info("depth %ld\n", regs_return_value(regs));
  return 0;
}
static int add_ten(struct kretprobe_instance* ri, struct pt_regs* regs) {
  regs->ax += 10;
  return 0;
}

static noinline void active(void) {
  struct kretprobe rp = {.kp.symbol_name = "depth", .handler = show_depth, .maxactive = 2};
  struct kretprobe other = {.kp.symbol_name = "depth", .handler = add_ten, .maxactive = 20};
  struct kretprobe* both[] = {&rp, &other};

  SHOW(register_kretprobe(&rp));
  SHOW(depth(4));
  pr_info("missed %d and %lu\n", rp.nmissed, rp.kp.nmissed);
  unregister_kretprobe(&rp);
  rp = (struct kretprobe){.kp.symbol_name = "depth", .handler = show_depth};
  SHOW(register_kretprobes(both, 2));
  SHOW(depth(2));
  SHOW(disable_kretprobe(&other));
  SHOW(depth(1));
  unregister_kretprobes(both, 2);
  SHOW(depth(2));
}

static noinline void refused(void) {
  struct kretprobe rp = {.kp.symbol_name = "depth", .data_size = 5000};
  struct kretprobe unknown = {.kp.symbol_name = "no_such_function"};
  struct kretprobe both = {.kp.symbol_name = "depth", .kp.addr = (void*)depth};
  struct kretprobe nothing = {};
  struct kretprobe inside = {.kp.symbol_name = "depth", .kp.offset = 1};

  SHOW(register_kretprobe(&rp));
  SHOW(register_kretprobe(&unknown));
  SHOW(register_kretprobe(&both));
  SHOW(register_kretprobe(&nothing));
  SHOW(register_kretprobe(&inside));
}

static int __init kprobes_kernel_init(void) {
  SHOW(find_lookup());
  count();
  returns();
  active();
  refused();
  return 0;
}
static void __exit kprobes_kernel_exit(void) {}
module_init(kprobes_kernel_init);
module_exit(kprobes_kernel_exit);
MODULE_LICENSE("GPL");
