// What a test has to give back when it ends: memory, things with a release of their own, actions;
// part of <kunit/test.h>. The last is released first.
#include <kunit/test.h>
#ifndef _KUNIT_RESOURCE_H
#define _KUNIT_RESOURCE_H

struct kunit_resource;
typedef int (*kunit_resource_init_t)(struct kunit_resource*, void*);
typedef void (*kunit_resource_free_t)(struct kunit_resource*);
typedef bool (*kunit_resource_match_t)(struct kunit*, struct kunit_resource*, void*);
typedef void(kunit_action_t)(void*);

struct kunit_resource {
  void* data;
  const char* name;
  kunit_resource_free_t free;
  struct kref refcount;
  struct list_head node;
  bool should_kfree;
};

void* kunit_kmalloc_array(struct kunit* test, size_t n, size_t size, gfp_t gfp);
static inline void* kunit_kmalloc(struct kunit* test, size_t size, gfp_t gfp) {
  return kunit_kmalloc_array(test, 1, size, gfp);
}
static inline void* kunit_kzalloc(struct kunit* test, size_t size, gfp_t gfp) {
  return kunit_kmalloc_array(test, 1, size, gfp | __GFP_ZERO);
}
static inline void* kunit_kcalloc(struct kunit* test, size_t n, size_t size, gfp_t gfp) {
  return kunit_kmalloc_array(test, n, size, gfp | __GFP_ZERO);
}
void kunit_kfree(struct kunit* test, const void* ptr);

int __kunit_add_resource(struct kunit* test, kunit_resource_init_t init, kunit_resource_free_t free,
                         struct kunit_resource* res, void* data);
static inline int kunit_add_resource(struct kunit* test, kunit_resource_init_t init,
                                     kunit_resource_free_t free, struct kunit_resource* res,
                                     void* data) {
  res->name = NULL;
  res->should_kfree = false;
  return __kunit_add_resource(test, init, free, res, data);
}
int kunit_add_named_resource(struct kunit* test, kunit_resource_init_t init,
                             kunit_resource_free_t free, struct kunit_resource* res,
                             const char* name, void* data);
void* kunit_alloc_resource(struct kunit* test, kunit_resource_init_t init,
                           kunit_resource_free_t free, gfp_t gfp, void* context);
struct kunit_resource* kunit_find_resource(struct kunit* test, kunit_resource_match_t match,
                                           void* match_data);
struct kunit_resource* kunit_find_named_resource(struct kunit* test, const char* name);
int kunit_destroy_resource(struct kunit* test, kunit_resource_match_t match, void* match_data);
void kunit_remove_resource(struct kunit* test, struct kunit_resource* res);
void kunit_get_resource(struct kunit_resource* res);
void kunit_put_resource(struct kunit_resource* res);
void kunit_cleanup(struct kunit* test);

int kunit_add_action(struct kunit* test, kunit_action_t* action, void* context);
int kunit_add_action_or_reset(struct kunit* test, kunit_action_t* action, void* context);
void kunit_remove_action(struct kunit* test, kunit_action_t* action, void* context);
void kunit_release_action(struct kunit* test, kunit_action_t* action, void* context);
#define KUNIT_DEFINE_ACTION_WRAPPER(wrapper, orig, arg_type) \
  static void wrapper(void* in) { orig((arg_type)in); }

#endif
