// Headers that are all body: pointer rings, averages, polling, bounded indices, words and their
// zeros.
#include <asm/word-at-a-time.h>
#include <linux/ascii85.h>
#include <linux/average.h>
#include <linux/count_zeros.h>
#include <linux/crc32poly.h>
#include <linux/fips.h>
#include <linux/indirect_call_wrapper.h>
#include <linux/io-64-nonatomic-lo-hi.h>
#include <linux/iopoll.h>
#include <linux/license.h>
#include <linux/mem_encrypt.h>
#include <linux/module.h>
#include <linux/nospec.h>
#include <linux/ptr_ring.h>
#include <linux/stdarg.h>

DECLARE_EWMA(fine, 10, 8)
DECLARE_EWMA(coarse, 0, 2)

static void averages(void) {
  static const unsigned long samples[] = {100, 200, 0, 50, 50, 1000000, 3};
  struct ewma_fine fine;
  struct ewma_coarse coarse;
  unsigned int i;

  ewma_fine_init(&fine);
  ewma_coarse_init(&coarse);
  for (i = 0; i < ARRAY_SIZE(samples); i++) {
    ewma_fine_add(&fine, samples[i]);
    ewma_coarse_add(&coarse, samples[i]);
    pr_info("ewma %lu: %lu %lu (%lu)\n", samples[i], ewma_fine_read(&fine),
            ewma_coarse_read(&coarse), fine.internal);
  }
}

static void lost(void* p) { pr_info("destroyed %lu\n", (unsigned long)p); }
static unsigned long as_number(void* p) { return (unsigned long)p; }

static void show(struct ptr_ring* r, const char* when) {
  pr_info("%s: size %d batch %d producer %d head %d tail %d full %d empty %d peek %lu\n", when,
          r->size, r->batch, r->producer, r->consumer_head, r->consumer_tail, ptr_ring_full(r),
          ptr_ring_empty(r), PTR_RING_PEEK_CALL(r, as_number));
}

static void rings(int size) {
  void* back[] = {(void*)901, (void*)902, (void*)903};
  void* taken[4];
  struct ptr_ring ring;
  unsigned long i;
  int count;

  pr_info("init %d\n", ptr_ring_init(&ring, size, GFP_KERNEL));
  show(&ring, "new");
  for (i = 1; !ptr_ring_produce(&ring, (void*)i); i++) {
  }
  pr_info("took %lu, then %d\n", i - 1, ptr_ring_produce_any(&ring, (void*)i));
  show(&ring, "filled");
  pr_info("first %lu\n", (unsigned long)ptr_ring_consume(&ring));
  count = ptr_ring_consume_batched_bh(&ring, taken, ARRAY_SIZE(taken));
  pr_info("batch of %d from %lu\n", count, count ? (unsigned long)taken[0] : 0);
  show(&ring, "after a batch");
  ptr_ring_unconsume(&ring, back, ARRAY_SIZE(back), lost);
  show(&ring, "given back");
  pr_info("grow %d\n", ptr_ring_resize(&ring, size * 2 + 1, GFP_KERNEL, lost));
  show(&ring, "larger");
  pr_info("shrink %d\n", ptr_ring_resize(&ring, 2, GFP_KERNEL, lost));
  show(&ring, "smaller");
  pr_info("put %d\n", ptr_ring_produce_irq(&ring, (void*)77));
  ptr_ring_cleanup(&ring, lost);
}

static void words(void) {
  static const u32 values[] = {0, 1, 84, 85, 0x12345678, 0xffffffff};
  const struct word_at_a_time constants = WORD_AT_A_TIME_CONSTANTS;
  char text[ASCII85_BUFSZ];
  unsigned long bits;
  unsigned int i;

  for (i = 0; i < ARRAY_SIZE(values); i++) {
    const unsigned long zero = has_zero(values[i], &bits, &constants);

    pr_info(
        "%08x: leading %d trailing %d ascii85 %s zero byte %d\n", values[i],
        count_leading_zeros(values[i]), count_trailing_zeros(values[i]),
        ascii85_encode(values[i], text),
        zero ? (int)find_zero(create_zero_mask(prep_zero_mask(values[i], bits, &constants))) : -1);
  }
  pr_info("encode_len %ld, polynomials %x %x\n", ascii85_encode_len(9), CRC32_POLY_LE,
          CRC32_POLY_BE);
  for (i = 3; i < 6; i++) pr_info("index %u of 4: %u\n", i, array_index_nospec(i, 4u));
}

static int calls;
static int third_is_ready(int step) { return calls += step; }

static int one(int x) { return x + 1; }
static int two(int x) { return x + 2; }

static int sum(int count, ...) {
  va_list list, copy;
  int total = 0;

  va_start(list, count);
  va_copy(copy, list);
  for (; count > 0; count--) total += va_arg(copy, int);
  va_end(copy);
  va_end(list);
  return total;
}

static int __init small_headers_init(void) {
  int (*volatile f)(int) = two;
  u32 registers[2] = {0x89abcdef, 0x01234567};
  int value = 0;

  averages();
  rings(6);
  rings(40);
  words();
  pr_info("poll %d", read_poll_timeout(third_is_ready, value, value >= 3, 10, 100000, false, 1));
  pr_cont(" after %d\n", calls);
  calls = 0;
  pr_info("poll %d",
          read_poll_timeout_atomic(third_is_ready, value, value > 1 << 30, 5, 50, false, 1));
  pr_cont(" more than one call %d\n", calls > 1);
  pr_info("indirect %d %d\n", INDIRECT_CALL_2(f, two, one, 5), INDIRECT_CALL_1(f, one, 5));
  pr_info("licence %d %d %d\n", license_is_gpl_compatible("GPL v2"),
          license_is_gpl_compatible("BSD"), license_is_gpl_compatible("Dual MIT/GPL"));
  pr_info("sum %d fips %d sme %x\n", sum(3, 10, 20, 12), fips_enabled, __sme_set(5));
  pr_info("readq %llx\n", lo_hi_readq((void __iomem*)registers));
  lo_hi_writeq(0x1122334455667788, (void __iomem*)registers);
  pr_info("writeq %x %x\n", registers[0], registers[1]);
  return 0;
}

static void __exit small_headers_exit(void) {}

module_init(small_headers_init);
module_exit(small_headers_exit);
MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("Headers that are all body");
