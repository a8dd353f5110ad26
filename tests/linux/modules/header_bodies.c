// More of what headers define themselves: sets of signals, capabilities, networks of addresses,
// counters of 64 bits, regions of memblock, sizes and marks of huge pages, state of an interrupt,
// Ethernet addresses, identifiers of mounts, pipes, socket pointers.
#include <linux/bcd.h>
#include <linux/capability.h>
#include <linux/delayed_call.h>
#include <linux/etherdevice.h>
#include <linux/fdtable.h>
#include <linux/hugetlb.h>
#include <linux/in.h>
#include <linux/irq.h>
#include <linux/memblock.h>
#include <linux/module.h>
#include <linux/page_counter.h>
#include <linux/pipe_fs_i.h>
#include <linux/sched/coredump.h>
#include <linux/sched/signal.h>
#include <linux/sockptr.h>
#include <linux/swab.h>
#include <linux/u64_stats_sync.h>
#include <linux/util_macros.h>

MODULE_LICENSE("GPL");

static void signals(void) {
  sigset_t a, b, r;
  struct sigpending pending;
  siginitset(&a, sigmask(SIGINT) | sigmask(SIGTERM));
  siginitsetinv(&b, sigmask(SIGINT));
  sigandsets(&r, &a, &b);
  pr_info("signals: and %lx %lx", r.sig[0], r.sig[1]);
  sigorsets(&r, &a, &b);
  pr_info("signals: or %lx %lx", r.sig[0], r.sig[1]);
  sigandnsets(&r, &a, &b);
  pr_info("signals: andn %lx %lx empty %d equal %d %d\n", r.sig[0], r.sig[1], sigisemptyset(&r),
          sigequalsets(&a, &a), sigequalsets(&a, &b));
  signotset(&r);
  sigaddsetmask(&r, 0x80000000);
  sigdelsetmask(&r, 0xff);
  pr_info("signals: not %lx %lx, test %d %d\n", r.sig[0], r.sig[1], sigtestsetmask(&r, 0x100),
          sigtestsetmask(&r, 1));
  sigaddset(&a, 40);
  sigdelset(&a, SIGINT);
  pr_info("signals: members %d %d %d\n", sigismember(&a, 40), sigismember(&a, SIGINT),
          sigismember(&a, SIGTERM));
  init_sigpending(&pending);
  pr_info("signals: pending %d %d, valid %d %d %d\n", list_empty(&pending.list),
          sigisemptyset(&pending.signal), valid_signal(0), valid_signal(64), valid_signal(65));
  pr_info("signals: kinds %d %d %d %d %d %d\n", !!sig_kernel_only(SIGKILL),
          !!sig_kernel_only(SIGTERM), !!sig_kernel_coredump(SIGSEGV), !!sig_kernel_ignore(SIGCHLD),
          !!sig_kernel_stop(SIGTTIN), !!sig_specific_sicodes(SIGHUP));
}

static void capabilities(void) {
  kernel_cap_t a = CAP_EMPTY_SET, b = CAP_FULL_SET, c;
  cap_raise(a, CAP_SYS_ADMIN);
  cap_raise(a, CAP_SYSLOG);
  cap_raise(a, CAP_CHOWN);
  c = cap_drop_fs_set(a);
  pr_info("capabilities: a %x %x, without fs %x %x\n", a.cap[0], a.cap[1], c.cap[0], c.cap[1]);
  c = cap_raise_nfsd_set(CAP_EMPTY_SET, b);
  pr_info("capabilities: nfsd %x %x, full %x %x\n", c.cap[0], c.cap[1], b.cap[0], b.cap[1]);
  c = cap_invert(a);
  pr_info("capabilities: inverted %x %x clear %d subset %d %d\n", c.cap[0], c.cap[1],
          cap_isclear(c), cap_issubset(a, b), cap_issubset(b, a));
  c = cap_drop(cap_combine(a, CAP_NFSD_SET), cap_intersect(a, CAP_FS_SET));
  cap_lower(c, CAP_SYSLOG);
  pr_info("capabilities: %x %x raised %d valid %d %d\n", c.cap[0], c.cap[1],
          !!cap_raised(c, CAP_SYS_ADMIN), cap_valid(CAP_LAST_CAP), cap_valid(CAP_LAST_CAP + 1));
  cap_clear(c);
  pr_info("capabilities: cleared %d\n", cap_isclear(c));
}

