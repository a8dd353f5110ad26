// kfifo: circular buffers of elements. in and out run freely; in - out is the fill.
#include <linux/export.h>
#include <linux/kfifo.h>
#include <linux/log2.h>
#include <linux/slab.h>
#include <linux/uaccess.h>

#include "kfifo_ring.h"

int __kfifo_alloc(struct __kfifo* fifo, unsigned int size, size_t esize, gfp_t gfp_mask) {
  size = roundup_pow_of_two(size);
  *fifo = (struct __kfifo){.esize = esize};
  if (size < 2) return -EINVAL;
  fifo->data = kmalloc_array(esize, size, gfp_mask);
  if (!fifo->data) return -ENOMEM;
  fifo->mask = size - 1;
  return 0;
}
EXPORT_SYMBOL(__kfifo_alloc);

void __kfifo_free(struct __kfifo* fifo) {
  kfree(fifo->data);
  *fifo = (struct __kfifo){0};
}
EXPORT_SYMBOL(__kfifo_free);

int __kfifo_init(struct __kfifo* fifo, void* buffer, unsigned int size, size_t esize) {
  size /= esize;
  if (!is_power_of_2(size)) size = rounddown_pow_of_two(size);
  *fifo = (struct __kfifo){.esize = esize, .data = buffer};
  if (size < 2) return -EINVAL;
  fifo->mask = size - 1;
  return 0;
}
EXPORT_SYMBOL(__kfifo_init);

void ring_split(const struct __kfifo* fifo, unsigned int at, unsigned int count,
                struct ring_part part[2]) {
  unsigned int size = fifo->mask + 1, first;
  at &= fifo->mask;
  first = min(count, size - at);
  part[0] = (struct ring_part){fifo->data + at * fifo->esize, first * fifo->esize};
  part[1] = (struct ring_part){fifo->data, (count - first) * fifo->esize};
}

void ring_write(struct __kfifo* fifo, const void* src, unsigned int count, unsigned int at) {
  struct ring_part part[2];
  ring_split(fifo, at, count, part);
  memcpy(part[0].address, src, part[0].bytes);
  memcpy(part[1].address, src + part[0].bytes, part[1].bytes);
}

void ring_read(const struct __kfifo* fifo, void* dst, unsigned int count, unsigned int at) {
  struct ring_part part[2];
  ring_split(fifo, at, count, part);
  memcpy(dst, part[0].address, part[0].bytes);
  memcpy(dst + part[0].bytes, part[1].address, part[1].bytes);
}

unsigned int __kfifo_in(struct __kfifo* fifo, const void* buf, unsigned int len) {
  len = min(len, ring_unused(fifo));
  ring_write(fifo, buf, len, fifo->in);
  fifo->in += len;
  return len;
}
EXPORT_SYMBOL(__kfifo_in);

unsigned int __kfifo_out_peek(struct __kfifo* fifo, void* buf, unsigned int len) {
  len = min(len, fifo->in - fifo->out);
  ring_read(fifo, buf, len, fifo->out);
  return len;
}
EXPORT_SYMBOL(__kfifo_out_peek);

unsigned int __kfifo_out(struct __kfifo* fifo, void* buf, unsigned int len) {
  len = __kfifo_out_peek(fifo, buf, len);
  fifo->out += len;
  return len;
}
EXPORT_SYMBOL(__kfifo_out);

// Bytes that could not be copied.
unsigned long ring_from_user(struct __kfifo* fifo, const void __user* from, unsigned int count,
                             unsigned int at) {
  struct ring_part part[2];
  unsigned long left;
  ring_split(fifo, at, count, part);
  left = copy_from_user(part[0].address, from, part[0].bytes);
  if (left) return left + part[1].bytes;
  return copy_from_user(part[1].address, from + part[0].bytes, part[1].bytes);
}

unsigned long ring_to_user(struct __kfifo* fifo, void __user* to, unsigned int count,
                           unsigned int at) {
  struct ring_part part[2];
  unsigned long left;
  ring_split(fifo, at, count, part);
  left = copy_to_user(to, part[0].address, part[0].bytes);
  if (left) return left + part[1].bytes;
  return copy_to_user(to + part[0].bytes, part[1].address, part[1].bytes);
}

int __kfifo_from_user(struct __kfifo* fifo, const void __user* from, unsigned long len,
                      unsigned int* copied) {
  unsigned int count = min((unsigned int)(len / fifo->esize), ring_unused(fifo));
  unsigned long left = ring_from_user(fifo, from, count, fifo->in);
  *copied = count * fifo->esize - left;
  fifo->in += count - DIV_ROUND_UP(left, fifo->esize);
  return left ? -EFAULT : 0;
}
EXPORT_SYMBOL(__kfifo_from_user);

int __kfifo_to_user(struct __kfifo* fifo, void __user* to, unsigned long len,
                    unsigned int* copied) {
  unsigned int count = min((unsigned int)(len / fifo->esize), fifo->in - fifo->out);
  unsigned long left = ring_to_user(fifo, to, count, fifo->out);
  *copied = count * fifo->esize - left;
  fifo->out += count - DIV_ROUND_UP(left, fifo->esize);
  return left ? -EFAULT : 0;
}
EXPORT_SYMBOL(__kfifo_to_user);

unsigned int ring_to_sg(struct __kfifo* fifo, struct scatterlist* sgl, int nents,
                        unsigned int count, unsigned int at) {
  struct ring_part part[2];
  int i, used = 0;
  ring_split(fifo, at, count, part);
  for (i = 0; i < 2 && used < nents; i++) {
    if (!part[i].bytes) continue;
    sg_set_buf(&sgl[used++], part[i].address, part[i].bytes);
  }
  if (used) sg_mark_end(&sgl[used - 1]);
  return used;
}
unsigned int __kfifo_dma_in_prepare(struct __kfifo* fifo, struct scatterlist* sgl, int nents,
                                    unsigned int len) {
  return ring_to_sg(fifo, sgl, nents, min(len, ring_unused(fifo)), fifo->in);
}
EXPORT_SYMBOL(__kfifo_dma_in_prepare);
unsigned int __kfifo_dma_out_prepare(struct __kfifo* fifo, struct scatterlist* sgl, int nents,
                                     unsigned int len) {
  return ring_to_sg(fifo, sgl, nents, min(len, fifo->in - fifo->out), fifo->out);
}
EXPORT_SYMBOL(__kfifo_dma_out_prepare);
