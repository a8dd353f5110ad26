// The tree below xarrays, radix trees and idrs: nodes of 64 slots, each with three marks.
//
// T1 a node's count is the number of its slots that are not NULL, nr_values that of value entries.
// T2 a mark is set in a slot that leads to a node exactly when some slot of that node has it; the
//    root's marks are bits of xa_flags. T3 in a tree that tracks free indices mark 0 means "free"
//    and is set in all slots that hold nothing. A tree of height 0 holds index 0 in xa_head itself.
#ifndef GUEST_KERNEL_LIB_XA_TREE_H
#define GUEST_KERNEL_LIB_XA_TREE_H

#include <linux/xarray.h>

// A place for one index. node NULL: the head.
struct xa_spot {
  struct xa_node* node;
  unsigned int offset;
};

// Nodes made in advance, for callers that must not sleep where the tree grows.
struct xa_node* xa_node_alloc(gfp_t gfp);
void xa_node_free(struct xa_node* node);

static inline bool xa_tracks_free(const struct xarray* xa) {
  return xa->xa_flags & XA_FLAGS_TRACK_FREE;
}
// The highest index that the tree can hold at its present height.
unsigned long xa_tree_max(const struct xarray* xa);
// The spot of an index; false when the tree has none.
bool xa_tree_walk(const struct xarray* xa, unsigned long index, struct xa_spot* spot);
// Makes the spot. -ENOMEM when a node is missing: *spare is used first, then an allocation that
// does not sleep.
int xa_tree_create(struct xarray* xa, unsigned long index, struct xa_node** spare,
                   struct xa_spot* spot);
void** xa_tree_slot(struct xarray* xa, const struct xa_spot* spot);
// Replaces the entry and keeps T1; storing NULL resets the marks.
void xa_tree_put(struct xarray* xa, const struct xa_spot* spot, void* entry);
// Frees what has become empty or needlessly high.
void xa_tree_trim(struct xarray* xa, struct xa_node* node);
bool xa_tree_mark(const struct xarray* xa, const struct xa_spot* spot, unsigned int mark);
void xa_tree_set_mark(struct xarray* xa, const struct xa_spot* spot, unsigned int mark);
void xa_tree_clear_mark(struct xarray* xa, const struct xa_spot* spot, unsigned int mark);
// The first index from *index to max whose entry is not NULL (mark XA_PRESENT) or has the mark.
// False when there is none in the tree.
bool xa_tree_next(const struct xarray* xa, unsigned long* index, unsigned long max,
                  unsigned int mark, struct xa_spot* spot);
// The first free index of a tree that tracks them; it may lie behind the tree's end.
bool xa_tree_next_free(const struct xarray* xa, unsigned long* index, unsigned long max);
void xa_tree_destroy(struct xarray* xa);

#endif
