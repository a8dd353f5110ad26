// Resources of devices: a list of nodes at each device, each with what undoes it. Groups are two
// nodes that open and close a stretch of the list. Linux: 6.1 drivers/base/devres.c.
#include "devres.h"

#include <linux/bug.h>
#include <linux/export.h>
#include <linux/list.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/string.h>

#include "../bug_at.h"

#define FILE_IN_LINUX "drivers/base/devres.c"

struct devres_group {
  struct devres_node node[2];
  void* id;
  int color;
};

static void group_open_release(struct device* dev, void* res) {}
static void group_close_release(struct device* dev, void* res) {}

static struct devres* to_devres(void* res) { return container_of(res, struct devres, data[0]); }
static struct devres_group* node_to_group(struct devres_node* node) {
  if (node->release == group_open_release) return container_of(node, struct devres_group, node[0]);
  if (node->release == group_close_release) return container_of(node, struct devres_group, node[1]);
  return NULL;
}

static struct devres* alloc_dr(dr_release_t release, const char* name, size_t size, gfp_t gfp,
                               unsigned long caller) {
  size_t total;
  struct devres* dr;
  if (check_add_overflow(sizeof(struct devres), size, &total)) return NULL;
  dr = __kmalloc_node_track_caller(total, gfp, NUMA_NO_NODE, caller);
  if (unlikely(!dr)) return NULL;
  memset(dr, 0, offsetof(struct devres, data));
  INIT_LIST_HEAD(&dr->node.entry);
  dr->node.release = release;
  dr->node.name = name;
  dr->node.size = size;
  return dr;
}

void* __devres_alloc_node(dr_release_t release, size_t size, gfp_t gfp, int nid, const char* name) {
  struct devres* dr = alloc_dr(release, name, size, gfp | __GFP_ZERO, _RET_IP_);
  return dr ? dr->data : NULL;
}
EXPORT_SYMBOL_GPL(__devres_alloc_node);

static void add_dr(struct device* dev, struct devres_node* node) {
  BUG_ON_AT(!list_empty(&node->entry), FILE_IN_LINUX, 132);
  list_add_tail(&node->entry, &dev->devres_head);
}

void devres_free(void* res) {
  if (!res) return;
  BUG_ON_AT(!list_empty(&to_devres(res)->node.entry), FILE_IN_LINUX, 225);
  kfree(to_devres(res));
}
EXPORT_SYMBOL_GPL(devres_free);

void devres_add(struct device* dev, void* res) {
  unsigned long flags;
  spin_lock_irqsave(&dev->devres_lock, flags);
  add_dr(dev, &to_devres(res)->node);
  spin_unlock_irqrestore(&dev->devres_lock, flags);
}
EXPORT_SYMBOL_GPL(devres_add);

static struct devres* find_dr(struct device* dev, dr_release_t release, dr_match_t match,
                              void* match_data) {
  struct devres_node* node;
  list_for_each_entry_reverse(node, &dev->devres_head, entry) {
    struct devres* dr = container_of(node, struct devres, node);
    if (node->release != release) continue;
    if (!match || match(dev, dr->data, match_data)) return dr;
  }
  return NULL;
}

void devres_for_each_res(struct device* dev, dr_release_t release, dr_match_t match,
                         void* match_data, void (*fn)(struct device*, void*, void*), void* data) {
  struct devres_node *node, *next;
  unsigned long flags;
  if (!fn) return;
  spin_lock_irqsave(&dev->devres_lock, flags);
  list_for_each_entry_safe_reverse(node, next, &dev->devres_head, entry) {
    struct devres* dr = container_of(node, struct devres, node);
    if (node->release != release) continue;
    if (match && !match(dev, dr->data, match_data)) continue;
    fn(dev, dr->data, data);
  }
  spin_unlock_irqrestore(&dev->devres_lock, flags);
}
EXPORT_SYMBOL_GPL(devres_for_each_res);

void* devres_find(struct device* dev, dr_release_t release, dr_match_t match, void* match_data) {
  struct devres* dr;
  unsigned long flags;
  spin_lock_irqsave(&dev->devres_lock, flags);
  dr = find_dr(dev, release, match, match_data);
  spin_unlock_irqrestore(&dev->devres_lock, flags);
  return dr ? dr->data : NULL;
}
EXPORT_SYMBOL_GPL(devres_find);

