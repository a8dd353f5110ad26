// FIFOs: of fixed-size elements, or of records with a length in front.
//
// A kfifo of any element type is a union that begins with struct __kfifo, as in 6.1; the macros
// below take sizes from its type member. in and out count without wrapping; the size is a power of
// two.
#ifndef _LINUX_KFIFO_H
#define _LINUX_KFIFO_H

#include <linux/version.h>

struct __kfifo {
  unsigned int in;
  unsigned int out;
  unsigned int mask;
  unsigned int esize;
  void* data;
};
_Static_assert(sizeof(struct __kfifo) == 20, "struct __kfifo of 6.1 i386");

#if LINUX_VERSION_CODE < KERNEL_VERSION(2, 6, 33)
#include <linux/kfifo_2_6_32_mm32.h>
#else
#include <linux/err.h>
#include <linux/kernel.h>
#include <linux/scatterlist.h>
#include <linux/slab.h>
#include <linux/spinlock.h>

#define __STRUCT_KFIFO_COMMON(datatype, recsize, ptrtype) \
  union {                                                 \
    struct __kfifo kfifo;                                 \
    datatype* type;                                       \
    const datatype* const_type;                           \
    char (*rectype)[recsize];                             \
    ptrtype* ptr;                                         \
    ptrtype const* ptr_const;                             \
  }
#define __STRUCT_KFIFO(type, size, recsize, ptrtype)           \
  {                                                            \
    __STRUCT_KFIFO_COMMON(type, recsize, ptrtype);             \
    type buf[((size < 2) || (size & (size - 1))) ? -1 : size]; \
  }
#define __STRUCT_KFIFO_PTR(type, recsize, ptrtype) \
  {                                                \
    __STRUCT_KFIFO_COMMON(type, recsize, ptrtype); \
    type buf[0];                                   \
  }
#define STRUCT_KFIFO(type, size) struct __STRUCT_KFIFO(type, size, 0, type)
#define STRUCT_KFIFO_PTR(type) struct __STRUCT_KFIFO_PTR(type, 0, type)
#define STRUCT_KFIFO_REC_1(size) struct __STRUCT_KFIFO(unsigned char, size, 1, void)
#define STRUCT_KFIFO_REC_2(size) struct __STRUCT_KFIFO(unsigned char, size, 2, void)
struct kfifo __STRUCT_KFIFO_PTR(unsigned char, 0, void);
struct kfifo_rec_ptr_1 __STRUCT_KFIFO_PTR(unsigned char, 1, void);
struct kfifo_rec_ptr_2 __STRUCT_KFIFO_PTR(unsigned char, 2, void);

#define __is_kfifo_ptr(fifo) (sizeof(*fifo) == sizeof(STRUCT_KFIFO_PTR(typeof(*(fifo)->type))))
#define DECLARE_KFIFO_PTR(fifo, type) STRUCT_KFIFO_PTR(type) fifo
#if LINUX_VERSION_CODE < KERNEL_VERSION(2, 6, 36)
#define __MM32_KFIFO2(fifo, size) STRUCT_KFIFO(unsigned char, size) fifo
#define __MM32_KFIFO3(fifo, type, size) STRUCT_KFIFO(type, size) fifo
#define __MM32_KFIFO(a, b, c, name, ...) name
#define DECLARE_KFIFO(...) __MM32_KFIFO(__VA_ARGS__, __MM32_KFIFO3, __MM32_KFIFO2, 0)(__VA_ARGS__)
#else
#define DECLARE_KFIFO(fifo, type, size) STRUCT_KFIFO(type, size) fifo
#endif
#define INIT_KFIFO(fifo)                                                    \
  (void)({                                                                  \
    typeof(&(fifo)) __fresh = &(fifo);                                      \
    struct __kfifo* __k = &__fresh->kfifo;                                  \
    __k->in = 0;                                                            \
    __k->out = 0;                                                           \
    __k->mask = __is_kfifo_ptr(__fresh) ? 0 : ARRAY_SIZE(__fresh->buf) - 1; \
    __k->esize = sizeof(*__fresh->buf);                                     \
    __k->data = __is_kfifo_ptr(__fresh) ? NULL : __fresh->buf;              \
  })
