#include <linux/statfs.h>
