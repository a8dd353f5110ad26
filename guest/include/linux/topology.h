// Distances of nodes, of which there is one.
#ifndef _LINUX_TOPOLOGY_H
#define _LINUX_TOPOLOGY_H

#include <linux/numa.h>

#define LOCAL_DISTANCE 10
#define REMOTE_DISTANCE 20
#define DISTANCE_BITS 8
#define RECLAIM_DISTANCE 30
#define PENALTY_FOR_NODE_WITH_CPUS 1
#define node_distance(from, to) ((from) == (to) ? LOCAL_DISTANCE : REMOTE_DISTANCE)
#define nr_cpus_node(node) cpumask_weight(cpumask_of_node(node))
#define for_each_node_with_cpus(node) for_each_online_node(node) if (nr_cpus_node(node))

#endif
