// Strings and memory blocks.
#include <linux/ctype.h>
#include <linux/init.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/string_helpers.h>

#define NUM(expr) pr_info(#expr " = %ld\n", (long)(expr))
#define STR(expr) pr_info(#expr " = \"%s\"\n", (expr))
static char a[64], b[64];

static void compare(void) {
  volatile const char* x = "abcdef";
  const char* s = (const char*)x;
  NUM(strcmp(s, "abcdef"));
  NUM(strcmp(s, "abcdeg"));
  NUM(strcmp(s, "abc\xff"));
  NUM(strcmp(s, "abc"));
  NUM(strncmp(s, "abcxxx", 3));
  NUM(strncmp(s, "abcxxx", 4));
  NUM(strcasecmp(s, "ABCDEF"));
  NUM(strcasecmp(s, "ABCDEZ") < 0);
  NUM(strncasecmp(s, "ABCxyz", 3));
  NUM(memcmp(s, "abcdef", 6));
  NUM(memcmp(s, "abcdeg", 6) < 0);
  NUM(memcmp(s, "abb", 3) > 0);
  NUM(strlen(s));
  NUM(strnlen(s, 3));
  NUM(sysfs_streq("on\n", "on"));
  NUM(sysfs_streq("on\n", "off"));
  NUM(strstarts(s, "abc"));
  NUM(str_has_prefix(s, "abd"));
}

static void search(void) {
  const char* s = "hello world";
  NUM(strchr(s, 'o') - s);
  NUM(strrchr(s, 'o') - s);
  NUM(strchr(s, 'z') == NULL);
  NUM(strchr(s, 0) - s);
  NUM(strchrnul(s, 'z') - s);
  NUM(strnchr(s, 4, 'o') == NULL);
  NUM(strnchr(s, 5, 'o') - s);
  NUM(strstr(s, "wor") - s);
  NUM(strstr(s, "worx") == NULL);
  NUM(strnstr(s, "lo", 4) == NULL);
  NUM(strnstr(s, "lo", 5) - s);
  NUM(strspn(s, "ehlo"));
  NUM(strcspn(s, " w"));
  NUM(strpbrk(s, "xyzw") - s);
  NUM((char*)memchr(s, 'w', 11) - s);
  NUM(memchr(s, 'z', 11) == NULL);
  NUM((char*)memscan((void*)s, 'w', 11) - s);
  memset(a, 7, sizeof(a));
  a[37] = 8;
  NUM((char*)memchr_inv(a, 7, sizeof(a)) - a);
  NUM(memchr_inv(a, 7, 37) == NULL);
}

static void copy(void) {
  memset(a, 'x', sizeof(a));
  NUM(strscpy(a, "hello", sizeof(a)));
  STR(a);
  NUM(strscpy(a, "hello", 4));
  STR(a);
  NUM(strscpy_pad(a, "hi", 10));
  NUM(a[9]);
  NUM(a[10]);
  NUM(strlcpy(a, "longer text", 5));
  STR(a);
  STR(strcpy(a, "abc"));
  STR(strcat(a, "def"));
  STR(strncat(a, "ghijkl", 3));
  NUM(strlcat(a, "XYZ", 11));
  STR(a);
  memset(b, 'y', sizeof(b));
  strncpy(b, "12", 5);
  NUM(b[4]);
  NUM(b[5]);
  strcpy(a, "0123456789");
  memmove(a + 2, a, 8);
  STR(a);
  strcpy(a, "0123456789");
  memmove(a, a + 3, 7);
  STR(a);
  memcpy_and_pad(b, 10, "abc", 4, '#');
  pr_info("%10ph\n", b);
  memset16((u16*)b, 0x1234, 3);
  memset32((u32*)(b + 6), 0xdeadbeef, 2);
  memset64((u64*)(b + 14), 0x1122334455667788ull, 1);
  pr_info("%22phN\n", b);
}

