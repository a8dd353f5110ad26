// Numbers, options and formats read from text; hexadecimal dumps.
#include <linux/init.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/string.h>

static const char* const texts[] = {"0",
                                    "42",
                                    "-42",
                                    "+7",
                                    "0x1f",
                                    "0X1F",
                                    "017",
                                    "08",
                                    "12abc",
                                    "",
                                    " 5",
                                    "5\n",
                                    "5\n\n",
                                    "-",
                                    "4294967295",
                                    "4294967296",
                                    "-2147483648",
                                    "-2147483649",
                                    "18446744073709551615",
                                    "18446744073709551616",
                                    "9223372036854775808",
                                    "255",
                                    "256",
                                    "-129",
                                    "65536",
                                    "0x",
                                    "0xg",
                                    "1 "};

static void strict(void) {
  int i;
  for (i = 0; i < ARRAY_SIZE(texts); i++) {
    const char* s = texts[i];
    unsigned long long ull = 0;
    long long ll = 0;
    unsigned int ui = 0;
    int in = 0, r1, r2, r3, r4, r5, r6, r7;
    u8 byte = 0;
    s16 half = 0;
    unsigned long ul = 0;
    r1 = kstrtoull(s, 0, &ull);
    r2 = kstrtoll(s, 0, &ll);
    r3 = kstrtouint(s, 10, &ui);
    r4 = kstrtoint(s, 0, &in);
    r5 = kstrtou8(s, 0, &byte);
    r6 = kstrtos16(s, 16, &half);
    r7 = kstrtoul(s, 8, &ul);
    pr_info("\"%s\": %d %llu, %d %lld, %d %u, %d %d, %d %u, %d %d, %d %lu\n", s, r1, ull, r2, ll,
            r3, ui, r4, in, r5, byte, r6, half, r7, ul);
  }
}

static void lax(void) {
  int i;
  for (i = 0; i < ARRAY_SIZE(texts); i++) {
    char* end;
    unsigned long ul = simple_strtoul(texts[i], &end, 0);
    int used = end - texts[i];
    long l = simple_strtol(texts[i], NULL, 10);
    unsigned long long ull = simple_strtoull(texts[i], NULL, 16);
    long long ll = simple_strtoll(texts[i], NULL, 0);
    pr_info("\"%s\": %lu (%d) %ld %llx %lld\n", texts[i], ul, used, l, ull, ll);
  }
}

static void booleans(void) {
  static const char* const words[] = {"y", "Y",   "1",  "on", "ON", "yes", "true", "n",
                                      "0", "off", "No", "f",  "o",  "x",   "",     "2"};
  int i;
  for (i = 0; i < ARRAY_SIZE(words); i++) {
    bool value = false;
    int r = kstrtobool(words[i], &value);
    pr_info("bool \"%s\": %d %d\n", words[i], r, value);
  }
}

