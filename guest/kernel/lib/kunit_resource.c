/*
 * Resources of KUnit tests: a list per test, the last added first, each with a count of users that
 * begins with the test itself. Memory and actions are resources with a function that gives them
 * back. Linux: 6.1 lib/kunit/resource.c, 6.5 for actions.
 */
#include <kunit/resource.h>
#include <linux/export.h>

int __kunit_add_resource(struct kunit* test, kunit_resource_init_t init, kunit_resource_free_t free,
                         struct kunit_resource* res, void* data) {
  unsigned long flags;
  int ret = 0;
  res->free = free;
  kref_init(&res->refcount);
  if (init) {
    ret = init(res, data);
    if (ret) return ret;
  } else {
    res->data = data;
  }
  spin_lock_irqsave(&test->lock, flags);
  list_add(&res->node, &test->resources);
  spin_unlock_irqrestore(&test->lock, flags);
  return 0;
}
EXPORT_SYMBOL(__kunit_add_resource);

int kunit_add_named_resource(struct kunit* test, kunit_resource_init_t init,
                             kunit_resource_free_t free, struct kunit_resource* res,
                             const char* name, void* data) {
  struct kunit_resource* existing;
  if (!name) return -EINVAL;
  existing = kunit_find_named_resource(test, name);
  if (existing) {
    kunit_put_resource(existing);
    return -EEXIST;
  }
  res->name = name;
  res->should_kfree = false;
  return __kunit_add_resource(test, init, free, res, data);
}
EXPORT_SYMBOL(kunit_add_named_resource);

void kunit_get_resource(struct kunit_resource* res) { kref_get(&res->refcount); }
EXPORT_SYMBOL(kunit_get_resource);

static void release(struct kref* kref) {
  struct kunit_resource* res = container_of(kref, struct kunit_resource, refcount);
  if (res->free) res->free(res);
  if (res->should_kfree) kfree(res);
}
void kunit_put_resource(struct kunit_resource* res) { kref_put(&res->refcount, release); }
EXPORT_SYMBOL(kunit_put_resource);

void kunit_remove_resource(struct kunit* test, struct kunit_resource* res) {
  unsigned long flags;
  bool was_listed;
  spin_lock_irqsave(&test->lock, flags);
  was_listed = !list_empty(&res->node);
  list_del_init(&res->node);
  spin_unlock_irqrestore(&test->lock, flags);
  if (was_listed) kunit_put_resource(res);
}
EXPORT_SYMBOL(kunit_remove_resource);

// Answers a reference that the caller gives back.
struct kunit_resource* kunit_find_resource(struct kunit* test, kunit_resource_match_t match,
                                           void* match_data) {
  struct kunit_resource *res, *found = NULL;
  unsigned long flags;
  spin_lock_irqsave(&test->lock, flags);
  list_for_each_entry(res, &test->resources, node) {
    if (!match(test, res, match_data)) continue;
    found = res;
    kunit_get_resource(found);
    break;
  }
  spin_unlock_irqrestore(&test->lock, flags);
  return found;
}
EXPORT_SYMBOL(kunit_find_resource);

static bool name_matches(struct kunit* test, struct kunit_resource* res, void* name) {
  return res->name && strcmp(res->name, name) == 0;
}
struct kunit_resource* kunit_find_named_resource(struct kunit* test, const char* name) {
  return kunit_find_resource(test, name_matches, (void*)name);
}
EXPORT_SYMBOL(kunit_find_named_resource);

int kunit_destroy_resource(struct kunit* test, kunit_resource_match_t match, void* match_data) {
  struct kunit_resource* res = kunit_find_resource(test, match, match_data);
  if (!res) return -ENOENT;
  kunit_remove_resource(test, res);
  kunit_put_resource(res);
  return 0;
}
EXPORT_SYMBOL(kunit_destroy_resource);

void* kunit_alloc_resource(struct kunit* test, kunit_resource_init_t init,
                           kunit_resource_free_t free, gfp_t gfp, void* context) {
  struct kunit_resource* res = kzalloc(sizeof(*res), gfp);
  if (!res) return NULL;
  res->should_kfree = true;
  if (!__kunit_add_resource(test, init, free, res, context)) return res->data;
  kfree(res);
  return NULL;
}
EXPORT_SYMBOL(kunit_alloc_resource);

void kunit_cleanup(struct kunit* test) {
  while (!list_empty(&test->resources))
    kunit_remove_resource(test, list_first_entry(&test->resources, struct kunit_resource, node));
}
EXPORT_SYMBOL(kunit_cleanup);

static void free_memory(struct kunit_resource* res) { kfree(res->data); }
void* kunit_kmalloc_array(struct kunit* test, size_t n, size_t size, gfp_t gfp) {
  void* data = kmalloc_array(n, size, gfp);
  if (data && !kunit_alloc_resource(test, NULL, free_memory, gfp & ~__GFP_ZERO, data)) {
    kfree(data);
    return NULL;
  }
  return data;
}
EXPORT_SYMBOL(kunit_kmalloc_array);

static bool memory_matches(struct kunit* test, struct kunit_resource* res, void* data) {
  return res->data == data && res->free == free_memory;
}
void kunit_kfree(struct kunit* test, const void* ptr) {
  if (ptr && kunit_destroy_resource(test, memory_matches, (void*)ptr))
    WARN(1, "kunit_kfree: this address was not allocated by the test");
}
EXPORT_SYMBOL(kunit_kfree);

struct action {
  kunit_action_t* call;
  void* context;
};
static void free_action(struct kunit_resource* res) {
  struct action* action = res->data;
  if (action->call) action->call(action->context);
  kfree(action);
}
static bool action_matches(struct kunit* test, struct kunit_resource* res, void* wanted) {
  const struct action *have = res->data, *want = wanted;
  return res->free == free_action && have->call == want->call && have->context == want->context;
}
int kunit_add_action(struct kunit* test, kunit_action_t* call, void* context) {
  struct action* action = kzalloc(sizeof(*action), GFP_KERNEL);
  if (!action) return -ENOMEM;
  *action = (struct action){call, context};
  if (kunit_alloc_resource(test, NULL, free_action, GFP_KERNEL, action)) return 0;
  kfree(action);
  return -ENOMEM;
}
EXPORT_SYMBOL(kunit_add_action);

int kunit_add_action_or_reset(struct kunit* test, kunit_action_t* call, void* context) {
  int ret = kunit_add_action(test, call, context);
  if (ret) call(context);
  return ret;
}
EXPORT_SYMBOL(kunit_add_action_or_reset);

// Takes the action off the list, with the call or without.
static void drop_action(struct kunit* test, struct action wanted, kunit_action_t* becomes) {
  struct kunit_resource* res = kunit_find_resource(test, action_matches, &wanted);
  if (!res) return;
  ((struct action*)res->data)->call = becomes;
  kunit_remove_resource(test, res);
  kunit_put_resource(res);
}
void kunit_remove_action(struct kunit* test, kunit_action_t* call, void* context) {
  drop_action(test, (struct action){call, context}, NULL);
}
EXPORT_SYMBOL(kunit_remove_action);

void kunit_release_action(struct kunit* test, kunit_action_t* call, void* context) {
  drop_action(test, (struct action){call, context}, call);
}
EXPORT_SYMBOL(kunit_release_action);
