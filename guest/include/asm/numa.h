// Nodes: there is one.
#ifndef _ASM_NUMA_H
#define _ASM_NUMA_H

#include <linux/nodemask.h>

#define NR_NODE_MEMBLKS (MAX_NUMNODES * 2)
static inline void numa_set_node(int cpu, int node) {}
static inline void numa_clear_node(int cpu) {}
static inline void numa_add_cpu(int cpu) {}
static inline void numa_remove_cpu(int cpu) {}

#endif
