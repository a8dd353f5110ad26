// Linear ranges, klists, lockrefs, option parsing, error sequences, timer queues, reciprocals,
// 16-bit strings, base 64.
#include <linux/base64.h>
#include <linux/errseq.h>
#include <linux/klist.h>
#include <linux/linear_range.h>
#include <linux/lockref.h>
#include <linux/module.h>
#include <linux/parser.h>
#include <linux/reciprocal_div.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/timerqueue.h>
#include <linux/ucs2_string.h>

static void ranges(void) {
  static const struct linear_range r[] = {LINEAR_RANGE(100, 0, 9, 10), LINEAR_RANGE(300, 12, 15, 0),
                                          LINEAR_RANGE(1000, 20, 29, 100)};
  static const unsigned int values[] = {0, 99, 100, 105, 190, 191, 250, 300, 301, 1000, 1950, 5000};
  unsigned int i, sel, val;
  bool found;
  pr_info("values %u %u %u\n", linear_range_values_in_range(r),
          linear_range_values_in_range_array(r, 3), linear_range_get_max_value(&r[2]));
  for (i = 0; i < 31; i += 5) {
    int a, b;
    val = 7;
    a = linear_range_get_value(&r[0], i, &val);
    b = linear_range_get_value_array(r, 3, i, &val);
    pr_info("selector %u: %d %d %u\n", i, a, b, val);
  }
  for (i = 0; i < ARRAY_SIZE(values); i++) {
    int low, high, array;
    sel = 99;
    low = linear_range_get_selector_low(&r[0], values[i], &sel, &found);
    pr_info("value %u: low %d %u %d", values[i], low, sel, found);
    high = linear_range_get_selector_high(&r[2], values[i], &sel, &found);
    pr_cont(" high %d %u %d", high, sel, found);
    array = linear_range_get_selector_low_array(r, 3, values[i], &sel, &found);
    pr_cont(" array %d %u %d", array, sel, found);
    linear_range_get_selector_within(&r[2], values[i], &sel);
    pr_cont(" within %u\n", sel);
  }
}

struct item {
  struct klist_node node;
  int id;
};
static void get_item(struct klist_node* n) {
  pr_info("get %d\n", container_of(n, struct item, node)->id);
}
static void put_item(struct klist_node* n) {
  pr_info("put %d\n", container_of(n, struct item, node)->id);
}
static void klists(void) {
  static struct item items[5];
  struct klist list;
  struct klist_iter iter;
  struct klist_node* n;
  int i;
  klist_init(&list, get_item, put_item);
  for (i = 0; i < 5; i++) items[i].id = i;
  klist_add_tail(&items[0].node, &list);
  klist_add_tail(&items[1].node, &list);
  klist_add_head(&items[2].node, &list);
  klist_add_behind(&items[3].node, &items[2].node);
  klist_add_before(&items[4].node, &items[1].node);
  klist_iter_init(&list, &iter);
  while ((n = klist_next(&iter))) {
    pr_info("at %d\n", container_of(n, struct item, node)->id);
    if (n == &items[0].node) {
      klist_del(&items[0].node);
      klist_del(&items[4].node);
      pr_info("attached %d %d\n", klist_node_attached(&items[0].node) != 0,
              klist_node_attached(&items[4].node) != 0);
    }
  }
  klist_iter_exit(&iter);
  klist_iter_init_node(&list, &iter, &items[1].node);
  while ((n = klist_prev(&iter))) pr_info("back %d\n", container_of(n, struct item, node)->id);
  klist_iter_exit(&iter);
  for (i = 1; i < 4; i++) klist_remove(&items[i].node);
}

static void lockrefs(void) {
  struct lockref l = {.count = 1};
  spin_lock_init(&l.lock);
  lockref_get(&l);
  pr_info("lockref %d", l.count);
  pr_cont(" %d", lockref_get_not_zero(&l));
  pr_cont(" %d", lockref_put_return(&l));
  pr_cont(" %d %d", lockref_put_not_zero(&l), lockref_put_not_zero(&l));
  pr_cont(" %d", lockref_put_or_lock(&l));
  lockref_mark_dead(&l);
  spin_unlock(&l.lock);
  pr_cont(" dead %d %d %d\n", l.count < 0, lockref_get_not_dead(&l), lockref_get_not_zero(&l));
}

