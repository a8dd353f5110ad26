// Library ciphers, hashes and unpackers: AES, BLAKE2s, LZ4, LZO; call traces kept as data; rare clocks.
#include <crypto/aes.h>
#include <crypto/blake2s.h>
#include <linux/crc32.h>
#include <linux/lz4.h>
#include <linux/lzo.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/stackdepot.h>
#include <linux/stacktrace.h>
#include <linux/timecounter.h>
#include <linux/timekeeping.h>
#include <linux/win_minmax.h>

static u32 seed = 12345;
static u32 next(void)
{
	seed = seed * 1664525 + 1013904223;
	return seed >> 8;
}

static void aes(void)
{
	static const int sizes[] = { 16, 24, 32, 20, 0 };
	struct crypto_aes_ctx *ctx = kzalloc(sizeof(*ctx), GFP_KERNEL);
	u8 key[32], in[16], out[16], back[16];
	int i, k;

	for (i = 0; i < 32; i++)
		key[i] = i;
	for (i = 0; i < 16; i++)
		in[i] = i * 0x11;
	for (i = 0; i < ARRAY_SIZE(sizes); i++) {
		int ret = aes_expandkey(ctx, key, sizes[i]);

		pr_info("key of %d: %d\n", sizes[i], ret);
		if (ret)
			continue;
		aes_encrypt(ctx, out, in);
		aes_decrypt(ctx, back, out);
		pr_info("%*phN back %d, keys %08x %08x\n", 16, out, !memcmp(in, back, 16),
			crc32(0, ctx->key_enc, (sizes[i] + 28) * 4), crc32(0, ctx->key_dec, (sizes[i] + 28) * 4));
	}
	aes_expandkey(ctx, key, 32);
	for (k = 0; k < 1000; k++)
		aes_encrypt(ctx, in, in);
	pr_info("%*phN, box %02x %02x\n", 16, in, crypto_aes_sbox[0x53], crypto_aes_inv_sbox[0x53]);
	kfree(ctx);
}

static void blake(void)
{
	struct blake2s_state state;
	u8 text[300], key[32], out[32];
	int i, length;

	for (i = 0; i < 300; i++)
		text[i] = i;
	for (i = 0; i < 32; i++)
		key[i] = 3 * i;
	for (length = 0; length <= 256; length += 32) {
		blake2s(out, text, key, 32, length, length % 3 ? 32 : 0);
		pr_info("%d: %*phN\n", length, 32, out);
	}
	blake2s_init_key(&state, 16, key, 5);
	for (i = 0; i < 300; i += 7)
		blake2s_update(&state, text + i, min(7, 300 - i));
	blake2s_final(&state, out);
	pr_info("pieces %*phN\n", 16, out);
}

/* A block of random sequences, most of them right. */
static int lz4_block(u8 *to)
{
	int sequences = next() % 6, made = 0, n = 0;

	while (sequences--) {
		int literals = next() % 20, match = next() % 30, distance = 1 + next() % (made + literals + (next() % 8 == 0) + 1);
		int i;

		if (distance > made + literals && next() % 4)
			distance = 1;
		to[n++] = min(literals, 15) << 4 | min(match, 15);
		if (literals >= 15)
			to[n++] = literals - 15;
		for (i = 0; i < literals; i++)
			to[n++] = next();
		to[n++] = distance;
		to[n++] = distance >> 8;
		if (match >= 15)
			to[n++] = match - 15;
		made += literals + match + 4;
	}
	to[n++] = 12 << 4;
	for (made = 0; made < 12; made++)
		to[n++] = next();
	return n;
}

static void lz4(void)
{
	u8 *in = kzalloc(4096, GFP_KERNEL), *out = kzalloc(4096, GFP_KERNEL);
	int i, size, ret, made;

	for (i = 0; i < 150; i++) {
		size = lz4_block(in);
		if (i % 5 == 4)
			in[next() % size] = next();
		memset(out, 0, 4096);
		ret = LZ4_decompress_safe(in, out + 1000, size, 1000);
		pr_info("safe %d of %d, %08x\n", ret < 0 ? -1 : ret, size, ret < 0 ? 0 : crc32(0, out + 1000, ret));
		made = ret;
		if (ret < 0)
			continue;
		ret = LZ4_decompress_safe(in, out + 1000, size, made - 1);
		pr_info("short %d\n", ret < 0);
		memset(out, 0, 4096);
		ret = LZ4_decompress_safe_partial(in, out + 1000, size, made / 2, 1000);
		pr_info("partial %d, %08x\n", ret, crc32(0, out + 1000, made / 2));
		ret = LZ4_decompress_fast(in, out + 1000, made);
		pr_info("fast %d of %d, %08x\n", ret, size, crc32(0, out + 1000, made));
		memset(out, 7, 3000);
		ret = LZ4_decompress_safe_usingDict(in, out + 3000, size, 1000, out, 100);
		pr_info("dictionary %d, %08x\n", ret < 0 ? -1 : ret, ret < 0 ? 0 : crc32(0, out + 3000, ret));
	}
	kfree(in);
	kfree(out);
}

