// Probes of the module's own functions: what handlers see, several at one place, disabling, missed
// ones, going on elsewhere, and what is refused.
#include <linux/kprobes.h>
#include <linux/module.h>
#include <linux/slab.h>

static noinline int sum(int a, int b, int c) {
  asm volatile("" : "+r"(a));
  return a + b * c;
}
static noinline int outer(int a) {
  asm volatile("" : "+r"(a));
  return sum(a, 2, 3) + 1;
}

#define SHOW(call) pr_info("%s = %d\n", #call, call)

static int before(struct kprobe* p, struct pt_regs* regs) {
  pr_info("%s: ip %+ld ax %ld dx %ld cx %ld caller %ps\n", p->symbol_name ?: "by address",
          (long)(regs->ip - (unsigned long)p->addr), regs->ax, regs->dx, regs->cx,
          (void*)*(unsigned long*)regs->sp);
  return 0;
}
static void after(struct kprobe* p, struct pt_regs* regs, unsigned long flags) {
  pr_info("after: ip %+ld ax %ld flags %lu\n", (long)(regs->ip - (unsigned long)p->addr), regs->ax,
          flags);
}
static int silent(struct kprobe* p, struct pt_regs* regs) { return 0; }
static int skip(struct kprobe* p, struct pt_regs* regs) {
  regs->ax = 77;
  regs->ip = *(unsigned long*)regs->sp;
  regs->sp += 4;
  return 1;
}
static int more(struct kprobe* p, struct pt_regs* regs) {
  regs->ax += 100;
  return 0;
}
static int nested(struct kprobe* p, struct pt_regs* regs) {
  pr_info("within a handler %d\n", sum(1, 1, 1));
  return 0;
}

static void try(const char* name, void* addr, unsigned int offset) {
  struct kprobe p = {.symbol_name = name, .addr = addr, .offset = offset};
  int error = register_kprobe(&p);
  pr_info("%s %d +%u: %d flags %x\n", name, addr != NULL, offset, error, p.flags);
  if (!error) unregister_kprobe(&p);
}

static int datum;

static noinline void refused(void) {
  void* memory = kmalloc(10, GFP_KERNEL);

  try("no_such_function", NULL, 0);
  try(NULL, NULL, 0);
  try("sum", sum, 0);
  try(NULL, memory, 0);
  try(NULL, &datum, 0);
  try(NULL, (void*)0x1000, 0);
  try("sum", NULL, 4000000);
  try("kfree", NULL, 1);
  try("kprobes_own_nothing:sum", NULL, 0);
  kfree(memory);
}

static noinline void several(void) {
  struct kprobe first = {.symbol_name = "sum", .pre_handler = before};
  struct kprobe second = {.addr = (void*)sum, .pre_handler = before};

  SHOW(register_kprobe(&first));
  SHOW(sum(1, 2, 3));
  SHOW(register_kprobe(&first));
  SHOW(register_kprobe(&second));
  SHOW(sum(2, 2, 3));
  SHOW(disable_kprobe(&first));
  SHOW(sum(3, 2, 3));
  SHOW(disable_kprobe(&second));
  SHOW(sum(3, 2, 3));
  SHOW(enable_kprobe(&first));
  SHOW(sum(4, 2, 3));
  unregister_kprobe(&first);
  pr_info("flags %x, addr is %s\n", first.flags, first.addr ? "kept" : "NULL");
  SHOW(enable_kprobe(&second));
  SHOW(sum(5, 2, 3));
  unregister_kprobe(&first);
  pr_info("again: addr is %s\n", first.addr ? "kept" : "NULL");
  SHOW(enable_kprobe(&first));
  SHOW(disable_kprobe(&first));
  unregister_kprobe(&second);
  SHOW(sum(6, 2, 3));
}

static noinline void changed(void) {
  struct kprobe p = {.symbol_name = "sum", .pre_handler = skip};
  struct kprobe around = {.symbol_name = "sum", .pre_handler = before, .post_handler = after};
  struct kprobe add = {.symbol_name = "sum", .pre_handler = more};

  SHOW(register_kprobe(&p));
  SHOW(outer(1));
  unregister_kprobe(&p);
  SHOW(register_kprobe(&around));
  SHOW(sum(1, 2, 3));
  unregister_kprobe(&around);
  SHOW(register_kprobe(&add));
  SHOW(sum(1, 2, 3));
  unregister_kprobe(&add);
}

static noinline void missed(void) {
  struct kprobe p = {.symbol_name = "outer", .pre_handler = nested};
  struct kprobe inner = {.symbol_name = "sum", .pre_handler = before};
  struct kprobe* both[] = {&p, &inner};

  SHOW(register_kprobes(both, 0));
  SHOW(register_kprobes(both, 2));
  SHOW(outer(4));
  pr_info("missed %lu and %lu\n", p.nmissed, inner.nmissed);
  unregister_kprobes(both, 2);
  SHOW(outer(4));
}

// At every instruction of the two functions.
static void everywhere(const char* name) {
  unsigned int offset, places = 0;

  for (offset = 0; offset < 12; offset++) {
    struct kprobe p = {.symbol_name = name, .offset = offset, .pre_handler = silent};
    int error = register_kprobe(&p);
    if (error == -EILSEQ) continue;
    places++;
    if (error) {
      pr_info("%s+%u: %d\n", name, offset, error);
      continue;
    }
    if (outer(4) != 11) pr_info("%s+%u: outer(4) = %d\n", name, offset, outer(4));
    unregister_kprobe(&p);
  }
  pr_info("%s: %s places\n", name, places > 2 ? "several" : "few");
}

static int __init kprobes_own_init(void) {
  refused();
  several();
  changed();
  missed();
  everywhere("sum");
  everywhere("outer");
  return 0;
}
static void __exit kprobes_own_exit(void) {}
module_init(kprobes_own_init);
module_exit(kprobes_own_exit);
MODULE_LICENSE("GPL");
