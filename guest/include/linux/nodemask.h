// The states of the one memory node.
#ifndef _LINUX_NODEMASK_H
#define _LINUX_NODEMASK_H

#include <linux/bitmap.h>
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

// Sets of nodes. NODE_MASK_ALL has the one node that there can be.
#define NODE_MASK_ALL ((nodemask_t){{NODE_MASK_LAST_WORD}})
#define NODE_MASK_NONE ((nodemask_t){{0}})
#define nodes_addr(src) ((src).bits)
#define nodemask_pr_args(maskp) ((maskp) ? MAX_NUMNODES : 0), ((maskp) ? (maskp)->bits : NULL)
#define node_set(node, dst) set_bit((node), (dst).bits)
#define node_clear(node, dst) clear_bit((node), (dst).bits)
#define node_isset(node, nodemask) test_bit((node), (nodemask).bits)
#define node_test_and_set(node, nodemask) test_and_set_bit((node), (nodemask).bits)
#define nodes_setall(dst) bitmap_fill((dst).bits, MAX_NUMNODES)
#define nodes_clear(dst) bitmap_zero((dst).bits, MAX_NUMNODES)
#define nodes_and(dst, a, b) bitmap_and((dst).bits, (a).bits, (b).bits, MAX_NUMNODES)
#define nodes_or(dst, a, b) bitmap_or((dst).bits, (a).bits, (b).bits, MAX_NUMNODES)
#define nodes_xor(dst, a, b) bitmap_xor((dst).bits, (a).bits, (b).bits, MAX_NUMNODES)
#define nodes_andnot(dst, a, b) bitmap_andnot((dst).bits, (a).bits, (b).bits, MAX_NUMNODES)
#define nodes_complement(dst, src) bitmap_complement((dst).bits, (src).bits, MAX_NUMNODES)
#define nodes_equal(a, b) bitmap_equal((a).bits, (b).bits, MAX_NUMNODES)
#define nodes_intersects(a, b) bitmap_intersects((a).bits, (b).bits, MAX_NUMNODES)
#define nodes_subset(a, b) bitmap_subset((a).bits, (b).bits, MAX_NUMNODES)
#define nodes_empty(nodemask) bitmap_empty((nodemask).bits, MAX_NUMNODES)
#define nodes_full(nodemask) bitmap_full((nodemask).bits, MAX_NUMNODES)
#define nodes_weight(nodemask) bitmap_weight((nodemask).bits, MAX_NUMNODES)
#define __mm32_node_limit(node) min_t(unsigned int, MAX_NUMNODES, (node))
#define first_node(src) __mm32_node_limit(find_first_bit((src).bits, MAX_NUMNODES))
#define next_node(n, src) __mm32_node_limit(find_next_bit((src).bits, MAX_NUMNODES, (n) + 1))
#define first_unset_node(mask) __mm32_node_limit(find_first_zero_bit((mask).bits, MAX_NUMNODES))
#define next_node_in(n, src)                                               \
  ({                                                                       \
    unsigned int __next_in = next_node((n), (src));                        \
    __next_in == MAX_NUMNODES ? (unsigned int)first_node(src) : __next_in; \
  })
#define nodemask_of_node(node)          \
  ({                                    \
    nodemask_t __only = NODE_MASK_NONE; \
    node_set((node), __only);           \
    __only;                             \
  })
#define for_each_node_mask(node, mask) \
  for ((node) = first_node(mask); (node) < MAX_NUMNODES; (node) = next_node((node), (mask)))
#define for_each_node_state(node, __state) for_each_node_mask((node), node_states[__state])
#define next_online_node(nid) (MAX_NUMNODES)
#define next_memory_node(nid) (MAX_NUMNODES)
#define node_possible(node) node_state((node), N_POSSIBLE)
#define node_set_online(node) node_set_state((node), N_ONLINE)
#define node_set_offline(node) node_clear_state((node), N_ONLINE)
static inline void node_set_state(int node, enum node_states state) {}
static inline void node_clear_state(int node, enum node_states state) {}
static inline void init_nodemask_of_node(nodemask_t* mask, int node) {
  nodes_clear(*mask);
  node_set(node, *mask);
}
static inline int node_random(const nodemask_t* maskp) { return 0; }
#define nodelist_parse(buf, dst) bitmap_parselist((buf), (dst).bits, MAX_NUMNODES)
#define NODEMASK_ALLOC(type, name, gfp_flags) type _##name, *name = &_##name
#define NODEMASK_FREE(m) \
  do {                   \
  } while (0)
#define NODEMASK_SCRATCH(x) NODEMASK_ALLOC(struct nodemask_scratch, x, GFP_KERNEL | __GFP_NORETRY)
#define NODEMASK_SCRATCH_FREE(x) NODEMASK_FREE(x)

#endif