#define DEFINE_KFIFO(fifo, type, size)                                                       \
  DECLARE_KFIFO(fifo, type, size) = (typeof(fifo)) {                                         \
    {                                                                                        \
      {                                                                                      \
        .in = 0, .out = 0, .mask = __is_kfifo_ptr(&(fifo)) ? 0 : ARRAY_SIZE((fifo).buf) - 1, \
        .esize = sizeof(*(fifo).buf), .data = __is_kfifo_ptr(&(fifo)) ? NULL : (fifo).buf    \
      }                                                                                      \
    }                                                                                        \
  }

int __kfifo_alloc(struct __kfifo* fifo, unsigned int size, size_t esize, gfp_t gfp_mask);
void __kfifo_free(struct __kfifo* fifo);
int __kfifo_init(struct __kfifo* fifo, void* buffer, unsigned int size, size_t esize);
unsigned int __kfifo_in(struct __kfifo* fifo, const void* buf, unsigned int len);
unsigned int __kfifo_out(struct __kfifo* fifo, void* buf, unsigned int len);
unsigned int __kfifo_out_peek(struct __kfifo* fifo, void* buf, unsigned int len);
int __kfifo_from_user(struct __kfifo* fifo, const void __user* from, unsigned long len,
                      unsigned int* copied);
int __kfifo_to_user(struct __kfifo* fifo, void __user* to, unsigned long len, unsigned int* copied);
unsigned int __kfifo_dma_in_prepare(struct __kfifo* fifo, struct scatterlist* sgl, int nents,
                                    unsigned int len);
unsigned int __kfifo_dma_out_prepare(struct __kfifo* fifo, struct scatterlist* sgl, int nents,
                                     unsigned int len);
unsigned int __kfifo_dma_in_prepare_r(struct __kfifo* fifo, struct scatterlist* sgl, int nents,
                                      unsigned int len, size_t recsize);
void __kfifo_dma_in_finish_r(struct __kfifo* fifo, unsigned int len, size_t recsize);
unsigned int __kfifo_dma_out_prepare_r(struct __kfifo* fifo, struct scatterlist* sgl, int nents,
                                       unsigned int len, size_t recsize);
void __kfifo_dma_out_finish_r(struct __kfifo* fifo, size_t recsize);
unsigned int __kfifo_max_r(unsigned int len, size_t recsize);
unsigned int __kfifo_len_r(struct __kfifo* fifo, size_t recsize);
unsigned int __kfifo_in_r(struct __kfifo* fifo, const void* buf, unsigned int len, size_t recsize);
unsigned int __kfifo_out_r(struct __kfifo* fifo, void* buf, unsigned int len, size_t recsize);
unsigned int __kfifo_out_peek_r(struct __kfifo* fifo, void* buf, unsigned int len, size_t recsize);
void __kfifo_skip_r(struct __kfifo* fifo, size_t recsize);
int __kfifo_from_user_r(struct __kfifo* fifo, const void __user* from, unsigned long len,
                        unsigned int* copied, size_t recsize);
int __kfifo_to_user_r(struct __kfifo* fifo, void __user* to, unsigned long len,
                      unsigned int* copied, size_t recsize);

#define __MM32_FIFO(fifo) (&(fifo)->kfifo)
#define kfifo_recsize(fifo) (sizeof(*(fifo)->rectype))
#define kfifo_initialized(fifo) ((fifo)->kfifo.mask)
#define kfifo_esize(fifo) ((fifo)->kfifo.esize)
#define kfifo_size(fifo) ((fifo)->kfifo.mask + 1)
#define kfifo_reset(fifo) ((void)((fifo)->kfifo.in = (fifo)->kfifo.out = 0))
#define kfifo_reset_out(fifo) ((void)((fifo)->kfifo.out = (fifo)->kfifo.in))
#define kfifo_len(fifo) ((fifo)->kfifo.in - (fifo)->kfifo.out)
#define kfifo_is_empty(fifo) ((fifo)->kfifo.in == (fifo)->kfifo.out)
#define kfifo_is_full(fifo) (kfifo_len(fifo) > (fifo)->kfifo.mask)
#define kfifo_avail(fifo)                                                           \
  ({                                                                                \
    unsigned int __avail = kfifo_size(fifo) - kfifo_len(fifo);                      \
    kfifo_recsize(fifo)                                                             \
        ? (__avail <= kfifo_recsize(fifo)                                           \
               ? 0                                                                  \
               : __kfifo_max_r(__avail - kfifo_recsize(fifo), kfifo_recsize(fifo))) \
        : __avail;                                                                  \
  })
