#include <linux/local_lock.h>
