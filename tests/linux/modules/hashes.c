// Checksums, hashes, random sequences, UUIDs, numbers.
#include <linux/bcd.h>
#include <linux/bitrev.h>
#include <linux/crc-ccitt.h>
#include <linux/crc32.h>
#include <linux/gcd.h>
#include <linux/glob.h>
#include <linux/hash.h>
#include <linux/init.h>
#include <linux/jhash.h>
#include <linux/kernel.h>
#include <linux/lcm.h>
#include <linux/math64.h>
#include <linux/module.h>
#include <linux/prandom.h>
#include <linux/rational.h>
#include <linux/siphash.h>
#include <linux/uuid.h>
#include <linux/xxhash.h>

static u8 data[100];

static void checksums(void) {
  int n;
  for (n = 0; n < 100; n += 13)
    pr_info("%d: le %08x be %08x ccitt %04x false %04x xx32 %08x xx64 %016llx jhash %08x\n", n,
            crc32_le(~0, data, n), crc32_be(~0, data, n), crc_ccitt(0xffff, data, n),
            crc_ccitt_false(0xffff, data, n), xxh32(data, n, 1), xxh64(data, n, 2),
            jhash(data, n, 3));
  pr_info("shift %08x jhash2 %08x %08x %08x %08x\n", crc32_le_shift(0x12345678, 20),
          jhash2((u32*)data, 7, 5), jhash_1word(1, 2), jhash_2words(1, 2, 3),
          jhash_3words(1, 2, 3, 4));
  pr_info("hash %u %u %u bitrev %02x %04x %08x bcd %u %02x\n", hash_32(12345, 10),
          hash_64(1234567890123ull, 16), hash_long(99, 8), bitrev8(0x12), bitrev16(0x1234),
          bitrev32(0x12345678), bcd2bin(0x59), bin2bcd(37));
}

static void sip(void) {
  siphash_key_t key = {{0x0706050403020100ull, 0x0f0e0d0c0b0a0908ull}};
  hsiphash_key_t half = {{0x03020100, 0x07060504}};
  int n;
  for (n = 0; n < 20; n += 3)
    pr_info("sip %d %016llx half %08x\n", n, siphash(data, n, &key), hsiphash(data, n, &half));
  pr_info("%016llx %016llx %016llx %016llx\n", siphash_1u64(1, &key), siphash_2u64(1, 2, &key),
          siphash_3u64(1, 2, 3, &key), siphash_4u64(1, 2, 3, 4, &key));
  pr_info("%016llx %016llx %016llx %016llx\n", siphash_1u32(1, &key), siphash_2u32(1, 2, &key),
          siphash_3u32(1, 2, 3, &key), siphash_4u32(1, 2, 3, 4, &key));
  pr_info("%08x %08x %08x %08x\n", hsiphash_1u32(1, &half), hsiphash_2u32(1, 2, &half),
          hsiphash_3u32(1, 2, 3, &half), hsiphash_4u32(1, 2, 3, 4, &half));
}

static void numbers(void) {
  static const u64 wide[] = {0,    1, 1000, 0xffffffffull, 0x100000000ull, 123456789012345678ull,
                             ~0ull};
  struct rnd_state rnd;
  unsigned long n, d;
  u64 rem;
  s32 srem;
  u32 urem;
  int i, k;
  for (i = 0; i < ARRAY_SIZE(wide); i++) {
    u64 copy = wide[i];
    urem = do_div(copy, 1000);
    pr_info("do_div %llu %u sqrt %u", copy, urem, int_sqrt64(wide[i]));
    for (k = 1; k < ARRAY_SIZE(wide); k++) {
      u64 q = div64_u64_rem(wide[i], wide[k], &rem);
      pr_cont(" %llu/%llu", q, rem);
    }
    pr_cont("\n");
  }
  pr_info("signed %lld", div_s64_rem(-7, 2, &srem));
  pr_cont(" %d %lld %lld\n", srem, div64_s64(-1000000000000ll, 7000000000ll), div_s64(1000, -3));
  pr_info("mul %llu %llu\n", mul_u64_u32_shr(123456789012ull, 1000, 10),
          mul_u64_u64_div_u64(123456789012345ull, 987654321098765ull, 1000000000000ull));
  pr_info("gcd %lu %lu %lu lcm %lu %lu sqrt %lu %lu pow %llu\n", gcd(48, 36), gcd(0, 5), gcd(17, 5),
          lcm(4, 6), lcm_not_zero(0, 7), int_sqrt(1000000), int_sqrt(~0ul), int_pow(3, 20));
  rational_best_approximation(31415, 10000, 1000, 1000, &n, &d);
  pr_info("rational %lu/%lu", n, d);
  rational_best_approximation(27, 32, 16, 16, &n, &d);
  pr_cont(" %lu/%lu", n, d);
  rational_best_approximation(1155, 7735, 255, 255, &n, &d);
  pr_cont(" %lu/%lu\n", n, d);
  prandom_seed_state(&rnd, 3141592653589793238ull);
  pr_info("prandom %u %u %u", prandom_u32_state(&rnd), prandom_u32_state(&rnd),
          prandom_u32_state(&rnd));
  prandom_bytes_state(&rnd, data, 7);
  pr_cont(" %7ph\n", data);
  pr_info("round %d %d %d %d %d\n", DIV_ROUND_UP(7, 3), roundup(17, 5), rounddown(17, 5),
          DIV_ROUND_CLOSEST(7, 2), DIV_ROUND_CLOSEST(-7, 2));
}

static void patterns(void) {
  static const char* const tests[][2] = {{"a*b", "axxb"},  {"a*b", "axxc"},   {"?x", "ax"},
                                         {"[a-c]x", "bx"}, {"[!a-c]x", "bx"}, {"*", ""},
                                         {"a\\*", "a*"},   {"a\\*", "ab"},    {"*.ko", "mod.ko"},
                                         {"[]a]", "]"},    {"[a", "[a"},      {"**a*", "bab"}};
  uuid_t u;
  guid_t g;
  int i;
  for (i = 0; i < ARRAY_SIZE(tests); i++)
    pr_info("glob %s %s %d\n", tests[i][0], tests[i][1], glob_match(tests[i][0], tests[i][1]));
  pr_info("uuid %d", uuid_parse("c33f4995-3701-450e-9fbf-206a2e98e576", &u));
  pr_cont(" %pUb %d", &u, guid_parse("c33f4995-3701-450e-9fbf-206a2e98e576", &g));
  pr_cont(" %pUl %16phN %d %d\n", &g, &g, uuid_is_valid("c33f4995-3701-450e-9fbf-206a2e98e57"),
          uuid_parse("x", &u));
}

static int __init hashes_init(void) {
  int i;
  for (i = 0; i < 100; i++) data[i] = i * 7;
  checksums();
  sip();
  numbers();
  patterns();
  return 0;
}
static void __exit hashes_exit(void) {}
module_init(hashes_init);
module_exit(hashes_exit);
MODULE_LICENSE("GPL");
