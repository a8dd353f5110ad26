// kfifos of records: each has its length in front, in recsize (1 or 2) bytes, low byte first.
#include <linux/export.h>
#include <linux/kfifo.h>
#include <linux/uaccess.h>

#include "bug_at.h"
#include "kfifo_ring.h"

static u8* byte_at(struct __kfifo* fifo, unsigned int at) {
  return (u8*)fifo->data + (at & fifo->mask);
}
static unsigned int record_length(struct __kfifo* fifo, size_t recsize) {
  unsigned int length = *byte_at(fifo, fifo->out);
  if (recsize == 2) length |= *byte_at(fifo, fifo->out + 1) << 8;
  return length;
}
static void write_length(struct __kfifo* fifo, unsigned int length, size_t recsize) {
  *byte_at(fifo, fifo->in) = length;
  if (recsize == 2) *byte_at(fifo, fifo->in + 1) = length >> 8;
}

unsigned int __kfifo_max_r(unsigned int len, size_t recsize) {
  unsigned int max = (1 << (recsize << 3)) - 1;
  return min(len, max);
}
EXPORT_SYMBOL(__kfifo_max_r);
unsigned int __kfifo_len_r(struct __kfifo* fifo, size_t recsize) {
  return record_length(fifo, recsize);
}
EXPORT_SYMBOL(__kfifo_len_r);

unsigned int __kfifo_in_r(struct __kfifo* fifo, const void* buf, unsigned int len, size_t recsize) {
  if (len + recsize > ring_unused(fifo)) return 0;
  write_length(fifo, len, recsize);
  ring_write(fifo, buf, len, fifo->in + recsize);
  fifo->in += len + recsize;
  return len;
}
EXPORT_SYMBOL(__kfifo_in_r);

unsigned int __kfifo_out_peek_r(struct __kfifo* fifo, void* buf, unsigned int len, size_t recsize) {
  if (fifo->in == fifo->out) return 0;
  len = min(len, record_length(fifo, recsize));
  ring_read(fifo, buf, len, fifo->out + recsize);
  return len;
}
EXPORT_SYMBOL(__kfifo_out_peek_r);

void __kfifo_skip_r(struct __kfifo* fifo, size_t recsize) {
  fifo->out += record_length(fifo, recsize) + recsize;
}
EXPORT_SYMBOL(__kfifo_skip_r);

unsigned int __kfifo_out_r(struct __kfifo* fifo, void* buf, unsigned int len, size_t recsize) {
  if (fifo->in == fifo->out) return 0;
  len = __kfifo_out_peek_r(fifo, buf, len, recsize);
  __kfifo_skip_r(fifo, recsize);
  return len;
}
EXPORT_SYMBOL(__kfifo_out_r);

int __kfifo_from_user_r(struct __kfifo* fifo, const void __user* from, unsigned long len,
                        unsigned int* copied, size_t recsize) {
  unsigned int length = __kfifo_max_r(len, recsize);
  *copied = 0;
  if (length + recsize > ring_unused(fifo)) return 0;
  write_length(fifo, length, recsize);
  if (ring_from_user(fifo, from, length, fifo->in + recsize)) return -EFAULT;
  *copied = length;
  fifo->in += length + recsize;
  return 0;
}
EXPORT_SYMBOL(__kfifo_from_user_r);

int __kfifo_to_user_r(struct __kfifo* fifo, void __user* to, unsigned long len,
                      unsigned int* copied, size_t recsize) {
  unsigned int record, length;
  *copied = 0;
  if (fifo->in == fifo->out) return 0;
  record = record_length(fifo, recsize);
  length = min((unsigned int)len, record);
  if (ring_to_user(fifo, to, length, fifo->out + recsize)) return -EFAULT;
  *copied = length;
  fifo->out += record + recsize;
  return 0;
}
EXPORT_SYMBOL(__kfifo_to_user_r);

unsigned int __kfifo_dma_in_prepare_r(struct __kfifo* fifo, struct scatterlist* sgl, int nents,
                                      unsigned int len, size_t recsize) {
  BUG_ON_AT(!nents, "lib/kfifo.c", 551);
  len = __kfifo_max_r(len, recsize);
  if (len + recsize > ring_unused(fifo)) return 0;
  return ring_to_sg(fifo, sgl, nents, len, fifo->in + recsize);
}
EXPORT_SYMBOL(__kfifo_dma_in_prepare_r);
void __kfifo_dma_in_finish_r(struct __kfifo* fifo, unsigned int len, size_t recsize) {
  len = __kfifo_max_r(len, recsize);
  write_length(fifo, len, recsize);
  fifo->in += len + recsize;
}
EXPORT_SYMBOL(__kfifo_dma_in_finish_r);
unsigned int __kfifo_dma_out_prepare_r(struct __kfifo* fifo, struct scatterlist* sgl, int nents,
                                       unsigned int len, size_t recsize) {
  BUG_ON_AT(!nents, "lib/kfifo.c", 574);
  len = __kfifo_max_r(len, recsize);
  if (len + recsize > fifo->in - fifo->out) return 0;
  return ring_to_sg(fifo, sgl, nents, len, fifo->out + recsize);
}
EXPORT_SYMBOL(__kfifo_dma_out_prepare_r);
void __kfifo_dma_out_finish_r(struct __kfifo* fifo, size_t recsize) {
  __kfifo_skip_r(fifo, recsize);
}
EXPORT_SYMBOL(__kfifo_dma_out_finish_r);