static void edit(void) {
  char *rest, *word;
  strcpy(a, "  trim me \t\n");
  STR(strim(a));
  STR(skip_spaces("   x y"));
  strcpy(a, "a,b;;c");
  for (rest = a; (word = strsep(&rest, ",;"));) STR(word);
  strcpy(a, "a-b-c");
  strreplace(a, '-', '+');
  STR(a);
  STR(kbasename("/a/b/c.txt"));
  STR(kbasename("plain"));
  {
    static const char* const names[] = {"zero", "one", "two", NULL};
    NUM(match_string(names, 3, "one"));
    NUM(match_string(names, 3, "three"));
    NUM(sysfs_match_string(names, "two\n"));
  }
}

static void duplicates(void) {
  char *s = kstrdup("duplicate", GFP_KERNEL), *t = kstrndup("truncated", 4, GFP_KERNEL);
  char *u = kmemdup_nul("nul", 2, GFP_KERNEL), *v = kasprintf(GFP_KERNEL, "%d+%s", 7, "seven");
  u8* m = kmemdup("\1\2\3", 3, GFP_KERNEL);
  int argc = 0;
  char** argv = argv_split(GFP_KERNEL, "  one two   three ", &argc);
  STR(s);
  STR(t);
  STR(u);
  STR(v);
  pr_info("%3ph\n", m);
  NUM(argc);
  STR(argv[0]);
  STR(argv[2]);
  NUM(argv[3] == NULL);
  argv_free(argv);
  s = krealloc(s, 100, GFP_KERNEL);
  STR(s);
  kfree(s);
  kfree(t);
  kfree(u);
  kfree(v);
  kfree(m);
  NUM(kstrdup(NULL, GFP_KERNEL) == NULL);
}

static void helpers(void) {
  static const struct {
    u64 size, block;
  } sizes[] = {{0, 512},     {1, 1},     {12, 1},      {999, 1},     {1000, 1},
               {1023, 1},    {1024, 1},  {1536, 1},    {10000, 512}, {123456789, 1},
               {8192, 4096}, {~0ull, 1}, {~0ull, 512}, {1999999, 1}, {4095, 1024}};
  int i;
  for (i = 0; i < ARRAY_SIZE(sizes); i++) {
    string_get_size(sizes[i].size, sizes[i].block, STRING_UNITS_10, a, sizeof(a));
    string_get_size(sizes[i].size, sizes[i].block, STRING_UNITS_2, b, sizeof(b));
    pr_info("size %llu*%llu = %s = %s\n", sizes[i].size, sizes[i].block, a, b);
  }
  strcpy(a, "\\n\\t\\x41\\101\\\\\\\"\\e\\q\\0");
  NUM(string_unescape(a, b, sizeof(b), UNESCAPE_ANY));
  pr_info("%16ph\n", b);
  NUM(string_unescape(a, b, sizeof(b), UNESCAPE_SPACE));
  pr_info("%16ph\n", b);
  NUM(string_unescape(a, b, 4, UNESCAPE_ANY));
  NUM(string_escape_mem("\n\t\\\"a\0\x7f\x80", 8, b, sizeof(b), ESCAPE_ANY, NULL));
  pr_info("%.*s\n", string_escape_mem("\n\t\\\"a\0\x7f\x80", 8, b, sizeof(b), ESCAPE_ANY_NP, NULL),
          b);
  pr_info("%.*s\n", string_escape_mem("\n\t\\\"a\0\x7f\x80", 8, b, sizeof(b), ESCAPE_HEX, "\n\t"),
          b);
  pr_info("%.*s\n", string_escape_mem("abc\n", 4, b, sizeof(b), ESCAPE_OCTAL, NULL), b);
  pr_info(
      "%.*s\n",
      string_escape_mem("a\nb\xe9", 4, b, sizeof(b), ESCAPE_SPACE | ESCAPE_HEX | ESCAPE_NAP, NULL),
      b);
  NUM(string_escape_mem("\n\t\\", 3, b, 2, ESCAPE_SPACE, NULL));
  for (i = 0; i < 256; i += 16) pr_info("ctype %02x: %16ph\n", i, _ctype + i);
  NUM(toupper('q'));
  NUM(tolower(0xc0));
}

static int __init strings_init(void) {
  compare();
  search();
  copy();
  edit();
  duplicates();
  helpers();
  return 0;
}
static void __exit strings_exit(void) {}
module_init(strings_init);
module_exit(strings_exit);
MODULE_LICENSE("GPL");
