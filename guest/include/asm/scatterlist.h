#include <linux/scatterlist.h>
