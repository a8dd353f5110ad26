#include <linux/resource.h>
