// A small program of the kind that kernel code is made of: words counted in a red-black tree, whose
// nodes come from a slab cache, then sorted by number in a list.
#include <linux/ctype.h>
#include <linux/init.h>
#include <linux/kernel.h>
#include <linux/list.h>
#include <linux/list_sort.h>
#include <linux/module.h>
#include <linux/rbtree.h>
#include <linux/slab.h>
#include <linux/string.h>

static char* text = "the cat and the dog and the bird saw the cat";
module_param(text, charp, 0444);
MODULE_PARM_DESC(text, "words to count");

struct word {
  struct rb_node node;
  struct list_head list;
  unsigned int count;
  char name[24];
};

static struct kmem_cache* cache;
static struct rb_root words = RB_ROOT;
static LIST_HEAD(by_count);

static struct word* find_or_add(const char* name) {
  struct rb_node **link = &words.rb_node, *parent = NULL;
  struct word* word;

  while (*link) {
    int order;

    parent = *link;
    word = rb_entry(parent, struct word, node);
    order = strcmp(name, word->name);
    if (order == 0) return word;
    link = order < 0 ? &parent->rb_left : &parent->rb_right;
  }
  word = kmem_cache_zalloc(cache, GFP_KERNEL);
  if (!word) return NULL;
  strscpy(word->name, name, sizeof(word->name));
  rb_link_node(&word->node, parent, link);
  rb_insert_color(&word->node, &words);
  list_add_tail(&word->list, &by_count);
  return word;
}

static int more_often_first(void* priv, const struct list_head* a, const struct list_head* b) {
  return (int)list_entry(b, struct word, list)->count -
         (int)list_entry(a, struct word, list)->count;
}

static int __init word_tree_init(void) {
  char *copy = kstrdup(text, GFP_KERNEL), *rest = copy, *name;
  struct rb_node* node;
  struct word* word;

  cache = KMEM_CACHE(word, 0);
  if (!copy || !cache) {
    kfree(copy);
    kmem_cache_destroy(cache);
    return -ENOMEM;
  }
  while ((name = strsep(&rest, " "))) {
    word = *name ? find_or_add(name) : NULL;
    if (word) word->count++;
  }
  kfree(copy);
  for (node = rb_first(&words); node; node = rb_next(node)) {
    word = rb_entry(node, struct word, node);
    pr_info("%-8s %u\n", word->name, word->count);
  }
  list_sort(NULL, &by_count, more_often_first);
  word = list_first_entry(&by_count, struct word, list);
  pr_info("most often: %s (%u times)\n", word->name, word->count);
  return 0;
}

static void __exit word_tree_exit(void) {
  struct word *word, *next;

  rbtree_postorder_for_each_entry_safe(word, next, &words, node) kmem_cache_free(cache, word);
  kmem_cache_destroy(cache);
}

module_init(word_tree_init);
module_exit(word_tree_exit);
MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("counts words in a red-black tree");
