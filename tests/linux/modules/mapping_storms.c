// Many mappings at once, in a random order that is the same everywhere: what they contain, how many
// there are, and what is left behind.
#include <asm/pgtable.h>
#include <linux/highmem.h>
#include <linux/io.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

#define LIVE 48
#define PAGES 64

static u32 state = 12345;
static u32 next(u32 below) {
  state = state * 1664525 + 1013904223;
  return (state >> 16) % below;
}

static struct page* pages[PAGES];
static struct {
  u32* at;
  u32 pages, mark;
} live[LIVE];

static void vmalloc_storm(void) {
  u32 i, step, sum = 0, wrong = 0, failed = 0;

  for (step = 0; step < 4000; step++) {
    const u32 n = next(LIVE);

    if (live[n].at) {
      for (i = 0; i < live[n].pages; i++)
        if (live[n].at[i * 1024 + i] != live[n].mark + i) wrong++;
      vfree(live[n].at);
      live[n].at = NULL;
      continue;
    }
    live[n].pages = 1 + next(40);
    live[n].mark = step;
    live[n].at = next(2) ? vmalloc(live[n].pages * PAGE_SIZE) : vzalloc(live[n].pages * PAGE_SIZE);
    if (!live[n].at) {
      failed++;
      continue;
    }
    for (i = 0; i < live[n].pages; i++) live[n].at[i * 1024 + i] = step + i;
    sum += live[n].pages;
  }
  for (i = 0; i < LIVE; i++) {
    vfree(live[i].at);
    live[i].at = NULL;
  }
  pr_info("vmalloc: %u pages, %u wrong, %u failed\n", sum, wrong, failed);
}

static void map_ram_storm(void) {
  struct page* list[48];
  u32 i, step, wrong = 0, failed = 0, maps = 0;

  for (step = 0; step < 4000; step++) {
    const u32 n = next(LIVE);

    if (live[n].at) {
      for (i = 0; i < live[n].pages; i++)
        if (live[n].at[i * 1024] != (live[n].mark + i) % PAGES) wrong++;
      vm_unmap_ram(live[n].at, live[n].pages);
      live[n].at = NULL;
      continue;
    }
    live[n].pages = 1 + next(next(8) ? 32 : 48);
    live[n].mark = next(PAGES);
    for (i = 0; i < live[n].pages; i++) list[i] = pages[(live[n].mark + i) % PAGES];
    live[n].at = vm_map_ram(list, live[n].pages, NUMA_NO_NODE);
    if (live[n].at)
      maps++;
    else
      failed++;
  }
  for (i = 0; i < LIVE; i++)
    if (live[i].at) {
      vm_unmap_ram(live[i].at, live[i].pages);
      live[i].at = NULL;
    }
  vm_unmap_aliases();
  pr_info("vm_map_ram: %u maps, %u wrong, %u failed\n", maps, wrong, failed);
}

static void kmap_storm(void) {
  u32 i, step, wrong = 0, distinct = 0;
  u8 users[PAGES] = {};
  char* first;

  for (step = 0; step < 20000; step++) {
    const u32 n = next(PAGES);

    if (users[n] && next(2)) {
      kunmap(pages[n]);
      users[n]--;
    } else if (users[n] < 200) {
      u32* p = kmap(pages[n]);
      if (*p != n || page_address(pages[n]) != p) wrong++;
      users[n]++;
    }
    if (!(step % 16)) {
      u32* outer = kmap_atomic(pages[n]);
      u32* inner = kmap_local_page(pages[(n + 1) % PAGES]);
      if (*outer != n || *inner != (n + 1) % PAGES) wrong++;
      kunmap_local(inner);
      kunmap_atomic(outer);
    }
  }
  for (i = 0; i < PAGES; i++)
    while (users[i]--) kunmap(pages[i]);
  first = kmap(pages[0]);
  for (i = 1; i < PAGES; i++) distinct += kmap(pages[i]) != (void*)first;
  for (i = 0; i < PAGES; i++) kunmap(pages[i]);
  pr_info("kmap: %u wrong, %u distinct, preempt %x\n", wrong, distinct, preempt_count());
}

static void one_page_many_times(void) {
  struct page** list = kmalloc_array(1024, sizeof(*list), GFP_KERNEL);
  u32 *a, *b, i;

  for (i = 0; i < 1024; i++) list[i] = pages[i & 1];
  a = vmap(list, 1024, VM_MAP, PAGE_KERNEL);
  b = vmap(list + 1, 1023, VM_MAP, PAGE_KERNEL_RO);
  a[1022 * 1024 + 5] = 77;
  pr_info("seen %u %u %u\n", a[5], b[1024 + 5], b[5]);
  pr_info("same frame %d %d\n", vmalloc_to_page(a) == vmalloc_to_page(b + 1024),
          vmalloc_to_pfn(a + 1024) == page_to_pfn(pages[1]));
  vunmap(a);
  pr_info("still %u\n", b[1024 + 5]);
  vunmap(b);
  kfree(list);
}

static u64 flags_of(const void __iomem* address) {
  unsigned int level;
  pte_t* pte = lookup_address((unsigned long)address, &level);

  return pte ? pte_val(*pte) & 0xf9f : 0;
}

static void one_device_many_ways(void) {
  void __iomem* a = ioremap(0xf0000000, 0x3000);
  void __iomem* b = ioremap_wc(0xf0001000, 0x1000);
  void __iomem* c = ioremap_cache(0xf0000800, 0x1000);
  void __iomem* d = ioremap_wt(0xf0000000, 0x100);
  void __iomem* e = ioremap_uc(0xf0002000, 0x1000);
  void* f = memremap(0xf0000000, 0x1000, MEMREMAP_WC);

  pr_info("flags %llx %llx %llx %llx %llx %llx\n", flags_of(a), flags_of(b), flags_of(c),
          flags_of(d), flags_of(e), flags_of(f));
  pr_info("offset %lx, aligned %d %d\n", (unsigned long)c & ~PAGE_MASK,
          !((unsigned long)a & 0x3fff), !((unsigned long)b & 0xfff));
  iounmap(a);
  iounmap(b);
  iounmap(c);
  iounmap(d);
  iounmap(e);
  memunmap(f);
}

static int __init start(void) {
  u32 i;

  for (i = 0; i < PAGES; i++) {
    u32* p;

    pages[i] = alloc_page(GFP_HIGHUSER | __GFP_ZERO);
    p = kmap_local_page(pages[i]);
    *p = i;
    kunmap_local(p);
  }
  vmalloc_storm();
  map_ram_storm();
  kmap_storm();
  one_page_many_times();
  one_device_many_ways();
  for (i = 0; i < PAGES; i++) {
    pr_cont("%d", page_count(pages[i]));
    __free_page(pages[i]);
  }
  pr_cont("\n");
  return 0;
}

static void __exit stop(void) {}

module_init(start);
module_exit(stop);
MODULE_LICENSE("GPL");
