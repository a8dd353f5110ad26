// The interface of B+trees over red-black trees, an entry each. Linux: 6.1 lib/btree.c.
//
// head->node is the root. Keys are compared word by word as Linux does it, and walks go from the
// highest key down.
#include <linux/btree.h>
#include <linux/bug.h>
#include <linux/export.h>
#include <linux/rbtree.h>
#include <linux/slab.h>
#include <linux/string.h>

#define ENTRY_SIZE 128
#define KEY_WORDS_MAX 4

struct btree_geo {
  int keylen;
};
struct btree_geo btree_geo32 = {1};
EXPORT_SYMBOL_GPL(btree_geo32);
struct btree_geo btree_geo64 = {2};
EXPORT_SYMBOL_GPL(btree_geo64);
struct btree_geo btree_geo128 = {4};
EXPORT_SYMBOL_GPL(btree_geo128);

struct entry {
  struct rb_node rb;
  void* value;
  unsigned long key[KEY_WORDS_MAX];
};
static struct entry* entry_of(struct rb_node* node) { return rb_entry(node, struct entry, rb); }
static struct rb_node** root_of(struct btree_head* head) { return (struct rb_node**)&head->node; }

void* btree_alloc(gfp_t gfp_mask, void* pool_data) { return kmalloc(ENTRY_SIZE, gfp_mask); }
EXPORT_SYMBOL_GPL(btree_alloc);
void btree_free(void* element, void* pool_data) { kfree(element); }
EXPORT_SYMBOL_GPL(btree_free);
void btree_init_mempool(struct btree_head* head, mempool_t* mempool) {
  *head = (struct btree_head){.mempool = mempool};
}
EXPORT_SYMBOL_GPL(btree_init_mempool);
int btree_init(struct btree_head* head) {
  btree_init_mempool(head, mempool_create(0, btree_alloc, btree_free, NULL));
  return head->mempool ? 0 : -ENOMEM;
}
EXPORT_SYMBOL_GPL(btree_init);

static void remove_entry(struct btree_head* head, struct entry* entry) {
  struct rb_root root = {*root_of(head)};
  rb_erase(&entry->rb, &root);
  *root_of(head) = root.rb_node;
  mempool_free(entry, head->mempool);
}
void btree_destroy(struct btree_head* head) {
  mempool_free(head->node, head->mempool);
  mempool_destroy(head->mempool);
  head->mempool = NULL;
}
EXPORT_SYMBOL_GPL(btree_destroy);

static int compare(const struct btree_geo* geo, const unsigned long* a, const unsigned long* b) {
  int i;
  for (i = 0; i < geo->keylen; i++) {
    if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
  }
  return 0;
}
static void copy_key(const struct btree_geo* geo, unsigned long* to, const unsigned long* from) {
  memcpy(to, from, geo->keylen * sizeof(*to));
}

// The entry with the key; else NULL, and the place where it would be.
static struct entry* find(struct btree_head* head, const struct btree_geo* geo,
                          const unsigned long* key, struct rb_node** parent,
                          struct rb_node*** link) {
  *parent = NULL;
  for (*link = root_of(head); **link;) {
    struct entry* entry = entry_of(**link);
    int order = compare(geo, key, entry->key);
    if (!order) return entry;
    *parent = **link;
    *link = order < 0 ? &(*parent)->rb_left : &(*parent)->rb_right;
  }
  return NULL;
}
static struct entry* lookup(struct btree_head* head, const struct btree_geo* geo,
                            const unsigned long* key) {
  struct rb_node *parent, **link;
  return find(head, geo, key, &parent, &link);
}

void* btree_lookup(struct btree_head* head, struct btree_geo* geo, unsigned long* key) {
  struct entry* entry = lookup(head, geo, key);
  return entry ? entry->value : NULL;
}
EXPORT_SYMBOL_GPL(btree_lookup);
int btree_update(struct btree_head* head, struct btree_geo* geo, unsigned long* key, void* val) {
  struct entry* entry = lookup(head, geo, key);
  if (!entry) return -ENOENT;
  entry->value = val;
  return 0;
}
EXPORT_SYMBOL_GPL(btree_update);

