// Lists, sorting, trees, bitmaps.
#include <linux/bitmap.h>
#include <linux/bsearch.h>
#include <linux/init.h>
#include <linux/interval_tree.h>
#include <linux/kernel.h>
#include <linux/list.h>
#include <linux/list_sort.h>
#include <linux/llist.h>
#include <linux/module.h>
#include <linux/prandom.h>
#include <linux/rbtree.h>
#include <linux/slab.h>
#include <linux/sort.h>

struct item {
  struct list_head list;
  struct rb_node rb;
  struct llist_node ll;
  struct hlist_node hash;
  int key, serial;
};
static struct item items[64];
static struct rnd_state rnd;

static void show(const char* what, struct list_head* head) {
  struct item* it;
  pr_info("%s:", what);
  list_for_each_entry(it, head, list) pr_cont(" %d.%d", it->key, it->serial);
  pr_cont("\n");
}
static int by_key(void* priv, const struct list_head* a, const struct list_head* b) {
  return list_entry(a, struct item, list)->key - list_entry(b, struct item, list)->key;
}

static void lists(void) {
  LIST_HEAD(head);
  LIST_HEAD(other);
  struct item *it, *next;
  int i;
  for (i = 0; i < 20; i++) {
    items[i].key = prandom_u32_state(&rnd) % 8;
    items[i].serial = i;
    list_add_tail(&items[i].list, &head);
  }
  show("made", &head);
  list_sort(NULL, &head, by_key);
  show("sorted", &head);
  list_move(&items[3].list, &head);
  list_move_tail(&items[4].list, &head);
  list_rotate_left(&head);
  list_for_each_entry_safe(it, next, &head, list) if (it->key == 2) list_del_init(&it->list);
  show("edited", &head);
  list_cut_position(&other, &head, head.next->next->next);
  show("cut", &other);
  list_splice_tail_init(&other, &head);
  show("spliced", &head);
  list_for_each_entry_reverse(it, &head, list) {
    pr_info("last is %d.%d, empty %d singular %d\n", it->key, it->serial, list_empty(&other),
            list_is_singular(&head));
    break;
  }
}

static int compare_ints(const void* a, const void* b) { return *(const int*)a - *(const int*)b; }
static void sorting(void) {
  int values[33], i, key = 500;
  int* found;
  for (i = 0; i < 33; i++) values[i] = prandom_u32_state(&rnd) % 1000;
  values[7] = key;
  sort(values, 33, sizeof(int), compare_ints, NULL);
  for (i = 0; i < 33; i++) pr_info("%s%d", i ? "" : "sort: ", values[i]), pr_cont("\n");
  found = bsearch(&key, values, 33, sizeof(int), compare_ints);
  pr_info("bsearch %d\n", found ? *found : -1);
  key = 1001;
  pr_info("bsearch %p\n", bsearch(&key, values, 33, sizeof(int), compare_ints));
}

static int depth(struct rb_node* n) {
  return n ? 1 + max(depth(n->rb_left), depth(n->rb_right)) : 0;
}
static void preorder(struct rb_node* n) {
  if (!n) return;
  pr_cont(" %d%c", rb_entry(n, struct item, rb)->serial, n->__rb_parent_color & 1 ? 'b' : 'r');
  preorder(n->rb_left);
  preorder(n->rb_right);
}
static void insert(struct rb_root* root, struct item* new) {
  struct rb_node **link = &root->rb_node, *parent = NULL;
  while (*link) {
    parent = *link;
    link = new->key < rb_entry(parent, struct item, rb)->key ? &parent->rb_left : &parent->rb_right;
  }
  rb_link_node(&new->rb, parent, link);
  rb_insert_color(&new->rb, root);
}
static void trees(void) {
  struct rb_root root = RB_ROOT;
  struct rb_node* n;
  struct item *it, *next;
  int i, count = 0;
  for (i = 0; i < 64; i++) {
    items[i].key = prandom_u32_state(&rnd) % 100;
    items[i].serial = i;
    insert(&root, &items[i]);
  }
  pr_info("rb depth %d first %d last %d:", depth(root.rb_node),
          rb_entry(rb_first(&root), struct item, rb)->key,
          rb_entry(rb_last(&root), struct item, rb)->key);
  preorder(root.rb_node);
  pr_cont("\n");
  for (i = 0; i < 64; i += 3) rb_erase(&items[i].rb, &root);
  pr_info("rb erased depth %d:", depth(root.rb_node));
  preorder(root.rb_node);
  pr_cont("\n");
  for (n = rb_first(&root); n; n = rb_next(n)) count++;
  for (n = rb_last(&root); n; n = rb_prev(n)) count += 100;
  items[0].key = items[1].key;
  rb_replace_node(&items[1].rb, &items[0].rb, &root);
  pr_info("rb count %d postorder:", count);
  rbtree_postorder_for_each_entry_safe(it, next, &root, rb) pr_cont(" %d", it->serial);
  pr_cont("\n");
}

