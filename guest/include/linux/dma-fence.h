// Fences: when a device has done its work.
#ifndef _LINUX_DMA_FENCE_H
#define _LINUX_DMA_FENCE_H

#include <linux/bitops.h>
#include <linux/err.h>
#include <linux/kref.h>
#include <linux/list.h>
#include <linux/printk.h>
#include <linux/rcupdate.h>
#include <linux/sched.h>
#include <linux/types.h>
#include <linux/wait.h>

struct callback_head;
struct dma_fence;
struct dma_fence_cb;
struct dma_fence_ops;
struct kref;
struct list_head;
struct seq_file;

struct dma_fence {
  spinlock_t* lock;
  const struct dma_fence_ops* ops;
  union {
    struct list_head cb_list;
    ktime_t timestamp;
    struct callback_head rcu;
  };
  u64 context;
  u64 seqno;
  unsigned long flags;
  struct kref refcount;
  int error;
};
enum dma_fence_flag_bits {
  DMA_FENCE_FLAG_SIGNALED_BIT,
  DMA_FENCE_FLAG_TIMESTAMP_BIT,
  DMA_FENCE_FLAG_ENABLE_SIGNAL_BIT,
  DMA_FENCE_FLAG_USER_BITS
};
typedef void (*dma_fence_func_t)(struct dma_fence*, struct dma_fence_cb*);
struct dma_fence_cb {
  struct list_head node;
  dma_fence_func_t func;
};
struct dma_fence_ops {
  bool use_64bit_seqno;
  const char* (*get_driver_name)(struct dma_fence*);
  const char* (*get_timeline_name)(struct dma_fence*);
  bool (*enable_signaling)(struct dma_fence*);
  bool (*signaled)(struct dma_fence*);
  long (*wait)(struct dma_fence*, bool, long);
  void (*release)(struct dma_fence*);
  void (*fence_value_str)(struct dma_fence*, char*, int);
  void (*timeline_value_str)(struct dma_fence*, char*, int);
};
void dma_fence_init(struct dma_fence* fence, const struct dma_fence_ops* ops, spinlock_t* lock,
                    u64 context, u64 seqno);
void dma_fence_release(struct kref* kref);
void dma_fence_free(struct dma_fence* fence);
void dma_fence_describe(struct dma_fence* fence, struct seq_file* seq);
int dma_fence_signal(struct dma_fence* fence);
int dma_fence_signal_locked(struct dma_fence* fence);
int dma_fence_signal_timestamp(struct dma_fence* fence, ktime_t timestamp);
int dma_fence_signal_timestamp_locked(struct dma_fence* fence, ktime_t timestamp);
long dma_fence_default_wait(struct dma_fence* fence, bool intr, long timeout);
int dma_fence_add_callback(struct dma_fence* fence, struct dma_fence_cb* cb, dma_fence_func_t func);
bool dma_fence_remove_callback(struct dma_fence* fence, struct dma_fence_cb* cb);
void dma_fence_enable_sw_signaling(struct dma_fence* fence);
int dma_fence_get_status(struct dma_fence* fence);
long dma_fence_wait_timeout(struct dma_fence*, bool intr, long timeout);
long dma_fence_wait_any_timeout(struct dma_fence** fences, uint32_t count, bool intr, long timeout,
                                uint32_t* idx);
struct dma_fence* dma_fence_get_stub(void);
struct dma_fence* dma_fence_allocate_private_stub(ktime_t timestamp);
u64 dma_fence_context_alloc(unsigned int num);
extern const struct dma_fence_ops dma_fence_array_ops;
extern const struct dma_fence_ops dma_fence_chain_ops;

// Inline in Linux.
void dma_fence_put(struct dma_fence* fence);
struct dma_fence* dma_fence_get(struct dma_fence* fence);
struct dma_fence* dma_fence_get_rcu(struct dma_fence* fence);
struct dma_fence* dma_fence_get_rcu_safe(struct dma_fence** fencep);
bool dma_fence_begin_signalling(void);
void dma_fence_end_signalling(bool cookie);
bool dma_fence_is_signaled_locked(struct dma_fence* fence);
bool dma_fence_is_signaled(struct dma_fence* fence);
bool dma_fence_is_later(struct dma_fence* f1, struct dma_fence* f2);
bool dma_fence_is_later_or_same(struct dma_fence* f1, struct dma_fence* f2);
struct dma_fence* dma_fence_later(struct dma_fence* f1, struct dma_fence* f2);
int dma_fence_get_status_locked(struct dma_fence* fence);
void dma_fence_set_error(struct dma_fence* fence, int error);
ktime_t dma_fence_timestamp(struct dma_fence* fence);
long dma_fence_wait(struct dma_fence* fence, bool intr);
bool dma_fence_is_array(struct dma_fence* fence);
bool dma_fence_is_chain(struct dma_fence* fence);
bool dma_fence_is_container(struct dma_fence* fence);

#endif