static void lzo(void)
{
	static const u8 plain[] = { 17 + 5, 'h', 'e', 'l', 'l', 'o', 0x20 | 4, 4 << 2 | 2, 0, 'x', 'y', 0x11, 0, 0 };
	u8 *in = kzalloc(4096, GFP_KERNEL), *out = kzalloc(8192, GFP_KERNEL);
	size_t made;
	int i, k, size, ret;

	made = 8192;
	ret = lzo1x_decompress_safe(plain, sizeof(plain), out, &made);
	pr_info("lzo %d, %zu bytes, %.*s\n", ret, made, (int)made, out);
	for (i = 0; i < 400; i++) {
		size = 4 + next() % 60;
		for (k = 0; k < size; k++)
			in[k] = next() % 3 ? next() % 64 : next();
		in[0] = 17 + next() % 20;
		memcpy(in + size, "\x11\0\0", 3);
		memset(out, 0, 8192);
		made = i % 7 ? 8192 : 100;
		ret = lzo1x_decompress_safe(in, size + 3, out, &made);
		pr_info("lzo %d, %zu, %08x\n", ret, made, crc32(0, out, made));
	}
	kfree(in);
	kfree(out);
}

static noinline int inner(unsigned long *entries, int size, int skip)
{
	return stack_trace_save(entries, size, skip);
}

static void traces(void)
{
	unsigned long entries[8], *kept;
	depot_stack_handle_t first, second;
	char text[300];
	int n;

	n = inner(entries, 3, 0);
	pr_info("%d entries\n", n);
	stack_trace_print(entries, 2, 4);
	n = stack_trace_snprint(text, sizeof(text), entries, 1, 2);
	pr_info("text %d: %s", n == strlen(text), text);
	pr_info("skip %d\n", inner(entries + 4, 2, 1));
	pr_info("the same %d\n", entries[4] == entries[1]);
	stack_depot_init();
	first = stack_depot_save(entries, 3, GFP_KERNEL);
	second = stack_depot_save(entries, 3, GFP_KERNEL);
	pr_info("kept %d, once %d\n", !!first, first == second);
	second = __stack_depot_save(entries, 2, 5, GFP_KERNEL, true);
	pr_info("another %d, bits %u\n", first != second, stack_depot_get_extra_bits(second));
	n = stack_depot_fetch(first, &kept);
	pr_info("fetched %d, %d\n", n, !memcmp(kept, entries, 3 * sizeof(*kept)));
	pr_info("none %d\n", stack_depot_save(entries, 0, GFP_KERNEL));
	n = stack_depot_snprint(second, text, 8, 0);
	pr_info("cut %d: %s\n", n > 8, text);
}

static u64 cycles;
static u64 read_cycles(const struct cyclecounter *cc)
{
	return cycles;
}

static void clocks(void)
{
	struct cyclecounter cc = { .read = read_cycles, .mask = CYCLECOUNTER_MASK(32), .mult = 0x5000, .shift = 12 };
	struct timecounter tc;
	struct minmax m;
	int i;

	timecounter_init(&tc, &cc, 1000);
	for (i = 0; i < 5; i++) {
		cycles = (cycles + 0x50000001) & cc.mask;
		pr_info("counter %llu\n", timecounter_read(&tc));
	}
	pr_info("then %llu %llu\n", timecounter_cyc2time(&tc, cycles - 100), timecounter_cyc2time(&tc, cycles + 100));
	minmax_reset(&m, 0, 10);
	for (i = 1; i < 60; i++)
		pr_info("max %u\n", minmax_running_max(&m, 20, i, next() % 100));
}

static int __init packers_init(void)
{
	aes();
	blake();
	lz4();
	lzo();
	traces();
	clocks();
	return 0;
}
static void __exit packers_exit(void) {}
module_init(packers_init);
module_exit(packers_exit);
MODULE_LICENSE("GPL");
