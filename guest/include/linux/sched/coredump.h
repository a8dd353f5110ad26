#include <linux/mm_types.h>
