// What driver sources take from headers alone: messages of devices once and limited, checksums of
// packets and their parts, waiting for a register, halves of 64-bit registers, averages, zeros of
// words, indices kept inside an array, what other headers bring along.
#include <linux/average.h>
#include <linux/count_zeros.h>
#include <linux/io-64-nonatomic-lo-hi.h>
#include <linux/iopoll.h>
#include <linux/miscdevice.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/nospec.h>
#include <linux/stdarg.h>
#include <net/checksum.h>

MODULE_LICENSE("GPL");

DECLARE_EWMA(load, 10, 8)

static struct miscdevice misc = {.minor = MISC_DYNAMIC_MINOR, .name = "helpers"};
static const struct file_operations nothing = {.owner = THIS_MODULE};

static void messages(struct device* dev) {
  int i;
  for (i = 0; i < 3; i++) dev_info_once(dev, "once %d\n", i);
  for (i = 0; i < 3; i++) dev_warn_once(dev, "warned %d\n", i);
  for (i = 0; i < 13; i++) dev_err_ratelimited(dev, "limited %d\n", i);
  dev_vdbg(dev, "never\n");
  pr_info("probe: %d\n", dev_err_probe(dev, -ENODEV, "no %s\n", "clock"));
  pr_info("probe: %d\n", dev_err_probe(dev, -EPROBE_DEFER, "later\n"));
}

static void checksums(void) {
  static const u8 header[20] __aligned(4) = {0x45, 0,    0,    0x73, 0, 0, 0x40, 0,    0x40, 0x11,
                                             0xb8, 0x61, 0xc0, 0xa8, 0, 1, 0xc0, 0xa8, 0,    0xc7};
  static const u8 odd[7] __aligned(4) = {1, 2, 3, 4, 5, 6, 7};
  struct in6_addr a = {}, b = {};
  u8 copy[8];
  __sum16 sum = 0x1234;
  __wsum part = csum_partial(odd, 7, 0), rest;
  pr_info("checksum: ip %04x compute %04x\n", ip_fast_csum(header, 5), ip_compute_csum(odd, 7));
  pr_info("checksum: partial %08x fold %04x\n", part, csum_fold(part));
  rest = csum_block_add(csum_partial(odd, 3, 0), csum_partial(odd + 3, 4, 0), 3);
  pr_info("checksum: of parts %04x, less the first %04x\n", csum_fold(rest),
          csum_fold(csum_block_sub(rest, csum_partial(odd, 3, 0), 0)));
  pr_info("checksum: tcp %04x\n",
          csum_tcpudp_magic(htonl(0xc0a80001), htonl(0xc0a800c7), 95, 17, part));
  a.s6_addr32[0] = htonl(0xfe800000);
  b.s6_addr32[3] = htonl(1);
  pr_info("checksum: ipv6 %04x\n", csum_ipv6_magic(&a, &b, 40, 58, part));
  csum_replace2(&sum, htons(100), htons(99));
  pr_info("checksum: replaced %04x", sum);
  csum_replace4(&sum, htonl(0x0a000001), htonl(0x0a0000fe));
  pr_info("checksum: replaced %04x\n", sum);
  csum_replace_by_diff(&sum, csum_sub(5, 7));
  pr_info("checksum: by difference %04x, add %08x sub %08x 16: %04x %04x\n", sum,
          csum_add(0xffffffff, 2), csum_sub(1, 2), csum16_add(0xffff, 2), csum16_sub(1, 2));
  part = csum_partial_copy_nocheck(odd, copy, 7);
  pr_info("checksum: copied %04x %d\n", csum_fold(part), memcmp(copy, odd, 7));
}

static int looked;
static u32 fake_register(int ready_at) { return ++looked >= ready_at ? 0x80 : 0; }
static void polls(void) {
  u32 value;
  int ret = read_poll_timeout(fake_register, value, value & 0x80, 10, 1000000, false, 4);
  pr_info("poll: %d %x after %d\n", ret, value, looked);
  ret = read_poll_timeout_atomic(fake_register, value, value & 0x80, 1, 1000000, true, 9);
  pr_info("poll: %d %x after %d\n", ret, value, looked);
  ret = read_poll_timeout(fake_register, value, value & 0x80, 0, 100, false, 2000000000);
  pr_info("poll: %d %x\n", ret, value);
}

static int sum_of(int n, ...) {
  va_list args;
  int sum = 0;
  va_start(args, n);
  while (n--) sum += va_arg(args, int);
  va_end(args);
  return sum;
}

static void numbers(void) {
  struct ewma_load load;
  u64 memory[1] = {};
  int i;
  ewma_load_init(&load);
  for (i = 1; i < 20; i++) ewma_load_add(&load, i * 100);
  pr_info("numbers: average %lu\n", ewma_load_read(&load));
  pr_info("numbers: zeros %d %d %d %d\n", count_leading_zeros(0x10), count_trailing_zeros(0x10),
          count_leading_zeros(0), count_trailing_zeros(0));
  writeq(0x1122334455667788ULL, (void __iomem*)memory);
  pr_info("numbers: %llx %llx\n", memory[0], readq((void __iomem*)memory));
  pr_info("numbers: index %d %d\n", array_index_nospec(3, 4), array_index_nospec(4, 4));
  pr_info("numbers: sum %d\n", sum_of(3, 1, 2, 3));
}

// Seen through <linux/module.h> and <linux/mm.h>.
static void brought_along(void) {
  Elf32_Sym symbol = {.st_info = ELF32_ST_TYPE(0x12)};
  struct range r = {.start = 10, .end = 20};
  pr_info("along: nice %d %d prio %d, symbol %u, range %d\n", MIN_NICE, MAX_NICE, DEFAULT_PRIO,
          symbol.st_info, (int)range_len(&r));
  pr_info("along: cr0 wp %lx, cs %x, fixmaps %d\n", (unsigned long)X86_CR0_WP, __KERNEL_CS,
          FIX_KMAP_BEGIN);
  pr_info("along: open %o major %d\n", O_CREAT, MAJOR(MKDEV(5, 1)));
  VM_BUG_ON_PAGE(false, NULL);
}

static int __init header_helpers_init(void) {
  int ret;
  misc.fops = &nothing;
  ret = misc_register(&misc);
  if (ret) return ret;
  messages(misc.this_device);
  misc_deregister(&misc);
  checksums();
  polls();
  numbers();
  brought_along();
  return 0;
}
static void __exit header_helpers_exit(void) {}
module_init(header_helpers_init);
module_exit(header_helpers_exit);
