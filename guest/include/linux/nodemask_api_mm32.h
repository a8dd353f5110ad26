// Sets of nodes, of which there is one; part of <linux/nodemask.h>.
#include <linux/nodemask.h>
#ifndef _LINUX_NODEMASK_API_MM32_H
#define _LINUX_NODEMASK_API_MM32_H

#include <linux/bitmap.h>

#define NODE_MASK_ALL \
  {                   \
    { 1UL }           \
  }
#define NODE_MASK_NONE \
  {                    \
    { 0UL }            \
  }
// Arguments of %*pb; NULL prints as no nodes.
#define nodemask_pr_args(maskp) __nodemask_pr_numnodes(maskp), __nodemask_pr_bits(maskp)
static inline unsigned int __nodemask_pr_numnodes(const nodemask_t* m) {
  return m ? MAX_NUMNODES : 0;
}
static inline const unsigned long* __nodemask_pr_bits(const nodemask_t* m) {
  return m ? m->bits : NULL;
}
#define nodes_addr(src) ((src).bits)
#define node_possible(node) node_state((node), N_POSSIBLE)

#define node_set(node, dst) __node_set((node), &(dst))
static __always_inline void __node_set(int node, volatile nodemask_t* dst) {
  set_bit(node, dst->bits);
}
#define node_clear(node, dst) __node_clear((node), &(dst))
static inline void __node_clear(int node, volatile nodemask_t* dst) { clear_bit(node, dst->bits); }
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
#define nodes_empty(src) bitmap_empty((src).bits, MAX_NUMNODES)
#define nodes_full(src) bitmap_full((src).bits, MAX_NUMNODES)
#define nodes_weight(src) bitmap_weight((src).bits, MAX_NUMNODES)
#define nodes_shift_left(dst, src, n) bitmap_shift_left((dst).bits, (src).bits, (n), MAX_NUMNODES)
#define nodes_shift_right(dst, src, n) bitmap_shift_right((dst).bits, (src).bits, (n), MAX_NUMNODES)
#define nodelist_parse(buf, dst) bitmap_parselist((buf), (dst).bits, MAX_NUMNODES)
#define nodemask_parse_user(ubuf, ulen, dst) \
  bitmap_parse_user((ubuf), (ulen), (dst).bits, MAX_NUMNODES)

// Searches return MAX_NUMNODES when there is none.
#define first_node(src) __first_node(&(src))
static inline unsigned int __first_node(const nodemask_t* mask) {
  return mask->bits[0] & 1 ? 0 : MAX_NUMNODES;
}
#define next_node(node, src) ((void)(node), (void)(src), (unsigned int)MAX_NUMNODES)
#define next_node_in(node, src) ((void)(node), __first_node(&(src)))
#define first_unset_node(mask) ((unsigned int)(node_isset(0, mask) ? MAX_NUMNODES : 0))
#define next_online_node(node) (MAX_NUMNODES)
#define next_memory_node(node) (MAX_NUMNODES)
#define for_each_node_mask(node, mask) for ((node) = 0; (node) < 1 && !nodes_empty(mask); (node)++)
#define for_each_node_state(node, state) for ((node) = 0; (node) == 0; (node) = 1)
#define nodemask_of_node(node) \
  ({                           \
    nodemask_t __mask = {{0}}; \
    node_set((node), __mask);  \
    __mask;                    \
  })
static inline void init_nodemask_of_node(nodemask_t* mask, int node) {
  nodes_clear(*mask);
  node_set(node, *mask);
}
static inline void node_set_state(int node, enum node_states state) {}
static inline void node_clear_state(int node, enum node_states state) {}
static inline int node_random(const nodemask_t* mask) { return 0; }
#define node_set_online(node) node_set_state((node), N_ONLINE)
#define node_set_offline(node) node_clear_state((node), N_ONLINE)

#define NODEMASK_ALLOC(type, name, gfp_flags) type _##name, *name = &_##name
#define NODEMASK_FREE(m) \
  do {                   \
  } while (0)
#define NODEMASK_SCRATCH(x) NODEMASK_ALLOC(struct nodemask_scratch, x, GFP_KERNEL | __GFP_NORETRY)
#define NODEMASK_SCRATCH_FREE(x) NODEMASK_FREE(x)

#endif
