// CPUs and nodes.
#ifndef _ASM_TOPOLOGY_H
#define _ASM_TOPOLOGY_H

#include <linux/topology.h>

#endif
