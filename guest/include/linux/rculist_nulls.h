// Chains that end in a number, under RCU.
#ifndef _LINUX_RCULIST_NULLS_H
#define _LINUX_RCULIST_NULLS_H

#include <linux/list_nulls.h>
#include <linux/rcupdate.h>

// Inline in Linux.
struct hlist_nulls_head;
struct hlist_nulls_node;
void hlist_nulls_del_init_rcu(struct hlist_nulls_node* n);
void hlist_nulls_del_rcu(struct hlist_nulls_node* n);
void hlist_nulls_add_head_rcu(struct hlist_nulls_node* n, struct hlist_nulls_head* h);
void hlist_nulls_add_tail_rcu(struct hlist_nulls_node* n, struct hlist_nulls_head* h);
void hlist_nulls_add_fake(struct hlist_nulls_node* n);
void hlist_nulls_replace_rcu(struct hlist_nulls_node* old, struct hlist_nulls_node* new);
void hlist_nulls_replace_init_rcu(struct hlist_nulls_node* old, struct hlist_nulls_node* new);

#endif