static void networks(void) {
  static const u32 addresses[] = {0x7f000001, 0xe0000001, 0xe0000101, 0xffffffff, 0,
                                  0x0a010203, 0xac1f0001, 0xc0a80101, 0xa9fe0101, 0xc0586301,
                                  0xc0000201, 0xc6130101, 0xe000006a, 0x08080808};
  static const int protocols[] = {IPPROTO_TCP, IPPROTO_UDP, IPPROTO_AH, IPPROTO_ICMP, IPPROTO_ESP};
  int i;
  for (i = 0; i < ARRAY_SIZE(addresses); i++) {
    __be32 a = htonl(addresses[i]);
    pr_info("networks: %08x %d%d%d%d%d%d%d%d%d%d%d%d%d\n", addresses[i], ipv4_is_loopback(a),
            ipv4_is_multicast(a), ipv4_is_local_multicast(a), ipv4_is_lbcast(a),
            ipv4_is_all_snoopers(a), ipv4_is_zeronet(a), ipv4_is_private_10(a),
            ipv4_is_private_172(a), ipv4_is_private_192(a), ipv4_is_linklocal_169(a),
            ipv4_is_anycast_6to4(a), ipv4_is_test_192(a), ipv4_is_test_198(a));
  }
  for (i = 0; i < ARRAY_SIZE(protocols); i++)
    pr_info("networks: ports of %d at %d\n", protocols[i], proto_ports_offset(protocols[i]));
}

static void counters(void) {
  static struct {
    struct u64_stats_sync sync;
    u64_stats_t bytes;
  } s;
  static struct page_counter parent, child;
  unsigned int start;
  unsigned long flags;
  u64_stats_init(&s.sync);
  u64_stats_set(&s.bytes, 0xffffffffULL);
  u64_stats_update_begin(&s.sync);
  u64_stats_add(&s.bytes, 10);
  u64_stats_inc(&s.bytes);
  u64_stats_update_end(&s.sync);
  flags = u64_stats_update_begin_irqsave(&s.sync);
  u64_stats_update_end_irqrestore(&s.sync, flags);
  start = u64_stats_fetch_begin(&s.sync);
  pr_info("counters: %llu, seq %u, retry %d\n", u64_stats_read(&s.bytes), start,
          u64_stats_fetch_retry(&s.sync, start));
  page_counter_init(&parent, NULL);
  page_counter_init(&child, &parent);
  page_counter_set_high(&child, 7);
  page_counter_reset_watermark(&child);
  pr_info("counters: pages %lu high %lu max %lu parent %d\n", page_counter_read(&child), child.high,
          child.max, child.parent == &parent);
}

static void regions(void) {
  struct memblock_region r = {.base = 0x1800, .size = 0x4000, .flags = MEMBLOCK_NOMAP};
  pr_info("regions: %d %d %d %d, memory %lu-%lu reserved %lu-%lu, node %d\n",
          memblock_is_hotpluggable(&r), memblock_is_mirror(&r), memblock_is_nomap(&r),
          memblock_is_driver_managed(&r), memblock_region_memory_base_pfn(&r),
          memblock_region_memory_end_pfn(&r), memblock_region_reserved_base_pfn(&r),
          memblock_region_reserved_end_pfn(&r), memblock_get_region_node(&r));
}

