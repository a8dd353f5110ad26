/* What functions mark on a page, references, fragments, counters. */
#include <linux/gfp.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/pagemap.h>
#include <linux/swap.h>
#include <linux/vmstat.h>

static unsigned long flags_of(struct page* page) { return page->flags & 0x3fffffff; }

static void marks(void) {
  struct page* page = alloc_page(GFP_KERNEL);

  pr_info("dirty %d", set_page_dirty(page));
  pr_cont(" again %d flags %lx\n", set_page_dirty(page), flags_of(page));
  mark_page_accessed(page);
  pr_info("accessed: %lx\n", flags_of(page));
  mark_page_accessed(page);
  pr_info("twice: %lx\n", flags_of(page));
  ClearPageReferenced(page);
  lock_page(page);
  pr_info("locked: %lx trylock %d\n", flags_of(page), trylock_page(page));
  set_page_writeback(page);
  pr_info("writeback: %lx\n", flags_of(page));
  end_page_writeback(page);
  unlock_page(page);
  pr_info("mapped %d mapping %d dirty cleared %d\n", page_mapped(page), page_mapping(page) != NULL,
          TestClearPageDirty(page));
  SetPageUptodate(page);
  SetPagePrivate(page);
  set_page_private(page, 42);
  pr_info("private %lu flags %lx\n", page_private(page), flags_of(page));
  ClearPagePrivate(page);
  set_page_private(page, 0);
  __free_page(page);
}

static void references(void) {
  struct page* page = alloc_pages(GFP_KERNEL | __GFP_COMP, 3);
  struct folio* folio = page_folio(page + 5);

  get_page(page + 3);
  pr_info("refs %d %d tail %d\n", page_ref_count(page), page_count(page + 7),
          page_ref_count(page + 7));
  pr_info("folio order %u pages %ld size %zu same %d\n", folio_order(folio), folio_nr_pages(folio),
          folio_size(folio), &folio->page == page);
  pr_info("inc %d dec %d\n", page_ref_inc_return(page), page_ref_dec_return(page));
  pr_info("freeze 2: %d", page_ref_freeze(page, 2));
  pr_cont(" now %d\n", page_ref_count(page));
  page_ref_unfreeze(page, 2);
  put_page(page + 6);
  pr_info("unless 1: %d", page_ref_add_unless(page, 1, 1));
  pr_cont(" refs %d\n", page_count(page));
  pr_info("mapcount %d total %d mapped %d\n", atomic_read(&page->_mapcount), page_mapcount(page),
          page_mapped(page + 1));
  put_page(page);
}

static void fragments(void) {
  struct page_frag_cache cache = {};
  void* piece[40];
  int i;

  for (i = 0; i < 40; i++) piece[i] = page_frag_alloc(&cache, 1500, GFP_ATOMIC);
  pr_info("fragments: size %u offset %u bias %u\n", cache.size, cache.offset, cache.pagecnt_bias);
  pr_info("distance %d %d\n", (int)(piece[0] - piece[1]),
          (int)(page_address(compound_head(virt_to_page(piece[0]))) + 32768 - piece[0]));
  for (i = 0; i < 40; i++) page_frag_free(piece[i]);
  piece[0] = page_frag_alloc_align(&cache, 100, GFP_KERNEL, ~63u);
  pr_info("aligned offset %u bias %u\n", cache.offset, cache.pagecnt_bias);
  page_frag_free(piece[0]);
  pr_info("too large %d\n", page_frag_alloc(&cache, 40000, GFP_KERNEL) != NULL);
  if (cache.va) __page_frag_cache_drain(virt_to_page(cache.va), cache.pagecnt_bias);
}

static void counters(void) {
  static unsigned long events[NR_VM_EVENT_ITEMS];
  unsigned long before, freed;
  struct sysinfo info;
  struct page* page;

  all_vm_events(events);
  before = events[PGALLOC_NORMAL];
  freed = events[PGFREE];
  page = alloc_pages(GFP_KERNEL, 2);
  __free_pages(page, 2);
  all_vm_events(events);
  pr_info("allocated %d freed %d\n", events[PGALLOC_NORMAL] - before >= 4,
          events[PGFREE] - freed >= 4);
  memset(&info, 0, sizeof(info));
  si_meminfo(&info);
  pr_info("totalram %d free %d unit %u high %lu\n", info.totalram == totalram_pages(),
          info.freeram > 0 && info.freeram < info.totalram, info.mem_unit, info.totalhigh);
  pr_info("available %d\n", si_mem_available() > 0 && si_mem_available() < info.totalram);
  before = global_node_page_state(NR_KERNEL_MISC_RECLAIMABLE);
  mod_node_page_state(NODE_DATA(0), NR_KERNEL_MISC_RECLAIMABLE, 500);
  pr_info("misc %ld\n", global_node_page_state(NR_KERNEL_MISC_RECLAIMABLE) - before);
  mod_node_page_state(NODE_DATA(0), NR_KERNEL_MISC_RECLAIMABLE, -500);
}

static int __init marks_init(void) {
  marks();
  references();
  fragments();
  counters();
  return 0;
}

static void __exit marks_exit(void) {}

module_init(marks_init);
module_exit(marks_exit);
MODULE_LICENSE("GPL");
