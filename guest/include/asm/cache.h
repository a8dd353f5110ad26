#include <linux/cache.h>
