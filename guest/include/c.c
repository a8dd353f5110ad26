#include <linux/module.h>
#include <linux/highmem.h>