static void intervals(void) {
  static struct interval_tree_node nodes[12];
  struct rb_root_cached root = RB_ROOT_CACHED;
  struct interval_tree_node* n;
  int i, q;
  for (i = 0; i < 12; i++) {
    nodes[i].start = prandom_u32_state(&rnd) % 100;
    nodes[i].last = nodes[i].start + prandom_u32_state(&rnd) % 30;
    interval_tree_insert(&nodes[i], &root);
  }
  interval_tree_remove(&nodes[5], &root);
  for (q = 0; q < 100; q += 20) {
    pr_info("overlap %d-%d:", q, q + 9);
    for (n = interval_tree_iter_first(&root, q, q + 9); n; n = interval_tree_iter_next(n, q, q + 9))
      pr_cont(" %lu-%lu", n->start, n->last);
    pr_cont("\n");
  }
}

static void llists(void) {
  LLIST_HEAD(head);
  struct item* it;
  struct llist_node* all;
  int i;
  pr_info("llist %d", llist_add(&items[0].ll, &head));
  for (i = 1; i < 5; i++) pr_cont(" %d", llist_add(&items[i].ll, &head));
  pr_cont(" first %d:", llist_entry(llist_del_first(&head), struct item, ll)->serial);
  all = llist_reverse_order(llist_del_all(&head));
  llist_for_each_entry(it, all, ll) pr_cont(" %d", it->serial);
  pr_cont(" empty %d\n", llist_empty(&head));
}

static void bitmaps(void) {
  DECLARE_BITMAP(a, 100);
  DECLARE_BITMAP(b, 100);
  DECLARE_BITMAP(c, 100);
  unsigned long bit, start, end;
  bitmap_zero(a, 100);
  bitmap_zero(b, 100);
  bitmap_set(a, 10, 50);
  bitmap_clear(a, 20, 3);
  __set_bit(99, a);
  bitmap_set(b, 30, 60);
  pr_info("a %*pbl b %*pbl weight %d %d\n", 100, a, 100, b, bitmap_weight(a, 100),
          bitmap_weight(b, 100));
  pr_info("and %d", bitmap_and(c, a, b, 100));
  pr_cont(" %*pbl\n", 100, c);
  bitmap_or(c, a, b, 100);
  pr_info("or %*pbl\n", 100, c);
  bitmap_xor(c, a, b, 100);
  pr_info("xor %*pbl\n", 100, c);
  bitmap_andnot(c, a, b, 100);
  pr_info("andnot %*pbl\n", 100, c);
  bitmap_complement(c, a, 100);
  pr_info("not %*pbl\n", 100, c);
  bitmap_shift_left(c, a, 37, 100);
  pr_info("shl %*pbl\n", 100, c);
  bitmap_shift_right(c, a, 13, 100);
  pr_info("shr %*pbl\n", 100, c);
  pr_info("equal %d subset %d intersects %d empty %d full %d\n", bitmap_equal(a, b, 100),
          bitmap_subset(a, b, 100), bitmap_intersects(a, b, 100), bitmap_empty(a, 100),
          bitmap_full(a, 100));
  pr_info("find %lu %lu %lu %lu %lu %lu\n", find_first_bit(a, 100), find_first_zero_bit(a, 100),
          find_next_bit(a, 100, 60), find_next_zero_bit(a, 100, 10), find_last_bit(a, 99),
          find_next_bit(a, 100, 100));
  pr_info("area %lu %lu %lu\n", bitmap_find_next_zero_area(a, 100, 0, 10, 0),
          bitmap_find_next_zero_area(a, 100, 5, 10, 7),
          bitmap_find_next_zero_area(a, 100, 0, 60, 0));
  pr_info("region %d", bitmap_find_free_region(a, 100, 3));
  pr_cont(" %d", bitmap_find_free_region(a, 100, 3));
  bitmap_release_region(a, 0, 3);
  pr_cont(" %d\n", bitmap_allocate_region(a, 16, 2));
  for_each_set_bit(bit, a, 100) if (bit % 11 == 0) pr_info("bit %lu\n", bit);
  for_each_set_bitrange(start, end, b, 100) pr_info("range %lu %lu\n", start, end);
  pr_info("parselist %d", bitmap_parselist("1,5-9,20-40:2/5", c, 100));
  pr_cont(" %*pbl %d %d %d\n", 100, c, bitmap_parselist("100", c, 100),
          bitmap_parselist("5-3", c, 100), bitmap_parselist("x", c, 100));
  pr_info("parse %d", bitmap_parse("f,00000001,80000000", UINT_MAX, c, 100));
  pr_cont(" %*pb %d\n", 100, c, bitmap_parse("g", UINT_MAX, c, 100));
  pr_info("hweight %d %d %d %d ilog2 %d roundup %lu\n", hweight8(0xf1), hweight16(0xffff),
          hweight32(0x12345678), hweight64(0x8000000000000001ull), ilog2(1000),
          roundup_pow_of_two(1000));
}

static int __init structures_init(void) {
  prandom_seed_state(&rnd, 12345);
  lists();
  sorting();
  trees();
  intervals();
  llists();
  bitmaps();
  return 0;
}
static void __exit structures_exit(void) {}
module_init(structures_init);
module_exit(structures_exit);
MODULE_LICENSE("GPL");
