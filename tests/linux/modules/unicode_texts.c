// UTF-8, -16, -32 and back, with every kind of wrong sequence; character sets; texts of a seq_file.
#include <linux/crc32.h>
#include <linux/module.h>
#include <linux/nls.h>
#include <linux/seq_file.h>
#include <linux/slab.h>

static void points(void) {
  static const unicode_t codes[] = {0,          1,          0x7f,      0x80,     0x7ff,    0x800,
                                    0xd7ff,     0xd800,     0xdbff,    0xdfff,   0xe000,   0xfffe,
                                    0xffff,     0x10000,    0x10ffff,  0x110000, 0x1fffff, 0x200000,
                                    0x7fffffff, 0x80000000, 0xffffffff};
  int i, room;

  for (i = 0; i < ARRAY_SIZE(codes); i++)
    for (room = 0; room < 6; room++) {
      u8 out[8];
      unicode_t back = 0x12345678;
      int ret;

      memset(out, 0xee, 8);
      ret = utf32_to_utf8(codes[i], out, room);
      if (ret < 0) {
        if (room == 0 || room == 5) pr_info("%x in %d: %d, %8ph\n", codes[i], room, ret, out);
        continue;
      }
      pr_info("%x in %d: %d, %8ph, back %d", codes[i], room, ret, out,
              utf8_to_utf32(out, ret, &back));
      pr_cont(" %x\n", back);
    }
  pr_info("nowhere: %d\n", utf32_to_utf8('a', NULL, 3));
}

static void sequences(void) {
  static const char* const texts[] = {"a",
                                      "\x80",
                                      "\xbf",
                                      "\xc0\x80",
                                      "\xc1\xbf",
                                      "\xc2\x80",
                                      "\xc2",
                                      "\xc2"
                                      "a",
                                      "\xe0\x80\x80",
                                      "\xe0\x9f\xbf",
                                      "\xe0\xa0\x80",
                                      "\xed\xa0\x80",
                                      "\xef\xbf\xbf",
                                      "\xf0\x8f\xbf\xbf",
                                      "\xf0\x90\x80\x80",
                                      "\xf4\x8f\xbf\xbf",
                                      "\xf4\x90\x80\x80",
                                      "\xf8\x88\x80\x80\x80",
                                      "\xfc\x84\x80\x80\x80\x80",
                                      "\xfe\x80\x80\x80\x80\x80\x80",
                                      "\xff",
                                      "\xe2\x82\xac!",
                                      "\xe2\x82"};
  int i, len;

  for (i = 0; i < ARRAY_SIZE(texts); i++)
    for (len = 1; len <= strlen(texts[i]); len++) {
      unicode_t u = 0x777;
      int ret = utf8_to_utf32(texts[i], len, &u);

      pr_info("%*ph: %d %x\n", len, texts[i], ret, u);
    }
}

static void strings(void) {
  static const char* const texts[] = {"plain",
                                      "h\xc3\xa9llo \xe2\x82\xac \xf0\x9f\x98\x80!",
                                      "cut\xe2\x82",
                                      "bad\xff"
                                      "x",
                                      "",
                                      "\xf0\x9f\x98\x80"};
  static const wchar_t wide[] = {'a',    0xd83d, 0xde00, 0xde00, 'b',  0xd83d, 'c', 0xd83d,
                                 0xd83d, 0xde00, 0x20ac, 0xffff, 0xe9, 0xd83d, 0,   'z'};
  wchar_t out[40];
  u8 bytes[80];
  int i, end, room, ret;

  for (i = 0; i < ARRAY_SIZE(texts); i++)
    for (end = 0; end < 3; end++)
      for (room = 0; room < 20; room += 3) {
        memset(out, 0xee, sizeof(out));
        ret = utf8s_to_utf16s(texts[i], strlen(texts[i]) + 1, end, out, room);
        pr_info("%d order %d room %d: %d, %*ph\n", i, end, room, ret, 32, out);
        if (ret <= 0) continue;
        memset(bytes, 0xee, sizeof(bytes));
        ret = utf16s_to_utf8s(out, ret, end, bytes, sizeof(bytes));
        pr_info("  back %d %*ph\n", ret, 32, bytes);
      }
  for (i = 0; i <= ARRAY_SIZE(wide); i++)
    for (room = 1; room < 30; room += 4) {
      memset(bytes, 0xee, sizeof(bytes));
      ret = utf16s_to_utf8s(wide, i, UTF16_HOST_ENDIAN, bytes, room);
      pr_info("%d wide in %d: %d %*ph\n", i, room, ret, 30, bytes);
    }
}

static int star(wchar_t uni, unsigned char* out, int boundlen) {
  *out = '*';
  return 1;
}

static struct nls_table own = {.charset = "own", .alias = "alias", .uni2char = star};