static void huge_pages(void) {
  static struct hstate h;
  struct page* page = alloc_page(GFP_KERNEL);
  h.order = HPAGE_PMD_ORDER;
  h.mask = ~((1UL << (PAGE_SHIFT + h.order)) - 1);
  pr_info("huge: size %lx mask %lx order %u shift %u pages %u blocks %u gigantic %d movable %d\n",
          huge_page_size(&h), huge_page_mask(&h), huge_page_order(&h), huge_page_shift(&h),
          pages_per_huge_page(&h), blocks_per_huge_page(&h), hstate_is_gigantic(&h),
          hugepage_movable_supported(&h));
  pr_info("huge: masks %x %x\n", htlb_alloc_mask(&h),
          htlb_modify_alloc_mask(&h, __GFP_NOWARN | GFP_DMA));
  set_page_private(page, 0);
  SetHPageMigratable(page);
  SetHPageFreed(page);
  ClearHPageFreed(page);
  folio_set_hugetlb_restore_reserve(page_folio(page));
  pr_info("huge: marks %lx %d %d %d\n", page_private(page), HPageMigratable(page), HPageFreed(page),
          folio_test_hugetlb_restore_reserve(page_folio(page)));
  set_page_private(page, 0);
  __free_page(page);
}

static void interrupts(void) {
  struct irq_common_data common = {};
  struct irq_data d = {.irq = 9, .hwirq = 77, .common = &common};
  irqd_set_trigger_type(&d, IRQ_TYPE_LEVEL_LOW);
  irqd_set_activated(&d);
  irqd_set_single_target(&d);
  irqd_mark_affinity_was_set(&d);
  irqd_set_can_reserve(&d);
  irqd_clr_can_reserve(&d);
  pr_info(
      "interrupts: trigger %u set %d, activated %d started %d, single %d, reserve %d, balance %d\n",
      irqd_get_trigger_type(&d), irqd_trigger_type_was_set(&d), irqd_is_activated(&d),
      irqd_is_started(&d), irqd_is_single_target(&d), irqd_can_reserve(&d), irqd_can_balance(&d));
  pr_info("interrupts: hwirq %lu node %d disabled %d masked %d affinity %d\n", irqd_to_hwirq(&d),
          irq_data_get_node(&d), irqd_irq_disabled(&d), irqd_irq_masked(&d),
          irqd_affinity_was_set(&d));
}

static void ethernet(void) {
  static const u8 some[][8] = {{0x01, 0x80, 0xc2, 0, 0, 0x0e},
                               {0xff, 0xff, 0xff, 0xff, 0xff, 0xff},
                               {0x01, 0, 0x5e, 0x7f, 0, 1},
                               {0x33, 0x33, 0, 0, 0, 1},
                               {0x52, 0x54, 0, 0x12, 0x34, 0x56}};
  static const u8 mask[6] = {0xff, 0xff, 0xff, 0, 0, 0};
  u8 other[8] = {0x52, 0x54, 0, 0xff, 0xff, 0xff}, header[14] = {}, second[14] = {};
  int i;
  for (i = 0; i < ARRAY_SIZE(some); i++)
    pr_info("ethernet: %pM %d%d%d%d%d%d%d%d %llx\n", some[i], is_link_local_ether_addr(some[i]),
            is_multicast_ether_addr_64bits(some[i]), is_local_ether_addr(some[i]),
            is_broadcast_ether_addr(some[i]), is_unicast_ether_addr(some[i]),
            ether_addr_is_ipv4_mcast(some[i]), ether_addr_is_ipv6_mcast(some[i]),
            ether_addr_is_ip_mcast(some[i]), ether_addr_to_u64(some[i]));
  pr_info("ethernet: masked %d %d equal %d\n", ether_addr_equal_masked(other, some[4], mask),
          ether_addr_equal_masked(other, some[3], mask), ether_addr_equal_64bits(other, some[4]));
  eth_addr_inc(other);
  pr_info("ethernet: next %pM", other);
  eth_addr_dec(other);
  eth_addr_dec(other);
  pr_info("ethernet: before %pM", other);
  eth_broadcast_addr(other);
  pr_info("ethernet: all %pM, 802.3 %d %d\n", other, eth_proto_is_802_3(htons(0x800)),
          eth_proto_is_802_3(htons(0x5ff)));
  header[13] = second[13] = 8;
  pr_info("ethernet: headers %lx", compare_ether_header(header, second));
  second[1] = 1;
  pr_info("ethernet: headers %lx\n", compare_ether_header(header, second));
}