#define SCAN(text, fmt, ...) \
  pr_info("scan \"%s\" \"%s\": %d", text, fmt, sscanf(text, fmt, ##__VA_ARGS__))
static void scanning(void) {
  int i = 0, j = 0, n = 0;
  unsigned int u = 0;
  long long ll = 0;
  short h = 0;
  unsigned char c = 0;
  char s[20] = "", t[20] = "", ch = 0;
  SCAN("12 34", "%d %d", &i, &j);
  pr_cont(" %d %d\n", i, j);
  SCAN("-5,0x1F", "%d,%x", &i, &u);
  pr_cont(" %d %u\n", i, u);
  SCAN("abc def", "%s %3s", s, t);
  pr_cont(" %s %s\n", s, t);
  SCAN("key=value", "%[a-z]=%s", s, t);
  pr_cont(" %s %s\n", s, t);
  SCAN("key=value", "%19[keyx]=%s", s, t);
  pr_cont(" %s %s\n", s, t);
  SCAN("abc]def", "%9[^]]%c", s, &ch);
  pr_cont(" %s %d\n", s, ch);
  SCAN("077 0x10 12", "%i %i %i", &i, &j, &n);
  pr_cont(" %d %d %d\n", i, j, n);
  SCAN("123456", "%3d%2d%n", &i, &j, &n);
  pr_cont(" %d %d %d\n", i, j, n);
  SCAN("9 8 7", "%*d %d", &i);
  pr_cont(" %d\n", i);
  SCAN("70000 300", "%hd %hhu", &h, &c);
  pr_cont(" %d %u\n", h, c);
  SCAN("-9999999999", "%lld", &ll);
  pr_cont(" %lld\n", ll);
  SCAN("x12", "%d", &i);
  pr_cont("\n");
  SCAN("", "%d", &i);
  pr_cont("\n");
  SCAN("5%", "%d%%", &i);
  pr_cont(" %d\n", i);
  SCAN("  7 end", " %d end%n", &i, &n);
  pr_cont(" %d %d\n", i, n);
  SCAN("755", "%o", &u);
  pr_cont(" %u\n", u);
  SCAN("a b", "%c%c%c", &s[0], &s[1], &s[2]);
  pr_cont(" %.3s\n", s);
  SCAN("1:2:3", "%d:%d:%d:%d", &i, &j, &n, &u);
  pr_cont(" %d %d %d\n", i, j, n);
}

static void options(void) {
  static const char* const lists[] = {"3,5-8,11",          "1",        "-4,2", "x",
                                      "1,2,3,4,5,6,7,8,9", "0x10,010", ""};
  static const char* const sizes[] = {"64", "64k", "1M", "2G", "0x10K", "1T", "5x", "1E"};
  int values[6], i, k;
  for (i = 0; i < ARRAY_SIZE(lists); i++) {
    char* rest = get_options(lists[i], ARRAY_SIZE(values), values);
    pr_info("options \"%s\": %d rest \"%s\":", lists[i], values[0], rest);
    for (k = 1; k <= values[0] && k < 6; k++) pr_cont(" %d", values[k]);
    pr_cont("\n");
  }
  for (i = 0; i < ARRAY_SIZE(sizes); i++) {
    char* end;
    unsigned long long v = memparse(sizes[i], &end);
    pr_info("memparse %s: %llu \"%s\"\n", sizes[i], v, end);
  }
  {
    static char line[] = "a=1 b c=\"x y\" \"d=z w\" e=";
    char *at = line, *param, *val;
    while (*at) {
      at = next_arg(at, &param, &val);
      pr_info("arg %s value %s\n", param, val);
    }
  }
}

static void dumps(void) {
  static const u8 data[40] = "The quick\tbrown\0fox \x80jumps over the dog";
  char line[120];
  u8 bytes[4];
  int i, n;
  static const int groups[] = {1, 2, 4, 8, 3};
  for (i = 0; i < ARRAY_SIZE(groups); i++) {
    n = hex_dump_to_buffer(data, 16, 16, groups[i], line, sizeof(line), true);
    pr_info("%d |%s|\n", n, line);
    n = hex_dump_to_buffer(data, 30, 32, groups[i], line, sizeof(line), false);
    pr_info("%d |%s|\n", n, line);
    n = hex_dump_to_buffer(data, 7, 16, groups[i], line, 20, true);
    pr_info("%d |%s|\n", n, line);
  }
  print_hex_dump(KERN_INFO, "dump ", DUMP_PREFIX_OFFSET, 16, 1, data, sizeof(data), true);
  print_hex_dump(KERN_INFO, "none ", DUMP_PREFIX_NONE, 32, 4, data, sizeof(data), false);
  n = hex2bin(bytes, "12aBfF00", 4);
  pr_info("hex2bin %d %4ph, %d\n", n, bytes, hex2bin(bytes, "1x", 1));
  *bin2hex(line, data, 5) = 0;
  pr_info("bin2hex %s hex_to_bin %d %d\n", line, hex_to_bin('F'), hex_to_bin('g'));
}

static int __init parsing_init(void) {
  strict();
  lax();
  booleans();
  scanning();
  options();
  dumps();
  return 0;
}
static void __exit parsing_exit(void) {}
module_init(parsing_init);
module_exit(parsing_exit);
MODULE_LICENSE("GPL");
