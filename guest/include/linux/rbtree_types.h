#include <linux/rbtree.h>