static void options(void) {
  enum { OPT_INT, OPT_HEX, OPT_OCT, OPT_NAME, OPT_TWO, OPT_SHORT, OPT_UINT, OPT_FLAG, OPT_ERR };
  static const match_table_t table = {
      {OPT_INT, "int=%d"},   {OPT_HEX, "hex=%x"},  {OPT_OCT, "oct=%o"},
      {OPT_NAME, "name=%s"}, {OPT_TWO, "%u:%u%%"}, {OPT_SHORT, "s3=%3s"},
      {OPT_UINT, "uint=%u"}, {OPT_FLAG, "flag"},   {OPT_ERR, NULL}};
  static const char* const words[] = {
      "int=-12", "int=0x1f",  "int=",  "hex=1f", "oct=17", "name=ab", "name=", "3:44%",
      "3:44",    "s3=abcdef", "s3=ab", "uint=7", "flag",   "flags",   "",      "int=99999999999"};
  unsigned int i;
  for (i = 0; i < ARRAY_SIZE(words); i++) {
    substring_t args[MAX_OPT_ARGS] = {{NULL, NULL}};
    char word[32], text[8];
    int value = -1, token, error = 0;
    unsigned int u = 0;
    strscpy(word, words[i], sizeof(word));
    token = match_token(word, table, args);
    if (token == OPT_INT) error = match_int(args, &value);
    if (token == OPT_HEX) error = match_hex(args, &value);
    if (token == OPT_OCT) error = match_octal(args, &value);
    if (token == OPT_UINT) error = match_uint(args, &u);
    pr_info("'%s' token %d error %d value %d %u", word, token, error, error ? 0 : value, u);
    if (token != OPT_ERR && token != OPT_FLAG)
      pr_cont(" first %zu '%s'", match_strlcpy(text, args, sizeof(text)), text);
    pr_cont("\n");
  }
  pr_info("wild %d %d %d %d %d %d\n", match_wildcard("a*c", "abbc"), match_wildcard("a?c", "ac"),
          match_wildcard("*", ""), match_wildcard("*b*", "aaa"), match_wildcard("a*b*c", "axbxxc"),
          match_wildcard("", "x"));
}

static void sequences(void) {
  errseq_t seq = 0, since;
  since = errseq_sample(&seq);
  pr_info("errseq %x %x", since, errseq_set(&seq, -5));
  pr_cont(" check %d", errseq_check(&seq, since));
  pr_cont(" advance %d", errseq_check_and_advance(&seq, &since));
  pr_cont(" %d", errseq_check_and_advance(&seq, &since));
  errseq_set(&seq, -28);
  pr_cont(" %x %d %d\n", seq, errseq_check(&seq, since), errseq_check_and_advance(&seq, &since));
}

static void timers(void) {
  static const int times[] = {50, 10, 30, 10, 20};
  struct timerqueue_head head;
  struct timerqueue_node nodes[5], *n;
  int i;
  timerqueue_init_head(&head);
  for (i = 0; i < 5; i++) {
    timerqueue_init(&nodes[i]);
    nodes[i].expires = times[i];
    pr_info("add %d: first %d\n", times[i], timerqueue_add(&head, &nodes[i]));
  }
  for (n = timerqueue_getnext(&head); n; n = timerqueue_iterate_next(n))
    pr_info("timer %d of %lld\n", (int)(n - nodes), n->expires);
  for (i = 0; i < 5; i++) pr_info("del: more %d\n", timerqueue_del(&head, &nodes[i]));
}

static void reciprocals(void) {
  static const u32 divisors[] = {1, 2, 3, 7, 10, 641, 65536, 1000003, 0x7fffffff};
  unsigned int i;
  for (i = 0; i < ARRAY_SIZE(divisors); i++) {
    struct reciprocal_value r = reciprocal_value(divisors[i]);
    struct reciprocal_value_adv a = reciprocal_value_adv(divisors[i], 32);
    pr_info("1/%u: %x %u %u, %u; %x %u %u %d\n", divisors[i], r.m, r.sh1, r.sh2,
            reciprocal_divide(4000000000u, r), a.m, a.sh, a.exp, a.is_wide_m);
  }
}

static void texts(void) {
  static const ucs2_char_t wide[] = {'a', 0xe9, 0x20ac, 'z', 0}, other[] = {'a', 0xe9, 'b', 0};
  static const char* const coded[] = {"", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9", "Z", "Zm9v!"};
  u8 utf8[16];
  char text[32];
  unsigned int i;
  pr_info("ucs2 %lu %lu %lu %lu %d %d\n", ucs2_strlen(wide), ucs2_strnlen(wide, 2),
          ucs2_strsize(wide, 100), ucs2_utf8size(wide), ucs2_strncmp(wide, other, 2),
          ucs2_strncmp(wide, other, 3));
  for (i = 1; i < 9; i++) {
    unsigned long length;
    memset(utf8, 0xaa, sizeof(utf8));
    length = ucs2_as_utf8(utf8, wide, i);
    pr_info("as utf8 %u: %lu %*ph\n", i, length, 10, utf8);
  }
  for (i = 0; i < 8; i++) {
    int length = base64_encode((const u8*)"foobar\xff\x01", i, text);
    pr_info("base64 %d %.*s\n", length, length, text);
  }
  for (i = 0; i < ARRAY_SIZE(coded); i++) {
    int length;
    memset(text, 0, sizeof(text));
    length = base64_decode(coded[i], strlen(coded[i]), (u8*)text);
    pr_info("decoded '%s': %d\n", coded[i], length);
  }
}

static int __init small_init(void) {
  ranges();
  klists();
  lockrefs();
  options();
  sequences();
  timers();
  reciprocals();
  texts();
  return 0;
}
static void __exit small_exit(void) {}
module_init(small_init);
module_exit(small_exit);
MODULE_LICENSE("GPL");
