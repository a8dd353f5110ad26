/* Data of the kernel that modules read directly. */
#include <linux/cpumask.h>
#include <linux/highmem.h>
#include <linux/highuid.h>
#include <linux/jiffies.h>
#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/nodemask.h>
#include <linux/sched.h>
#include <linux/smp.h>
#include <linux/utsname.h>

static int __init abi_data_init(void) {
  unsigned long page = __get_free_page(GFP_KERNEL);
  struct zone* zone;
  int zones = 0;
  pr_info("mem_map entry %d, pfn %d\n", virt_to_page(page) == mem_map + (__pa(page) >> PAGE_SHIFT),
          page_to_pfn(virt_to_page(page)) == __pa(page) >> PAGE_SHIFT);
  pr_info("high_memory %d, max_mapnr %d\n", high_memory == __va(max_mapnr << PAGE_SHIFT),
          max_mapnr == NODE_DATA(0)->node_spanned_pages + NODE_DATA(0)->node_start_pfn);
  pr_info("jiffies same %d, after %d\n", (u32)jiffies_64 == (u32)jiffies,
          time_before(jiffies, jiffies + HZ));
  pr_info("task %d, cpu %d of %u, online %*pbl, possible %*pbl\n", current->pid != 0,
          raw_smp_processor_id(), nr_cpu_ids, cpumask_pr_args(cpu_online_mask),
          cpumask_pr_args(cpu_possible_mask));
  for (zone = NODE_DATA(0)->node_zones; zone < NODE_DATA(0)->node_zones + MAX_NR_ZONES; zone++)
    if (populated_zone(zone)) zones++;
  pr_info("node %d, zones %d, populated %d, start %lu\n", NODE_DATA(0)->node_id, zones,
          NODE_DATA(0)->nr_zones, NODE_DATA(0)->node_start_pfn);
  pr_info("nodes online %d, with memory %d\n", num_online_nodes(), num_node_state(N_MEMORY));
  pr_info("system state %d, oops %d, zero page %d\n", system_state, oops_in_progress,
          !memchr_inv(page_address(ZERO_PAGE(0)), 0, PAGE_SIZE));
  pr_info("zero pfn %d, %s %s %s\n", my_zero_pfn(0) == page_to_pfn(ZERO_PAGE(0)),
          init_utsname()->sysname, strncmp(utsname()->release, "6.1.0-", 6) ? "other" : "6.1.0",
          init_utsname()->machine);
  pr_info("hex %c%c, upper %c, overflow uid %d\n", hex_asc_lo(0x1a), hex_asc_hi(0xb2),
          hex_asc_upper_lo(0xc), overflowuid);
  pr_info("wc %lx, uncached %lx\n", pgprot_val(pgprot_writecombine(PAGE_KERNEL)) & 0xfff,
          pgprot_val(pgprot_noncached(PAGE_KERNEL)) & 0xfff);
  free_page(page);
  return 0;
}

static void __exit abi_data_exit(void) {}

module_init(abi_data_init);
module_exit(abi_data_exit);
MODULE_LICENSE("GPL");
