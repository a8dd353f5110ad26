// Credentials and files that messages carry.
#ifndef _NET_SCM_H
#define _NET_SCM_H

#include <linux/cred.h>
#include <linux/limits.h>
#include <linux/net.h>
#include <linux/nsproxy.h>
#include <linux/pid.h>
#include <linux/sched/signal.h>
#include <linux/security.h>
#include <linux/types.h>

struct file;
struct list_head;
struct msghdr;
struct pid;
struct scm_cookie;
struct scm_creds;
struct scm_fp_list;
struct socket;
struct unix_edge;
struct user_struct;

#define SCM_MAX_FD 253
struct scm_creds {
  u32 pid;
  kuid_t uid;
  kgid_t gid;
};
struct scm_fp_list {
  short count;
  short count_unix;
  short max;
  bool inflight;
  bool dead;
  struct list_head vertices;
  struct unix_edge* edges;
  struct user_struct* user;
  struct file* fp[253];
};
struct scm_cookie {
  struct pid* pid;
  struct scm_fp_list* fp;
  struct scm_creds creds;
  u32 secid;
};
void scm_detach_fds(struct msghdr* msg, struct scm_cookie* scm);
void scm_detach_fds_compat(struct msghdr* msg, struct scm_cookie* scm);
int __scm_send(struct socket* sock, struct msghdr* msg, struct scm_cookie* scm);
void __scm_destroy(struct scm_cookie* scm);
struct scm_fp_list* scm_fp_dup(struct scm_fp_list* fpl);

// Inline in Linux.
void unix_get_peersec_dgram(struct socket* sock, struct scm_cookie* scm);
void scm_set_cred(struct scm_cookie* scm, struct pid* pid, kuid_t uid, kgid_t gid);
void scm_destroy_cred(struct scm_cookie* scm);
void scm_destroy(struct scm_cookie* scm);
int scm_send(struct socket* sock, struct msghdr* msg, struct scm_cookie* scm, bool forcecreds);
void scm_passec(struct socket* sock, struct msghdr* msg, struct scm_cookie* scm);
bool scm_has_secdata(struct socket* sock);
void scm_recv(struct socket* sock, struct msghdr* msg, struct scm_cookie* scm, int flags);

#endif