static void tables(void) {
  struct nls_table* nls = load_nls_default();
  unsigned char c = 0;
  wchar_t w = 0;
  int i;

  pr_info("default: %s, alias %s, null %d, cases %08x %08x\n", nls->charset, nls->alias ?: "none",
          nls_nullsize(nls), crc32(0, nls->charset2lower, 256), crc32(0, nls->charset2upper, 256));
  pr_info("A %c, e %c, 0 %d, compare %d %d\n", nls_tolower(nls, 'A'), nls_toupper(nls, 'e'),
          nls_tolower(nls, 0), nls_strnicmp(nls, "HeLLo", "hEllO", 5),
          nls_strnicmp(nls, "HeLLo", "hEllA", 5));
  for (i = 0; i < 0x300; i += 0x55) {
    int to = nls->uni2char(i, &c, 1), from = nls->char2uni((u8[]){i}, 1, &w);

    pr_info("%x: %d %x, %d %x\n", i, to, c, from, w);
  }
  pr_info("no room: %d\n", nls->uni2char('a', &c, 0));
  unload_nls(nls);
  pr_info("none: %p %d\n", load_nls("never heard of"), load_nls("default") == nls);
  pr_info("register %d", register_nls(&own));
  pr_cont(" %d", register_nls(&own));
  pr_cont(", found %d %d, null %d", load_nls("own") == &own, load_nls("alias") == &own,
          nls_nullsize(&own));
  unload_nls(&own);
  unload_nls(&own);
  unload_nls(NULL);
  pr_cont(", unregister %d", unregister_nls(&own));
  pr_cont(" %d, found %p\n", unregister_nls(&own), load_nls("own"));
}

static char text[300];

static void show(struct seq_file* m) {
  pr_info("%zu of %zu: '%.*s'\n", m->count, m->size, (int)m->count, text);
  m->count = 0;
}

static void numbers(void) {
  static const long long values[] = {0, 9, 10, -1, -9, -10, 123456789, LLONG_MAX, LLONG_MIN};
  struct seq_file m = {.buf = text};
  int size, i;

  for (size = 0; size < 26; size += size < 12 ? 1 : 4)
    for (i = 0; i < ARRAY_SIZE(values); i++) {
      memset(text, '.', sizeof(text));
      m.size = size;
      seq_put_decimal_ll(&m, i & 1 ? ", " : ",", values[i]);
      show(&m);
      seq_put_decimal_ull(&m, i & 2 ? NULL : "", values[i]);
      show(&m);
    }
  for (size = 10; size < 290; size += 70) {
    m.size = size;
    seq_escape_mem(&m, "tab\tnl\n\\x\x01\xff", 13, ESCAPE_ANY, NULL);
    show(&m);
    seq_escape(&m, "a b=c\td", " =");
    show(&m);
    seq_hex_dump(&m, "off ", DUMP_PREFIX_OFFSET, 16, 4, "The quick brown fox jumps", 25, true);
    show(&m);
    seq_hex_dump(&m, "none ", DUMP_PREFIX_NONE, 17, 1, "The quick brown fox jumps", 25, false);
    show(&m);
  }
}

struct item {
  int n;
  struct list_head list;
  struct hlist_node node;
};

static void lists(void) {
  static struct item items[3];
  static DEFINE_PER_CPU(struct hlist_head, heads);
  LIST_HEAD(list);
  HLIST_HEAD(head);
  struct hlist_node* n;
  struct list_head* l;
  loff_t pos;
  int i, cpu = -5;

  for (i = 2; i >= 0; i--) {
    items[i].n = i;
    list_add(&items[i].list, &list);
    hlist_add_head(&items[i].node, &head);
    hlist_add_head(&items[i].node, &head);
  }
  for (pos = 0; pos < 5; pos++) {
    l = seq_list_start_rcu(&list, pos);
    pr_info("from %lld: %d, with head %d", pos, l ? list_entry(l, struct item, list)->n : -1,
            seq_list_start_head_rcu(&list, pos) == &list);
  }
  INIT_HLIST_HEAD(&head);
  for (i = 2; i >= 0; i--) hlist_add_head(&items[i].node, &head);
  pos = 0;
  for (l = seq_list_start_rcu(&list, 0); l; l = seq_list_next_rcu(l, &list, &pos))
    pr_info("item %d at %lld\n", list_entry(l, struct item, list)->n, pos);
  pos = 0;
  for (n = seq_hlist_start_head_rcu(&head, 0); n; n = seq_hlist_next_rcu(n, &head, &pos))
    pr_info("node %d at %lld\n", n == SEQ_START_TOKEN ? -1 : hlist_entry(n, struct item, node)->n,
            pos);
  pr_info("start %d %d\n", seq_hlist_start_head(&head, 0) == SEQ_START_TOKEN,
          seq_hlist_start_rcu(&head, 3) == NULL);
  INIT_HLIST_HEAD(this_cpu_ptr(&heads));
  pr_info("per cpu: %d", seq_hlist_start_percpu(&heads, &cpu, 0) == NULL);
  hlist_move_list(&head, this_cpu_ptr(&heads));
  pos = 1;
  for (n = seq_hlist_start_percpu(&heads, &cpu, 1); n;
       n = seq_hlist_next_percpu(n, &heads, &cpu, &pos))
    pr_cont(" %d of %d at %lld", hlist_entry(n, struct item, node)->n, cpu, pos);
  pr_cont("\n");
}

static int __init unicode_texts_init(void) {
  points();
  sequences();
  strings();
  tables();
  numbers();
  lists();
  return 0;
}

static void __exit unicode_texts_exit(void) {}

module_init(unicode_texts_init);
module_exit(unicode_texts_exit);
MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("Unicode, character sets, texts of files");
