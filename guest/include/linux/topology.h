#include <linux/numa.h>
