// Messages between kernel and programs over netlink.
#ifndef _LINUX_CONNECTOR_H
#define _LINUX_CONNECTOR_H

#include <linux/list.h>
#include <linux/refcount.h>
#include <linux/types.h>
#include <linux/workqueue.h>
#include <net/sock.h>

struct cb_id;
struct cn_callback_entry;
struct cn_callback_id;
struct cn_dev;
struct cn_msg;
struct cn_queue_dev;
struct list_head;
struct netlink_skb_parms;
struct sock;

#define CN_IDX_PROC 0x1
#define CN_VAL_PROC 0x1
#define CN_IDX_CIFS 0x2
#define CN_VAL_CIFS 0x1
#define CN_W1_IDX 0x3
#define CN_W1_VAL 0x1
#define CN_IDX_V86D 0x4
#define CN_VAL_V86D_UVESAFB 0x1
#define CN_IDX_BB 0x5
#define CN_DST_IDX 0x6
#define CN_DST_VAL 0x1
#define CN_IDX_DM 0x7
#define CN_VAL_DM_USERSPACE_LOG 0x1
#define CN_IDX_DRBD 0x8
#define CN_VAL_DRBD 0x1
#define CN_KVP_IDX 0x9
#define CN_KVP_VAL 0x1
#define CN_VSS_IDX 0xA
#define CN_VSS_VAL 0x1
#define CN_NETLINK_USERS 11
#define CONNECTOR_MAX_MSG_SIZE 16384
#define CN_CBQ_NAMELEN 32
struct cb_id {
  __u32 idx;
  __u32 val;
};
struct cn_msg {
  struct cb_id id;
  __u32 seq;
  __u32 ack;
  __u16 len;
  __u16 flags;
  __u8 data[];
};
struct cn_queue_dev {
  atomic_t refcnt;
  unsigned char name[32];
  struct list_head queue_list;
  spinlock_t queue_lock;
  struct sock* nls;
};
struct cn_callback_id {
  unsigned char name[32];
  struct cb_id id;
};
struct cn_callback_entry {
  struct list_head callback_entry;
  refcount_t refcnt;
  struct cn_queue_dev* pdev;
  struct cn_callback_id id;
  void (*callback)(struct cn_msg*, struct netlink_skb_parms*);
  u32 seq;
  u32 group;
};
struct cn_dev {
  struct cb_id id;
  u32 seq;
  u32 groups;
  struct sock* nls;
  struct cn_queue_dev* cbdev;
};
int cn_add_callback(const struct cb_id* id, const char* name,
                    void (*callback)(struct cn_msg*, struct netlink_skb_parms*));
void cn_del_callback(const struct cb_id* id);
int cn_netlink_send_mult(struct cn_msg* msg, u16 len, u32 portid, u32 group, gfp_t gfp_mask);
int cn_netlink_send(struct cn_msg* msg, u32 portid, u32 group, gfp_t gfp_mask);
int cn_queue_add_callback(struct cn_queue_dev* dev, const char* name, const struct cb_id* id,
                          void (*callback)(struct cn_msg*, struct netlink_skb_parms*));
void cn_queue_del_callback(struct cn_queue_dev* dev, const struct cb_id* id);
void cn_queue_release_callback(struct cn_callback_entry*);
struct cn_queue_dev* cn_queue_alloc_dev(const char* name, struct sock*);
void cn_queue_free_dev(struct cn_queue_dev* dev);
int cn_cb_equal(const struct cb_id*, const struct cb_id*);

#endif
