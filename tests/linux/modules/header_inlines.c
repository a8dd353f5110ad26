// The small functions that headers define themselves: sets of CPUs and nodes, flags of pages and
// folios, words of page-table entries, kvmalloc through <linux/slab.h>, walks over zones, cpuid,
// ranges of resources, per-CPU words.
#include <asm/processor.h>
#include <linux/cpumask.h>
#include <linux/highmem.h>
#include <linux/ioport.h>
#include <linux/kmemleak.h>
#include <linux/memory_hotplug.h>
#include <linux/module.h>
#include <linux/nodemask.h>
#include <linux/page_ref.h>
#include <linux/pagemap.h>
#include <linux/percpu.h>
#include <linux/sched/task_stack.h>
#include <linux/slab.h>
#include <linux/swap.h>

MODULE_LICENSE("GPL");

static DEFINE_PER_CPU(unsigned int, word) = 5;

static void cpus(void) {
  struct cpumask a, b, c;
  int cpu, n = 0;
  char text[64], *buf = (char*)__get_free_page(GFP_KERNEL);
  cpumask_clear(&a);
  cpumask_set_cpu(0, &a);
  cpumask_setall(&b);
  pr_info("cpus: weights %u %u, first %u, next %u, zero %u, last %u\n", cpumask_weight(&a),
          cpumask_weight(&b), cpumask_first(&a), cpumask_next(0, &a), cpumask_first_zero(&a),
          cpumask_last(&a));
  cpumask_complement(&c, &a);
  pr_info("cpus: complement empty %d, full %d, intersects %d, subset %d\n", cpumask_empty(&c),
          cpumask_full(&a), cpumask_intersects(&a, &b), cpumask_subset(&a, &b));
  cpumask_xor(&c, &a, &b);
  pr_info("cpus: xor %u, and-weight %u, nth %u, any but 0: %d\n", cpumask_weight(&c),
          cpumask_weight_and(&a, &b), cpumask_nth(0, &a), cpumask_any_but(&a, 0) >= nr_cpu_ids);
  for_each_cpu_and(cpu, &a, &b) n++;
  for_each_cpu_not(cpu, &a) n += 10;
  pr_info("cpus: walks %d, mask %*pb list %*pbl, active %d offline %d\n", n, cpumask_pr_args(&a),
          cpumask_pr_args(&a), cpu_active(0), (int)cpu_is_offline(0));
  n = cpulist_parse("0", &c);
  pr_info("cpus: parse %d equal %d\n", n, cpumask_equal(&a, &c));
  n = cpumask_parse("1", &c);
  pr_info("cpus: parse %d, to_cpumask %u\n", n, cpumask_weight(to_cpumask(cpumask_bits(&c))));
  n = cpumap_print_to_pagebuf(true, buf, &a);
  pr_info("cpus: %d bytes\n", n);
  free_page((unsigned long)buf);
  snprintf(text, sizeof(text), "%*pbl", cpumask_pr_args(cpu_online_mask));
  pr_info("cpus: online %s\n", text);
}

static void nodes(void) {
  nodemask_t a = NODE_MASK_ALL, b = NODE_MASK_NONE;
  int node, n = 0;
  pr_info("nodes: weights %d %d, first %d %d\n", nodes_weight(a), nodes_weight(b), first_node(a),
          first_node(b));
  node_set(0, b);
  pr_info("nodes: equal %d, isset %d, empty %d, full %d\n", nodes_equal(a, b), node_isset(0, b),
          nodes_empty(b), nodes_full(b));
  for_each_node_mask(node, b) n++;
  for_each_node_state(node, N_HIGH_MEMORY) n += 10;
  for_each_online_node(node) n += 100;
  node_clear(0, b);
  pr_info("nodes: walks %d, then empty %d, online %d, possible %d %d, mask %*pbl\n", n,
          nodes_empty(b), num_online_nodes(), node_possible(0), num_possible_nodes(),
          nodemask_pr_args(&a));
}