void* devres_get(struct device* dev, void* new_res, dr_match_t match, void* match_data) {
  struct devres* fresh = to_devres(new_res);
  struct devres* dr;
  unsigned long flags;
  spin_lock_irqsave(&dev->devres_lock, flags);
  dr = find_dr(dev, fresh->node.release, match, match_data);
  if (!dr) {
    add_dr(dev, &fresh->node);
    dr = fresh;
    new_res = NULL;
  }
  spin_unlock_irqrestore(&dev->devres_lock, flags);
  devres_free(new_res);
  return dr->data;
}
EXPORT_SYMBOL_GPL(devres_get);

void* devres_remove(struct device* dev, dr_release_t release, dr_match_t match, void* match_data) {
  struct devres* dr;
  unsigned long flags;
  spin_lock_irqsave(&dev->devres_lock, flags);
  dr = find_dr(dev, release, match, match_data);
  if (dr) list_del_init(&dr->node.entry);
  spin_unlock_irqrestore(&dev->devres_lock, flags);
  return dr ? dr->data : NULL;
}
EXPORT_SYMBOL_GPL(devres_remove);

int devres_destroy(struct device* dev, dr_release_t release, dr_match_t match, void* match_data) {
  void* res = devres_remove(dev, release, match, match_data);
  if (unlikely(!res)) return -ENOENT;
  devres_free(res);
  return 0;
}
EXPORT_SYMBOL_GPL(devres_destroy);

int devres_release(struct device* dev, dr_release_t release, dr_match_t match, void* match_data) {
  void* res = devres_remove(dev, release, match, match_data);
  if (unlikely(!res)) return -ENOENT;
  (*release)(dev, res);
  devres_free(res);
  return 0;
}
EXPORT_SYMBOL_GPL(devres_release);

// Moves the nodes [first, end) to `todo`, and with them the groups that lie in there as a whole;
// the groups of which only a part does stay. How many resources are in todo.
static int remove_nodes(struct device* dev, struct list_head* first, struct list_head* end,
                        struct list_head* todo) {
  struct devres_node *node, *next;
  int count = 0, groups = 0;
  node = list_entry(first, struct devres_node, entry);
  list_for_each_entry_safe_from(node, next, end, entry) {
    struct devres_group* group = node_to_group(node);
    if (group) {
      group->color = 0;
      groups++;
      continue;
    }
    if (&node->entry == first) first = first->next;
    list_move_tail(&node->entry, todo);
    count++;
  }
  if (!groups) return count;
  node = list_entry(first, struct devres_node, entry);
  list_for_each_entry_safe_from(node, next, end, entry) {
    struct devres_group* group = node_to_group(node);
    group->color++;
    if (list_empty(&group->node[1].entry)) group->color++;
    if (group->color == 2) {
      list_move_tail(&group->node[0].entry, todo);
      list_del_init(&group->node[1].entry);
    }
  }
  return count;
}

static void release_nodes(struct device* dev, struct list_head* todo) {
  struct devres_node *node, *next;
  list_for_each_entry_safe_reverse(node, next, todo, entry) {
    node->release(dev, container_of(node, struct devres, node)->data);
    kfree(node);
  }
}

void devres_release_all(struct device* dev) {
  unsigned long flags;
  LIST_HEAD(todo);
  if (WARN_ON_AT(!dev->devres_head.next, FILE_IN_LINUX, 521) || list_empty(&dev->devres_head))
    return;
  spin_lock_irqsave(&dev->devres_lock, flags);
  remove_nodes(dev, dev->devres_head.next, &dev->devres_head, &todo);
  spin_unlock_irqrestore(&dev->devres_lock, flags);
  release_nodes(dev, &todo);
}

void* devres_open_group(struct device* dev, void* id, gfp_t gfp) {
  struct devres_group* group = kmalloc(sizeof(*group), gfp);
  unsigned long flags;
  if (unlikely(!group)) return NULL;
  memset(group, 0, sizeof(*group));
  group->node[0].release = group_open_release;
  group->node[1].release = group_close_release;
  INIT_LIST_HEAD(&group->node[0].entry);
  INIT_LIST_HEAD(&group->node[1].entry);
  group->id = id ? id : group;
  spin_lock_irqsave(&dev->devres_lock, flags);
  add_dr(dev, &group->node[0]);
  spin_unlock_irqrestore(&dev->devres_lock, flags);
  return group->id;
}
EXPORT_SYMBOL_GPL(devres_open_group);

// The group with that id, without one the last that is open.
static struct devres_group* find_group(struct device* dev, void* id) {
  struct devres_node* node;
  list_for_each_entry_reverse(node, &dev->devres_head, entry) {
    struct devres_group* group;
    if (node->release != group_open_release) continue;
    group = container_of(node, struct devres_group, node[0]);
    if (id ? group->id == id : list_empty(&group->node[1].entry)) return group;
  }
  return NULL;
}

