// Data that subsystems keep in a network namespace.
#ifndef _NET_NETNS_GENERIC_H
#define _NET_NETNS_GENERIC_H

#include <linux/bug.h>
#include <linux/rcupdate.h>
#include <linux/types.h>
#include <net/net_namespace.h>

struct callback_head;
struct net_generic;

struct net_generic {
  union {
    struct {
      unsigned int len;
      struct callback_head rcu;
    } s;
    struct {
      struct {
      } __empty_ptr;
      void* ptr[];
    };
  };
};

// Inline in Linux.
struct net;
void* net_generic(const struct net* net, unsigned int id);

// Inline in Linux.
void* net_generic(const struct net* net, unsigned int id);

#endif