static void zones(void) {
  struct page* page = alloc_page(GFP_KERNEL);
  struct zone* zone = page_zone(page);
  pr_info("zones: %s intersects %d %d\n", zone->name,
          zone_intersects(zone, zone->zone_start_pfn, 1),
          zone_intersects(zone, zone_end_pfn(zone), 1));
  pr_info("zones: page in %d, movable %d, device %d, kind %d\n", page_zonenum(page),
          is_zone_movable_page(page), is_zone_device_page(page),
          is_migrate_movable(MIGRATE_MOVABLE));
  pr_info("zones: gfp %d %d %d %d, mergeable %d %d, lru %d %d\n", gfp_zone(GFP_KERNEL),
          gfp_zone(GFP_DMA), gfp_zone(GFP_HIGHUSER), gfp_zone(GFP_HIGHUSER_MOVABLE),
          migratetype_is_mergeable(MIGRATE_RECLAIMABLE), migratetype_is_mergeable(MIGRATE_ISOLATE),
          is_file_lru(LRU_ACTIVE_FILE), is_active_lru(LRU_INACTIVE_ANON));
  pr_info("zones: online page %d\n", pfn_to_online_page(page_to_pfn(page)) == page);
  __free_page(page);
}

static void flags(void) {
  struct page* page = alloc_pages(GFP_KERNEL | __GFP_COMP, 2);
  struct page* tail = page + 1;
  struct folio* folio = page_folio(tail);
  void* object = kmalloc(3000, GFP_KERNEL);
  pr_info("flags: slab %d, by its tail %d\n", PageSlab(virt_to_head_page(object)),
          PageSlab(virt_to_page(object + 2999)));
  kfree(object);
  SetPageDirty(tail);
  pr_info("flags: dirty tail %d head %d folio %d raw %d\n", PageDirty(tail), PageDirty(page),
          folio_test_dirty(folio), test_bit(PG_dirty, &tail->flags));
  pr_info("flags: clears %d\n", TestClearPageDirty(page));
  pr_info("flags: dirty %d\n", folio_test_dirty(folio));
  __folio_set_referenced(folio);
  pr_info("flags: referenced %d %d, large %d, transhuge %d, anon %d, ksm %d\n",
          PageReferenced(tail), folio_test_referenced(folio), folio_test_large(folio),
          folio_test_transhuge(folio), folio_test_anon(folio), folio_test_ksm(folio));
  folio_clear_referenced(folio);
  SetPageUptodate(page);
  pr_info("flags: uptodate %d %d, swap cache %d, private %d, mapping %d\n", PageUptodate(tail),
          folio_test_uptodate(folio), folio_test_swapcache(folio), folio_has_private(folio),
          folio_mapping_flags(folio));
  ClearPageUptodate(page);
  pr_info("flags: shift %u, next %ld, offset %lu, pfn %d, head %d, zero %d\n", page_shift(page),
          (long)(&folio_next(folio)->page - page), (unsigned long)offset_in_folio(folio, 0x5123),
          pfn_folio(page_to_pfn(tail)) == folio, virt_to_folio(page_address(tail)) == folio,
          is_zero_page(page));
  pr_info("flags: mapped %d, pinned %d, expected %d, index %lu\n", compound_mapcount(page),
          page_maybe_dma_pinned(page), folio_ref_count(folio), page_to_index(tail));
  folio_attach_private(folio, object);
  pr_info("flags: private %d, references %d\n", folio_get_private(folio) == object,
          folio_ref_count(folio));
  pr_info("flags: detached %d\n", folio_detach_private(folio) == object);
  pr_info("flags: references %d, guard %d table %d\n", folio_ref_count(folio), PageGuard(page),
          PageTable(page));
  pr_info("flags: pos %lld, poisoned %d\n", folio_pos(folio), PagePoisoned(page));
  __free_pages(page, 2);
}