#define kfifo_is_empty_spinlocked(fifo, lock) kfifo_is_empty(fifo)
#define kfifo_skip(fifo)                                      \
  (void)({                                                    \
    if (kfifo_recsize(fifo))                                  \
      __kfifo_skip_r(__MM32_FIFO(fifo), kfifo_recsize(fifo)); \
    else                                                      \
      (fifo)->kfifo.out++;                                    \
  })
#define kfifo_skip_count(fifo, count) ((void)((fifo)->kfifo.out += (count)))
#define kfifo_peek_len(fifo)                                                   \
  (kfifo_recsize(fifo) ? __kfifo_len_r(__MM32_FIFO(fifo), kfifo_recsize(fifo)) \
                       : kfifo_len(fifo) * sizeof(*(fifo)->type))
#define kfifo_alloc(fifo, size, gfp) \
  __kfifo_alloc(__MM32_FIFO(fifo), size, sizeof(*(fifo)->type), gfp)
#define kfifo_free(fifo) __kfifo_free(__MM32_FIFO(fifo))
#define kfifo_init(fifo, buffer, size) \
  __kfifo_init(__MM32_FIFO(fifo), buffer, size, sizeof(*(fifo)->type))
#define kfifo_in(fifo, buf, n)                                                           \
  ({                                                                                     \
    typeof((fifo)->ptr_const) __buf = (buf);                                             \
    kfifo_recsize(fifo) ? __kfifo_in_r(__MM32_FIFO(fifo), __buf, n, kfifo_recsize(fifo)) \
                        : __kfifo_in(__MM32_FIFO(fifo), __buf, n);                       \
  })
#define kfifo_out(fifo, buf, n)                                                           \
  ({                                                                                      \
    typeof((fifo)->ptr) __buf = (buf);                                                    \
    kfifo_recsize(fifo) ? __kfifo_out_r(__MM32_FIFO(fifo), __buf, n, kfifo_recsize(fifo)) \
                        : __kfifo_out(__MM32_FIFO(fifo), __buf, n);                       \
  })
#define kfifo_out_peek(fifo, buf, n)                                                           \
  ({                                                                                           \
    typeof((fifo)->ptr) __buf = (buf);                                                         \
    kfifo_recsize(fifo) ? __kfifo_out_peek_r(__MM32_FIFO(fifo), __buf, n, kfifo_recsize(fifo)) \
                        : __kfifo_out_peek(__MM32_FIFO(fifo), __buf, n);                       \
  })
#define kfifo_put(fifo, val)                                                                      \
  ({                                                                                              \
    typeof(*(fifo)->const_type) __val = (val);                                                    \
    kfifo_in((fifo), (typeof((fifo)->ptr_const))&__val, kfifo_recsize(fifo) ? sizeof(__val) : 1); \
  })
#define kfifo_get(fifo, val)                                                   \
  ({                                                                           \
    typeof((fifo)->ptr) __val = (typeof((fifo)->ptr))(val);                    \
    kfifo_out((fifo), __val, kfifo_recsize(fifo) ? sizeof(*(fifo)->type) : 1); \
  })
#define kfifo_peek(fifo, val)                                                       \
  ({                                                                                \
    typeof((fifo)->ptr) __val = (typeof((fifo)->ptr))(val);                         \
    kfifo_out_peek((fifo), __val, kfifo_recsize(fifo) ? sizeof(*(fifo)->type) : 1); \
  })