void devres_close_group(struct device* dev, void* id) {
  struct devres_group* group;
  unsigned long flags;
  spin_lock_irqsave(&dev->devres_lock, flags);
  group = find_group(dev, id);
  if (group)
    add_dr(dev, &group->node[1]);
  else
    WARN_ON_AT(1, FILE_IN_LINUX, 618);
  spin_unlock_irqrestore(&dev->devres_lock, flags);
}
EXPORT_SYMBOL_GPL(devres_close_group);

void devres_remove_group(struct device* dev, void* id) {
  struct devres_group* group;
  unsigned long flags;
  spin_lock_irqsave(&dev->devres_lock, flags);
  group = find_group(dev, id);
  if (group) {
    list_del_init(&group->node[0].entry);
    list_del_init(&group->node[1].entry);
  } else {
    WARN_ON_AT(1, FILE_IN_LINUX, 646);
  }
  spin_unlock_irqrestore(&dev->devres_lock, flags);
  kfree(group);
}
EXPORT_SYMBOL_GPL(devres_remove_group);

int devres_release_group(struct device* dev, void* id) {
  struct devres_group* group;
  unsigned long flags;
  LIST_HEAD(todo);
  int count = 0;
  spin_lock_irqsave(&dev->devres_lock, flags);
  group = find_group(dev, id);
  if (group) {
    struct list_head* end = &dev->devres_head;
    if (!list_empty(&group->node[1].entry)) end = group->node[1].entry.next;
    count = remove_nodes(dev, &group->node[0].entry, end, &todo);
  } else {
    WARN_ON_AT(1, FILE_IN_LINUX, 695);
  }
  spin_unlock_irqrestore(&dev->devres_lock, flags);
  release_nodes(dev, &todo);
  return count;
}
EXPORT_SYMBOL_GPL(devres_release_group);

struct action {
  void* data;
  void (*action)(void*);
};

static int devm_action_match(struct device* dev, void* res, void* p) {
  struct action *a = res, *wanted = p;
  return a->action == wanted->action && a->data == wanted->data;
}
static void devm_action_release(struct device* dev, void* res) {
  struct action* a = res;
  a->action(a->data);
}

int devm_add_action(struct device* dev, void (*action)(void*), void* data) {
  struct action* a = devres_alloc(devm_action_release, sizeof(struct action), GFP_KERNEL);
  if (!a) return -ENOMEM;
  a->data = data;
  a->action = action;
  devres_add(dev, a);
  return 0;
}
EXPORT_SYMBOL_GPL(devm_add_action);

void devm_remove_action(struct device* dev, void (*action)(void*), void* data) {
  struct action wanted = {.data = data, .action = action};
  WARN_ON_AT(devres_destroy(dev, devm_action_release, devm_action_match, &wanted), FILE_IN_LINUX,
             771);
}
EXPORT_SYMBOL_GPL(devm_remove_action);

void devm_release_action(struct device* dev, void (*action)(void*), void* data) {
  struct action wanted = {.data = data, .action = action};
  WARN_ON_AT(devres_release(dev, devm_action_release, devm_action_match, &wanted), FILE_IN_LINUX,
             793);
}
EXPORT_SYMBOL_GPL(devm_release_action);

static void devm_kmalloc_release(struct device* dev, void* res) {}
static int devm_kmalloc_match(struct device* dev, void* res, void* data) { return res == data; }

static void* devm_kmalloc_for(struct device* dev, size_t size, gfp_t gfp, unsigned long caller) {
  struct devres* dr;
  if (unlikely(!size)) return ZERO_SIZE_PTR;
  dr = alloc_dr(devm_kmalloc_release, "devm_kzalloc_release", size, gfp, caller);
  if (unlikely(!dr)) return NULL;
  devres_add(dev, dr->data);
  return dr->data;
}

void* devm_kmalloc(struct device* dev, size_t size, gfp_t gfp) {
  return devm_kmalloc_for(dev, size, gfp, _RET_IP_);
}
EXPORT_SYMBOL_GPL(devm_kmalloc);