static void entries(void) {
  const pgprot_t prot = PAGE_KERNEL;
  pte_t pte = pfn_pte(0x1234, prot);
  pmd_t pmd = pmd_mkhuge(pfn_pmd(0x1000, prot));
  unsigned int level;
  pte = pte_mkold(pte_mkclean(pte_wrprotect(pte)));
  pr_info("entries: pfn %lx write %d dirty %d young %d flags %llx\n", pte_pfn(pte),
          !!pte_write(pte), !!pte_dirty(pte), !!pte_young(pte), (u64)pte_flags(pte) & 0xfff);
  pte = pte_modify(pte_mkyoung(pte), PAGE_READONLY);
  pr_info("entries: modified %llx permitted %d %d, same %d\n", (u64)pte_flags(pte) & 0xfff,
          pte_access_permitted(pte, false), pte_access_permitted(pte, true), pte_same(pte, pte));
  pr_info("entries: pmd pfn %lx leaf %d write %d dirty %d flags %llx bad %d\n", pmd_pfn(pmd),
          !!pmd_leaf(pmd), !!pmd_write(pmd), !!pmd_dirty(pmd), (u64)pmd_flags(pmd) & 0xfff,
          pmd_bad(pmd));
  pmd = pmd_mkold(pmd_mkclean(pmd_wrprotect(pmd)));
  pr_info("entries: pmd %llx young %d, large to 4k %llx, 4k to large %llx\n",
          (u64)pmd_flags(pmd) & 0xfff, !!pmd_young(pmd),
          (u64)pgprot_val(pgprot_large_2_4k(__pgprot(0x1001))),
          (u64)pgprot_val(pgprot_4k_2_large(__pgprot(0x0081))));
  pte = *lookup_address(PAGE_OFFSET + 0x3000000, &level);
  pr_info("entries: level %u size %lu mask %lx global %d\n", level, page_level_size(level),
          page_level_mask(level), !!pte_global(pte));
  pr_info("entries: modify prot %llx, cow %d %d, aligned down %lx\n",
          (u64)pgprot_val(pgprot_modify(PAGE_READONLY, PAGE_SHARED)) & 0xfff,
          is_cow_mapping(VM_MAYWRITE), is_cow_mapping(VM_SHARED | VM_MAYWRITE),
          PAGE_ALIGN_DOWN(0x12fffUL));
  pr_info("entries: retry %d %d, errno %d %d %d\n",
          fault_flag_allow_retry_first(FAULT_FLAG_ALLOW_RETRY),
          fault_flag_allow_retry_first(FAULT_FLAG_ALLOW_RETRY | FAULT_FLAG_TRIED),
          vm_fault_to_errno(VM_FAULT_OOM, 0), vm_fault_to_errno(VM_FAULT_HWPOISON, FOLL_HWPOISON),
          vm_fault_to_errno(VM_FAULT_SIGBUS, 0));
}

static void machine(void) {
  unsigned int eax, ebx, ecx, edx;
  cpuid(0, &eax, &ebx, &ecx, &edx);
  pr_info("machine: leaves %d, edx again %d\n", eax > 0, cpuid_edx(0) == edx);
  cpuid_count(1, 0, &eax, &ebx, &ecx, &edx);
  pr_info("machine: fpu %u tsc %u msr %u\n", edx & 1, edx >> 4 & 1, edx >> 5 & 1);
  pr_info("machine: stack %d, task size %lx, unmapped %lx, vendors %d\n",
          task_top_of_stack(current) + TOP_OF_KERNEL_STACK_PADDING ==
              (unsigned long)task_stack_page(current) + THREAD_SIZE,
          TASK_SIZE, TASK_UNMAPPED_BASE, X86_VENDOR_NUM);
}

static void memory(void) {
  struct resource a = DEFINE_RES_MEM(0x1000, 0x1000), b = DEFINE_RES_MEM(0x1800, 0x1000), c;
  void* p = kvmalloc(100, GFP_KERNEL);
  void* q = kvcalloc(3, 5000, GFP_KERNEL);
  struct page* page = alloc_page(GFP_KERNEL);
  kmemleak_not_leak(p);
  pr_info("memory: kvmalloc %d %d, overflow %d\n", p && !is_vmalloc_addr(p), q != NULL,
          kvmalloc_array(SIZE_MAX / 2, 4, GFP_KERNEL) == NULL);
  kvfree(p);
  kvfree(q);
  c = a;
  pr_info("memory: share %d", resource_intersection(&a, &b, &c));
  pr_cont(" %pa %pa", &c.start, &c.end);
  pr_cont(", cover %d", resource_union(&a, &b, &c));
  pr_cont(" %pa %pa\n", &c.start, &c.end);
  memset(page_address(page), 0xff, PAGE_SIZE);
  folio_zero_range(page_folio(page), 16, 16);
  pr_info("memory: %02x %02x %02x\n", ((u8*)page_address(page))[15], ((u8*)page_address(page))[16],
          ((u8*)page_address(page))[32]);
  put_page(page);
  pr_info("memory: word %u", raw_cpu_add_return(word, 2));
  pr_cont(" %u", raw_cpu_xchg(word, 9));
  pr_cont(" %u", this_cpu_sub_return(word, 4));
  pr_cont(" %u", raw_cpu_cmpxchg(word, 5, 6));
  pr_cont(" %u\n", raw_cpu_read(word));
  pr_info("memory: kswapd %d, reclaim %d, alias %d, retries %d\n", !!current_is_kswapd(),
          node_reclaim_enabled(), lm_alias(p) == p, gfp_compaction_allowed(GFP_KERNEL));
}

static int __init header_inlines_init(void) {
  cpus();
  nodes();
  zones();
  flags();
  entries();
  machine();
  memory();
  return 0;
}
static void __exit header_inlines_exit(void) {}
module_init(header_inlines_init);
module_exit(header_inlines_exit);
