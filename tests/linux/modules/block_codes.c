// Reed-Solomon codes: parities, errors and erasures up to what can be mended and beyond, syndromes,
// wrong parameters.
#include <linux/crc32.h>
#include <linux/crc64.h>
#include <linux/module.h>
#include <linux/rslib.h>
#include <linux/slab.h>

static u32 seed = 2023;

static u32 next(void) {
  seed = seed * 1664525 + 1013904223;
  return seed >> 8;
}

static const struct {
  int symsize, poly, fcr, prim, nroots;
} codes[] = {
    {2, 0x7, 1, 1, 1},       {3, 0xb, 1, 1, 2},   {4, 0x13, 1, 1, 4},  {8, 0x11d, 0, 1, 32},
    {8, 0x187, 112, 11, 32}, {8, 0x11d, 1, 1, 5}, {9, 0x211, 1, 1, 8}, {10, 0x409, 0, 1, 4},
};

static u16 data[1024], sent[1024], parity[64], sent_parity[64];
static u8 bytes[256];

static int odd_field(int sr) {
  if (!sr) return 1;
  sr <<= 1;
  if (sr & 0x400) sr ^= 0x409;
  return sr;
}

static void make_word(struct rs_control* rs, int len) {
  int i, nn = rs->codec->nn;

  memset(parity, 0, sizeof(parity));
  for (i = 0; i < len; i++) bytes[i & 255] = data[i] = next() & nn;
  if (rs->codec->mm <= 8) pr_cont(" encoded %d", encode_rs8(rs, bytes, len, parity, 0));
  memcpy(sent, data, sizeof(sent));
  memcpy(sent_parity, parity, sizeof(parity));
}

static void errors(struct rs_control* rs, int len, int errs, int eras) {
  int nn = rs->codec->nn, nroots = rs->codec->nroots, i, ret, places[64], wrong = 0;
  u16 corr[64];

  memcpy(data, sent, sizeof(data));
  memcpy(parity, sent_parity, sizeof(parity));
  for (i = 0; i < errs + eras; i++) {
    int at = next() % (len + nroots);
    u16 value = next() % (i < errs ? nn : nn + 1) + (i < errs);

    if (at < len)
      data[at] ^= value & nn;
    else
      parity[at - len] ^= value & nn;
    if (i >= errs) places[i - errs] = at;
  }
  for (i = 0; i < len; i++) bytes[i & 255] = data[i];
  if (rs->codec->mm <= 8 && (next() & 1)) {
    ret = decode_rs8(rs, bytes, parity, len, NULL, eras, places, 0, NULL);
    for (i = 0; i < len; i++) data[i] = bytes[i];
  } else if (next() & 1) {
    ret = decode_rs16(rs, data, parity, len, NULL, eras, places, 0, corr);
    pr_cont(" [%d:", ret);
    for (i = 0; i < ret; i++) pr_cont(" %d^%x", places[i], corr[i]);
    pr_cont("]");
    return;
  } else {
    ret = decode_rs16(rs, data, parity, len, NULL, eras, eras ? places : NULL, 0, NULL);
  }
  for (i = 0; i < len; i++) wrong += data[i] != sent[i];
  for (i = 0; i < nroots; i++) wrong += parity[i] != sent_parity[i];
  pr_cont(" %d/%d", ret, wrong);
}

static void all_codes(void) {
  int c, errs, eras, pad;

  for (c = 0; c < ARRAY_SIZE(codes); c++) {
    struct rs_control* rs =
        init_rs(codes[c].symsize, codes[c].poly, codes[c].fcr, codes[c].prim, codes[c].nroots);
    struct rs_codec* codec = rs->codec;
    int whole = codec->nn - codec->nroots;

    pr_info("code %d: %d %d %d %d, tables %08x %08x, generator %08x\n", c, codec->mm, codec->nn,
            codec->iprim, codec->users, crc32(0, codec->alpha_to, 2 * codec->nn + 2),
            crc32(0, codec->index_of, 2 * codec->nn + 2),
            crc32(0, codec->genpoly, 2 * codec->nroots + 2));
    for (pad = 0; pad < whole && pad < 60; pad = pad * 3 + 1)
      for (eras = 0; eras <= codec->nroots; eras += 1 + codec->nroots / 4) {
        pr_info("code %d length %d erasures %d:", c, whole - pad, eras);
        make_word(rs, whole - pad);
        pr_cont(" parity %08x", crc32(0, parity, 2 * codec->nroots));
        for (errs = 0; errs <= codec->nroots / 2 + 2; errs += 1 + codec->nroots / 8)
          if (codec->mm <= 8) errors(rs, whole - pad, errs, eras);
        pr_cont("\n");
      }
    free_rs(rs);
  }
}

static void others(void) {
  struct rs_control *a = init_rs(8, 0x11d, 0, 1, 8),
                    *b = init_rs_gfp(8, 0x11d, 0, 1, 8, GFP_KERNEL), *c;
  u16 syn[8];
  int i, ret, places[8] = {0};
  u16 corr[8] = {0};

  pr_info("shared: %d, users %d\n", a->codec == b->codec, a->codec->users);
  free_rs(b);
  free_rs(NULL);
  pr_info("users %d\n", a->codec->users);
  pr_info("wrong: %d %d %d %d %d %d\n", init_rs(0, 3, 0, 1, 1) == NULL,
          init_rs(8, 0x11d, 256, 1, 8) == NULL, init_rs(8, 0x11d, -1, 1, 8) == NULL,
          init_rs(8, 0x11d, 0, 0, 8) == NULL, init_rs(8, 0x11d, 0, 1, 256) == NULL,
          init_rs(8, 0x100, 0, 1, 8) == NULL);
  c = init_rs_non_canonical(10, odd_field, 0, 1, 4);
  pr_info("own field: %d, %08x, shared %d\n", c->codec->nn, crc32(0, c->codec->alpha_to, 2048),
          c->codec->users);
  free_rs(c);
  memset(parity, 0, sizeof(parity));
  for (i = 0; i < 100; i++) bytes[i] = i * 7;
  ret = encode_rs8(a, bytes, 100, parity, 0xff);
  pr_info("inverted: %d %*ph, too long %d\n", ret, 16, parity,
          encode_rs8(a, bytes, 248, parity, 0));
  bytes[3] ^= 0x55;
  ret = decode_rs8(a, bytes, parity, 100, NULL, 0, NULL, 0xff, NULL);
  pr_info("mended: %d %x\n", ret, bytes[3]);
  // The parity was spoilt by nothing: the syndromes of one error, in index form.
  for (i = 0; i < 8; i++) syn[i] = rs_modnn(a->codec, 5 + i * (255 - 40 - 1));
  ret = decode_rs8(a, NULL, NULL, 247, syn, 0, places, 0, corr);
  pr_info("by syndromes: %d at %d is %x\n", ret, places[0], corr[0]);
  for (i = 0; i < 8; i++) syn[i] = a->codec->nn;
  pr_info("no error: %d\n", decode_rs8(a, NULL, NULL, 247, syn, 0, places, 0, corr));
  free_rs(a);
}

static int __init block_codes_init(void) {
  all_codes();
  others();
  pr_info("crc64: %llx %llx\n", crc64_rocksoft("123456789", 9),
          crc64_rocksoft_update(77, "abcdef", 6));
  return 0;
}

static void __exit block_codes_exit(void) {}

module_init(block_codes_init);
module_exit(block_codes_exit);
MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("Reed-Solomon codes");
