#include <linux/list_bl.h>

// Inline in Linux.
struct hlist_bl_head;
struct hlist_bl_node;
void hlist_bl_set_first_rcu(struct hlist_bl_head* h, struct hlist_bl_node* n);
struct hlist_bl_node* hlist_bl_first_rcu(struct hlist_bl_head* h);
void hlist_bl_del_rcu(struct hlist_bl_node* n);
void hlist_bl_add_head_rcu(struct hlist_bl_node* n, struct hlist_bl_head* h);