// Of two equal keys the later one is found last by a walk, as in Linux.
int btree_insert(struct btree_head* head, struct btree_geo* geo, unsigned long* key, void* val,
                 gfp_t gfp) {
  struct rb_root root;
  struct rb_node *parent, **link;
  struct entry* entry;
  BUG_ON(!val);
  entry = mempool_alloc(head->mempool, gfp);
  if (!entry) return -ENOMEM;
  memset(entry, 0, sizeof(*entry));
  entry->value = val;
  copy_key(geo, entry->key, key);
  if (find(head, geo, key, &parent, &link)) {
    parent = *link;
    for (link = &parent->rb_left; *link; link = &parent->rb_right) parent = *link;
  }
  root.rb_node = *root_of(head);
  rb_link_node(&entry->rb, parent, parent ? link : &root.rb_node);
  rb_insert_color(&entry->rb, &root);
  *root_of(head) = root.rb_node;
  return 0;
}
EXPORT_SYMBOL_GPL(btree_insert);

void* btree_remove(struct btree_head* head, struct btree_geo* geo, unsigned long* key) {
  struct entry* entry = lookup(head, geo, key);
  void* value = entry ? entry->value : NULL;
  if (entry) remove_entry(head, entry);
  return value;
}
EXPORT_SYMBOL_GPL(btree_remove);

static struct entry* highest(struct btree_head* head) {
  struct rb_root root = {*root_of(head)};
  struct rb_node* node = rb_last(&root);
  return node ? entry_of(node) : NULL;
}
void* btree_last(struct btree_head* head, struct btree_geo* geo, unsigned long* key) {
  struct entry* entry = highest(head);
  if (!entry) return NULL;
  copy_key(geo, key, entry->key);
  return entry->value;
}
EXPORT_SYMBOL_GPL(btree_last);

void* btree_get_prev(struct btree_head* head, struct btree_geo* geo, unsigned long* key) {
  struct rb_node* node = *root_of(head);
  struct entry* best = NULL;
  while (node) {
    if (compare(geo, entry_of(node)->key, key) < 0) {
      best = entry_of(node);
      node = node->rb_right;
    } else {
      node = node->rb_left;
    }
  }
  if (!best) return NULL;
  copy_key(geo, key, best->key);
  return best->value;
}
EXPORT_SYMBOL_GPL(btree_get_prev);

int btree_merge(struct btree_head* target, struct btree_head* victim, struct btree_geo* geo,
                gfp_t gfp) {
  unsigned long key[KEY_WORDS_MAX];
  void* value;
  BUG_ON(target == victim);
  while ((value = btree_last(victim, geo, key)) != NULL) {
    int error = btree_insert(target, geo, key, value, gfp);
    if (error) return error;
    btree_remove(victim, geo, key);
  }
  return 0;
}
EXPORT_SYMBOL_GPL(btree_merge);

size_t btree_visitor(struct btree_head* head, struct btree_geo* geo, unsigned long opaque,
                     btree_visit_t func, void* func2) {
  struct entry* entry = highest(head);
  size_t count = 0;
  while (entry) {
    struct rb_node* lower = rb_prev(&entry->rb);
    func(entry->value, opaque, entry->key, count++, func2);
    entry = lower ? entry_of(lower) : NULL;
  }
  return count;
}
EXPORT_SYMBOL_GPL(btree_visitor);
size_t btree_grim_visitor(struct btree_head* head, struct btree_geo* geo, unsigned long opaque,
                          btree_visit_t func, void* func2) {
  struct entry* entry;
  size_t count = 0;
  while ((entry = highest(head)) != NULL) {
    void* value = entry->value;
    unsigned long key[KEY_WORDS_MAX];
    copy_key(geo, key, entry->key);
    remove_entry(head, entry);
    func(value, opaque, key, count++, func2);
  }
  return count;
}
EXPORT_SYMBOL_GPL(btree_grim_visitor);

// Adapters from btree_visit_t to functions with typed keys.
#define DEFINE_VISITOR(name, type, words, ...)                                           \
  typedef void (*name##_t)(void* elem, unsigned long opaque, __VA_ARGS__, size_t index); \
  void name(void* elem, unsigned long opaque, unsigned long* words, size_t index, void* func)
DEFINE_VISITOR(visitorl, unsigned long, key, unsigned long) {
  ((visitorl_t)func)(elem, opaque, *key, index);
}
EXPORT_SYMBOL_GPL(visitorl);
DEFINE_VISITOR(visitor32, u32, key, u32) { ((visitor32_t)func)(elem, opaque, *(u32*)key, index); }
EXPORT_SYMBOL_GPL(visitor32);
DEFINE_VISITOR(visitor64, u64, key, u64) { ((visitor64_t)func)(elem, opaque, *(u64*)key, index); }
EXPORT_SYMBOL_GPL(visitor64);
DEFINE_VISITOR(visitor128, u64, key, u64, u64) {
  ((visitor128_t)func)(elem, opaque, ((u64*)key)[0], ((u64*)key)[1], index);
}
EXPORT_SYMBOL_GPL(visitor128);
