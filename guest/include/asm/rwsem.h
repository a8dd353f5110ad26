#include <linux/rwsem.h>
