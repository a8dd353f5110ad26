// The circular buffer below kfifo.c and kfifo_records.c.
#ifndef GUEST_KERNEL_LIB_KFIFO_RING_H
#define GUEST_KERNEL_LIB_KFIFO_RING_H

#include <linux/kfifo.h>

// A stretch of the buffer; a range of elements is at most two of them.
struct ring_part {
  void* address;
  unsigned int bytes;
};
static inline unsigned int ring_unused(const struct __kfifo* fifo) {
  return fifo->mask + 1 - (fifo->in - fifo->out);
}
void ring_split(const struct __kfifo* fifo, unsigned int at, unsigned int count,
                struct ring_part part[2]);
void ring_write(struct __kfifo* fifo, const void* src, unsigned int count, unsigned int at);
void ring_read(const struct __kfifo* fifo, void* dst, unsigned int count, unsigned int at);
unsigned long ring_from_user(struct __kfifo* fifo, const void __user* from, unsigned int count,
                             unsigned int at);
unsigned long ring_to_user(struct __kfifo* fifo, void __user* to, unsigned int count,
                           unsigned int at);

// Describes `count` elements from `at` on as one or two entries; returns how many.
unsigned int ring_to_sg(struct __kfifo* fifo, struct scatterlist* sgl, int nents,
                        unsigned int count, unsigned int at);

#endif