#define kfifo_in_spinlocked(fifo, buf, n, lock) \
  ({                                            \
    unsigned long __flags;                      \
    unsigned int __ret;                         \
    spin_lock_irqsave(lock, __flags);           \
    __ret = kfifo_in(fifo, buf, n);             \
    spin_unlock_irqrestore(lock, __flags);      \
    __ret;                                      \
  })
#define kfifo_out_spinlocked(fifo, buf, n, lock) \
  ({                                             \
    unsigned long __flags;                       \
    unsigned int __ret;                          \
    spin_lock_irqsave(lock, __flags);            \
    __ret = kfifo_out(fifo, buf, n);             \
    spin_unlock_irqrestore(lock, __flags);       \
    __ret;                                       \
  })
#define kfifo_in_locked(fifo, buf, n, lock) kfifo_in_spinlocked(fifo, buf, n, lock)
#define kfifo_out_locked(fifo, buf, n, lock) kfifo_out_spinlocked(fifo, buf, n, lock)
#define kfifo_from_user(fifo, from, len, copied)                                        \
  (kfifo_recsize(fifo)                                                                  \
       ? __kfifo_from_user_r(__MM32_FIFO(fifo), from, len, copied, kfifo_recsize(fifo)) \
       : __kfifo_from_user(__MM32_FIFO(fifo), from, len, copied))
#define kfifo_to_user(fifo, to, len, copied)                                        \
  (kfifo_recsize(fifo)                                                              \
       ? __kfifo_to_user_r(__MM32_FIFO(fifo), to, len, copied, kfifo_recsize(fifo)) \
       : __kfifo_to_user(__MM32_FIFO(fifo), to, len, copied))
#define kfifo_dma_in_prepare(fifo, sgl, nents, len)                                        \
  (kfifo_recsize(fifo)                                                                     \
       ? __kfifo_dma_in_prepare_r(__MM32_FIFO(fifo), sgl, nents, len, kfifo_recsize(fifo)) \
       : __kfifo_dma_in_prepare(__MM32_FIFO(fifo), sgl, nents, len))
#define kfifo_dma_in_finish(fifo, len)                                                        \
  (kfifo_recsize(fifo) ? __kfifo_dma_in_finish_r(__MM32_FIFO(fifo), len, kfifo_recsize(fifo)) \
                       : (void)((fifo)->kfifo.in += (len) / sizeof(*(fifo)->type)))
#define kfifo_dma_out_prepare(fifo, sgl, nents, len)                                        \
  (kfifo_recsize(fifo)                                                                      \
       ? __kfifo_dma_out_prepare_r(__MM32_FIFO(fifo), sgl, nents, len, kfifo_recsize(fifo)) \
       : __kfifo_dma_out_prepare(__MM32_FIFO(fifo), sgl, nents, len))
#define kfifo_dma_out_finish(fifo, len)                                                   \
  (kfifo_recsize(fifo) ? __kfifo_dma_out_finish_r(__MM32_FIFO(fifo), kfifo_recsize(fifo)) \
                       : (void)((fifo)->kfifo.out += (len) / sizeof(*(fifo)->type)))

#define __mm32_kfifo_locked_noirqsave(lock, call) \
  ({                                              \
    typeof(call) __kfifo_ret;                     \
    spin_lock(lock);                              \
    __kfifo_ret = call;                           \
    spin_unlock(lock);                            \
    __kfifo_ret;                                  \
  })
#define kfifo_in_spinlocked_noirqsave(fifo, buf, n, lock) \
  __mm32_kfifo_locked_noirqsave(lock, kfifo_in(fifo, buf, n))
#define kfifo_out_spinlocked_noirqsave(fifo, buf, n, lock) \
  __mm32_kfifo_locked_noirqsave(lock, kfifo_out(fifo, buf, n))
#define kfifo_is_empty_spinlocked_noirqsave(fifo, lock) \
  __mm32_kfifo_locked_noirqsave(lock, kfifo_is_empty(fifo))

#endif
#endif
