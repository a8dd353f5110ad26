// When the vmalloc area is full its users are asked to give some of it back.
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/notifier.h>
#include <linux/vmalloc.h>

#define STEP (8ul << 20)
#define MOST 256

static void* taken[MOST];
static struct page* page;
static struct page** pages;
static unsigned int n;
static unsigned int calls, give;

static void* take(void) { return vmap(pages, STEP / PAGE_SIZE, VM_MAP, PAGE_KERNEL); }

static int give_back(struct notifier_block* nb, unsigned long value, void* freed) {
  calls++;
  if (!give || !n) return NOTIFY_DONE;
  give--;
  vunmap(taken[--n]);
  *(unsigned long*)freed += STEP / PAGE_SIZE;
  return NOTIFY_DONE;
}

static struct notifier_block block = {.notifier_call = give_back};
static struct notifier_block other = {.notifier_call = give_back, .priority = -1};

static int __init start(void) {
  unsigned long i;
  void* p;

  page = alloc_page(GFP_KERNEL);
  pages = vmalloc(STEP / PAGE_SIZE * sizeof(*pages));
  for (i = 0; i < STEP / PAGE_SIZE; i++) pages[i] = page;
  pr_info("register %d\n", register_vmap_purge_notifier(&block));
  while (n < MOST && (p = take())) taken[n++] = p;
  pr_info("full %d, asked %u\n", n > 8 && n < MOST, calls);
  give = 1;
  p = take();
  pr_info("one given: %d, asked %u\n", p != NULL, calls);
  if (p) taken[n++] = p;
  p = take();
  pr_info("none given: %d, asked %u\n", p != NULL, calls);
  pr_info("second %d\n", register_vmap_purge_notifier(&other));
  p = take();
  pr_info("twice asked: %d, asked %u\n", p != NULL, calls);
  give = 2;
  p = take();
  pr_info("both gave: %d, asked %u, left to give %u\n", p != NULL, calls, give);
  if (p) taken[n++] = p;
  pr_info("unregister %d %d\n", unregister_vmap_purge_notifier(&other),
          unregister_vmap_purge_notifier(&block));
  pr_info("again %d\n", unregister_vmap_purge_notifier(&block));
  calls = 0;
  while (n < MOST && (p = take())) taken[n++] = p;
  pr_info("nobody asked %u\n", calls);
  while (n) vunmap(taken[--n]);
  vfree(pages);
  __free_page(page);
  return 0;
}

static void __exit stop(void) {}

module_init(start);
module_exit(stop);
MODULE_LICENSE("GPL");
