/* A FIFO of bytes that kfifo_alloc answers, with a lock of its own: until 2.6.33. And ida, bits and
 * times under the names of those years. */
#include <linux/bitops.h>
#include <linux/err.h>
#include <linux/idr.h>
#include <linux/kernel.h>
#include <linux/kfifo.h>
#include <linux/mempool.h>
#include <linux/module.h>
#include <linux/seq_file.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/string.h>
#include <linux/time.h>
#include <linux/vmalloc.h>

static spinlock_t lock = SPIN_LOCK_UNLOCKED;

static int fifo_use(void) {
  unsigned char out[8] = "";
  struct kfifo* fifo = kfifo_alloc(5, GFP_KERNEL, &lock);
  unsigned int put, got;
  if (IS_ERR(fifo)) return PTR_ERR(fifo);
  put = kfifo_put(fifo, "abcdef", 6);
  got = kfifo_get(fifo, out, 4);
  printk("size %u, put %u, got %u of %s, %u left\n", fifo->size, put, got, out, kfifo_len(fifo));
  put = kfifo_put(fifo, "ghijklmn", 8);
  got = __kfifo_get(fifo, out, 8);
  printk("put %u, got %u: %.8s\n", put, got, out);
  kfifo_free(fifo);
  return 0;
}

static int __init fifo_init(void) {
  DEFINE_IDA(ida);
  mempool_t* pool = mempool_create_kzalloc_pool(2, 16);
  struct vm_struct* area;
  struct timespec ts;
  struct timeval tv;
  unsigned long map = 0x90;
  int id, bit, sum = 0;

  if (fifo_use() || !pool) return -ENOMEM;
  ida_pre_get(&ida, GFP_KERNEL);
  printk("ida %d", ida_get_new_above(&ida, 7, &id));
  printk(" %d\n", id);
  ida_remove(&ida, id);
  for_each_bit(bit, &map, 32) sum += bit;
  printk("bits %d, %d, %d\n", sum, generic_ffs(0x90), ext2_set_bit(4, &map));
  printk("pools %d\n", mempool_resize(pool, 3, GFP_KERNEL));
  mempool_destroy(pool);

  jiffies_to_timespec(3 * HZ / 2, &ts);
  jiffies_to_timeval(HZ / 2, &tv);
  printk("times %ld.%03ld %ld.%03ld, %lu\n", ts.tv_sec, ts.tv_nsec / 1000000, tv.tv_sec,
         tv.tv_usec / 1000, timespec_to_jiffies(&ts) / (HZ / 2));
  timespec_add_ns(&ts, 700000000);
  printk("later %ld.%03ld, names %d\n", ts.tv_sec, ts.tv_nsec / 1000000, strnicmp("AbC", "aBd", 2));
  area = __get_vm_area(4 * PAGE_SIZE, VM_ALLOC, VMALLOC_START, VMALLOC_END);
  if (!area) return -ENOMEM;
  printk("<4>area of %lu\n", (unsigned long)area->size / PAGE_SIZE);
  free_vm_area(area);
  return 0;
}
static void __exit fifo_exit(void) {}
module_init(fifo_init);
module_exit(fifo_exit);
MODULE_LICENSE("GPL");
