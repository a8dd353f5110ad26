// Network devices: the calls; the structure itself belongs to the network.
#ifndef _LINUX_NETDEVICE_H
#define _LINUX_NETDEVICE_H

#include <asm/byteorder.h>
#include <asm/cache.h>
#include <asm/local.h>
#include <linux/atomic.h>
#include <linux/bug.h>
#include <linux/cache.h>
#include <linux/delay.h>
#include <linux/device.h>
#include <linux/dynamic_queue_limits.h>
#include <linux/hashtable.h>
#include <linux/if.h>
#include <linux/if_bonding.h>
#include <linux/list.h>
#include <linux/notifier.h>
#include <linux/percpu.h>
#include <linux/prefetch.h>
#include <linux/rbtree.h>
#include <linux/rculist.h>
#include <linux/skbuff.h>
#include <linux/static_key.h>
#include <linux/timer.h>
#include <linux/u64_stats_sync.h>
#include <linux/workqueue.h>
#include <net/net_namespace.h>
#include <net/xdp.h>

struct list_head;
struct net;
struct net_device;
struct netdev_net_notifier;
struct notifier_block;
struct sk_buff;

enum netdev_tx { __NETDEV_TX_MIN = -2147483648, NETDEV_TX_OK = 0, NETDEV_TX_BUSY = 16 };

int register_netdevice_notifier(struct notifier_block*);
int unregister_netdevice_notifier(struct notifier_block*);
int register_netdevice_notifier_net(struct net*, struct notifier_block*);
int unregister_netdevice_notifier_net(struct net*, struct notifier_block*);
int register_netdevice_notifier_dev_net(struct net_device*, struct notifier_block*,
                                        struct netdev_net_notifier*);
int unregister_netdevice_notifier_dev_net(struct net_device*, struct notifier_block*,
                                          struct netdev_net_notifier*);
int register_netdevice(struct net_device*);
void unregister_netdevice_queue(struct net_device*, struct list_head*);
void unregister_netdevice_many(struct list_head*);
void free_netdev(struct net_device*);
int netif_rx(struct sk_buff*);
void dev_queue_xmit_nit(struct sk_buff*, struct net_device*);
void ether_setup(struct net_device*);
struct net_device* alloc_netdev_mqs(int, const char*, unsigned char, void (*)(struct net_device*),
                                    unsigned int, unsigned int);
int register_netdev(struct net_device*);
void unregister_netdev(struct net_device*);

typedef enum netdev_tx netdev_tx_t;

#include <linux/netdevice_api_mm32.h>
#include <linux/netdevice_flags_mm32.h>
#include <linux/netdevice_structs_mm32.h>

#endif
