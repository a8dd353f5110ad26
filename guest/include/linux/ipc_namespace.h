// Namespaces of System V IPC.
#ifndef _LINUX_IPC_NAMESPACE_H
#define _LINUX_IPC_NAMESPACE_H

#include <linux/err.h>
#include <linux/idr.h>
#include <linux/notifier.h>
#include <linux/ns_common.h>
#include <linux/nsproxy.h>
#include <linux/percpu_counter.h>
#include <linux/refcount.h>
#include <linux/rhashtable-types.h>
#include <linux/rwsem.h>
#include <linux/sysctl.h>
#include <linux/types.h>

struct ctl_table_header;
struct ctl_table_set;
struct idr;
struct ipc_ids;
struct ipc_namespace;
struct llist_node;
struct notifier_block;
struct ns_common;
struct percpu_counter;
struct rhashtable;
struct rw_semaphore;
struct ucounts;
struct user_namespace;
struct vfsmount;

#define DFLT_QUEUESMAX 256
#define MIN_MSGMAX 1
#define DFLT_MSG 10U
#define DFLT_MSGMAX 10
#define HARD_MSGMAX 65536
#define MIN_MSGSIZEMAX 128
#define DFLT_MSGSIZE 8192U
#define DFLT_MSGSIZEMAX 8192
#define HARD_MSGSIZEMAX (16 * 1024 * 1024)
struct ipc_ids {
  int in_use;
  unsigned short seq;
  struct rw_semaphore rwsem;
  struct idr ipcs_idr;
  int max_idx;
  int last_idx;
  int next_id;
  struct rhashtable key_ht;
};
struct ipc_namespace {
  struct ipc_ids ids[3];
  int sem_ctls[4];
  int used_sems;
  unsigned int msg_ctlmax;
  unsigned int msg_ctlmnb;
  unsigned int msg_ctlmni;
  struct percpu_counter percpu_msg_bytes;
  struct percpu_counter percpu_msg_hdrs;
  size_t shm_ctlmax;
  size_t shm_ctlall;
  unsigned long shm_tot;
  int shm_ctlmni;
  int shm_rmid_forced;
  struct notifier_block ipcns_nb;
  struct vfsmount* mq_mnt;
  unsigned int mq_queues_count;
  unsigned int mq_queues_max;
  unsigned int mq_msg_max;
  unsigned int mq_msgsize_max;
  unsigned int mq_msg_default;
  unsigned int mq_msgsize_default;
  struct ctl_table_set mq_set;
  struct ctl_table_header* mq_sysctls;
  struct ctl_table_set ipc_set;
  struct ctl_table_header* ipc_sysctls;
  struct user_namespace* user_ns;
  struct ucounts* ucounts;
  struct llist_node mnt_llist;
  struct ns_common ns;
};
extern struct ipc_namespace init_ipc_ns;
extern spinlock_t mq_lock;
void shm_destroy_orphaned(struct ipc_namespace* ns);
int mq_init_ns(struct ipc_namespace* ns);
struct ipc_namespace* copy_ipcs(unsigned long flags, struct user_namespace* user_ns,
                                struct ipc_namespace* ns);
void put_ipc_ns(struct ipc_namespace* ns);
void retire_mq_sysctls(struct ipc_namespace* ns);
bool setup_mq_sysctls(struct ipc_namespace* ns);
bool setup_ipc_sysctls(struct ipc_namespace* ns);
void retire_ipc_sysctls(struct ipc_namespace* ns);

// Inline in Linux.
struct ipc_namespace* get_ipc_ns(struct ipc_namespace* ns);
struct ipc_namespace* get_ipc_ns_not_zero(struct ipc_namespace* ns);

// Inline in Linux.
struct ipc_namespace* get_ipc_ns(struct ipc_namespace* ns);
struct ipc_namespace* get_ipc_ns_not_zero(struct ipc_namespace* ns);

#endif
