// The shape of RCU's tree of CPUs.
#ifndef _LINUX_RCU_NODE_TREE_H
#define _LINUX_RCU_NODE_TREE_H

#include <linux/math.h>
#include <linux/types.h>

#define RCU_FANOUT 32
#define RCU_FANOUT_LEAF 16
#define RCU_FANOUT_1 (RCU_FANOUT_LEAF)
#define RCU_FANOUT_2 (RCU_FANOUT_1 * RCU_FANOUT)
#define RCU_FANOUT_3 (RCU_FANOUT_2 * RCU_FANOUT)
#define RCU_FANOUT_4 (RCU_FANOUT_3 * RCU_FANOUT)
#define RCU_NUM_LVLS 1
#define NUM_RCU_LVL_0 1
#define NUM_RCU_NODES NUM_RCU_LVL_0

#endif
