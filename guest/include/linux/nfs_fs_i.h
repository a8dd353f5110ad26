// What a lock on an NFS file carries.
#ifndef _LINUX_NFS_FS_I_H
#define _LINUX_NFS_FS_I_H

#include <linux/list.h>
#include <linux/types.h>

struct list_head;
struct nfs4_lock_info;
struct nfs4_lock_state;
struct nfs_lock_info;
struct nlm_lockowner;

struct nfs_lock_info {
  int state;
  struct nlm_lockowner* owner;
  struct list_head list;
};
struct nfs4_lock_info {
  struct nfs4_lock_state* owner;
};

#endif