static void identifiers(void) {
  struct user_namespace* ns = &init_user_ns;
  vfsuid_t u = make_vfsuid(ns, ns, KUIDT_INIT(1000));
  vfsgid_t g = make_vfsgid(ns, ns, KGIDT_INIT(-1));
  pr_info("identifiers: %u valid %d %d, equal %d %d, kuid %u, none %d\n", __vfsuid_val(u),
          vfsuid_valid(u), vfsgid_valid(g), vfsuid_eq(u, u), vfsgid_eq(g, g),
          __kuid_val(vfsuid_into_kuid(u)), no_idmapping(ns, ns));
  pr_info("identifiers: fs %u %d\n", __kuid_val(mapped_fsuid(ns, ns)),
          vfsuid_has_fsmapping(ns, ns, u));
}

static void called(void* arg) { pr_info("delayed: %s\n", (char*)arg); }
static void small_things(void) {
  static const int steps[] = {100, 50, 10};
  u16 words[3] = {0x1122, 0x3344, 0x5566};
  u32 more[2] = {0x11223344, 0x55667788};
  char text[8] = "socket";
  char copy[8] = {};
  struct delayed_call call = {};
  unsigned long bits = 0x10, flags;
  swab16_array(words, 3);
  swab32_array(more, 2);
  pr_info("small: %x %x %x, %x %x\n", words[0], words[1], words[2], more[0], more[1]);
  pr_info("small: closest %d %d %d\n", (int)find_closest_descending(120, steps, 3),
          (int)find_closest_descending(40, steps, 3), (int)find_closest_descending(1, steps, 3));
  pr_info("small: bcd %d %d\n", const_bcd2bin(0x59), const_bin2bcd(42));
  pr_info("small: pipe %d %d %u %d\n", pipe_empty(5, 5), pipe_full(21, 5, 16),
          pipe_occupancy(2, -1U), pipe_full(20, 5, 16));
  flags = bit_clear_unless(&bits, 0x10UL, 0x1UL);
  pr_info("small: cleared %lu %lx\n", flags, bits);
  pr_info("small: copied %d %s, zero %d, kernel %d\n",
          copy_from_sockptr(copy, KERNEL_SOCKPTR(text), 7), copy,
          check_zeroed_sockptr(KERNEL_SOCKPTR(copy), 6, 2),
          sockptr_is_kernel(KERNEL_SOCKPTR(text)));
  set_delayed_call(&call, called, "now");
  do_delayed_call(&call);
  clear_delayed_call(&call);
  do_delayed_call(&call);
  pr_info("small: dumpable %d, init mask %x, trap mask %lx\n", __get_dumpable(0x1fe), MMF_INIT_MASK,
          (unsigned long)JOBCTL_TRAP_MASK);
  pr_info("small: seals %d %d %d\n", is_write_sealed(F_SEAL_FUTURE_WRITE),
          is_write_sealed(F_SEAL_GROW), is_readonly_sealed(F_SEAL_WRITE, VM_SHARED));
  pr_info("small: control %zu %zu %zu\n", CMSG_ALIGN(5), CMSG_SPACE(5), CMSG_LEN(5));
}

static int __init header_bodies_init(void) {
  signals();
  capabilities();
  networks();
  counters();
  regions();
  huge_pages();
  interrupts();
  ethernet();
  identifiers();
  small_things();
  return 0;
}
static void __exit header_bodies_exit(void) {}
module_init(header_bodies_init);
module_exit(header_bodies_exit);
