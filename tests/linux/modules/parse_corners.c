// Corners of the functions that read and write text: what they do with input that is nearly right.
#include <linux/bitmap.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/string.h>

#pragma GCC diagnostic ignored "-Wformat"
#pragma GCC diagnostic ignored "-Wformat-extra-args"

static noinline void differences(void)
{
	/* Unsigned, and still a sign goes up to 64 bits. */
	pr_info("[%tx] [%td] [%to]\n", (ptrdiff_t)-63, (ptrdiff_t)-63, (ptrdiff_t)-8);
	pr_info("[%zx] [%zd] [%12tu]\n", (size_t)-63, (ssize_t)-63, (ptrdiff_t)7);
}

static noinline void options(const char *text, int room)
{
	int values[8] = { 0 };
	char *end = get_options(text, room, values);

	pr_info("get_options \"%s\" %d: %d: %d %d %d %d %d %d at %d\n", text, room, values[0], values[1],
		values[2], values[3], values[4], values[5], values[6], (int)(end - text));
}

static noinline void option(char *text)
{
	char *end = text;
	int value = -77, kind = get_option(&end, &value);

	pr_info("get_option \"%s\": %d value %d at %d\n", text, kind, value, (int)(end - text));
}

static noinline void scans(void)
{
	int a = 55, b = 56, n;
	char s[20] = "init", t[20] = "init";

	n = sscanf(",  5:abc300", "%*d,%nx%4s", &a, s);
	pr_info("skip and count: %d, %d [%s]\n", n, a, s);
	n = sscanf("xa b:  5,  5", " %*d %4s %s", s, t);
	pr_info("skip a word: %d [%s] [%s]\n", n, s, t);
	n = sscanf(" 12 +3,  512", "%*d,%d,%3d", &a, &b);
	pr_info("skip before a comma: %d, %d %d\n", n, a, b);
	n = sscanf("abc 5", "%*[a-z] %d", &a);
	pr_info("skip a set: %d, %d\n", n, a);
	n = sscanf("12 34", "%0d %d", &a, &b);
	pr_info("width 0: %d, %d %d\n", n, a, b);
	n = sscanf("50%x", "%d%%%c", &a, s);
	pr_info("percent: %d, %d %c\n", n, a, s[0]);
	n = sscanf("-5", "%1d", &a);
	pr_info("no room for the digit: %d, %d\n", n, a);
	n = sscanf("77", "%jd", &a);
	pr_info("unknown qualifier: %d\n", n);
}

static noinline void hexadecimal(const char *text, int bits)
{
	DECLARE_BITMAP(map, 96) = { 0xff };
	int r = bitmap_parse(text, UINT_MAX, map, bits);

	pr_info("bitmap_parse \"%s\" %d: %d [%*pb] %lx\n", text, bits, r, bits, map, map[0]);
}

static noinline void list(const char *text, int bits)
{
	DECLARE_BITMAP(map, 96) = { 0 };
	int r = bitmap_parselist(text, map, bits);

	pr_info("bitmap_parselist \"%s\" %d: %d [%*pbl]\n", text, bits, r, bits, map);
}

static int __init corners_init(void)
{
	differences();
	options("3-9,1", 6);
	options("3-9,1", 8);
	options("3-9,1", 0);
	options("5-5,1", 6);
	options("5-2,1", 6);
	options("1,,2", 6);
	options("7,8,9,10,11", 3);
	option("-ff0");
	option("-");
	option("5-");
	option(",5");
	scans();
	hexadecimal("1-,0,f", 1);
	hexadecimal(" 0 ffa1,f", 33);
	hexadecimal("f", 3);
	hexadecimal("123456789", 64);
	hexadecimal("", 33);
	list("4:1/2", 32);
	list("all:1/2", 9);
	list("0-9:3/4", 32);
	list("0-9:5/4", 32);
	list("3-", 32);
	return 0;
}

static void __exit corners_exit(void)
{
}

module_init(corners_init);
module_exit(corners_exit);
MODULE_LICENSE("GPL");