void* devm_krealloc(struct device* dev, void* ptr, size_t new_size, gfp_t gfp) {
  size_t total_new, total_old;
  struct devres *old, *fresh;
  unsigned long flags;
  if (unlikely(!new_size)) {
    devm_kfree(dev, ptr);
    return ZERO_SIZE_PTR;
  }
  if (unlikely(ZERO_OR_NULL_PTR(ptr))) return devm_kmalloc_for(dev, new_size, gfp, _RET_IP_);
  if (WARN_ON_AT(is_kernel_rodata((unsigned long)ptr), FILE_IN_LINUX, 877)) return NULL;
  if (check_add_overflow(sizeof(struct devres), new_size, &total_new)) return NULL;
  total_old = ksize(to_devres(ptr));
  if (total_old == 0) {
    WARN_AT(1, FILE_IN_LINUX, 889, "Pointer doesn't point to dynamically allocated memory.");
    return NULL;
  }
  if (total_new <= total_old) return ptr;
  fresh = alloc_dr(devm_kmalloc_release, "devm_kzalloc_release", total_new, gfp, _RET_IP_);
  if (!fresh) return NULL;
  spin_lock_irqsave(&dev->devres_lock, flags);
  old = find_dr(dev, devm_kmalloc_release, devm_kmalloc_match, ptr);
  if (old) list_replace_init(&old->node.entry, &fresh->node.entry);
  spin_unlock_irqrestore(&dev->devres_lock, flags);
  if (!old) {
    kfree(fresh);
    WARN_AT(1, FILE_IN_LINUX, 924, "Memory chunk not managed or managed by a different device.");
    return NULL;
  }
  memcpy(fresh->data, old->data, total_old - offsetof(struct devres, data));
  kfree(old);
  return fresh->data;
}
EXPORT_SYMBOL_GPL(devm_krealloc);

void devm_kfree(struct device* dev, const void* p) {
  if (unlikely(is_kernel_rodata((unsigned long)p) || ZERO_OR_NULL_PTR(p))) return;
  WARN_ON_AT(devres_destroy(dev, devm_kmalloc_release, devm_kmalloc_match, (void*)p), FILE_IN_LINUX,
             1073);
}
EXPORT_SYMBOL_GPL(devm_kfree);

void* devm_kmemdup(struct device* dev, const void* src, size_t len, gfp_t gfp) {
  void* p = devm_kmalloc_for(dev, len, gfp, _RET_IP_);
  if (p) memcpy(p, src, len);
  return p;
}
EXPORT_SYMBOL_GPL(devm_kmemdup);

char* devm_kstrdup(struct device* dev, const char* s, gfp_t gfp) {
  return s ? devm_kmemdup(dev, s, strlen(s) + 1, gfp) : NULL;
}
EXPORT_SYMBOL_GPL(devm_kstrdup);

const char* devm_kstrdup_const(struct device* dev, const char* s, gfp_t gfp) {
  return is_kernel_rodata((unsigned long)s) ? s : devm_kstrdup(dev, s, gfp);
}
EXPORT_SYMBOL(devm_kstrdup_const);

char* devm_kvasprintf(struct device* dev, gfp_t gfp, const char* fmt, va_list ap) {
  va_list again;
  unsigned int length;
  char* p;
  va_copy(again, ap);
  length = vsnprintf(NULL, 0, fmt, again);
  va_end(again);
  p = devm_kmalloc_for(dev, length + 1, gfp, _RET_IP_);
  if (p) vsnprintf(p, length + 1, fmt, ap);
  return p;
}
EXPORT_SYMBOL(devm_kvasprintf);

char* devm_kasprintf(struct device* dev, gfp_t gfp, const char* fmt, ...) {
  va_list ap;
  char* p;
  va_start(ap, fmt);
  p = devm_kvasprintf(dev, gfp, fmt, ap);
  va_end(ap);
  return p;
}
EXPORT_SYMBOL_GPL(devm_kasprintf);

struct pages_devres {
  unsigned long addr;
  unsigned int order;
};

static int devm_pages_match(struct device* dev, void* res, void* p) {
  return ((struct pages_devres*)res)->addr == ((struct pages_devres*)p)->addr;
}
static void devm_pages_release(struct device* dev, void* res) {
  struct pages_devres* pages = res;
  free_pages(pages->addr, pages->order);
}

unsigned long devm_get_free_pages(struct device* dev, gfp_t gfp_mask, unsigned int order) {
  unsigned long addr = __get_free_pages(gfp_mask, order);
  struct pages_devres* pages;
  if (unlikely(!addr)) return 0;
  pages = devres_alloc(devm_pages_release, sizeof(struct pages_devres), GFP_KERNEL);
  if (unlikely(!pages)) {
    free_pages(addr, order);
    return 0;
  }
  pages->addr = addr;
  pages->order = order;
  devres_add(dev, pages);
  return addr;
}
EXPORT_SYMBOL_GPL(devm_get_free_pages);

void devm_free_pages(struct device* dev, unsigned long addr) {
  struct pages_devres wanted = {.addr = addr};
  WARN_ON_AT(devres_release(dev, devm_pages_release, devm_pages_match, &wanted), FILE_IN_LINUX,
             1169);
}
EXPORT_SYMBOL_GPL(devm_free_pages);
