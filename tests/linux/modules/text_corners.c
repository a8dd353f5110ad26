#line 1 "text_corners.c"
// Numbers, options, escapes, tokens and dumps from text that is not quite right.
#include <linux/ctype.h>
#include <linux/glob.h>
#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/parser.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/string_helpers.h>
#include <linux/uuid.h>
MODULE_LICENSE("GPL");
#define P(f, ...) pr_info("%d: " f "\n", __LINE__, ##__VA_ARGS__)
static char b[256];
static int __init corners_init(void) {
  static const char* ks[] = {"0",
                             "-0",
                             "+5",
                             "-5",
                             " 5",
                             "5 ",
                             "5\n",
                             "5\n\n",
                             "0x1f",
                             "0X1F",
                             "010",
                             "08",
                             "4294967295",
                             "4294967296",
                             "-2147483648",
                             "-2147483649",
                             "2147483648",
                             "18446744073709551615",
                             "18446744073709551616",
                             "",
                             "+",
                             "-",
                             "0x",
                             "0xg",
                             "1_000",
                             "9223372036854775808",
                             "-9223372036854775808",
                             "-9223372036854775809",
                             "0b101",
                             "256",
                             "-129",
                             "65536",
                             "yes",
                             "NO",
                             "on",
                             "oFf",
                             "oX",
                             "1",
                             "t",
                             "TRUE",
                             "n"};
  static const char* sz[] = {"4k", "4K", "1m", "2G", "0x10k", "10",  "-5k",
                             "k",  "1T", "3P", "1E", "16E",   "5kk", "12345x"};
  int i;
  for (i = 0; i < ARRAY_SIZE(ks); i++) {
    unsigned long ul = 77;
    long l = 77;
    unsigned int u = 77;
    int n = 77;
    u8 c8 = 77;
    s8 s8v = 77;
    u16 u16v = 77;
    s16 s16v = 77;
    unsigned long long ull = 77;
    long long ll = 77;
    bool bo = 0;
    char *e, *e2;
    int r[12];
    r[0] = kstrtoul(ks[i], 0, &ul);
    r[1] = kstrtol(ks[i], 0, &l);
    r[2] = kstrtouint(ks[i], 10, &u);
    r[3] = kstrtoint(ks[i], 16, &n);
    r[4] = kstrtou8(ks[i], 0, &c8);
    r[5] = kstrtos8(ks[i], 0, &s8v);
    r[6] = kstrtou16(ks[i], 0, &u16v);
    r[7] = kstrtos16(ks[i], 8, &s16v);
    r[8] = kstrtoull(ks[i], 0, &ull);
    r[9] = kstrtoll(ks[i], 0, &ll);
    r[10] = kstrtobool(ks[i], &bo);
    P("'%s' %d:%lu %d:%ld %d:%u %d:%d %d:%u %d:%d %d:%u %d:%d %d:%llu %d:%lld %d:%d", ks[i], r[0],
      ul, r[1], l, r[2], u, r[3], n, r[4], c8, r[5], s8v, r[6], u16v, r[7], s16v, r[8], ull, r[9],
      ll, r[10], bo);
    ul = simple_strtoul(ks[i], &e, 0);
    l = simple_strtol(ks[i], &e2, 16);
    P("simple %lu@%d %ld@%d %llu %lld", ul, (int)(e - ks[i]), l, (int)(e2 - ks[i]),
      simple_strtoull(ks[i], NULL, 10), simple_strtoll(ks[i], NULL, 0));
  }
  for (i = 0; i < ARRAY_SIZE(sz); i++) {
    char* e;
    unsigned long long v = memparse(sz[i], &e);
    P("memparse %s %llu '%s'", sz[i], v, e);
  }
  {
    int ints[6];
    char* s;
    int v, r;
    s = get_options("1,2,3-6,8", 6, ints);
    P("%d %d %d %d %d %d '%s'", ints[0], ints[1], ints[2], ints[3], ints[4], ints[5], s);
    s = get_options("5,x", 6, ints);
    P("%d %d '%s'", ints[0], ints[1], s);
    s = get_options("1-3", 0, &v);
    P("%d '%s'", v, s);
    s = get_options("7-3", 6, ints);
    P("%d '%s'", ints[0], s);
    s = "12,13";
    r = get_option(&s, &v);
    P("%d %d '%s'", r, v, s);
    s = "-3-5";
    r = get_option(&s, &v);
    P("%d %d '%s'", r, v, s);
    s = "z";
    r = get_option(&s, &v);
    P("%d '%s'", r, s);
    strcpy(b, "a=1 b=\"x y\" c  \"d=e f\" g=");
    s = b;
    s = skip_spaces(s);
    while (*s) {
      char *p, *val;
      s = next_arg(s, &p, &val);
      P("[%s] [%s]", p, val);
    }
  }
  {
    static const u64 v[] = {0,     1,       999,     1000,      1023,
                            1024,  1025,    1500,    1536,      10239,
                            10240, 1048575, 1048576, 123456789, 1099511627776ULL,
                            ~0ULL};
    static const u64 bs[] = {1, 512, 4096, 0, ~0ULL};
    int j;
    for (i = 0; i < ARRAY_SIZE(v); i++)
      for (j = 0; j < 5; j++) {
        string_get_size(v[i], bs[j], STRING_UNITS_2, b, 30);
        pr_info("%llu*%llu %s", v[i], bs[j], b);
        string_get_size(v[i], bs[j], STRING_UNITS_10, b, 30);
        pr_cont(" %s\n", b);
      }
    string_get_size(8192, 4096, STRING_UNITS_2, b, 4);
    P("%s", b);
  }
  {
    int n = string_unescape("a\\n\\t\\x41\\101\\e\\q\\\\\\0z\\x\\xg", b, 60, UNESCAPE_ANY);
    P("%d %*pE", n, n, b);
    n = string_unescape("a\\n\\101\\x41", b, 3, UNESCAPE_ANY);
    P("%d '%s'", n, b);
    n = string_unescape("\\n\\x41\\101", b, 30, UNESCAPE_HEX);
    P("%d '%s'", n, b);
    n = string_escape_mem("a\n\"\x01\x7f\xff z", 8, b, 99, ESCAPE_ANY, NULL);
    b[n] = 0;
    P("%d '%s'", n, b);
    n = string_escape_mem("a\n\"\x01\x7f\xff z", 8, b, 99, ESCAPE_ANY_NP, NULL);
    b[n] = 0;
    P("%d '%s'", n, b);
    n = string_escape_mem("a\n\"\x01\x7f\xff z", 8, b, 99, ESCAPE_HEX, "\n\x01");
    b[n] = 0;
    P("%d '%s'", n, b);
    n = string_escape_mem("a\n\"\x01\x7f\xff z", 8, b, 99, ESCAPE_NA, NULL);
    b[n] = 0;
    P("%d '%s'", n, b);
    n = string_escape_mem("a\n\"\x01\x7f\xff z", 8, b, 5, ESCAPE_OCTAL, NULL);
    b[5] = 0;
    P("%d '%s'", n, b);
    n = string_escape_mem("\0ab", 3, b, 50, ESCAPE_NULL | ESCAPE_APPEND, "a");
    b[n] = 0;
    P("%d '%s'", n, b);
  }
  {
    char* s = kstrdup_quotable("a b\"c\n", GFP_KERNEL);
    P("%s", s);
    kfree(s);
    s = kasprintf(GFP_KERNEL, "%d-%s", 5, "x");
    P("%s", s);
    kfree(s);
    s = kstrndup("hello", 3, GFP_KERNEL);
    P("%s", s);
    kfree(s);
    s = kmemdup_nul("hello", 4, GFP_KERNEL);
    P("%s", s);
    kfree(s);
    strcpy(b, "a.b.c");
    P("%s", strreplace(b, '.', '_') ? b : b);
    memcpy_and_pad(b, 8, "xyz", 3, '-');
    P("%.8s", b);
    memcpy_and_pad(b, 2, "xyz", 3, '-');
    P("%.8s", b);
    {
      char** a;
      int n;
      a = argv_split(GFP_KERNEL, "  one two\tthree  ", &n);
      P("%d %s %s %s %d", n, a[0], a[1], a[2], !a[3]);
      argv_free(a);
      a = argv_split(GFP_KERNEL, "", &n);
      P("%d", n);
      argv_free(a);
    }
    P("%zd %zd %zd", strscpy(b, "hello", 3), strscpy(b, "hello", 6), strscpy(b, "x", 0));
    P("%zd", strscpy_pad(b, "hi", 8));
    P("%zu %zu", strlcpy(b, "hello", 3), strlcat(b, "wor", 4));
    P("%s", b);
    P("%d %d %d %d", sysfs_streq("a\n", "a"), sysfs_streq("a", "a\n"), sysfs_streq("a\n\n", "a"),
      sysfs_streq("", "\n"));
    {
      static const char* const arr[] = {"one", "two", NULL, "three"};
      P("%d %d %d %d", match_string(arr, 4, "two"), match_string(arr, 4, "three"),
        match_string(arr, -1, "none"), __sysfs_match_string(arr, 2, "two\n"));
    }
    strcpy(b, "  trim me \n ");
    P("[%s]", strim(b));
    {
      char* q;
      strcpy(b, "a,b;;c");
      q = b;
      while (q) {
        char* t = strsep(&q, ",;");
        P("[%s]", t);
      }
    }
    P("%s %s %s", strpbrk("hello", "ol"), strstr("hello", "ll"),
      strnstr("hello", "lo", 4) ?: "null");
    P("%zu %zu", strspn("aabbc", "ab"), strcspn("hello", "l"));
    P("%d %d %d %d", strcasecmp("ABC", "abd") < 0, strncasecmp("ABx", "aby", 2), strcmp("a", "b"),
      strncmp("abc", "abd", 3));
    P("%d %d", memcmp("a\x80", "a\x7f", 2) > 0, bcmp("a", "b", 1) != 0);
    P("%s %s", strchrnul("abc", 'z')[0] ? "y" : "n", strrchr("a/b/c", '/'));
    P("%s", strnchr("hello", 3, 'l') ?: "no");
    P("%d", (int)(memscan("abc", 'z', 3) - (void*)"abc" >= 3));
    P("%p", memchr_inv("aaaa", 'a', 4));
    P("%s", (char*)memchr_inv("aaba", 'a', 4));
    P("%d %d", str_has_prefix("foobar", "foo") ? 1 : 0, strstarts("foobar", "bar"));
    P("%s", kbasename("/a/b/c"));
    P("%s", kbasename("abc"));
    {
      u8 x[4];
      char* e;
      P("%d %*ph", hex2bin(x, "01aBcDeF", 4), 4, x);
      P("%d", hex2bin(x, "0g", 1));
      e = bin2hex(b, "\x12\xab", 2);
      *e = 0;
      P("%s %d %d %d", b, hex_to_bin('f'), hex_to_bin('G'), hex_to_bin('9'));
    }
    P("%d %d %d %d %d", glob_match("a*b?", "axxbc"), glob_match("[a-c]x", "bx"),
      glob_match("[!a]", "a"), glob_match("*", ""), glob_match("\\*", "*"));
    strcpy(b, "HeLLo");
    string_lower(b, b);
    P("%s", b);
    string_upper(b, b);
    P("%s", b);
    {
      int* arr;
      int r = 0;
      (void)arr;
      (void)r;
    }
    {
      substring_t args[MAX_OPT_ARGS];
      static const match_table_t tok = {
          {1, "size=%s"}, {2, "uid=%u"}, {3, "x=%x"}, {4, "n=%d"}, {0, NULL}};
      int v = 0;
      u64 q = 0;
      char* d;
      P("%d", match_token("size=5k", tok, args));
      d = match_strdup(&args[0]);
      P("%s", d);
      kfree(d);
      P("%d", match_token("uid=12", tok, args));
      P("%d", match_int(&args[0], &v));
      P("%d", v);
      P("%d", match_token("x=1f", tok, args));
      P("%d", match_hex(&args[0], &v));
      P("%d", v);
      P("%d", match_token("n=-5", tok, args));
      P("%d", match_u64(&args[0], &q));
      P("%d %d", match_token("uid=abc", tok, args), match_token("", tok, args));
      P("%d", match_wildcard("a*c", "abbc"));
      P("%d", match_octal(&args[0], &v));
    }
  }
  {
    u8 h[40];
    for (i = 0; i < 40; i++) h[i] = i * 11 + 20;
    print_hex_dump(KERN_INFO, "p ", DUMP_PREFIX_OFFSET, 16, 1, h, 40, true);
    print_hex_dump(KERN_INFO, "", DUMP_PREFIX_NONE, 32, 4, h, 40, false);
    print_hex_dump(KERN_INFO, "x", DUMP_PREFIX_NONE, 17, 8, h, 33, true);
    print_hex_dump_bytes("d ", DUMP_PREFIX_OFFSET, h, 5);
    i = hex_dump_to_buffer(h, 16, 16, 2, b, 20, true);
    P("%d [%s]", i, b);
    i = hex_dump_to_buffer(h, 3, 16, 2, b, 99, true);
    P("%d [%s]", i, b);
    i = hex_dump_to_buffer(h, 0, 16, 1, b, 9, 1);
    P("%d [%s]", i, b);
  }
  {
    int d = 0, n = -1, x = 0, r;
    char s1[10] = "", s2[10] = "", c;
    unsigned u = 0;
    long long ll = 0;
    u8 hh = 0;
    short sh = 0;
    r = sscanf("12 0x1f abc", "%d %i %s", &d, &x, s1);
    P("%d %d %d %s", r, d, x, s1);
    r = sscanf("12abc", "%d%n%s", &d, &n, s1);
    P("%d %d %d %s", r, d, n, s1);
    r = sscanf("ab,cd", "%[a-z],%[^x]", s1, s2);
    P("%d %s %s", r, s1, s2);
    r = sscanf("xyz", "%c%1s%*c", &c, s1);
    P("%d %c %s", r, c, s1);
    r = sscanf("-5 7", "%u %d", &u, &d);
    P("%d", r);
    r = sscanf("123456789012", "%lld", &ll);
    P("%d %lld", r, ll);
    r = sscanf("ff 12", "%hhx %hd", &hh, &sh);
    P("%d %x %d", r, hh, sh);
    r = sscanf("300", "%hhu", &hh);
    P("%d %u", r, hh);
    r = sscanf("12345", "%2d%3d", &d, &x);
    P("%d %d %d", r, d, x);
    r = sscanf("", "%d", &d);
    P("%d", r);
    r = sscanf("a", "%d", &d);
    P("%d", r);
    r = sscanf("5%6", "%d%%%d", &d, &x);
    P("%d %d", r, x);
    r = sscanf("077 08", "%o %i", &u, &x);
    P("%d %u %d", r, u, x);
  }
  return 0;
}
static void __exit corners_exit(void) {}
module_init(corners_init);
module_exit(corners_exit);
