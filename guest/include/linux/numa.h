// One memory node.
#ifndef _LINUX_NUMA_H
#define _LINUX_NUMA_H

#include <linux/types.h>

#define NODES_SHIFT 0
#define MAX_NUMNODES 1
#define NUMA_NO_NODE (-1)
typedef struct {
  unsigned long bits[1];
} nodemask_t;
#define numa_node_id() 0
#define numa_mem_id() 0
#define cpu_to_node(cpu) 0
#define cpu_to_mem(cpu) 0
#define first_online_node 0
#define nr_online_nodes 1U
#define node_online(node) ((node) == 0)
#define for_each_online_node(node) for ((node) = 0; (node) < 1; (node)++)
#define for_each_node(node) for_each_online_node(node)
#define page_to_nid(page) ((void)(page), 0)

#define NUMA_NO_MEMBLK (-1)
#define __initdata_or_meminfo __initdata

static inline int numa_map_to_online_node(int node) { return NUMA_NO_NODE; }
static inline int memory_add_physaddr_to_nid(u64 start) { return 0; }
static inline int phys_to_target_node(u64 start) { return 0; }

#endif
