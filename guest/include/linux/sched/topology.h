#include <linux/topology.h>
