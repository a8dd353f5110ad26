// The states of the one memory node.
#ifndef _LINUX_NODEMASK_H
#define _LINUX_NODEMASK_H

#include <linux/bitops.h>
#include <linux/numa.h>

enum node_states {
  N_POSSIBLE,
  N_ONLINE,
  N_NORMAL_MEMORY,
  N_HIGH_MEMORY,
  N_MEMORY,
  N_CPU,
  N_GENERIC_INITIATOR,
  NR_NODE_STATES
};
extern nodemask_t node_states[NR_NODE_STATES];
// With one node there is nothing to look up.
#define node_state(node, state) ((node) == 0)
#define num_node_state(state) 1
#define num_online_nodes() num_node_state(N_ONLINE)
#define num_possible_nodes() num_node_state(N_POSSIBLE)
#define node_possible_map node_states[N_POSSIBLE]
#define node_online_map node_states[N_ONLINE]

struct nodemask_scratch;

#define NODE_MASK_LAST_WORD BITMAP_LAST_WORD_MASK(MAX_NUMNODES)
#define first_memory_node 0
#define nr_node_ids 1U
extern nodemask_t _unused_nodemask_arg_;
struct nodemask_scratch {
  nodemask_t mask1;
  nodemask_t mask2;
};

#include <linux/nodemask_api_mm32.h>

#endif
