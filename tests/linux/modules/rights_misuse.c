// Changed rights of kernel pages, and uses against them, one a run: see rights_misuse.cases. What
// is no export of 6.1 is looked up there by name.
#include <asm/pgtable.h>
#include <asm/set_memory.h>
#include <linux/ctype.h>
#include <linux/gfp.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/vmalloc.h>
#ifdef LAB_KERNEL
#include <linux/kprobes.h>
static int by_name(const char* name, unsigned long addr, int pages) {
  struct kprobe probe = {.symbol_name = name};
  int (*function)(unsigned long, int);

  if (register_kprobe(&probe)) return -ENOENT;
  function = (void*)probe.addr;
  unregister_kprobe(&probe);
  return function(addr, pages);
}
#define set_memory_ro(addr, pages) by_name("set_memory_ro", addr, pages)
#define set_memory_rw(addr, pages) by_name("set_memory_rw", addr, pages)
#define set_memory_x(addr, pages) by_name("set_memory_x", addr, pages)
#define set_memory_nx(addr, pages) by_name("set_memory_nx", addr, pages)
#define set_memory_np(addr, pages) by_name("set_memory_np", addr, pages)
#endif

static char* which = "";
module_param(which, charp, 0);

static volatile char sink;
static noinline void touch(const volatile char* at) { sink = *at; }
static noinline void hit(volatile char* at) { *at = 1; }
static noinline void run_at(const void* code) { ((void (*)(void))code)(); }

static void write_read_only(void) {
  char* p = (char*)__get_free_page(GFP_KERNEL);
  pr_info("ro %d\n", set_memory_ro((unsigned long)p, 1));
  hit(p + 7);
}

static void set_memory_odd(void) {
  char* p = vmalloc(3 * PAGE_SIZE);
  pr_info("odd %d\n", set_memory_ro((unsigned long)p + 8, 1));
  pr_info("again %d\n", set_memory_rw((unsigned long)p + 8, 1));
  hit(p);
  vfree(p);
}

static void set_memory_guard(void) {
  char* p = vmalloc(2 * PAGE_SIZE);
  pr_info("guard %d\n", set_memory_ro((unsigned long)p, 3));
  hit(p);
}

static void set_memory_rodata(void) {
  pr_info("rodata %d\n", set_memory_rw((unsigned long)_ctype & PAGE_MASK, 1));
  hit((char*)_ctype);
}

static void execute_page(void) {
  char* p = (char*)__get_free_page(GFP_KERNEL);
  *p = 0xc3;
  pr_info("x %d\n", set_memory_x((unsigned long)p, 1));
  run_at(p);
  pr_info("executed, nx %d\n", set_memory_nx((unsigned long)p, 1));
  run_at(p);
  pr_info("executed\n");
}

static void show(const char* when, unsigned long addr) {
  unsigned int level;
  pte_t* pte = lookup_address(addr, &level);

  pr_info("%s: level %u flags %llx\n", when, level, pte ? (u64)pte_val(*pte) & 0x1ff : 0ull);
}
static void not_present(void) {
  unsigned long p = __get_free_page(GFP_KERNEL);
  pr_info("np %d\n", set_memory_np(p, 1));
  show("np", p);
  touch((char*)p + 5);
}
static void uncached_splits(void) {
  unsigned long p = __get_free_page(GFP_KERNEL);
  show("before", p);
  pr_info("uc %d\n", set_memory_uc(p, 1));
  show("uc", p);
  show("next", p ^ PAGE_SIZE);
  pr_info("wc %d\n", set_memory_wc(p, 1));
  show("wc", p);
  pr_info("wb %d\n", set_memory_wb(p, 1));
  show("wb", p);
  *(u32*)p = 5;
  free_page(p);
}
static void whole_large_page(void) {
  const unsigned long p = 0xd0000000;
  show("before", p);
  pr_info("uc %d\n", set_memory_uc(p, PMD_SIZE / PAGE_SIZE));
  show("uc", p);
  pr_info("wb %d\n", set_memory_wb(p, PMD_SIZE / PAGE_SIZE));
  show("wb", p);
}
static void read_only_vmalloc(void) {
  char* p = vmalloc(3 * PAGE_SIZE);
  pr_info("ro %d\n", set_memory_ro((unsigned long)p + PAGE_SIZE, 1));
  show("first", (unsigned long)p);
  show("second", (unsigned long)p + PAGE_SIZE);
  hit(p);
  touch(p + PAGE_SIZE);
  hit(p + PAGE_SIZE + 9);
}
static void of_nothing(void) {
  pr_info("hole %d\n", set_memory_ro(0xfffff000, 1));
  pr_info("user %d\n", set_memory_ro(0x10000000, 1));
  pr_info("no pages %d\n", set_memory_ro(0xd0000000, 0));
}

#define CASE(name) \
  { #name, name }
static const struct {
  const char* name;
  void (*run)(void);
} cases[] = {
    CASE(write_read_only),   CASE(set_memory_odd), CASE(set_memory_guard), CASE(set_memory_rodata),
    CASE(execute_page),      CASE(not_present),    CASE(uncached_splits),  CASE(whole_large_page),
    CASE(read_only_vmalloc), CASE(of_nothing),
};

static int __init start(void) {
  unsigned i;

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
