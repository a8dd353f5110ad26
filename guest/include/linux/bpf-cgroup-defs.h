// Programs attached to control groups.
#ifndef _LINUX_BPF_CGROUP_DEFS_H
#define _LINUX_BPF_CGROUP_DEFS_H

#include <linux/list.h>
#include <linux/percpu-refcount.h>
#include <linux/types.h>
#include <linux/workqueue.h>

struct bpf_prog_array;
struct cgroup_bpf;
struct hlist_head;
struct list_head;
struct percpu_ref;
struct work_struct;

#define CGROUP_LSM_NUM 10
enum cgroup_bpf_attach_type {
  CGROUP_BPF_ATTACH_TYPE_INVALID = -1,
  CGROUP_INET_INGRESS,
  CGROUP_INET_EGRESS,
  CGROUP_INET_SOCK_CREATE,
  CGROUP_SOCK_OPS,
  CGROUP_DEVICE,
  CGROUP_INET4_BIND,
  CGROUP_INET6_BIND,
  CGROUP_INET4_CONNECT,
  CGROUP_INET6_CONNECT,
  CGROUP_INET4_POST_BIND,
  CGROUP_INET6_POST_BIND,
  CGROUP_UDP4_SENDMSG,
  CGROUP_UDP6_SENDMSG,
  CGROUP_SYSCTL,
  CGROUP_UDP4_RECVMSG,
  CGROUP_UDP6_RECVMSG,
  CGROUP_GETSOCKOPT,
  CGROUP_SETSOCKOPT,
  CGROUP_INET4_GETPEERNAME,
  CGROUP_INET6_GETPEERNAME,
  CGROUP_INET4_GETSOCKNAME,
  CGROUP_INET6_GETSOCKNAME,
  CGROUP_INET_SOCK_RELEASE,
  CGROUP_LSM_START,
  CGROUP_LSM_END = 0x20,
  MAX_CGROUP_BPF_ATTACH_TYPE
};
struct cgroup_bpf {
  struct bpf_prog_array* effective[33];
  struct hlist_head progs[33];
  u8 flags[33];
  struct list_head storages;
  struct bpf_prog_array* inactive;
  struct percpu_ref refcnt;
  struct work_struct release_work;
};

#endif
