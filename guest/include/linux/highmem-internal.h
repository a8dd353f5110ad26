#include <linux/highmem.h>
