// Functions that run aside and can be waited for in the order of their cookies.
//
// Each call is a work item of the unbound queue. A1: a domain's list is in the order of cookies;
// a cookie is waited for until the first of the list is later. Linux: 6.1 kernel/async.c.
#include <linux/async.h>
#include <linux/export.h>
#include <linux/list.h>
#include <linux/slab.h>
#include <linux/wait.h>
#include <linux/workqueue.h>

#define LATEST (~0ULL)

struct async_entry {
  struct list_head domain_list;
  struct list_head global_list;
  struct work_struct work;
  async_cookie_t cookie;
  async_func_t func;
  void* data;
};

static LIST_HEAD(everybody);
static struct async_domain default_domain = {.pending = LIST_HEAD_INIT(default_domain.pending),
                                             .registered = 1};
static DECLARE_WAIT_QUEUE_HEAD(done);
static async_cookie_t next_cookie = 1;

static void run_entry(struct work_struct* work) {
  struct async_entry* entry = container_of(work, struct async_entry, work);

  entry->func(entry->data, entry->cookie);
  list_del(&entry->domain_list);
  list_del(&entry->global_list);
  kfree(entry);
  wake_up(&done);
}

async_cookie_t async_schedule_node_domain(async_func_t func, void* data, int node,
                                          struct async_domain* domain) {
  struct async_entry* entry = kzalloc(sizeof(*entry), GFP_ATOMIC);
  const async_cookie_t cookie = next_cookie++;

  if (!entry) {
    func(data, cookie);
    return cookie;
  }
  INIT_LIST_HEAD(&entry->global_list);
  INIT_WORK(&entry->work, run_entry);
  entry->func = func;
  entry->data = data;
  entry->cookie = cookie;
  list_add_tail(&entry->domain_list, &domain->pending);
  if (domain->registered) list_add_tail(&entry->global_list, &everybody);
  queue_work(system_unbound_wq, &entry->work);
  return cookie;
}
EXPORT_SYMBOL_GPL(async_schedule_node_domain);

async_cookie_t async_schedule_node(async_func_t func, void* data, int node) {
  return async_schedule_node_domain(func, data, node, &default_domain);
}
EXPORT_SYMBOL_GPL(async_schedule_node);

static async_cookie_t first_pending(const struct async_domain* domain) {
  if (domain)
    return list_empty(&domain->pending)
               ? LATEST
               : list_first_entry(&domain->pending, struct async_entry, domain_list)->cookie;
  return list_empty(&everybody)
             ? LATEST
             : list_first_entry(&everybody, struct async_entry, global_list)->cookie;
}

void async_synchronize_cookie_domain(async_cookie_t cookie, struct async_domain* domain) {
  wait_event(done, first_pending(domain) >= cookie);
}
EXPORT_SYMBOL_GPL(async_synchronize_cookie_domain);

void async_synchronize_full_domain(struct async_domain* domain) {
  async_synchronize_cookie_domain(LATEST, domain);
}
EXPORT_SYMBOL_GPL(async_synchronize_full_domain);

void async_synchronize_full(void) { async_synchronize_full_domain(NULL); }
EXPORT_SYMBOL_GPL(async_synchronize_full);

void async_synchronize_cookie(async_cookie_t cookie) {
  async_synchronize_cookie_domain(cookie, &default_domain);
}
EXPORT_SYMBOL_GPL(async_synchronize_cookie);

bool current_is_async(void) { return false; }
EXPORT_SYMBOL_GPL(current_is_async);
