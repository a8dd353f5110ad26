// The integer types of the kernel on i386, and the few structures that everything contains.
//
// size_t is unsigned int, 64-bit integers in structures are aligned to 4 bytes. phys_addr_t,
// dma_addr_t and resource_size_t have 64 bits in PAE mode.
#ifndef _LINUX_TYPES_H
#define _LINUX_TYPES_H

#include <linux/compiler_types.h>
#include <linux/stddef.h>

typedef signed char __s8;
typedef unsigned char __u8;
typedef short __s16;
typedef unsigned short __u16;
typedef int __s32;
typedef unsigned int __u32;
typedef long long __s64;
typedef unsigned long long __u64;

typedef __s8 s8;
typedef __u8 u8;
typedef __s16 s16;
typedef __u16 u16;
typedef __s32 s32;
typedef __u32 u32;
typedef __s64 s64;
typedef __u64 u64;

typedef __s8 int8_t;
typedef __u8 uint8_t;
typedef __s16 int16_t;
typedef __u16 uint16_t;
typedef __s32 int32_t;
typedef __u32 uint32_t;
typedef __s64 int64_t;
typedef __u64 uint64_t;

typedef _Bool bool;
typedef unsigned int size_t;
typedef int ssize_t;
typedef int ptrdiff_t;
typedef long intptr_t;
typedef unsigned long uintptr_t;

typedef unsigned int __kernel_size_t;
typedef int __kernel_ssize_t;
typedef long __kernel_long_t;
typedef unsigned long __kernel_ulong_t;
typedef long long __kernel_loff_t;
typedef long long __kernel_time64_t;
typedef long __kernel_old_time_t;

typedef unsigned char u_char;
typedef unsigned short u_short;
typedef unsigned int u_int;
typedef unsigned long u_long;
typedef unsigned char unchar;
typedef unsigned short ushort;
typedef unsigned int uint;
typedef unsigned long ulong;
typedef __u8 u_int8_t;
typedef __u16 u_int16_t;
typedef __u32 u_int32_t;
typedef __u64 u_int64_t;

typedef u32 __kernel_dev_t;
typedef __kernel_dev_t dev_t;
typedef unsigned long ino_t;
typedef unsigned short umode_t;
typedef unsigned short mode_t;
typedef unsigned int nlink_t;
typedef long off_t;
typedef long long loff_t;
typedef int pid_t;
typedef int daddr_t;
typedef int key_t;
typedef int timer_t;
typedef int clockid_t;
typedef int mqd_t;
typedef unsigned int uid_t;
typedef unsigned int gid_t;
typedef unsigned short uid16_t;
typedef unsigned short gid16_t;
typedef unsigned int projid_t;
typedef unsigned int qid_t;
typedef long time_t;
typedef long long time64_t;
typedef long suseconds_t;
typedef long clock_t;
typedef char* caddr_t;

typedef u64 sector_t;
typedef u64 blkcnt_t;
typedef unsigned int gfp_t;
typedef unsigned int slab_flags_t;
typedef unsigned int fmode_t;
typedef unsigned int __poll_t;
typedef unsigned long pgoff_t;
typedef unsigned long irq_hw_number_t;
typedef unsigned long long cycles_t;
typedef unsigned long uptr_t;

#ifdef CONFIG_X86_PAE
typedef u64 phys_addr_t;
typedef u64 dma_addr_t;
#else
typedef u32 phys_addr_t;
typedef u32 dma_addr_t;
#endif
typedef phys_addr_t resource_size_t;

typedef __u16 __le16;
typedef __u16 __be16;
typedef __u32 __le32;
typedef __u32 __be32;
typedef __u64 __le64;
typedef __u64 __be64;
typedef __u16 __sum16;
typedef __u32 __wsum;

#define __aligned_u64 __u64 __aligned(8)
#define __aligned_le64 __le64 __aligned(8)
#define __aligned_be64 __be64 __aligned(8)
#define aligned_u64 __aligned_u64
#define DECLARE_BITMAP(name, bits) unsigned long name[BITS_TO_LONGS(bits)]

typedef struct {
  int counter;
} atomic_t;
#define ATOMIC_INIT(i) \
  { (i) }

struct list_head {
  struct list_head *next, *prev;
};
struct hlist_head {
  struct hlist_node* first;
};
struct hlist_node {
  struct hlist_node *next, **pprev;
};
struct ustat {
  int f_tfree;
  ino_t f_tinode;
  char f_fname[6];
  char f_fpack[6];
};
struct callback_head {
  struct callback_head* next;
  void (*func)(struct callback_head* head);
} __attribute__((aligned(sizeof(void*))));
#define rcu_head callback_head

typedef void (*rcu_callback_t)(struct rcu_head* head);
typedef void (*call_rcu_func_t)(struct rcu_head* head, rcu_callback_t func);
typedef void (*swap_r_func_t)(void* a, void* b, int size, const void* priv);
typedef void (*swap_func_t)(void* a, void* b, int size);
typedef int (*cmp_r_func_t)(const void* a, const void* b, const void* priv);
typedef int (*cmp_func_t)(const void* a, const void* b);

#include <linux/posix_types.h>
typedef __kernel_fd_set fd_set;

#endif
