// Work done aside.
#ifndef _LINUX_ASYNC_H
#define _LINUX_ASYNC_H

#include <linux/device.h>
#include <linux/list.h>
#include <linux/numa.h>
#include <linux/types.h>

struct async_domain;
struct device;
struct list_head;

typedef u64 async_cookie_t;
typedef void (*async_func_t)(void*, async_cookie_t);
struct async_domain {
  struct list_head pending;
  unsigned int registered : 1;
};
#define ASYNC_DOMAIN(_name) \
  struct async_domain _name = {.pending = LIST_HEAD_INIT(_name.pending), .registered = 1}
#define ASYNC_DOMAIN_EXCLUSIVE(_name) \
  struct async_domain _name = {.pending = LIST_HEAD_INIT(_name.pending), .registered = 0}
async_cookie_t async_schedule_node(async_func_t func, void* data, int node);
async_cookie_t async_schedule_node_domain(async_func_t func, void* data, int node,
                                          struct async_domain* domain);
bool async_schedule_dev_nocall(async_func_t func, struct device* dev);
void async_synchronize_full(void);
void async_synchronize_full_domain(struct async_domain* domain);
void async_synchronize_cookie(async_cookie_t cookie);
void async_synchronize_cookie_domain(async_cookie_t cookie, struct async_domain* domain);
bool current_is_async(void);

static inline async_cookie_t async_schedule(async_func_t func, void* data) {
  return async_schedule_node(func, data, NUMA_NO_NODE);
}
static inline async_cookie_t async_schedule_domain(async_func_t func, void* data,
                                                   struct async_domain* domain) {
  return async_schedule_node_domain(func, data, NUMA_NO_NODE, domain);
}
static inline async_cookie_t async_schedule_dev(async_func_t func, struct device* dev) {
  return async_schedule_node(func, dev, dev_to_node(dev));
}
static inline async_cookie_t async_schedule_dev_domain(async_func_t func, struct device* dev,
                                                       struct async_domain* domain) {
  return async_schedule_node_domain(func, dev, dev_to_node(dev), domain);
}

#endif
