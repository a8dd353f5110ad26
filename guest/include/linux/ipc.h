// System V IPC.
#ifndef _LINUX_IPC_H
#define _LINUX_IPC_H

#include <linux/cache.h>
#include <linux/refcount.h>
#include <linux/rhashtable-types.h>
#include <linux/spinlock.h>
#include <linux/spinlock_types.h>
#include <linux/types.h>
#include <linux/uidgid.h>

struct callback_head;
struct ipc_kludge;
struct ipc_perm;
struct kern_ipc_perm;
struct msgbuf;
struct rhash_head;

#define IPC_PRIVATE ((__kernel_key_t)0)
#define IPC_CREAT 00001000
#define IPC_EXCL 00002000
#define IPC_NOWAIT 00004000
#define IPC_DIPC 00010000
#define IPC_OWN 00020000
#define IPC_RMID 0
#define IPC_SET 1
#define IPC_STAT 2
#define IPC_INFO 3
#define IPC_OLD 0
#define IPC_64 0x0100
#define SEMOP 1
#define SEMGET 2
#define SEMCTL 3
#define SEMTIMEDOP 4
#define MSGSND 11
#define MSGRCV 12
#define MSGGET 13
#define MSGCTL 14
#define SHMAT 21
#define SHMDT 22
#define SHMGET 23
#define SHMCTL 24
#define DIPC 25
struct ipc_perm {
  __kernel_key_t key;
  __kernel_uid_t uid;
  __kernel_gid_t gid;
  __kernel_uid_t cuid;
  __kernel_gid_t cgid;
  __kernel_mode_t mode;
  unsigned short seq;
};
struct ipc_kludge {
  struct msgbuf* msgp;
  long msgtyp;
};
struct kern_ipc_perm {
  spinlock_t lock;
  bool deleted;
  int id;
  key_t key;
  kuid_t uid;
  kgid_t gid;
  kuid_t cuid;
  kgid_t cgid;
  umode_t mode;
  unsigned long seq;
  void* security;
  struct rhash_head khtnode;
  struct callback_head rcu;
  refcount_t refcount;
} ____cacheline_aligned;

#endif
