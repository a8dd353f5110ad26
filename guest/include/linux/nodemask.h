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
#define node_state(node, state) test_bit(node, node_states[state].bits)
#define num_node_state(state) ((int)hweight32(node_states[state].bits[0]))
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

#define NODE_MASK_ALL ((nodemask_t){{~0UL}})
#define NODE_MASK_NONE ((nodemask_t){{0UL}})
#define nodes_addr(src) ((src).bits)
#define node_set(node, dst) set_bit((node), (dst).bits)
#define node_clear(node, dst) clear_bit((node), (dst).bits)
#define nodes_setall(dst) bitmap_fill((dst).bits, MAX_NUMNODES)
#define nodes_clear(dst) bitmap_zero((dst).bits, MAX_NUMNODES)
#define node_isset(node, nodemask) test_bit((node), (nodemask).bits)
#define node_test_and_set(node, nodemask) test_and_set_bit((node), (nodemask).bits)
#define nodes_and(dst, src1, src2) bitmap_and((dst).bits, (src1).bits, (src2).bits, MAX_NUMNODES)
#define nodes_or(dst, src1, src2) bitmap_or((dst).bits, (src1).bits, (src2).bits, MAX_NUMNODES)
#define nodes_equal(src1, src2) bitmap_equal((src1).bits, (src2).bits, MAX_NUMNODES)
#define nodes_empty(src) bitmap_empty((src).bits, MAX_NUMNODES)
#define nodes_full(src) bitmap_full((src).bits, MAX_NUMNODES)
#define nodes_weight(nodemask) bitmap_weight((nodemask).bits, MAX_NUMNODES)
#define first_node(src) find_first_bit((src).bits, MAX_NUMNODES)
#define next_node(n, src) find_next_bit((src).bits, MAX_NUMNODES, (n) + 1)
#define nodemask_pr_args(maskp) MAX_NUMNODES, (maskp)->bits

#endif
