// FIFOs of bytes as <linux/kfifo.h> had them until 2.6.33: made by kfifo_alloc, which answers a
// pointer, with a lock of the caller's around kfifo_put and kfifo_get. in and out count without
// wrapping; size is a power of two. Linux 2.6.32 kernel/kfifo.c.
#ifndef _LINUX_KFIFO_2_6_32_MM32_H
#define _LINUX_KFIFO_2_6_32_MM32_H

#include <linux/version.h>

#if LINUX_VERSION_CODE < KERNEL_VERSION(2, 6, 33)
#include <linux/err.h>
#include <linux/kernel.h>
#include <linux/log2.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/string.h>

struct kfifo {
  unsigned char* buffer;
  unsigned int size;
  unsigned int in;
  unsigned int out;
  spinlock_t* lock;
};

static inline struct kfifo* kfifo_init(unsigned char* buffer, unsigned int size, gfp_t gfp,
                                       spinlock_t* lock) {
  struct kfifo* fifo;
  BUG_ON(!is_power_of_2(size));
  fifo = kmalloc(sizeof(*fifo), gfp);
  if (!fifo) return ERR_PTR(-ENOMEM);
  *fifo = (struct kfifo){.buffer = buffer, .size = size, .lock = lock};
  return fifo;
}
static inline struct kfifo* kfifo_alloc(unsigned int size, gfp_t gfp, spinlock_t* lock) {
  struct kfifo* fifo;
  unsigned char* buffer;
  if (!is_power_of_2(size)) {
    BUG_ON(size > 0x80000000);
    size = roundup_pow_of_two(size);
  }
  buffer = kmalloc(size, gfp);
  if (!buffer) return ERR_PTR(-ENOMEM);
  fifo = kfifo_init(buffer, size, gfp, lock);
  if (IS_ERR(fifo)) kfree(buffer);
  return fifo;
}
static inline void kfifo_free(struct kfifo* fifo) {
  kfree(fifo->buffer);
  kfree(fifo);
}
static inline unsigned int __kfifo_len(struct kfifo* fifo) { return fifo->in - fifo->out; }
static inline void __kfifo_reset(struct kfifo* fifo) { fifo->in = fifo->out = 0; }

// Bytes up to the end of the buffer first, the others from its begin.
static inline unsigned int __kfifo_put(struct kfifo* fifo, const unsigned char* buffer,
                                       unsigned int len) {
  const unsigned int at = fifo->in & (fifo->size - 1);
  unsigned int upto;
  len = min(len, fifo->size - __kfifo_len(fifo));
  upto = min(len, fifo->size - at);
  memcpy(fifo->buffer + at, buffer, upto);
  memcpy(fifo->buffer, buffer + upto, len - upto);
  fifo->in += len;
  return len;
}
static inline unsigned int __kfifo_get(struct kfifo* fifo, unsigned char* buffer,
                                       unsigned int len) {
  const unsigned int at = fifo->out & (fifo->size - 1);
  unsigned int upto;
  len = min(len, __kfifo_len(fifo));
  upto = min(len, fifo->size - at);
  memcpy(buffer, fifo->buffer + at, upto);
  memcpy(buffer + upto, fifo->buffer, len - upto);
  fifo->out += len;
  return len;
}

#define __MM32_KFIFO_LOCKED(fifo, call)                 \
  ({                                                    \
    unsigned long __flags_mm32;                         \
    typeof(call) __ret_mm32;                            \
    spin_lock_irqsave((fifo)->lock, __flags_mm32);      \
    __ret_mm32 = call;                                  \
    spin_unlock_irqrestore((fifo)->lock, __flags_mm32); \
    __ret_mm32;                                         \
  })
static inline unsigned int kfifo_put(struct kfifo* fifo, const unsigned char* buffer,
                                     unsigned int len) {
  return __MM32_KFIFO_LOCKED(fifo, __kfifo_put(fifo, buffer, len));
}
// An empty FIFO starts again at the begin of its buffer.
static inline unsigned int kfifo_get(struct kfifo* fifo, unsigned char* buffer, unsigned int len) {
  return __MM32_KFIFO_LOCKED(fifo, ({
                               unsigned int got = __kfifo_get(fifo, buffer, len);
                               if (fifo->in == fifo->out) __kfifo_reset(fifo);
                               got;
                             }));
}
static inline unsigned int kfifo_len(struct kfifo* fifo) {
  return __MM32_KFIFO_LOCKED(fifo, __kfifo_len(fifo));
}
static inline void kfifo_reset(struct kfifo* fifo) {
  (void)__MM32_KFIFO_LOCKED(fifo, ({
                              __kfifo_reset(fifo);
                              0;
                            }));
}

#endif
#endif
